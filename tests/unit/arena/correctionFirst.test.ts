// A part's score that the room may have seen is changed only through a correction (a review found that it changed the result in silence);
// a part that a small group without names has scored is not shown by itself.
import { expect, test } from 'vitest'
import { aPart, entered } from '../../support/ruleWords.ts'
import { FULL, judgesOf, Room } from './aRoom.ts'

const shown = (): { readonly room: Room; readonly unit: string } => {
  const room = new Room({ units: 2, judges: judgesOf(1), rules: { parts: [aPart('onSite', '100', { points: '50' }), entered('work', '100', { points: '50' })] } })
  const [unit = ''] = room.units
  room.do('session.parts', { values: [{ contestant: unit, part: 'work', value: '80' }], source: '' })
  room.do('session.ready')
  room.do('session.start')
  room.do('stage.call', { contestant: unit })
  room.do('window.open', { contestant: unit })
  room.do('sheet.key', { contestant: unit, judge: room.judges[0], kind: 'marks', marks: FULL, basis: 0 })
  room.do('window.check', { contestant: unit })
  room.do('window.lock', { contestant: unit })
  room.do('air.show', { scene: 'score', item: room.sessionId, subject: unit })
  return { room, unit }
}

test('a part entered for a contestant whose score was shown is refused until the score is reopened, and may come then', () => {
  const { room, unit } = shown()
  const input = { values: [{ contestant: unit, part: 'work', value: '90' }], source: '' }
  expect(room.try('session.parts', input)).toMatchObject({ ok: false, refusal: { code: 'correctionFirst', details: { contestant: unit } } })
  room.do('window.reopen', { contestant: unit, reason: '示例更正' })
  expect(room.try('session.parts', input).ok).toBe(true)
})

test('the same value again, and a part of somebody the room has not seen, are taken', () => {
  const { room, unit } = shown()
  expect(room.try('session.parts', { values: [{ contestant: unit, part: 'work', value: '80' }, { contestant: room.units[1], part: 'work', value: '70' }], source: '' }).ok).toBe(true)
})
