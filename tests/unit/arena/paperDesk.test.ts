// The paper desk (issue: more than one station): batches, two passes by two people, read-back, settling; balances with a reason; sealed boxes.
import { describe, expect, it } from 'vitest'
import { panelsDue, windowPhase } from '../../../shared/arena/missing.ts'
import type { Panel } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { Actor } from '../../../shared/kernel/decision.ts'
import { aPanel } from '../../support/anArena.ts'
import { gradeForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, HOST, judgesOf, type Room } from './aRoom.ts'

const SUPERVISOR: Actor = { role: 'supervisor', subject: 'watcher', device: 'd' }
const SYSTEM: Actor = { role: 'system', subject: 'house', device: 'house' }
const code = (refusal: unknown): unknown => (typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : refusal)

const graded = (panel: Partial<Panel> = {}, words: RuleWords = {}): RuleWords => ({ ...WHOLE, forms: [gradeForm()], panels: [aPanel('A', '100', { form: 'grades', recusal: 'never', ...panel })], ties: [{ by: 'shared' }], ...words })
interface Desk { readonly room: Room; readonly first: Actor; readonly second: Actor; readonly other: Actor; readonly batch: string }
/** A live session of two units with a batch at two clerks' stations: the ballots 1–3 without names, or three judges. */
const desk = (words: RuleWords = graded({ voters: 'anonymous' }), named = false): Desk => {
  const room = aRoom({ units: 2, judges: named ? judgesOf(3) : [], rules: words })
  const clerk = (name: string): Actor => ({ role: 'clerk', subject: String(room.do('station.add', { role: 'clerk', name })['seat']), device: name })
  const [first, second, other] = [clerk('录票台一'), clerk('录票台二'), clerk('录票台三')]
  room.live()
  const { batch } = room.do('batch.give', { panel: 'A', contestants: room.units, ...(named ? { judges: room.judges } : { from: 1, to: 3 }), first: first.subject, second: second.subject })
  return { room, first, second, other, batch: String(batch) }
}
const cells = (room: Room, ...grades: readonly string[]): object => Object.fromEntries(grades.map((grade, at) => [room.unit(at), grade === 'void' || grade === 'abstained' ? { kind: grade, marks: {} } : { kind: 'marks', marks: { cell: grade } }]))
/** Keys ballot 1 at a station in one of the two passes. */
const key = ({ room, batch }: Desk, [by, pass]: readonly [by: Actor, pass: 1 | 2], ...grades: readonly string[]): unknown => {
  const outcome = room.try('entry.key', { batch, voter: 'A-p1', pass, cells: cells(room, ...grades) }, by)
  return outcome.ok ? outcome.answer : outcome.refusal.code
}
const sheetOf = ({ room }: Desk, unit = 0, voter = 'A-p1') => room.contestant(unit).window.sheets[voter]

