// How a mark is entered: one step up or down, quick values, and keys typed on the pad or a keyboard. Texts in, texts out; nothing is kept here.
import type { Criterion } from '../../shared/arena/forms.ts';
import { readMark, scaleOf, textOf, unitsOf } from './marks.ts';

const SERIES = [1, 2, 5];
const LONGEST = 8;
/** Texts typed between two steps are read this finely. */
const FINEST = 6;

/**
 * One step up (+1) or down (−1), staying within floor and ceiling; from an empty mark − begins at the ceiling and + at the floor.
 * A mark between two steps goes to the neighbouring step. Example: '28.5' +1 on step 0.5 → '29'.
 */
export const stepMark = (criterion: Criterion, text: string | undefined, direction: 1 | -1): string => {
  const { places, step, floor, ceiling } = scaleOf(criterion);
  const units = text === undefined || text === '' ? null : unitsOf(text, FINEST);
  if (units === null) return textOf(direction === 1 ? floor : ceiling, places);
  const fine = 10 ** (FINEST - places);
  const steps = units / fine / step;
  const next = (direction === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * step;
  return textOf(Math.min(ceiling, Math.max(floor, next)), places);
};

export const canStep = (criterion: Criterion, text: string | undefined, direction: 1 | -1): boolean => {
  const reading = readMark(criterion, text);
  const { floor, ceiling } = scaleOf(criterion);
  return !reading.ok || (direction === 1 ? reading.units < ceiling : reading.units > floor);
};

/** The spacing of quick values: the largest of 1, 2, 5 × 10^n that is a multiple of the step and at most an eighth of the range. */
const spacing = (step: number, range: number): number => {
  let best = step;
  for (let power = 1; power <= range; power *= 10) {
    for (const digit of SERIES) {
      const value = digit * power;
      if (value % step === 0 && value <= range / 8 && value > best) best = value;
    }
  }
  return best;
};

/** Up to four marks worth one tap, from the ceiling down. Example: 0–30 on step 0.5 → 30, 28, 26, 24. */
export const quickMarks = (criterion: Criterion): readonly string[] => {
  const { places, step, floor, ceiling } = scaleOf(criterion);
  const apart = spacing(step, ceiling - floor);
  return [0, 1, 2, 3].map((n) => ceiling - n * apart).filter((units) => units >= floor).map((units) => textOf(units, places));
};

export type EntryKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back';

/**
 * The text after one key. `fresh` is true for the first key on a criterion: it replaces the mark that stood there.
 * Keys that cannot lead to a mark (a second point, a point where steps are whole) change nothing. Example: '2' then '8' → '28'.
 */
export const typeKey = (criterion: Criterion, before: { readonly text: string; readonly fresh: boolean }, key: EntryKey): string => {
  const { places } = scaleOf(criterion);
  if (key === 'back') return before.fresh ? '' : before.text.slice(0, -1);
  const text = before.fresh ? '' : before.text;
  if (key === '.') return places === 0 || text.indexOf('.') >= 0 ? before.text : `${text === '' ? '0' : text}.`;
  const point = text.indexOf('.');
  if (text.length >= LONGEST || (point >= 0 && text.length - point > places)) return text;
  return text === '0' ? key : text + key;
};
