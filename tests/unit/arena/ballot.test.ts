import { describe, expect, it } from 'vitest'
import { checkMarks, type Marks } from '../../../shared/arena/ballot.ts'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import { aCriterion } from '../../support/anArena.ts'

const rules = { ...defaultRules, criteria: [aCriterion('c1', '30', { floor: '10' }), aCriterion('c2', '70', { step: '0.1' })] }
const fault = (marks: Marks): unknown => {
  const result = checkMarks(rules, marks)
  return result.ok ? 'none' : [result.refusal.code, result.refusal.details['criterion']]
}

describe('a score sheet', () => {
  it('is complete with one mark for every criterion', () => {
    expect(fault({ c1: '28.5', c2: '0' })).toBe('none')
    expect(fault({ c1: '30', c2: '69.9' })).toBe('none')
  })

  it('without a mark for a criterion is incomplete, never zero', () => {
    expect(fault({ c1: '28.5' })).toEqual(['markMissing', '项目c2'])
    expect(fault({ c1: '', c2: '60' })).toEqual(['markMissing', '项目c1'])
    expect(fault({})).toEqual(['markMissing', '项目c1'])
  })

  it('with a mark for a criterion that is not in the rules is refused', () => {
    expect(fault({ c1: '28', c2: '60', c9: '1' })).toEqual(['markUnknown', 'c9'])
  })

  it.each(['abc', '1e1', '28,5', ' 28', '28.', '２８', '+28', '028', '--28'])('with the mark %j is refused: it is not a plain number', (mark) => {
    expect(fault({ c1: mark, c2: '60' })).toEqual(['markMalformed', '项目c1'])
  })

  it.each(['9.5', '30.5', '-10', '0'])('with the mark %s outside 10–30 is refused', (mark) => {
    expect(fault({ c1: mark, c2: '60' })).toEqual(['markOutOfRange', '项目c1'])
  })

  it('with a mark off the step is refused, and the step is said', () => {
    expect(fault({ c1: '28.3', c2: '60' })).toEqual(['markOffStep', '项目c1'])
    expect(checkMarks(rules, { c1: '28', c2: '0.15' })).toMatchObject({ refusal: { code: 'markOffStep', details: { mark: '0.15', step: '0.1' } } })
  })

  it('may write a mark with zeros behind it', () => {
    expect(fault({ c1: '28.50', c2: '60.00' })).toBe('none')
  })
})
