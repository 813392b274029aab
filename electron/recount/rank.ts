// Places by displayed total, and the list of tie rules for equal ones. A group whose draw is missing is left undecided, never ordered by chance.
import { criterionValue, weighted } from './count.ts'
import type { Counted } from './count.ts'
import { compare, roundHalfUp, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Draw } from './read.ts'
import type { Rules, TieLink } from './readRules.ts'
import type { DecidedBy } from './result.ts'

export interface Placed {
  readonly counted: Counted
  readonly rank: number
  readonly shared: boolean
  readonly decidedBy: DecidedBy
  readonly needsDraw: boolean
}

type Group = readonly Counted[]

interface Part {
  readonly members: Group
  readonly decidedBy: DecidedBy
  readonly needsDraw: boolean
}

interface Tied {
  readonly members: Group
  readonly decidedBy: DecidedBy
}

interface Context {
  readonly final: number
  readonly draws: readonly Draw[]
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

const drawnOrder = (group: Group, draws: readonly Draw[]): readonly Group[] | null => {
  const draw = draws.find(({ contestants }) => contestants.size === group.length && group.every(({ contestant }) => contestants.has(contestant.id)))
  if (draw === undefined) return null
  return draw.order.map((id) => group.filter(({ contestant }) => contestant.id === id))
}

/** The parts one rule splits a group into; null when it needs a draw that was not held. */
const split = (group: Group, link: TieLink, context: Context): readonly Group[] | null => {
  switch (link.by) {
    case 'moreDecimals':
      return splitByDecimals(group, context.final)
    case 'panel':
      return partsBy(group, (counted) => panelMean(counted, link.id))
    case 'criterion':
      return partsBy(group, (counted) => criterionValue(counted, link.id))
    case 'untrimmedMean':
      return partsBy(group, (counted) => weighted(counted.panels, ({ untrimmed }) => untrimmed))
    case 'draw':
      return drawnOrder(group, context.draws)
    case 'shared':
      return [group]
  }
}

const nameOf = (link: TieLink): Exclude<DecidedBy, null> => ('id' in link ? `${link.by}:${link.id}` : link.by)

const settle = ({ members, decidedBy }: Tied, links: readonly TieLink[], context: Context): readonly Part[] => {
  const [link, ...following] = links
  if (members.length === 1 || link === undefined) return [{ members, decidedBy, needsDraw: false }]
  if (link.by === 'shared') return [{ members, decidedBy: 'shared', needsDraw: false }]
  const parts = split(members, link, context)
  if (parts === null) return [{ members, decidedBy, needsDraw: true }]
  const decided = parts.length > 1 ? nameOf(link) : decidedBy
  return parts.flatMap((part) => settle({ members: part, decidedBy: decided }, following, context))
}

/** All counted contestants with their places, best first; a part of n rows takes n places (1, 2, 2, 4). */
export const rankAll = (counted: Group, rules: Rules, draws: readonly Draw[]): readonly Placed[] => {
  const { final } = rules.rounding
  const groups = partsBy(counted, ({ exact }) => roundHalfUp(exact, final))
  const parts = groups.flatMap((members) => settle({ members, decidedBy: null }, rules.ties, { final, draws }))
  const placed: Placed[] = []
  for (const { members, decidedBy, needsDraw } of parts) {
    const rank = placed.length + 1
    placed.push(...members.map((member) => ({ counted: member, rank, shared: members.length > 1, decidedBy, needsDraw })))
  }
  return placed
}
