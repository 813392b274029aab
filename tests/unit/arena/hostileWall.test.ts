// What the wall may not give away: a switch between figures reveals nothing, a category is not announced while sheets of another can still void its
// own, a lot without a called number shows no secret, and awards go by the result, not by the figure the wall happens to show.
import { describe, expect, it } from 'vitest'
import { wallView } from '../../../electron/application/views/wallViews.ts'
import { CELL } from '../../../shared/arena/forms.ts'
import type { Rules } from '../../../shared/arena/rules.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { aPart, category, entered, gradeForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'

const FIGURE = [aCriterion('c1', '100')]
const parts: RuleWords = { criteria: FIGURE, parts: [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points: '60' })], panels: [aPanel('A', '100')], ties: [{ by: 'shared' }], windows: { policy: 'wholeSession' }, reveal: 'atOnce' }
/** Units by their mark on site and, if it is entered, their part. */
const scored = (figure: Rules['disclosure']['figure'], units: readonly (readonly [mark: string, value?: string])[], more: RuleWords = {}): Room => {
  const room = aRoom({ units: units.length, judges: judgesOf(1), rules: { ...parts, disclosure: { figure, parts: true, panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: true }, ...more } }).live()
  const values = units.flatMap(([, value], unit) => (value === undefined ? [] : [{ contestant: room.unit(unit), part: 'done', value }]))
  if (values.length > 0) room.do('session.parts', { values, source: '' })
  units.forEach(([mark], unit) => room.locked(unit, { c1: mark }))
  return room
}
const wall = (room: Room) => wallView(room.context())

describe('a switch between the figures', () => {
  it('begins the reveal on air anew, so that nothing goes before the room without its step', () => {
    const room = scored('either', [['80', '90'], ['90', '70']])
    room.do('figure.choose', { figure: 'onSite' })
    room.show('ranking')
    for (const step of [1, 2]) room.do('air.step', { step })
    expect(wall(room).picture).toMatchObject({ scene: 'ranking', figure: 'onSite', complete: true })
    room.do('figure.choose', { figure: 'combined' })
    expect(wall(room)).toMatchObject({ step: 0, picture: { scene: 'ranking', rows: [], complete: false } })
  })

  it('to a figure that cannot be shown yet leaves the wall blank', () => {
    const room = scored('either', [['80']])
    room.do('figure.choose', { figure: 'onSite' })
    room.show('score', 0)
    room.do('figure.choose', { figure: 'combined' })
    expect(wall(room).picture).toEqual({ scene: 'blank' })
  })

  it('to the figure that is chosen already moves nothing', () => {
    const room = scored('either', [['80', '90'], ['90', '70']])
    room.show('ranking')
    room.do('air.step', { step: 1 })
    room.do('figure.choose', { figure: 'combined' })
    expect(wall(room).step).toBe(1)
  })

  it('leaves another meeting’s picture, and a still scene, as they are', () => {
    const room = scored('either', [['80', '90'], ['90', '70']])
    room.show('cover')
    const before = room.meeting.air
    room.do('figure.choose', { figure: 'onSite' })
    expect(room.meeting.air).toBe(before)
  })
})

it('noninterference: with the on-site score alone on the wall, entered parts change no byte of score, standings or ranking', () => {
  const frames = (values: readonly string[]): string => {
    const room = scored('onSite', [['80', values[0] ?? ''], ['90', values[1] ?? '']])
    const seen: string[] = []
    for (const [scene, unit] of [['score', 0], ['score', 1], ['standings', null], ['ranking', null]] as const) {
      room.show(scene, unit)
      for (let step = 0; step < room.meeting.air.steps; step += 1) { room.do('air.step', { step }); seen.push(JSON.stringify(wall(room).picture)) }
    }
    return seen.join('\n')
  }
  expect(frames(['10', '95'])).toBe(frames(['95', '10']))
})

it('awards go by the combined total, and where the wall has the on-site score alone they say neither place nor figure', () => {
  // On-site u2 leads; combined u1 does: 0.4 × 80 + 0.6 × 90 = 86 against 0.4 × 90 + 0.6 × 70 = 78.
  const tiers = [{ id: 't1', name: '一等奖', category: null, quota: 1, score: null }]
  const room = scored('onSite', [['80', '90'], ['90', '70']], { awards: { tiers, announce: 'straight' } })
  room.show('awards')
  expect(wall(room).picture).toMatchObject({ tiers: [{ name: '一等奖', rows: [{ name: '示例1区', rank: null, total: null }] }] })
})

it('a tie of the on-site score alone, which nobody can settle, shares its place on the wall', () => {
  const room = scored('onSite', [['80', '90'], ['80', '70'], ['70', '10']], { ties: [{ by: 'draw' }] })
  room.show('ranking')
  room.do('air.step', { step: room.meeting.air.steps - 1 })
  expect(wall(room).picture).toMatchObject({ rows: [{ rank: 1 }, { rank: 1 }, { rank: 3 }], complete: true })
})

const sheets = (): Room => {
  const room = aRoom({
    units: 4, judges: judgesOf(2),
    rules: { ...WHOLE, forms: [gradeForm({ allEqualVoid: true })], panels: [aPanel('A', '100', { form: 'grades', recusal: 'never' })], categories: [category('x'), category('y')], ties: [{ by: 'shared' }], disclosure: { ranking: { show: 'all' }, total: 'figure' } },
  })
  room.do('session.categories', { categories: Object.fromEntries(room.units.map((unit, at) => [unit, at < 2 ? 'x' : 'y'])) })
  room.live()
  for (const judge of [0, 1]) for (const unit of [0, 1, 2, 3]) room.submit(unit, judge, { [CELL]: unit === 3 ? 'g2' : unit === 0 && judge === 1 ? 'g3' : 'g1' })
  return room
}
const lock = (room: Room, unit: number): void => { room.at(unit, 'window.check'); room.at(unit, 'window.lock') }

it('a category is not announced while a sheet that spans categories can still fall', () => {
  const room = sheets()
  for (const unit of [0, 1]) lock(room, unit)
  expect(room.refusal('air.show', { scene: 'ranking', item: room.sessionId, subject: 'x' })).toMatchObject({ code: 'windowsNotLocked' })
  for (const unit of [2, 3]) lock(room, unit)
  room.do('air.show', { scene: 'ranking', item: room.sessionId, subject: 'x' })
  room.do('air.step', { step: room.meeting.air.steps - 1 })
  expect(room.units.map((_, unit) => room.contestant(unit).window.revealedLock)).toEqual([1, 1, 0, 0])
  const before = JSON.stringify(wall(room).picture)
  // With this grade the first judge’s sheet is all equal and void: without it the first unit has 60 instead of 80.
  room.at(3, 'window.reopen', { reason: '更正' })
  room.submit(3, 0, { [CELL]: 'g1' })
  expect(JSON.stringify(wall(room).picture)).toBe(before)
})

it('a number beside a lot that is not called shows no committed secret', () => {
  const room = aRoom({ rules: { lot: { called: true, byCategory: false } } })
  room.do('lot.commit')
  room.do('session.rules', { rules: { ...room.session.rules, lot: { called: false, byCategory: false } } })
  room.do('session.order', { method: 'draw', called: '7' })
  room.show('lot')
  expect(wall(room).picture).toMatchObject({ scene: 'lot', called: null, secret: null })
})
