import { describe, expect, it } from 'vitest'
import { aCriterion, anArena, aPanel, readText } from '../../support/anArena.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { boardOf } from '../../../electron/documents/workbook/result/board.ts'
import { blockAt, FIRST_MARK, layoutOf } from '../../../electron/documents/workbook/result/layout.ts'
import { resultWorkbook } from '../../../electron/documents/workbook/resultWorkbook.ts'
import { recalculated, type Recalculated } from './recalculated.ts'
import { randomSession } from './sessions.ts'

const DASH = '—'
const TOTAL = 3
const DECIDED = 4
const seeds = Array.from({ length: process.env['LEITAI_SOAK'] === '1' ? 400 : 16 }, (_, at) => 1129 + at)

const differences = (book: Recalculated): readonly unknown[] =>
  book.formulas.flatMap((cell) => {
    const value = book.value(cell.sheet, cell.row, cell.column)
    const same = typeof value === 'number' && typeof cell.shown === 'number' ? Math.abs(value - cell.shown) < 1e-9 : (value ?? '') === (cell.shown ?? '')
    return same ? [] : [{ ...cell, value }]
  })

/** Name, rank and total as the engine computes them, best first, and as the program shows them. */
const computed = (book: Recalculated, session: ArenaSession) =>
  boardOf(session, readText).rows.map(({ name }) => {
    const row = book.rowOf('名次', 2, name)
    return [name, book.value('名次', row, 0), book.value('名次', row, TOTAL)]
  })
const displayed = (session: ArenaSession) => {
  const board = boardOf(session, readText)
  return board.rows.map((row) => {
    const standing = board.standings.rows.find((each) => each.contestant === row.id)
    return [row.name, standing?.rank ?? DASH, standing === undefined ? DASH : Number(standing.tally.text)]
  })
}

describe('the result workbook, recalculated by an independent engine without its cached values', () => {
  it.each(seeds)('shows what the program shows in every cell: seed %i', async (seed) => {
    const session = randomSession(seed)
    const book = await recalculated(await resultWorkbook(session, readText))
    expect(computed(book, session)).toEqual(displayed(session))
    expect(differences(book)).toEqual([])
  })

  it.each(seeds.slice(0, 8))('still agrees after one mark is changed on 打分: seed %i', async (seed) => {
    const session = randomSession(seed)
    const book = await recalculated(await resultWorkbook(session, readText))
    const board = boardOf(session, readText)
    const at = board.rows.findIndex((row) => row.state === 'scored')
    const row = board.rows[at]
    const judge = row?.seats.findIndex((seat) => seat.marks !== null) ?? -1
    const [criterion] = board.criteria
    if (row === undefined || criterion === undefined || judge === -1) throw new Error(`seed ${seed} has nobody scored`)
    const block = blockAt(at, { seats: board.judges.length, panels: board.rules.panels.length })
    book.setMark(block.firstSeat + judge, FIRST_MARK, Number(criterion.floor))
    const changed = withMark(session, { contestant: row.id, judge: session.judges[judge]?.id ?? '', criterion: criterion.id, mark: criterion.floor })
    expect(computed(book, changed)).toEqual(displayed(changed))
  })
})

describe('the random sessions', () => {
  it('hold ties of every kind, open draws and contestants without a result', () => {
    const boards = seeds.map((seed) => boardOf(randomSession(seed), readText))
    const decided = new Set(boards.flatMap((board) => board.standings.rows.map((row) => row.decidedBy?.by)))
    expect(decided).toEqual(new Set([undefined, 'moreDecimals', 'panel', 'criterion', 'untrimmedMean', 'draw', 'shared']))
    expect(boards.some((board) => !board.standings.ok)).toBe(true)
    expect(new Set(boards.flatMap((board) => board.rows.map((row) => row.state)))).toEqual(new Set(['scored', 'notLocked', 'withdrawn']))
    expect(new Set(boards.map((board) => board.rules.trimOf)).size).toBe(2)
  })
})

