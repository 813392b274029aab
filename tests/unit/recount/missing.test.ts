import { describe, expect, test } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { scoreForm, secondFile } from './secondSession.ts'
import type { ContestantSetup, PanelSetup, SecondSetup } from './secondSession.ts'

const of = (setup: SecondSetup) => recount(secondFile(setup))
const totals = (setup: SecondSetup) => of(setup).rows.map(({ total }) => total)

type More = Omit<Partial<SecondSetup>, 'panels' | 'contestants'> & { readonly panel?: Partial<PanelSetup> }

/** One panel; the last seat is absent and the others gave these figures. */
const oneAbsent = (figures: readonly string[], { panel, ...more }: More): SecondSetup => ({
  ...more,
  panels: [{ id: 'A', seats: figures.length + 1, drop: [1, 1], ...panel }],
  contestants: [{ sheets: { A: figures }, gaps: { [`A${figures.length + 1}`]: 'absent' } }],
})

const four = ['80', '82', '90', '70']

describe('a missing sheet', () => {
  test('is left out, is a zero, or is filled before or after dropping: four different totals', () => {
    // excluded: 90 and 70 go, (80 + 82) ÷ 2 = 81
    expect(totals(oneAbsent(four, {}))).toEqual(['81.00'])
    // zero: 90 and 0 go, (80 + 82 + 70) ÷ 3 = 77.333…
    expect(totals(oneAbsent(four, { missing: { absent: 'zero' } }))).toEqual(['77.33'])
    // filled before with 322 ÷ 4 = 80.5: 90 and 70 go, (80 + 82 + 80.5) ÷ 3 = 80.8333…
    expect(totals(oneAbsent(four, { missing: { absent: 'fillBefore' } }))).toEqual(['80.83'])
    // filled after with 81: (80 + 82 + 81) ÷ 3 = 81, as if left out
    expect(totals(oneAbsent(four, { missing: { absent: 'fillAfter' } }))).toEqual(['81.00'])
  })

  test('a fill is rounded where the rules say so, and then filling after dropping is no exclusion', () => {
    const figures = ['80', '82.5', '90', '70']
    // kept 80 and 82.5, mean 81.25 → 81: 243.5 ÷ 3 = 81.1666…; left out 81.25
    expect(totals(oneAbsent(figures, { missing: { absent: 'fillAfter', fillPlaces: 0 } }))).toEqual(['81.17'])
    expect(totals(oneAbsent(figures, { missing: { absent: 'fillAfter' } }))).toEqual(['81.25'])
    // before: 322.5 ÷ 4 = 80.625 → 81: (80 + 82.5 + 81) ÷ 3 = 81.1666…; unrounded 243.125 ÷ 3 = 81.0416…
    expect(totals(oneAbsent(figures, { missing: { absent: 'fillBefore', fillPlaces: 0 } }))).toEqual(['81.17'])
    expect(totals(oneAbsent(figures, { missing: { absent: 'fillBefore' } }))).toEqual(['81.04'])
  })

  test('fills are made per criterion, then added', () => {
    const forms = [scoreForm([{ id: 'c1', points: '50' }, { id: 'c2', points: '50' }])]
    // c1 40.5 → 41, c2 30.5 → 31: 72, and (70 + 72 + 72) ÷ 3 = 71.333…; the mean of the sums would be 71
    expect(totals(oneAbsent(['40 30', '41 31'], { forms, panel: { drop: [0, 0] }, missing: { absent: 'fillBefore', fillPlaces: 0 } }))).toEqual(['71.33'])
  })

  test('the sum of a filled sheet is rounded like any sheet', () => {
    // 80.4 → 80, 81.4 → 81, fill 80.9 → 81: 242 ÷ 3 = 80.666…
    expect(totals(oneAbsent(['80.4', '81.4'], { panel: { drop: [0, 0] }, rounding: { mark: 0 }, missing: { absent: 'fillBefore' } }))).toEqual(['80.67'])
  })

  test('a filled sheet stands in its judge\'s seat and can itself be dropped', () => {
    const setup: SecondSetup = { panels: [{ id: 'A', seats: 3, drop: [1, 0] }], missing: { absent: 'fillBefore' }, contestants: [{ sheets: { A: ['', '80', '80'] }, gaps: { A1: 'absent' } }] }
    expect(of(setup).rows[0]?.panels[0]?.dropped).toEqual([{ judge: 'A1', criterion: null, end: 'highest' }])
  })

  test('dropping per criterion, each criterion is filled from its own kept marks', () => {
    const forms = [scoreForm([{ id: 'c1', points: '60' }, { id: 'c2', points: '40' }])]
    // c1: 50 goes, 40 and 31 stay, 35.5 → 36: 107 ÷ 3; c2: 20; together 55.666…
    const after = oneAbsent(['40 20', '50 20', '31 20'], { forms, panel: { drop: [1, 0], trimOf: 'criteria' }, missing: { absent: 'fillAfter', fillPlaces: 0 } })
    expect(totals(after)).toEqual(['55.67'])
    // before: c1 121 ÷ 3 = 40.33 → 40, 50 goes: (40 + 31 + 40) ÷ 3 = 37; c2 20
    expect(totals({ ...after, missing: { absent: 'fillBefore', fillPlaces: 0 } })).toEqual(['57.00'])
  })

  test('a zero counts towards the minimum panel, a fill never does', () => {
    const setup = (absent: string) => oneAbsent(four, { panel: { minimum: 5 }, missing: { absent } })
    expect(of(setup('zero')).pending).toEqual([])
    for (const absent of ['excluded', 'fillBefore', 'fillAfter']) expect(of(setup(absent)).pending).toEqual([{ contestant: 'u1', reason: 'tooFewSheets', panel: 'A', valid: 4, needed: 5 }])
  })

  test('each cause has its own rule', () => {
    // 80 and 90 came; each of the others alone is a zero: 170 ÷ 3 = 56.666…
    const cases: readonly (readonly [string, ContestantSetup])[] = [
      ['absent', { sheets: { A: ['80', '90', ''] }, gaps: { A3: 'absent' } }],
      ['recused', { sheets: { A: ['80', '90', ''] }, gaps: { A3: 'recused' } }],
      ['leftEarly', { sheets: { A: ['80', '90', '99'] }, gaps: { A3: 'leftEarly' } }],
      ['abstained', { sheets: { A: ['80', '90', '弃权'] } }],
      ['void', { sheets: { A: ['80', '90', '作废'] } }],
    ]
    for (const [cause, contestant] of cases) {
      const setup: SecondSetup = { panels: [{ id: 'A', seats: 3 }], contestants: [contestant] }
      expect([cause, totals(setup), totals({ ...setup, missing: { [cause]: 'zero' } })]).toEqual([cause, ['85.00'], ['56.67']])
    }
  })

  test('a judge for whom nothing was decided is left out whatever the rules say', () => {
    const all = { absent: 'zero', recused: 'zero', abstained: 'zero', void: 'zero', leftEarly: 'zero' }
    expect(totals({ panels: [{ id: 'A', seats: 3 }], missing: all, contestants: [{ sheets: { A: ['80', '90', ''] }, gaps: { A3: 'wait' } }] })).toEqual(['85.00'])
  })
})