describe('a batch', () => {
  it('is keyed by the station it was given to, each pass by its own', () => {
    const each = desk()
    expect([key(each, [each.other, 1], 'g1', 'g2'), key(each, [each.second, 1], 'g1', 'g2'), key(each, [each.first, 2], 'g1', 'g2')]).toEqual(['notYourBatch', 'notYourBatch', 'notYourBatch'])
    expect(key(each, [each.first, 1], 'g1', 'g2')).toEqual({ alike: false, differences: 0 })
  })

  it('counts a sheet only when the second pass says the same', () => {
    const each = desk()
    key(each, [each.first, 1], 'g1', 'g2')
    expect(sheetOf(each)).toBeUndefined()
    expect(key(each, [each.second, 2], 'g1', 'g3')).toEqual({ alike: false, differences: 1 })
    expect(sheetOf(each)).toBeUndefined()
    expect(key(each, [each.second, 2], 'g1', 'g2')).toEqual({ alike: true, differences: 0 })
    expect([sheetOf(each)?.marks, sheetOf(each, 1)?.marks, sheetOf(each)?.source]).toEqual([{ cell: 'g1' }, { cell: 'g2' }, 'paper'])
  })

  it('is never keyed twice by one person, unless the rules say 单人', () => {
    const each = desk()
    key(each, [HOST, 1], 'g1', 'g2')
    expect(key(each, [HOST, 2], 'g1', 'g2')).toBe('sameKeyer')
    const alone = desk(graded({ voters: 'anonymous' }, { singleOperator: true }))
    key(alone, [HOST, 1], 'g1', 'g2')
    expect(key(alone, [HOST, 2], 'g1', 'g2')).toEqual({ alike: true, differences: 0 })
    expect(alone.room.events.at(-3)).toMatchObject({ event: { name: 'entrySettled', body: { how: 'single' } } })
  })

  it('has its second pass after its first, over the sheets and contestants it holds, with cells the ballot knows', () => {
    const each = desk()
    expect(key(each, [each.second, 2], 'g1', 'g2')).toBe('notKeyed')
    expect(key(each, [each.first, 1], 'g1')).toBe('entryIncomplete')
    expect(key(each, [each.first, 1], 'g1', 'g9')).toBe('gradeUnknown')
    expect(code(each.room.refusal('entry.key', { batch: each.batch, voter: 'A-p9', pass: 1, cells: cells(each.room, 'g1', 'g2') }, each.first))).toBe('unknownJudge')
    expect(key(each, [each.first, 1], 'void', 'abstained')).toEqual({ alike: false, differences: 0 })
  })

  it('lies at one place only, and at two different stations for two passes', () => {
    const { room, first, second } = desk()
    const give = (more: object): unknown => code(room.refusal('batch.give', { panel: 'A', contestants: room.units, from: 10, to: 12, first: first.subject, second: second.subject, ...more }))
    expect(give({ from: 3, to: 5 })).toBe('batchInUse')
    expect(give({ second: first.subject })).toBe('sameKeyer')
    expect(give({ first: null, second: null })).toBe('sameKeyer')
    expect(give({ second: 'nowhere' })).toBe('unknownSeat')
    expect([give({ to: 9 }), give({ to: 1000 })]).toEqual(['badInput', 'badInput'])
    expect(give({ panel: 'Z' })).toBe('unknownPanel')
    expect(give({})).toBe('accepted')
  })

  it('of named judges takes judges of its panel, and a recused one keeps no sheet', () => {
    const each = desk(graded(), true)
    const [judge = ''] = each.room.judges
    each.room.at(1, 'gap.decide', { judge, cause: 'recused', note: '' })
    for (const [by, pass] of [[each.first, 1], [each.second, 2]] as const) each.room.do('entry.key', { batch: each.batch, voter: judge, pass, cells: cells(each.room, 'g1', 'g2') }, by)
    expect([sheetOf(each, 0, judge)?.marks, sheetOf(each, 1, judge)]).toEqual([{ cell: 'g1' }, undefined])
  })

  it('keeps a window from being checked while a sheet in it is keyed and not settled', () => {
    const each = desk(graded(), true)
    const due = (): readonly string[] => panelsDue(each.room.session, each.room.contestant(0)).map(({ why }) => why)
    each.room.do('entry.key', { batch: each.batch, voter: each.room.judges[0], pass: 1, cells: cells(each.room, 'g1', 'g2') }, each.first)
    expect(due()).toEqual(['entryUnsettled'])
    each.room.do('batch.close', { batch: each.batch })
    expect(due()).toEqual([])
    expect(code(each.room.refusal('entry.key', { batch: each.batch, voter: each.room.judges[0], pass: 2, cells: cells(each.room, 'g1', 'g2') }, each.second))).toBe('batchClosed')
  })

  it('is keyed anew as a new revision once its window is open, and no more when it is locked', () => {
    const each = desk()
    key(each, [each.first, 1], 'g1', 'g2')
    key(each, [each.second, 2], 'g1', 'g2')
    key(each, [each.first, 1], 'g3', 'g2')
    expect(sheetOf(each)).toMatchObject({ revision: 1, marks: { cell: 'g1' } })
    key(each, [each.second, 2], 'g3', 'g2')
    expect(sheetOf(each)).toMatchObject({ revision: 2, marks: { cell: 'g3' } })
    each.room.do('ballots.balance', { panel: 'A', contestants: each.room.units, issued: 1, returned: 1, reason: '' })
    for (const unit of [0, 1]) { each.room.at(unit, 'window.check'); each.room.at(unit, 'window.lock') }
    expect(key(each, [each.first, 1], 'g1', 'g2')).toBe('scoringClosed')
  })
})