interface Change { readonly contestant: string; readonly judge: string; readonly criterion: string; readonly mark: string }
const withMark = (session: ArenaSession, { contestant, judge, criterion, mark }: Change): ArenaSession => {
  const before = session.contestants[contestant]
  const lock = before?.window.locks.at(-1)
  const sheet = lock?.sheets[judge]
  if (before === undefined || lock === undefined || sheet === undefined) throw new Error('no such sheet')
  const locks = [...before.window.locks.slice(0, -1), { ...lock, sheets: { ...lock.sheets, [judge]: { ...sheet, marks: { ...sheet.marks, [criterion]: mark } } } }]
  return { ...session, contestants: { ...session.contestants, [contestant]: { ...before, window: { ...before.window, locks } } } }
}

const three = [aCriterion('a', '40', { step: '1' }), aCriterion('b', '40', { step: '1' }), aCriterion('c', '20', { step: '1' })]
const worked = [[28, 35, 18], [30, 34, 17], [27, 38, 19], [29, 36, 14], [26, 37, 18]]

describe('the worked case of five judges and three criteria', () => {
  it.each([['totals', 81], ['criteria', 81.67]] as const)('trimmed 1+1 of %s gives %f', async (trimOf, total) => {
    const session = anArena().withRules({ criteria: three, panels: [aPanel('P1', '100', { dropHighest: 1, dropLowest: 1, minimum: 5 })], trimOf }).withUnits(1).withJudges(5).sheets(0, worked).locked(0).session()
    const book = await recalculated(await resultWorkbook(session, readText))
    expect(computed(book, session)).toEqual([['示例市 甲区', 1, total]])
  })
})

describe('a total that ends in a half', () => {
  // Two judges, one criterion to the hundredth: (a + b) ÷ 2 is x.xx5, which doubles often hold just below the half.
  it.each([['1.00', '1.01', 1.01], ['8.57', '8.58', 8.58], ['81.66', '81.67', 81.67], ['4.34', '4.35', 4.35], ['64.28', '64.29', 64.29], ['0.28', '0.29', 0.29]])('of %s and %s is rounded up', async (first, second, total) => {
    const session = anArena().withRules({ criteria: [aCriterion('a', '100', { step: '0.01' })], panels: [aPanel('P1', '100')] }).withUnits(1).withJudges(2).sheets(0, [[first], [second]]).locked(0).session()
    const book = await recalculated(await resultWorkbook(session, readText))
    expect(computed(book, session)).toEqual([['示例市 甲区', 1, total]])
  })
})

describe('equal sheets', () => {
  it('drop the earlier seat\'s at both ends, the highest first', async () => {
    const session = anArena().withRules({ criteria: [aCriterion('a', '100', { step: '1' })], panels: [aPanel('P1', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })] }).withUnits(1).withJudges(4).sheets(0, [[90], [90], [90], [90]]).locked(0).session()
    const book = await recalculated(await resultWorkbook(session, readText))
    const layout = layoutOf(session.rules)
    const block = blockAt(0, { seats: 4, panels: 1 })
    expect([0, 1, 2, 3].map((seat) => book.value('打分', block.firstSeat + seat, layout.note ?? 0))).toEqual(['去最高', '去最低', '', ''])
  })
})

