import { describe, expect, it } from 'vitest'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { boardOf, type Board } from '../../../electron/documents/workbook/result/board.ts'
import { COUNT, FIRST, FOOT, MADE } from '../../../electron/documents/workbook/result/layout.ts'
import { activeTies } from '../../../electron/documents/workbook/result/rankChain.ts'
import { hidesFigures } from '../../../electron/documents/workbook/result/tieValues.ts'
import { resultWorkbook } from '../../../electron/documents/workbook/resultWorkbook.ts'
import { readText } from '../../support/anArena.ts'
import { blockOf, computed, differences, displayed, withLock } from './reading.ts'
import { recalculated } from './recalculated.ts'
import { randomSession } from './sessions.ts'

const isSoak = process.env['LEITAI_SOAK'] === '1'
const seeds = Array.from({ length: isSoak ? 600 : 40 }, (_, at) => 2700 + at)

/** What a changed cell can reach by formulas alone: nothing of this session is shown as a plain value instead. */
const isAllLive = (board: Board): boolean => board.rows.every((row) => row.parts.every((part) => part.source !== 'hidden')) && !activeTies(board).some((tie) => hidesFigures(board, tie))
const live = seeds.filter((seed) => isAllLive(boardOf(randomSession(seed), readText)))

interface Change { readonly row: number; readonly column: number; readonly value: number; readonly session: ArenaSession }
type Place = ReturnType<typeof blockOf>

/** The first mark of the first judge who counts goes down to its floor. */
const markLowered = (session: ArenaSession, { row, block }: Place): Change | undefined => {
  for (const [at, panel] of row.panels.entries()) {
    const voter = panel.voters.findIndex((each) => each.status === 'counted')
    const who = panel.voters[voter]
    const place = block.panels[at]
    if (panel.form.kind !== 'score' || who === undefined || place === undefined) continue
    const [criterion] = panel.form.criteria
    if (criterion === undefined) continue
    const changed = withLock(session, row.id, (lock) => {
      const sheet = lock.sheets[who.voter]
      return sheet === undefined ? lock : { ...lock, sheets: { ...lock.sheets, [who.voter]: { ...sheet, marks: { ...sheet.marks, [criterion.id]: criterion.floor } } } }
    })
    return { row: place.first + voter, column: FIRST, value: Number(criterion.floor), session: changed }
  }
  return undefined
}

/** Ten more ballots for the best grade or place. */
const countRaised = (session: ArenaSession, { row, block }: Place): Change | undefined => {
  const at = row.panels.findIndex((panel) => panel.panel.voters === 'counts' && panel.shown === 'counts')
  const [panel, place] = [row.panels[at], block.panels[at]]
  if (panel === undefined || place === undefined) return undefined
  const key = panel.form.kind === 'grade' ? (panel.form.grades[0]?.id ?? '') : '1'
  const value = (panel.counts[0]?.count ?? 0) + 10
  const changed = withLock(session, row.id, (lock) => {
    const counts = lock.counts[panel.panel.id]
    return counts === undefined ? lock : { ...lock, counts: { ...lock.counts, [panel.panel.id]: { ...counts, counts: { ...counts.counts, [key]: value } } } }
  })
  return { row: place.first, column: COUNT.count, value, session: changed }
}

const partLowered = (session: ArenaSession, { row, block }: Place): Change | undefined => {
  const at = row.parts.findIndex((part) => part.source === 'entered')
  const part = row.parts[at]
  if (part === undefined) return undefined
  const values = session.parts.at(-1) ?? {}
  return { row: block.firstPart + at, column: FOOT.exact, value: 1.5, session: { ...session, parts: [...session.parts.slice(0, -1), { ...values, [row.id]: { ...values[row.id], [part.part.id]: '1.5' } }] } }
}

const bonusRaised = (session: ArenaSession, { row, block }: Place): Change | undefined => {
  const at = row.adjustments.findIndex(({ line }) => line.kind === 'bonus')
  const place = block.adjustments[at]
  if (place === undefined) return undefined
  const changed = withLock(session, row.id, (lock) => {
    const first = lock.adjustments.findIndex((made) => made.kind === 'bonus')
    return { ...lock, adjustments: lock.adjustments.map((made, index) => (index === first ? { ...made, amount: '1.75' } : made)) }
  })
  return { row: place.first, column: MADE.amount, value: 1.75, session: changed }
}

