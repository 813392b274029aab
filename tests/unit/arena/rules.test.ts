import { describe, expect, it } from 'vitest'
import { checkRules } from '../../../shared/arena/checkRules.ts'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import type { Criterion } from '../../../shared/arena/forms.ts'
import { rulesSchema, type Panel, type Rules, type TieRule } from '../../../shared/arena/rules.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { aPart, aRule, category, entered, gradeForm, rankForm, scoreForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'

const faultIn = (rules: Rules): unknown => {
  const result = checkRules(rules)
  return result.ok ? 'none' : [result.refusal.code, result.refusal.details]
}
const faultOf = (words: RuleWords): unknown => faultIn(aRule(words))
const reasonOf = (words: RuleWords): unknown => {
  const result = checkRules(aRule(words))
  return result.ok ? 'none' : result.refusal.details['reason'] ?? result.refusal.code
}
const oneCriterion = (change: Partial<Criterion>): RuleWords => ({ criteria: [aCriterion('c1', '100', change)] })
const onePanel = (change: Partial<Panel>): RuleWords => ({ panels: [aPanel('A', '100', change)] })
const invalid = (what: string, reason: string): unknown => ['rulesInvalid', { what, reason }]

describe('rules add up', () => {
  it('as they come with the program', () => {
    expect(faultOf({})).toBe('none')
    expect(rulesSchema.safeParse(defaultRules).success).toBe(true)
  })

  it('when the panels’ points are their part’s full mark, and say both figures when not', () => {
    expect(faultOf({ panels: [aPanel('A', '60'), aPanel('B', '30')] })).toEqual(['rulesDoNotAddUp', { what: '现场得分', is: '90', should: '100' }])
    expect(faultOf({ panels: [aPanel('A', '60'), aPanel('B', '50')] })).toEqual(['rulesDoNotAddUp', { what: '现场得分', is: '110', should: '100' }])
    expect(faultOf({ panels: [aPanel('A', '33.3'), aPanel('B', '33.3'), aPanel('C', '33.4')] })).toBe('none')
  })

  it('when the parts’ points are the scheme’s full mark, and say both figures when not', () => {
    const parts = (points: string): RuleWords => ({ parts: [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points })] })
    expect(faultOf(parts('60'))).toBe('none')
    expect(faultOf(parts('50.5'))).toEqual(['rulesDoNotAddUp', { what: 'parts', is: '90.5', should: '100' }])
  })

  it('on a full mark of 1,000, of 120 and of 10 too', () => {
    for (const fullMark of ['1000', '120', '10']) expect(faultOf({ fullMark, criteria: [aCriterion('c1', fullMark)] })).toBe('none')
    expect(faultOf({ fullMark: '120', panels: [aPanel('A', '100')] })).toEqual(['rulesDoNotAddUp', { what: '现场得分', is: '100', should: '120' }])
  })

  it('whatever a ballot’s own full mark is: its share of the part is what must add up', () => {
    expect(faultOf({ criteria: [aCriterion('c1', '10', { floor: '8', step: '0.1' })] })).toBe('none')
  })

  it('in every category by itself: a panel of one category leaves a gap in the others', () => {
    const words: RuleWords = { categories: [category('x'), category('y')], panels: [aPanel('A', '60'), aPanel('B', '40', { categories: ['x'] })] }
    expect(faultOf(words)).toEqual(['rulesDoNotAddUp', { what: '现场得分·y类', is: '60', should: '100' }])
    expect(faultOf({ ...words, panels: [aPanel('A', '60'), aPanel('B', '40', { categories: ['x'] }), aPanel('C', '40', { categories: ['y'] })] })).toBe('none')
  })

  it('also as nested shares: 40 of 100, of which 24 and 16', () => {
    const parts = [aPart('onSite', '40'), entered('done', '60')]
    expect(faultOf({ parts, panels: [aPanel('A', '24'), aPanel('B', '16')] })).toBe('none')
    expect(faultOf({ parts, panels: [aPanel('A', '24'), aPanel('B', '15')] })).toEqual(['rulesDoNotAddUp', { what: 'onSite部分', is: '39', should: '40' }])
  })
})

