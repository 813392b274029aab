// 名次票 (domain.md §2.1, §2.4 item 7): every place once or the whole sheet is void; points by place, linear, by table or Borda.
import { describe, expect, it } from 'vitest'
import { placeValue, type PlaceValues } from '../../../shared/arena/forms.ts'
import type { Panel } from '../../../shared/arena/rules.ts'
import { decimal } from '../../../shared/kernel/fraction.ts'
import { anArena, aPanel, type ArenaBuilder, type CellWords } from '../../support/anArena.ts'
import { rankForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf } from './aRoom.ts'
import { tallyOf, totalsOf } from './readings.ts'

const words = (points?: PlaceValues, panel: Partial<Panel> = {}): RuleWords =>
  ({ ...WHOLE, forms: [rankForm(points)], panels: [aPanel('A', '100', { form: 'places', recusal: 'never', ...panel })], ties: [{ by: 'shared' }] })
const ranked = (ballots: readonly (readonly (CellWords | null)[])[], points?: PlaceValues): ArenaBuilder => {
  const units = ballots[0]?.length ?? 0
  const roster = anArena().withRules(words(points)).withUnits(units).withJudges(ballots.length)
  return ballots.reduce<ArenaBuilder>((builder, cells, judge) => builder.ballot(judge, cells), roster).locked(...Array.from({ length: units }, (_, unit) => unit))
}
const causes = (builder: ArenaBuilder): readonly string[] => tallyOf(builder).panels[0]?.counted.map((each) => each.cause ?? 'counted') ?? []

describe('a rank ballot', () => {
  it('as in Jining gives 100 − 3(k − 1) a place, over the ballots', () => {
    // u1: 1st, 1st, 2nd → 100 + 100 + 97 = 297 ÷ 3 = 99; u2: 97 + 97 + 100 = 98; u3: 94.
    expect(totalsOf(ranked([[1, 2, 3], [1, 2, 3], [2, 1, 3]]))).toEqual(['99.00', '98.00', '94.00'])
  })

  it('with a tie, a gap or an alteration is void as a whole', () => {
    for (const bad of [[1, 1, 3], [1, 2, 2], [2, 3, 3], [1, 'void', 3], [1, 'abstained', 3]] as const) {
      const builder = ranked([[1, 2, 3], bad])
      expect([totalsOf(builder), causes(builder)]).toEqual([['100.00', '97.00', '94.00'], ['counted', 'void']])
    }
  })

  it('without one of the contestants is void as a whole', () => {
    expect(causes(ranked([[1, 2, 3], [1, 3, null]]))).toEqual(['counted', 'void'])
  })

  it('that is wholly blank is an abstention', () => {
    expect(causes(ranked([[1, 2], ['abstained', 'abstained']]))).toEqual(['counted', 'abstained'])
  })

  it('leaves out who withdrew before anybody ranked: the others still have every place once', () => {
    const builder = anArena().withRules(words({ by: 'borda', last: 'zero' })).withUnits(4).withJudges(2).withdrawn(3).ballot(0, [1, 2, 3]).ballot(1, [2, 1, 3]).locked(0, 1, 2)
    // n is 3: 2 + 1 = 3 ÷ 2 = 1.5 of 2 → 75.
    expect(totalsOf(builder)).toEqual(['75.00', '75.00', '0.00', 'withdrawn'])
  })
})

describe('a contestant who is left alone', () => {
  it('has nobody to be before: n − k is 0, and that is no division by zero', () => {
    const alone = (last: 'zero' | 'one'): readonly string[] => totalsOf(anArena().withRules(words({ by: 'borda', last })).withUnits(2).withJudges(1).withdrawn(1).ballot(0, [1]).locked(0))
    expect([alone('zero'), alone('one')]).toEqual([['0.00', 'withdrawn'], ['100.00', 'withdrawn']])
  })
})

describe('points by place', () => {
  it('are n − k in Borda’s count, or n − k + 1, on the points of the first place', () => {
    // n = 3. n − k: u1 2 + 2 = 4 ÷ 2 = 2 of 2 → 100; u2 (1 + 0) ÷ 2 = 0.5 of 2 → 25. n − k + 1: u2 (2 + 1) ÷ 2 = 1.5 of 3 → 50.
    expect(totalsOf(ranked([[1, 2, 3], [1, 3, 2]], { by: 'borda', last: 'zero' }))).toEqual(['100.00', '25.00', '25.00'])
    expect(totalsOf(ranked([[1, 2, 3], [1, 3, 2]], { by: 'borda', last: 'one' }))).toEqual(['100.00', '50.00', '50.00'])
  })

  it('stand in a table where the rules have one', () => {
    expect(totalsOf(ranked([[1, 2, 3], [1, 3, 2]], { by: 'table', points: ['10', '7', '5'] }))).toEqual(['100.00', '60.00', '60.00'])
  })

  it('are what the formula says for the first, the fourth and the last', () => {
    const at = (values: PlaceValues, place: number): unknown => placeValue(values, place, 13)
    expect([at({ by: 'linear', top: '100', step: '3' }, 1), at({ by: 'linear', top: '100', step: '3' }, 4), at({ by: 'linear', top: '100', step: '3' }, 13)]).toEqual(['100', '91', '64'].map(decimal))
    expect([at({ by: 'borda', last: 'zero' }, 1), at({ by: 'borda', last: 'zero' }, 13), at({ by: 'borda', last: 'one' }, 13)]).toEqual(['12', '0', '1'].map(decimal))
    expect([at({ by: 'table', points: ['5', '3'] }, 2), at({ by: 'table', points: ['5', '3'] }, 3)]).toEqual([decimal('3'), null])
  })
})

