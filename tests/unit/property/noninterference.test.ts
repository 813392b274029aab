// Pairs of sessions that differ only in what is not yet revealed give byte-identical pictures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallView } from '../../../electron/application/views/wallViews.ts'
import type { Disclosure, Rules } from '../../../shared/arena/rules.ts'
import { arenaPicture, ARENA_SCENES, stageScene, type PictureWords } from '../../../shared/arena/scenes.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { aCriterion, aPanel, readText, unitId } from '../../support/anArena.ts'
import { aPart, entered, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, FULL, judgesOf, type Room } from '../arena/aRoom.ts'
import { press } from '../arena/bigButton.ts'
import { built, plan, type Plan, type UnitPlan } from './sessions.ts'

const disclosure: fc.Arbitrary<Partial<Disclosure>> = fc.record({
  marks: fc.constantFrom('hidden' as const, 'shuffled' as const, 'bySeat' as const, 'byName' as const), panelMeans: fc.boolean(), total: fc.constantFrom('figure' as const, 'hidden' as const),
  ranking: fc.oneof(fc.constant({ show: 'all' as const }), fc.integer({ min: 1, max: 4 }).map((count) => ({ show: 'first' as const, count }))), standings: fc.constant(true),
})
const reveal = fc.constantFrom('atOnce' as const, 'afterNext' as const, 'allAtEnd' as const)
const words = (session: ArenaSession): PictureWords => ({
  name: (id) => readText(session.contestants[id]?.name ?? { text: '', hash: '' }), judge: (id) => id, speaker: () => '', title: '示例', subtitle: '', timer: null, ruleLines: [], tie: (tie) => tie.by,
})
/** Bytes of every scene and step of a session, as far as `upTo` allows for each. */
const bytes = (session: ArenaSession, shown: { readonly scene: string; readonly subject: string | null; readonly ground: Readonly<Record<string, number>>; readonly step: number }): string =>
  JSON.stringify(arenaPicture(session, words(session), shown))
const withPublic = (each: Plan, rules: RuleWords): Plan => ({ ...each, rules: { ...each.rules, ...rules } })
const lockedOnly = (each: Plan, rules: RuleWords): Plan => ({ ...withPublic(each, rules), draw: false, units: each.units.map((unit): UnitPlan => ({ ...unit, again: null, ends: 'locked' })) })

/** Two plans that are the same for unit 0 and of the same shape elsewhere: other marks, same decisions. */
const otherMarks = plan.chain((each) => fc.record({ one: fc.constant(each), order: fc.shuffledSubarray(each.units.slice(1).map((_, at) => at + 1), { minLength: each.units.length - 1 }) }))
  .map(({ one, order }) => ({ one, two: { ...one, units: one.units.map((unit, at): UnitPlan => (at === 0 ? unit : { ...unit, seats: mixed(unit, one.units[order[at - 1] ?? at] ?? unit) })) } }))
const mixed = (unit: UnitPlan, other: UnitPlan): UnitPlan['seats'] =>
  unit.seats.map((seat, at) => {
    const sheet = other.seats[at]?.sheet
    return Array.isArray(seat.sheet) && Array.isArray(sheet) ? { ...seat, sheet } : seat
  })
/** The contestants of the first plan with the sheets of another from some places on. */
const withSheets = (each: Plan, hidden: readonly number[], sheets: (at: number) => UnitPlan | undefined): Plan => ({ ...each, units: each.units.map((unit, at) => (hidden.includes(at) ? sheets(at) ?? unit : unit)) })
const placeOf = (id: string): number => Number(id.slice(1)) - 1

