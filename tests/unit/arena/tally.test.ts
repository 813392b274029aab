import { describe, expect, it } from 'vitest'
import { tally, type Tally } from '../../../shared/arena/tally.ts'
import { dropIndexes } from '../../../shared/arena/trimming.ts'
import { decimal, format } from '../../../shared/kernel/fraction.ts'
import { aCriterion, anArena, aPanel, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'

const criteria = [aCriterion('c1', '30'), aCriterion('c2', '40'), aCriterion('c3', '30')]
/** domain.md §2.2: 5 judges × 3 criteria; totals 81, 81, 84, 79, 81. */
const WORKED = [[28, 35, 18], [30, 34, 17], [27, 38, 19], [29, 36, 14], [26, 37, 18]]
const worked = (change: RuleWords = {}): ArenaBuilder =>
  anArena().withRules({ criteria, panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })], ...change }).withUnits(1).withJudges(5)

const tallyOf = (builder: ArenaBuilder): Tally => {
  const session = builder.session()
  const lock = session.contestants[unitId(0)]?.window.locks.at(-1)
  if (lock === undefined) throw new Error('lock the window first')
  return tally(session.rules, { judges: session.judges, locked: lock })
}
const scored = (builder: ArenaBuilder): Extract<Tally, { ok: true }> => {
  const result = tallyOf(builder)
  if (!result.ok) throw new Error(`pending: ${JSON.stringify(result)}`)
  return result
}
const one = (figures: readonly number[], change: RuleWords): ArenaBuilder =>
  anArena().withRules({ criteria: [aCriterion('c1', '100', { step: '0.01' })], ...change }).withUnits(1).withJudges(figures.length).sheets(0, figures.map((figure) => [figure])).locked(0)

describe('dropping', () => {
  const drop = (values: readonly number[], highest: number, lowest: number): unknown => dropIndexes(values.map((value) => decimal(String(value))), highest, lowest)

  it('takes the highest and the lowest', () => {
    expect(drop([81, 80, 84, 79, 82], 1, 1)).toEqual({ highest: [2], lowest: [3] })
    expect(drop([81, 80, 84, 79, 82], 2, 1)).toEqual({ highest: [2, 4], lowest: [3] })
  })

  it('of equal values takes the earlier seat, at either end', () => {
    expect(drop([3, 1, 3, 1], 1, 1)).toEqual({ highest: [0], lowest: [1] })
  })

  it('never takes one sheet twice: of all equal the first seats go, one after another', () => {
    expect(drop([5, 5, 5, 5], 1, 2)).toEqual({ highest: [0], lowest: [1, 2] })
  })

  it('of nothing takes nothing', () => {
    expect(drop([5, 4], 0, 0)).toEqual({ highest: [], lowest: [] })
    expect(drop([], 1, 1)).toEqual({ highest: [], lowest: [] })
  })
})

describe('the worked case of five judges and three criteria', () => {
  it('is 81.00 when one highest and one lowest of the totals are dropped', () => {
    // Totals 81, 81, 84, 79, 81: without 84 and 79 there stay 81 + 81 + 81 = 243; 243 ÷ 3 = 81.
    const result = scored(worked().sheets(0, WORKED).locked(0))
    expect(result.text).toBe('81.00')
    expect(result.panels[0]?.dropped).toEqual([{ voter: 'j3', criterion: null, end: 'highest' }, { voter: 'j4', criterion: null, end: 'lowest' }])
    // Untrimmed: (81 + 81 + 84 + 79 + 81) ÷ 5 = 406 ÷ 5 = 81.2.
    expect(format(result.untrimmed, 2)).toBe('81.20')
    // Means of the kept sheets 1, 2, 5: (28 + 30 + 26) ÷ 3 = 28; (35 + 34 + 37) ÷ 3 = 35.33…; (18 + 17 + 18) ÷ 3 = 17.66….
    expect(result.panels[0]?.criterionMeans.map((mean) => `${mean.top}/${mean.bottom}`)).toEqual(['28/1', '106/3', '53/3'])
  })

  it('is 81.67 when they are dropped of each criterion', () => {
    // c1 without 30 and 26: (28 + 27 + 29) ÷ 3 = 28; c2 without 38 and 34: (35 + 36 + 37) ÷ 3 = 36;
    // c3 without 19 and 14: (18 + 17 + 18) ÷ 3 = 17.666…; 28 + 36 + 17.666… = 81.666… → 81.67.
    const result = scored(worked({ trimOf: 'criteria' }).sheets(0, WORKED).locked(0))
    expect(result.text).toBe('81.67')
    expect(`${result.exact.top}/${result.exact.bottom}`).toBe('245/3')
    expect(result.panels[0]?.dropped.map(({ voter, criterion, end }) => `${criterion ?? ''} ${end} ${voter}`)).toEqual([
      'c1 highest j2', 'c1 lowest j5', 'c2 highest j3', 'c2 lowest j2', 'c3 highest j3', 'c3 lowest j4',
    ])
  })
})

