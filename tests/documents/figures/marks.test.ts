import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Wanted } from '../../../electron/documents/workbook/figures/order.ts'
import { faultsOf, file, JUDGES, MARKS, plan, text, valuesOf } from './planned.ts'

const workbook = async (rows: NonNullable<WriteSheet['rows']>, more: Partial<WriteSheet> = {}) => file(await writeXlsx({ sheets: [{ name: '评分', rows, ...more }] }))
const ALL = { a: { j1: '9.1', j2: '9.2', j3: '9.3' }, b: { j1: '8.1', j2: '8.2', j3: '8.3' } }

describe('a sheet of marks', () => {
  it('with a row per unit is read, judges by name or number', async () => {
    const rows = [['评分汇总表'], ['单位', '张 三（组长）', '2号评委', '评委０3', '总分', '名次'], ['甲区', 9.1, '９．２', '9.3分', 27.6, 1], ['乙区', 8.1, '8,2', 8.3, 24.6, 2], ['合计', 17.2, 17.4, 17.6]]
    const planned = await plan(await workbook(rows), MARKS)
    expect([valuesOf(planned), planned.ready, planned.layout?.shape, planned.ignoredHeadings]).toEqual([ALL, true, 'marks', ['总分', '名次']])
  })

  it('under a joined 评委打分 with the judges one row lower is read', async () => {
    const rows = [['单位', '评委打分', null, null], [null, '张三', '李四', '王五'], ['甲区', 9.1, 9.2, 9.3], ['乙区', 8.1, 8.2, 8.3]]
    const merges = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }, { startRow: 0, startCol: 1, endRow: 0, endCol: 3 }]
    expect(valuesOf(await plan(await workbook(rows, { merges }), MARKS))).toEqual(ALL)
  })

  it('with a row per judge is read the other way round', async () => {
    const planned = await plan(await workbook([['评委', '甲区', '示例市乙区'], ['1', 9.1, 8.1], ['李四', 9.2, 8.2], ['3号', 9.3, 8.3], ['平均分', 9.2, 8.2]]), MARKS)
    expect([valuesOf(planned), planned.layout?.shape, planned.absent]).toEqual([ALL, 'marksAcross', ['c']])
  })

  it.each([['单位＼评委', '评委1', '甲区'], ['评委/单位', '甲区', '评委1']])('with %s in the corner is read by what stands beside it', async (corner, over, beside) => {
    expect(valuesOf(await plan(await workbook([[corner, over], [beside, 9.1]]), MARKS))).toEqual({ a: { j1: '9.1' } })
  })

  it('with a row per mark is read, a unit joined over its rows, criteria with bounds of their own', async () => {
    const wanted: Wanted = { ...MARKS, shape: 'marks', voters: JUDGES, criteria: [{ id: 'results', names: ['晒成绩'], limits: { max: '30' } }, { id: 'problems', names: ['摆问题'], limits: { max: '20' } }] }
    const rows = [['单位', '评委', '项目', '得分'], ['甲区', '张三', '晒成绩', 28], [null, null, '摆问题', 21], [null, '李四', '晒成绩', 29], ['乙区', '张三', '晒问题', 20]]
    const merges = [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }, { startRow: 1, startCol: 1, endRow: 2, endCol: 1 }]
    const planned = await plan(await workbook(rows, { merges }), wanted)
    expect(faultsOf(planned)).toEqual(['D3 aboveMax', 'C5 criterionUnknown'])
    expect(valuesOf(planned)).toEqual({ a: { 'j1/results': '28', 'j1/problems': '21', 'j2/results': '29' } })
    expect(planned.columns[1]).toEqual({ id: 'j1/problems', voter: 'j1', criterion: 'problems' })
  })

  it('with a mark twice is not ready, even when both say the same', async () => {
    const planned = await plan(await workbook([['单位', '评委', '得分'], ['甲区', '张三', 9], ['甲区', '1号', 9]]), MARKS)
    expect([planned.ready, planned.duplicates.map(({ column, first, second }) => [column, first.cell, second.cell])]).toEqual([false, [['j1', 'C2', 'C3']]])
  })

  it('written down the column without repeating the unit is refused by row, not filled by guess', async () => {
    const planned = await plan(await workbook([['单位', '评委', '得分'], ['甲区', '张三', 9], [null, '李四', 8]]), MARKS)
    expect(faultsOf(planned)).toEqual(['A3 nameMissing'])
  })

  it('never loses a column of marks: a judge nobody knows, two of one name, or no heading at all', async () => {
    const planned = await plan(await workbook([['单位', '张三', '赵六', '', '备注'], ['甲区', 9.1, 9.2, 9.3, '好'], ['乙区', 8, 8, 8, '']]), MARKS)
    expect([planned.ready, planned.unmatched.map(({ where, name, role }) => [where.cell, name, role]), faultsOf(planned)]).toEqual([false, [['C1', '赵六', 'voter']], ['D1 headingBlank']])
    const twins = { ...MARKS, shape: 'marks' as const, voters: [{ id: 'x', names: ['张三', '1'] }, { id: 'y', names: ['张三', '2'] }] }
    expect(faultsOf(await plan(await workbook([['单位', '张三', '2'], ['甲区', 9, 9]]), twins))).toEqual(['B1 nameAmbiguous'])
  })

  it('takes no offence at a column the user left out', async () => {
    const source = await workbook([['单位', '张三', '赵六'], ['甲区', 9.1, 9.2]])
    const first = await plan(source, MARKS)
    expect(first.layout).not.toBeNull()
    const planned = await plan(source, MARKS, first.layout === null ? {} : { chosen: { ...first.layout, leftOut: [2] } })
    expect([planned.ready, valuesOf(planned)]).toEqual([true, { a: { j1: '9.1' } }])
  })

  it('of unnamed ballots goes by their numbers', async () => {
    const ballots: Wanted = { shape: 'marks', voters: 'ballots', limits: { max: '100' } }
    const planned = await plan(await workbook([['票号', '甲区', '乙区'], ['001', 90, 80], ['第2号票', 91, 81], [17, 92, '']]), ballots)
    expect(valuesOf(planned)).toEqual({ a: { 1: '90', 2: '91', 17: '92' }, b: { 1: '80', 2: '81' } })
    expect(planned.missing.map(({ unit, column, where }) => [unit, column, where.cell])).toEqual([['b', '17', 'C4']])
    expect(valuesOf(await plan(await workbook([['单位', 1, 2, 17], ['甲区', 90, 91, 92]]), ballots))).toEqual({ a: { 1: '90', 2: '91', 17: '92' } })
  })

  it('words instead of marks are refused by cell', async () => {
    const planned = await plan(await workbook([['单位', '张三', '李四', '王五'], ['甲区', '回避', 10.5, 9.15], ['乙区', '', 9, 9]]), MARKS)
    expect(faultsOf(planned)).toEqual(['B2 notANumber', 'C2 aboveMax', 'D2 offStep'])
    expect(planned.missing.map(({ where }) => where.cell)).toEqual(['B3'])
  })

  it('shares what its cells prove about separators over all columns', async () => {
    const wanted: Wanted = { ...MARKS, shape: 'marks', voters: JUDGES, limits: {} }
    expect(valuesOf(await plan(text('单位;张三;李四\n甲区;9,5;8,125\n'), wanted))).toEqual({ a: { j1: '9.5', j2: '8.125' } })
  })

  it('of 71 units by 154 judges is planned in good time', async () => {
    const judges = Array.from({ length: 154 }, (_, at) => ({ id: `j${at}`, names: [`评委甲${at}`, String(at + 1)] }))
    const units = Array.from({ length: 71 }, (_, at) => ({ id: `u${at}`, names: [`示例市第${at}局`] }))
    const source = await workbook([['单位', ...judges.map(({ names }) => names[0] ?? '')], ...units.map(({ names }, at) => [names[0] ?? '', ...judges.map((_, judge) => ((at + judge) % 41) / 10 + 6)])])
    const began = performance.now()
    const planned = await plan(source, { shape: 'marks', voters: judges, limits: { min: '6', max: '10', step: '0.1' } }, { units })
    expect([planned.ready, planned.rows.length, Object.keys(planned.rows[70]?.values ?? {}).length]).toEqual([true, 71, 154])
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
