// The arithmetic of the sheets as formulas every spreadsheet since 2010 knows. Doubles can fall just below a half:
// values are scaled to whole units and brought to ten decimals first, so that x.xx5 is seen as what it is.
import type { Form } from '../../../../shared/arena/forms.ts';
import { format, type Fraction } from '../../../../shared/kernel/fraction.ts';

/** The decimals that doubles are trusted to. */
export const GUARD = 10;
/** A bound below every value, to sum or count over "has a number". */
export const ANY_NUMBER = '">-1000000000"';

/** 四舍五入 to places as a formula. Example: `rounded('A1', 2)` → ROUND(ROUND((A1)*100,8),0)/100. */
export const rounded = (expression: string, places: number): string =>
  places === 0 ? `ROUND(ROUND(${expression},${GUARD}),0)` : `ROUND(ROUND((${expression})*${10 ** places},${GUARD - places}),0)/${10 ** places}`;
export const roundedIf = (expression: string, places: number | null): string => (places === null ? expression : rounded(expression, places));
export const guarded = (expression: string): string => `ROUND(${expression},${GUARD})`;

/** An exact value as the double a spreadsheet would show. */
export const shownNumber = (value: Fraction, places = 14): number => Number(format(value, places));
/** The same, or what stands instead. */
export const shownOr = (value: Fraction | null | undefined, otherwise: string): number | string => (value == null ? otherwise : shownNumber(value));
/** The decimals of a decimal text. Example: '0.25' → 2. */
export const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Decimals that every mark of this ballot can be written with. */
export const markPlaces = (form: Form): number => {
  if (form.kind === 'score') return Math.max(...form.criteria.flatMap(({ step, floor }) => [decimalsOf(step), decimalsOf(floor)]));
  if (form.kind === 'grade') return Math.max(...form.grades.map((grade) => decimalsOf(grade.value)));
  const { points } = form;
  return points.by === 'linear' ? Math.max(decimalsOf(points.top), decimalsOf(points.step)) : points.by === 'table' ? Math.max(...points.points.map(decimalsOf)) : 0;
};
