// Rules in few words for tests: what is not said is the sample's. One score sheet is said by its criteria, trimming for all panels at once.
// It checks nothing: whether the rules add up is for checkRules.
import { defaultRules } from '../../shared/arena/defaultRules.ts'
import type { Criterion, GradeForm, PlaceValues, RankForm, ScoreForm } from '../../shared/arena/forms.ts'
import type { Disclosure, Panel, Part, Rules } from '../../shared/arena/rules.ts'

export interface RuleWords extends Omit<Partial<Rules>, 'rounding' | 'missing' | 'disclosure' | 'time' | 'awards' | 'lot'> {
  /** The criteria of the one score sheet. */
  readonly criteria?: readonly Criterion[]
  /** How every panel trims. */
  readonly trimOf?: Panel['trimOf']
  readonly rounding?: Partial<Rules['rounding']>
  readonly missing?: Partial<Rules['missing']>
  readonly disclosure?: Partial<Disclosure>
  readonly time?: Partial<Rules['time']>
  readonly awards?: Partial<Rules['awards']>
  readonly lot?: Partial<Rules['lot']>
}

/** The rules there are with what is said changed; the one part and the one panel follow the full mark unless they are said too. */
export const rulesOf = (base: Rules, words: RuleWords): Rules => {
  const { criteria, trimOf, rounding, missing, disclosure, time, awards, lot, ...plain } = words
  const full = plain.fullMark
  const forms = criteria === undefined ? base.forms : [scoreForm([...criteria])]
  const parts = full === undefined ? base.parts : base.parts.map((part) => ({ ...part, fullMark: full, points: full }))
  const panels = full === undefined || base.panels.length !== 1 ? base.panels : base.panels.map((panel) => ({ ...panel, points: full }))
  const rules: Rules = {
    ...base, forms, parts, panels, ...plain,
    rounding: { ...base.rounding, ...rounding }, missing: { ...base.missing, ...missing }, disclosure: { ...base.disclosure, ...disclosure },
    time: { ...base.time, ...time }, awards: { ...base.awards, ...awards }, lot: { ...base.lot, ...lot },
  }
  return trimOf === undefined ? rules : { ...rules, panels: rules.panels.map((panel) => ({ ...panel, trimOf })) }
}

export const aRule = (words: RuleWords = {}): Rules => rulesOf(defaultRules, words)

export const scoreForm = (criteria: Criterion[], more: Partial<ScoreForm> = {}): ScoreForm => ({ kind: 'score', id: 'form', name: '打分票', corridor: null, criteria, ...more })

/** 好 100 · 较好 80 · 一般 60 · 较差 40 as g1 … g4, nothing voided as a whole. */
export const gradeForm = (more: Partial<GradeForm> = {}): GradeForm => ({
  kind: 'grade', id: 'grades', name: '评价票', fullMark: '100',
  grades: [['好', '100'], ['较好', '80'], ['一般', '60'], ['较差', '40']].map(([name = '', value = ''], at) => ({ id: `g${at + 1}`, name, value })),
  blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false, ...more,
})
/** As in Jining: 100 for the first place, 3 less for each place behind it. */
export const rankForm = (points: PlaceValues = { by: 'linear', top: '100', step: '3' }): RankForm => ({ kind: 'rank', id: 'places', name: '名次票', points })

/** What ballots that stand as a whole need. */
export const WHOLE = { windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' } as const satisfies RuleWords

export const aPart = (id: string, fullMark: string, more: Partial<Part> = {}): Part => ({ id, name: `${id}部分`, kind: 'onSite', source: 'panels', fullMark, points: fullMark, ...more })
export const entered = (id: string, fullMark: string, more: Partial<Part> = {}): Part => aPart(id, fullMark, { kind: 'performance', source: 'entered', ...more })
export const category = (id: string): Rules['categories'][number] => ({ id, name: `${id}类` })
