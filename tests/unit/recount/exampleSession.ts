// A hand-made session file of invented units (示例), built from short lines: each sheet is its marks in the criteria's order.
// '弃权' is an abstention, '作废' a void sheet, '' no sheet at all.

export interface CriterionSetup {
  readonly id: string
  readonly points: string
  readonly step?: string
  readonly floor?: string
}

export interface PanelSetup {
  readonly id: string
  readonly weight: string
  readonly seats: number
  readonly drop?: readonly [highest: number, lowest: number]
  readonly minimum?: number
}

export interface ContestantSetup {
  readonly name: string
  /** Sheets per panel, in seat order. */
  readonly sheets: Readonly<Record<string, readonly string[]>>
  readonly gaps?: Readonly<Record<string, string>>
  readonly relaxed?: readonly { readonly panel: string; readonly dropHighest: number; readonly dropLowest: number }[]
  readonly withdrawn?: boolean
  readonly locked?: boolean
}

export interface SessionSetup {
  readonly criteria?: readonly CriterionSetup[]
  readonly panels?: readonly PanelSetup[]
  readonly trimOf?: 'totals' | 'criteria'
  readonly rounding?: { readonly mark?: number; readonly panel?: number; readonly final?: number }
  readonly ties?: readonly object[]
  readonly contestants: readonly ContestantSetup[]
  readonly draws?: readonly object[]
}

/** domain.md §2.2: five judges, three criteria. */
export const workedSheets = ['28 35 18', '30 34 17', '27 38 19', '29 36 14', '26 37 18'] as const

const defaultCriteria: readonly CriterionSetup[] = [
  { id: 'c1', points: '30' },
  { id: 'c2', points: '40' },
  { id: 'c3', points: '30' },
]

/** One criterion of 100 points in steps of 0.01: a sheet is a single figure. */
export const oneFigure: readonly CriterionSetup[] = [{ id: 'c1', points: '100', step: '0.01' }]

const criterionOf = ({ id, points, step = '0.5', floor = '0' }: CriterionSetup) => ({ id, name: `示例项${id}`, points, step, floor, ceiling: points })

const panelOf = ({ id, weight, drop = [0, 0], minimum = 1 }: PanelSetup) => ({
  id,
  name: `示例${id}组`,
  weight,
  colour: 'blue',
  dropHighest: drop[0],
  dropLowest: drop[1],
  minimum,
  recusal: 'propose',
})

const judgesOf = (panels: readonly PanelSetup[]) =>
  panels.flatMap(({ id, seats }) =>
    Array.from({ length: seats }, (_, index) => ({ id: `${id}${index + 1}`, panel: id, name: `示例评委${id}${index + 1}`, title: '', home: null })),
  )

const kinds: Readonly<Record<string, string>> = { 弃权: 'abstained', 作废: 'void' }

const sheetOf = (judge: string, line: string, criteria: readonly CriterionSetup[]) => {
  const figures = kinds[line] === undefined ? line.split(' ') : []
  const marks = Object.fromEntries(figures.map((figure, index) => [criteria[index]?.id ?? `extra${index}`, figure]))
  return { judge, revision: 1, source: 'phone', kind: kinds[line] ?? 'marks', marks, at: '2026-11-02T09:30:00+08:00' }
}

const contestantOf = (setup: ContestantSetup, id: string, criteria: readonly CriterionSetup[]) => ({
  id,
  name: setup.name,
  shortName: setup.name,
  speaker: '示例选手',
  withdrawn: setup.withdrawn ?? false,
  locked: setup.locked ?? true,
  sheets: Object.entries(setup.sheets).flatMap(([panel, lines]) =>
    lines.flatMap((line, seat) => (line === '' ? [] : [sheetOf(`${panel}${seat + 1}`, line, criteria)])),
  ),
  gaps: Object.entries(setup.gaps ?? {}).map(([judge, cause]) => ({ judge, cause, note: '' })),
  relaxed: setup.relaxed ?? [],
  revisions: [],
  lateSheets: [],
  corrections: [],
})

/** The whole file; contestants get the ids u1, u2, … in the order given, judges the ids A1, A2, … by panel and seat. */
export const sessionFile = (setup: SessionSetup) => {
  const criteria = setup.criteria ?? defaultCriteria
  const panels = setup.panels ?? [{ id: 'A', weight: '100', seats: 5, drop: [1, 1] }]
  const contestants = setup.contestants.map((contestant, index) => contestantOf(contestant, `u${index + 1}`, criteria))
  return {
    format: 'leitai-session',
    version: 1,
    session: 's1',
    title: '示例市书记擂台',
    phase: 'finalised',
    exportedAt: '2026-11-02T12:00:00+08:00',
    marking: '示例',
    rules: {
      fullMark: '100',
      criteria: criteria.map(criterionOf),
      panels: panels.map(panelOf),
      trimOf: setup.trimOf ?? 'totals',
      rounding: { mark: setup.rounding?.mark ?? null, panel: setup.rounding?.panel ?? null, final: setup.rounding?.final ?? 2 },
      ties: setup.ties ?? [{ by: 'shared' }],
      windows: {},
      reveal: {},
      disclosure: {},
      time: {},
      singleOperator: false,
    },
    order: contestants.map(({ id }) => id),
    orderMethod: 'draw',
    orderSeed: 'order-1',
    judges: judgesOf(panels),
    contestants,
    draws: setup.draws ?? [],
  }
}

/** A copy of the file with one value replaced, or taken away when it is undefined. */
export const altered = (file: object, path: readonly (string | number)[], value: unknown): unknown => {
  const copy: unknown = structuredClone(file)
  const parent = path.slice(0, -1).reduce((inner, key) => Reflect.get(Object(inner), key), copy)
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, value)
  return copy
}
