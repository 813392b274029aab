// An arena session made of real events: anArena().withUnits(3).withJudges(7).sheets(0, […]).locked(0).session(). Contestants and judges are
// named by their place from 0; ids are u1…, j1…. Texts are their own references, so `readText` gives the words. Every call gives a new builder.
import { defaultRules } from '../../shared/arena/defaultRules.ts'
import type { ArenaEvent, GapCause } from '../../shared/arena/events.ts'
import { evolveArena } from '../../shared/arena/evolve.ts'
import type { Criterion, Panel, Rules } from '../../shared/arena/rules.ts'
import { emptyArena, type ArenaSession } from '../../shared/arena/state.ts'
import { format, fraction } from '../../shared/kernel/fraction.ts'
import type { TextRef } from '../../shared/kernel/decision.ts'
import { drawOrder } from '../../shared/kernel/draw.ts'
import { below, type Chance } from './chance.ts'

export const words = (text: string): TextRef => ({ text, hash: '' })
export const readText = (reference: TextRef): string => reference.text
export const SESSION = 's1'
export const unitId = (at: number): string => `u${at + 1}`
export const judgeId = (at: number): string => `j${at + 1}`

/** Marks in the rules' order of criteria, or a sheet without marks. */
export type SheetWords = readonly (string | number)[] | 'abstained' | 'void'
interface Spec {
  readonly rules: Rules
  readonly units: readonly string[]
  readonly judges: readonly { readonly panel: string; readonly name: string; readonly home: string | null }[]
  readonly events: readonly ArenaEvent[]
}

const SAMPLE = '甲乙丙丁戊己庚辛壬癸'
const sampleUnit = (at: number): string => `示例市 ${at < 10 ? `${SAMPLE[at] ?? ''}区` : `${at + 1}号区`}`

export const aCriterion = (id: string, points: string, more: Partial<Criterion> = {}): Criterion => ({ id, name: `项目${id}`, points, step: '0.5', floor: '0', ceiling: points, ...more })
export const aPanel = (id: string, weight: string, more: Partial<Panel> = {}): Panel =>
  ({ id, name: `${id}组`, weight, colour: '#1f5fa8', dropHighest: 0, dropLowest: 0, minimum: 1, recusal: 'propose', ...more })

/** A mark on the criterion's step between floor and ceiling, as decimal text. */
export const randomMark = (criterion: Criterion, chance: Chance): string => {
  const [floor, ceiling, step] = [criterion.floor, criterion.ceiling, criterion.step].map((each) => Math.round(Number(each) * 1_000_000)) as [number, number, number]
  const steps = Math.round((ceiling - floor) / step)
  return format(fraction(BigInt(floor + below(chance, steps + 1) * step), 1_000_000n), 6).replace(/\.?0+$/, '')
}

export class ArenaBuilder {
  private readonly spec: Spec
  constructor(spec: Spec) {
    this.spec = spec
  }

  private with(change: Partial<Spec>): ArenaBuilder {
    return new ArenaBuilder({ ...this.spec, ...change })
  }

  withRules(change: Partial<Rules>): ArenaBuilder {
    return this.with({ rules: { ...this.spec.rules, ...change } })
  }

  withUnits(units: number | readonly string[]): ArenaBuilder {
    return this.with({ units: typeof units === 'number' ? Array.from({ length: units }, (_, at) => sampleUnit(at)) : units })
  }

  /** Adds judges behind the seats there are; `home` is the place of a contestant. */
  withJudges(count: number, panel = this.spec.rules.panels[0]?.id ?? 'A', home?: number): ArenaBuilder {
    const seats = this.spec.judges.length
    const judges = Array.from({ length: count }, (_, at) => ({ panel, name: `评委${seats + at + 1}`, home: home === undefined ? null : unitId(home) }))
    return this.with({ judges: [...this.spec.judges, ...judges] })
  }

  /** Any event, as it is: the builder refuses nothing. */
  event(...events: readonly ArenaEvent[]): ArenaBuilder {
    return this.with({ events: [...this.spec.events, ...events] })
  }

  opened(unit: number): ArenaBuilder {
    return this.event({ name: 'windowOpened', body: { session: SESSION, contestant: unitId(unit) } })
  }

