// What each voter of a panel brings for one contestant: marks, a zero, a fill, or nothing — by the sheet, the decision for a gap and the rules for missing ones.
import { zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Contestant } from './readContestants.ts'
import { listedFor, rosterOf, votersOf } from './roster.ts'
import { cell, columnsOf, placeValue } from './rules.ts'
import type { Cause, Fill, GradeForm, Panel, RankForm } from './rules.ts'
import type { SessionFile } from './sessionFile.ts'
import { wholeSheet } from './wholeSheet.ts'
import type { CellState } from './wholeSheet.ts'

/** A voter who takes part in the panel's figure; a filled one has no marks of its own yet. */
export type Seat =
  | { readonly voter: string; readonly entry: 'written'; readonly marks: ReadonlyMap<string, Fraction> }
  | { readonly voter: string; readonly entry: 'fillBefore' | 'fillAfter' }

/** The file with what is worked out once for all contestants. */
export interface Room {
  readonly file: SessionFile
  readonly rosterOf: (category: string | null) => readonly Contestant[]
  readonly cellOf: (panel: Panel, contestant: Contestant, voter: string) => CellState
  /** Judges whose sheets are taken out of every contestant, because they left early. */
  readonly leavers: ReadonlySet<string>
}

const remembered = <Value>() => {
  const known = new Map<string, Value>()
  return (key: readonly (string | null)[], make: () => Value): Value => {
    const name = JSON.stringify(key)
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make()
    known.set(name, made)
    return made
  }
}

const leaversOf = ({ rules, contestants }: SessionFile): ReadonlySet<string> => {
  if (rules.missing.leftEarlyMarks === 'stand') return new Set()
  return new Set(contestants.filter(({ locked }) => locked).flatMap(({ gaps }) => [...gaps].flatMap(([judge, cause]) => (cause === 'leftEarly' ? [judge] : []))))
}

export const roomOf = (file: SessionFile): Room => {
  const rosters = remembered<readonly Contestant[]>()
  const sheets = remembered<(contestant: Contestant) => CellState>()
  const roster: Room['rosterOf'] = (category) => rosters([category], () => rosterOf(file, category))
  const cellOf: Room['cellOf'] = (panel, contestant, voter) => {
    const { form } = panel
    if (form.kind === 'score') throw new Error('a score sheet has no cells')
    return sheets([panel.id, voter], () => wholeSheet({ listed: listedFor(file, panel), form, voter }))(contestant)
  }
  return { file, rosterOf: roster, cellOf, leavers: leaversOf(file) }
}

type Standing = Cause | 'undecided' | { readonly marks: ReadonlyMap<string, Fraction> }

const scoreStanding = (contestant: Contestant, voter: string, panel: Panel): Standing => {
  const sheet = contestant.sheets.get(voter)
  if (sheet === undefined) return 'undecided'
  if (sheet.kind !== 'marks') return sheet.kind
  return columnsOf(panel.form).every((id) => sheet.marks.has(id)) ? { marks: sheet.marks } : 'undecided'
}

const only = (value: Fraction): ReadonlyMap<string, Fraction> => new Map([[cell, value]])

/** What a mark in the one cell is worth: the grade's value, or the points of the place. */
const cellValue = (form: GradeForm | RankForm, mark: string, of: number): Fraction =>
  form.kind === 'grade' ? (form.grades.find(({ id }) => id === mark)?.value ?? zero) : (placeValue(form.points, Number(mark), of) ?? zero)

const standingOf = (room: Room, { contestant, panel }: Asked, voter: string): Standing => {
  const gap = contestant.gaps.get(voter)
  if (gap === 'recused' || gap === 'absent' || gap === 'leftEarly') return gap
  if (room.leavers.has(voter)) return 'leftEarly'
  if (panel.form.kind === 'score') return scoreStanding(contestant, voter, panel)
  if (!contestant.sheets.has(voter)) return 'undecided'
  const state = room.cellOf(panel, contestant, voter)
  if (typeof state === 'string') return state
  return { marks: only(cellValue(panel.form, state.mark, room.rosterOf(contestant.category).length)) }
}

/** Abstained and void cells follow the ballot itself where it has rules for them, all other gaps the rules for missing sheets. */
const fillOf = (room: Room, panel: Panel, cause: Cause): Fill => {
  const ruled = panel.form.kind !== 'score' && (cause === 'abstained' || cause === 'void')
  if (!ruled) return room.file.rules.missing[cause]
  return cause === 'abstained' && panel.form.kind === 'grade' && panel.form.abstentionsCount ? 'zero' : 'excluded'
}

export interface Asked {
  readonly contestant: Contestant
  readonly panel: Panel
}

const seatOf = (room: Room, asked: Asked, voter: string): readonly Seat[] => {
  const standing = standingOf(room, asked, voter)
  if (standing === 'undecided') return []
  if (typeof standing === 'object') return [{ voter, entry: 'written', marks: standing.marks }]
  const fill = fillOf(room, asked.panel, standing)
  if (fill === 'excluded') return []
  if (fill !== 'zero') return [{ voter, entry: fill }]
  return [{ voter, entry: 'written', marks: new Map(columnsOf(asked.panel.form).map((column) => [column, zero])) }]
}

/** Keyed counts as that many equal cells, the best grade or place first, abstentions that count as 0 behind them. */
const countedSeats = (room: Room, { contestant, panel }: Asked): readonly Seat[] => {
  const counts = contestant.counts.get(panel.id)
  const { form } = panel
  if (counts === undefined || form.kind === 'score') return []
  const of = room.rosterOf(contestant.category).length
  const keys = form.kind === 'grade' ? form.grades.map(({ id }) => id) : Array.from({ length: of }, (_, at) => String(at + 1))
  const values = keys.flatMap((key) => Array<Fraction>(counts.votes.get(key) ?? 0).fill(cellValue(form, key, of)))
  const zeros = form.kind === 'grade' && form.blank === 'abstention' && form.abstentionsCount ? counts.blank : 0
  return [...values, ...Array<Fraction>(zeros).fill(zero)].map((value, at) => ({ voter: `${panel.id}-c${at + 1}`, entry: 'written', marks: only(value) }))
}

/** In seat order, those that take part; who is left out has no seat. */
export const seatsOf = (room: Room, asked: Asked): readonly Seat[] =>
  asked.panel.voters === 'counts' ? countedSeats(room, asked) : votersOf(room.file, asked.panel, asked.contestant).flatMap((voter) => seatOf(room, asked, voter))
