// The helper columns of dropping, as values: place from the top, place from the bottom of what is left, counted or not.
// Only for what cells show before they are recalculated; the result itself comes from the arena's tally.
import { compare, type Fraction } from '../../../../shared/kernel/fraction.ts';
import type { Drops } from '../../../../shared/arena/trimming.ts';

export interface TrimCell { readonly high: number; readonly low: number | null; readonly isKept: boolean }
/** A ballot in the order that settles equal values: the seat, or the number of the ballot. */
export interface TrimEntry { readonly order: number; readonly value: Fraction | null }

/** One cell per ballot, null for those that do not count; of equal values the earlier comes first at both ends. */
export const trimColumn = (entries: readonly TrimEntry[], drops: Drops): readonly (TrimCell | null)[] => {
  const placed = entries.flatMap(({ order, value }, at) => (value === null ? [] : [{ order, value, at }]));
  const down = [...placed].sort((a, b) => compare(b.value, a.value) || a.order - b.order);
  const up = down.slice(drops.highest).sort((a, b) => compare(a.value, b.value) || a.order - b.order);
  return entries.map((_, at) => {
    const high = down.findIndex((each) => each.at === at) + 1;
    const low = up.findIndex((each) => each.at === at) + 1;
    return high === 0 ? null : { high, low: low === 0 ? null : low, isKept: low > drops.lowest };
  });
};
