import { describe, expect, test } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { jiningBallots, jiningPrinted } from './jiningBallots.ts'
import { gradeForm, rankForm, scoreForm, secondFile, sheetOf } from './secondSession.ts'
import type { SecondSetup } from './secondSession.ts'

const totals = (setup: SecondSetup) => Object.fromEntries(recount(secondFile(setup)).rows.map(({ contestant, total }) => [contestant, total]))

/** One panel of graded sheets; each list is one contestant's column, seat by seat. */
const graded = (columns: readonly (readonly string[])[], form: object = {}): SecondSetup => ({
  forms: [gradeForm(form)],
  panels: [{ id: 'A', seats: columns[0]?.length ?? 0 }],
  contestants: columns.map((column) => ({ sheets: { A: column } })),
})

const ranked = (columns: readonly (readonly string[])[], points: object): SecondSetup => ({ ...graded(columns), forms: [rankForm(points)] })

describe('the grade ballot', () => {
  test('is the sum of votes times value by valid votes', () => {
    // 100 + 100 + 80 + 40 = 320 ÷ 4
    expect(totals(graded([['好', '好', '较好', '较差']]))).toEqual({ u1: '80.00' })
  })

  test('is worth its share of the part by its own full mark', () => {
    // grades 10/8/6/4 of 10 on a panel of 100 points: (10 + 8) ÷ 2 = 9 of 10 → 90
    const grades = [{ id: '好', name: '好', value: '10' }, { id: '差', name: '差', value: '8' }]
    expect(totals(graded([['好', '差']], { fullMark: '10', grades }))).toEqual({ u1: '90.00' })
  })

  test('an abstention leaves the denominator, or stands in it as 0, as the ballot says', () => {
    const columns = [['好', '较好', '弃权'], ['好', '好', '好']]
    // (100 + 80) ÷ 2 = 90; in the denominator 180 ÷ 3 = 60
    expect(totals(graded(columns)).u1).toBe('90.00')
    expect(totals(graded(columns, { abstentionsCount: true })).u1).toBe('60.00')
  })

  test('a blank cell on a marked sheet is an abstention, a void cell, or voids the sheet', () => {
    // seat 3 leaves u1 blank and gives u2 40; seats 1 and 2 give 100 and 80, and 60 and 60
    const columns = [['好', '较好', '弃权'], ['一般', '一般', '较差']]
    // abstention counted: u1 180 ÷ 3 = 60; a void cell never counts: 180 ÷ 2 = 90; u2 160 ÷ 3 = 53.33
    expect(totals(graded(columns, { abstentionsCount: true }))).toEqual({ u1: '60.00', u2: '53.33' })
    expect(totals(graded(columns, { abstentionsCount: true, blank: 'voidCell' }))).toEqual({ u1: '90.00', u2: '53.33' })
    // the sheet void: u2 loses its 40 too, 120 ÷ 2 = 60
    expect(totals(graded(columns, { abstentionsCount: true, blank: 'voidSheet' }))).toEqual({ u1: '90.00', u2: '60.00' })
  })

  test('a cell with two marks is void alone, or voids the sheet', () => {
    const columns = [['好', '作废'], ['一般', '较差']]
    // u2 (60 + 40) ÷ 2 = 50, without the second sheet 60
    expect(totals(graded(columns))).toEqual({ u1: '100.00', u2: '50.00' })
    expect(totals(graded(columns, { double: 'voidSheet' }))).toEqual({ u1: '100.00', u2: '60.00' })
  })

  test('a wholly blank sheet is all abstentions and never void, whatever a blank cell means', () => {
    const columns = [['好', '弃权'], ['较好', '弃权']]
    for (const blank of ['abstention', 'voidCell', 'voidSheet']) {
      // in the denominator: 100 ÷ 2, 80 ÷ 2
      expect(totals(graded(columns, { blank, abstentionsCount: true }))).toEqual({ u1: '50.00', u2: '40.00' })
    }
  })

  test('an all-equal sheet is void if the rules say so and it has two cells or more, all marked', () => {
    const columns = [['好', '较差'], ['好', '一般']]
    expect(totals(graded(columns))).toEqual({ u1: '70.00', u2: '80.00' })
    // seat 1 gave 好 twice
    expect(totals(graded(columns, { allEqualVoid: true }))).toEqual({ u1: '40.00', u2: '60.00' })
    expect(totals(graded([['好', '较差']], { allEqualVoid: true }))).toEqual({ u1: '70.00' })
    // a blank third cell: not every cell carries the grade
    expect(totals(graded([...columns, ['弃权', '较差']], { allEqualVoid: true })).u1).toBe('70.00')
  })

  test('a recused cell stands outside the whole sheet', () => {
    const recused = (form: object) => {
      const setup = graded([['好', '较差'], ['好', '一般'], ['', '较差']], form)
      return totals({ ...setup, contestants: setup.contestants.map((each, at) => (at === 2 ? { ...each, gaps: { A1: 'recused' } } : each)) })
    }
    // of seat 1 two cells are left: both 好, so void; not blank, so not void
    expect(recused({ allEqualVoid: true })).toEqual({ u1: '40.00', u2: '60.00', u3: '40.00' })
    expect(recused({ blank: 'voidSheet' })).toEqual({ u1: '70.00', u2: '80.00', u3: '40.00' })
  })

  test('voids are judged over all contestants the panel scores: one sheet holds every category', () => {
    const setup = graded([['好', '较差'], ['好', '一般'], ['一般', '较差']], { allEqualVoid: true })
    const contestants = setup.contestants.map((each, at) => ({ ...each, category: at === 2 ? 'y' : 'x' }))
    // seat 1 in x alone would be all-equal; over all three it is not
    expect(totals({ ...setup, categories: ['x', 'y'], contestants })).toEqual({ u1: '70.00', u2: '80.00', u3: '50.00' })
  })
})

