// How ties were ended in the room: draws, each checked against its seed, and play-offs. Refuses an order that leaves somebody out.
import { createHash } from 'node:crypto'
import { asId, asKnown, demandPresence, field, items, onlyOnce, refuse } from './fields.ts'
import type { Place } from './fields.ts'

export interface Draw {
  readonly contestants: ReadonlySet<string>
  readonly order: readonly string[]
}

export interface PlayOff {
  readonly contestants: ReadonlySet<string>
  /** Best first; those in one group are still tied. */
  readonly order: readonly (readonly string[])[]
}

/** The order a seed draws: ids by the hexadecimal SHA-256 of `seed:id`, ascending. */
export const orderFromSeed = (seed: string, ids: readonly string[]): readonly string[] => {
  const keyed = ids.map((id) => ({ id, key: createHash('sha256').update(`${seed}:${id}`, 'utf8').digest('hex') }))
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)).map(({ id }) => id)
}

const idList = (place: Place, known: ReadonlySet<string>): readonly string[] => {
  const places = items(place)
  onlyOnce(places)
  return places.map((item) => asKnown(item, known))
}

export const readDraw = (place: Place, known: ReadonlySet<string>): Draw => {
  const contestants = idList(field(place, 'contestants'), known)
  const order = idList(field(place, 'order'), known)
  const drawn = orderFromSeed(asId(field(place, 'seed')), contestants)
  if (drawn.length !== order.length || drawn.some((id, index) => id !== order[index])) {
    refuse(field(place, 'order').path, '抽签次序与种子算出的不符', 'this order does not follow from the seed')
  }
  return { contestants: new Set(contestants), order }
}

/** Two draws for the same contestants that end differently: nothing in the file says which one stands. */
export const refuseContradiction = (draws: readonly Draw[], path: string): void => {
  const ended = new Map<string, string>()
  for (const [index, { contestants, order }] of draws.entries()) {
    const group = JSON.stringify([...contestants].toSorted())
    const end = JSON.stringify(order)
    if ((ended.get(group) ?? end) !== end) refuse(`${path}[${index}]`, '同一组有两次结果不同的抽签', 'the same group was drawn twice with different ends')
    ended.set(group, end)
  }
}

export const readPlayOff = (place: Place, known: ReadonlySet<string>): PlayOff => {
  demandPresence(place, ['note'])
  const contestants = new Set(idList(field(place, 'contestants'), known))
  const groups = items(field(place, 'order'))
  onlyOnce(groups.flatMap((group) => items(group)))
  const order = groups.map((group) => items(group).map((item) => asKnown(item, contestants))).filter((group) => group.length > 0)
  if (order.flat().length !== contestants.size) refuse(field(place, 'order').path, '加赛名次没有包含全部选手', 'this order leaves somebody out')
  return { contestants, order }
}
