// Live sums while shares are typed: what the panels of a part and the parts of the total add up to, and what each brings of the scheme's full mark.
// A figure that cannot be read yet gives no sum; nothing is rounded to make it fit.
import { compare, divide, exactText, format, multiply, parseDecimal, sum, type Fraction } from '../../../shared/kernel/fraction.ts';
import { panelScores, type Panel, type Part, type Rules } from '../../../shared/arena/rules.ts';

/** `is` null: some figure cannot be read. */
export interface Total { readonly is: string | null; readonly should: string; readonly fits: boolean; readonly terms: readonly string[] }
export interface CategoryTotal extends Total { readonly category: string | null; readonly panels: readonly string[] }

const plain = (value: Fraction): string => exactText(value) ?? format(value, 4);

const totalOf = (terms: readonly string[], should: string): Total => {
  const read = terms.map(parseDecimal);
  const known = read.filter((each) => each !== null);
  const goal = parseDecimal(should);
  if (known.length < read.length || goal === null) return { is: null, should, fits: false, terms };
  const is = sum(known);
  return { is: plain(is), should, fits: compare(is, goal) === 0, terms };
};

/** What the panels of a part make up, in every category. Example: panels of 24 and 16 in a part of 40 → {is: '40', fits: true}. */
export const panelTotals = (rules: Rules, part: Part): readonly CategoryTotal[] => {
  const own = rules.panels.filter((panel) => panel.part === part.id);
  const groups = rules.categories.length === 0 ? [null] : rules.categories;
  return groups.map((category) => {
    const scoring = own.filter((panel) => panelScores(panel, category?.id ?? null));
    return { category: category?.name ?? null, panels: scoring.map((panel) => panel.name), ...totalOf(scoring.map((panel) => panel.points), part.fullMark) };
  });
};

export const partsTotal = (rules: Rules): Total => totalOf(rules.parts.map((part) => part.points), rules.fullMark);
export const criteriaTotal = (points: readonly string[]): string | null => totalOf(points, '0').is;

/** What a panel brings of the scheme's full mark: its share of the part's points. Example: 60 of a part of 100 that brings 40 → 24. */
export const panelBrings = (panel: Panel, part: Part): string | null => {
  const [share, points, full] = [parseDecimal(panel.points), parseDecimal(part.points), parseDecimal(part.fullMark)];
  return share === null || points === null || full === null || full.top <= 0n ? null : plain(divide(multiply(share, points), full));
};

/** Equal shares of two places that add up to exactly the full mark; the first carries the rest. Example: 100 in 3 → 33.34, 33.33, 33.33. */
export const equalShares = (full: string, count: number): readonly string[] => {
  const hundredths = Math.round(Number(full) * 100);
  const each = Math.floor(hundredths / count);
  return Array.from({ length: count }, (_, at) => String((at === 0 ? hundredths - each * (count - 1) : each) / 100));
};
