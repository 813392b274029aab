import { describe, expect, it } from 'vitest'
import type { TieRule } from '../../../shared/arena/rules.ts'
import { resultOf, type SessionResult } from '../../../shared/arena/sessionResult.ts'
import { drawOrder } from '../../../shared/kernel/draw.ts'
import { aCriterion, anArena, aPanel, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'

const FIGURE = [aCriterion('c1', '100', { step: '0.0001' })]
/** One judge, one criterion: each unit's total is its figure. */
const totals = (figures: readonly (number | string)[], change: RuleWords = {}): ArenaBuilder =>
  figures.reduce<ArenaBuilder>((builder, figure, unit) => builder.sheet(unit, 0, [figure]).locked(unit), anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100')], ...change }).withUnits(figures.length).withJudges(1))
const resulting = (builder: ArenaBuilder): SessionResult => resultOf(builder.session())
const ruleName = (tie: TieRule | null): string | null => (tie === null ? null : 'id' in tie ? `${tie.by}:${tie.id}` : tie.by)
/** `u2 1`, or `u2 1=` for a shared place, and what decided it. */
const placesOf = (builder: ArenaBuilder): readonly string[] =>
  resulting(builder).rows.map((row) => [`${row.contestant} ${row.rank}${row.shared ? '=' : ''}`, ruleName(row.decidedBy)].filter((part) => part !== null).join(' '))

const thenShared = (tie: TieRule): RuleWords => ({ ties: [tie, { by: 'shared' }] })

describe('places', () => {
  it('go by the total, best first', () => {
    expect(placesOf(totals([80, 90, 85]))).toEqual(['u2 1', 'u3 2', 'u1 3'])
  })

  it('that stay equal are shared as 1,2,2,4 and listed in speaking order', () => {
    expect(placesOf(totals([80, 85, 90, 85], { ties: [{ by: 'shared' }] }))).toEqual(['u3 1', 'u2 2= shared', 'u4 2= shared', 'u1 4'])
  })

  it('of all equal contestants are all first', () => {
    expect(placesOf(totals([80, 80, 80], { ties: [{ by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'shared' }] }))).toEqual(['u1 1= shared', 'u2 1= shared', 'u3 1= shared'])
  })

  it('are taken on the displayed total: 81.666 and 81.674 both show 81.67 and are tied', () => {
    expect(placesOf(totals(['81.666', '81.674'], { ties: [{ by: 'shared' }] }))).toEqual(['u1 1= shared', 'u2 1= shared'])
  })

  it('of contestants with the same name are kept apart by who they are', () => {
    const same = totals([80, 90]).withUnits(['示例区', '示例区'])
    expect(placesOf(same)).toEqual(['u2 1', 'u1 2'])
  })

  it('of nobody are none', () => {
    expect(resulting(anArena().withUnits(2).withJudges(1))).toEqual({ rows: [], open: [], pending: [{ contestant: 'u1', reason: 'notLocked' }, { contestant: 'u2', reason: 'notLocked' }] })
  })
})

describe('a tie is broken', () => {
  it('by more decimals, one place further at a time, from the total before rounding', () => {
    // At 3 places 81.674 leads 81.670 and 81.670; 81.6701 and 81.6702 part only when the rule stands in the list again.
    expect(placesOf(totals(['81.674', '81.6701', '81.6702'], thenShared({ by: 'moreDecimals' })))).toEqual(['u1 1 moreDecimals', 'u2 2= shared', 'u3 2= shared'])
  })

  it('by more decimals listed twice, down to what still differs', () => {
    expect(placesOf(totals(['81.674', '81.6701', '81.6702'], { ties: [{ by: 'moreDecimals' }, { by: 'moreDecimals' }, { by: 'shared' }] }))).toEqual(['u1 1 moreDecimals', 'u3 2 moreDecimals', 'u2 3 moreDecimals'])
  })

  const twoPanels = (ties: TieRule[], panel: number | null = null): ArenaBuilder =>
    anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '50'), aPanel('B', '50')], ties, rounding: { panel } }).withUnits(2).withJudges(1, 'A').withJudges(1, 'B')

  it('by the mean of a named panel', () => {
    // Both 85: (80 + 90) ÷ 2 and (90 + 80) ÷ 2; panel A has 80 and 90.
    const even = twoPanels([{ by: 'panel', id: 'A' }, { by: 'shared' }]).sheets(0, [[80], [90]]).sheets(1, [[90], [80]]).locked(0, 1)
    expect(placesOf(even)).toEqual(['u2 1 panel:A', 'u1 2 panel:A'])
  })

  it('by the mean of a named panel after that panel’s own rounding', () => {
    const close = twoPanels([{ by: 'panel', id: 'A' }, { by: 'shared' }], 0).sheets(0, [['80.1'], [90]]).sheets(1, [['80.4'], [90]]).locked(0, 1)
    expect(placesOf(close)).toEqual(['u1 1= shared', 'u2 1= shared'])
  })

  const criteria = [aCriterion('c1', '50'), aCriterion('c2', '50')]

  it('by the mean of a named criterion over the kept sheets', () => {
    const builder = anArena().withRules({ criteria, panels: [aPanel('A', '100')], ...thenShared({ by: 'criterion', id: 'c2' }) }).withUnits(2).withJudges(1)
    expect(placesOf(builder.sheets(0, [[45, 40]]).sheets(1, [[40, 45]]).locked(0, 1))).toEqual(['u2 1 criterion:c2', 'u1 2 criterion:c2'])
  })

  it('by the mean without dropping', () => {
    // Kept means are both 80; all sheets: (70 + 80 + 90) ÷ 3 = 80 and (75 + 80 + 90) ÷ 3 = 81.66….
    const builder = anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })], ...thenShared({ by: 'untrimmedMean' }) }).withUnits(2).withJudges(3)
    expect(placesOf(builder.sheets(0, [[70], [80], [90]]).sheets(1, [[75], [80], [90]]).locked(0, 1))).toEqual(['u2 1 untrimmedMean', 'u1 2 untrimmedMean'])
  })

  it('by the rules in their order, each part going on with the rules behind', () => {
    const builder = anArena().withRules({ criteria, panels: [aPanel('A', '100')], ties: [{ by: 'criterion', id: 'c1' }, { by: 'criterion', id: 'c2' }, { by: 'shared' }] }).withUnits(3).withJudges(1)
    // All 85. c1 sets u3 (46) apart; u1 and u2 are equal in c2 too.
    expect(placesOf(builder.sheets(0, [[45, 40]]).sheets(1, [[45, 40]]).sheets(2, [[46, 39]]).locked(0, 1, 2))).toEqual(['u3 1 criterion:c1', 'u1 2= shared', 'u2 2= shared'])
  })
})

