// 评价票 (domain.md §2.1, §2.4 item 6): what voids a cell or a sheet, what an abstention is, counts and ballots without names. Worked by hand.
import { describe, expect, it } from 'vitest'
import type { GradeForm } from '../../../shared/arena/forms.ts'
import type { Panel } from '../../../shared/arena/rules.ts'
import { anArena, aPanel, type ArenaBuilder, type CellWords } from '../../support/anArena.ts'
import { gradeForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { tallyOf, totalsOf } from './readings.ts'

const rulesWith = (form: Partial<GradeForm>, panel: Partial<Panel> = {}): RuleWords =>
  ({ ...WHOLE, forms: [gradeForm(form)], panels: [aPanel('A', '100', { form: 'grades', recusal: 'never', ...panel })], ties: [{ by: 'shared' }] })
/** One whole ballot per judge, a cell per unit; everything locked. g1 100, g2 80, g3 60, g4 40. */
const graded = (form: Partial<GradeForm>, ballots: readonly (readonly (CellWords | null)[])[]): ArenaBuilder => {
  const units = ballots[0]?.length ?? 0
  const roster = anArena().withRules(rulesWith(form)).withUnits(units).withJudges(ballots.length)
  return ballots.reduce<ArenaBuilder>((builder, cells, judge) => builder.ballot(judge, cells), roster).locked(...Array.from({ length: units }, (_, unit) => unit))
}
const causes = (builder: ArenaBuilder, unit = 0): readonly string[] => tallyOf(builder, unit).panels[0]?.counted.map((each) => each.cause ?? 'counted') ?? []

describe('a grade ballot', () => {
  it('scores Σ votes × value ÷ valid votes', () => {
    // u1: 100, 100, 80 → 280 ÷ 3 = 93.333…; u2: 80, 60, 40 → 180 ÷ 3 = 60.
    expect(totalsOf(graded({}, [['g1', 'g2'], ['g1', 'g3'], ['g2', 'g4']]))).toEqual(['93.33', '60.00'])
  })

  it('may have any number of grades on any full mark: the panel’s share is what reaches the total', () => {
    const form = gradeForm({ fullMark: '5', grades: [{ id: 'a', name: '优', value: '5' }, { id: 'b', name: '差', value: '2' }] })
    const builder = anArena().withRules({ ...rulesWith({}), forms: [form] }).withUnits(1).withJudges(2).ballot(0, ['a']).ballot(1, ['b']).locked(0)
    // (5 + 2) ÷ 2 = 3.5 of 5 → 70 of 100.
    expect(totalsOf(builder)).toEqual(['70.00'])
  })
})

describe('an abstention', () => {
  it('is left out of the denominator, or stands in it as 0, as the ballot says', () => {
    const ballots = [['g1'], ['g2'], ['abstained']]
    // (100 + 80) ÷ 2 = 90; in the denominator (100 + 80 + 0) ÷ 3 = 60.
    expect(totalsOf(graded({ abstentionsCount: false }, ballots))).toEqual(['90.00'])
    expect(totalsOf(graded({ abstentionsCount: true }, ballots))).toEqual(['60.00'])
  })

  it('is what a blank cell means, a void cell or a void sheet, as the ballot says', () => {
    const ballots = [['g1', 'g1'], ['g2', 'abstained'], ['g3', 'g4']]
    // u1 240 ÷ 3; u2 with the abstention as 0: (100 + 0 + 40) ÷ 3 = 46.666….
    expect(totalsOf(graded({ abstentionsCount: true, blank: 'abstention' }, ballots))).toEqual(['80.00', '46.67'])
    // The one cell void: u2 (100 + 40) ÷ 2 = 70.
    expect(totalsOf(graded({ abstentionsCount: true, blank: 'voidCell' }, ballots))).toEqual(['80.00', '70.00'])
    // The whole sheet void: u1 (100 + 60) ÷ 2 = 80, u2 (100 + 40) ÷ 2 = 70.
    expect(totalsOf(graded({ abstentionsCount: true, blank: 'voidSheet' }, [['g1', 'g1'], ['g4', 'abstained'], ['g3', 'g4']]))).toEqual(['80.00', '70.00'])
  })

  it('in every cell is a blank sheet: all abstentions, never void, even where one blank cell voids a sheet', () => {
    const ballots = [['g1', 'g2'], ['abstained', 'abstained']]
    expect(causes(graded({ blank: 'voidSheet', abstentionsCount: true }, ballots))).toEqual(['counted', 'abstained'])
    // In the denominator: u1 (100 + 0) ÷ 2, u2 (80 + 0) ÷ 2.
    expect(totalsOf(graded({ blank: 'voidSheet', abstentionsCount: true }, ballots))).toEqual(['50.00', '40.00'])
  })
})

describe('a cell with two marks', () => {
  it('is void alone, or voids its sheet, and is never in the denominator', () => {
    const ballots = [['g1', 'g1'], ['g3', 'void']]
    expect(totalsOf(graded({ double: 'voidCell', abstentionsCount: true }, ballots))).toEqual(['80.00', '100.00'])
    expect(totalsOf(graded({ double: 'voidSheet', abstentionsCount: true }, ballots))).toEqual(['100.00', '100.00'])
    expect(causes(graded({ double: 'voidSheet' }, ballots))).toEqual(['counted', 'void'])
  })
})

describe('an all-equal sheet', () => {
  it('is void only if every cell carries the same single grade', () => {
    const ballots = [['g1', 'g2'], ['g4', 'g4']]
    expect(totalsOf(graded({ allEqualVoid: true }, ballots))).toEqual(['100.00', '80.00'])
    expect(totalsOf(graded({ allEqualVoid: false }, ballots))).toEqual(['70.00', '60.00'])
    expect(totalsOf(graded({ allEqualVoid: true }, [['g1', 'g2'], ['g4', 'void']]))).toEqual(['70.00', '80.00'])
  })

  it('of one cell is an ordinary ballot', () => {
    expect(totalsOf(graded({ allEqualVoid: true }, [['g4'], ['g4']]))).toEqual(['40.00'])
  })

  it('is judged over the cells the voter could fill: a recused cell stands outside', () => {
    // Judge 1 is recused from u3 and gives g4 to both others: all equal, void.
    const builder = anArena().withRules(rulesWith({ allEqualVoid: true })).withUnits(3).withJudges(2).ballot(0, ['g1', 'g2', 'g3']).ballot(1, ['g4', 'g4', 'g1']).gap(2, 1, 'recused').locked(0, 1, 2)
    expect(totalsOf(builder)).toEqual(['100.00', '80.00', '60.00'])
  })
})

describe('ballots without names', () => {
  const rules = rulesWith({}, { voters: 'anonymous' })

  it('count like any other, in the order of their numbers, paper before box', () => {
    const paper = anArena().withRules(rules).withUnits(2).paper('A', 10, ['g1', 'g4']).paper('A', 2, ['g2', 'g4'])
    const sealed = paper.event(
      { name: 'boxOpened', body: { session: 's1', panel: 'A', box: 'b1' } },
      { name: 'boxSealed', body: { session: 's1', panel: 'A', count: 1, root: 'r', ballots: [{ u1: { kind: 'marks', marks: { cell: 'g3' } }, u2: { kind: 'abstained', marks: {} } }] } },
    ).locked(0, 1)
    expect(tallyOf(sealed).panels[0]?.sheets.map((sheet) => sheet.voter)).toEqual(['A-p2', 'A-p10', 'A-b1'])
    // u1 (80 + 100 + 60) ÷ 3 = 80; u2 (40 + 40) ÷ 2, the box ballot abstains.
    expect(totalsOf(sealed)).toEqual(['80.00', '40.00'])
  })

  it('of equal value are dropped by number: the earlier goes', () => {
    const builder = [1, 2, 10].reduce<ArenaBuilder>((before, number) => before.paper('A', number, ['g2']), anArena().withRules({ ...rules, panels: [aPanel('A', '100', { form: 'grades', recusal: 'never', voters: 'anonymous', dropHighest: 1, minimum: 2 })] }).withUnits(1))
    expect(tallyOf(builder.locked(0)).panels[0]?.dropped.map((drop) => drop.voter)).toEqual(['A-p1'])
  })

  it('of another panel whose name only begins alike are not taken', () => {
    const two = { ...rules, panels: [aPanel('A', '50', { form: 'grades', recusal: 'never', voters: 'anonymous' }), aPanel('A-p1', '50', { form: 'grades', recusal: 'never', voters: 'anonymous' })] }
    const builder = anArena().withRules(two).withUnits(1).paper('A', 1, ['g1']).paper('A-p1', 1, ['g4']).locked(0)
    expect(tallyOf(builder).panels.map((panel) => panel.sheets.map((sheet) => sheet.voter))).toEqual([['A-p1'], ['A-p1-p1']])
  })
})

describe('keyed counts', () => {
  const rules = (form: Partial<GradeForm> = {}, panel: Partial<Panel> = {}): RuleWords => rulesWith(form, { voters: 'counts', ...panel })
  const counted = (words: RuleWords, given: Parameters<ArenaBuilder['counted']>[2]): readonly string[] => totalsOf(anArena().withRules(words).withUnits(1).counted(0, 'A', given).locked(0))

  it('are so many equal cells', () => {
    // (3 × 100 + 2 × 80 + 0 × 60 + 1 × 40) ÷ 6 = 500 ÷ 6 = 83.333….
    expect(counted(rules(), { counts: { g1: 3, g2: 2, g4: 1 }, blank: 4, void: 2 })).toEqual(['83.33'])
    // With 4 blank cells in the denominator: 500 ÷ 10.
    expect(counted(rules({ abstentionsCount: true }), { counts: { g1: 3, g2: 2, g4: 1 }, blank: 4, void: 2 })).toEqual(['50.00'])
  })

  it('may be trimmed like sheets', () => {
    // 100, 100, 80, 40 without one highest and one lowest: (100 + 80) ÷ 2.
    expect(counted(rules({}, { dropHighest: 1, dropLowest: 1, minimum: 3 }), { counts: { g1: 2, g2: 1, g4: 1 } })).toEqual(['90.00'])
  })

  it('of nobody give no score', () => {
    expect(counted(rules(), { counts: {}, blank: 9 })).toEqual(['tooFewSheets'])
  })
})
