// Parts, shares and full marks (domain.md §2.2): final = Σ part points × score ÷ full mark; rounding stage by stage. Worked by hand.
import { describe, expect, it } from 'vitest'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { Rules } from '../../../shared/arena/rules.ts'
import { anArena, aCriterion, aPanel, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import { aPart, category, entered, gradeForm, scoreForm, type RuleWords } from '../../support/ruleWords.ts'
import { exact, tallyOf, totalsOf } from './readings.ts'

const FIGURE = [aCriterion('c1', '100', { step: '0.01' })]
/** One judge in each panel, in order, with one figure each. */
const scored = (words: RuleWords, figures: readonly (number | string)[]): ArenaBuilder => {
  const panels = words.panels ?? []
  const roster = panels.reduce<ArenaBuilder>((builder, panel) => builder.withJudges(1, panel.id), anArena().withRules({ criteria: FIGURE, ...words }).withUnits(1))
  return roster.sheets(0, figures.map((figure) => [figure]))
}
const half: RuleWords = { parts: [aPart('onSite', '100', { points: '50' }), entered('done', '100', { points: '50' })], panels: [aPanel('A', '100')] }

describe('the final score', () => {
  it('is the parts by their points: 40 on site of which 24 and 16, and 60 for performance', () => {
    // A 90 of 100 → 24 × 0.9 = 21.6; B 80 → 16 × 0.8 = 12.8; on site 34.4; 95 of 100 × 60 = 57; together 91.4.
    const words: RuleWords = { parts: [aPart('onSite', '40'), entered('done', '100', { points: '60' })], panels: [aPanel('A', '24'), aPanel('B', '16')] }
    const builder = scored(words, [90, 80]).entered('done', [95]).locked(0)
    expect(totalsOf(builder)).toEqual(['91.40'])
    expect(tallyOf(builder).parts.map((part) => [part.part, exact(part.score), exact(part.points)])).toEqual([['onSite', '172/5', '172/5'], ['done', '95', '57']])
  })

  it('is the same when the on-site part is written on its own 100', () => {
    const words: RuleWords = { parts: [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points: '60' })], panels: [aPanel('A', '60'), aPanel('B', '40')] }
    expect(totalsOf(scored(words, [90, 80]).entered('done', [95]).locked(0))).toEqual(['91.40'])
  })

  it.each([['120', '102.00'], ['1000', '850.00'], ['10', '8.50']])('on a scheme of %s from ballots of 100 is %s', (fullMark, total) => {
    expect(totalsOf(scored({ fullMark, panels: [aPanel('A', fullMark)] }, [85]).locked(0))).toEqual([total])
  })

  it('takes ballots of any full mark: 8–10 of 10 and grades beside each other', () => {
    const forms: Rules['forms'] = [scoreForm([aCriterion('c1', '10', { floor: '8', step: '0.1' })]), gradeForm()]
    const words: RuleWords = { parts: [aPart('onSite', '80'), aPart('people', '20', { kind: 'appraisal' })], panels: [aPanel('A', '80'), aPanel('B', '20', { form: 'grades', part: 'people' })], forms }
    const builder = anArena().withRules(words).withUnits(1).withJudges(1, 'A').withJudges(2, 'B').sheet(0, 0, ['9.5']).sheet(0, 1, ['g1']).sheet(0, 2, ['g2']).locked(0)
    // 9.5 of 10 × 80 = 76; (100 + 80) ÷ 2 = 90 of 100 × 20 = 18.
    expect(totalsOf(builder)).toEqual(['94.00'])
  })

  it('adds visits and appraisals that are entered to what is scored in the room', () => {
    const words: RuleWords = { parts: [aPart('onSite', '60'), entered('visit', '10', { kind: 'visit' }), entered('people', '30', { kind: 'appraisal' })], panels: [aPanel('A', '60')] }
    expect(totalsOf(scored(words, [90]).entered('visit', [8.5]).entered('people', ['27.25']).locked(0))).toEqual(['89.75'])
  })
})

