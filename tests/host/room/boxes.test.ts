// A box that cannot seal must not keep a session from its end: nobody has cast, the disk was full, or the folder is a restored copy.
import { rmSync, statSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { boxIds } from '../../../electron/database/box/boxFiles.ts'
import { aPanel } from '../../support/anArena.ts'
import { aRule, gradeForm, WHOLE } from '../../support/ruleWords.ts'
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts'

const anonymous = aRule({ ...WHOLE, forms: [gradeForm()], panels: [aPanel('A', '100', { form: 'grades', voters: 'anonymous', recusal: 'never' })] })
let ends: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const end of ends.reverse()) await end(); ends = [] })

const hall = async (report: (line: string) => void = () => undefined): Promise<AtTheDesk> => {
  const at = await atTheDesk({ units: 2, judges: 2, rules: anonymous }, { report })
  ends.push(at.end)
  return at
}
const boxOf = (at: AtTheDesk): ArenaSession['boxes'][string] | undefined => at.house.state().arena.sessions[at.session]?.boxes['A']
const sealed = async (at: AtTheDesk): Promise<unknown> => {
  for (let tries = 0; tries < 100 && boxOf(at)?.phase !== 'sealed'; tries += 1) await new Promise((wait) => setTimeout(wait, 20))
  return [boxOf(at)?.phase, boxOf(at)?.count]
}
const ballot = (at: AtTheDesk): object => ({ session: at.session, token: 'a'.repeat(32), cells: Object.fromEntries(at.units.map((unit) => [unit, { kind: 'marks', marks: { cell: 'g1' } }])) })

test('a box that nobody has opened is sealed as empty', async () => {
  const at = await hall()
  expect(boxIds(at.house.folder)).toEqual([])
  await at.desk.must('box.close', { session: at.session, panel: 'A' })
  expect(await sealed(at)).toEqual(['sealed', 0])
  expect(boxIds(at.house.folder)).toEqual([])
})

test('a sealing that failed is tried anew when the box is closed again, with every ballot once', async () => {
  const reports: string[] = []
  const at = await hall((line) => { reports.push(line) })
  const phone = await at.phone(0)
  await phone.must('box.cast', ballot(at))
  const partial = path.join(at.house.folder, `box-${boxOf(at)?.box ?? ''}.sealed.partial`)
  // What stands in the way of the new file stands for a full disk.
  mkdirSync(path.join(partial, 'x'), { recursive: true })
  await at.desk.must('box.close', { session: at.session, panel: 'A' })
  await new Promise((wait) => setTimeout(wait, 50))
  expect(boxOf(at)?.phase).toBe('closed')
  expect(reports.length).toBeGreaterThan(0)
  if (existsSync(partial) && statSync(partial).isDirectory()) rmSync(partial, { recursive: true })
  await at.desk.must('box.close', { session: at.session, panel: 'A' })
  expect(await sealed(at)).toEqual(['sealed', 1])
  expect(await at.desk.command('box.close', { session: at.session, panel: 'A' })).toMatchObject({ ok: false, code: 'boxNotOpen' })
})
