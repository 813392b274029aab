// In which state a sheet is, as one name and one sentence: the same in the list and on the sheet. "Received" only with the host's receipt.
import type { SeatView } from '../../shared/arena/views.ts';
import type { JudgeWords } from '../../shared/text/en/judge.ts';
import { say } from '../../shared/text/say.ts';
import type { Held, Refused, Sheet } from './outbox.ts';
import { TRIAL } from './forms.ts';
import { inConflict } from './reconcile.ts';

export type SeatSession = SeatView['sessions'][number];
export type SeatWindow = SeatSession['windows'][number];
export type StateName = 'missing' | 'draft' | 'sending' | 'received' | 'late' | 'changed' | 'conflict' | 'refused' | 'closedUnsent' | 'closedMissing' | 'excused' | 'elsewhere';

const unsentState = (window: SeatWindow, sheet: Sheet): StateName =>
  sheet.refused !== null ? 'refused' : !window.open ? 'closedUnsent' : sheet.held === null ? 'draft' : 'changed';

/** Whether the host told this judge not to score here (recused, absent, left); paper and waiting leave the phone usable. */
export const isExcused = (window: SeatWindow): boolean => window.excused === 'recused' || window.excused === 'absent' || window.excused === 'leftEarly';

/** The windows of a whole sheet: every contestant this judge may score; the calibration round is a sheet of its own. */
export const ballotWindows = (session: SeatSession): readonly SeatWindow[] => session.windows.filter((window) => window.id !== TRIAL && window.excused !== 'recused' && window.excused !== 'leftEarly');

/** The windows scored one at a time. A round for calibration has nothing to calibrate where places are given or nobody is named. */
export const ownWindows = (session: SeatSession): readonly SeatWindow[] =>
  session.send === 'each' ? session.windows : session.send === 'box' || session.form.kind === 'rank' ? [] : session.windows.filter((window) => window.id === TRIAL);

export const windowName = (words: JudgeWords, window: SeatWindow): string => (window.id === TRIAL ? words.list.trial : window.name);

export const stateOf = (window: SeatWindow, sheet: Sheet): StateName => {
  if (sheet.sending !== null) return 'sending';
  if (inConflict(sheet)) return 'conflict';
  if (sheet.draft !== null) return unsentState(window, sheet);
  if (sheet.late !== null) return 'late';
  if (sheet.held !== null) return 'received';
  if (isExcused(window)) return 'excused';
  if (window.rev > 0) return 'elsewhere';
  return window.open ? 'missing' : 'closedMissing';
};

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
/** Host wall time as hours, minutes, seconds on this phone's clock zone. Example: '14:03:22'. */
export const timeText = (at: number): string => {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
};

/** What the host acknowledged. Example: '已收到 14:03:22 · 回执 A7F3'. */
export const receiptText = (words: JudgeWords, held: Pick<Held, 'source' | 'at' | 'code'>): string => {
  if (held.source === 'paper') return words.state.paper;
  if (held.at === 0) return words.state.receivedPlain;
  return say(held.code === '' ? words.state.receivedTime : words.state.received, { time: timeText(held.at), code: held.code });
};

export const stateText = (words: JudgeWords, window: SeatWindow, sheet: Sheet): string => {
  const state = stateOf(window, sheet);
  if (state === 'excused') return words.state.excused[window.excused ?? 'recused'];
  if (state === 'elsewhere') return words.state.receivedPlain;
  if (state === 'late') return words.state.lateShort;
  if (state !== 'received' || sheet.held === null) return state === 'received' ? words.state.receivedPlain : words.state[state];
  const receipt = receiptText(words, sheet.held);
  return sheet.held.kind === 'abstained' ? `${words.state.abstained} · ${receipt}` : receipt;
};

/** The sentences about one contestant's sheet: marks in points, or a grade. */
export const toldOf = (words: JudgeWords, form: SeatSession['form']): Pick<JudgeWords['sheet'], 'submit' | 'submitAgain' | 'submitLate' | 'sending' | 'keepMine'> => (form.kind === 'grade' ? words.grade : words.sheet);

/** Refusals of a page that shows what the host no longer has. */
const FORM_CHANGED = ['badInput', 'markUnknown', 'markMalformed', 'gradeUnknown', 'placeOutOfRange', 'unknownContestant', 'unknownJudge', 'unknownSession'];

/** The sentence for a refusal; a code that no judge should meet is shown as it is. The house's whole list of sentences would weigh as much as half the page. */
export const refusalText = (words: JudgeWords, refused: Refused, name: string): string => {
  const sentences: Readonly<Record<string, string>> = words.refusals;
  return say((FORM_CHANGED.indexOf(refused.code) >= 0 ? words.refusals.formChanged : sentences[refused.code]) ?? words.refusals.other, { ...refused.details, name, code: refused.code });
};

/** The window to offer next: one that opened since `seen` and waits for this judge, else the first waiting one in order. */
export const nextWindow = (session: { readonly windows: readonly SeatWindow[] }, current: string, waits: (window: SeatWindow) => boolean): SeatWindow | null => {
  const waiting = session.windows.filter((window) => window.id !== current && window.open && !isExcused(window) && waits(window)).sort((a, b) => a.order - b.order);
  const order = session.windows.filter((window) => window.id === current)[0]?.order ?? 0;
  return waiting.filter((window) => window.order > order)[0] ?? waiting[0] ?? null;
};