describe('a part that is entered', () => {
  it('and is missing leaves the contestant pending and is never zero', () => {
    const pending = scored(half, [80]).locked(0)
    expect(resultOf(pending.session()).pending).toEqual([{ contestant: unitId(0), reason: 'partMissing' }])
    expect(totalsOf(pending.entered('done', [0]))).toEqual(['40.00'])
  })

  it('counts with what was entered last, and leaves others as they were', () => {
    const two = scored(half, [80]).withUnits(2).sheet(1, 0, [80]).locked(0, 1).entered('done', [90, 70])
    expect(totalsOf(two)).toEqual(['85.00', '75.00'])
    expect(totalsOf(two.entered('done', [null, 100]))).toEqual(['85.00', '90.00'])
  })
})

describe('panels by category', () => {
  it('score only their own: A scores all, B and C each a category', () => {
    const words: RuleWords = { criteria: FIGURE, categories: [category('x'), category('y')], panels: [aPanel('A', '60'), aPanel('B', '40', { categories: ['x'] }), aPanel('C', '40', { categories: ['y'] })] }
    const builder = anArena().withRules(words).withUnits(2).withCategories('x', 'y').withJudges(1, 'A').withJudges(1, 'B').withJudges(1, 'C')
      .sheet(0, 0, [90]).sheet(0, 1, [80]).sheet(1, 0, [90]).sheet(1, 2, [70]).locked(0, 1)
    // 54 + 32 = 86; 54 + 28 = 82.
    expect(totalsOf(builder)).toEqual(['86.00', '82.00'])
  })
})

describe('rounding acts', () => {
  const two: RuleWords = { panels: [aPanel('A', '60'), aPanel('B', '40')] }
  const third = (words: RuleWords): ArenaBuilder => anArena().withRules({ criteria: FIGURE, ...words }).withUnits(1).withJudges(3, 'A').withJudges(3, 'B').sheets(0, [[80], [80], [81], [90], [90], [92]])

  it('on the part between panels and final', () => {
    // A 80.333…, B 90.666…: 84.4666…; at 1 place 84.5; × 0.5 = 42.25, and 45 entered: 87.25. Unrounded 42.2333… + 45 = 87.23.
    const parts = [aPart('onSite', '100', { points: '50' }), entered('done', '100', { points: '50' })]
    const rounded = (part: number | null): readonly string[] => totalsOf(third({ ...two, parts, rounding: { part } }).entered('done', [90]).locked(0))
    expect([rounded(1), rounded(null)]).toEqual([['87.25'], ['87.23']])
  })

  it('on an entered part too', () => {
    expect(totalsOf(scored({ ...half, rounding: { part: 0 } }, [80]).entered('done', ['89.5']).locked(0))).toEqual(['85.00'])
  })

  it('stage after stage, each on what the stage before left', () => {
    // Marks at 1: 80.45 → 80.5, 80.44 → 80.4; panel at 1: 80.45 → 80.5; part at 0: 81; final at 2: 81.00.
    const one = (rounding: Partial<Rules['rounding']>): readonly string[] => totalsOf(anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100')], rounding }).withUnits(1).withJudges(2).sheets(0, [['80.45'], ['80.44']]).locked(0))
    expect(one({ mark: 1, panel: 1, part: 0 })).toEqual(['81.00'])
    // Without the first two: 80.445 → part 80 → 80.00; only the panel: 80.4 → 80.40; none: 80.445 → 80.45.
    expect([one({ part: 0 }), one({ panel: 1 }), one({})]).toEqual([['80.00'], ['80.40'], ['80.45']])
  })

  it('half up, away from zero on a negative total', () => {
    const words: RuleWords = { panels: [aPanel('A', '100')], adjustments: [{ id: 'down', name: '扣分', sign: 'penalty', fullMark: '100', cap: null }] }
    expect(totalsOf(scored(words, [0]).adjusted(0, 'down', '0.005').locked(0))).toEqual(['-0.01'])
    expect(totalsOf(scored(words, [0]).adjusted(0, 'down', '0.004').locked(0))).toEqual(['0.00'])
  })
})
