import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArenaEvent } from '../../../shared/arena/events.ts'
import { evolveArena } from '../../../shared/arena/evolve.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { emptyArena, type ArenaState } from '../../../shared/arena/state.ts'
import { dropIndexes } from '../../../shared/arena/trimming.ts'
import { decimal, format, roundHalfUp, subtract, compare, fraction, type Fraction } from '../../../shared/kernel/fraction.ts'
import { aCriterion, anArena, aPanel, type ArenaBuilder } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'
import { aRoom, FULL, type Room } from '../arena/aRoom.ts'
import { ground, built, marksSheet, plan } from './sessions.ts'

const figures = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 })

describe('dropping', () => {
  it('takes exactly h highest and l lowest, nobody twice, and nobody kept lies outside them', () => {
    fc.assert(fc.property(figures, fc.nat(4), fc.nat(4), (values, high, low) => {
      fc.pre(values.length > high + low)
      const out = dropIndexes(values.map((value) => decimal(String(value))), high, low)
      expect([out.highest.length, out.lowest.length, new Set([...out.highest, ...out.lowest]).size]).toEqual([high, low, high + low])
      const kept = values.filter((_, at) => !out.highest.includes(at) && !out.lowest.includes(at))
      for (const at of out.highest) expect(values[at] ?? 0).toBeGreaterThanOrEqual(Math.max(...kept))
      for (const at of out.lowest) expect(values[at] ?? 0).toBeLessThanOrEqual(Math.min(...kept))
    }), { numRuns: 300 })
  })
})

describe('rounding half up', () => {
  const anyFraction = fc.tuple(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([top, bottom]) => fraction(top, bottom))
  const size = (value: Fraction): Fraction => (value.top < 0n ? { top: -value.top, bottom: value.bottom } : value)

  it('is never further than half a unit of the last place, keeps the sign and is the same for both signs', () => {
    fc.assert(fc.property(anyFraction, fc.nat(6), (value, places) => {
      const rounded = roundHalfUp(value, places)
      expect(compare(size(subtract(rounded, value)), fraction(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0)
      expect(roundHalfUp({ top: -value.top, bottom: value.bottom }, places)).toEqual({ top: -rounded.top, bottom: rounded.bottom })
      expect(decimal(format(value, places).replace(/^-0$/, '0'))).toEqual(rounded)
    }), { numRuns: 300 })
  })
})

describe('equal marks', () => {
  it('from one more judge for everybody leave equal contestants on a shared place', () => {
    fc.assert(fc.property(ground.chain(({ criteria, judges, rules }) => fc.record({
      rules: fc.constant<RuleWords>({ ...rules, ties: [{ by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'shared' }] }), judges: fc.constant(judges),
      sheets: fc.array(marksSheet(criteria, 2), { minLength: judges.length, maxLength: judges.length }), more: marksSheet(criteria, 2), units: fc.integer({ min: 2, max: 6 }),
    })), ({ rules, judges, sheets, more, units }) => {
      const scored = (each: ArenaBuilder, all: typeof sheets) => Array.from({ length: units }, (_, unit) => unit).reduce((builder, unit) => builder.sheets(unit, all).locked(unit), each)
      const roster = judges.reduce<ArenaBuilder>((builder, panel) => builder.withJudges(1, panel), anArena().withRules(rules).withUnits(units))
      const places = (builder: ArenaBuilder): readonly number[] => resultOf(builder.session()).rows.map((row) => row.rank)
      const before = places(scored(roster, sheets))
      const after = places(scored(roster.withJudges(1, judges[0] ?? 'A'), [...sheets, more]))
      expect(new Set([...before, ...after])).toEqual(before.length + after.length === 0 ? new Set() : new Set([1]))
    }), { numRuns: 80 })
  })
})

const replayed = (events: readonly ArenaEvent[]): ArenaState => events.reduce((state, event) => evolveArena(state, event, { wall: 1, device: 'd' }), emptyArena)

describe('a restart', () => {
  it('makes the same session of the same events, and touches no event', () => {
    fc.assert(fc.property(plan, (each) => {
      const before = JSON.stringify(each)
      expect(built(each).session()).toEqual(built(each).session())
      expect(JSON.stringify(each)).toBe(before)
    }), { numRuns: 60 })
  })

  it('after a walk of real commands comes back to the same session and result', () => {
    const room = aRoom({ units: 4 }).live()
    for (const unit of [0, 1, 2, 3]) room.opened(unit).locked(unit)
    room.at(1, 'window.reopen', { reason: '示例' })
    room.submit(1, 0, { ...FULL, c1: '20' })
    const events = room.events.flatMap((happened) => (happened.area === 'arena' ? [happened.event] : []))
    const twice = [replayed(events), replayed(JSON.parse(JSON.stringify(events)) as typeof events)]
    expect(twice[0]).toEqual(twice[1])
    const session = twice[0]?.sessions[room.sessionId]
    expect(session === undefined ? null : resultOf(session)).toMatchObject({ rows: resultOf(room.session).rows.map(({ contestant, rank }) => ({ contestant, rank })) })
  })
})

describe('sheets on their way', () => {
  const judges = 5
  const marks = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 80 })).map(([a, b]) => ({ c1: String(a / 2), c2: String(b / 2), c3: '30' }))
  const open = (): Room => aRoom({
    units: 2, judges: Array.from({ length: judges }, () => ({ panel: 'A' })),
    rules: { windows: { policy: 'wholeSession' }, criteria: [aCriterion('c1', '30'), aCriterion('c2', '40'), aCriterion('c3', '30')], panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })], ties: [{ by: 'moreDecimals' }, { by: 'shared' }] },
  }).live()
  const cells = Array.from({ length: 2 * judges }, (_, at) => ({ unit: at % 2, judge: Math.floor(at / 2) }))
  const lockedResult = (room: Room): unknown => {
    for (const unit of [0, 1]) { room.at(unit, 'window.check'); room.at(unit, 'window.lock') }
    return resultOf(room.session).rows.map((row) => [room.units.indexOf(row.contestant), row.rank, row.tally.text, row.tally.panels[0]?.dropped.map((drop) => `${drop.end} ${room.judges.indexOf(drop.voter)}`)])
  }

  it('give the same result in whatever order they arrive, and however often the same one is sent again', () => {
    fc.assert(fc.property(
      fc.array(marks, { minLength: cells.length, maxLength: cells.length }), fc.shuffledSubarray(cells, { minLength: cells.length }), fc.array(fc.constantFrom(...cells), { maxLength: 12 }),
      (all, order, resent) => {
        const of = ({ unit, judge }: (typeof cells)[number]) => all[unit + 2 * judge] ?? FULL
        const plain = open()
        for (const cell of cells) plain.submit(cell.unit, cell.judge, of(cell))
        const mixed = open()
        for (const cell of [...order, ...resent]) mixed.submit(cell.unit, cell.judge, of(cell))
        expect(lockedResult(mixed)).toEqual(lockedResult(plain))
      }), { numRuns: 40 })
  })

  it('never overwrite unseen: of two phones with the same basis exactly one is taken', () => {
    fc.assert(fc.property(marks, marks, (first, second) => {
      const room = open()
      const send = (each: Readonly<Record<string, string>>): boolean => room.try('sheet.submit', { contestant: room.unit(0), kind: 'marks', marks: each, basis: 0 }, room.judge(0)).ok
      expect([send(first), send(second)]).toEqual([true, false])
      expect(room.contestant(0).window.sheets[room.judges[0] ?? '']?.marks).toEqual(first)
    }), { numRuns: 20 })
  })
})
