// An arena session made of real events: anArena().withUnits(3).withJudges(7).sheets(0, […]).locked(0).session(). Contestants and judges are
// named by their place from 0; ids are u1…, j1…. Texts are their own references, so `readText` gives the words. Every call gives a new builder.
import { defaultRules } from '../../shared/arena/defaultRules.ts'
import type { ArenaEvent, GapCause } from '../../shared/arena/events.ts'
import { evolveArena } from '../../shared/arena/evolve.ts'
import { columnsOf, type Criterion, type Form } from '../../shared/arena/forms.ts'
import { criteriaOf, formOf, type Panel, type Rules } from '../../shared/arena/rules.ts'
import { emptyArena, type ArenaSession } from '../../shared/arena/state.ts'
import { nameless } from '../../shared/arena/voters.ts'
import { format, fraction } from '../../shared/kernel/fraction.ts'
import type { TextRef } from '../../shared/kernel/decision.ts'
import { drawOrder } from '../../shared/kernel/draw.ts'
import { below, type Chance } from './chance.ts'
import { rulesOf, type RuleWords } from './ruleWords.ts'

export const words = (text: string): TextRef => ({ text, hash: '' })
export const readText = (reference: TextRef): string => reference.text
export const SESSION = 's1'
export const unitId = (at: number): string => `u${at + 1}`
export const judgeId = (at: number): string => `j${at + 1}`

/** Marks in the order of the ballot's columns (of a grade or rank ballot its one cell), or a sheet without marks. */
export type SheetWords = readonly (string | number)[] | 'abstained' | 'void'
/** One cell of a grade or rank ballot: `g1`, a place, or neither. */
export type CellWords = string | number
interface Spec {
  readonly rules: Rules
  readonly units: readonly string[]
  readonly judges: readonly { readonly panel: string; readonly name: string; readonly home: string | null }[]
  /** Category of each contestant, none where there are none. */
  readonly categories: readonly string[]
  readonly events: readonly ArenaEvent[]
}

const SAMPLE = '甲乙丙丁戊己庚辛壬癸'
const sampleUnit = (at: number): string => `示例市 ${at < 10 ? `${SAMPLE[at] ?? ''}区` : `${at + 1}号区`}`

