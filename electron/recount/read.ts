// A session file read with suspicion, independently of the program that wrote it. Everything the count relies on is checked; history is not read.
import { createHash } from 'node:crypto'
import { asId, asKnown, asText, demandPresence, field, items, onlyOnce, refuse } from './fields.ts'
import type { Place } from './fields.ts'
import { readContestant } from './readContestants.ts'
import type { Contestant } from './readContestants.ts'
import { readRules } from './readRules.ts'
import type { Rules } from './readRules.ts'

export interface Judge {
  readonly id: string
  readonly panel: string
}

export interface Draw {
  readonly contestants: ReadonlySet<string>
  readonly order: readonly string[]
}

export interface SessionFile {
  readonly title: string
  readonly phase: string
  readonly rules: Rules
  /** In seat order. */
  readonly judges: readonly Judge[]
  /** In the file's order. */
  readonly contestants: readonly Contestant[]
  readonly draws: readonly Draw[]
}

const idsOf = (places: readonly Place[]): ReadonlySet<string> => onlyOnce(places.map((place) => field(place, 'id')))

const readJudge = (place: Place, panels: ReadonlySet<string>): Judge => {
  demandPresence(place, ['name', 'title', 'home'])
  return { id: asId(field(place, 'id')), panel: asKnown(field(place, 'panel'), panels) }
}

/** The order a seed draws: ids by the hexadecimal SHA-256 of `seed:id`, ascending. */
export const orderFromSeed = (seed: string, ids: readonly string[]): readonly string[] => {
  const keyed = ids.map((id) => ({ id, key: createHash('sha256').update(`${seed}:${id}`, 'utf8').digest('hex') }))
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)).map(({ id }) => id)
}

const readDraw = (place: Place, known: ReadonlySet<string>): Draw => {
  const idList = (key: string): readonly string[] => {
    const places = items(field(place, key))
    onlyOnce(places)
    return places.map((item) => asKnown(item, known))
  }
  const contestants = idList('contestants')
  const order = idList('order')
  const drawn = orderFromSeed(asId(field(place, 'seed')), contestants)
  if (drawn.length !== order.length || drawn.some((id, index) => id !== order[index])) {
    refuse(field(place, 'order').path, '抽签次序与种子算出的不符', 'this order does not follow from the seed')
  }
  return { contestants: new Set(contestants), order }
}

/** Two draws for the same contestants that end differently: nothing in the file says which one stands. */
const refuseContradiction = (draws: readonly Draw[], path: string): void => {
  const ended = new Map<string, string>()
  for (const [index, { contestants, order }] of draws.entries()) {
    const group = JSON.stringify([...contestants].toSorted())
    const end = JSON.stringify(order)
    if ((ended.get(group) ?? end) !== end) refuse(`${path}[${index}]`, '同一组有两次结果不同的抽签', 'the same group was drawn twice with different ends')
    ended.set(group, end)
  }
}

export const readSessionFile = (file: unknown): SessionFile => {
  const top: Place = { value: file, path: '' }
  if (field(top, 'format').value !== 'leitai-session') refuse('format', '这不是擂台场次文件', 'this is not a leitai-session file')
  if (field(top, 'version').value !== 1) refuse('version', '只认识第 1 版格式', 'only version 1 of the format is known here')
  demandPresence(top, ['session', 'exportedAt', 'marking', 'orderMethod', 'orderSeed'])
  const rules = readRules(field(top, 'rules'))
  const judges = items(field(top, 'judges'))
  const contestants = items(field(top, 'contestants'))
  const judgeIds = idsOf(judges)
  const contestantIds = idsOf(contestants)
  const panels = new Set(rules.panels.map(({ id }) => id))
  const speaking = items(field(top, 'order'))
  onlyOnce(speaking)
  for (const place of speaking) asKnown(place, contestantIds)
  const draws = items(field(top, 'draws')).map((draw) => readDraw(draw, contestantIds))
  refuseContradiction(draws, 'draws')
  return {
    title: asText(field(top, 'title')),
    phase: asText(field(top, 'phase')),
    rules,
    judges: judges.map((judge) => readJudge(judge, panels)),
    contestants: contestants.map((contestant) => readContestant(contestant, { rules, judges: judgeIds })),
    draws,
  }
}
