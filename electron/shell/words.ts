// The words the shell itself says, in the terminal and as reasons of refused native calls. Everything else a person reads is in shared/text.

const words = {
  noWindow: ['投影窗口不是本程序打开的，无法自动让屏；请手动最小化', 'The projector window was not opened by this program, so it cannot yield by itself; minimise it by hand'],
  willNotHide: ['投影窗口没有让开（窗口管理器未执行最小化）；请手动最小化', 'The projector window did not give way (the window manager did not minimise it); minimise it by hand'],
  noDisplay: ['这台机器没有图形界面，无法打开窗口', 'This machine has no display to open windows on'],
  noBrowser: ['没有找到 Edge、Chrome 或 Chromium；可用环境变量 LEITAI_BROWSER 指定', 'No Edge, Chrome or Chromium was found; LEITAI_BROWSER can name one'],
  browserFailed: ['浏览器没有启动起来', 'The browser did not start'],
  browserGone: ['浏览器中途退出了', 'The browser quit half way'],
  printUnreachable: ['要打印的页面打不开', 'The page to print could not be opened'],
  printNotReady: ['要打印的页面在时限内没有准备好', 'The page to print was not ready in time'],
  badPayload: ['调用参数不对', 'The call was not understood'],
  pathRefused: ['只能打开已有的文件夹和文档（xlsx、docx、pdf、csv 等）', 'Only existing folders and documents (xlsx, docx, pdf, csv …) are opened'],
  pathFailed: ['系统没有能打开它的程序', 'The system has no program that opens it'],
  stopping: ['正在结束', 'The program is ending'],
  hostCrashed: ['主机进程意外退出，正在重新启动', 'The host process quit unexpectedly and is being started again'],
  hostGaveUp: ['主机进程在短时间内连续退出，已停止重试；数据未丢失，请查看上面的原因后重新启动', 'The host process kept quitting within a short time, so it is not started again; no data are lost: read the reason above and start anew'],
  badMessage: ['主机进程发来一条无法识别的消息，已忽略', 'A message of the host was not understood and was ignored'],
  showFailed: ['窗口没有打开，请用上面的地址在浏览器中打开', 'The windows did not open; use the addresses above in a browser'],
  desk: ['主持台', 'Desk'],
  projector: ['大屏', 'Projector'],
  room: ['评委端', 'Judges'],
  noRoom: ['（未找到局域网地址）', '(no network address found)'],
  data: ['数据文件夹', 'Data folder'],
  deskClosed: ['主持台窗口已关闭，程序仍在运行：按回车重新打开，Ctrl+C 结束', 'The desk window was closed and the program goes on: Enter opens it again, Ctrl+C ends'],
  opened: ['已打开主持台和大屏窗口', 'The desk and projector windows are open'],
  notOpened: ['未打开窗口：请在浏览器中打开上面的地址', 'No window was opened: open the addresses above in a browser'],
  quitTitle: ['擂台', 'Leitai'],
  quitQuestion: ['关闭主持台会结束程序，大屏和评委端也会断开。要结束吗？', 'Closing the desk ends the program; the projector and the judges lose their connection. End it?'],
  quitYes: ['结束', 'End'],
  quitNo: ['不结束', 'Keep running'],
} as const satisfies Record<string, readonly [string, string]>;

export type ShellWord = keyof typeof words;
export type ShellLanguage = 'zh' | 'en';

export function say(word: ShellWord, language: ShellLanguage = 'zh'): string {
  return words[word][language === 'zh' ? 0 : 1];
}

/** Both languages on one line, for the terminal. */
export function sayBoth(word: ShellWord): string {
  return `${say(word, 'zh')} · ${say(word, 'en')}`;
}

/** A native call that cannot be done, for a reason a person can read. */
export class ShellRefusal extends Error {
  readonly word: ShellWord;

  constructor(word: ShellWord, sentence: string) {
    super(sentence);
    this.name = 'ShellRefusal';
    this.word = word;
  }
}

/** A refusal with its sentence; `detail` is what the machine said and stands behind it in brackets. */
export function refuse(word: ShellWord, detail?: string): ShellRefusal {
  return new ShellRefusal(word, detail === undefined || detail === '' ? sayBoth(word) : `${sayBoth(word)} (${detail})`);
}
