// Reads the figures of all entries: what the cells of a column prove together, bounds, percent signs, blanks, marks given twice.
import { compare, divide, parseDecimal } from '../../../../shared/kernel/fraction.ts';
import type { Entry } from './entry.ts';
import { placesOf, wholeDigitsOf } from './decimalText.ts';
import type { DuplicateFigure, FigureLimits, FigurePlan, FigureProblem } from './order.ts';
import { conventionOf, readFigure, type Rounded } from './readFigure.ts';

/** What a figure may have at most anywhere in the program: seven digits before the point, six behind it. */
const MOST_WHOLE_DIGITS = 7;
const MOST_PLACES = 6;

export interface ReadEntry { readonly entry: Entry; readonly text: string; readonly percent: boolean }
export interface ReadEntries { readonly read: readonly ReadEntry[]; readonly problems: readonly FigureProblem[]; readonly missing: FigurePlan['missing']; readonly duplicates: readonly DuplicateFigure[] }

type Fault = Pick<FigureProblem, 'code' | 'details'>;

/** What is wrong with a figure in its column, or null. Example: 28.3 with step 0.5 → offStep. Bounds themselves are allowed. */
export const faultOf = (text: string, { min, max, step, places = MOST_PLACES }: FigureLimits): Fault | null => {
  if (wholeDigitsOf(text) > MOST_WHOLE_DIGITS) return { code: 'tooLarge', details: { text, most: MOST_WHOLE_DIGITS } };
  if (placesOf(text) > Math.min(places, MOST_PLACES)) return { code: 'tooFine', details: { text, places: Math.min(places, MOST_PLACES) } };
  const value = parseDecimal(text);
  const [low, high, unit] = [min, max, step].map((bound) => (bound === undefined ? null : parseDecimal(bound)));
  if (value === null) return { code: 'notANumber', details: { text } };
  if (low && compare(value, low) < 0) return { code: 'belowMin', details: { text, min: min ?? '' } };
  if (high && compare(value, high) > 0) return { code: 'aboveMax', details: { text, max: max ?? '' } };
  return unit && unit.top > 0n && divide(value, unit).bottom !== 1n ? { code: 'offStep', details: { text, step: step ?? '' } } : null;
};

/** `groupOf`: which entries were written by one hand and prove each other's separators. */
export const readEntries = (entries: readonly Entry[], { rounded, groupOf }: { readonly rounded: Rounded; readonly groupOf: (entry: Entry) => string }): ReadEntries => {
  const problems: FigureProblem[] = [];
  const missing: FigurePlan['missing'][number][] = [];
  const read: ReadEntry[] = [];
  for (const group of Map.groupBy(entries, groupOf).values()) {
    const convention = conventionOf(group.map(({ cell }) => cell));
    const figures: ReadEntry[] = [];
    for (const entry of group) {
      const figure = readFigure(entry.cell, { convention, rounded });
      if (!figure.ok) problems.push({ where: entry.where, code: figure.code, details: figure.details });
      else if (figure.text === '') missing.push({ unit: entry.unit, column: entry.column, where: entry.where });
      else figures.push({ entry, text: figure.text, percent: figure.percent });
    }
    problems.push(...mixedPercents(figures), ...beyondLimits(figures));
    read.push(...figures);
  }
  return { problems, ...once(read, missing) };
};

/** 95% beside 0.95: nobody can tell which of them is meant. Nothing is nothing either way. */
const mixedPercents = (figures: readonly ReadEntry[]): readonly FigureProblem[] => {
  const telling = figures.filter(({ text }) => text !== '0');
  const percents = telling.filter(({ percent }) => percent);
  return percents.length === telling.length ? [] : percents.map(({ entry, text }) => ({ where: entry.where, code: 'percentMixed', details: { text: `${text}%` } }));
};

const beyondLimits = (figures: readonly ReadEntry[]): readonly FigureProblem[] =>
  figures.flatMap(({ entry, text }) => {
    const fault = faultOf(text, entry.limits);
    return fault === null ? [] : [{ where: entry.where, ...fault }];
  });

/** A second figure for the same unit and column is reported, even when it says the same. */
function once(figures: readonly ReadEntry[], blank: FigurePlan['missing']): Pick<ReadEntries, 'read' | 'duplicates' | 'missing'> {
  const first = new Map<string, Entry>();
  const duplicates: DuplicateFigure[] = [];
  const read: ReadEntry[] = [];
  for (const figure of figures) {
    const { unit, column, where } = figure.entry;
    const known = first.get(`${unit} ${column}`);
    if (known === undefined) {
      first.set(`${unit} ${column}`, figure.entry);
      read.push(figure);
    } else duplicates.push({ id: unit, column, name: '', first: known.where, second: where });
  }
  return { read, duplicates, missing: blank.filter(({ unit, column }) => !first.has(`${unit} ${column}`)) };
}
