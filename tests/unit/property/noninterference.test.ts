// Pairs of sessions that differ only in what is not yet revealed give byte-identical pictures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallView } from '../../../electron/application/views/wallViews.ts'
import type { Disclosure, Rules } from '../../../shared/arena/rules.ts'
import { arenaPicture, ARENA_SCENES, stageScene, type PictureWords } from '../../../shared/arena/scenes.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { readText, unitId } from '../../support/anArena.ts'
import { aRoom, FULL, judgesOf, type Room } from '../arena/aRoom.ts'
import { press } from '../arena/bigButton.ts'
import { built, plan, type Plan, type UnitPlan } from './sessions.ts'

const disclosure: fc.Arbitrary<Disclosure> = fc.record({
  marks: fc.constantFrom('hidden' as const, 'shuffled' as const, 'bySeat' as const, 'byName' as const), panelMeans: fc.boolean(), total: fc.constantFrom('figure' as const, 'hidden' as const),
  ranking: fc.oneof(fc.constant({ show: 'all' as const }), fc.integer({ min: 1, max: 4 }).map((count) => ({ show: 'first' as const, count }))), standings: fc.constant(true),
})
const reveal = fc.constantFrom('atOnce' as const, 'afterNext' as const, 'allAtEnd' as const)
const words = (session: ArenaSession): PictureWords => ({
  name: (id) => readText(session.contestants[id]?.name ?? { text: '', hash: '' }), judge: (id) => id, speaker: () => '', title: '示例', subtitle: '', timer: null, ruleLines: [],
})
/** Bytes of every scene and step of a session, as far as `upTo` allows for each. */
const bytes = (session: ArenaSession, shown: { readonly scene: string; readonly subject: string | null; readonly ground: Readonly<Record<string, number>>; readonly step: number }): string =>
  JSON.stringify(arenaPicture(session, words(session), shown))
const withPublic = (each: Plan, rules: Partial<Rules>): Plan => ({ ...each, rules: { ...each.rules, ...rules } })

/** Two plans that are the same for unit 0 and of the same shape elsewhere: other marks, same decisions. */
const otherMarks = plan.chain((each) => fc.record({ one: fc.constant(each), order: fc.shuffledSubarray(each.units.slice(1).map((_, at) => at + 1), { minLength: each.units.length - 1 }) }))
  .map(({ one, order }) => ({ one, two: { ...one, units: one.units.map((unit, at): UnitPlan => (at === 0 ? unit : { ...unit, seats: mixed(unit, one.units[order[at - 1] ?? at] ?? unit) })) } }))
const mixed = (unit: UnitPlan, other: UnitPlan): UnitPlan['seats'] =>
  unit.seats.map((seat, at) => {
    const sheet = other.seats[at]?.sheet
    return Array.isArray(seat.sheet) && Array.isArray(sheet) ? { ...seat, sheet } : seat
  })

