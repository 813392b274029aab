// Places by displayed total, and the list of tie rules for equal ones. A group whose play-off or draw is missing is left open, never ordered by chance.
import { criterionValue, untrimmedValue } from './count.ts'
import type { Counted } from './count.ts'
import { compare, roundHalfUp, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Draw, PlayOff } from './readDraws.ts'
import type { DecidedBy, Open } from './result.ts'
import type { TieLink } from './rules.ts'

export interface Placed {
  readonly counted: Counted
  readonly rank: number
  readonly shared: boolean
  readonly decidedBy: DecidedBy
}

export interface Ranking {
  readonly placed: readonly Placed[]
  readonly open: readonly Open[]
}

/** What settles ties: the rules' list, the places the total is shown with, and what was held in the room. */
export interface Means {
  readonly ties: readonly TieLink[]
  readonly final: number
  readonly draws: readonly Draw[]
  readonly playOffs: readonly PlayOff[]
}

type Group = readonly Counted[]

interface Part {
  readonly members: Group
  readonly decidedBy: DecidedBy
  /** What the group waits for. */
  readonly waits: Open['by'] | null
}

interface Tied {
  readonly members: Group
  readonly decidedBy: DecidedBy
}

const lastPlaceCompared = 12

/** Parts of equal value, the highest first; inside a part the order it came in stays. */
const partsBy = (group: Group, value: (counted: Counted) => Fraction): readonly Group[] => {
  const keyed = group.map((counted) => ({ counted, key: value(counted) })).toSorted((left, right) => compare(right.key, left.key))
  const parts: { readonly key: Fraction; readonly members: Counted[] }[] = []
  for (const { counted, key } of keyed) {
    const last = parts.at(-1)
    if (last !== undefined && compare(last.key, key) === 0) last.members.push(counted)
    else parts.push({ key, members: [counted] })
  }
  return parts.map(({ members }) => members)
}

const splitByDecimals = (group: Group, final: number): readonly Group[] => {
  for (let places = final + 1; places <= lastPlaceCompared; places += 1) {
    const parts = partsBy(group, ({ exact }) => roundHalfUp(exact, places))
    if (parts.length > 1) return parts
  }
  return partsBy(group, ({ exact }) => exact)
}

const panelMean = (counted: Counted, panel: string): Fraction => counted.panels.find((count) => count.panel.id === panel)?.mean ?? zero

const partScore = (counted: Counted, id: string): Fraction => counted.parts.find(({ part }) => part.id === id)?.score ?? zero

/** Exactly the tied contestants, no more and no fewer. */
const isFor = (group: Group) => ({ contestants }: { readonly contestants: ReadonlySet<string> }): boolean =>
  contestants.size === group.length && group.every(({ contestant }) => contestants.has(contestant.id))

/** The group in the order of these ids, those of one list still together. */
const inOrder = (group: Group, order: readonly (readonly string[])[]): readonly Group[] => order.map((ids) => group.filter(({ contestant }) => ids.includes(contestant.id)))

const drawnOrder = (group: Group, { draws }: Means): readonly Group[] | null => {
  const draw = draws.find(isFor(group))
  return draw === undefined ? null : inOrder(group, draw.order.map((id) => [id]))
}

/** A play-off that ended tied may be held again: the latest stands. */
const playedOrder = (group: Group, { playOffs }: Means): readonly Group[] | null => {
  const playOff = playOffs.findLast(isFor(group))
  return playOff === undefined ? null : inOrder(group, playOff.order)
}

/** The parts one rule splits a group into; null when it needs a play-off or a draw that was not held. */
const split = (group: Group, link: TieLink, means: Means): readonly Group[] | null => {
  switch (link.by) {
    case 'moreDecimals':
      return splitByDecimals(group, means.final)
    case 'panel':
      return partsBy(group, (counted) => panelMean(counted, link.id))
    case 'criterion':
      return partsBy(group, (counted) => criterionValue(counted, link.id))
    case 'untrimmedMean':
      return partsBy(group, untrimmedValue)
    case 'part':
      return partsBy(group, (counted) => partScore(counted, link.id))
    case 'playOff':
      return playedOrder(group, means)
    case 'draw':
      return drawnOrder(group, means)
    case 'shared':
      return [group]
  }
}

const nameOf = (link: TieLink): Exclude<DecidedBy, null> => ('id' in link ? `${link.by}:${link.id}` : link.by)

const settle = ({ members, decidedBy }: Tied, links: readonly TieLink[], means: Means): readonly Part[] => {
  const [link, ...following] = links
  if (members.length === 1 || link === undefined) return [{ members, decidedBy, waits: null }]
  if (link.by === 'shared') return [{ members, decidedBy: 'shared', waits: null }]
  const parts = split(members, link, means)
  if (parts === null) return [{ members, decidedBy, waits: link.by === 'playOff' ? 'playOff' : 'draw' }]
  const decided = parts.length > 1 ? nameOf(link) : decidedBy
  return parts.flatMap((part) => settle({ members: part, decidedBy: decided }, following, means))
}

/** The counted contestants of one category with their places, best first; a part of n rows takes n places (1, 2, 2, 4). */
export const rankAll = (counted: Group, means: Means): Ranking => {
  const groups = partsBy(counted, ({ exact }) => roundHalfUp(exact, means.final))
  const parts = groups.flatMap((members) => settle({ members, decidedBy: null }, means.ties, means))
  const placed: Placed[] = []
  for (const { members, decidedBy } of parts) {
    const rank = placed.length + 1
    placed.push(...members.map((member) => ({ counted: member, rank, shared: members.length > 1, decidedBy })))
  }
  const open = parts.flatMap(({ members, waits }) => (waits === null ? [] : [{ by: waits, contestants: members.map(({ contestant }) => contestant.id) }]))
  return { placed, open }
}
