// A meeting with one arena session, moved by real commands only: parsed by their schemas, decided, evolved and reacted to as the house
// does, without database or sockets. Units and judges are named by their place from 0. It judges nothing: a refusal is handed back.
import { decideAny } from '../../../electron/application/decideAny.ts'
import { arenaFacts } from '../../../electron/application/facts.ts'
import { emptyHouse, evolveHouse, type HouseEvent, type HouseState } from '../../../electron/application/house.ts'
import { reactionsTo } from '../../../electron/application/reactions.ts'
import type { Settings } from '../../../electron/application/settings.ts'
import type { ViewContext } from '../../../electron/application/views/context.ts'
import { wallView } from '../../../electron/application/views/wallViews.ts'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import type { Rules } from '../../../shared/arena/rules.ts'
import type { ArenaSession, Contestant } from '../../../shared/arena/state.ts'
import { COMMANDS } from '../../../shared/contract/table.ts'
import type { Actor, TextRef, Tools } from '../../../shared/kernel/decision.ts'
import { sha256Hex } from '../../../shared/kernel/draw.ts'
import type { Refusal } from '../../../shared/kernel/result.ts'
import type { Meeting } from '../../../shared/meeting/state.ts'
import { rulesOf, type RuleWords } from '../../support/ruleWords.ts'

export const HOST: Actor = { role: 'host', subject: 'host', device: 'desk' }
const SYSTEM: Actor = { role: 'system', subject: 'house', device: 'house' }
export interface Setting {
  readonly units: number | readonly string[]
  /** One entry per judge, in seat order. */
  readonly judges: readonly { readonly panel: string; readonly home?: number }[]
  readonly rules?: RuleWords
}
export type Outcome = { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly refusal: Refusal }

/** The sample rules with one panel A of any size that drops nobody. */
export const openRules = (words: RuleWords = {}): Rules =>
  rulesOf({ ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, dropHighest: 0, dropLowest: 0, minimum: 1 })) }, words)
export const judgesOf = (count: number, panel = 'A'): Setting['judges'] => Array.from({ length: count }, () => ({ panel }))
export const FULL: Readonly<Record<string, string>> = { c1: '28', c2: '18', c3: '18', c4: '22', c5: '4' }

export class Room {
  state: HouseState = emptyHouse
  readonly events: HouseEvent[] = []
  readonly units: readonly string[]
  readonly judges: readonly string[]
  readonly meetingId: string
  readonly sessionId: string
  wall = 1_767_225_600_000
  mono = 0
  private readonly words: string[] = []
  private ids = 0

  constructor(setting: Setting) {
    const names = typeof setting.units === 'number' ? Array.from({ length: setting.units }, (_, at) => `示例${at + 1}区`) : setting.units
    this.units = names.map((name, at) => this.keepUnit(name, at))
    this.judges = setting.judges.map((judge, at) => this.keepJudge(at, judge.home === undefined ? '' : `${names[judge.home] ?? ''}`))
    this.meetingId = String(this.do('meeting.create', { title: '示例会议' })['meeting'])
    this.sessionId = String(this.do('session.create', { meeting: this.meetingId, title: '示例擂台', rules: openRules(setting.rules) })['session'])
    this.do('session.contestants', { contestants: this.units })
    this.do('session.judges', { judges: this.judges.map((judge, at) => ({ judge, panel: setting.judges[at]?.panel ?? 'A' })) })
    this.do('session.order', { method: 'hand', order: this.units })
  }

  private keepUnit(name: string, at: number): string {
    return String(this.do('unit.keep', { unit: null, values: { fullName: name, shortName: '', aliases: [], kind: '', group: String(at) } })['unit'])
  }

  private keepJudge(at: number, home: string): string {
    return String(this.do('person.keep', { person: null, values: { name: `评委${at + 1}`, title: `示例职务${at + 1}`, panel: '', home } })['person'])
  }

  private tools(by: Actor): Tools {
    return {
      now: { wall: this.wall, mono: this.mono, boot: 'b1' }, by,
      id: () => sha256Hex(String((this.ids += 1))).slice(0, 16),
      text: (value): TextRef => ({ text: String(this.words.push(value) - 1), hash: '' }),
      read: (reference) => this.words[Number(reference.text)] ?? '',
    }
  }

