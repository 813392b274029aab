// Ranking styles. Shared places are 1,2,2,4 (domain.md §2.2).

/**
 * Competition ranks of a list already sorted best first: equal neighbours share a place and the next place is skipped.
 * Example: `competitionRanks([90, 85, 85, 80], (a, b) => a === b)` → `[1, 2, 2, 4]`.
 */
export const competitionRanks = <T>(sorted: readonly T[], equal: (a: T, b: T) => boolean): readonly number[] => {
  const ranks: number[] = [];
  sorted.forEach((item, index) => {
    const before = sorted[index - 1];
    const same = index > 0 && before !== undefined && equal(before, item);
    ranks.push(same ? (ranks[index - 1] ?? index + 1) : index + 1);
  });
  return ranks;
};
