import { describe, expect, it } from 'vitest'
import { columnsFor, COUNT, FIRST, FOOT, PART, STATUS } from '../../../electron/documents/workbook/result/layout.ts'
import { resultWorkbook } from '../../../electron/documents/workbook/resultWorkbook.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { Rules, TieRule } from '../../../shared/arena/rules.ts'
import { aCriterion, anArena, aPanel, readText, type ArenaBuilder } from '../../support/anArena.ts'
import { aPart, category, entered, gradeForm, rankForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { blockOf, computed, DASH, DECIDED, differences, displayed, TOTAL } from './reading.ts'
import { recalculated, type Recalculated } from './recalculated.ts'

const bookOf = async (session: ArenaSession): Promise<Recalculated> => {
  const book = await recalculated(await resultWorkbook(session, readText))
  expect(computed(book, session)).toEqual(displayed(session))
  expect(differences(book)).toEqual([])
  return book
}
const ranking = (book: Recalculated, lines: number, columns: readonly number[]): readonly unknown[] => Array.from({ length: lines }, (_, line) => columns.map((column) => book.value('名次', 4 + line, column)))
const one = aCriterion('a', '100', { step: '1' })

const three = [aCriterion('a', '40', { step: '1' }), aCriterion('b', '40', { step: '1' }), aCriterion('c', '20', { step: '1' })]
const worked = [[28, 35, 18], [30, 34, 17], [27, 38, 19], [29, 36, 14], [26, 37, 18]]

describe('the worked case of five judges and three criteria', () => {
  it.each([['totals', 81], ['criteria', 81.67]] as const)('trimmed 1+1 of %s gives %f', async (trimOf, total) => {
    const session = anArena().withRules({ criteria: three, panels: [aPanel('P1', '100', { dropHighest: 1, dropLowest: 1, minimum: 5 })], trimOf }).withUnits(1).withJudges(5).sheets(0, worked).locked(0).session()
    expect(ranking(await bookOf(session), 1, [0, TOTAL])).toEqual([[1, total]])
  })
})

describe('a total that ends in a half', () => {
  // Two judges, one criterion to the hundredth: (a + b) ÷ 2 is x.xx5, which doubles often hold just below the half.
  it.each([['1.00', '1.01', 1.01], ['8.57', '8.58', 8.58], ['81.66', '81.67', 81.67], ['4.34', '4.35', 4.35], ['64.28', '64.29', 64.29], ['0.28', '0.29', 0.29]])('of %s and %s is rounded up', async (first, second, total) => {
    const session = anArena().withRules({ criteria: [aCriterion('a', '100', { step: '0.01' })], panels: [aPanel('P1', '100')] }).withUnits(1).withJudges(2).sheets(0, [[first], [second]]).locked(0).session()
    expect(ranking(await bookOf(session), 1, [TOTAL])).toEqual([[total]])
  })

  it('below zero is rounded away from zero', async () => {
    const session = anArena().withRules({ criteria: [one], panels: [aPanel('P1', '100')], adjustments: [{ id: 'p', name: '扣', sign: 'penalty', fullMark: '100', cap: null }] }).withUnits(1).withJudges(1).sheets(0, [[0]]).adjusted(0, 'p', '0.005').locked(0).session()
    expect(ranking(await bookOf(session), 1, [TOTAL])).toEqual([[-0.01]])
  })
})

describe('equal ballots', () => {
  const keptOf = (book: Recalculated, session: ArenaSession): readonly unknown[] => {
    const { row, block } = blockOf(session, 0)
    const [panel, place] = [row.panels[0], block.panels[0]]
    if (panel === undefined || place === undefined) throw new Error('no panel')
    const { kept } = columnsFor(session.rules, panel.panel, panel.form)
    return Array.from({ length: place.lastTrimmed - place.first + 1 }, (_, at) => book.value('打分', place.first + at, kept ?? 0))
  }
  const four = (more: Partial<Rules['missing']>) => anArena().withRules({ criteria: [one], missing: more, panels: [aPanel('P1', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })] }).withUnits(1).withJudges(4)

  it('drop the earlier seat\'s at both ends, the highest first', async () => {
    const session = four({}).sheets(0, [[90], [90], [90], [90]]).locked(0).session()
    expect(keptOf(await bookOf(session), session)).toEqual(['去最高', '去最低', '', ''])
  })

  it('drop a ballot filled in before dropping in its own seat', async () => {
    const session = four({ absent: 'fillBefore' }).gap(0, 0, 'absent').sheet(0, 1, [90]).sheet(0, 2, [90]).sheet(0, 3, [90]).locked(0).session()
    expect(keptOf(await bookOf(session), session)).toEqual(['', '去最低', '', '', '去最高'])
  })
})