describe('nothing on the wall depends on', () => {
  it('the marks of other contestants, in every scene about one contestant and at every step', () => {
    fc.assert(fc.property(otherMarks, disclosure, reveal, ({ one, two }, open, when) => {
      const [a, b] = [one, two].map((each) => built({ ...withPublic(each, { disclosure: open, reveal: when }), draw: false }).session()) as [ArenaSession, ArenaSession]
      for (const scene of ARENA_SCENES.filter((name) => name !== 'ranking')) {
        for (let step = 0; step < 4; step += 1) {
          const shown = { scene, subject: unitId(0), ground: { [unitId(0)]: a.contestants[unitId(0)]?.window.locks.length ?? 0 }, step }
          expect(bytes(b, shown)).toBe(bytes(a, shown))
        }
      }
    }), { numRuns: 80 })
  })

  it('how a sheet’s total is made up, before panel means or total are shown', () => {
    const rules = { criteria: [{ id: 'c1', name: '甲', points: '50', step: '0.5', floor: '0', ceiling: '50' }, { id: 'c2', name: '乙', points: '50', step: '0.5', floor: '0', ceiling: '50' }], trimOf: 'criteria' as const }
    const sheet = fc.record({ total: fc.integer({ min: 60, max: 90 }), first: fc.integer({ min: 20, max: 40 }), shift: fc.integer({ min: -10, max: 10 }) })
    fc.assert(fc.property(fc.array(sheet, { minLength: 3, maxLength: 7 }), fc.constantFrom('shuffled' as const, 'bySeat' as const, 'byName' as const), (sheets, marks) => {
      const panel = { id: 'A', name: 'A', weight: '100', colour: '#000000', dropHighest: 1, dropLowest: 1, minimum: 3, recusal: 'never' as const }
      const session = (shifted: boolean): ArenaSession => built({
        rules: { ...rules, panels: [panel], ties: [{ by: 'shared' }], disclosure: { marks, panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: false } }, judges: sheets.map(() => 'A'), seed: '', draw: false,
        units: [{ seats: sheets.map(({ total, first, shift }) => ({ sheet: [String(first + (shifted ? shift : 0)), String(total - first - (shifted ? shift : 0))], cause: null })), again: null, relaxed: false, ends: 'locked' }],
      }).session()
      for (const step of [0, 1]) expect(bytes(session(true), { scene: 'score', subject: unitId(0), ground: { [unitId(0)]: 1 }, step })).toBe(bytes(session(false), { scene: 'score', subject: unitId(0), ground: { [unitId(0)]: 1 }, step }))
    }), { numRuns: 60 })
  })

  it('the scores of places that are still to be announced, at every step of the ranking', () => {
    fc.assert(fc.property(plan, disclosure, fc.nat(12), (each, open, stop) => {
      const lockedOnly = { ...withPublic(each, { disclosure: open, ties: [{ by: 'shared' }] }), draw: false, units: each.units.map((unit): UnitPlan => ({ ...unit, again: null, ends: 'locked' })) }
      const session = built(lockedOnly).session()
      const staging = stageScene(session, 'ranking', null)
      fc.pre(staging.ok)
      if (!staging.ok) return
      const { rows } = resultOf(session)
      const limit = open.ranking.show === 'first' ? open.ranking.count : rows.length
      const announced = [...new Set(rows.map((row) => row.rank))].filter((rank) => rank <= limit).toSorted((a, b) => b - a)
      const step = Math.min(stop, announced.length)
      const hidden = rows.filter((row) => row.rank <= limit && !announced.slice(0, step).includes(row.rank)).map((row) => Number(row.contestant.slice(1)) - 1)
      // Everybody still to come gets the sheets of the best: they stay above those announced, and nothing else is the same.
      const best = lockedOnly.units[hidden[0] ?? 0]
      const other = built({ ...lockedOnly, units: lockedOnly.units.map((unit, at) => (hidden.includes(at) && best !== undefined ? best : unit)) }).session()
      for (let at = 0; at <= step; at += 1) {
        const shown = { scene: 'ranking', subject: null, ground: staging.value.ground, step: at }
        expect(bytes(other, shown)).toBe(bytes(session, shown))
      }
    }), { numRuns: 120 })
  })
})

describe('two rooms pressed step by step with other marks', () => {
  const WINDOWS: readonly Rules['windows'][] = [{ policy: 'withContestant' }, { policy: 'untilNextFinished' }, { policy: 'batch', size: 2 }, { policy: 'wholeSession' }]
  const marksOf = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 })
  const seen = (room: Room): boolean => ['score', 'standings', 'ranking'].includes(room.meeting.air.show?.scene ?? '')

  it('show the same bytes until the first score of theirs that differs is revealed', () => {
    fc.assert(fc.property(fc.record({ windows: fc.constantFrom(...WINDOWS), when: reveal, from: fc.nat(3) }), marksOf, marksOf, ({ windows, when, from }, first, second) => {
      const rules: Partial<Rules> = { windows, reveal: when, ties: [{ by: 'shared' }], disclosure: { marks: 'bySeat', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: true } }
      const rooms = [aRoom({ units: 4, judges: judgesOf(2), rules }), aRoom({ units: 4, judges: judgesOf(2), rules })] as const
      const given = (room: Room, figures: readonly number[], own: boolean) => (contestant: string, judge: string) => {
        const unit = room.units.indexOf(contestant)
        const at = unit * 2 + room.judges.indexOf(judge)
        return { ...FULL, c1: String(((own && unit >= from ? figures[at] : first[at]) ?? 0) / 2) }
      }
      const differs = (): boolean => seen(rooms[0]) && (rooms[0].meeting.air.show?.subject === null || rooms[0].units.indexOf(rooms[0].meeting.air.show?.subject ?? '') >= from)
      for (let at = 0; at < 200; at += 1) {
        const went = [press(rooms[0], given(rooms[0], first, false)), press(rooms[1], given(rooms[1], second, true))]
        if (differs() && !(rooms[0].meeting.air.show?.scene === 'ranking' && rooms[0].meeting.air.step === 0)) return
        expect(JSON.stringify(wallView(rooms[1].context()))).toBe(JSON.stringify(wallView(rooms[0].context())))
        if (went.includes(false)) return
      }
    }), { numRuns: 40 })
  })
})