  /** Sends a command; `session` and `meeting` are filled in. */
  try(name: string, input: object = {}, by: Actor = HOST): Outcome {
    const command = COMMANDS.get(name)
    if (command === undefined || command.area === 'local') throw new Error(`no command ${name}`)
    const parsed = command.input.safeParse({ session: this.sessionId, meeting: this.meetingId, ...input })
    if (!parsed.success) return { ok: false, refusal: { code: 'badInput', details: {} } }
    const decision = decideAny({ state: this.state, tools: this.tools(by), heads: () => ({ chain: 'head' }), wallPicture: () => JSON.stringify(wallView(this.context())) }, { area: command.area, name, input: parsed.data })
    if (!decision.ok) return decision
    for (const event of decision.value.events) this.take(event)
    for (const event of decision.value.events) this.react(event)
    return { ok: true, answer: decision.value.answer ?? {} }
  }

  private take(event: HouseEvent): void {
    this.events.push(event)
    this.wall += 1000
    this.state = evolveHouse(this.state, event, { wall: this.wall, device: 'd1' })
  }

  private react(event: HouseEvent): void {
    for (const { command } of reactionsTo(this.state, event)) {
      const outcome = this.try(command.name, command.input as object, SYSTEM)
      if (!outcome.ok) throw new Error(`a reaction was refused: ${outcome.refusal.code}`)
    }
  }

  /** Sends a command that must be accepted. */
  do(name: string, input: object = {}, by: Actor = HOST): Readonly<Record<string, unknown>> {
    const outcome = this.try(name, input, by)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.details)}`)
    return outcome.answer
  }

  /** The refusal of a command that must be refused and change nothing. */
  refusal(name: string, input: object = {}, by: Actor = HOST): Refusal | 'accepted' | 'changed the state' {
    const before = this.state
    const outcome = this.try(name, input, by)
    return outcome.ok ? 'accepted' : this.state === before ? outcome.refusal : 'changed the state'
  }

  get session(): ArenaSession {
    const session = this.state.arena.sessions[this.sessionId]
    if (session === undefined) throw new Error('no session')
    return session
  }

  get meeting(): Meeting {
    const meeting = this.state.meeting.meetings[this.meetingId]
    if (meeting === undefined) throw new Error('no meeting')
    return meeting
  }

  unit(at: number): string {
    return this.units[at] ?? 'nobody'
  }

  contestant(at: number): Contestant {
    const contestant = this.session.contestants[this.unit(at)]
    if (contestant === undefined) throw new Error(`no contestant ${at}`)
    return contestant
  }

  judge(at: number): Actor {
    return { role: 'judge', subject: this.judges[at] ?? 'nobody', device: `phone${at}` }
  }

  /** A command about one contestant. */
  at(unit: number, name: string, more: object = {}): void {
    this.do(name, { contestant: this.unit(unit), ...more })
  }

  live(): this {
    this.do('session.ready')
    this.do('session.start')
    return this
  }

  submit(unit: number, judge: number, marks: Readonly<Record<string, string>> = FULL): Outcome {
    const basis = this.contestant(unit).window.sheets[this.judges[judge] ?? '']?.revision ?? 0
    return this.try('sheet.submit', { contestant: this.unit(unit), kind: 'marks', marks, basis }, this.judge(judge))
  }

  submitAll(unit: number, marks: Readonly<Record<string, string>> = FULL): void {
    this.judges.forEach((_, judge) => this.submit(unit, judge, marks))
  }

  /** Called, on the clock, opened. */
  opened(unit: number): this {
    this.at(unit, 'stage.call')
    this.at(unit, 'timer.start', { phase: 'speech' })
    if (this.contestant(unit).window.phase === 'closed') this.at(unit, 'window.open')
    return this
  }

  locked(unit: number, marks: Readonly<Record<string, string>> = FULL): this {
    this.submitAll(unit, marks)
    this.at(unit, 'window.check')
    this.at(unit, 'window.lock')
    return this
  }

  show(scene: string, unit: number | null = null): void {
    this.do('air.show', { scene, item: this.sessionId, subject: unit === null ? null : this.unit(unit) })
  }

  facts(): ReturnType<typeof arenaFacts> {
    return arenaFacts(this.state, {})
  }

  context(): ViewContext {
    return {
      state: this.state, read: (reference) => (reference === null ? '' : (this.words[Number(reference.text)] ?? '')),
      now: () => ({ wall: this.wall, mono: this.mono, boot: 'b1' }),
      // Only what the wall wears; ports, addresses and the rest say nothing here.
      settings: { language: 'zh', theme: 'cinnabar', marking: '内部资料 注意保存' } as Settings,
      sample: false, presence: (seat) => ({ seat, liveness: 'live', waiting: [] }), screens: () => 1, projector: 'shown', castSeats: () => [], reviewSeed: () => 'seed',
    }
  }
}

export const aRoom = (setting: Partial<Setting> = {}): Room => new Room({ units: 3, judges: judgesOf(2), ...setting })
