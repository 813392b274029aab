// What the parts of the arena's `evolve` share: the envelope of an event, and changes of one contestant or one window.
import type { ArenaEvent } from './events.ts';
import type { ArenaSession, Contestant, ScoringWindow, Sheet } from './state.ts';

/** The envelope facts an event is applied with. */
export interface Recorded { readonly wall: number; readonly device: string }

/** An event of one session that exists. */
export type SessionEvent = Exclude<ArenaEvent, { name: 'sessionCreated' | 'presetSaved' | 'presetRemoved' }>;
export const withContestant = (session: ArenaSession, id: string, change: (contestant: Contestant) => Contestant): ArenaSession => {
  const contestant = session.contestants[id];
  if (contestant === undefined) throw new Error(`event of an unknown contestant ${id}`);
  return { ...session, contestants: { ...session.contestants, [id]: change(contestant) } };
};
export const withWindow = (session: ArenaSession, id: string, change: (window: ScoringWindow) => ScoringWindow): ArenaSession =>
  withContestant(session, id, (contestant) => ({ ...contestant, window: change(contestant.window) }));

/** What was checked is to be checked again; a window that is closed stays closed. */
export const unchecked = (window: ScoringWindow): ScoringWindow['phase'] => (window.phase === 'checked' ? 'open' : window.phase);

/** A new sheet ends whatever gap was decided for that judge and sends a checked window back to "all in". */
export const recordSheet = (window: ScoringWindow, sheet: Sheet): ScoringWindow => {
  const { [sheet.judge]: _ended, ...gaps } = window.gaps;
  return { ...window, phase: 'open', sheets: { ...window.sheets, [sheet.judge]: sheet }, gaps };
};
