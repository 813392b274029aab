// One panel in 算给你看: every voter's marks, who stands without marks and why, what was filled, zero or dropped, and the formula with its roundings.
// Too few ballots without names show neither sheets nor figure (design §1 item 11).
import type { TextRef } from '../kernel/decision.ts';
import { decimal, exactText, fraction, multiply, sum, type Fraction } from '../kernel/fraction.ts';
import { cellValue, countedOf, type Around, type Counted } from './counting.ts';
import { averaged, equationOf, figureOf, joined, roundingOf, added, type Writing } from './explainFigures.ts';
import type { CellCount, ColumnStep, GapCount, Label, PanelWorking, RowWorking } from './explainShape.ts';
import { CELL, columnsOf, formFullMark, type Form } from './forms.ts';
import { isSmallGroup } from './smallGroups.ts';
import { formOf, type Panel } from './rules.ts';
import type { ArenaSession, LockedSheets } from './state.ts';
import type { PanelTally } from './tally.ts';
import { rounded, type CountedSheet } from './trimming.ts';
import { countKeys, votersOf } from './voters.ts';

export interface PanelGiven {
  readonly session: ArenaSession;
  readonly panel: Panel;
  readonly locked: LockedSheets;
  readonly around: Around;
  /** Missing while the contestant has no figure: then the sheets are listed as they lie. */
  readonly tallied: PanelTally | undefined;
  readonly read: (reference: TextRef) => string;
  readonly names: boolean;
}
interface Inside extends PanelGiven { readonly form: Form; readonly counted: readonly Counted[]; readonly columns: PanelWorking['columns'] }

const labelOf = ({ session, panel, read, names }: PanelGiven, voter: string): Label => {
  const number = /^([pb])(\d+)$/.exec(panel.voters === 'named' ? '' : voter.slice(panel.id.length + 1));
  if (number !== null) return { kind: number[1] === 'p' ? 'paper' : 'box', number: Number(number[2]) };
  const judge = session.judges.find((each) => each.id === voter);
  const seat = judge === undefined ? 0 : session.judges.indexOf(judge) + 1;
  return { kind: 'seat', seat, name: names && judge?.name != null ? read(judge.name) : null };
};

const cellName = (form: Form, text: string): string => (form.kind === 'grade' ? form.grades.find((grade) => grade.id === text)?.name ?? text : text);

const marksOf = (inside: Inside, sheet: CountedSheet): RowWorking['marks'] => inside.columns.map(({ id }, at) => {
  const written = inside.locked.sheets[sheet.voter]?.marks[CELL];
  const dropped = inside.tallied?.dropped.find((each) => each.voter === sheet.voter && each.criterion === id);
  const cell = inside.form.kind === 'score' || sheet.by !== 'voter' || written === undefined ? null : cellName(inside.form, written);
  return { column: id, ...figureOf(sheet.marks[at] ?? fraction(0n)), cell, dropped: dropped?.end ?? null };
});

/** The sheet of a voter in the reckoning; before there is one, the marks as they lie. */
const sheetOf = ({ tallied, counted }: Inside, voter: string): CountedSheet | undefined => {
  if (tallied !== undefined) return tallied.sheets.find((sheet) => sheet.voter === voter);
  const own = counted.find((each) => each.voter === voter);
  return own === undefined || own.marks === null ? undefined : { voter, marks: own.marks, total: sum(own.marks), by: 'voter' };
};

const rowOf = (inside: Inside, voter: string): RowWorking => {
  const { session, panel, locked } = inside;
  const own = inside.counted.find((each) => each.voter === voter);
  const sheet = sheetOf(inside, voter);
  const start = { label: labelOf(inside, voter), source: own?.cause === null ? locked.sheets[voter]?.source ?? null : null, cause: own === undefined ? ('missing' as const) : own.cause };
  if (sheet === undefined) return { ...start, by: null, marks: [], sum: { equation: null, rounding: null }, total: null, dropped: null };
  const places = panel.trimOf === 'totals' && inside.tallied !== undefined ? session.rules.rounding.mark : null;
  const dropped = inside.tallied?.dropped.find((each) => each.voter === voter && each.criterion === null);
  const equation = sheet.marks.length > 1 ? added(sheet.marks) : null;
  return { ...start, by: sheet.by, marks: marksOf(inside, sheet), sum: { equation, rounding: roundingOf(sheet.total, places) }, total: figureOf(sheet.total), dropped: dropped?.end ?? null };
};

