// A register made by real commands and events, for tests. Texts are stored as themselves; `stored` counts how many were newly stored.
import { decideRegister } from '../../../shared/register/decide.ts'
import type { RegisterCommand, UnitInput } from '../../../shared/register/commands.ts'
import type { RegisterEvent } from '../../../shared/register/events.ts'
import { evolveRegister } from '../../../shared/register/evolve.ts'
import { emptyRegister, type RegisterState } from '../../../shared/register/state.ts'
import type { Decision, TextRef, Tools } from '../../../shared/kernel/decision.ts'

export const unit = (fullName: string, more: Partial<UnitInput> = {}): UnitInput => ({ fullName, shortName: '', aliases: [], kind: '', group: '', ...more })
export const person = (name: string, more: { title?: string; panel?: string; home?: string } = {}) => ({ name, title: '', panel: '', home: '', ...more })

export class ARegister {
  state: RegisterState = emptyRegister
  readonly stored: string[] = []
  readonly tools: Tools
  private ids = 0

  constructor() {
    this.tools = {
      now: { wall: 0, mono: 0, boot: 'b' },
      by: { role: 'host', subject: 'host', device: 'desk' },
      id: () => `id${(this.ids += 1)}`,
      text: (value): TextRef => ({ text: `t${this.stored.push(value)}`, hash: '' }),
      read: (reference) => this.stored[Number(reference.text.slice(1)) - 1] ?? '',
    }
  }

  decide(command: RegisterCommand): Decision<RegisterEvent> {
    return decideRegister({ state: this.state, tools: this.tools }, command)
  }

  /** Does it; a refusal is a fault of the test. */
  do(command: RegisterCommand): readonly RegisterEvent[] {
    const decision = this.decide(command)
    if (!decision.ok) throw new Error(`${decision.refusal.code} ${JSON.stringify(decision.refusal.details)}`)
    for (const event of decision.value.events) this.state = evolveRegister(this.state, event)
    return decision.value.events
  }

  refusal(command: RegisterCommand): unknown {
    const decision = this.decide(command)
    return decision.ok ? 'accepted' : decision.refusal
  }

  withUnits(...units: readonly UnitInput[]): this {
    for (const values of units) this.do({ name: 'unit.keep', input: { unit: null, values } })
    return this
  }

  unitId(fullName: string): string {
    return Object.values(this.state.units).find((each) => this.tools.read(each.fullName) === fullName)?.id ?? 'none'
  }
}
