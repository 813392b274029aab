// What the result workbook stands on: every contestant in speaking order with its newest standing lock, taken apart into panels, parts and adjustments.
// Totals, places and prizes are the arena's own; a small group of ballots without names is marked, so that nobody's mark can be worked back.
import { adjusted, adjustmentLines, type AdjustmentLine } from '../../../../shared/arena/adjusting.ts';
import { awardsOf, placePointsOf } from '../../../../shared/arena/awards.ts';
import { panelsFor } from '../../../../shared/arena/missing.ts';
import type { Part, Rules } from '../../../../shared/arena/rules.ts';
import { groundNow, isBlocking, placeOn, resultOf, type Pending, type RankedRow, type SessionResult } from '../../../../shared/arena/sessionResult.ts';
import type { Open } from '../../../../shared/arena/standings.ts';
import type { ArenaSession, Contestant, LockedSheets, PlayOff, TieDraw } from '../../../../shared/arena/state.ts';
import { rounded } from '../../../../shared/arena/trimming.ts';
import { decimal, divide, multiply, sum, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { panelRow, type PanelRow, type ReadText } from './panelBoard.ts';

export type { PanelRow, ReadText } from './panelBoard.ts';
/** A part: entered, from panels, or a plain value because a panel in it must not be shown. Null: not entered, or a panel without a figure. */
export interface PartRow { readonly part: Part; readonly source: 'entered' | 'panels' | 'hidden'; readonly exact: Fraction | null; readonly score: Fraction | null; readonly points: Fraction | null }
export interface AdjustmentRow { readonly line: AdjustmentLine; readonly name: string; readonly fullMark: string; readonly cap: string | null; readonly made: readonly { readonly amount: string; readonly reason: string }[] }
export interface BalanceRow { readonly panel: string; readonly issued: number; readonly returned: number; readonly reason: string | null }
export interface BoardRow {
  readonly id: string; readonly number: number; readonly name: string; readonly category: Rules['categories'][number] | null; readonly corrections: readonly string[];
  readonly state: 'scored' | 'uncategorised' | Pending['reason'];
  /** Empty where no lock stands. */
  readonly panels: readonly PanelRow[]; readonly parts: readonly PartRow[]; readonly adjustments: readonly AdjustmentRow[]; readonly balances: readonly BalanceRow[];
  /** The total before its rounding; null where a part has none. */
  readonly exact: Fraction | null;
  readonly standing: RankedRow | null; readonly open: Open['by'] | null;
  readonly tier: string | null; readonly placePoints: Fraction | null;
}
export interface Board {
  readonly title: string; readonly rules: Rules; readonly panelNames: readonly string[]; readonly rows: readonly BoardRow[];
  readonly draws: readonly TieDraw[]; readonly playOffs: readonly PlayOff[];
}
interface Source { readonly session: ArenaSession; readonly read: ReadText; readonly panelNames: readonly string[]; readonly result: SessionResult }

/** Panel names may repeat; in a workbook they must be told apart. */
const tellApart = (names: readonly string[]): readonly string[] =>
  names.map((name, at) => (names.filter((each) => each === name).length === 1 ? name : say(workbookWords.named, { name, number: at + 1 })));

const partRow = (rules: Rules, part: Part, given: { readonly panels: readonly PanelRow[]; readonly value: string | undefined }): PartRow => {
  const own = given.panels.filter((panel) => panel.part.id === part.id);
  const shares = own.flatMap((panel) => panel.share ?? []);
  const fromPanels = shares.length < own.length ? null : sum(shares);
  const exact = part.source === 'panels' ? fromPanels : given.value === undefined ? null : decimal(given.value);
  const score = exact === null ? null : rounded(exact, rules.rounding.part);
  const points = score === null ? null : divide(multiply(decimal(part.points), score), decimal(part.fullMark));
  return { part, source: part.source === 'entered' ? 'entered' : own.some((panel) => panel.shown === 'small') ? 'hidden' : 'panels', exact, score, points };
};

const adjustmentRows = ({ session, read }: Source, locked: LockedSheets): readonly AdjustmentRow[] =>
  adjustmentLines(session.rules, locked.adjustments).map((line) => {
    const kind = session.rules.adjustments.find((each) => each.id === line.kind) ?? { name: workbookWords.marks.time, fullMark: session.rules.time.penalty?.fullMark ?? session.rules.fullMark, cap: session.rules.time.penalty?.cap ?? null };
    const made = locked.adjustments.filter((each) => each.kind === line.kind);
    return { line, name: say(workbookWords.marks[line.sign], { name: kind.name }), fullMark: kind.fullMark, cap: kind.cap, made: made.map(({ amount, reason }) => ({ amount, reason: reason === null ? '' : read(reason) })) };
  });

type Scores = Pick<BoardRow, 'panels' | 'parts' | 'adjustments' | 'exact' | 'balances'>;
function scoresOf(source: Source, contestant: Contestant): Scores {
  const { session, read, panelNames } = source;
  const { rules } = session;
  const place = placeOn(session, groundNow(session), contestant.id);
  if (place === undefined) return { panels: [], parts: [], adjustments: [], exact: null, balances: [] };
  const nameOf = (id: string): string => panelNames[rules.panels.findIndex((panel) => panel.id === id)] ?? '';
  const panels = panelsFor(session, contestant).map((panel) => panelRow({ session, panel, name: nameOf(panel.id), read, ...place }));
  const parts = rules.parts.map((part) => partRow(rules, part, { panels, value: place.around.values[part.id] }));
  const adjustments = adjustmentRows(source, place.locked);
  const points = parts.flatMap((part) => part.points ?? []);
  return {
    panels, parts, adjustments, exact: points.length < parts.length ? null : adjusted(sum(points), adjustments.map(({ line }) => line)),
    balances: Object.entries(place.locked.balances).map(([panel, { issued, returned, reason }]) => ({ panel: nameOf(panel), issued, returned, reason: reason === null ? null : read(reason) })),
  };
}

/** Prizes stand only where the ranking does: nobody is missing and no tie is open. */
const prizeOf = ({ session, result }: Source, standing: RankedRow | undefined): Pick<BoardRow, 'tier' | 'placePoints'> => {
  if (standing === undefined) return { tier: null, placePoints: null };
  const isOwn = (id: string): boolean => standing.category === null || session.contestants[id]?.category === standing.category;
  const isWaiting = result.pending.some((each) => isBlocking(each) && isOwn(each.contestant)) || result.open.some((each) => each.contestants.some(isOwn));
  if (isWaiting) return { tier: null, placePoints: null };
  const rows = result.rows.filter((row) => row.category === standing.category);
  return { tier: awardsOf(session.rules, standing.category, rows).get(standing.contestant)?.name ?? null, placePoints: placePointsOf(session.rules, rows).get(standing.contestant) ?? null };
};

function boardRow(source: Source, contestant: Contestant, at: number): BoardRow {
  const { session, read, result } = source;
  const { id } = contestant;
  const standing = result.rows.find((row) => row.contestant === id);
  const pending = result.pending.find((each) => each.contestant === id);
  return {
    id, number: at + 1, name: contestant.name === null ? id : read(contestant.name), category: session.rules.categories.find((each) => each.id === contestant.category) ?? null,
    corrections: contestant.window.corrections.map(read), state: standing !== undefined ? 'scored' : (pending?.reason ?? 'uncategorised'),
    ...scoresOf(source, contestant), standing: standing ?? null, open: result.open.find((each) => each.contestants.includes(id))?.by ?? null, ...prizeOf(source, standing),
  };
}

/** Gathers the board of a session. */
export const boardOf = (session: ArenaSession, read: ReadText): Board => {
  const panelNames = tellApart(session.rules.panels.map((panel) => panel.name));
  const source: Source = { session, read, panelNames, result: resultOf(session) };
  const rows = session.order.flatMap((id, at) => {
    const contestant = session.contestants[id];
    return contestant === undefined ? [] : [boardRow(source, contestant, at)];
  });
  return { title: read(session.title), rules: session.rules, panelNames, rows, draws: session.draws, playOffs: session.playOffs };
};
