// What a recalculated workbook says, beside what the program says: totals, places and tie rulings by contestant; and the cells that differ from what was cached.
import { boardOf, type BoardRow } from '../../../electron/documents/workbook/result/board.ts'
import { blocksOf, type Block } from '../../../electron/documents/workbook/result/layout.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession, Contestant, LockedSheets } from '../../../shared/arena/state.ts'
import { readText } from '../../support/anArena.ts'
import type { Recalculated } from './recalculated.ts'

export const DASH = '—'
export const TOTAL = 3
export const DECIDED = 4

export const differences = (book: Recalculated): readonly unknown[] =>
  book.formulas.flatMap((cell) => {
    const value = book.value(cell.sheet, cell.row, cell.column)
    const same = typeof value === 'number' && typeof cell.shown === 'number' ? Math.abs(value - cell.shown) < 1e-9 : (value ?? '') === (cell.shown ?? '')
    return same ? [] : [{ ...cell, value }]
  })

/** Name, rank and total as the engine computes them, in speaking order. */
export const computed = (book: Recalculated, session: ArenaSession) =>
  boardOf(session, readText).rows.map(({ name }) => {
    const row = book.rowOf('名次', 2, name)
    return [name, book.value('名次', row, 0), book.value('名次', row, TOTAL)]
  })
/** The same as the program's own result has them. */
export const displayed = (session: ArenaSession) => {
  const { rows } = resultOf(session)
  return session.order.map((id) => {
    const standing = rows.find((each) => each.contestant === id)
    const name = session.contestants[id]?.name
    return [name == null ? id : readText(name), standing?.rank ?? DASH, standing === undefined ? DASH : Number(standing.tally.text)]
  })
}

/** The block of a contestant by its place in the order. */
export const blockOf = (session: ArenaSession, at: number): { readonly row: BoardRow; readonly block: Block } => {
  const board = boardOf(session, readText)
  const [row, block] = [board.rows[at], blocksOf(board)[at]]
  if (row === undefined || block === undefined) throw new Error(`no contestant at ${at}`)
  return { row, block }
}

/** The session as if the newest lock of a contestant had said something else. */
export const withLock = (session: ArenaSession, id: string, change: (lock: LockedSheets) => LockedSheets): ArenaSession => {
  const before = session.contestants[id]
  const lock = before?.window.locks.at(-1)
  if (before === undefined || lock === undefined) throw new Error('no such lock')
  const changed: Contestant = { ...before, window: { ...before.window, locks: [...before.window.locks.slice(0, -1), change(lock)] } }
  return { ...session, contestants: { ...session.contestants, [id]: changed } }
}
