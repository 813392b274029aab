// Missing sheets (domain.md §2.2, §2.4 item 2): five causes, four answers, fills before and after dropping; median; judges who leave. Worked by hand.
import { describe, expect, it } from 'vitest'
import type { Fill, Panel, Rules } from '../../../shared/arena/rules.ts'
import { anArena, aCriterion, aPanel, type ArenaBuilder, type SheetWords } from '../../support/anArena.ts'
import { gradeForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { exact, tallyOf, totalsOf } from './readings.ts'

const FIGURE = [aCriterion('c1', '100', { step: '0.01' })]
const trimmed = (more: Partial<Panel> = {}): Panel => aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3, ...more })
const CAUSES = ['absent', 'recused', 'leftEarly', 'abstained', 'void'] as const
type Cause = (typeof CAUSES)[number]

/** The figures of the first judges and one judge more whose sheet is missing for a cause. */
const without = (figures: readonly (number | readonly number[])[], cause: Cause, words: RuleWords): ArenaBuilder => {
  const seated = anArena().withRules({ criteria: FIGURE, panels: [trimmed()], ...words }).withUnits(1).withJudges(figures.length + 1)
    .sheets(0, figures.map((figure) => (typeof figure === 'number' ? [figure] : figure)))
  const missing = cause === 'abstained' || cause === 'void' ? seated.sheet(0, figures.length, cause) : seated.gap(0, figures.length, cause)
  return missing.locked(0)
}
const answered = (cause: Cause, fill: Fill, more: Partial<Rules['missing']> = {}): RuleWords => ({ missing: { [cause]: fill, ...more } })

describe.each(CAUSES)('a sheet missing as %s', (cause) => {
  // 60, 80, 100, 90 and one missing; one highest and one lowest are dropped.
  it.each<[Fill, string]>([
    // (80 + 90) ÷ 2
    ['excluded', '85.00'],
    // 0 and 100 go: (60 + 80 + 90) ÷ 3 = 76.666…
    ['zero', '76.67'],
    // The mean of 60, 80, 100, 90 is 82.5: (80 + 90 + 82.5) ÷ 3 = 84.166…
    ['fillBefore', '84.17'],
    // The mean of what is kept is 85: (80 + 90 + 85) ÷ 3
    ['fillAfter', '85.00'],
  ])('counts as %s where the rules say so: %s', (fill, total) => {
    expect(totalsOf(without([60, 80, 100, 90], cause, answered(cause, fill)))).toEqual([total])
  })

  it('is not answered by the rule for another cause', () => {
    const others = Object.fromEntries(CAUSES.filter((each) => each !== cause).map((each) => [each, 'zero' as const]))
    expect(totalsOf(without([60, 80, 100, 90], cause, { missing: others }))).toEqual(['85.00'])
  })
})

describe('a fill', () => {
  it('after dropping equals exclusion, unless it is rounded', () => {
    // Kept 80 and 91: mean 85.5; a fill of 86: (80 + 91 + 86) ÷ 3 = 85.666….
    expect(totalsOf(without([60, 80, 100, 91], 'absent', answered('absent', 'fillAfter')))).toEqual(['85.50'])
    expect(totalsOf(without([60, 80, 100, 91], 'absent', answered('absent', 'fillAfter', { fillPlaces: 0 })))).toEqual(['85.67'])
  })

  it('before dropping is rounded by its own setting', () => {
    // The mean is 82.75, rounded 83: (80 + 91 + 82.75) ÷ 3 = 84.583…, (80 + 91 + 83) ÷ 3 = 84.666….
    expect(totalsOf(without([60, 80, 100, 91], 'absent', answered('absent', 'fillBefore')))).toEqual(['84.58'])
    expect(totalsOf(without([60, 80, 100, 91], 'absent', answered('absent', 'fillBefore', { fillPlaces: 0 })))).toEqual(['84.67'])
  })

  const criteria = [aCriterion('c1', '50', { step: '0.01' }), aCriterion('c2', '50', { step: '0.01' })]
  it('is made per criterion, then added', () => {
    const sheets = [[10, 40], [20, 30], [30, 10], [45, 20]]
    // Before: c1 26.25, c2 25. Per criterion c1 keeps 20, 30, 26.25 → 25.4166…, c2 keeps 30, 20, 25 → 25: 50.4166….
    const builder = without(sheets, 'absent', { criteria, panels: [trimmed({ trimOf: 'criteria' })], ...answered('absent', 'fillBefore') })
    expect(totalsOf(builder)).toEqual(['50.42'])
    expect(tallyOf(builder).panels[0]?.sheets.at(-1)?.marks.map(exact)).toEqual(['105/4', '25'])
    // After: c1 keeps 20 and 30, c2 keeps 30 and 20; the fill is 25 + 25.
    expect(totalsOf(without(sheets, 'absent', { criteria, panels: [trimmed({ trimOf: 'criteria' })], ...answered('absent', 'fillAfter') }))).toEqual(['50.00'])
  })

  it('rounded per criterion is not the rounded total', () => {
    // c1 and c2 each 15.5 → 16: the fill is 32, though the mean of the totals is 31.
    expect(tallyOf(without([[10, 10], [21, 21]], 'absent', { criteria, panels: [aPanel('A', '100')], ...answered('absent', 'fillAfter', { fillPlaces: 0 }) })).panels[0]?.sheets.at(-1)?.marks.map(exact)).toEqual(['16', '16'])
  })

  it('before dropping can itself be dropped, by its seat', () => {
    const builder = anArena().withRules({ criteria: FIGURE, panels: [trimmed()], ...answered('absent', 'fillBefore') }).withUnits(1).withJudges(4).gap(0, 0, 'absent')
    const all = [1, 2, 3].reduce<ArenaBuilder>((before, judge) => before.sheet(0, judge, [80]), builder).locked(0)
    expect(tallyOf(all).panels[0]?.dropped.map((drop) => `${drop.voter} ${drop.end}`)).toEqual(['j1 highest', 'j2 lowest'])
  })

  it('never counts towards the minimum, a zero does: it is a mark', () => {
    expect(totalsOf(without([80, 90], 'absent', answered('absent', 'fillBefore')))).toEqual(['tooFewSheets'])
    expect(totalsOf(without([80, 90], 'absent', answered('absent', 'fillAfter')))).toEqual(['tooFewSheets'])
    // 0, 80, 90 without the ends.
    expect(totalsOf(without([80, 90], 'absent', answered('absent', 'zero')))).toEqual(['80.00'])
  })

  it('stands outside the mean without dropping; a zero stands in it', () => {
    // (60 + 80 + 100 + 90) ÷ 4 = 82.5; with a zero 330 ÷ 5 = 66.
    expect(exact(tallyOf(without([60, 80, 100, 90], 'absent', answered('absent', 'fillBefore'))).untrimmed)).toBe('165/2')
    expect(exact(tallyOf(without([60, 80, 100, 90], 'absent', answered('absent', 'zero'))).untrimmed)).toBe('66')
  })

  it('is rounded like any sheet where the rules round marks', () => {
    // Marks at 0 places; the fill 82.75 → 83: (80 + 91 + 83) ÷ 3.
    expect(totalsOf(without([60, 80, 100, 91], 'absent', { ...answered('absent', 'fillBefore'), rounding: { mark: 0 } }))).toEqual(['84.67'])
  })
})