describe('the ranking sheet', () => {
  const tied = (ties: Parameters<ReturnType<typeof anArena>['withRules']>[0]['ties'] & object) =>
    anArena().withRules({ criteria: [aCriterion('a', '50', { step: '1' }), aCriterion('b', '50', { step: '1' })], panels: [aPanel('P1', '100')], ties }).withUnits(3).withJudges(1).sheets(0, [[40, 45]]).sheets(1, [[45, 40]]).sheets(2, [[30, 30]]).locked(0, 1, 2)

  it('says which rule decided a tie', async () => {
    const book = await recalculated(await resultWorkbook(tied([{ by: 'criterion', id: 'a' }, { by: 'shared' }]).session(), readText))
    expect([0, 1, 2].map((line) => [book.value('名次', 4 + line, 0), book.value('名次', 4 + line, 2), book.value('名次', 4 + line, DECIDED)])).toEqual([
      [1, '示例市 乙区', '“项目a”的加权均分'], [2, '示例市 甲区', '“项目a”的加权均分'], [3, '示例市 丙区', ''],
    ])
  })

  it('shares a place and skips the next, or says that a draw is still to be held', async () => {
    const shared = await recalculated(await resultWorkbook(tied([{ by: 'shared' }]).session(), readText))
    expect([0, 1, 2].map((line) => [shared.value('名次', 4 + line, 0), shared.value('名次', 4 + line, DECIDED)])).toEqual([[1, '并列'], [1, '并列'], [3, '']])
    const open = await recalculated(await resultWorkbook(tied([{ by: 'draw' }]).session(), readText))
    expect([0, 1, 2].map((line) => [open.value('名次', 4 + line, 0), open.value('名次', 4 + line, DECIDED)])).toEqual([[1, '待抽签'], [1, '待抽签'], [3, '']])
  })

  it('lets a recorded draw decide only the group it was held for', async () => {
    const session = tied([{ by: 'draw' }]).drawn([0, 1], 'seed').session()
    const book = await recalculated(await resultWorkbook(session, readText))
    expect(computed(book, session)).toEqual(displayed(session))
    expect(book.value('名次', 4, DECIDED)).toBe('现场抽签')
    const block = blockAt(2, { seats: 1, panels: 1 })
    book.setMark(block.firstSeat, FIRST_MARK, 45)
    book.setMark(block.firstSeat, FIRST_MARK + 1, 40)
    expect([0, 1, 2].map((line) => [book.value('名次', 4 + line, 0), book.value('名次', 4 + line, DECIDED)])).toEqual([[1, '待抽签'], [1, '待抽签'], [1, '待抽签']])
  })

  it('shows — for whoever is not locked, was reopened or withdrew, and says so', async () => {
    const session = tied([{ by: 'shared' }]).reopened(0, '示例').withdrawn(1).session()
    const book = await recalculated(await resultWorkbook(session, readText))
    const lines = ['甲', '乙', '丙'].map((name) => book.rowOf('名次', 2, `示例市 ${name}区`))
    expect(lines.map((row) => [book.value('名次', row, 0), book.value('名次', row, TOTAL), book.value('名次', row, 5)])).toEqual([[DASH, DASH, '未锁定'], [DASH, DASH, '已退出'], [1, 60, '']])
  })
})

describe('words of people in the workbook', () => {
  it('are never formulas', async () => {
    const session = anArena().withUnits(['=1+1', '+甲', '-乙', '@丙']).withJudges(1).session()
    const book = await recalculated(await resultWorkbook(session, readText))
    expect([4, 5, 6, 7].map((row) => book.value('名次', row, 2))).toEqual(["'=1+1", "'+甲", "'-乙", "'@丙"])
  })
})

describe('the rules sheet', () => {
  it('lists the order of operations with every rounding', async () => {
    const session = anArena().withRules({ rounding: { mark: null, panel: 2, final: 3 } }).withUnits(1).withJudges(5).session()
    const book = await recalculated(await resultWorkbook(session, readText))
    const content = (item: string) => book.value('评分办法', book.rowOf('评分办法', 0, item), 1)
    expect(content('计算顺序 1')).toBe('每张打分票各项相加得合计，不取整')
    expect(content('计算顺序 3')).toBe('余下各票合计的平均数为组均分，四舍五入保留 2 位小数')
    expect(content('计算顺序 4')).toBe('总分 = 各组均分 × 权重 之和 ÷ 100，四舍五入保留 3 位小数')
  })
})
