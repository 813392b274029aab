// The sheets of one contestant, each by the ballot of its voter's panel. Refuses a stranger's sheet, a second one, and any mark the ballot does not allow.
import { asCount, asDecimal, asId, asOneOf, asText, demandPresence, entries, field, items, onlyOnce, refuse } from './fields.ts'
import type { Place } from './fields.ts'
import { compare, isMultipleOf, sum, toDecimalText } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { cell, columnsOf } from './rules.ts'
import type { Criterion, Form, Panel, Rules, ScoreForm } from './rules.ts'

export interface Sheet {
  readonly voter: string
  readonly kind: 'marks' | 'abstained' | 'void'
  /** The marks of a score sheet by criterion. */
  readonly marks: ReadonlyMap<string, Fraction>
  /** The grade's id or the place of the one cell of a grade or rank ballot; null where nothing stands in it. */
  readonly cell: string | null
}

/** What sheets may refer to. */
export interface Voters {
  readonly rules: Rules
  /** The panel of every judge. */
  readonly judges: ReadonlyMap<string, string>
}

/** A ballot without a name: the panel, p (paper) or b (sealed box), a number. Paper comes before the box, each by number. */
export const namelessNumber = (panel: string, voter: string): { readonly box: boolean; readonly number: number } | null => {
  if (!voter.startsWith(`${panel}-`)) return null
  const found = /^([pb])(\d{1,6})$/.exec(voter.slice(panel.length + 1))
  return found === null ? null : { box: found[1] === 'b', number: Number(found[2]) }
}

const panelOfVoter = (place: Place, { rules, judges }: Voters): Panel => {
  const voter = asId(place)
  const seat = judges.get(voter)
  const named = rules.panels.find((panel) => panel.voters === 'named' && panel.id === seat)
  const nameless = rules.panels.find((panel) => panel.voters === 'anonymous' && namelessNumber(panel.id, voter) !== null)
  return named ?? nameless ?? refuse(place.path, `没有编号为 ${voter} 的投票人`, `nobody who votes by sheet bears the id ${voter}`)
}

const short = (value: Fraction): string => {
  const text = toDecimalText(value, 18)
  return text.replace(/\.?0+$/, '')
}

const demandLimits = (place: Place, mark: Fraction, { step, floor, ceiling }: Criterion): void => {
  const shown = String(place.value)
  if (!isMultipleOf(mark, step)) refuse(place.path, `${shown} 不在步长 ${short(step)} 上`, `${shown} does not lie on the step ${short(step)}`)
  if (compare(mark, floor) < 0 || compare(mark, ceiling) > 0) {
    const limits = `${short(floor)}–${short(ceiling)}`
    refuse(place.path, `${shown} 超出 ${limits} 的范围`, `${shown} lies outside ${limits}`)
  }
}

const demandCorridor = (place: Place, marks: ReadonlyMap<string, Fraction>, { criteria, corridor }: ScoreForm): void => {
  if (corridor === null || marks.size < criteria.length) return
  const total = sum([...marks.values()])
  if (compare(total, corridor.lowest) >= 0 && compare(total, corridor.highest) <= 0) return
  const limits = `${short(corridor.lowest)}–${short(corridor.highest)}`
  refuse(place.path, `合计 ${short(total)} 超出 ${limits} 的范围`, `the sum ${short(total)} lies outside ${limits}`)
}

const demandColumns = (place: Place, form: Form): void => {
  const known = columnsOf(form)
  for (const [id, inner] of entries(place)) if (!known.includes(id)) refuse(inner.path, '没有这个评分项', 'there is no such criterion')
}

const readScores = (place: Place, form: ScoreForm): ReadonlyMap<string, Fraction> => {
  const marks = new Map<string, Fraction>()
  for (const criterion of form.criteria) {
    const inner = entries(place).find(([id]) => id === criterion.id)?.[1]
    if (inner === undefined) continue
    const mark = asDecimal(inner)
    demandLimits(inner, mark, criterion)
    marks.set(criterion.id, mark)
  }
  demandCorridor(place, marks, form)
  return marks
}

const readCell = (place: Place, form: Form): string | null => {
  const inner = entries(place).find(([id]) => id === cell)?.[1]
  if (inner === undefined || form.kind === 'score') return null
  const text = asText(inner)
  const allowed = form.kind === 'grade' ? form.grades.some(({ id }) => id === text) : /^[1-9]\d{0,4}$/.test(text)
  return allowed ? text : refuse(inner.path, form.kind === 'grade' ? '没有这个等次' : '这里应是名次', form.kind === 'grade' ? 'there is no such grade' : 'a place is expected here')
}

const readSheet = (place: Place, voters: Voters): Sheet => {
  asCount(field(place, 'revision'), Number.MAX_SAFE_INTEGER)
  asOneOf(field(place, 'source'), ['phone', 'paper'])
  demandPresence(place, ['at'])
  const kind = asOneOf(field(place, 'kind'), ['marks', 'abstained', 'void'])
  const marks = field(place, 'marks')
  const { form } = panelOfVoter(field(place, 'judge'), voters)
  const voter = asId(field(place, 'judge'))
  // A void sheet may be void because of its marks, so those are not held against the limits.
  if (kind !== 'marks') return { voter, kind, marks: new Map(), cell: null }
  demandColumns(marks, form)
  return form.kind === 'score' ? { voter, kind, marks: readScores(marks, form), cell: null } : { voter, kind, marks: new Map(), cell: readCell(marks, form) }
}

/** By voter; one sheet each. */
export const readSheets = (place: Place, voters: Voters): ReadonlyMap<string, Sheet> => {
  const places = items(place)
  onlyOnce(places.map((sheet) => field(sheet, 'judge')))
  return new Map(places.map((each) => readSheet(each, voters)).map((sheet) => [sheet.voter, sheet]))
}
