// Random rules for the result workbook: every ballot, parts in their own full marks, categories, uneven dropping, fills, ties of every kind. One seed, one rule set.
import { checkRules } from '../../../shared/arena/checkRules.ts'
import { PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts'
import type { Form } from '../../../shared/arena/forms.ts'
import { criteriaOf, type Fill, type Panel, type Part, type Rules, type TieRule } from '../../../shared/arena/rules.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { below, type Chance } from '../../support/chance.ts'
import { aPart, aRule, category, entered, gradeForm, rankForm, scoreForm, WHOLE } from '../../support/ruleWords.ts'

export const pick = <T>(chance: Chance, choices: readonly T[]): T => {
  const chosen = choices[below(chance, choices.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

const FORMS: readonly ((chance: Chance, id: string) => Form)[] = [
  (_, id) => scoreForm([aCriterion(`${id}a`, '60', { step: '10', floor: '50' }), aCriterion(`${id}b`, '40', { step: '5', floor: '35' })], { id }),
  (_, id) => scoreForm([aCriterion(`${id}a`, '60', { step: '10', floor: '40' }), aCriterion(`${id}b`, '40', { step: '10', floor: '30' })], { id }),
  (_, id) => scoreForm([aCriterion(`${id}a`, '50', { step: '0.5', floor: '48' }), aCriterion(`${id}b`, '30', { step: '0.25', floor: '29' }), aCriterion(`${id}c`, '20', { step: '0.1', floor: '19.5' })], { id }),
  (_, id) => scoreForm([aCriterion(`${id}a`, '100', { step: '0.01', floor: '99.9' })], { id, name: '=总分票"' }),
  (chance, id) => gradeForm({ id, blank: pick(chance, ['abstention', 'voidCell', 'voidSheet']), double: pick(chance, ['voidCell', 'voidSheet']), abstentionsCount: chance() < 0.5, allEqualVoid: chance() < 0.3 }),
  (_, id) => gradeForm({ id, fullMark: '10', grades: [{ id: 'x', name: '*', value: '10' }, { id: 'y', name: '?', value: '7.55' }, { id: 'z', name: '=0', value: '0' }] }),
  (chance, id) => ({ ...rankForm(pick(chance, [{ by: 'linear', top: '10', step: '3' }, { by: 'borda', last: 'zero' }, { by: 'borda', last: 'one' }, { by: 'table', points: ['9', '7.5', '7.5', '5', '4', '3', '2', '1', '0.5', '0', '0', '0'] }])), id }),
]

interface Frame { readonly fullMark: string; readonly parts: Part[]; readonly shares: Readonly<Record<string, readonly string[]>> }
const FRAMES: readonly ((chance: Chance) => Frame)[] = [
  (chance) => ({ fullMark: '100', parts: [aPart('onSite', '100')], shares: { onSite: pick(chance, [['100'], ['60', '40'], ['33.3', '33.3', '33.4']]) } }),
  (chance) => ({ fullMark: '100', parts: [aPart('onSite', '100', { points: '60' }), entered('perf', '50', { points: '40' })], shares: { onSite: pick(chance, [['100'], ['20', '80']]) } }),
  (chance) => ({ fullMark: '120', parts: [aPart('onSite', '40', { points: '40' }), aPart('mass', '100', { kind: 'appraisal', points: '20' }), entered('visit', '10', { kind: 'visit', points: '60' })], shares: { onSite: pick(chance, [['40'], ['24', '16']]), mass: ['100'] } }),
]

/** In categories a rank ballot scores one of them, and its twin the other. */
const panelsOf = (chance: Chance, frame: Frame, categories: readonly string[]): { readonly panels: Panel[]; readonly forms: Form[] } => {
  const forms: Form[] = []
  const panels: Panel[] = []
  for (const [part, shares] of Object.entries(frame.shares)) {
    for (const points of shares) {
      const form = pick(chance, FORMS)(chance, `f${forms.length + 1}`)
      forms.push(form)
      const scored = categories.length > 0 && (form.kind === 'rank' || chance() < 0.3) ? categories.map((each) => [each]) : [null]
      for (const own of scored) panels.push(aRandomPanel(chance, form, { id: `P${panels.length + 1}`, points, part, colour: PANEL_COLOURS[panels.length] ?? '#000000', categories: own }))
    }
  }
  return { panels, forms }
}

const aRandomPanel = (chance: Chance, form: Form, own: Pick<Panel, 'id' | 'points' | 'part' | 'colour' | 'categories'>): Panel => {
  const drops = { dropHighest: below(chance, 3), dropLowest: below(chance, 2) }
  const voters = form.kind === 'score' ? pick(chance, ['named', 'named', 'named', 'anonymous'] as const) : pick(chance, ['named', 'anonymous', 'counts'] as const)
  const recusal = voters === 'named' && form.kind !== 'rank' ? 'propose' : 'never'
  return aPanel(own.id, own.points, {
    ...own, ...drops, form: form.id, voters, recusal, name: pick(chance, ['一组', '二组', '=组"']), average: pick(chance, ['mean', 'mean', 'median']),
    trimOf: form.kind === 'score' ? pick(chance, ['totals', 'criteria']) : 'totals', minimum: drops.dropHighest + drops.dropLowest + 1,
  })
}

const tiesOf = (chance: Chance, panels: readonly Panel[], given: Pick<Rules, 'parts' | 'forms'>): TieRule[] => {
  const bare = chance() < 0.45
  const some = (tie: TieRule, share: number): readonly TieRule[] => (!bare && chance() < share ? [tie] : [])
  const criterion = criteriaOf(given)[0]
  const last: TieRule = pick(chance, [{ by: 'shared' }, { by: 'draw' }])
  return [
    ...some({ by: 'moreDecimals' }, 0.35), ...some({ by: 'panel', id: pick(chance, panels).id }, 0.4), ...(criterion === undefined ? [] : some({ by: 'criterion', id: criterion.id }, 0.4)),
    ...some({ by: 'untrimmedMean' }, 0.5), ...some({ by: 'part', id: pick(chance, given.parts).id }, 0.4), ...(chance() < 0.3 ? [{ by: 'playOff' } as const] : []), last,
  ]
}

/** Rules that the program would accept. */
export const randomRules = (chance: Chance): Rules => {
  const categories = chance() < 0.35 ? ['K1', 'K2'] : []
  const frame = pick(chance, FRAMES)(chance)
  const { panels, forms } = panelsOf(chance, frame, categories)
  const places = (): number | null => pick(chance, [null, null, 1, 2])
  const fill = (): Fill => pick(chance, ['excluded', 'excluded', 'zero', 'fillBefore', 'fillAfter'])
  const rules = aRule({
    ...WHOLE, fullMark: frame.fullMark, parts: frame.parts, panels, forms, categories: categories.map(category), ties: tiesOf(chance, panels, { parts: frame.parts, forms }),
    missing: { absent: fill(), recused: fill(), abstained: fill(), void: fill(), leftEarly: fill(), leftEarlyMarks: pick(chance, ['stand', 'withdrawn']), fillPlaces: places() },
    rounding: { mark: places(), panel: places(), part: places(), final: pick(chance, [0, 0, 0, 1, 2, 3]) },
    adjustments: [{ id: 'bonus', name: '获奖', sign: 'bonus', fullMark: '100', cap: '2' }, { id: 'late', name: '迟到', sign: 'penalty', fullMark: '10', cap: null }],
    placePoints: chance() < 0.5 ? null : { points: { by: 'borda', last: 'one' }, ties: pick(chance, ['averaged', 'same']) },
    awards: chance() < 0.5 ? {} : { tiers: [{ id: 't1', name: '一等奖', category: null, quota: 1, score: null }, { id: 't2', name: '二等奖', category: null, quota: null, score: '50' }], edge: pick(chance, ['all', 'none']) },
  })
  const checked = checkRules(rules)
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal))
  return rules
}