describe('on a grade ballot', () => {
  it('an absent or recused voter is answered by the rules, an abstention by the ballot', () => {
    const words = (missing: Partial<Rules['missing']>): RuleWords => ({ ...WHOLE, forms: [gradeForm()], panels: [aPanel('A', '100', { form: 'grades' })], missing })
    const room = (missing: Partial<Rules['missing']>, last: SheetWords | 'absent'): ArenaBuilder => {
      const builder = anArena().withRules(words(missing)).withUnits(1).withJudges(2).ballot(0, ['g1'])
      return (last === 'absent' ? builder.gap(0, 1, 'absent') : builder.sheet(0, 1, last)).locked(0)
    }
    expect(totalsOf(room({ absent: 'zero' }, 'absent'))).toEqual(['50.00'])
    expect(totalsOf(room({ abstained: 'zero', void: 'zero' }, 'abstained'))).toEqual(['100.00'])
    expect(totalsOf(room({ abstained: 'zero', void: 'zero' }, 'void'))).toEqual(['100.00'])
  })
})

describe('a judge who leaves early', () => {
  /** Judge 2 scores unit 0 and leaves at unit 1. */
  const left = (missing: Partial<Rules['missing']>): ArenaBuilder =>
    anArena().withRules({ ...WHOLE, criteria: FIGURE, panels: [aPanel('A', '100')], missing }).withUnits(2).withJudges(2).sheets(0, [[80], [60]]).sheet(1, 0, [90]).gap(1, 1, 'leftEarly').locked(0, 1)

  it('keeps the marks already given where the rules say they stand', () => {
    expect(totalsOf(left({ leftEarlyMarks: 'stand' }))).toEqual(['70.00', '90.00'])
  })

  it('takes them along for all where the rules say so', () => {
    expect(totalsOf(left({ leftEarlyMarks: 'withdrawn' }))).toEqual(['80.00', '90.00'])
    expect(totalsOf(left({ leftEarlyMarks: 'withdrawn', leftEarly: 'zero' }))).toEqual(['40.00', '45.00'])
  })
})

describe('the median', () => {
  const of = (figures: readonly number[], panel: Partial<Panel> = {}): readonly string[] =>
    totalsOf(anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100', { average: 'median', ...panel })] }).withUnits(1).withJudges(figures.length).sheets(0, figures.map((figure) => [figure])).locked(0))

  it('is the middle sheet, or half-way between the two middle ones', () => {
    expect([of([70, 95, 80]), of([70, 94, 80, 90]), of([77])]).toEqual([['80.00'], ['85.00'], ['77.00']])
  })

  it('is taken of what is kept', () => {
    // Without the highest: 60, 70, 90.
    expect(of([60, 95, 70, 90], { dropHighest: 1, minimum: 2 })).toEqual(['70.00'])
  })

  it('of criteria is the sum of the criteria’s medians', () => {
    const criteria = [aCriterion('c1', '50'), aCriterion('c2', '50')]
    const sheets = [[10, 10], [20, 50], [40, 20]]
    const by = (trimOf: Panel['trimOf']): readonly string[] => totalsOf(anArena().withRules({ criteria, panels: [aPanel('A', '100', { average: 'median', trimOf })] }).withUnits(1).withJudges(3).sheets(0, sheets).locked(0))
    // Totals 20, 70, 60 → 60; c1 20, c2 20 → 40.
    expect([by('totals'), by('criteria')]).toEqual([['60.00'], ['40.00']])
  })
})