  sheet(unit: number, judge: number, sheet: SheetWords): ArenaBuilder {
    const marks = typeof sheet === 'string' ? {} : Object.fromEntries(this.spec.rules.criteria.map((criterion, at) => [criterion.id, String(sheet[at] ?? '')]))
    const kind = typeof sheet === 'string' ? sheet : 'marks'
    return this.event({ name: 'sheetRecorded', body: { session: SESSION, contestant: unitId(unit), judge: judgeId(judge), revision: 1, source: 'phone', kind, marks } })
  }

  /** The sheets of the first judges, in seat order. */
  sheets(unit: number, sheets: readonly SheetWords[]): ArenaBuilder {
    return sheets.reduce<ArenaBuilder>((builder, sheet, judge) => builder.sheet(unit, judge, sheet), this)
  }

  randomSheets(unit: number, chance: Chance): ArenaBuilder {
    return this.sheets(unit, this.spec.judges.map(() => this.spec.rules.criteria.map((criterion) => randomMark(criterion, chance))))
  }

  gap(unit: number, judge: number, cause: GapCause): ArenaBuilder {
    return this.event({ name: 'gapDecided', body: { session: SESSION, contestant: unitId(unit), judge: judgeId(judge), cause, note: null } })
  }

  relaxed(unit: number, panel: string, drop: { readonly highest: number; readonly lowest: number }): ArenaBuilder {
    return this.event({ name: 'trimRelaxed', body: { session: SESSION, contestant: unitId(unit), panel, dropHighest: drop.highest, dropLowest: drop.lowest, reason: words('示例') } })
  }

  /** Locks windows; a window locked again counts its next lock. */
  locked(...units: readonly number[]): ArenaBuilder {
    return units.reduce<ArenaBuilder>((builder, unit) => {
      const contestant = unitId(unit)
      const before = builder.spec.events.filter((event) => event.name === 'windowLocked' && event.body.contestant === contestant).length
      return builder.event({ name: 'windowLocked', body: { session: SESSION, contestant, lock: before + 1 } })
    }, this)
  }

  reopened(unit: number, reason: string): ArenaBuilder {
    return this.event({ name: 'windowReopened', body: { session: SESSION, contestant: unitId(unit), reason: words(reason) } })
  }

  withdrawn(unit: number): ArenaBuilder {
    return this.event({ name: 'contestantWithdrawn', body: { session: SESSION, contestant: unitId(unit), reason: words('示例') } })
  }

  drawn(units: readonly number[], seed: string): ArenaBuilder {
    const contestants = units.map(unitId)
    return this.event({ name: 'tieDrawn', body: { session: SESSION, contestants, seed, order: [...drawOrder(seed, contestants)] } })
  }

  /** The session: live, in the order of its units, with everything that was asked for. */
  session(): ArenaSession {
    const setUp = [...this.setUp(), ...this.spec.events]
    const state = setUp.reduce((before, event) => evolveArena(before, event, { wall: 1_767_225_600_000, device: 'd1' }), emptyArena)
    const session = state.sessions[SESSION]
    if (session === undefined) throw new Error('no session was made')
    return session
  }

  private setUp(): readonly ArenaEvent[] {
    const { rules, units, judges } = this.spec
    const session = SESSION
    const ids = units.map((_, at) => unitId(at))
    return [
      { name: 'sessionCreated', body: { session, meeting: 'm1', title: words('示例擂台'), rules } },
      { name: 'contestantsChosen', body: { session, contestants: ids } },
      { name: 'orderSet', body: { session, order: ids, method: 'hand', seed: null } },
      {
        name: 'sessionReadied',
        body: {
          session, rules,
          contestants: units.map((name, at) => ({ contestant: unitId(at), name: words(name), shortName: words(name.replace(/^.* /, '')) })),
          judges: judges.map((judge, at) => ({ judge: judgeId(at), panel: judge.panel, name: words(judge.name), title: words('示例职务'), home: judge.home })),
        },
      },
      { name: 'sessionStarted', body: { session } },
    ]
  }
}

/** The sample rules, no contestants and no judges. */
export const anArena = (): ArenaBuilder => new ArenaBuilder({ rules: defaultRules, units: [], judges: [], events: [] })
