import { describe, expect, it } from 'vitest'
import type { Disclosure, Rules } from '../../../shared/arena/rules.ts'
import { arenaPicture, stageScene, type PictureWords } from '../../../shared/arena/scenes.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { Picture, PictureOf } from '../../../shared/kernel/picture.ts'
import { aCriterion, anArena, aPanel, readText, SESSION, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf, openRules, type Room } from './aRoom.ts'

const ALL: NonNullable<RuleWords['disclosure']> = { marks: 'bySeat', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: true }
const FIGURE = [aCriterion('c1', '100')]
const wordsOf = (session: ArenaSession): PictureWords => ({
  name: (id) => readText(session.contestants[id]?.shortName ?? { text: '', hash: '' }), judge: (id) => readText(session.judges.find((judge) => judge.id === id)?.name ?? { text: '', hash: '' }),
  speaker: () => '', title: '示例擂台', subtitle: '示例会议', timer: null, ruleLines: [], tie: (tie) => tie.by,
})
const staged = (session: ArenaSession, scene: string, subject: string | null): { readonly steps: number; readonly at: (step: number) => Picture } => {
  const staging = stageScene(session, scene, subject)
  if (!staging.ok) throw new Error(staging.refusal.code)
  return { steps: staging.value.steps, at: (step) => arenaPicture(session, wordsOf(session), { scene, subject, ground: staging.value.ground, step }) }
}
/** Seats 1–4 give 80, 90, 70, 85; one highest and one lowest are dropped: (80 + 85) ÷ 2 = 82.5. */
const scored = (disclosure: Partial<Disclosure>, rules: RuleWords = {}): ArenaBuilder =>
  anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })], disclosure: { ...ALL, ...disclosure }, ...rules })
    .withUnits(['示例甲区']).withJudges(4).sheets(0, [[80], [90], [70], [85]]).locked(0)
const scoreAt = (builder: ArenaBuilder, step: number): PictureOf<'score'> => staged(builder.session(), 'score', unitId(0)).at(step) as PictureOf<'score'>
const partsAt = (builder: ArenaBuilder): readonly string[] => {
  const { steps, at } = staged(builder.session(), 'score', unitId(0))
  return Array.from({ length: steps }, (_, step) => Object.keys(at(step)).filter((key) => ['marks', 'panels', 'total', 'formula'].includes(key)).join('+') + ((at(step) as PictureOf<'score'>).struck === true ? ' struck' : ''))
}

describe('a score reveal', () => {
  it('shows the marks together, then the dropped struck, then panel means, then the total with its formula', () => {
    expect(partsAt(scored({}))).toEqual(['marks', 'marks struck', 'marks+panels struck', 'marks+panels+total+formula struck'])
  })

  it('shows the total alone by default, at once', () => {
    expect(partsAt(scored({ marks: 'hidden', panelMeans: false }))).toEqual(['total'])
    expect(scoreAt(scored({ marks: 'hidden', panelMeans: false }), 0).total).toBe('82.50')
  })

  it('never shows what lies outside the 公布范围, at any step', () => {
    expect(partsAt(scored({ marks: 'hidden' }))).toEqual(['panels', 'panels+total+formula'])
    expect(partsAt(scored({ panelMeans: false }))).toEqual(['marks', 'marks struck', 'marks+total struck'])
    expect(partsAt(scored({ total: 'hidden' }))).toEqual(['marks', 'marks struck', 'marks+panels struck'])
    const hidden = JSON.stringify(scoreAt(scored({ marks: 'hidden', total: 'hidden' }), 0))
    expect(hidden).not.toMatch(/"(?:80|90|70|85)"/)
  })

  it('is refused where nothing may be shown', () => {
    expect(stageScene(scored({ marks: 'hidden', panelMeans: false, total: 'hidden' }).session(), 'score', unitId(0))).toMatchObject({ ok: false, refusal: { code: 'sceneNotAllowed' } })
  })

  it('holds at each step nothing of a later one', () => {
    const first = JSON.stringify(scoreAt(scored({}), 0))
    expect(first).not.toContain('82.5')
    expect(first).not.toContain('true')
    expect(JSON.stringify(scoreAt(scored({}), 1))).not.toContain('82.5')
    expect(scoreAt(scored({}), 2)).not.toHaveProperty('total')
    expect(scoreAt(scored({}), 2)).not.toHaveProperty('formula')
  })

  it('strikes the dropped sheets only from the second step on', () => {
    expect(scoreAt(scored({}), 0).marks?.map((mark) => mark.dropped)).toEqual([false, false, false, false])
    expect(scoreAt(scored({}), 1).marks?.map((mark) => mark.dropped)).toEqual([false, true, true, false])
  })
})