describe('what counts', () => {
  const sheets = (...last: readonly ('abstained' | 'void')[]): ArenaBuilder => worked().sheets(0, [...WORKED.slice(0, 5 - last.length), ...last])

  it.each(['abstained', 'void'] as const)('leaves an %s sheet outside', (kind) => {
    // Totals 81, 81, 84, 79: without 84 and 79 (81 + 81) ÷ 2 = 81; untrimmed 325 ÷ 4 = 81.25.
    const result = scored(sheets(kind).locked(0))
    expect([result.text, format(result.untrimmed, 2), result.panels[0]?.sheets.length]).toEqual(['81.00', '81.25', 4])
  })

  it.each(['recused', 'absent', 'leftEarly'] as const)('leaves a judge decided as %s outside, with or without a sheet', (cause) => {
    expect(format(scored(worked().sheets(0, WORKED.slice(0, 4)).gap(0, 4, cause).locked(0)).untrimmed, 2)).toBe('81.25')
    // 81 of the fifth judge goes too although the sheet is there: (81 + 81 + 84 + 79) ÷ 4 = 81.25.
    expect(format(scored(worked().sheets(0, WORKED).gap(0, 4, cause).locked(0)).untrimmed, 2)).toBe('81.25')
  })

  it.each(['wait', 'paper'] as const)('keeps the sheet of a judge who is only noted as %s', (cause) => {
    expect(scored(worked().sheets(0, WORKED).gap(0, 4, cause).locked(0)).panels[0]?.sheets.length).toBe(5)
  })

  it('is a zero too: it is a mark, not an absence', () => {
    // Totals 81, 81, 84, 79, 0: without 84 and 0 (81 + 81 + 79) ÷ 3 = 80.333….
    expect(scored(worked().sheets(0, [...WORKED.slice(0, 4), [0, 0, 0]]).locked(0)).text).toBe('80.33')
  })
})

describe('too few sheets', () => {
  it('leave the contestant pending, with the figures, and no score is guessed', () => {
    expect(tallyOf(worked().sheets(0, WORKED.slice(0, 2)).locked(0))).toEqual({ ok: false, why: 'tooFewSheets', panel: 'A', valid: 2, needed: 3 })
  })

  it('are fewer than the panel minimum even where the trim would be satisfied', () => {
    const builder = worked({ panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 5 })] }).sheets(0, WORKED.slice(0, 4)).locked(0)
    expect(tallyOf(builder)).toEqual({ ok: false, why: 'tooFewSheets', panel: 'A', valid: 4, needed: 5 })
  })

  it('are none at all in an empty panel', () => {
    const panels = [aPanel('A', '60'), aPanel('B', '40')]
    expect(tallyOf(one([80], { panels }))).toEqual({ ok: false, why: 'tooFewSheets', panel: 'B', valid: 0, needed: 1 })
    expect(tallyOf(anArena().withRules({ panels }).withUnits(1).locked(0))).toEqual({ ok: false, why: 'tooFewSheets', panel: 'A', valid: 0, needed: 1 })
  })

  it('count with a relaxed trim, which also waives the minimum for that panel', () => {
    const panels = [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 5 })]
    // Totals 81 and 81, nothing dropped: 81.
    const result = scored(worked({ panels }).sheets(0, WORKED.slice(0, 2)).relaxed(0, 'A', { highest: 0, lowest: 0 }).locked(0))
    expect([result.text, result.panels[0]?.dropped]).toEqual(['81.00', []])
    expect(tallyOf(worked({ panels }).sheets(0, WORKED.slice(0, 1)).relaxed(0, 'A', { highest: 1, lowest: 0 }).locked(0))).toMatchObject({ ok: false, valid: 1, needed: 2 })
  })
})

describe('panel weights', () => {
  const two = (change: RuleWords = {}): ArenaBuilder => anArena()
    .withRules({ criteria: [aCriterion('c1', '100', { step: '0.01' })], panels: [aPanel('A', '60'), aPanel('B', '40')], ...change })
    .withUnits(1).withJudges(3, 'A').withJudges(3, 'B').sheets(0, [[80], [80], [81], [90], [90], [92]]).locked(0)

  it('weigh the panel means', () => {
    // A (80 + 80 + 81) ÷ 3 = 80.333…; B (90 + 90 + 92) ÷ 3 = 90.666…; 0.6 × 80.333… + 0.4 × 90.666… = 48.2 + 36.2666… = 84.4666… → 84.47.
    expect(scored(two()).text).toBe('84.47')
  })

  it('weigh the rounded means where the rules round them first', () => {
    // At 0 places: A 80, B 91; 48 + 36.4 = 84.40.
    expect(scored(two({ rounding: { mark: null, panel: 0, final: 2 } })).text).toBe('84.40')
  })
})

describe('rounding', () => {
  it('of the mark acts on each sheet total before dropping and averaging', () => {
    // 80.45, 80.44 and 80.44 at 1 place: 80.5, 80.4, 80.4; mean 80.4333… → 80.43 (unrounded 80.44333… → 80.44).
    expect(scored(one([80.45, 80.44, 80.44], { panels: [aPanel('A', '100')], rounding: { mark: 1, panel: null, final: 2 } })).text).toBe('80.43')
    expect(scored(one([80.45, 80.44, 80.44], { panels: [aPanel('A', '100')] })).text).toBe('80.44')
  })

  it('of the mark acts on each criterion mean when the trim is per criterion', () => {
    const rules: RuleWords = { criteria: [aCriterion('c1', '50', { step: '0.01' }), aCriterion('c2', '50', { step: '0.01' })], panels: [aPanel('A', '100')], trimOf: 'criteria', rounding: { mark: 1, panel: null, final: 2 } }
    // Means 40.05 → 40.1 and 40.05 → 40.1: 80.20; unrounded 80.10.
    expect(scored(anArena().withRules(rules).withUnits(1).withJudges(2).sheets(0, [[40, 40], ['40.1', '40.1']]).locked(0)).text).toBe('80.20')
  })

  it('at the end is half up at the final places', () => {
    expect(scored(one([80.12, 80.13], { panels: [aPanel('A', '100')] })).text).toBe('80.13')
    expect(scored(one([80.5], { panels: [aPanel('A', '100')], rounding: { mark: null, panel: null, final: 0 } })).text).toBe('81')
  })
})