describe('a criterion', () => {
  it.each<[string, Partial<Criterion>]>([
    ['pointsNotPositive', { points: '0', floor: '-1', ceiling: '0' }],
    ['pointsNotPositive', { points: '-5' }],
    ['stepNotPositive', { step: '0' }],
    ['stepNotPositive', { step: '-0.5' }],
    ['floorAboveCeiling', { floor: '90', ceiling: '80' }],
    ['floorAboveCeiling', { floor: '80', ceiling: '80' }],
    ['limitsOutsidePoints', { floor: '-1' }],
    ['limitsOutsidePoints', { ceiling: '100.5' }],
    ['limitsOffStep', { step: '3' }],
    ['limitsOffStep', { floor: '0.25' }],
  ])('is refused with %s: %j', (reason, change) => {
    expect(faultOf(oneCriterion(change))).toEqual(invalid('项目c1', reason))
  })

  it('bears an id of its own over all ballots', () => {
    expect(faultOf({ criteria: [aCriterion('c1', '50'), aCriterion('c1', '50')] })).toEqual(invalid('c1', 'usedTwice'))
    expect(faultOf({ forms: [scoreForm([aCriterion('c1', '100')]), scoreForm([aCriterion('c1', '100')], { id: 'other' })] })).toEqual(invalid('c1', 'usedTwice'))
  })
})

describe('a ballot', () => {
  const graded = (more: Parameters<typeof gradeForm>[0]): unknown => reasonOf({ forms: [gradeForm(more)], panels: [aPanel('A', '100', { form: 'grades' })] })
  const ranked = (points: Parameters<typeof rankForm>[0]): unknown => reasonOf({ ...WHOLE, forms: [rankForm(points)], panels: [aPanel('A', '100', { form: 'places', recusal: 'never' })] })

  it('has a corridor only within what the criteria allow', () => {
    const corridor = (lowest: string, highest: string): unknown => reasonOf({ forms: [scoreForm([aCriterion('c1', '100', { floor: '20' })], { corridor: { lowest, highest } })] })
    expect([corridor('60', '95'), corridor('10', '95'), corridor('60', '101'), corridor('95', '60')]).toEqual(['none', 'corridorOutsideLimits', 'corridorOutsideLimits', 'corridorOutsideLimits'])
  })

  it('of grades has values that fall, within its full mark, each id and name once', () => {
    const grades = (...values: readonly string[]): unknown => graded({ grades: values.map((value, at) => ({ id: `g${at}`, name: `第${at}等`, value })) })
    expect([grades('100', '60'), grades('60', '100'), grades('80', '80'), grades('110', '60'), grades('100', '-1')]).toEqual(['none', 'gradesNotFalling', 'gradesNotFalling', 'gradeOutsideFullMark', 'gradeOutsideFullMark'])
    expect(graded({ grades: [{ id: 'a', name: '好', value: '9' }, { id: 'a', name: '差', value: '8' }] })).toBe('usedTwice')
    expect(graded({ grades: [{ id: 'a', name: '好', value: '9' }, { id: 'b', name: '好', value: '8' }] })).toBe('usedTwice')
    expect(graded({ fullMark: '0' })).toBe('pointsNotPositive')
  })

  it('of places gives points that fall from a first place worth something', () => {
    expect([ranked({ by: 'linear', top: '100', step: '3' }), ranked({ by: 'linear', top: '0', step: '3' }), ranked({ by: 'linear', top: '100', step: '0' })]).toEqual(['none', 'pointsNotPositive', 'stepNotPositive'])
    expect([ranked({ by: 'table', points: ['9', '7', '7'] }), ranked({ by: 'table', points: ['9', '10'] }), ranked({ by: 'table', points: ['0'] })]).toEqual(['none', 'placesNotFalling', 'pointsNotPositive'])
    expect([ranked({ by: 'borda', last: 'zero' }), ranked({ by: 'borda', last: 'one' })]).toEqual(['none', 'none'])
  })

  it('that stands or falls as a whole is open the whole session and revealed at the end', () => {
    const panels = [aPanel('A', '100', { form: 'grades' })]
    for (const more of [{ allEqualVoid: true }, { blank: 'voidSheet' }, { double: 'voidSheet' }] as const) {
      expect(reasonOf({ forms: [gradeForm(more)], panels })).toBe('wholeSheetNeedsWholeSession')
      expect(reasonOf({ forms: [gradeForm(more)], panels, windows: { policy: 'wholeSession' } })).toBe('wholeSheetNeedsRevealAtEnd')
      expect(reasonOf({ ...WHOLE, forms: [gradeForm(more)], panels })).toBe('none')
    }
    expect(reasonOf({ forms: [rankForm()], panels: [aPanel('A', '100', { form: 'places', recusal: 'never' })] })).toBe('wholeSheetNeedsWholeSession')
    expect(reasonOf({ forms: [gradeForm()], panels })).toBe('none')
  })
})