describe('a judge who leaves early', () => {
  const setup = (missing: object, locked = true): SecondSetup => ({
    panels: [{ id: 'A', seats: 3 }],
    missing,
    contestants: [{ sheets: { A: ['80', '80', '98'] } }, { sheets: { A: ['70', '70', ''] }, gaps: { A3: 'leftEarly' }, locked }],
  })

  test('keeps the earlier marks, or has them taken out of every contestant', () => {
    // 258 ÷ 3 = 86; without A3 80
    expect(totals(setup({ leftEarlyMarks: 'stand' }))).toEqual(['86.00', '70.00'])
    expect(totals(setup({ leftEarlyMarks: 'withdrawn' }))).toEqual(['80.00', '70.00'])
  })

  test('marks taken out are then missing by the rule for leaving early', () => {
    // 160 ÷ 3 and 140 ÷ 3
    expect(totals(setup({ leftEarlyMarks: 'withdrawn', leftEarly: 'zero' }))).toEqual(['53.33', '46.67'])
  })

  test('marks stand until somebody\'s lock records the leaving', () => {
    expect(totals(setup({ leftEarlyMarks: 'withdrawn' }, false))).toEqual(['86.00'])
  })
})

describe('dropping and averaging', () => {
  const six = ['70', '75', '80', '85', '90', '95']
  const plain = (figures: readonly string[], panel: Partial<PanelSetup>, more: ContestantSetup = {}): SecondSetup => ({ panels: [{ id: 'A', seats: figures.length, ...panel }], contestants: [{ sheets: { A: figures }, ...more }] })

  test('highest and lowest need not be as many', () => {
    // 95 90 70 go: (75 + 80 + 85) ÷ 3; 95 70 75 go: (80 + 85 + 90) ÷ 3
    expect(totals(plain(six, { drop: [2, 1] }))).toEqual(['80.00'])
    expect(totals(plain(six, { drop: [1, 2] }))).toEqual(['85.00'])
  })

  test('each panel drops in its own way', () => {
    // A of totals 81, B per criterion 245/3: 0.6 × 81 + 0.4 × 245/3 = 48.6 + 32.666… = 81.2666…
    const sheets = ['28 35 18', '30 34 17', '27 38 19', '29 36 14', '26 37 18']
    const panels: readonly PanelSetup[] = [{ id: 'A', seats: 5, points: '60', drop: [1, 1] }, { id: 'B', seats: 5, points: '40', drop: [1, 1], trimOf: 'criteria' }]
    const forms = [scoreForm([{ id: 'c1', points: '30' }, { id: 'c2', points: '40' }, { id: 'c3', points: '30' }])]
    const [row] = of({ forms, panels, contestants: [{ sheets: { A: sheets, B: sheets } }] }).rows
    expect([row?.total, row?.panels.map(({ mean }) => mean)]).toEqual(['81.27', ['81/1', '245/3']])
  })

  test('the median is the middle one, or the mean of the two in the middle', () => {
    expect(totals(plain(['70', '99', '80'], { average: 'median' }))).toEqual(['80.00'])
    expect(totals(plain(['70', '99', '80', '81'], { average: 'median' }))).toEqual(['80.50'])
    // per criterion: c1 30 40 20 → 30, c2 40 0 39 → 39; of totals 70 40 59 → 59
    const forms = [scoreForm([{ id: 'c1', points: '50' }, { id: 'c2', points: '50' }])]
    expect(totals({ ...plain(['30 40', '40 0', '20 39'], { average: 'median', trimOf: 'criteria' }), forms })).toEqual(['69.00'])
    expect(totals({ ...plain(['30 40', '40 0', '20 39'], { average: 'median' }), forms })).toEqual(['59.00'])
  })

  test('a fill after dropping moves a median', () => {
    // 80 81 90, mean 251/3: the middle of 80 81 83.67 90 is 82.333…
    expect(totals(oneAbsent(['80', '81', '90'], { panel: { drop: [0, 0], average: 'median' }, missing: { absent: 'fillAfter' } }))).toEqual(['82.33'])
  })

  test('a relaxation replaces the drops and needs one sheet more than them', () => {
    const setup = plain(['80', '90', '100'], { drop: [2, 2], minimum: 5 }, { relaxed: [['A', 1, 0]] })
    expect(totals(setup)).toEqual(['85.00'])
    expect(of(plain(['80', '90', '100'], { drop: [0, 0], minimum: 1 }, { relaxed: [['A', 2, 1]] })).pending).toEqual([{ contestant: 'u1', reason: 'tooFewSheets', panel: 'A', valid: 3, needed: 4 }])
  })
})
