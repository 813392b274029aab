// What tests read off a session: totals and places as plain text. It computes nothing itself.
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { Scored } from '../../../shared/arena/standings.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { Fraction } from '../../../shared/kernel/fraction.ts'
import { unitId, type ArenaBuilder } from '../../support/anArena.ts'

/** The total of every contestant by place in the builder, or why there is none. */
export const totalsOf = (builder: ArenaBuilder): readonly string[] => {
  const session = builder.session()
  const { rows, pending } = resultOf(session)
  const known = new Map([...rows.map((row) => [row.contestant, row.tally.text] as const), ...pending.map((each) => [each.contestant, each.reason] as const)])
  return Object.keys(session.contestants).toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))).map((id) => known.get(id) ?? 'none')
}

export const tallyIn = (session: ArenaSession, contestant: string): Scored => {
  const row = resultOf(session).rows.find((each) => each.contestant === contestant)
  if (row === undefined) throw new Error(`${contestant} has no score`)
  return row.tally
}
export const tallyOf = (builder: ArenaBuilder, unit = 0): Scored => tallyIn(builder.session(), unitId(unit))

/** An exact value as top/bottom. */
export const exact = ({ top, bottom }: Fraction): string => (bottom === 1n ? String(top) : `${top}/${bottom}`)

/** `u2 1`, or `u2 1=` for a shared place, and what decided it. */
export const placesOf = (builder: ArenaBuilder): readonly string[] =>
  resultOf(builder.session()).rows.map(({ contestant, rank, shared, decidedBy }) => {
    const by = decidedBy === null ? '' : ` ${decidedBy.by}${'id' in decidedBy ? `:${decidedBy.id}` : ''}`
    return `${contestant} ${rank}${shared ? '=' : ''}${by}`
  })