describe('each judge’s mark', () => {
  const labels = (marks: Disclosure['marks']): readonly (readonly [string, string])[] | undefined => scoreAt(scored({ marks }), 0).marks?.map((mark) => [mark.label, mark.text] as const)

  it('stands by seat number in seat order', () => {
    expect(labels('bySeat')).toEqual([['1', '80'], ['2', '90'], ['3', '70'], ['4', '85']])
  })

  it('stands by name where the rules say so', () => {
    expect(labels('byName')?.map(([label]) => label)).toEqual(['评委1', '评委2', '评委3', '评委4'])
  })

  it('stands in a random order under running numbers, the same at every start and another for each contestant', () => {
    const shuffled = labels('shuffled')
    expect(shuffled?.map(([label]) => label)).toEqual(['1', '2', '3', '4'])
    expect(shuffled?.map(([, text]) => text).toSorted()).toEqual(['70', '80', '85', '90'])
    expect(labels('shuffled')).toEqual(shuffled)
    const many = Array.from({ length: 8 }, (_, at) => at).reduce<ArenaBuilder>((builder, unit) => builder.sheets(unit, [[80], [90], [70], [85]]).locked(unit), scored({ marks: 'shuffled' }).withUnits(8))
    const orders = Array.from({ length: 8 }, (_, unit) => (staged(many.session(), 'score', unitId(unit)).at(0) as PictureOf<'score'>).marks?.map((mark) => mark.text).join())
    expect(new Set(orders).size).toBeGreaterThan(1)
  })

  it('of a judge who abstained, or was recused, does not stand there, and seat numbers stay', () => {
    const session = scored({}).sheet(0, 0, 'abstained').locked(0).session()
    expect((staged(session, 'score', unitId(0)).at(0) as PictureOf<'score'>).marks?.map((mark) => mark.label)).toEqual(['2', '3', '4'])
  })
})

describe('panel means', () => {
  it('stand with their weight, and the formula says ≈ where a shown figure is itself rounded', () => {
    const two = anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '60'), aPanel('B', '40')], disclosure: ALL }).withUnits(['示例甲区']).withJudges(3, 'A').withJudges(1, 'B')
    // A (80 + 80 + 81) ÷ 3 = 80.333…, B 90: 48.2 + 36 = 84.2.
    const rounded = staged(two.sheets(0, [[80], [80], [81], [90]]).locked(0).session(), 'score', unitId(0)).at(3) as PictureOf<'score'>
    expect(rounded.panels?.map((panel) => [panel.name, panel.mean])).toEqual([['A组', '80.3333'], ['B组', '90.0000']])
    expect(rounded.formula).toBe('60% × 80.3333 + 40% × 90.0000 ≈ 84.20')
    const exact = staged(two.sheets(0, [[80], [80], [80], [90]]).locked(0).session(), 'score', unitId(0)).at(3) as PictureOf<'score'>
    expect(exact.formula).toBe('60% × 80.00 + 40% × 90.00 = 84.00')
  })
})

