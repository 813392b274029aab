// Every refusal code as a plain Chinese sentence: what, where, what to do.
import type { ErrorCode } from '../../kernel/errors.ts';

export const errors: Readonly<Record<ErrorCode, string>> = {
  badInput: '内容不符合要求：{where}。请检查后重试', unknownCommand: '没有“{name}”这项操作', unknownView: '没有“{name}”这个页面', notAllowed: '当前身份不能做这项操作',
  tooLarge: '内容太大，未接收', tooFast: '操作太快，请稍候再试', staleEpoch: '主机数据已恢复或更换，正在重新同步',
  idReused: '同一编号的操作内容不一致，未执行', internal: '程序出错，本次操作未执行，数据未改变', diskFull: '磁盘已满，未能保存。请清理磁盘后重试',
  deskLocked: '主持台已锁定，请输入口令', wrongPin: '口令不对', notThisDevice: '此席位已由另一台设备使用', nativeUnavailable: '这台电脑上不能执行该操作：{what}',
  unknownUnit: '名册里没有单位“{name}”', unknownPerson: '名册里没有这个人', nameEmpty: '名称不能为空：{what}', nameTaken: '“{name}”与“{other}”重名', aliasTaken: '别名“{name}”已被“{other}”使用',
  importInvalid: '文件不能导入：{reason}', importStale: '预览之后名册已有改动，请重新预览',
  unknownMeeting: '没有这场会议', unknownItem: '会议中没有这一项', nothingOnAir: '大屏上还没有画面', stepOutOfRange: '没有第 {step} 步', sceneNotAllowed: '按公布范围，“{scene}”不能上屏',
  alreadyYielded: '已经让屏', notYielded: '当前没有让屏', unknownSeat: '没有这个席位',
  unknownSession: '没有这场擂台', wrongPhase: '当前阶段不能做这项操作（{phase}）', rulesInvalid: '规则有误：{what}（{reason}）', rulesDoNotAddUp: '规则对不上：{what}合计 {is}，应为 {should}',
  noContestants: '还没有选择打擂单位', noJudges: '还没有选择评委', panelEmpty: '“{panel}”里没有评委', unknownPanel: '规则里没有评委组“{panel}”', unknownContestant: '没有这个打擂单位', unknownJudge: '没有这位评委',
  orderIncomplete: '出场顺序应包含全部 {should} 个单位，现有 {given} 个', orderNotSet: '还没有确定出场顺序', recusalsUndecided: '有 {count} 位评委应否回避尚未确认',
  alreadyOnStage: '该单位已在台上', nobodyOnStage: '该单位不在台上', contestantNotWaiting: '该单位已上场或已开始打分', contestantWithdrawn: '该单位已退出', windowStillOpen: '上一单位的打分还没有锁定',
  timerRunning: '计时已在进行', timerNotRunning: '计时没有进行',
  scoringClosed: '该单位打分已锁定', scoringNotOpened: '该单位尚未开始打分', alreadyOpen: '该单位已开始打分', markMissing: '“{criterion}”还没有打分', markUnknown: '没有评分项“{criterion}”', markMalformed: '“{criterion}”的分数“{mark}”不是数字',
  markOffStep: '“{criterion}”的分数 {mark} 不合步长 {step}', markOutOfRange: '“{criterion}”的分数 {mark} 超出 {floor}～{ceiling}', judgeRecused: '该评委对此单位回避', judgeLeft: '该评委已提前离场',
  staleRevision: '这张票已有新版本（第 {revision} 版），请核对后再提交', tooManySheets: '这张票修改次数过多，请联系工作人员', sheetIsIn: '该评委已交票；要去除请登记“回避”，或在录票中作废', sheetsMissing: '还有 {missing} 张票未收到', notAllIn: '票还没有收齐或已复核', notChecked: '还没有复核', notLocked: '该单位尚未锁定',
  tooFewSheets: '“{panel}”有效票 {valid} 张，按规则至少 {needed} 张，请决定如何去分', unknownLateSheet: '没有这张迟到票', revealTooEarly: '按公布规则，现在还不能公布该单位得分',
  windowsNotLocked: '还有单位没有锁定得分', drawNotNeeded: '这些单位不需要抽签', alreadyDrawn: '已经抽过签，不能重抽', resultOpen: '有 {count} 个单位得分相同，须抽签决定', trimUnchanged: '“{panel}”去分只能放宽，不能加严', wallHidden: '会场现在看不到大屏（冻结、黑屏或让屏），请先按「直播」或「收屏」', unlockedCorrection: '请先写明原因重开该单位，再计入迟到票',
};
