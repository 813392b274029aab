// The order in which a play-off ended, as it is put together on the desk. Pure; the host decides whether it was needed.

/** A contestant in order; `same`: level with the one before. */
export interface Placed { readonly id: string; readonly same: boolean }

/** Moves one place up or down. Who comes first is level with nobody, so the mark stays with the place, not with the name. */
export const moved = (placed: readonly Placed[], at: number, by: -1 | 1): readonly Placed[] => {
  const [one, other] = [placed[at], placed[at + by]];
  if (one === undefined || other === undefined) return placed;
  return placed.map((each, index) => (index === at ? { id: other.id, same: each.same } : index === at + by ? { id: one.id, same: each.same } : each));
};

/** Groups in order, level ones together. Example: a, b, c level with b → [a], [b, c]. */
export const groupsOf = (placed: readonly Placed[]): readonly (readonly string[])[] =>
  placed.reduce<readonly (readonly string[])[]>((groups, { id, same }) => (same && groups.length > 0 ? [...groups.slice(0, -1), [...(groups.at(-1) ?? []), id]] : [...groups, [id]]), []);
