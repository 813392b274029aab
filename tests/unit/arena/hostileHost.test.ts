// Whatever the rules, and whatever a host has done by hand on the way, the big button leads on to a final result.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkRules } from '../../../shared/arena/checkRules.ts'
import type { Rules } from '../../../shared/arena/rules.ts'
import { formOf } from '../../../shared/arena/rules.ts'
import { setting, type Setting } from '../property/anyRules.ts'
import { aRoom, type Room } from './aRoom.ts'
import { cellOf, followed, follow, sheetOf } from './hostileHost.ts'

const windows = fc.constantFrom<Rules['windows']>({ policy: 'withContestant' }, { policy: 'untilNextFinished' }, { policy: 'batch', size: 2 }, { policy: 'calibration', size: 2 }, { policy: 'wholeSession' })
const flow = fc.record({
  windows, reveal: fc.constantFrom<Rules['reveal']>('atOnce', 'afterNext', 'calibration', 'allAtEnd'),
  marks: fc.constantFrom<Rules['disclosure']['marks']>('hidden', 'shuffled', 'byName'), panelMeans: fc.boolean(), parts: fc.boolean(), total: fc.constantFrom<Rules['disclosure']['total']>('figure', 'hidden', 'tier'),
  figure: fc.constantFrom<Rules['disclosure']['figure']>('combined', 'onSite', 'either'), standings: fc.boolean(),
  ranking: fc.constantFrom<Rules['disclosure']['ranking']>({ show: 'all' }, { show: 'first', count: 1 }, { show: 'none' }), known: fc.boolean(), penalty: fc.boolean(), recusal: fc.constantFrom('propose', 'automatic', 'default', 'never' as const),
})
type Flow = typeof flow extends fc.Arbitrary<infer T> ? T : never

/** The rules of a setting with another flow; of what does not fit together the flow gives way. */
const flowing = ({ rules }: Setting, wanted: Flow): Rules => {
  const { windows: when, reveal, known, penalty, recusal, ...disclosure } = wanted
  const part = rules.parts.find((each) => each.source === 'entered')
  const time = { ...rules.time, speechSeconds: penalty ? 1 : 480, firstWarning: 0, secondWarning: 0 }
  const panels = rules.panels.map((panel) => (panel.voters === 'named' && formOf(rules, panel).kind !== 'rank' ? { ...panel, recusal } : panel))
  const base: Rules = { ...rules, panels, time, disclosure, rankingReveal: known && part !== undefined ? { by: 'knownPart', part: part.id } : { by: 'lastFirst' } }
  const tries: readonly Partial<Rules>[] = [{ windows: when, reveal }, { windows: when, reveal, disclosure: { ...disclosure, total: 'figure', figure: 'combined' } }, { disclosure: { ...disclosure, total: 'figure', figure: 'combined' } }, { disclosure: { ...disclosure, total: 'figure', figure: 'combined' }, time: { ...time, penalty: null } }]
  return tries.map((each) => ({ ...base, ...each })).find((each) => checkRules(each).ok) ?? rules
}

const DEEDS = ['stage.call', 'stage.finish', 'stage.skip', 'stage.moveToEnd', 'stage.withdraw', 'stage.forfeit', 'timer.start', 'timer.pause', 'window.open', 'window.check', 'window.lock', 'window.reopen', 'gap.decide', 'sheet.key', 'phone',
  'batch', 'entry', 'batch.close', 'box.close', 'air.show', 'air.step', 'air.freeze', 'air.live', 'figure.choose', 'trial.open', 'trial.close', 'session.parts', 'session.reopen', 'adjustment.make', ...Array.from({ length: 22 }, () => 'press')] as const
const deed = fc.record({ name: fc.constantFrom(...DEEDS), unit: fc.nat(3), judge: fc.nat(8), pick: fc.nat(5), cause: fc.constantFrom('wait', 'recused', 'absent', 'leftEarly'), scene: fc.constantFrom('score', 'ranking', 'awards', 'standings') })
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