describe('nothing on the wall depends on', () => {
  it('the marks of other contestants, in every scene about one contestant and at every step', () => {
    fc.assert(fc.property(otherMarks, disclosure, reveal, ({ one, two }, open, when) => {
      const [a, b] = [one, two].map((each) => built({ ...withPublic(each, { disclosure: open, reveal: when }), draw: false }).session()) as [ArenaSession, ArenaSession]
      for (const scene of ARENA_SCENES.filter((name) => name !== 'ranking' && name !== 'awards')) {
        for (let step = 0; step < 4; step += 1) {
          const shown = { scene, subject: unitId(0), ground: { [unitId(0)]: a.contestants[unitId(0)]?.window.locks.length ?? 0 }, step }
          expect(bytes(b, shown)).toBe(bytes(a, shown))
        }
      }
    }), { numRuns: 80 })
  })

  it('how a sheet’s total is made up, before panel means or total are shown', () => {
    const rules: RuleWords = { criteria: [aCriterion('c1', '50'), aCriterion('c2', '50')], panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3, recusal: 'never', trimOf: 'criteria' })], ties: [{ by: 'shared' }] }
    const sheet = fc.record({ total: fc.integer({ min: 60, max: 90 }), first: fc.integer({ min: 20, max: 40 }), shift: fc.integer({ min: -10, max: 10 }) })
    fc.assert(fc.property(fc.array(sheet, { minLength: 3, maxLength: 7 }), fc.constantFrom('shuffled' as const, 'bySeat' as const, 'byName' as const), (sheets, marks) => {
      const session = (shifted: boolean): ArenaSession => built({
        rules: { ...rules, disclosure: { marks, panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: false } }, judges: sheets.map(() => 'A'), seed: '', draw: false,
        units: [{ seats: sheets.map(({ total, first, shift }) => ({ sheet: [String(first + (shifted ? shift : 0)), String(total - first - (shifted ? shift : 0))], cause: null })), again: null, relaxed: false, ends: 'locked' }],
      }).session()
      for (const step of [0, 1]) expect(bytes(session(true), { scene: 'score', subject: unitId(0), ground: { [unitId(0)]: 1 }, step })).toBe(bytes(session(false), { scene: 'score', subject: unitId(0), ground: { [unitId(0)]: 1 }, step }))
    }), { numRuns: 60 })
  })

  it('the scores of places that are still to be announced, at every step of the ranking', () => {
    fc.assert(fc.property(plan, disclosure, fc.nat(12), (each, open, stop) => {
      const one = lockedOnly(each, { disclosure: open })
      const session = built(one).session()
      const staging = stageScene(session, 'ranking', null)
      fc.pre(staging.ok)
      if (!staging.ok) return
      const { rows } = resultOf(session)
      const limit = open.ranking?.show === 'first' ? open.ranking.count : rows.length
      const announced = [...new Set(rows.map((row) => row.rank))].filter((rank) => rank <= limit).toSorted((a, b) => b - a)
      const step = Math.min(stop, announced.length)
      const hidden = rows.filter((row) => row.rank <= limit && !announced.slice(0, step).includes(row.rank)).map((row) => placeOf(row.contestant))
      // Who is tied with one still to come has its place by what that one has.
      const isHidden = (row: (typeof rows)[number]): boolean => hidden.includes(placeOf(row.contestant))
      fc.pre(!rows.some((row) => !isHidden(row) && rows.some((other) => isHidden(other) && other.tally.text === row.tally.text)))
      // Everybody still to come gets the sheets of the best: they stay above those announced, and nothing else is the same.
      const other = built(withSheets(one, hidden, () => one.units[hidden[0] ?? 0])).session()
      for (let at = 0; at <= step; at += 1) {
        const shown = { scene: 'ranking', subject: null, ground: staging.value.ground, step: at }
        expect(bytes(other, shown)).toBe(bytes(session, shown))
      }
    }), { numRuns: 120 })
  })

  it('the on-site marks of contestants still to come, where the ranking follows a known part', () => {
    fc.assert(fc.property(otherMarks, disclosure, fc.record({ known: fc.shuffledSubarray([10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97, 99], { minLength: 12 }), stop: fc.nat(12) }), ({ one, two }, open, { known, stop }) => {
      const rules: RuleWords = { parts: [aPart('onSite', '100', { points: '50' }), entered('done', '100', { points: '50' })], rankingReveal: { by: 'knownPart', part: 'done' }, disclosure: { ...open, ranking: { show: 'all' } } }
      const sessionOf = (each: Plan): ArenaSession => built(lockedOnly(each, rules)).entered('done', each.units.map((_, at) => known[at] ?? 0)).session()
      const session = sessionOf(one)
      const staging = stageScene(session, 'ranking', null)
      fc.pre(staging.ok)
      if (!staging.ok) return
      const order = one.units.map((_, at) => at).toSorted((a, b) => (known[a] ?? 0) - (known[b] ?? 0))
      const step = Math.min(stop, order.length)
      const other = sessionOf(withSheets(one, order.slice(step), (at) => two.units[at]))
      for (let at = 0; at <= step; at += 1) {
        const shown = { scene: 'ranking', subject: null, ground: staging.value.ground, step: at }
        expect(bytes(other, shown)).toBe(bytes(session, shown))
      }
    }), { numRuns: 60 })
  })

  it('the score of the winner, until the first tier is announced', () => {
    const tiers = [1, 2, 3].map((place) => ({ id: `t${place}`, name: `${place}等奖`, category: null, quota: place === 3 ? null : 1, score: place === 3 ? '0' : null }))
    fc.assert(fc.property(plan, disclosure, (each, open) => {
      const one = lockedOnly(each, { disclosure: { ...open, ranking: { show: 'all' } }, awards: { tiers, edge: 'none', announce: 'fromLowest' } })
      const session = built(one).session()
      const staging = stageScene(session, 'awards', null)
      const [first, second] = resultOf(session).rows
      fc.pre(staging.ok && first !== undefined && second !== undefined && second.tally.text !== first.tally.text)
      if (!staging.ok || first === undefined) return
      const full = one.rules.criteria?.map((criterion) => criterion.ceiling) ?? []
      const best = (at: number): UnitPlan => ({ ...(one.units[at] ?? { relaxed: false, again: null, ends: 'locked' }), seats: (one.units[at]?.seats ?? []).map((seat) => (Array.isArray(seat.sheet) ? { ...seat, sheet: full } : seat)) })
      const other = built(withSheets(one, [placeOf(first.contestant)], best)).session()
      // With full marks it may meet another at the top.
      fc.pre(resultOf(other).rows[1]?.rank === 2 && resultOf(other).open.length === 0)
      for (let step = 0; step < staging.value.steps - 1; step += 1) {
        const shown = { scene: 'awards', subject: null, ground: staging.value.ground, step }
        expect(bytes(other, shown)).toBe(bytes(session, shown))
      }
    }), { numRuns: 80 })
  })

  it('the secret of a lot, until its number is called', () => {
    const pictures = [0, 1].map((other) => {
      const room = aRoom({ units: 3 + other, rules: { lot: { called: true } } })
      room.do('lot.commit')
      const lot = room.session.lot
      return JSON.stringify(arenaPicture({ ...room.session, lot: lot === null ? null : { ...lot, commitment: 'same' } }, words(room.session), { scene: 'lot', subject: null, ground: {}, step: 0 }))
    })
    expect(pictures[0]).toBe(pictures[1])
  })
})

describe('two rooms pressed step by step with other marks', () => {
  const WINDOWS: readonly Rules['windows'][] = [{ policy: 'withContestant' }, { policy: 'untilNextFinished' }, { policy: 'batch', size: 2 }, { policy: 'wholeSession' }]
  const marksOf = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 })
  const seen = (room: Room): boolean => ['score', 'standings', 'ranking'].includes(room.meeting.air.show?.scene ?? '')

  it('show the same bytes until the first score of theirs that differs is revealed', () => {
    fc.assert(fc.property(fc.record({ windows: fc.constantFrom(...WINDOWS), when: reveal, from: fc.nat(3) }), marksOf, marksOf, ({ windows, when, from }, first, second) => {
      const rules: RuleWords = { windows, reveal: when, ties: [{ by: 'shared' }], disclosure: { marks: 'bySeat', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: true } }
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
