// The helper columns of dropping, as values: place from the top, place from the bottom of what is left, counted or not.
// Only for what cells show before they are recalculated; the result itself comes from the arena's tally.
import { compare, type Fraction } from '../../../../shared/kernel/fraction.ts';

export interface TrimCell { readonly high: number; readonly low: number | null; readonly keep: 0 | 1 }
interface Placed { readonly value: Fraction; readonly panel: number; readonly seat: number }

/** One place per seat, null for seats that do not count; of equal values the earlier seat's comes first at both ends. */
export const trimColumn = (seats: readonly { readonly panel: number; readonly value: Fraction | null }[], drops: readonly { readonly highest: number; readonly lowest: number }[]): readonly (TrimCell | null)[] => {
  const placed = seats.flatMap(({ panel, value }, seat): readonly Placed[] => (value === null ? [] : [{ value, panel, seat }]));
  const before = (direction: 1 | -1, here: Placed) => (other: Placed): boolean => {
    const order = direction * compare(other.value, here.value);
    return other.panel === here.panel && (order < 0 || (order === 0 && other.seat <= here.seat));
  };
  const highOf = (here: Placed): number => placed.filter(before(-1, here)).length;
  const left = placed.filter((here) => highOf(here) > (drops[here.panel]?.highest ?? 0));
  return seats.map((_, seat) => {
    const here = placed.find((each) => each.seat === seat);
    if (here === undefined) return null;
    const high = highOf(here);
    if (!left.includes(here)) return { high, low: null, keep: 0 };
    const low = left.filter(before(1, here)).length;
    return { high, low, keep: low <= (drops[here.panel]?.lowest ?? 0) ? 0 : 1 };
  });
};