const phone = (room: Room, { unit, judge, pick }: Deed): void => {
  const who = room.session.judges[judge]
  const panel = room.session.rules.panels.find((each) => each.id === who?.panel)
  if (who === undefined || panel === undefined) return
  const form = formOf(room.session.rules, panel)
  const cells = Object.fromEntries(Object.entries(sheetOf(room, panel, pick)).map(([id, cell]) => [id, { ...cell, basis: room.session.contestants[id]?.window.sheets[who.id]?.revision ?? 0 }]))
  const by = { role: 'judge', subject: who.id, device: 'p' } as const
  if (form.kind === 'rank') { room.try('sheet.submitAll', { cells }, by); return }
  room.try('sheet.submit', { contestant: room.unit(unit), ...cellOf(form, 1, pick), basis: room.contestant(unit).window.sheets[who.id]?.revision ?? 0 }, by)
}

const paper = (room: Room, { name, judge, pick }: Deed): void => {
  const panel = room.session.rules.panels.find((each) => each.voters !== 'counts')
  if (panel === undefined) return
  const own = room.session.judges.filter((each) => each.panel === panel.id).map(({ id }) => id).slice(0, 2)
  const open = Object.values(room.session.batches).find((each) => !each.closed)
  if (name === 'batch' || open === undefined) { room.try('batch.give', { panel: panel.id, contestants: room.units.slice(0, 1 + (pick % 3)), ...(panel.voters === 'named' ? { judges: own } : { from: 1, to: 2 }), first: null, second: null }); return }
  const voter = open.voters[judge % open.voters.length] ?? ''
  const form = formOf(room.session.rules, panel)
  const cells = Object.fromEntries(open.contestants.map((id, at) => [id, cellOf(form, at + 1, pick)]))
  room.try('entry.key', { batch: open.batch, voter, pass: 1 + (pick % 2), cells })
}

const doing = (room: Room, each: Deed): void => {
  const { name, unit, judge, pick, cause, scene } = each
  if (name === 'press') { room.mono += 1300; follow(room); return }
  if (name === 'phone') { phone(room, each); return }
  if (name === 'batch' || name === 'entry') { paper(room, each); return }
  const contestant = room.unit(unit)
  const who = room.session.judges[judge]
  const panel = room.session.rules.panels[pick % room.session.rules.panels.length]
  const category = room.contestant(unit).category
  const form = room.session.rules.panels.filter((one) => one.id === who?.panel).map((one) => formOf(room.session.rules, one))[0]
  const basis = room.contestant(unit).window.sheets[who?.id ?? '']?.revision ?? 0
  const inBatch = Object.values(room.session.batches).find((one) => !one.closed)?.batch ?? ''
  room.try(name, {
    contestant, judge: who?.id ?? '', cause: name === 'stage.forfeit' ? 'other' : cause, note: '', panel: panel?.id ?? '', ...(form === undefined ? {} : cellOf(form, 1, pick)), basis, phase: 'speech', reason: '示例', batch: inBatch,
    scene, item: room.sessionId, subject: scene === 'score' ? contestant : category, step: pick, figure: pick % 2 === 0 ? 'combined' : 'onSite', kind: name === 'adjustment.make' ? 'up' : 'marks', amount: '1',
    values: room.session.rules.parts.filter((part) => part.source === 'entered').map((part) => ({ contestant, part: part.id, value: '4' })), source: '',
  })
}

const roomOf = (each: Setting, rules: Rules): Room => {
  const judges = each.benches.flatMap(({ panel, voters }) => (panel.voters === 'counts' ? [] : Array.from({ length: panel.voters === 'named' ? voters + 1 : 1 }, (_, at) => ({ panel: panel.id, ...(at === 0 ? { home: 0 } : {}) }))))
  const room = aRoom({ units: 4, judges, rules })
  if (each.categories.length > 0) room.do('session.categories', { categories: Object.fromEntries(room.units.map((unit, at) => [unit, each.categories[at % 2] ?? ''])) })
  return room
}

it('the big button ends in a final result under any rules, after any commands a host may give', () => {
  fc.assert(fc.property(setting, flow, fc.array(deed, { maxLength: 40 }), (each, wanted, deeds) => {
    const room = roomOf(each, flowing(each, wanted))
    for (const one of deeds) doing(room, one)
    expect([followed(room).at(-1), room.session.phase]).toEqual(['printResult', 'finalised'])
  }), { numRuns: Number(process.env['RUNS'] ?? 120) })
}, 60_000)
