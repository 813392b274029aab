// A session file read with suspicion, independently of the program that wrote it. Everything the count relies on is checked; history is not read.
import { demandConsistency } from './consistency.ts'
import { asCount, asId, asKnown, asText, demandPresence, field, items, onlyOnce, refuse } from './fields.ts'
import type { Place } from './fields.ts'
import { readFirstContestant, readContestant } from './readContestants.ts'
import { readDraw, readPlayOff, refuseContradiction } from './readDraws.ts'
import { readFirstRules } from './readFirstRules.ts'
import { demandPromises } from './readPromises.ts'
import { idsOf } from './readForms.ts'
import { readRules } from './readRules.ts'
import type { Rules } from './rules.ts'
import type { Box, Judge, SessionFile } from './sessionFile.ts'

const readJudge = (place: Place, panels: ReadonlySet<string>): Judge => {
  demandPresence(place, ['name', 'title', 'home'])
  return { id: asId(field(place, 'id')), panel: asKnown(field(place, 'panel'), panels) }
}

const readBox = (place: Place, { panels }: Rules): Box => {
  const root = asText(field(place, 'root'))
  if (!/^[0-9a-f]{64}$/.test(root)) refuse(field(place, 'root').path, '这里应是 64 位十六进制数字', '64 hexadecimal digits are expected here')
  const anonymous = new Set(panels.filter(({ voters }) => voters === 'anonymous').map(({ id }) => id))
  return { panel: asKnown(field(place, 'panel'), anonymous), count: asCount(field(place, 'count'), 100_000), root }
}

const readBoxes = (place: Place, rules: Rules): readonly Box[] => {
  const boxes = items(place)
  onlyOnce(boxes.map((box) => field(box, 'panel')))
  return boxes.map((box) => readBox(box, rules))
}

type Reader = (top: Place, known: { readonly rules: Rules; readonly contestants: ReadonlySet<string> }) => Pick<SessionFile, 'playOffs' | 'boxes'>

const readFirstEnd: Reader = () => ({ playOffs: [], boxes: [] })

const readEnd: Reader = (top, { rules, contestants }) => {
  demandPromises(top)
  return {
    playOffs: items(field(top, 'playOffs')).map((playOff) => readPlayOff(playOff, contestants)),
    boxes: readBoxes(field(top, 'boxes'), rules),
  }
}

/** What differs between the versions of the file. */
const versions = {
  1: { rules: readFirstRules, contestant: readFirstContestant, end: readFirstEnd },
  2: { rules: readRules, contestant: readContestant, end: readEnd },
} as const

const readVersion = (place: Place): SessionFile['version'] => {
  if (place.value === 1 || place.value === 2) return place.value
  return refuse(place.path, '只认识第 1 版和第 2 版格式', 'only versions 1 and 2 of the format are known here')
}

const readOrder = (place: Place, known: ReadonlySet<string>): readonly string[] => {
  const places = items(place)
  onlyOnce(places)
  return places.map((each) => asKnown(each, known))
}

export const readSessionFile = (file: unknown): SessionFile => {
  const top: Place = { value: file, path: '' }
  if (field(top, 'format').value !== 'leitai-session') refuse('format', '这不是擂台场次文件', 'this is not a leitai-session file')
  const version = readVersion(field(top, 'version'))
  demandPresence(top, ['session', 'exportedAt', 'marking', 'orderMethod', 'orderSeed'])
  const rules = versions[version].rules(field(top, 'rules'))
  const judges = items(field(top, 'judges'))
  const contestants = items(field(top, 'contestants'))
  idsOf(judges)
  const known = idsOf(contestants)
  const panels = new Set(rules.panels.map(({ id }) => id))
  const seats = judges.map((judge) => readJudge(judge, panels))
  const draws = items(field(top, 'draws')).map((draw) => readDraw(draw, known))
  refuseContradiction(draws, 'draws')
  const voters = { rules, judges: new Map(seats.map(({ id, panel }) => [id, panel])) }
  const read: SessionFile = {
    version,
    title: asText(field(top, 'title')),
    phase: asText(field(top, 'phase')),
    rules,
    judges: seats,
    contestants: contestants.map((contestant) => versions[version].contestant(contestant, voters)),
    order: readOrder(field(top, 'order'), known),
    draws,
    ...versions[version].end(top, { rules, contestants: known }),
  }
  demandConsistency(read)
  return read
}