describe('the rank ballot', () => {
  const linear = { by: 'linear', top: '100', step: '3' }
  // three voters: 1 2 3 · 1 3 2 · 2 1 3, read down the columns
  const columns = [['1', '1', '2'], ['2', '3', '1'], ['3', '2', '3']]

  test('42 constructed ballots give the 13 scores printed in Jining and the places 1–8, 9, 9, 11, 12, 13', () => {
    const units = jiningPrinted.map((_, unit) => jiningBallots.map((ballot) => ballot[unit] ?? ''))
    const { rows } = recount(secondFile({ ...ranked(units, linear), panels: [{ id: 'A', voters: 'anonymous' }] }))
    expect(rows.map(({ total }) => total)).toEqual(jiningPrinted)
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 11, 12, 13])
  })

  test('linear points fall by a step a place', () => {
    // u1 (100 + 100 + 97) ÷ 3 = 99; u2 (97 + 94 + 100) ÷ 3 = 97; u3 (94 + 97 + 94) ÷ 3 = 95
    expect(totals(ranked(columns, linear))).toEqual({ u1: '99.00', u2: '97.00', u3: '95.00' })
  })

  test('a table gives what it says, by its first place as the full mark', () => {
    // table 10 8 5: u1 28 ÷ 3, u2 23 ÷ 3, u3 18 ÷ 3, each × 10
    expect(totals(ranked(columns, { by: 'table', points: ['10', '8', '5'] }))).toEqual({ u1: '93.33', u2: '76.67', u3: '60.00' })
  })

  test('Borda gives n − k, or n − k + 1', () => {
    // zero: u1 (2 + 2 + 1) ÷ 3 of 2 → 83.33, u2 (1 + 0 + 2) ÷ 3 = 1 of 2, u3 (0 + 1 + 0) ÷ 3 of 2
    expect(totals(ranked(columns, { by: 'borda', last: 'zero' }))).toEqual({ u1: '83.33', u2: '50.00', u3: '16.67' })
    // one: u1 8 ÷ 3 of 3, u2 6 ÷ 3 of 3, u3 4 ÷ 3 of 3
    expect(totals(ranked(columns, { by: 'borda', last: 'one' }))).toEqual({ u1: '88.89', u2: '66.67', u3: '44.44' })
  })

  test.each([
    ['a tie', ['1', '1', '2'], ['2', '3', '2'], ['3', '2', '3']],
    ['a gap', ['1', '1', '2'], ['2', '3', '弃权'], ['3', '2', '3']],
    ['a place beyond the last', ['1', '1', '4'], ['2', '3', '1'], ['3', '2', '3']],
    ['an alteration', ['1', '1', '2'], ['2', '3', '作废'], ['3', '2', '3']],
  ])('%s voids the whole sheet', (_, ...spoilt) => {
    // of seats 1 and 2: u1 100, u2 (97 + 94) ÷ 2, u3 (94 + 97) ÷ 2
    expect(totals(ranked(spoilt, linear))).toEqual({ u1: '100.00', u2: '95.50', u3: '95.50' })
  })

  test('a wholly blank sheet is an abstention and leaves the denominator', () => {
    expect(totals(ranked([['1', '弃权'], ['2', '弃权']], linear))).toEqual({ u1: '100.00', u2: '97.00' })
  })

  test('who withdrew before anybody ranked stands on no ballot; who was ranked stays on it', () => {
    const setup = ranked([['1', '2'], ['2', '1'], ['', '']], { by: 'borda', last: 'one' })
    const gone = (sheets: readonly string[]) => ({ ...setup, contestants: [...setup.contestants.slice(0, 2), { sheets: { A: sheets }, withdrawn: true }] })
    // n = 2: (2 + 1) ÷ 2 of 2 = 75
    expect(totals(gone([]))).toEqual({ u1: '75.00', u2: '75.00' })
    // n = 3: (3 + 2) ÷ 2 of 3 = 83.33
    expect(totals(gone(['3', '3']))).toEqual({ u1: '83.33', u2: '83.33' })
  })
})