describe('a panel', () => {
  it.each(['0', '-10'])('with the share %s is refused', (points) => {
    expect(faultIn({ ...aRule(), panels: [aPanel('A', points)] })).toEqual(invalid('A组', 'weightNotPositive'))
  })

  it('needs a minimum of one more than it drops', () => {
    expect(faultOf(onePanel({ dropHighest: 1, dropLowest: 1, minimum: 2 }))).toEqual(invalid('A组', 'minimumTooSmall'))
    expect(faultOf(onePanel({ dropHighest: 1, dropLowest: 1, minimum: 3 }))).toBe('none')
    expect(faultOf(onePanel({ minimum: 0 }))).toEqual(invalid('A组', 'minimumTooSmall'))
  })

  it('bears an id of its own', () => {
    expect(faultOf({ panels: [aPanel('A', '50'), aPanel('A', '50')] })).toEqual(invalid('A', 'usedTwice'))
  })

  it('has a ballot, a scored part and categories there are', () => {
    expect(reasonOf(onePanel({ form: 'nothing' }))).toBe('formUnknown')
    expect(reasonOf(onePanel({ part: 'nothing' }))).toBe('partUnknown')
    expect(reasonOf({ parts: [entered('onSite', '100')] })).toBe('partUnknown')
    expect(reasonOf(onePanel({ categories: ['x'] }))).toBe('categoryUnknown')
    expect(reasonOf({ categories: [category('x')], panels: [aPanel('A', '100', { categories: [] })] })).toBe('categoryUnknown')
  })

  it('trims criteria only of a score sheet and keys counts only of grades or places', () => {
    expect(reasonOf({ forms: [gradeForm()], panels: [aPanel('A', '100', { form: 'grades', trimOf: 'criteria' })] })).toBe('trimCriteriaNeedsScoreSheet')
    expect(reasonOf(onePanel({ voters: 'counts', recusal: 'never' }))).toBe('countsNeedGrades')
    expect(reasonOf({ forms: [gradeForm()], panels: [aPanel('A', '100', { form: 'grades', voters: 'counts', recusal: 'never' })] })).toBe('none')
  })

  it('recuses nobody without a name and nobody on a rank ballot', () => {
    expect(reasonOf({ ...WHOLE, forms: [gradeForm()], panels: [aPanel('A', '100', { form: 'grades', voters: 'anonymous' })] })).toBe('recusalNeedsNames')
    expect(reasonOf({ ...WHOLE, forms: [rankForm()], panels: [aPanel('A', '100', { form: 'places' })] })).toBe('recusalNeedsNames')
  })

  it('without names votes over the whole session, because a box is opened once', () => {
    const panels = [aPanel('A', '100', { voters: 'anonymous', recusal: 'never' })]
    expect(reasonOf({ panels })).toBe('wholeSheetNeedsWholeSession')
    expect(reasonOf({ panels, windows: { policy: 'wholeSession' } })).toBe('none')
  })

  it('of rank ballots ranks one category only', () => {
    const words = (categories: string[] | null): RuleWords => ({ ...WHOLE, forms: [rankForm()], categories: [category('x')], panels: [aPanel('A', '100', { form: 'places', recusal: 'never', categories })] })
    expect([reasonOf(words(null)), reasonOf(words(['x']))]).toEqual(['rankBallotNeedsOneCategory', 'none'])
  })
})

describe('the tie list', () => {
  const ties = (...list: readonly TieRule[]): unknown => faultOf({ ties: [...list] })

  it('ends in a draw or in a shared place', () => {
    expect(ties({ by: 'moreDecimals' })).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties({ by: 'playOff' })).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties({ by: 'shared' }, { by: 'untrimmedMean' })).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties()).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties({ by: 'playOff' }, { by: 'draw' })).toBe('none')
  })

  it('names only panels, criteria and parts there are', () => {
    expect(ties({ by: 'panel', id: 'Z' }, { by: 'shared' })).toEqual(invalid('Z', 'tiePanelUnknown'))
    expect(ties({ by: 'criterion', id: 'A' }, { by: 'shared' })).toEqual(invalid('A', 'tieCriterionUnknown'))
    expect(ties({ by: 'part', id: 'A' }, { by: 'shared' })).toEqual(invalid('A', 'tiePartUnknown'))
    expect(ties({ by: 'panel', id: 'A' }, { by: 'criterion', id: 'c5' }, { by: 'part', id: 'onSite' }, { by: 'shared' })).toBe('none')
  })
})

