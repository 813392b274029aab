// A hand-made session file of version 2 with invented units (示例), built from short lines: a score sheet is its marks in the criteria's order, a grade
// ballot the grade, a rank ballot the place. '弃权' is a cell without a mark, '作废' a spoilt one, '' no sheet at all. Panels without names get p1, p2, …
import type { CriterionSetup } from './exampleSession.ts'

export interface PanelSetup {
  readonly id: string
  readonly form?: string
  readonly part?: string
  readonly points?: string
  readonly seats?: number
  readonly voters?: 'named' | 'anonymous' | 'counts'
  readonly drop?: readonly [highest: number, lowest: number]
  readonly minimum?: number
  readonly trimOf?: 'totals' | 'criteria'
  readonly average?: 'mean' | 'median'
  readonly categories?: readonly string[]
}

export interface ContestantSetup {
  readonly sheets?: Readonly<Record<string, readonly string[]>>
  readonly gaps?: Readonly<Record<string, string>>
  readonly relaxed?: readonly (readonly [panel: string, highest: number, lowest: number])[]
  readonly withdrawn?: boolean
  readonly forfeited?: boolean
  readonly locked?: boolean
  readonly category?: string
  readonly parts?: Readonly<Record<string, string>>
  readonly adjustments?: readonly (readonly [kind: string, amount: string])[]
  readonly counts?: readonly object[]
  readonly balances?: readonly object[]
}

export interface SecondSetup {
  readonly fullMark?: string
  readonly forms?: readonly FormSetup[]
  readonly parts?: readonly object[]
  readonly panels: readonly PanelSetup[]
  readonly adjustments?: readonly object[]
  readonly timePenalty?: object
  readonly missing?: object
  readonly rounding?: object
  readonly categories?: readonly string[]
  readonly ties?: readonly object[]
  readonly placePoints?: object
  readonly awards?: readonly object[]
  readonly edge?: 'all' | 'none'
  readonly contestants: readonly ContestantSetup[]
  readonly draws?: readonly object[]
  readonly playOffs?: readonly object[]
  readonly boxes?: readonly object[]
}

interface FormSetup {
  readonly kind: 'score' | 'grade' | 'rank'
  readonly id: string
  readonly criteria?: readonly { readonly id: string }[]
  /** What else the ballot says. */
  readonly [more: string]: unknown
}

const letters = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']

export const scoreForm = (criteria: readonly CriterionSetup[], more: object = {}): FormSetup => ({
  kind: 'score',
  id: 'form',
  name: '打分票', corridor: null,
  criteria: criteria.map(({ id, points, step = '0.5', floor = '0' }) => ({ id, name: `示例项${id}`, points, step, floor, ceiling: points })),
  ...more,
})

/** 好 100 · 较好 80 · 一般 60 · 较差 40. */
export const gradeForm = (more: object = {}): FormSetup => ({
  kind: 'grade',
  id: 'form',
  name: '评价票', fullMark: '100', blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false,
  grades: [['好', '100'], ['较好', '80'], ['一般', '60'], ['较差', '40']].map(([id, value]) => ({ id, name: id, value })),
  ...more,
})

export const rankForm = (points: object): FormSetup => ({ kind: 'rank', id: 'form', name: '名次票', points })

/** A part entered by hand. */
export const enteredPart = (id: string, points: string, more: object = {}) => ({ id, name: `示例${id}`, kind: 'performance', source: 'entered', fullMark: '100', points, ...more })

export const onSitePart = (points = '100', fullMark = '100') => ({ id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark, points })

const panelOf = ({ id, form = 'form', part = 'onSite', points = '100', voters = 'named', drop = [0, 0], minimum = 1, trimOf = 'totals', average = 'mean', categories }: PanelSetup) => ({
  id, name: `示例${id}组`, colour: '#1f5fa8', form, part, points, voters, trimOf, dropHighest: drop[0], dropLowest: drop[1],
  minimum, average, recusal: 'propose', categories: categories ?? null,
})

const kinds: Readonly<Record<string, string>> = { 弃权: 'abstained', 作废: 'void' }

const marksOf = (line: string, form: FormSetup): object => {
  if (kinds[line] !== undefined) return {}
  if (form.kind !== 'score') return { cell: line }
  return Object.fromEntries(line.split(' ').map((figure, index) => [form.criteria?.[index]?.id ?? `extra${index}`, figure]))
}

