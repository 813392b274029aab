// Whether a voter's whole sheet is void, and what is left of each cell. A wholly blank sheet is an abstention and never void; a recused cell stands outside.
import type { Contestant } from './readContestants.ts'
import { isPresent } from './roster.ts'
import type { GradeForm, RankForm } from './rules.ts'

/** What one cell of a grade or rank ballot comes to: a mark (grade id or place), an abstention, or void. */
export type CellState = { readonly mark: string } | 'abstained' | 'void'

/** Before the ballot's own rules are asked: what stands on the paper, or that there is no cell for this contestant at all. */
const written = (contestant: Contestant, voter: string): { readonly mark: string } | 'blank' | 'spoilt' | 'nothing' => {
  const sheet = contestant.sheets.get(voter)
  if (sheet === undefined) return 'nothing'
  if (sheet.kind === 'void') return 'spoilt'
  return sheet.kind === 'marks' && sheet.cell !== null ? { mark: sheet.cell } : 'blank'
}

type Written = ReturnType<typeof written>

const marksOf = (cells: readonly Written[]): readonly string[] => cells.flatMap((cell) => (typeof cell === 'object' ? [cell.mark] : []))

const gradeSheetVoid = (cells: readonly Written[], form: GradeForm): boolean => {
  if (form.blank === 'voidSheet' && cells.includes('blank')) return true
  if (form.double === 'voidSheet' && cells.includes('spoilt')) return true
  const marks = marksOf(cells)
  return form.allEqualVoid && cells.length >= 2 && marks.length === cells.length && new Set(marks).size === 1
}

/**
 * Every place from the first to the last exactly once; ties, gaps and alterations void the sheet. Everybody still in the contest must have a place;
 * one who left stands on the sheets of those who voted before, and not on the others.
 */
const rankSheetVoid = (own: readonly { readonly contestant: Contestant; readonly cell: Written }[]): boolean => {
  const asked = own.flatMap(({ contestant, cell }) => (isPresent(contestant) || (cell !== 'nothing' && cell !== 'blank') ? [cell] : []))
  const places = new Set(marksOf(asked).map(Number))
  return places.size !== asked.length || Math.max(...places) !== asked.length
}

const cellState = (cell: Written, form: GradeForm | RankForm): CellState => {
  if (cell === 'spoilt') return 'void'
  if (typeof cell === 'object') return cell
  return form.kind === 'rank' || form.blank === 'abstention' ? 'abstained' : 'void'
}

export interface WholeSheet {
  /** All those the ballot lists, in order. */
  readonly listed: readonly Contestant[]
  readonly form: GradeForm | RankForm
  readonly voter: string
}

/** Reads one voter's whole sheet and answers for any contestant on it. */
export const wholeSheet = ({ listed, form, voter }: WholeSheet): ((contestant: Contestant) => CellState) => {
  const own = listed.filter(({ gaps }) => gaps.get(voter) !== 'recused').map((contestant) => ({ contestant, cell: written(contestant, voter) }))
  const cells = own.flatMap(({ cell }) => (cell === 'nothing' ? [] : [cell]))
  if (cells.every((cell) => cell === 'blank')) return () => 'abstained'
  if (form.kind === 'rank' ? rankSheetVoid(own) : gradeSheetVoid(cells, form)) return () => 'void'
  return (contestant) => cellState(written(contestant, voter), form)
}
