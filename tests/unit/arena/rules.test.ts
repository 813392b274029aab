import { describe, expect, it } from 'vitest'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import { checkRules, rulesSchema, type Criterion, type Panel, type Rules, type TieRule } from '../../../shared/arena/rules.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'

const faultOf = (change: Partial<Rules>): unknown => {
  const result = checkRules({ ...defaultRules, ...change })
  return result.ok ? 'none' : [result.refusal.code, result.refusal.details]
}
const oneCriterion = (change: Partial<Criterion>): Partial<Rules> => ({ criteria: [aCriterion('c1', '100', change)] })
const onePanel = (change: Partial<Panel>): Partial<Rules> => ({ panels: [aPanel('A', '100', change)] })
const invalid = (what: string, reason: string): unknown => ['rulesInvalid', { what, reason }]

describe('rules add up', () => {
  it('as they come with the program', () => {
    expect(faultOf({})).toBe('none')
    expect(rulesSchema.safeParse(defaultRules).success).toBe(true)
  })

  it('when the points of the criteria are the full mark, and say both figures when not', () => {
    expect(faultOf({ criteria: [aCriterion('c1', '60'), aCriterion('c2', '30.5')] })).toEqual(['rulesDoNotAddUp', { what: 'points', is: '181/2', should: '100' }])
    expect(faultOf({ fullMark: '120' })).toEqual(['rulesDoNotAddUp', { what: 'points', is: '100', should: '120' }])
  })

  it('when the panel weights are 100, and say both figures when not', () => {
    expect(faultOf({ panels: [aPanel('A', '60'), aPanel('B', '30')] })).toEqual(['rulesDoNotAddUp', { what: 'weights', is: '90', should: '100' }])
    expect(faultOf({ panels: [aPanel('A', '60'), aPanel('B', '50')] })).toEqual(['rulesDoNotAddUp', { what: 'weights', is: '110', should: '100' }])
    expect(faultOf({ panels: [aPanel('A', '33.3'), aPanel('B', '33.3'), aPanel('C', '33.4')] })).toBe('none')
  })

  it('on a full mark of 1,000 or 120 too', () => {
    expect(faultOf({ fullMark: '1000', criteria: [aCriterion('c1', '1000')] })).toBe('none')
    expect(faultOf({ fullMark: '120.0', criteria: [aCriterion('c1', '70.5'), aCriterion('c2', '49.5')] })).toBe('none')
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

  it('may allow only a band, such as 8–10 of 10', () => {
    expect(faultOf({ fullMark: '10', criteria: [aCriterion('c1', '10', { floor: '8', step: '0.1' })] })).toBe('none')
  })

  it('bears an id of its own', () => {
    expect(faultOf({ criteria: [aCriterion('c1', '50'), aCriterion('c1', '50')] })).toEqual(invalid('c1', 'usedTwice'))
  })
})

describe('a panel', () => {
  it.each(['0', '-10'])('with the weight %s is refused', (weight) => {
    expect(faultOf(onePanel({ weight }))).toEqual(invalid('A组', 'weightNotPositive'))
  })

  it('needs a minimum of one more than it drops', () => {
    expect(faultOf(onePanel({ dropHighest: 1, dropLowest: 1, minimum: 2 }))).toEqual(invalid('A组', 'minimumTooSmall'))
    expect(faultOf(onePanel({ dropHighest: 1, dropLowest: 1, minimum: 3 }))).toBe('none')
    expect(faultOf(onePanel({ minimum: 0 }))).toEqual(invalid('A组', 'minimumTooSmall'))
  })

  it('bears an id of its own', () => {
    expect(faultOf({ panels: [aPanel('A', '50'), aPanel('A', '50')] })).toEqual(invalid('A', 'usedTwice'))
  })
})

describe('the tie list', () => {
  const ties = (...list: readonly TieRule[]): unknown => faultOf({ ties: [...list] })

  it('ends in a draw or in a shared place', () => {
    expect(ties({ by: 'moreDecimals' })).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties({ by: 'shared' }, { by: 'untrimmedMean' })).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties()).toEqual(invalid('ties', 'tieListOpenEnded'))
    expect(ties({ by: 'draw' })).toBe('none')
  })

  it('names only panels and criteria there are', () => {
    expect(ties({ by: 'panel', id: 'Z' }, { by: 'shared' })).toEqual(invalid('Z', 'tiePanelUnknown'))
    expect(ties({ by: 'criterion', id: 'A' }, { by: 'shared' })).toEqual(invalid('A', 'tieCriterionUnknown'))
    expect(ties({ by: 'panel', id: 'A' }, { by: 'criterion', id: 'c5' }, { by: 'shared' })).toBe('none')
  })
})