describe('bonuses, penalties and time', () => {
  const penalty = { fullMark: '10', phases: 'speech' as const, graceSeconds: 0, tiers: [{ upTo: 10, amount: '0.02' }, { upTo: 20, amount: '0.05' }], cap: '0.2', under: null }
  const time = (change: Partial<NonNullable<Rules['time']['penalty']>>, more: Partial<Rules['time']> = {}): unknown => reasonOf({ time: { penalty: { ...penalty, ...change }, ...more } })

  it('have a full mark of their own and a cap above nothing', () => {
    const bonus = (change: Partial<Rules['adjustments'][number]>): unknown => reasonOf({ adjustments: [{ id: 'a', name: '加分', sign: 'bonus', fullMark: '10', cap: null, ...change }] })
    expect([bonus({}), bonus({ fullMark: '0' }), bonus({ cap: '0' }), bonus({ cap: '-1' })]).toEqual(['none', 'pointsNotPositive', 'capNotPositive', 'capNotPositive'])
  })

  it('rise tier by tier, behind the grace and never beyond the cap', () => {
    expect(time({})).toBe('none')
    expect(time({ tiers: [{ upTo: 20, amount: '0.05' }, { upTo: 10, amount: '0.1' }] })).toBe('tiersNotRising')
    expect(time({ tiers: [{ upTo: 10, amount: '0.05' }, { upTo: 20, amount: '0.02' }] })).toBe('tiersNotRising')
    expect(time({ graceSeconds: 10 })).toBe('tiersNotRising')
    expect(time({ cap: '0.04' })).toBe('tiersNotRising')
    expect([time({ cap: '0' }), time({ fullMark: '0' }), time({ under: { seconds: 60, amount: '0' } })]).toEqual(['capNotPositive', 'pointsNotPositive', 'capNotPositive'])
  })

  it('need a limit to be over, and nobody can be too short of more than the limit', () => {
    expect([time({}, { speechSeconds: 0 }), time({ phases: 'questions' }), time({ phases: 'questions' }, { questionSeconds: 60 })]).toEqual(['penaltyWithoutLimit', 'penaltyWithoutLimit', 'none'])
    expect(time({ under: { seconds: 500, amount: '0.1' } })).toBe('underAboveLimit')
  })
})

describe('awards, reveal and the wall', () => {
  const tier = (id: string, quota: number | null, score: string | null) => ({ id, name: `${id}等奖`, category: null, quota, score })

  it('give a tier by quota or score, of a category there is, scores falling', () => {
    expect(reasonOf({ awards: { tiers: [tier('a', 1, '90'), tier('b', null, '80')] } })).toBe('none')
    expect(reasonOf({ awards: { tiers: [tier('a', null, null)] } })).toBe('awardWithoutCondition')
    expect(reasonOf({ awards: { tiers: [tier('a', null, '80'), tier('b', null, '90')] } })).toBe('awardScoresNotFalling')
    expect(reasonOf({ awards: { tiers: [{ ...tier('a', 1, null), category: 'x' }] } })).toBe('categoryUnknown')
    expect(reasonOf({ awards: { tiers: [tier('a', 1, null), tier('a', 2, null)] } })).toBe('usedTwice')
  })

  it('calibrate only where the first k are scored together', () => {
    expect([reasonOf({ reveal: 'calibration' }), reasonOf({ reveal: 'calibration', windows: { policy: 'calibration', size: 3 } })]).toEqual(['calibrationNeedsWindows', 'none'])
  })

  it('take back the marks of a judge who leaves only while nothing has been shown', () => {
    const words: RuleWords = { missing: { leftEarlyMarks: 'withdrawn' } }
    expect([reasonOf(words), reasonOf({ ...words, ...WHOLE })]).toEqual(['withdrawnNeedsRevealAtEnd', 'none'])
  })

  it('reveal by a known part only one that is entered, and show the on-site score only where there is one', () => {
    const parts = [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points: '60' })]
    expect([reasonOf({ parts, rankingReveal: { by: 'knownPart', part: 'done' } }), reasonOf({ parts, rankingReveal: { by: 'knownPart', part: 'onSite' } })]).toEqual(['none', 'knownPartNotEntered'])
    expect(reasonOf({ parts, disclosure: { figure: 'either' } })).toBe('none')
    expect(reasonOf({ parts: [aPart('onSite', '100', { kind: 'visit' })], disclosure: { figure: 'onSite' } })).toBe('noOnSitePart')
  })

  it('show tiers only where tiers are given, and draw by category only where there are some', () => {
    expect([reasonOf({ disclosure: { total: 'tier' } }), reasonOf({ disclosure: { total: 'tier' }, awards: { tiers: [tier('a', 1, null)] } })]).toEqual(['tierWithoutAwards', 'none'])
    expect(reasonOf({ lot: { byCategory: true } })).toBe('categoryUnknown')
  })

  it('give place points that fall', () => {
    expect(reasonOf({ placePoints: { points: { by: 'table', points: ['5', '6'] }, ties: 'averaged' } })).toBe('placesNotFalling')
  })
})
