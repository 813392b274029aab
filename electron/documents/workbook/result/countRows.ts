// A table of counts: so many ballots gave a grade or a place, its value, what dropping leaves of them, and the product. Everything but the counts is a formula.
import { add, fraction, multiply, ZERO, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { rounded as roundedExactly } from '../../../../shared/arena/trimming.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnRange, fixedCell } from '../cells.ts';
import { centreStyle, helperStyle, numberStyle, textStyle } from '../styles.ts';
import { dash, footCell, heading, helperHeading, type Section } from './drawing.ts';
import { markPlaces, roundedIf, shownNumber } from './formulas.ts';
import { COUNT, NAME } from './layout.ts';
import type { CountRow } from './panelBoard.ts';
import { valueCell } from './valuesSheet.ts';

const words = workbookWords.marks;

/** A row that counts, with the ballots before it, with it, and how many of it are left after dropping. */
interface Ranged { readonly row: CountRow; readonly value: Fraction; readonly counted: Fraction; readonly before: number; readonly upTo: number; readonly kept: number }
const valuedOf = ({ panel }: Section): readonly (CountRow & { readonly value: Fraction })[] => panel.counts.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));

const rangedOf = (section: Section): readonly Ranged[] => {
  const { drops } = section.panel;
  const valued = valuedOf(section);
  const all = valued.reduce((total, row) => total + row.count, 0);
  return valued.map((row, at) => {
    const before = valued.slice(0, at).reduce((total, each) => total + each.count, 0);
    const upTo = before + row.count;
    const kept = Math.max(0, Math.min(upTo, all - drops.lowest) - Math.max(before, drops.highest));
    return { row, value: row.value, counted: roundedExactly(row.value, section.rules.rounding.mark), before, upTo, kept };
  });
};

/** The range of a column over the rows that count. */
export const countRange = (section: Section, column: number): string => columnRange(column, section.place.first, section.place.first + Math.max(1, valuedOf(section).length) - 1);

export function drawCounts(section: Section): void {
  const { draft, panel, place } = section;
  heading(section, place.heading, [[NAME, words.cell], [COUNT.value, words.value], [COUNT.count, words.count], [COUNT.kept, words.keptCount], [COUNT.counted, words.countedValue], [COUNT.product, words.product]]);
  helperHeading(section, place.heading, [[COUNT.upTo, words.upTo], ...(panel.panel.average === 'median' ? [[COUNT.keptUpTo, words.keptUpTo] as const] : [])]);
  const ranged = rangedOf(section);
  for (const [at, row] of panel.counts.entries()) {
    const line = place.first + at;
    draft.text(line, NAME, { words: row.name, style: textStyle });
    draft.number(line, COUNT.count, { value: row.count, style: centreStyle });
    const counting = ranged[at];
    if (counting === undefined) draft.text(line, COUNT.value, { words: dash, style: centreStyle });
    else drawRanged(section, counting, { at, keptBefore: ranged.slice(0, at).reduce((total, each) => total + each.kept, 0) });
  }
}

function drawRanged(section: Section, { row, value, counted, upTo, kept }: Ranged, given: { readonly at: number; readonly keptBefore: number }): void {
  const { draft, rules, panel, values, place } = section;
  const { form, of } = panel;
  const line = place.first + given.at;
  const cell = (column: keyof typeof COUNT): string => cellAt(line, COUNT[column]);
  const places = markPlaces(form);
  if (row.key === null) draft.number(line, COUNT.value, { value: 0, style: numberStyle(places) });
  else draft.formula(line, COUNT.value, { formula: valueCell(values, { form, of, at: row.key }), shown: shownNumber(value), style: numberStyle(places) });
  const start = fixedCell(place.first, COUNT.count);
  draft.formula(line, COUNT.upTo, { formula: `SUM(${start}:${cell('count')})`, shown: upTo, style: helperStyle(0) });
  const left = `MIN(${cell('upTo')},${footCell(section, 'valid')}-${footCell(section, 'lowest')})-MAX(${cell('upTo')}-${cell('count')},${footCell(section, 'highest')})`;
  draft.formula(line, COUNT.kept, { formula: `MAX(0,${left})`, shown: kept, style: centreStyle });
  draft.formula(line, COUNT.counted, { formula: roundedIf(cell('value'), rules.rounding.mark), shown: shownNumber(counted), style: numberStyle(rules.rounding.mark ?? places) });
  draft.formula(line, COUNT.product, { formula: `${cell('kept')}*${cell('counted')}`, shown: shownNumber(multiply(counted, fraction(BigInt(kept)))), style: numberStyle(rules.rounding.mark ?? places) });
  if (panel.panel.average === 'median') draft.formula(line, COUNT.keptUpTo, { formula: `SUM(${fixedCell(place.first, COUNT.kept)}:${cell('kept')})`, shown: given.keptBefore + kept, style: helperStyle(0) });
}

/** Σ product ÷ ballots left; or the middle value, found by running totals. */
export const countAverage = (section: Section): string => {
  const range = (column: keyof typeof COUNT): string => countRange(section, COUNT[column]);
  if (section.panel.panel.average === 'mean') return `SUM(${range('product')})/SUM(${range('kept')})`;
  const at = (offset: number): string => `INDEX(${range('counted')},COUNTIF(${range('keptUpTo')},"<"&INT((SUM(${range('kept')})+${offset})/2))+1)`;
  return `(${at(1)}+${at(2)})/2`;
};

/** How many ballots count, as drawn. */
export const countedBallots = (section: Section): number => Number(valuedOf(section).map((row) => fraction(BigInt(row.count))).reduce(add, ZERO).top);