describe('two passes that differ', () => {
  const differing = (words?: RuleWords): Desk => {
    const each = desk(words)
    key(each, [each.first, 1], 'g1', 'g2')
    key(each, [each.second, 2], 'g1', 'g3')
    return each
  }
  const settle = ({ room, batch }: Desk, by: Actor, ...grades: readonly string[]): unknown => code(room.refusal('entry.settle', { batch, voter: 'A-p1', cells: cells(room, ...grades) }, by))

  it('are settled by somebody who keyed neither, after the paper itself', () => {
    const each = differing()
    expect(settle(each, SUPERVISOR, 'g1', 'g4')).toBe('accepted')
    expect(sheetOf(each, 1)?.marks).toEqual({ cell: 'g4' })
    expect(settle(each, SUPERVISOR, 'g1', 'g4')).toBe('nothingToDecide')
    const own = desk()
    key(own, [HOST, 1], 'g1', 'g2')
    key(own, [own.second, 2], 'g1', 'g3')
    expect([settle(own, HOST, 'g1', 'g2'), settle(own, SUPERVISOR, 'g1', 'g2')]).toEqual(['sameKeyer', 'accepted'])
  })

  it('are what may be settled: not one pass alone, and not nothing', () => {
    const each = desk()
    expect(settle(each, SUPERVISOR, 'g1', 'g2')).toBe('notKeyed')
    key(each, [each.first, 1], 'g1', 'g2')
    expect(settle(each, SUPERVISOR, 'g1', 'g2')).toBe('nothingToDecide')
  })
})

describe('唱分', () => {
  const read: RuleWords = graded({ voters: 'anonymous' }, { paperCheck: 'readBack' })
  const back = ({ room, batch }: Desk, [by, name]: readonly [by: Actor, name: 'entry.readBack' | 'entry.sendBack'], ...grades: readonly string[]): unknown =>
    code(room.refusal(name, { batch, voter: 'A-p1', ...(name === 'entry.readBack' ? { cells: cells(room, ...grades) } : {}) }, by))

  it('settles what was keyed once somebody else has followed it', () => {
    const each = desk(read)
    expect(back(each, [each.second, 'entry.readBack'], 'g1', 'g2')).toBe('notKeyed')
    key(each, [each.first, 1], 'g1', 'g2')
    expect(back(each, [each.first, 'entry.readBack'], 'g1', 'g2')).toBe('notYourBatch')
    expect(back(each, [each.second, 'entry.readBack'], 'g1', 'g2')).toBe('accepted')
    expect(sheetOf(each)?.marks).toEqual({ cell: 'g1' })
  })

  it('is never agreed by the one who keyed, nor where the rules want a second entry', () => {
    const each = desk(read)
    key(each, [HOST, 1], 'g1', 'g2')
    expect(back(each, [HOST, 'entry.readBack'], 'g1', 'g2')).toBe('sameKeyer')
    const other = desk()
    key(other, [other.first, 1], 'g1', 'g2')
    expect(back(other, [other.second, 'entry.readBack'], 'g1', 'g2')).toBe('notAllowed')
  })

  it('agrees only to what was read, and sends back what the paper does not say', () => {
    const each = desk(read)
    key(each, [each.first, 1], 'g1', 'g2')
    expect(back(each, [each.second, 'entry.readBack'], 'g1', 'g3')).toBe('entryChanged')
    expect(back(each, [each.second, 'entry.sendBack'])).toBe('accepted')
    key(each, [each.first, 1], 'g1', 'g3')
    expect(back(each, [each.second, 'entry.readBack'], 'g1', 'g3')).toBe('accepted')
    expect(back(each, [each.second, 'entry.sendBack'])).toBe('nothingToDecide')
    expect(sheetOf(each, 1)?.marks).toEqual({ cell: 'g3' })
  })
})