describe('voters without names', () => {
  test('paper ballots come before those of the box, each by number: of equal ones the earlier is dropped', () => {
    const file = secondFile({ panels: [{ id: 'A', voters: 'anonymous', drop: [2, 0] }], contestants: [{}], boxes: [{ panel: 'A', count: 12, root: 'a'.repeat(64) }] })
    const form = scoreForm([{ id: 'c1', points: '100' }])
    file.contestants[0]?.sheets.push(...['A-b2', 'A-p10', 'A-b12', 'A-p9'].map((voter) => sheetOf(voter, '80', form)))
    expect(recount(file).rows[0]?.panels[0]?.dropped.map(({ judge }) => judge)).toEqual(['A-p9', 'A-p10'])
  })

  test('keyed counts count as so many equal cells, blanks by the ballot, void ones never', () => {
    const setup = (abstentionsCount: boolean): SecondSetup => ({
      forms: [gradeForm({ abstentionsCount })],
      panels: [{ id: 'A', voters: 'counts' }],
      contestants: [{ counts: [{ panel: 'A', counts: { 好: 20, 较好: 10, 较差: 2 }, blank: 8, void: 3 }] }],
    })
    // 2000 + 800 + 80 = 2880 ÷ 32 = 90; with 8 abstentions ÷ 40 = 72
    expect(totals(setup(false))).toEqual({ u1: '90.00' })
    expect(totals(setup(true))).toEqual({ u1: '72.00' })
  })

  test('counts are trimmed like sheets, the best first', () => {
    const counts = [{ panel: 'A', counts: { 好: 1, 较好: 2, 较差: 1 }, blank: 0, void: 0 }]
    const { rows } = recount(secondFile({ forms: [gradeForm()], panels: [{ id: 'A', voters: 'counts', drop: [1, 1] }], contestants: [{ counts }] }))
    // 100 and 40 dropped
    expect(rows[0]?.total).toBe('80.00')
    expect(rows[0]?.panels[0]?.dropped).toEqual([{ judge: 'A-c1', criterion: null, end: 'highest' }, { judge: 'A-c4', criterion: null, end: 'lowest' }])
  })

  test('counts of places are worth the points of the place', () => {
    const counts = (first: number, second: number) => ({ counts: [{ panel: 'A', counts: { 1: first, 2: second }, blank: 0, void: 0 }] })
    // u1 3 × 100 + 1 × 97 = 397 ÷ 4; u2 100 + 291 = 391 ÷ 4
    expect(totals({ forms: [rankForm({ by: 'linear', top: '100', step: '3' })], panels: [{ id: 'A', voters: 'counts' }], contestants: [counts(3, 1), counts(1, 3)] })).toEqual({ u1: '99.25', u2: '97.75' })
  })
})
