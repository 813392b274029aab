// Over real sockets: two halls that differ only in what is not revealed yet send the wall, the phones and the stations the same bytes, through
// the on-site ranking, a switch of the figure and the awards up to the tier before last.
import { afterEach, expect, test } from 'vitest'
import type { Rules } from '../../../shared/arena/rules.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { lockWindow } from '../../support/aMeeting.ts'
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts'
import { aPart, aRule, entered } from '../../support/ruleWords.ts'
import type { WireClient } from '../../support/wireClient.ts'

const rules: Rules = aRule({
  criteria: [aCriterion('c1', '100')], parts: [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points: '60' })], panels: [aPanel('A', '100')], ties: [{ by: 'shared' }],
  windows: { policy: 'wholeSession' }, reveal: 'allAtEnd', disclosure: { marks: 'hidden', panelMeans: true, parts: true, total: 'figure', figure: 'either', ranking: { show: 'all' }, standings: true },
  awards: { tiers: [1, 2, 3].map((place) => ({ id: `t${place}`, name: `${place}等奖`, category: null, quota: 1, score: null })) },
})
let ends: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const end of ends.reverse()) await end(); ends = [] })

/** The newest snapshot of a client; ids, which are different in every house and say nothing, in the order they appear, and no times. */
const newest = (client: WireClient, ids: Map<string, string>): string => {
  const frame = client.frames.findLast((each) => each.includes('"type":"view"')) ?? '{}'
  const numbered = (id: string): string => { const known = ids.get(id) ?? `#${ids.size}`; ids.set(id, known); return known }
  return JSON.stringify((JSON.parse(frame) as { data?: unknown }).data).replace(/[0-9a-f]{16,}/g, numbered).replace(/"(?:at|wall|sentAt)":\d+/g, '"at":0')
}

/** Plays the hall; `late` are the entered parts, which only the last tiers depend on. */
const frames = async (late: readonly string[]): Promise<readonly string[]> => {
  const at: AtTheDesk = await atTheDesk({ units: 3, judges: 1, rules })
  ends.push(at.end)
  const { desk, session, meeting } = at
  const [wall, phone, clerk] = [await at.screen(), await at.phone(0), await at.station('clerk')]
  const seen: string[] = []
  const ids = new Map<string, string>()
  // Longer than snapshots are held together, so that every step is seen as it stands.
  const settle = async (): Promise<void> => { await new Promise((wait) => setTimeout(wait, 120)); for (const client of [wall, phone, clerk]) seen.push(newest(client, ids)) }
  wall.subscribe('wall')
  phone.subscribe('seat')
  clerk.subscribe('station')
  for (const [unit, mark] of ['70', '80', '90'].entries()) {
    const contestant = at.units[unit] ?? ''
    await phone.must('sheet.submit', { session, contestant, kind: 'marks', marks: { c1: mark }, basis: 0 })
    await lockWindow(desk, session, contestant)
  }
  await desk.must('session.parts', { session, values: late.map((value, unit) => ({ contestant: at.units[unit], part: 'done', value })), source: '' })
  const show = async (scene: string, last: number): Promise<void> => {
    await desk.must('air.show', { meeting, scene, item: session, subject: scene === 'score' ? at.units[0] : null })
    for (let step = 0; step <= last; step += 1) { await desk.must('air.step', { meeting, step }); await settle() }
  }
  await desk.must('figure.choose', { session, figure: 'onSite' })
  await show('score', 1)
  await show('ranking', 3)
  await desk.must('figure.choose', { session, figure: 'combined' })
  await settle()
  await show('awards', 1)
  return seen
}

test('halls that differ only in the places still to be announced send the same bytes to the wall, the phone and the station', async () => {
  // Unit 1 is third in both: 0.4 × 70 + 0.6 × 10 = 34. Units 2 and 3 change places: 86 and 66, or 62 and 90.
  const [one, other] = [await frames(['10', '90', '50']), await frames(['10', '50', '90'])]
  expect(one).toEqual(other)
  expect(one.join('\n')).toContain('3等奖')
}, 30_000)