describe('ballots without marks', () => {
  it('stand with their cause and what it counts as, and come back to life when marks are typed in', async () => {
    const session = anArena().withRules({ criteria: [one], missing: { absent: 'zero', recused: 'fillAfter' }, panels: [aPanel('P1', '100')] }).withUnits(1).withJudges(4)
      .gap(0, 0, 'absent').gap(0, 1, 'recused').sheet(0, 2, 'void').sheet(0, 3, [90]).locked(0).session()
    const book = await bookOf(session)
    const first = blockOf(session, 0).block.panels[0]?.first ?? 0
    const line = (at: number) => [STATUS, STATUS + 1, FIRST].map((column) => book.value('打分', first + at, column))
    expect([0, 1, 2, 3, 4].map(line)).toEqual([['缺席', '按 0 分计入', 0], ['回避', '去分后按留下各票均分补', DASH], ['作废', '不计入', DASH], ['有效', '', 90], ['补票', '去分后按留下各票均分补', 45]])
    book.setCell(first + 1, FIRST, 60)
    // (0 + 60 + 90) ÷ 3, the fill gone.
    expect(ranking(book, 1, [TOTAL])).toEqual([[50]])
  })
})

describe('grade ballots', () => {
  const graded = (voters: 'named' | 'counts', abstentionsCount: boolean): ArenaBuilder => anArena().withRules({ ...WHOLE, forms: [gradeForm({ abstentionsCount })], panels: [aPanel('P1', '100', { form: 'grades', voters, recusal: 'never' })] }).withUnits(2)

  it('keyed as counts give counts × values ÷ valid, with abstentions in the denominator only where the ballot says so', async () => {
    const keyed = (abstentionsCount: boolean) => graded('counts', abstentionsCount).counted(0, 'P1', { counts: { g1: 4, g2: 3, g3: 1, g4: 0 }, blank: 2, void: 1 }).locked(0).session()
    // 4 × 100 + 3 × 80 + 1 × 60 = 700; ÷ 8 = 87.50, ÷ 10 = 70.00.
    expect(ranking(await bookOf(keyed(false)), 1, [TOTAL])).toEqual([[87.5]])
    const session = keyed(true)
    const book = await bookOf(session)
    expect(ranking(book, 1, [TOTAL])).toEqual([[70]])
    // Two more 好: 900 ÷ 12.
    book.setCell(blockOf(session, 0).block.panels[0]?.first ?? 0, COUNT.count, 6)
    expect(ranking(book, 1, [TOTAL])).toEqual([[75]])
  })

  it('follow the value of a grade on 分值, and a grade typed over another', async () => {
    const session = graded('named', false).withJudges(2).ballot(0, ['g1', 'g2']).ballot(1, ['g2', 'g2']).locked(0, 1).session()
    const book = await bookOf(session)
    const first = blockOf(session, 1).block.panels[0]?.first ?? 0
    expect([book.value('打分', first, FIRST), book.value('名次', 5, TOTAL)]).toEqual(['较好', 80])
    book.setCell(first, FIRST, '一般')
    expect(book.value('名次', 5, TOTAL)).toBe(70)
    book.setValue('一般', 50)
    expect(book.value('名次', 5, TOTAL)).toBe(65)
  })

  it('that are void as a whole stand with their cause and no grade', async () => {
    const session = anArena().withRules({ ...WHOLE, forms: [gradeForm({ allEqualVoid: true })], panels: [aPanel('P1', '100', { form: 'grades', recusal: 'never' })] }).withUnits(2).withJudges(2)
      .ballot(0, ['g1', 'g1']).ballot(1, ['g2', 'g3']).locked(0, 1).session()
    const book = await bookOf(session)
    const first = blockOf(session, 0).block.panels[0]?.first ?? 0
    expect([book.value('打分', first, STATUS), book.value('打分', first, FIRST), book.value('名次', 4, TOTAL)]).toEqual(['整张作废', DASH, 80])
  })
})

describe('a rank ballot', () => {
  it('is worth the points of its places, which 分值 lists', async () => {
    const session = anArena().withRules({ ...WHOLE, forms: [rankForm()], panels: [aPanel('P1', '100', { form: 'places', recusal: 'never' })] }).withUnits(3).withJudges(2)
      .ballot(0, [1, 2, 3]).ballot(1, [1, 3, 2]).locked(0, 1, 2).session()
    const book = await bookOf(session)
    expect(ranking(book, 3, [0, TOTAL, DECIDED])).toEqual([[1, 100, ''], [2, 95.5, '并列'], [2, 95.5, '并列']])
    book.setValue(3, 70)
    expect(book.value('名次', 5, TOTAL)).toBe(83.5)
  })
})