describe('a picture on air', () => {
  const revealed = (builder: ArenaBuilder, lock: number): ArenaBuilder => builder.event({ name: 'windowRevealed', body: { session: SESSION, contestant: unitId(0), lock } })

  it('stands on the lock it was shown with: a later correction does not move it', () => {
    const before = scored({})
    const ground = { [unitId(0)]: 1 }
    const corrected = revealed(before, 1).reopened(0, '示例').sheet(0, 0, [60]).locked(0)
    const at = (builder: ArenaBuilder, scene: string) => arenaPicture(builder.session(), wordsOf(builder.session()), { scene, subject: unitId(0), ground, step: 3 })
    for (const scene of ['score', 'ranking', 'standings']) expect(at(corrected, scene)).toEqual(at(before, scene))
  })

  it('shown again after a correction says so', () => {
    const corrected = revealed(scored({}), 1).reopened(0, '示例').sheet(0, 0, [60]).locked(0)
    expect(scoreAt(corrected, 3)).toMatchObject({ corrected: true, total: '77.50' })
    expect(staged(corrected.session(), 'ranking', null).at(1)).toMatchObject({ rows: [{ corrected: true }] })
  })
})

const four = (ranking: Disclosure['ranking'], more: RuleWords = {}): ArenaBuilder =>
  [80, 90, 85, 85].reduce<ArenaBuilder>((builder, figure, unit) => builder.sheet(unit, 0, [figure]).locked(unit),
    anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100')], ties: [{ by: 'shared' }], disclosure: { ...ALL, ranking }, ...more }).withUnits(['甲', '乙', '丙', '丁']).withJudges(1))
const rankingAt = (builder: ArenaBuilder): readonly string[] => {
  const { steps, at } = staged(builder.session(), 'ranking', null)
  return Array.from({ length: steps }, (_, step) => {
    const picture = at(step) as PictureOf<'ranking'>
    return `${picture.rows.map((row) => `${row.rank ?? '-'}${row.name}${row.total === null ? '' : ` ${row.total}`}`).join(' ')} | ${picture.newest.join('')}${picture.complete ? ' 完' : ''}`
  })
}

describe('the ranking', () => {
  it('is announced from the last place to the first, shared places together', () => {
    expect(rankingAt(four({ show: 'all' }))).toEqual([
      ' | ', '4甲 80.00 | 甲', '2丙 85.00 2丁 85.00 4甲 80.00 | 丙丁', '1乙 90.00 2丙 85.00 2丁 85.00 4甲 80.00 | 乙 完',
    ])
  })

  it('with “first k” gives places within k; the rest stand in speaking order without figures', () => {
    expect(rankingAt(four({ show: 'first', count: 1 }))).toEqual([' | ', '1乙 90.00 -甲 -丙 -丁 | 乙 完'])
    expect(rankingAt(four({ show: 'first', count: 2 })).at(-1)).toBe('1乙 90.00 2丙 85.00 2丁 85.00 -甲 | 乙 完')
  })

  it('shows places without totals where the total is not public', () => {
    expect(rankingAt(four({ show: 'all' }, { disclosure: { ...ALL, total: 'hidden' } })).at(-1)).toBe('1乙 2丙 2丁 4甲 | 乙 完')
  })

  it('is refused where it is not public, while a score is missing and while a draw is open', () => {
    const refusal = (builder: ArenaBuilder): unknown => {
      const staging = stageScene(builder.session(), 'ranking', null)
      return staging.ok ? 'allowed' : staging.refusal.code
    }
    expect(refusal(four({ show: 'none' }))).toBe('sceneNotAllowed')
    expect(refusal(four({ show: 'all' }).reopened(0, '示例'))).toBe('windowsNotLocked')
    expect(refusal(four({ show: 'all' }, { ties: [{ by: 'draw' }] }))).toBe('resultOpen')
    expect(refusal(four({ show: 'all' }).withdrawn(0))).toBe('allowed')
  })

  it('leaves out who has withdrawn', () => {
    expect(rankingAt(four({ show: 'all' }).withdrawn(1)).at(-1)).toBe('1丙 85.00 1丁 85.00 3甲 80.00 | 丙丁 完')
  })
})

describe('standings between contestants', () => {
  it('are shown only where the rules allow them, over what the room has seen', () => {
    expect(stageScene(four({ show: 'all' }, { disclosure: { ...ALL, standings: false } }).session(), 'standings', null)).toMatchObject({ ok: false, refusal: { code: 'sceneNotAllowed' } })
    const seen = four({ show: 'all' }).event({ name: 'windowRevealed', body: { session: SESSION, contestant: unitId(2), lock: 1 } })
    expect(staged(seen.session(), 'standings', null).at(0)).toMatchObject({ rows: [{ rank: 1, name: '丙', total: '85.00' }] })
  })
})

describe('a score may be revealed', () => {
  const room = (reveal: Rules['reveal'], windows: Rules['windows'] = { policy: 'withContestant' }): Room => aRoom({ units: 3, judges: judgesOf(1), rules: { reveal, windows } }).live()
  const may = (each: Room, unit: number): unknown => {
    const refusal = each.refusal('air.show', { scene: 'score', item: each.sessionId, subject: each.unit(unit) })
    return typeof refusal === 'string' ? refusal : refusal.code
  }

  it('never before it is locked, nor while it is being corrected, nor of one who withdrew', () => {
    const each = room('atOnce').opened(0)
    expect(may(each, 0)).toBe('notLocked')
    each.locked(0)
    each.at(0, 'window.reopen', { reason: '示例' })
    expect(may(each, 0)).toBe('notLocked')
    each.locked(0)
    each.at(0, 'stage.withdraw', { reason: '示例' })
    expect(may(each, 0)).toBe('contestantWithdrawn')
  })

  it('at once: as soon as it is locked', () => {
    const each = room('atOnce').opened(0).locked(0)
    expect([may(each, 0), may(each, 1)]).toEqual(['accepted', 'notLocked'])
  })

  it('after the next: when the next contestant has spoken; the last at once', () => {
    const each = room('afterNext').opened(0).locked(0)
    expect(may(each, 0)).toBe('revealTooEarly')
    each.opened(1)
    expect(may(each, 0)).toBe('revealTooEarly')
    each.locked(1)
    expect([may(each, 0), may(each, 1)]).toEqual(['accepted', 'revealTooEarly'])
    each.opened(2).locked(2)
    expect([may(each, 1), may(each, 2)]).toEqual(['accepted', 'accepted'])
  })

  it('after the next: the next is the next that has not withdrawn', () => {
    const each = room('afterNext').opened(0).locked(0)
    each.at(1, 'stage.withdraw', { reason: '示例' })
    each.at(2, 'stage.withdraw', { reason: '示例' })
    expect(may(each, 0)).toBe('accepted')
  })

  it('all at the end: when every contestant is locked or withdrawn', () => {
    const each = room('allAtEnd').opened(0).locked(0).opened(1).locked(1)
    expect(may(each, 0)).toBe('revealTooEarly')
    each.at(2, 'stage.withdraw', { reason: '示例' })
    expect(may(each, 0)).toBe('accepted')
  })
})

describe('other scenes', () => {
  it('name neither judges nor marks while scoring runs', () => {
    const each = aRoom({ units: 1, judges: judgesOf(3), rules: openRules() }).live().opened(0)
    each.submit(0, 1)
    expect(arenaPicture(each.session, { ...wordsOf(each.session), name: () => '示例1区' }, { scene: 'scoring', subject: each.unit(0), ground: {}, step: 0 }))
      .toEqual({ scene: 'scoring', name: '示例1区', order: 1, of: 1, received: 1, expected: 3 })
  })

  it('wait until the session is frozen, but for cover and blank', () => {
    const each = aRoom()
    const allowed = (scene: string): boolean => stageScene(each.session, scene, each.unit(0)).ok
    expect(['cover', 'blank', 'rules', 'order', 'next', 'timer', 'scoring', 'score', 'ranking'].filter(allowed)).toEqual(['cover', 'blank'])
  })

  it('count places without those who have withdrawn', () => {
    const session = four({ show: 'all' }).withdrawn(0).session()
    expect(staged(session, 'next', unitId(1)).at(0)).toMatchObject({ order: 1, of: 3 })
    expect(stageScene(session, 'next', unitId(0))).toMatchObject({ ok: false, refusal: { code: 'contestantWithdrawn' } })
  })
})