/** Ballots that are counted by cells and have no names are shown as counts only. */
const rowsOf = (inside: Inside): readonly RowWorking[] =>
  inside.panel.voters === 'named' || inside.form.kind === 'score' ? votersOf(inside.panel, inside.session.judges, inside.locked).map((voter) => rowOf(inside, voter)) : [];

const votesFor = ({ panel, locked, counted }: Inside, key: string): number => {
  if (panel.voters === 'counts') return locked.counts[panel.id]?.counts[key] ?? 0;
  return counted.filter((each) => each.marks !== null && locked.sheets[each.voter]?.marks[CELL] === key).length;
};

const cellsOf = (inside: Inside): readonly CellCount[] => {
  const { session, panel, form, around } = inside;
  return countKeys(session.rules, panel, around.of).flatMap((key) => {
    const value = cellValue(form, key, around.of);
    const count = votesFor(inside, key);
    if (value === null) return [];
    const worth = rounded(value, session.rules.rounding.mark);
    return [{ key, name: cellName(form, key), value: figureOf(value), rounding: roundingOf(worth, session.rules.rounding.mark), count, product: figureOf(multiply(worth, fraction(BigInt(count)))) }];
  });
};

const gapsOf = (counted: readonly Counted[]): readonly GapCount[] => {
  const gaps: GapCount[] = [];
  for (const each of counted) {
    if (each.marks !== null) continue;
    const at = gaps.findIndex((gap) => gap.cause === each.cause && gap.as === each.as);
    const known = gaps[at];
    if (known === undefined) gaps.push({ cause: each.cause, as: each.as, count: 1 });
    else gaps[at] = { ...known, count: known.count + 1 };
  }
  return gaps;
};

interface Reckoned extends Inside { readonly tallied: PanelTally }
const isIn = ({ tallied }: Reckoned, sheet: CountedSheet, column: string | null): boolean => !tallied.dropped.some((each) => each.voter === sheet.voter && each.criterion === column);

/** Marks of one column over the sheets kept before fills were added. */
const keptMarks = (inside: Reckoned, at: number): readonly Fraction[] => {
  const column = inside.panel.trimOf === 'criteria' ? inside.columns[at]?.id ?? '' : null;
  return inside.tallied.sheets.filter((sheet) => sheet.by !== 'fillAfter' && isIn(inside, sheet, column)).flatMap((sheet) => sheet.marks[at] ?? []);
};

const fillsOf = (inside: Reckoned): PanelWorking['fills'] => (['fillBefore', 'fillAfter'] as const).flatMap((by) => {
  const filled = inside.tallied.sheets.find((sheet) => sheet.by === by);
  if (filled === undefined) return [];
  const written = inside.tallied.sheets.filter((sheet) => sheet.by === 'voter' || sheet.by === 'zero');
  const columns = inside.columns.map(({ id, name }, at): ColumnStep => {
    const values = by === 'fillBefore' ? written.flatMap((sheet) => sheet.marks[at] ?? []) : keptMarks(inside, at);
    return { column: id, name, sorted: null, step: { equation: averaged(values, 'mean').equation, rounding: roundingOf(filled.marks[at] ?? fraction(0n), inside.session.rules.missing.fillPlaces) } };
  });
  return [{ by, columns }];
});

interface Column extends ColumnStep { readonly value: Fraction }
const columnOf = (inside: Reckoned, at: number): Column => {
  const { panel, session, tallied } = inside;
  const values = [...keptMarks(inside, at), ...tallied.sheets.filter((sheet) => sheet.by === 'fillAfter').flatMap((sheet) => sheet.marks[at] ?? [])];
  const { equation, sorted, value } = averaged(values, panel.average);
  const rounding = roundingOf(value, session.rules.rounding.mark);
  return { column: inside.columns[at]?.id ?? '', name: inside.columns[at]?.name ?? '', sorted, step: { equation, rounding }, value: rounding === null ? value : decimal(rounding.text) };
};