export const aCriterion = (id: string, points: string, more: Partial<Criterion> = {}): Criterion => ({ id, name: `项目${id}`, points, step: '0.5', floor: '0', ceiling: points, ...more })
/** A panel of the one part with the one score sheet; nothing dropped, one sheet enough. */
export const aPanel = (id: string, points: string, more: Partial<Panel> = {}): Panel => ({
  id, name: `${id}组`, points, colour: '#1f5fa8', form: 'form', part: 'onSite', voters: 'named', trimOf: 'totals', average: 'mean', categories: null,
  dropHighest: 0, dropLowest: 0, minimum: 1, recusal: 'propose', ...more,
})

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

  withRules(words: RuleWords): ArenaBuilder {
    return this.with({ rules: rulesOf(this.spec.rules, words) })
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

  /** The category of each contestant, in order. */
  withCategories(...categories: readonly string[]): ArenaBuilder {
    return this.with({ categories })
  }

  /** Any event, as it is: the builder refuses nothing. */
  event(...events: readonly ArenaEvent[]): ArenaBuilder {
    return this.with({ events: [...this.spec.events, ...events] })
  }

  opened(unit: number): ArenaBuilder {
    return this.event({ name: 'windowOpened', body: { session: SESSION, contestant: unitId(unit) } })
  }

  private formFor(panel: string | undefined): Form {
    const { rules } = this.spec
    const found = rules.panels.find((each) => each.id === panel) ?? rules.panels[0]
    if (found === undefined) throw new Error('the rules have no panel')
    return formOf(rules, found)
  }

  private recorded(voter: string, form: Form, given: { readonly unit: number; readonly sheet: SheetWords; readonly source: 'phone' | 'paper' }): ArenaBuilder {
    const { sheet } = given
    const marks = typeof sheet === 'string' ? {} : Object.fromEntries(columnsOf(form).map((column, at) => [column, String(sheet[at] ?? '')]))
    const kind = typeof sheet === 'string' ? sheet : 'marks'
    return this.event({ name: 'sheetRecorded', body: { session: SESSION, contestant: unitId(given.unit), judge: voter, revision: 1, source: given.source, kind, marks } })
  }

  sheet(unit: number, judge: number, sheet: SheetWords): ArenaBuilder {
    return this.recorded(judgeId(judge), this.formFor(this.spec.judges[judge]?.panel), { unit, sheet, source: 'phone' })
  }

  /** A whole grade or rank ballot of a judge: a cell per contestant; null leaves a contestant without one. */
  ballot(judge: number, cells: readonly (CellWords | null)[]): ArenaBuilder {
    return cells.reduce<ArenaBuilder>((builder, cell, unit) => (cell === null ? builder : builder.sheet(unit, judge, cell === 'abstained' || cell === 'void' ? cell : [cell])), this)
  }

  /** A ballot on paper without a name, by its number; a cell per contestant. */
  paper(panel: string, number: number, cells: readonly CellWords[]): ArenaBuilder {
    const form = this.formFor(panel)
    return cells.reduce<ArenaBuilder>((builder, cell, unit) => builder.recorded(nameless(panel, 'p', number), form, { unit, sheet: cell === 'abstained' || cell === 'void' ? cell : [cell], source: 'paper' }), this)
  }

  /** Keyed counts of a panel for one contestant. */
  counted(unit: number, panel: string, given: { readonly counts: Readonly<Record<string, number>>; readonly blank?: number; readonly void?: number }): ArenaBuilder {
    return this.event({ name: 'countsEntered', body: { session: SESSION, contestant: unitId(unit), panel, revision: 1, counts: given.counts, blank: given.blank ?? 0, void: given.void ?? 0 } })
  }

  /** A bonus or penalty in its own scale. */
  adjusted(unit: number, kind: string, amount: string): ArenaBuilder {
    const adjustment = `a${this.spec.events.length}`
    return this.event({ name: 'adjustmentMade', body: { session: SESSION, contestant: unitId(unit), adjustment, kind, amount, phase: null, seconds: null, reason: words('示例') } })
  }

  /** Scores of an entered part, by contestant in order; null leaves one out. */
  entered(part: string, values: readonly (string | number | null)[]): ArenaBuilder {
    const version = this.spec.events.filter((event) => event.name === 'partsEntered').length + 1
    const given = values.flatMap((value, unit) => (value === null ? [] : [{ contestant: unitId(unit), part, value: String(value) }]))
    return this.event({ name: 'partsEntered', body: { session: SESSION, version, values: given, source: null } })
  }

  forfeited(unit: number): ArenaBuilder {
    return this.event({ name: 'contestantForfeited', body: { session: SESSION, contestant: unitId(unit), cause: 'late', reason: words('示例') } })
  }

  /** A play-off over the contestants of the groups, best group first. */
  playedOff(groups: readonly (readonly number[])[]): ArenaBuilder {
    const order = groups.map((group) => group.map(unitId))
    return this.event({ name: 'playOffHeld', body: { session: SESSION, contestants: order.flat(), order, note: null } })
  }

  /** The sheets of the first judges, in seat order. */
  sheets(unit: number, sheets: readonly SheetWords[]): ArenaBuilder {
    return sheets.reduce<ArenaBuilder>((builder, sheet, judge) => builder.sheet(unit, judge, sheet), this)
  }

  randomSheets(unit: number, chance: Chance): ArenaBuilder {
    return this.sheets(unit, this.spec.judges.map(() => criteriaOf(this.spec.rules).map((criterion) => randomMark(criterion, chance))))
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
    const { rules, units, judges, categories } = this.spec
    const session = SESSION
    const ids = units.map((_, at) => unitId(at))
    return [
      { name: 'sessionCreated', body: { session, meeting: 'm1', title: words('示例擂台'), rules } },
      { name: 'contestantsChosen', body: { session, contestants: ids } },
      ...(categories.length === 0 ? [] : [{ name: 'categoriesSet' as const, body: { session, categories: Object.fromEntries(ids.map((id, at) => [id, categories[at] ?? ''])) } }]),
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
export const anArena = (): ArenaBuilder => new ArenaBuilder({ rules: defaultRules, units: [], judges: [], categories: [], events: [] })