const scoredPlaces = (session: ArenaSession): readonly Place[] =>
  boardOf(session, readText).rows.flatMap((row, at) => (row.state === 'scored' ? [blockOf(session, at)] : []))

describe('the result workbook, recalculated by an independent engine without its cached values', () => {
  it.each(seeds)('shows what the program shows in every cell: seed %i', async (seed) => {
    const session = randomSession(seed)
    const book = await recalculated(await resultWorkbook(session, readText))
    expect(computed(book, session)).toEqual(displayed(session))
    expect(differences(book)).toEqual([])
  })

  it.each([
    ['mark', markLowered], ['keyed count', countRaised], ['entered part', partLowered], ['bonus', bonusRaised],
  ] as const)('still agrees after one %s is changed on 打分', async (_, change) => {
    const telling = live.flatMap((seed) => {
      const session = randomSession(seed)
      const made = scoredPlaces(session).flatMap((place) => change(session, place) ?? []).find((each) => JSON.stringify(displayed(each.session)) !== JSON.stringify(displayed(session)))
      return made === undefined ? [] : [{ seed, session, made }]
    })
    expect(telling.length).toBeGreaterThan(4)
    for (const { seed, session, made } of telling.slice(0, isSoak ? undefined : 5)) {
      const book = await recalculated(await resultWorkbook(session, readText))
      book.setCell(made.row, made.column, made.value)
      expect({ seed, rows: computed(book, made.session) }).toEqual({ seed, rows: displayed(made.session) })
    }
  })
})

describe('the random sessions', () => {
  const boards = seeds.map((seed) => boardOf(randomSession(seed), readText))
  const panels = boards.flatMap((board) => board.rows.flatMap((row) => row.panels))
  const all = <T>(values: readonly T[]): ReadonlySet<T> => new Set(values)

  it('hold every ballot, every way of voting and of showing it, dropping of totals and of criteria, means and medians', () => {
    expect(all(panels.map((panel) => panel.form.kind))).toEqual(new Set(['score', 'grade', 'rank']))
    expect(all(panels.map((panel) => panel.panel.voters))).toEqual(new Set(['named', 'anonymous', 'counts']))
    expect(all(panels.map((panel) => panel.shown))).toEqual(new Set(['ballots', 'counts', 'small']))
    expect(all(panels.map((panel) => `${panel.panel.trimOf} ${panel.panel.average}`)).size).toBe(4)
    expect(panels.some((panel) => panel.relaxed)).toBe(true)
  })

  it('hold ballots of every standing, and zeros and fills before and after dropping', () => {
    const voters = panels.flatMap((panel) => panel.voters)
    expect(all(voters.map((voter) => voter.status))).toEqual(new Set(['counted', 'abstained', 'void', 'voidSheet', 'recused', 'absent', 'leftEarly']))
    expect(all(panels.flatMap((panel) => panel.trimmed?.sheets.map((sheet) => sheet.by) ?? []))).toEqual(new Set(['voter', 'zero', 'fillBefore', 'fillAfter']))
  })

  it('hold ties of every kind, open draws and play-offs, and contestants without a result for every reason', () => {
    const rows = boards.flatMap((board) => board.rows)
    expect(all(rows.flatMap((row) => (row.standing === null ? [] : [row.standing.decidedBy?.by])))).toEqual(new Set([undefined, 'moreDecimals', 'panel', 'criterion', 'untrimmedMean', 'part', 'playOff', 'draw', 'shared']))
    expect(all(rows.map((row) => row.open))).toEqual(new Set([null, 'draw', 'playOff']))
    expect(all(rows.map((row) => row.state))).toEqual(new Set(['scored', 'notLocked', 'tooFewSheets', 'partMissing', 'withdrawn', 'forfeited']))
    expect(boards.some((board) => board.rules.categories.length > 0)).toBe(true)
    expect(rows.some((row) => row.adjustments.some(({ line }) => line.isCapped))).toBe(true)
  })
})
