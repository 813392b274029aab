// One panel of one contestant as the workbook needs it: its ballots or counts, who stands without marks and why, and the figures of the arena.
// Figures come from the arena's own counting and trimming; nothing is judged here.
import { cellValue, countedOf, type Around, type Counted } from '../../../../shared/arena/counting.ts';
import { isSmallGroup } from '../../../../shared/arena/smallGroups.ts';
import { CELL, formFullMark, type Form } from '../../../../shared/arena/forms.ts';
import { formOf, type Fill, type Panel, type Part } from '../../../../shared/arena/rules.ts';
import type { ArenaSession, LockedSheets } from '../../../../shared/arena/state.ts';
import { rounded, trimmed, writtenSheets, type CountedSheet, type Drops, type Trimmed } from '../../../../shared/arena/trimming.ts';
import { cellMeaning } from '../../../../shared/arena/voids.ts';
import { countKeys, votersOf } from '../../../../shared/arena/voters.ts';
import { decimal, divide, mean, multiply, sum, ZERO, type Fraction } from '../../../../shared/kernel/fraction.ts';
import type { TextRef } from '../../../../shared/kernel/decision.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';

export type ReadText = (reference: TextRef) => string;
export type StatusWord = keyof typeof workbookWords.status;
/** One voter: what stands on the ballot (a grade's name or a place), its marks, null when it has none, and what that counts as. */
export interface VoterRow {
  readonly voter: string; readonly order: number; readonly name: string; readonly status: StatusWord; readonly effect: Fill | null;
  readonly cell: string | null; readonly marks: readonly Fraction[] | null;
}
/** So many cells of one kind: a grade or a place with its value, abstentions that count 0, or cells outside the reckoning (value null). */
export interface CountRow { readonly name: string; readonly key: number | null; readonly value: Fraction | null; readonly count: number }
export interface PanelRow {
  readonly panel: Panel; readonly form: Form; readonly part: Part; readonly name: string; readonly fullMark: Fraction; readonly of: number;
  /** Ballot by ballot; as counts where ballots have no names and one cell each; or too few without names to be shown at all. */
  readonly shown: 'ballots' | 'counts' | 'small';
  readonly voters: readonly VoterRow[]; readonly counts: readonly CountRow[];
  readonly drops: Drops; readonly relaxed: boolean; readonly needed: number;
  readonly written: readonly CountedSheet[]; readonly trimmed: Trimmed | null;
  readonly untrimmed: Fraction | null; readonly figure: Fraction | null; readonly share: Fraction | null;
}
export interface PanelSource { readonly session: ArenaSession; readonly panel: Panel; readonly name: string; readonly locked: LockedSheets; readonly around: Around; readonly read: ReadText }
interface Inside extends PanelSource { readonly form: Form; readonly counted: readonly Counted[] }

const statusOf = ({ form, locked }: Inside, voter: string, own: Counted | undefined): StatusWord => {
  if (own === undefined) return 'missing';
  if (own.cause === null) return 'counted';
  const sheet = locked.sheets[voter];
  return own.cause === 'void' && sheet !== undefined && cellMeaning(form, sheet) !== 'void' ? 'voidSheet' : own.cause;
};

const nameOf = ({ session, panel, read }: Inside, voter: string): string => {
  if (panel.voters === 'named') {
    const judge = session.judges.find((each) => each.id === voter);
    return judge?.name == null ? workbookWords.unnamed : read(judge.name);
  }
  const tail = voter.slice(panel.id.length + 1);
  return say(workbookWords.ballot[tail.startsWith('p') ? 'p' : 'b'], { n: tail.slice(1) });
};

const cellOf = ({ form, locked }: Inside, voter: string): string | null => {
  const text = locked.sheets[voter]?.marks[CELL];
  if (form.kind === 'score' || text === undefined) return null;
  return form.kind === 'rank' ? text : (form.grades.find((grade) => grade.id === text)?.name ?? null);
};

const voterRow = (inside: Inside, voter: string, at: number): VoterRow => {
  const own = inside.counted.find((each) => each.voter === voter);
  const order = inside.panel.voters === 'named' ? inside.session.judges.findIndex((judge) => judge.id === voter) + 1 : at + 1;
  const counts = own?.marks != null;
  return {
    voter, order, name: nameOf(inside, voter), status: statusOf(inside, voter, own), effect: own === undefined || own.marks !== null ? null : own.as,
    cell: counts ? cellOf(inside, voter) : null, marks: own?.marks ?? null,
  };
};

const votesFor = ({ panel, locked, counted }: Inside, key: string): number =>
  (panel.voters === 'counts' ? (locked.counts[panel.id]?.counts[key] ?? 0) : counted.filter((each) => each.marks !== null && locked.sheets[each.voter]?.marks[CELL] === key).length);

/** Grades or places in falling order of value, then abstentions that count 0, then what is outside. */
const countRows = (inside: Inside): readonly CountRow[] => {
  const { session, panel, form, around, counted } = inside;
  const cells = countKeys(session.rules, panel, around.of).flatMap((key, at): readonly CountRow[] => {
    const value = cellValue(form, key, around.of);
    const name = form.kind === 'grade' ? (form.grades.find((grade) => grade.id === key)?.name ?? key) : key;
    return value === null ? [] : [{ name, key: at, value, count: votesFor(inside, key) }];
  });
  const without = (['zero', 'excluded'] as const).flatMap((as) => (['abstained', 'void'] as const).flatMap((cause): readonly CountRow[] => {
    const count = counted.filter((each) => each.marks === null && each.cause === cause && each.as === as).length;
    return count === 0 ? [] : [{ name: workbookWords.status[cause], key: null, value: as === 'zero' ? ZERO : null, count }];
  }));
  return [...cells, ...without];
};

const shownAs = ({ panel, form, counted }: Inside): PanelRow['shown'] =>
  isSmallGroup(panel, counted) ? 'small' : panel.voters !== 'named' && form.kind !== 'score' ? 'counts' : 'ballots';

/** Gathers one panel. Throws where the rules name a part they do not have. */
export function panelRow(source: PanelSource): PanelRow {
  const { session, panel, locked, around, name } = source;
  const { rules, judges } = session;
  const form = formOf(rules, panel);
  const part = rules.parts.find((each) => each.id === panel.part);
  if (part === undefined) throw new Error(`the rules have no part ${panel.part}`);
  const counted = countedOf(rules, panel, { judges, locked, around });
  const inside: Inside = { ...source, form, counted };
  const written = writtenSheets(rules, panel, { form, counted });
  const relaxed = locked.relaxed[panel.id];
  const drops = { highest: relaxed?.dropHighest ?? panel.dropHighest, lowest: relaxed?.dropLowest ?? panel.dropLowest };
  const least = drops.highest + drops.lowest + 1;
  const needed = relaxed === undefined ? Math.max(panel.minimum, least) : least;
  const trims = written.length < needed ? null : trimmed({ rules, panel, form }, counted, { written, drops });
  const fullMark = formFullMark(form, around.of);
  const figure = trims === null ? null : rounded(trims.value, rules.rounding.panel);
  return {
    panel, form, part, name, fullMark, of: around.of, shown: shownAs(inside),
    voters: votersOf(panel, judges, locked).map((voter, at) => voterRow(inside, voter, at)), counts: form.kind === 'score' ? [] : countRows(inside),
    drops, relaxed: relaxed !== undefined, needed, written, trimmed: trims,
    untrimmed: trims === null ? null : mean(written.map((sheet) => sum(sheet.marks))), figure,
    share: figure === null ? null : divide(multiply(decimal(panel.points), figure), fullMark),
  };
}
