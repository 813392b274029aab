import { describe, expect, it } from 'vitest'
import { checkMarks, type Marks } from '../../../shared/arena/ballot.ts'
import type { Form } from '../../../shared/arena/forms.ts'
import { aCriterion } from '../../support/anArena.ts'
import { gradeForm, rankForm, scoreForm } from '../../support/ruleWords.ts'

const form = scoreForm([aCriterion('c1', '30', { floor: '10' }), aCriterion('c2', '70', { step: '0.1' })])
const fault = (marks: Marks): unknown => {
  const result = checkMarks(form, marks, 1)
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
    expect(checkMarks(form, { c1: '28', c2: '0.15' }, 1)).toMatchObject({ refusal: { code: 'markOffStep', details: { mark: '0.15', step: '0.1' } } })
  })

  it('may write a mark with zeros behind it', () => {
    expect(fault({ c1: '28.50', c2: '60.00' })).toBe('none')
  })
})

describe('a corridor for the total', () => {
  const within = scoreForm([aCriterion('c1', '30'), aCriterion('c2', '70')], { corridor: { lowest: '60', highest: '95' } })
  const total = (c1: string, c2: string): unknown => { const result = checkMarks(within, { c1, c2 }, 1); return result.ok ? 'none' : result.refusal }

  it('lets no sheet leave it, and takes its ends', () => {
    expect([total('20', '40'), total('30', '65')]).toEqual(['none', 'none'])
    expect(total('19.5', '40')).toEqual({ code: 'totalOutsideCorridor', details: { total: '59.5', lowest: '60', highest: '95' } })
    expect(total('30', '65.5')).toMatchObject({ code: 'totalOutsideCorridor' })
  })
})

describe('one cell', () => {
  const cell = (form: Form, marks: Marks, of = 3): unknown => { const result = checkMarks(form, marks, of); return result.ok ? 'none' : result.refusal.code }

  it('of a grade ballot is one of its grades', () => {
    expect([cell(gradeForm(), { cell: 'g4' }), cell(gradeForm(), { cell: 'g5' }), cell(gradeForm(), { cell: '100' }), cell(gradeForm(), {}), cell(gradeForm(), { cell: 'g1', c1: '5' })]).toEqual(['none', 'gradeUnknown', 'gradeUnknown', 'markMissing', 'markUnknown'])
  })

  it('of a rank ballot is a place among those ranked, written plainly', () => {
    expect(['1', '3'].map((place) => cell(rankForm(), { cell: place }))).toEqual(['none', 'none'])
    expect(['0', '4', '01', '1.5', '-1', 'x', '１'].map((place) => cell(rankForm(), { cell: place }))).toEqual(Array.from({ length: 7 }, () => 'placeOutOfRange'))
  })
})