describe('too few ballots without names', () => {
  it('are not shown, neither is their figure, and what they bring is a plain value that says so', async () => {
    const rules: RuleWords = { ...WHOLE, forms: [gradeForm()], panels: [aPanel('P1', '60', { form: 'grades', voters: 'anonymous', recusal: 'never' }), aPanel('P2', '40', { form: 'grades', recusal: 'never' })], ties: [{ by: 'panel', id: 'P1' }, { by: 'shared' }] }
    const session = anArena().withRules(rules).withUnits(2).withJudges(1, 'P2').paper('P1', 1, ['g1', 'g1']).paper('P1', 2, ['g2', 'g2']).ballot(0, ['g1', 'g1']).locked(0, 1).session()
    const book = await bookOf(session)
    const { block } = blockOf(session, 0)
    expect(book.value('打分', block.panels[0]?.foot ?? 0, FOOT.figure)).toBe(DASH)
    expect(book.value('打分', block.firstPart, PART.source)).toBe('数值（含不足 5 张的组）')
    expect(book.formulas.some((cell) => cell.sheet === '打分' && cell.row === block.firstPart && cell.column === FOOT.exact)).toBe(false)
    expect(ranking(book, 2, [0, TOTAL])).toEqual([[1, 94], [1, 94]])
  })
})

describe('parts, bonuses and penalties', () => {
  it('are brought to the scheme\'s points: parts by their full mark, bonuses and penalties by their own, capped', async () => {
    const parts = [aPart('onSite', '40', { points: '24' }), entered('perf', '50', { points: '96' })]
    const adjustments = [{ id: 'b', name: '获奖', sign: 'bonus' as const, fullMark: '100', cap: '2' }, { id: 'p', name: '超时', sign: 'penalty' as const, fullMark: '10', cap: null }]
    const session = anArena().withRules({ fullMark: '120', criteria: [one], parts, panels: [aPanel('P1', '40')], adjustments }).withUnits(1).withJudges(1)
      .entered('perf', ['45.5']).sheets(0, [[90]]).adjusted(0, 'b', '1.5').adjusted(0, 'b', '1').adjusted(0, 'p', '0.05').locked(0).session()
    // 90 ÷ 100 × 40 = 36; 36 × 24 ÷ 40 = 21.6; 45.5 × 96 ÷ 50 = 87.36; + 2 × 120 ÷ 100 − 0.05 × 120 ÷ 10 = 21.6 + 87.36 + 2.4 − 0.6.
    expect(ranking(await bookOf(session), 1, [TOTAL, 5, 6, 7])).toEqual([[110.76, 36, 45.5, 1.8]])
  })
})

describe('categories', () => {
  it('are ranked each for itself, with place points and tiers as plain values', async () => {
    const awards = { tiers: [{ id: 't', name: '一等奖', category: null, quota: 1, score: null }], edge: 'all' as const, announce: 'straight' as const }
    const session = anArena().withRules({ criteria: [one], panels: [aPanel('P1', '100')], categories: [category('K1'), category('K2')], ties: [{ by: 'shared' }], awards, placePoints: { points: { by: 'borda', last: 'one' }, ties: 'averaged' } })
      .withUnits(4).withCategories('K2', 'K1', 'K2', 'K1').withJudges(1).sheets(0, [[80]]).sheets(1, [[90]]).sheets(2, [[80]]).sheets(3, [[70]]).locked(0, 1, 2, 3).session()
    const book = await bookOf(session)
    expect(ranking(book, 4, [0, 2, 5, 6, 7])).toEqual([[1, '示例市 乙区', 'K1类', 2, '一等奖'], [2, '示例市 丁区', 'K1类', 1, ''], [1, '示例市 甲区', 'K2类', 1.5, '一等奖'], [1, '示例市 丙区', 'K2类', 1.5, '一等奖']])
    expect([book.value('名次', 3, 6), book.value('名次', 3, 7)]).toEqual(['名次分（数值）', '奖次（数值）'])
    expect(book.formulas.some((cell) => cell.sheet === '名次' && (cell.column === 6 || cell.column === 7))).toBe(false)
  })

  it('have no place points and no tiers while somebody is still missing', async () => {
    const awards = { tiers: [{ id: 't', name: '一等奖', category: null, quota: 1, score: null }], edge: 'all' as const, announce: 'straight' as const }
    const session = anArena().withRules({ criteria: [one], panels: [aPanel('P1', '100')], awards, placePoints: { points: { by: 'borda', last: 'one' }, ties: 'averaged' } }).withUnits(2).withJudges(1).sheets(0, [[80]]).locked(0).session()
    expect(ranking(await bookOf(session), 2, [0, 5, 6])).toEqual([[1, DASH, ''], [DASH, DASH, '']])
  })
})

