// Tiers of awards and points by place, out of the places alone. A tie on a tier's edge goes in or stays out as a whole, as fixed beforehand.
import { compare, mean, roundHalfUp } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Placed } from './rank.ts'
import { placeValue } from './rules.ts'
import type { Rules, Tier } from './rules.ts'

const categoryOf = ({ counted }: Placed): string | null => counted.contestant.category

/** Those of one rank together, the better rank first. */
const byRank = (rows: readonly Placed[]): readonly (readonly Placed[])[] => {
  const ranks = [...new Set(rows.map(({ rank }) => rank))].toSorted((left, right) => left - right)
  return ranks.map((rank) => rows.filter((row) => row.rank === rank))
}

const first = (rows: readonly Placed[], quota: number, edge: Rules['edge']): readonly Placed[] => {
  const taken: Placed[] = []
  for (const group of byRank(rows)) {
    if (taken.length >= quota) break
    if (taken.length + group.length > quota && edge === 'none') break
    taken.push(...group)
  }
  return taken
}

const isCandidate = (tier: Tier, row: Placed, final: number): boolean =>
  (tier.category === null || tier.category === categoryOf(row)) && (tier.score === null || compare(roundHalfUp(row.counted.exact, final), tier.score) >= 0)

/** Tier by contestant, the tiers in their order; nobody gets two. */
export const tiersOf = (placed: readonly Placed[], { tiers, edge, rounding }: Rules): ReadonlyMap<string, string> => {
  const given = new Map<string, string>()
  for (const tier of tiers) {
    const candidates = placed.filter((row) => !given.has(row.counted.contestant.id) && isCandidate(tier, row, rounding.final))
    for (const { counted } of tier.quota === null ? candidates : first(candidates, tier.quota, edge)) given.set(counted.contestant.id, tier.id)
  }
  return given
}

/**
 * Points by final place within one category: those tied share the mean of the places they take, or all get the better place's; of the n ranked.
 * Null where the table has no such place.
 */
export const pointsOf = (row: Placed, category: readonly Placed[], rules: Rules['placePoints']): Fraction | null => {
  if (rules === null) return null
  const size = category.filter(({ rank }) => rank === row.rank).length
  const places = Array.from({ length: rules.ties === 'same' ? 1 : size }, (_, at) => row.rank + at)
  const values = places.map((place) => placeValue(rules.points, place, category.length))
  const known = values.filter((value) => value !== null)
  return known.length === values.length ? mean(known) : null
}