describe('a draw', () => {
  const tied = totals([85, 85, 85, 70], { ties: [{ by: 'moreDecimals' }, { by: 'draw' }] })

  it('that was not held leaves its group open, and nobody is ordered by chance', () => {
    expect(resulting(tied).open).toEqual([{ by: 'draw', contestants: ['u1', 'u2', 'u3'] }])
    expect(placesOf(tied)).toEqual(['u1 1=', 'u2 1=', 'u3 1=', 'u4 4'])
  })

  it('that was held decides by its recorded order', () => {
    const drawn = tied.drawn([0, 1, 2], 'AB12')
    expect(placesOf(drawn)).toEqual([...drawOrder('AB12', ['u1', 'u2', 'u3']).map((id, at) => `${id} ${at + 1} draw`), 'u4 4'])
    expect(resulting(drawn).open).toEqual([])
  })

  it('among others does not decide: a group that has changed is drawn anew', () => {
    expect(resulting(tied.drawn([0, 1], 'AB12')).open).toEqual([{ by: 'draw', contestants: ['u1', 'u2', 'u3'] }])
    expect(resulting(tied.drawn([0, 1, 2, 3], 'AB12')).open).toEqual([{ by: 'draw', contestants: ['u1', 'u2', 'u3'] }])
  })

  it('is open for every tied group at once, and each stays open until its own is held', () => {
    const twice = totals([85, 85, 70, 70], { ties: [{ by: 'draw' }] })
    expect(resulting(twice).open.map((open) => open.contestants)).toEqual([['u1', 'u2'], ['u3', 'u4']])
    expect(resulting(twice.drawn([0, 1], 'AB12')).open.map((open) => open.contestants)).toEqual([['u3', 'u4']])
  })
})

describe('without a place', () => {
  it('stay who withdrew, who is not locked, who is reopened and who has too few sheets', () => {
    const builder = totals([80, 81, 82, 83, 84], { panels: [aPanel('A', '100', { minimum: 1 })] }).withdrawn(0).reopened(1, '示例').sheet(2, 0, 'void').locked(2)
    const { rows, pending } = resulting(builder)
    expect(pending).toEqual([{ contestant: unitId(0), reason: 'withdrawn' }, { contestant: unitId(1), reason: 'notLocked' }, { contestant: unitId(2), reason: 'tooFewSheets' }])
    expect(rows.map((row) => row.contestant)).toEqual(['u5', 'u4'])
  })
})
