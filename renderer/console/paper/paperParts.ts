// Small questions the paper desk asks of its views, and the columns in which counts are keyed. Pure; nothing here is shown or sent.
import type { Panel } from '../../../shared/arena/rules.ts';
import type { PaperView, SessionView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import type { CellFault, KeyColumn, Layout } from '../keying/columns.ts';

export type PaperRow = PaperView['panels'][number]['rows'][number];
export type Due = NonNullable<PaperRow['due']>;
export type BatchRow = SessionView['batches'][number];
export type Station = SeatsView['seats'][number];

export const clerksOf = (seats: SeatsView | null): readonly Station[] => seats?.seats.filter((seat) => seat.role === 'clerk') ?? [];

/** Whether a session has anything to do at the paper desk: ballots without names, counts, stations, or batches. */
export const hasPaper = (session: Pick<SessionView, 'rules' | 'batches'>, seats: SeatsView | null): boolean =>
  session.rules.panels.some((panel) => panel.voters !== 'named') || session.batches.length > 0 || clerksOf(seats).length > 0;

/** The panels with work at the paper desk; judges' own sheets only where they may be keyed at a station. */
export const paperPanels = (session: Pick<SessionView, 'rules' | 'batches'>, seats: SeatsView | null): readonly Panel[] =>
  session.rules.panels.filter((panel) => panel.voters !== 'named' || clerksOf(seats).length > 0 || session.batches.some((batch) => batch.panel === panel.id));

export const isLocked = ({ phase }: Pick<PaperRow, 'phase'>): boolean => phase === 'locked' || phase === 'revealed' || phase === 'corrected';
export const isOpen = (row: Pick<PaperRow, 'phase'>): boolean => row.phase !== 'closed' && !isLocked(row);

/** How many open contestants wait for each thing, in the order in which things are done. */
export const duesOf = (rows: readonly PaperRow[]): readonly { readonly due: Due; readonly count: number }[] =>
  (['boxOpen', 'countsMissing', 'entryUnsettled', 'notBalanced'] as const).flatMap((due) => {
    const count = rows.filter((row) => isOpen(row) && row.due === due).length;
    return count === 0 ? [] : [{ due, count }];
  });

export type Difference = { readonly is: 'even' | 'unknown' } | { readonly is: 'more' | 'fewer' | 'beyond'; readonly n: number };
/** 对账: what was issued and returned against the ballots at hand. Example: returned 40, at hand 39 → one fewer. */
export const differenceOf = (balance: { readonly issued: number; readonly returned: number } | null, atHand: number): Difference => {
  if (balance === null) return { is: 'unknown' };
  const { issued, returned } = balance;
  if (returned > issued) return { is: 'beyond', n: returned - issued };
  if (atHand === returned) return { is: 'even' };
  return atHand > returned ? { is: 'more', n: atHand - returned } : { is: 'fewer', n: returned - atHand };
};

/** The next number that no batch of this panel has had, so that a second pile goes on where the first ended. */
export const nextNumber = (batches: readonly BatchRow[], panel: string): number =>
  1 + batches.filter((batch) => batch.panel === panel).reduce((total, batch) => total + batch.sheets, 0);

export const BLANK = '#blank';
export const VOID = '#void';

const wholeNumber = (text: string): CellFault | null =>
  text === '' ? { code: 'countMissing', details: {} } : /^\d{1,4}$/.test(text) ? null : { code: 'countMalformed', details: {} };
const same = (text: string): string => text;
const counted = (id: string, name: string): KeyColumn => ({ id, name, note: '', toMark: same, toText: same, fault: wholeNumber });

/** One column per grade or place, then abstained and void; a cell is never empty, 0 is keyed. */
export const countsLayout = (keys: readonly { readonly id: string; readonly name: string }[], words: { readonly blank: string; readonly void: string }): Layout => ({
  columns: [...keys.map(({ id, name }) => counted(id, name)), counted(BLANK, words.blank), counted(VOID, words.void)], whole: () => null, sums: true, kinds: false,
});