describe('ties', () => {
  const tied = (ties: TieRule[]) =>
    anArena().withRules({ criteria: [aCriterion('a', '50', { step: '1' }), aCriterion('b', '50', { step: '1' })], panels: [aPanel('P1', '100')], ties }).withUnits(3).withJudges(1).sheets(0, [[40, 45]]).sheets(1, [[45, 40]]).sheets(2, [[30, 30]]).locked(0, 1, 2)

  it('say which rule decided them', async () => {
    expect(ranking(await bookOf(tied([{ by: 'criterion', id: 'a' }, { by: 'shared' }]).session()), 3, [0, 2, DECIDED])).toEqual([[1, '示例市 乙区', '“项目a”平均分'], [2, '示例市 甲区', '“项目a”平均分'], [3, '示例市 丙区', '']])
  })

  it('share a place and skip the next, or wait for a draw or a play-off', async () => {
    expect(ranking(await bookOf(tied([{ by: 'shared' }]).session()), 3, [0, DECIDED])).toEqual([[1, '并列'], [1, '并列'], [3, '']])
    expect(ranking(await bookOf(tied([{ by: 'draw' }]).session()), 3, [0, DECIDED])).toEqual([[1, '待抽签'], [1, '待抽签'], [3, '']])
    expect(ranking(await bookOf(tied([{ by: 'playOff' }, { by: 'criterion', id: 'a' }, { by: 'shared' }]).session()), 3, [0, DECIDED])).toEqual([[1, '待加赛'], [1, '待加赛'], [3, '']])
  })

  it('are settled by a recorded draw for the very group it was held for, and by no other', async () => {
    const session = tied([{ by: 'draw' }]).drawn([0, 1], 'seed').session()
    const book = await bookOf(session)
    expect(book.value('名次', 4, DECIDED)).toBe('抽签')
    const first = blockOf(session, 2).block.panels[0]?.first ?? 0
    book.setCell(first, FIRST, 45)
    book.setCell(first, FIRST + 1, 40)
    expect(ranking(book, 3, [0, DECIDED])).toEqual([[1, '待抽签'], [1, '待抽签'], [1, '待抽签']])
  })

  it('go on behind a play-off that left some level, by the newest one held', async () => {
    const all = tied([{ by: 'playOff' }, { by: 'criterion', id: 'b' }, { by: 'shared' }]).reopened(2, '示例').sheet(2, 0, [42, 43]).locked(2)
    const session = all.playedOff([[0], [1], [2]]).playedOff([[2], [0, 1]]).session()
    expect(ranking(await bookOf(session), 3, [0, 2, DECIDED])).toEqual([[1, '示例市 丙区', '加赛'], [2, '示例市 甲区', '“项目b”平均分'], [3, '示例市 乙区', '“项目b”平均分']])
  })
})

describe('contestants without a result', () => {
  it('stand with — and the reason', async () => {
    const session = anArena().withRules({ criteria: [one], panels: [aPanel('P1', '100', { minimum: 1 })], ties: [{ by: 'shared' }] }).withUnits(5).withJudges(1)
      .sheets(0, [[60]]).sheets(1, [[60]]).sheets(2, [[60]]).sheets(3, [[60]]).sheets(4, ['void']).locked(0, 1, 2, 3, 4).reopened(0, '示例').withdrawn(1).forfeited(2).session()
    const book = await bookOf(session)
    const lines = ['甲', '乙', '丙', '丁', '戊'].map((name) => book.rowOf('名次', 2, `示例市 ${name}区`))
    expect(lines.map((row) => [book.value('名次', row, 0), book.value('名次', row, TOTAL), book.value('名次', row, 5)])).toEqual([[DASH, DASH, '未锁定'], [DASH, DASH, '已退出'], [DASH, DASH, '弃赛'], [1, 60, ''], [DASH, DASH, '有效票不足']])
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
  it('reads as the rule sheet does, with what was settled on the spot and which figures are formulas', async () => {
    const session = anArena().withRules({ criteria: [one], panels: [aPanel('P1', '100', { dropHighest: 1, minimum: 2 })], ties: [{ by: 'draw' }], rounding: { mark: null, panel: 2, final: 3 } }).withUnits(2).withJudges(1)
      .sheets(0, [[60]]).sheets(1, [[60]]).relaxed(0, 'P1', { highest: 0, lowest: 0 }).relaxed(1, 'P1', { highest: 0, lowest: 0 }).locked(0, 1).reopened(0, '更正原因').locked(0).drawn([1, 0], 'ab12').session()
    const book = await bookOf(session)
    const content = (item: string) => book.value('评分办法', book.rowOf('评分办法', 0, item), 1)
    expect(content('评委与票种')).toContain('100')
    expect(content('抽签')).toContain('种子')
    expect(content('现场调整')).toBe('示例市 甲区，P1组：改为去掉 0 个最高、0 个最低')
    expect(content('更正')).toBe('示例市 甲区：更正原因')
    expect(content('说明 1')).toContain('即重新计算')
    expect(content('说明 2')).toContain('数值，不随改动重算')
  })
})