describe('票数平衡', () => {
  const counted = (): Room => {
    const room = aRoom({ units: 1, judges: [], rules: graded({ voters: 'counts' }) }).live()
    expect(code(room.refusal('window.check', { contestant: room.unit(0) }))).toBe('countsMissing')
    room.at(0, 'counts.enter', { panel: 'A', counts: { g1: 3, g2: 2 }, blank: 1, void: 1, basis: 0 })
    return room
  }
  const balance = (room: Room, [issued, returned]: readonly [issued: number, returned: number], reason = ''): unknown => code(room.refusal('ballots.balance', { panel: 'A', contestants: room.units, issued, returned, reason }))
  const check = (room: Room): unknown => code(room.refusal('window.check', { contestant: room.unit(0) }))

  it('is returned = valid + void + abstained, and no total is accepted before', () => {
    const room = counted()
    expect(check(room)).toBe('notBalanced')
    balance(room, [8, 6])
    expect(check(room)).toBe('notBalanced')
    balance(room, [8, 7])
    expect(check(room)).toBe('accepted')
  })

  it('may be left open with a written reason', () => {
    const room = counted()
    expect(balance(room, [6, 7])).toBe('balanceWrong')
    expect(balance(room, [6, 7], '多出一张，已核对存根')).toBe('accepted')
    expect(check(room)).toBe('accepted')
  })

  it('is of panels without names only, and not after the lock', () => {
    const room = counted()
    expect(code(room.refusal('ballots.balance', { panel: 'Z', contestants: room.units, issued: 1, returned: 1, reason: '' }))).toBe('unknownPanel')
    balance(room, [8, 7])
    room.at(0, 'window.check')
    room.at(0, 'window.lock')
    expect(balance(room, [9, 9])).toBe('scoringClosed')
    expect(code(room.refusal('counts.enter', { contestant: room.unit(0), panel: 'A', counts: {}, blank: 0, void: 0, basis: 1 }))).toBe('scoringClosed')
  })

  it('looks at counts that are keyed over what was seen, of grades the ballot has', () => {
    const room = counted()
    const enter = (more: object): unknown => code(room.refusal('counts.enter', { contestant: room.unit(0), panel: 'A', counts: { g1: 7 }, blank: 0, void: 0, basis: 1, ...more }))
    expect([enter({ basis: 0 }), enter({ counts: { g9: 1 } }), enter({ panel: 'B' }), enter({})]).toEqual(['staleRevision', 'gradeUnknown', 'unknownPanel', 'accepted'])
  })
})

describe('a sealed box', () => {
  const room = (): Room => aRoom({ units: 2, judges: judgesOf(3), rules: graded({ voters: 'anonymous' }) }).live()
  const ballots = (each: Room): object[] => [cells(each, 'g1', 'g2'), cells(each, 'g3', 'abstained')]
  const seal = (each: Room): unknown => code(each.refusal('box.sealed', { panel: 'A', count: 2, root: 'r00t', ballots: ballots(each) }, SYSTEM))

  it('is opened with the session for a panel without names', () => {
    expect(room().session.boxes['A']).toMatchObject({ phase: 'open', count: 0 })
    expect(aRoom().live().session.boxes).toEqual({})
    expect(aRoom({ judges: [], rules: graded({ voters: 'anonymous' }) }).live().session.boxes).toEqual({})
  })

  it('holds its ballots back until it is closed and sealed, and no window is checked before', () => {
    const each = room()
    expect(code(each.refusal('window.check', { contestant: each.unit(0) }))).toBe('boxOpen')
    expect(seal(each)).toBe('boxNotOpen')
    each.do('box.close', { panel: 'A' })
    // A sealing that failed is tried anew.
    each.do('box.close', { panel: 'A' })
    expect(seal(each)).toBe('accepted')
    expect(code(each.refusal('box.close', { panel: 'A' }))).toBe('boxNotOpen')
    expect(each.session.boxes['A']).toMatchObject({ phase: 'sealed', count: 2, root: 'r00t' })
    expect(Object.keys(each.contestant(0).window.sheets)).toEqual(['A-b1', 'A-b2'])
  })

  it('that is sealed already stays as it is', () => {
    const each = room()
    each.do('box.close', { panel: 'A' })
    seal(each)
    const before = each.session
    expect(each.try('box.sealed', { panel: 'A', count: 9, root: 'other', ballots: [] }, SYSTEM).ok).toBe(true)
    expect(each.session).toEqual(before)
  })

  it('gives its total once returned ballots and sheets agree', () => {
    const each = room()
    each.do('box.close', { panel: 'A' })
    seal(each)
    each.do('ballots.balance', { panel: 'A', contestants: each.units, issued: 3, returned: 2, reason: '' })
    for (const unit of [0, 1]) { each.at(unit, 'window.check'); each.at(unit, 'window.lock') }
    // u1 (100 + 60) ÷ 2; u2 80, the other abstains.
    expect(resultOf(each.session).rows.map((row) => row.tally.text)).toEqual(['80.00', '80.00'])
    expect(windowPhase(each.session, each.contestant(0))).toBe('locked')
  })

  it('takes no named sheet beside it', () => {
    const each = room()
    expect(code(each.refusal('sheet.submit', { contestant: each.unit(0), kind: 'marks', marks: { cell: 'g1' }, basis: 0 }, each.judge(0)))).toBe('notYourPanel')
    expect(code(each.refusal('sheet.key', { contestant: each.unit(0), judge: each.judges[0], kind: 'marks', marks: { cell: 'g1' }, basis: 0 }))).toBe('notYourPanel')
  })
})
