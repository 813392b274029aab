// What dropping, bonuses and penalties do, and what they leave alone, for any marks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultOf, type RankedRow } from '../../../shared/arena/sessionResult.ts'
import type { CountedSheet } from '../../../shared/arena/trimming.ts'
import { compare, decimal, divide, fraction, subtract, sum, type Fraction } from '../../../shared/kernel/fraction.ts'
import { anArena, SESSION, unitId, words, type ArenaBuilder } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'
import { tallyOf } from '../arena/readings.ts'
import { anyContest, builtContest, type Contest } from './contests.ts'
import { ground, marksSheet } from './sessions.ts'

const text = ({ top, bottom }: Fraction): string => `${top}/${bottom}`
const totals = (sheets: readonly CountedSheet[]): readonly Fraction[] => sheets.map((sheet) => sheet.total)

describe('the twin of a dropped sheet', () => {
  /** Panel A and others, all judges there; then one judge more in A, for the first contestant only. */
  const panels = ground.chain(({ criteria, judges, rules }) => fc.record({
    rules: fc.constant<RuleWords>({ ...rules, trimOf: 'totals' }), judges: fc.constant(judges), sheets: fc.array(fc.array(marksSheet(criteria, 2), { minLength: judges.length, maxLength: judges.length }), { minLength: 2, maxLength: 2 }),
    end: fc.constantFrom('highest' as const, 'lowest' as const),
  }))

  it('lets in the mark next to those dropped, as the rules say, and changes nothing else', () => {
    fc.assert(fc.property(panels, ({ rules, judges, sheets, end }) => {
      const roster = judges.reduce<ArenaBuilder>((builder, panel) => builder.withJudges(1, panel), anArena().withRules(rules).withUnits(2))
      const scored = (builder: ArenaBuilder): ArenaBuilder => sheets.reduce<ArenaBuilder>((before, own, unit) => before.sheets(unit, own), builder)
      const before = scored(roster).locked(0, 1)
      fc.pre(resultOf(before.session()).rows.length === 2)
      const [a, ...others] = tallyOf(before, 0).panels
      const out = (a?.dropped ?? []).filter((drop) => drop.end === end).map((drop) => drop.voter)
      fc.pre(a !== undefined && out.length > 0)
      if (a === undefined) return
      const dropped = a.sheets.filter((sheet) => out.includes(sheet.voter))
      const gone = new Set(a.dropped.map((drop) => drop.voter))
      // Of the dropped ones at this end, the one nearest to the middle has its twin let in.
      const nearest = totals(dropped).reduce((near, value) => (end === 'highest' ? compare(value, near) < 0 : compare(value, near) > 0) ? value : near, totals(dropped)[0] ?? fraction(0n))
      const twin = sheets[0]?.[Number(out[0]?.slice(1)) - 1] ?? []
      const after = scored(roster.withJudges(1, 'A')).sheet(0, judges.length, twin).gap(1, judges.length, 'absent').locked(0, 1)
      const kept = totals(a.sheets.filter((sheet) => !gone.has(sheet.voter)))
      const [now, ...same] = tallyOf(after, 0).panels
      expect(text(now?.exact ?? fraction(0n))).toBe(text(divide(sum([...kept, nearest]), fraction(BigInt(kept.length + 1)))))
      expect(same.map((panel) => text(panel.exact))).toEqual(others.map((panel) => text(panel.exact)))
      expect(text(tallyOf(after, 1).exact)).toBe(text(tallyOf(before, 1).exact))
    }), { numRuns: 150 })
  })
})

describe('a penalty', () => {
  const amounts = fc.constantFrom('0.05', '0.1', '0.3', '1', '2')
  const exactOf = (rows: readonly RankedRow[], id: string): Fraction => rows.find((row) => row.contestant === id)?.tally.exact ?? fraction(0n)
  const plain = (each: Contest): Contest => ({ ...each, settle: 'not', units: each.units.map((unit) => ({ ...unit, adjustments: [], ends: unit.ends === 'gone' ? 'gone' : 'locked', again: false })) })

  it('takes off what it takes off, leaves everybody else’s total alone, and lets nobody by who is further behind', () => {
    fc.assert(fc.property(anyContest, amounts, fc.nat(6), (each, amount, at) => {
      const base = builtContest(plain(each))
      const rows = resultOf(base.session()).rows
      const unit = at % each.units.length
      const id = unitId(unit)
      fc.pre(rows.some((row) => row.contestant === id))
      const punished = base.reopened(unit, '示例').event({ name: 'adjustmentMade', body: { session: SESSION, contestant: id, adjustment: 'p', kind: 'down', amount, phase: null, seconds: null, reason: words('示例') } }).locked(unit)
      const after = resultOf(punished.session()).rows
      // On a scale of 10, in the scheme's points.
      const taken = divide(fraction(decimal(amount).top * decimal(each.rules.fullMark).top, decimal(amount).bottom * decimal(each.rules.fullMark).bottom), decimal('10'))
      expect(text(subtract(exactOf(rows, id), exactOf(after, id)))).toBe(text(taken))
      const others = (list: readonly RankedRow[]): readonly string[] => list.filter((row) => row.contestant !== id).map((row) => `${row.contestant} ${row.tally.text}`).toSorted()
      expect(others(after)).toEqual(others(rows))
      const own = rows.find((row) => row.contestant === id)
      const step = fraction(1n, 10n ** BigInt(each.rules.rounding.final))
      const limit = subtract(subtract(exactOf(rows, id), taken), step)
      for (const row of rows.filter((other) => other.category === own?.category && other.contestant !== id && compare(other.tally.exact, limit) < 0)) {
        expect(after.find((other) => other.contestant === id)?.rank ?? 0).toBeLessThan(after.find((other) => other.contestant === row.contestant)?.rank ?? 0)
      }
      const order = (list: readonly RankedRow[]): readonly string[] => list.filter((row) => row.contestant !== id && rows.filter((other) => other.tally.text === row.tally.text).length === 1).map((row) => row.contestant)
      expect(order(after)).toEqual(order(rows))
    }), { numRuns: 150 })
  })
})