describe('a session with a rank ballot', () => {
  const room = (units: number, points: PlaceValues = { by: 'linear', top: '100', step: '3' }) => aRoom({ units, judges: judgesOf(2), rules: words(points) })
  const cells = (each: ReturnType<typeof room>, places: readonly string[]): object =>
    ({ cells: Object.fromEntries(places.map((place, at) => [each.unit(at), { kind: place === '' ? 'abstained' : 'marks', marks: place === '' ? {} : { cell: place }, basis: 0 }])) })
  const code = (refusal: unknown): unknown => (typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : refusal)

  it('is not frozen with fewer points in the table than contestants, and says the figures', () => {
    expect(room(3, { by: 'table', points: ['9', '7'] }).refusal('session.ready')).toEqual({ code: 'noCaseForResult', details: { why: 'placeWithoutPoints', what: '名次票', is: 2, should: 3 } })
  })

  it('takes a phone’s ballot only whole, and only with every place once or wholly blank', () => {
    const each = room(3).live()
    expect(code(each.refusal('sheet.submit', { contestant: each.unit(0), kind: 'marks', marks: { cell: '1' }, basis: 0 }, each.judge(0)))).toBe('wholeSheetOnly')
    expect(each.refusal('sheet.submitAll', cells(each, ['1', '2']), each.judge(0))).toMatchObject({ code: 'markMissing', details: { criterion: each.unit(2) } })
    expect(each.refusal('sheet.submitAll', cells(each, ['1', '3', '3']), each.judge(0))).toEqual({ code: 'rankingIncomplete', details: { place: 2, of: 3 } })
    expect(code(each.refusal('sheet.submitAll', cells(each, ['1', '2', '']), each.judge(0)))).toBe('rankingIncomplete')
    expect(each.refusal('sheet.submitAll', cells(each, ['1', '2', '4']), each.judge(0))).toMatchObject({ code: 'rankingIncomplete' })
    expect(code(each.refusal('sheet.submitAll', cells(each, ['', '', '']), each.judge(0)))).toBe('accepted')
    expect(code(each.refusal('sheet.submitAll', cells(each, ['2', '3', '1']), each.judge(1)))).toBe('accepted')
  })

  it('takes paper as it is: a tie on paper is not corrected but void', () => {
    const each = room(2).live()
    for (const unit of [0, 1]) each.at(unit, 'sheet.key', { judge: each.judges[0], kind: 'marks', marks: { cell: '1' }, basis: 0 })
    expect(each.do('sheet.submitAll', cells(each, ['2', '1']), each.judge(1))).toMatchObject({ late: false })
    for (const unit of [0, 1]) each.at(unit, 'window.check')
    for (const unit of [0, 1]) each.at(unit, 'window.lock')
    each.do('session.finalise')
    expect(each.session.phase).toBe('finalised')
  })

  it('recuses nobody from one place of a ranking', () => {
    const each = room(2).live()
    expect(code(each.refusal('gap.decide', { contestant: each.unit(0), judge: each.judges[0], cause: 'recused', note: '' }))).toBe('wholeSheetOnly')
    expect(code(each.refusal('recusal.confirm', { contestant: each.unit(0), judges: [each.judges[0]] }))).toBe('wholeSheetOnly')
    expect(code(each.refusal('gap.decide', { contestant: each.unit(0), judge: each.judges[0], cause: 'absent', note: '' }))).toBe('accepted')
  })

  it('records all cells of a whole ballot or none', () => {
    const each = room(2).live()
    const before = each.state
    const stale = { cells: { [each.unit(0)]: { kind: 'marks', marks: { cell: '1' }, basis: 0 }, [each.unit(1)]: { kind: 'marks', marks: { cell: '2' }, basis: 7 } } }
    expect(code(each.refusal('sheet.submitAll', stale, each.judge(0)))).toBe('staleRevision')
    expect(each.state).toBe(before)
  })
})
