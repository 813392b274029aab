// Parts and panels of version 2 of the file, and whether their points add up. Refuses a panel whose way of dropping does not fit its ballot.
import { asCount, asId, asKnown, asOneOf, asText, demandPresence, field, items, orNull, refuse, refuseOthers } from './fields.ts'
import type { Place } from './fields.ts'
import { compare, sum } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { asPositive, asShare } from './readForms.ts'
import { scores } from './rules.ts'
import type { Form, Panel, Part } from './rules.ts'

const mostBallots = 100_000

export const readPart = (place: Place): Part => {
  refuseOthers(place, ['id', 'name', 'kind', 'source', 'fullMark', 'points'])
  return {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    kind: asOneOf(field(place, 'kind'), ['onSite', 'performance', 'appraisal', 'visit', 'carried']),
    source: asOneOf(field(place, 'source'), ['panels', 'entered']),
    fullMark: asPositive(field(place, 'fullMark')),
    points: asShare(field(place, 'points')),
  }
}

interface Known {
  readonly forms: readonly Form[]
  readonly parts: readonly Part[]
  readonly categories: ReadonlySet<string>
}

const findForm = (place: Place, forms: readonly Form[]): Form => {
  const id = asId(place)
  return forms.find((form) => form.id === id) ?? refuse(place.path, `没有编号为 ${id} 的票种`, `there is no ballot ${id}`)
}

/** Dropping mark by mark needs a sheet of several marks, and counting alone needs cells that can be counted. */
const demandFit = (place: Place, { form, trimOf, voters }: Pick<Panel, 'form' | 'trimOf' | 'voters'>): void => {
  if (trimOf === 'criteria' && form.kind !== 'score') refuse(field(place, 'trimOf').path, '只有打分票能按单项去分', 'only a score sheet can be trimmed per criterion')
  if (voters === 'counts' && form.kind === 'score') refuse(field(place, 'voters').path, '打分票不能只录票数', 'a score sheet cannot be keyed as counts')
}

export const readPanel = (place: Place, { forms, parts, categories }: Known): Panel => {
  refuseOthers(place, ['id', 'name', 'colour', 'form', 'part', 'points', 'voters', 'trimOf', 'dropHighest', 'dropLowest', 'minimum', 'average', 'recusal', 'categories'])
  demandPresence(place, ['colour', 'recusal'])
  const count = (key: string): number => asCount(field(place, key), mostBallots)
  const panel: Panel = {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    form: findForm(field(place, 'form'), forms),
    part: asKnown(field(place, 'part'), new Set(parts.filter(({ source }) => source === 'panels').map(({ id }) => id))),
    points: asShare(field(place, 'points')),
    voters: asOneOf(field(place, 'voters'), ['named', 'anonymous', 'counts']),
    trimOf: asOneOf(field(place, 'trimOf'), ['totals', 'criteria']),
    dropHighest: count('dropHighest'),
    dropLowest: count('dropLowest'),
    minimum: count('minimum'),
    average: asOneOf(field(place, 'average'), ['mean', 'median']),
    categories: orNull(field(place, 'categories'), (list) => new Set(items(list).map((id) => asKnown(id, categories)))),
  }
  demandFit(place, panel)
  return panel
}

export const demandSum = (path: string, values: readonly Fraction[], expected: Fraction): void => {
  if (values.length > 0 && compare(sum(values), expected) === 0) return
  refuse(path, '各项之和与规定的总数不符', 'the parts do not add up to the stated whole')
}

/** In every one of these categories the panels' points make up their part's full mark. */
export const demandPanelSums = (path: string, { parts, panels }: { readonly parts: readonly Part[]; readonly panels: readonly Panel[] }, categories: readonly (string | null)[]): void => {
  for (const part of parts.filter(({ source }) => source === 'panels')) {
    const own = panels.filter((panel) => panel.part === part.id)
    for (const category of categories) demandSum(path, own.filter((panel) => scores(panel, category)).map(({ points }) => points), part.fullMark)
  }
}
