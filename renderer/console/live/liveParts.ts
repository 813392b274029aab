// Small questions the live desk asks of its views. Pure; nothing here is shown or sent.
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';

export type RunRow = SessionView['contestants'][number];
export type Judge = SessionView['judges'][number];
export type Square = WindowView['judges'][number];
export type Seat = SeatsView['seats'][number];

/** Whether figures are hidden on the desk: as long as the window takes sheets (looks.md §2, stealth). */
export const isStealthy = (phase: RunRow['window']): boolean => phase === 'open' || phase === 'allIn';

export const isCounted = (phase: RunRow['window']): boolean => phase === 'checked' || phase === 'locked' || phase === 'revealed' || phase === 'corrected';

export const judgeSeat = (seats: SeatsView | null, judge: string): Seat | null =>
  seats?.seats.find((seat) => seat.role === 'judge' && seat.subject === judge) ?? null;

/** Judges whose sheet is still owed: those who neither handed in nor were excused. */
export const owing = (window: WindowView): readonly string[] =>
  window.judges.filter((square) => ['missing', 'waiting', 'awaitingPaper'].includes(square.status)).map((square) => square.judge);

/** Which speaker this is of how many, withdrawn ones left out as on the wall; null for one who is not running. */
export const placeOf = ({ contestants }: Pick<SessionView, 'contestants'>, id: string): { readonly n: number; readonly of: number } | null => {
  const running = contestants.filter((row) => row.stage !== 'withdrawn' && row.stage !== 'forfeited');
  const at = running.findIndex((row) => row.id === id);
  return at < 0 ? null : { n: at + 1, of: running.length };
};

/** Seconds left of a limit; negative when over. `now` is the host's wall time in ms. */
export const secondsLeft = (timer: NonNullable<SessionView['timer']>, now: number): number => {
  const elapsed = timer.elapsed + (timer.running ? Math.max(0, now - timer.at) : 0);
  return timer.limit - Math.floor(elapsed / 1000);
};

/** Seconds as minutes and seconds. Example: −75 → `1:15`; the sign is shown in words beside it. */
export const minutesText = (seconds: number): string => {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

export const timerTone = (timer: NonNullable<SessionView['timer']>, left: number): 'calm' | 'first' | 'second' | 'over' =>
  left < 0 ? 'over' : left <= timer.secondWarning ? 'second' : left <= timer.firstWarning ? 'first' : 'calm';

/** The judges whose sheets bear their name, in seat order; others hold a seat only to put a ballot into the box. */
export const namedJudges = ({ rules, judges }: Pick<SessionView, 'rules' | 'judges'>): readonly Judge[] => {
  const named = new Set(rules.panels.filter((panel) => panel.voters === 'named').map((panel) => panel.id));
  return judges.filter((judge) => named.has(judge.panel));
};