export const sheetOf = (judge: string, line: string, form: FormSetup) => ({ judge, revision: 1, source: 'paper', kind: kinds[line] ?? 'marks', marks: marksOf(line, form), at: '2026-11-02T01:30:00.000Z' })

interface Given {
  readonly panels: readonly PanelSetup[]
  readonly forms: readonly FormSetup[]
}

const sheetsOf = (sheets: Readonly<Record<string, readonly string[]>>, { panels, forms }: Given) =>
  panels.flatMap((panel) =>
    (sheets[panel.id] ?? []).flatMap((line, at) => {
      const form = forms.find(({ id }) => id === (panel.form ?? 'form')) ?? gradeForm()
      return line === '' ? [] : [sheetOf(panel.voters === 'anonymous' ? `${panel.id}-p${at + 1}` : `${panel.id}${at + 1}`, line, form)]
    }),
  )

const contestantOf = (setup: ContestantSetup, at: number, given: Given) => ({
  id: `u${at + 1}`, name: `${letters[at] ?? at + 1}区`, shortName: '', speaker: '示例选手', withdrawn: setup.withdrawn ?? false, locked: setup.locked ?? true,
  sheets: sheetsOf(setup.sheets ?? {}, given),
  gaps: Object.entries(setup.gaps ?? {}).map(([judge, cause]) => ({ judge, cause, note: '' })),
  category: setup.category ?? null, forfeited: setup.forfeited ?? false, parts: setup.parts ?? {},
  adjustments: (setup.adjustments ?? []).map(([kind, amount]) => ({ kind, amount, phase: null, seconds: null, reason: '' })),
  counts: setup.counts ?? [],
  balances: setup.balances ?? [],
  relaxed: (setup.relaxed ?? []).map(([panel, dropHighest, dropLowest]) => ({ panel, dropHighest, dropLowest, reason: '现场决定' })),
  revisions: [], lateSheets: [], corrections: [],
})

const excluded = { absent: 'excluded', recused: 'excluded', abstained: 'excluded', void: 'excluded', leftEarly: 'excluded', leftEarlyMarks: 'stand', fillPlaces: null }
const room = { windows: {}, reveal: '', rankingReveal: {}, disclosure: {}, lot: {}, trial: false, farFromMedian: null, paperCheck: '', singleOperator: false }
const clock = { speechSeconds: 480, firstWarning: 60, secondWarning: 30, questionSeconds: 0, lateForfeitSeconds: null }

const rulesOf = (setup: SecondSetup, forms: readonly FormSetup[]) => ({
  fullMark: setup.fullMark ?? '100',
  forms,
  parts: setup.parts ?? [onSitePart()],
  panels: setup.panels.map(panelOf),
  adjustments: setup.adjustments ?? [],
  missing: { ...excluded, ...setup.missing },
  rounding: { mark: null, panel: null, part: null, final: 2, ...setup.rounding },
  categories: (setup.categories ?? []).map((id) => ({ id, name: `示例${id}类` })),
  ties: setup.ties ?? [{ by: 'shared' }],
  placePoints: setup.placePoints ?? null,
  awards: { tiers: setup.awards ?? [], edge: setup.edge ?? 'all', announce: 'straight' },
  time: { ...clock, penalty: setup.timePenalty ?? null },
  ...room,
})

/** The whole file; contestants get the ids u1, u2, …, judges the ids A1, A2, … by panel and seat. */
export const secondFile = (setup: SecondSetup) => {
  const forms = setup.forms ?? [scoreForm([{ id: 'c1', points: '100', step: '0.01' }])]
  const contestants = setup.contestants.map((contestant, at) => contestantOf(contestant, at, { panels: setup.panels, forms }))
  const judges = setup.panels.flatMap(({ id, seats = 0, voters = 'named' }) => (voters === 'named' ? Array.from({ length: seats }, (_, at) => ({ id: `${id}${at + 1}`, panel: id, name: `示例评委${id}${at + 1}`, title: '', home: null })) : []))
  return {
    format: 'leitai-session', version: 2, session: 's1', title: '示例市书记擂台', phase: 'finalised', exportedAt: '', marking: '示例',
    rules: rulesOf(setup, forms),
    order: contestants.map(({ id }) => id), orderMethod: 'draw', orderSeed: 'order-1', orderCalled: null, orderCommitment: null, ruleSheet: null, ruleSheetText: null,
    judges,
    contestants,
    draws: setup.draws ?? [], playOffs: setup.playOffs ?? [], boxes: setup.boxes ?? [],
  }
}