const reckoning = (inside: Reckoned): Pick<PanelWorking, 'perColumn' | 'sorted' | 'step'> => {
  const { panel, session, tallied, form } = inside;
  const rounding = roundingOf(tallied.mean, session.rules.rounding.panel);
  if (panel.trimOf === 'totals') {
    const writing: Writing = form.kind === 'score' ? 'sheets' : 'votes';
    const { equation, sorted } = averaged(tallied.sheets.filter((sheet) => isIn(inside, sheet, null)).map((sheet) => sheet.total), panel.average, writing);
    return { perColumn: [], sorted, step: { equation, rounding } };
  }
  const columns = inside.columns.map((_, at) => columnOf(inside, at));
  const equation = columns.length === 1 ? null : equationOf(joined(columns.map(({ value }) => [figureOf(value)]), ' + '), tallied.exact);
  return { perColumn: columns.map(({ value: _value, ...column }) => column), sorted: null, step: { equation, rounding } };
};

const droppedCells = ({ tallied, form }: Inside): PanelWorking['droppedCells'] => {
  const of = (end: 'highest' | 'lowest'): readonly string[] => (form.kind === 'score' || tallied === undefined ? [] : tallied.dropped.filter((each) => each.end === end)
    .flatMap((each) => tallied.sheets.find((sheet) => sheet.voter === each.voter) ?? []).map((sheet) => figureOf(sheet.total).text));
  return { highest: of('highest'), lowest: of('lowest') };
};

const columnsShown = (form: Form, of: number): PanelWorking['columns'] => (form.kind === 'score'
  ? form.criteria.map(({ id, name, points }) => ({ id, name, points }))
  : columnsOf(form).map((id) => ({ id, name: form.name, points: exactText(formFullMark(form, of)) ?? '' })));

const hidden = { rows: [], cells: [], droppedCells: { highest: [], lowest: [] }, fills: [], perColumn: [], sorted: null, step: null, figure: null } as const;

/** The working of one panel. Example: totals 81, 81, 84, 79, 81 with 1 + 1 dropped → (81 + 81 + 81) ÷ 3 = 81. Source: domain.md §2.2, §2.4. */
export const panelWorking = (given: PanelGiven): PanelWorking => {
  const { session, panel, locked, around, tallied } = given;
  const form = formOf(session.rules, panel);
  const counted = tallied?.counted ?? countedOf(session.rules, panel, { judges: session.judges, locked, around });
  const inside: Inside = { ...given, form, counted, columns: columnsShown(form, around.of) };
  const relaxed = locked.relaxed[panel.id];
  const small = isSmallGroup(panel, counted);
  const head = {
    panel: panel.id, name: panel.name, part: panel.part, voters: panel.voters, form: form.kind, fullMark: exactText(formFullMark(form, around.of)) ?? '', points: panel.points,
    columns: inside.columns, trimOf: panel.trimOf, average: panel.average,
    drops: { highest: relaxed?.dropHighest ?? panel.dropHighest, lowest: relaxed?.dropLowest ?? panel.dropLowest, relaxed: relaxed === undefined ? null : given.read(relaxed.reason) },
    valid: counted.filter((each) => each.marks !== null).length, small, gaps: gapsOf(counted),
  };
  if (small) return { ...head, ...hidden };
  const shown = { ...head, rows: rowsOf(inside), cells: cellsOf(inside), droppedCells: droppedCells(inside) };
  if (tallied === undefined) return { ...shown, fills: [], perColumn: [], sorted: null, step: null, figure: null };
  const reckoned: Reckoned = { ...inside, tallied };
  return { ...shown, fills: fillsOf(reckoned), ...reckoning(reckoned), figure: figureOf(tallied.mean) };
};
