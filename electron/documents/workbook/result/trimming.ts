// The helper columns of dropping, as values: place from the top, place from the bottom of what is left, counted or not.
// Only for what cells show before they are recalculated; the result itself comes from the arena's tally.
import { compare, type Fraction } from '../../../../shared/kernel/fraction.ts';

export interface TrimCell { readonly high: number; readonly low: number | null; readonly keep: 0 | 1 }
interface Placed { readonly value: Fraction; readonly seat: number }

/** One place per seat, null for seats that do not count; of equal values the earlier seat's comes first at both ends. */
export const trimColumn = (seats: readonly { readonly panel: number; readonly value: Fraction | null }[], drops: readonly { readonly highest: number; readonly lowest: number }[]): readonly (TrimCell | null)[] => {
  const cells: (TrimCell | null)[] = seats.map(() => null);
  for (const [panel, drop] of drops.entries()) {
    const placed = seats.flatMap((each, seat): readonly Placed[] => (each.panel !== panel || each.value === null ? [] : [{ value: each.value, seat }]));
    const down = [...placed].sort((a, b) => compare(b.value, a.value) || a.seat - b.seat);
    const up = down.slice(drop.highest).sort((a, b) => compare(a.value, b.value) || a.seat - b.seat);
    for (const [at, { seat }] of down.entries()) cells[seat] = { high: at + 1, low: null, keep: 0 };
    for (const [at, { seat }] of up.entries()) cells[seat] = { high: cells[seat]?.high ?? 0, low: at + 1, keep: at < drop.lowest ? 0 : 1 };
  }
  return cells;
};
