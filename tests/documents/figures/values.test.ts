import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Wanted } from '../../../electron/documents/workbook/figures/order.ts'
import { faultsOf, file, pasted, plan, RESULTS, text, valuesOf } from './planned.ts'
import { error, formula, number, rawWorkbook, STYLE, textFormula, words } from './workbooks.ts'

const workbook = async (...sheets: readonly WriteSheet[]) => file(await writeXlsx({ sheets: [...sheets] }))
const TWO: Wanted = { shape: 'values', columns: [{ id: 'results', names: ['实绩'] }, { id: 'appraisal', names: ['民主测评', '群众评议'] }] }

describe('a sheet of values', () => {
  it('is found under a joined title, in any order of columns, by full name, short name and alias', async () => {
    const rows = [['2026年实绩得分表'], [], ['序号', '实绩得分（100分）', '备注', '单　位', '群众评议'], [1, 95.5, '', '老甲县', 9.1], [2, '８８．２５', '补报', '示例市 乙区 ', '９,５'], [3, 90, '', '丙区', 8]]
    const planned = await plan(await workbook({ name: '成绩', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }] }), TWO)
    expect(valuesOf(planned)).toEqual({ a: { results: '95.5', appraisal: '9.1' }, b: { results: '88.25', appraisal: '9.5' }, c: { results: '90', appraisal: '8' } })
    expect(planned).toMatchObject({
      ready: true, problems: [], unmatched: [], duplicates: [], missing: [], absent: [], ignoredHeadings: ['序号', '备注'],
      layout: { sheet: '成绩', shape: 'values', headingRow: 2, nameAt: 3, columns: [{ id: 'results', at: 1, heading: '实绩得分（100分）' }, { id: 'appraisal', at: 4 }] },
    })
  })

  it('with one column wanted takes a heading that only says 得分, and shows which it took', async () => {
    const planned = await plan(await workbook({ name: '甲', rows: [['单位', '名次', '得分'], ['甲区', 1, 95]] }), RESULTS)
    expect(planned.layout?.columns).toEqual([{ id: 'results', at: 2, heading: '得分' }])
    expect([valuesOf(planned), planned.absent]).toEqual([{ a: { results: '95' } }, ['b', 'c']])
  })

  it('leaves blank cells missing and passes over empty rows, sums, remarks and repeated headings', async () => {
    const rows = [['单位', '实绩'], ['甲区', 95], ['乙区', '—'], ['单位', '实绩'], ['丙区', null], [null, null], ['合计', 95], ['平均分', '95.00'], ['注：数据截至三月底'], ['  ', '\u00a0']]
    const planned = await plan(await workbook({ name: '甲', rows }), RESULTS)
    expect(valuesOf(planned)).toEqual({ a: { results: '95' } })
    expect(planned.missing.map(({ unit, where }) => [unit, where.cell])).toEqual([['b', 'B3'], ['c', 'B5']])
    expect([planned.ready, planned.skipped, faultsOf(planned), planned.absent]).toEqual([true, 4, [], []])
  })

  it('with names nobody answers to is not ready and names the cells', async () => {
    const planned = await plan(await workbook({ name: '成绩', rows: [['单位', '实绩'], ['甲区', 95], ['丁区', 90]] }), RESULTS)
    expect([planned.ready, planned.unmatched]).toEqual([false, [{ where: { sheet: '成绩', cell: 'A3', row: 3, column: 'A', heading: '单位' }, name: '丁区', role: 'unit' }]])
  })

  it('with a unit in two rows, by two of its names, is not ready', async () => {
    const planned = await plan(await workbook({ name: '甲', rows: [['单位', '实绩'], ['甲区', 95], ['老甲县', 95]] }), RESULTS)
    expect([planned.ready, planned.duplicates.map(({ id, first, second }) => [id, first.cell, second.cell])]).toEqual([false, [['a', 'A2', 'A3']]])
  })

  it('with a short name that two units share is refused at that cell; the full name is enough', async () => {
    const units = [{ id: 'x', names: ['甲区财政局', '财政局'] }, { id: 'y', names: ['财政局', '市财政'] }, { id: 'z', names: ['乙区财政局', '市财政'] }]
    const planned = await plan(await workbook({ name: '甲', rows: [['单位', '实绩'], ['财政局', 95], ['市财政', 90]] }), RESULTS, { units })
    expect(valuesOf(planned)).toEqual({ y: { results: '95' } })
    expect(planned.problems).toMatchObject([{ where: { cell: 'A3' }, code: 'nameAmbiguous', details: { first: '财政局', second: '乙区财政局' } }])
  })

  it('is checked cell by cell against least, most, step and places', async () => {
    const wanted: Wanted = { shape: 'values', columns: [{ id: 'results', names: ['实绩'], limits: { min: '60', max: '100', step: '0.5', places: 2 } }] }
    const units = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, names: [id] }))
    const planned = await plan(await workbook({ name: '甲', rows: [['单位', '实绩'], ['a', 60], ['b', 59.5], ['c', 100.5], ['d', 99.75], ['e', 99.123], ['f', 123456789]] }), wanted, { units })
    expect(faultsOf(planned)).toEqual(['B3 belowMin', 'B4 aboveMax', 'B5 offStep', 'B6 tooFine', 'B7 tooLarge'])
    expect(planned.ready).toBe(false)
  })

  it('never mixes figures with and without a percent sign', async () => {
    const sheet = (...figures: readonly (string | number)[]) => workbook({ name: '甲', rows: [['单位', '实绩'], ...figures.map((figure, at) => [['甲区', '乙区', '丙区'][at] ?? '', figure])] })
    const alike = await plan(await sheet('95%', '90.5％', 0), RESULTS)
    expect([valuesOf(alike), alike.percentColumns, alike.ready]).toEqual([{ a: { results: '95' }, b: { results: '90.5' }, c: { results: '0' } }, ['results'], true])
    expect(faultsOf(await plan(await sheet('95%', 0.9, '91%'), RESULTS))).toEqual(['B2 percentMixed', 'B4 percentMixed'])
  })

  it('in the sheet with most known names is meant, others are named, hidden sheets are not read', async () => {
    const rows = [['单位', '实绩'], ['甲区', 1], ['乙区', 2]]
    const planned = await plan(await workbook({ name: '说明', rows: [['请看下一张']] }, { name: '一季度', rows: rows.slice(0, 2) }, { name: '二季度', rows }, { name: '底稿', rows, hidden: true }), RESULTS)
    expect([planned.layout?.sheet, planned.otherSheets]).toEqual(['二季度', ['一季度']])
  })

  it('without headings that can be understood says so and takes the layout the user chooses', async () => {
    const source = await workbook({ name: '甲', rows: [['区市', '一季度'], ['甲区', 95], ['乙区', 90]] })
    expect(faultsOf(await plan(source, RESULTS))).toEqual([' headingMissing'])
    const chosen = { sheet: '甲', shape: 'values', headingRow: 0, nameAt: 0, nameHeading: '区市', columns: [{ id: 'results', at: 1, heading: '一季度' }] } as const
    expect(valuesOf(await plan(source, RESULTS, { chosen }))).toEqual({ a: { results: '95' }, b: { results: '90' } })
    for (const wrong of [{ ...chosen, sheet: '乙' }, { ...chosen, nameAt: 1 }, { ...chosen, headingRow: 9 }, { ...chosen, columns: [{ id: 'nobody', at: 1, heading: '' }] }, { ...chosen, columns: [] }, { ...chosen, shape: 'marks' as const }]) {
      expect(faultsOf(await plan(source, RESULTS, { chosen: wrong }))).toEqual([' layoutInvalid'])
    }
  })

  it('with a column twice is refused at the second', async () => {
    expect(faultsOf(await plan(await workbook({ name: '甲', rows: [['单位', '实绩', '备注', '实绩得分'], ['甲区', 1, '', 2]] }), RESULTS))).toEqual(['D1 headingTwice'])
  })

  it('with headings only says that there is nothing', async () => {
    const planned = await plan(await workbook({ name: '甲', rows: [['单位', '实绩'], [null, null], ['合计', '0']] }), RESULTS)
    expect([faultsOf(planned), planned.ready]).toEqual([[' nothingToImport'], false])
  })
})

describe('a workbook as Excel really leaves it', () => {
  const head = { 1: [words('A1', '实绩得分表')], 2: [words('A2', '单位'), words('B2', '实绩得分')] }

  it('is read: 17-digit numbers, texts in number cells, formula results of both kinds, quoted texts, numbers with a unit in their format', async () => {
    const planned = await plan(file(rawWorkbook({ merges: ['A1:B1'], rows: { ...head, 3: [words('A3', '甲区'), number('B3', '9.0999999999999996')], 4: [words('A4', '乙区'), textFormula('B4', 'TEXT(9.5,"0.0")', '９.5')], 5: [words('A5', '丙区'), formula('B5', '95.5', STYLE.points)] } })), RESULTS)
    expect([valuesOf(planned), planned.ready]).toEqual([{ a: { results: '9.1' }, b: { results: '9.5' }, c: { results: '95.5' } }, true])
    expect(valuesOf(await plan(file(rawWorkbook({ rows: { ...head, 3: [words('A3', '甲区'), words('B3', '9.5\u00a0', STYLE.quoted)] } })), RESULTS))).toEqual({ a: { results: '9.5' } })
  })

  it('is refused by cell: dates made of 9.5, errors, formulas without results', async () => {
    const planned = await plan(file(rawWorkbook({ rows: { ...head, 3: [words('A3', '甲区'), number('B3', '46270', STYLE.monthDay)], 4: [words('A4', '乙区'), error('B4', '#N/A')], 5: [words('A5', '丙区'), formula('B5', null)] } })), RESULTS)
    expect(planned.problems.map(({ where, code, details }) => [where.cell, code, details['guess']])).toEqual([['B3', 'dateMaybe', '9.5'], ['B4', 'cellError', undefined], ['B5', 'noResult', undefined]])
    expect(planned.rows).toEqual([])
  })

  it('with digits hidden by the format asks which of them counts', async () => {
    const source = file(rawWorkbook({ rows: { ...head, 3: [words('A3', '甲区'), formula('B3', '81.666666666666671', STYLE.oneDecimal)] } }))
    expect((await plan(source, RESULTS)).problems).toMatchObject([{ code: 'shownRounded', details: { stored: '81.6666666666667', shown: '81.7' } }])
    expect(valuesOf(await plan(source, RESULTS, { rounded: 'shown' }))).toEqual({ a: { results: '81.7' } })
    expect(faultsOf(await plan(source, RESULTS, { rounded: 'stored' }))).toEqual(['B3 tooFine'])
  })

  it('under a percentage format is read as the percentage', async () => {
    const planned = await plan(file(rawWorkbook({ rows: { ...head, 3: [words('A3', '甲区'), number('B3', '0.95199999999999996', STYLE.percent)] } })), RESULTS)
    expect([valuesOf(planned), planned.percentColumns]).toEqual([{ a: { results: '95.2' } }, ['results']])
  })

  it('with one joined figure for two units is refused; joined over a remark, or over the rows of one joined unit, it is read', async () => {
    const rows = { ...head, 3: [words('A3', '甲区'), number('B3', '95')], 4: [words('A4', '乙区')], 5: [words('A5', '丙区'), number('B5', '90')] }
    const shared = await plan(file(rawWorkbook({ merges: ['B3:B4'], rows })), RESULTS)
    expect([shared.problems.map(({ where, code, details }) => [where.cell, code, details['range']]), valuesOf(shared)]).toEqual([[['B3', 'mergedFigure', 'B3:B4']], { c: { results: '90' } }])
    const own = await plan(file(rawWorkbook({ merges: ['A3:A4', 'B3:B4', 'B5:C5'], rows: { ...rows, 4: [] } })), RESULTS)
    expect([valuesOf(own), own.ready, own.missing]).toEqual([{ a: { results: '95' }, c: { results: '90' } }, true, []])
  })

  it('with hidden rows or columns asks, reads or skips them', async () => {
    const rows = { ...head, 3: [words('A3', '甲区'), number('B3', '95')], 4: [words('A4', '乙区'), number('B4', '90')] }
    const rowHidden = file(rawWorkbook({ rows, hiddenRows: [4] }))
    expect(faultsOf(await plan(rowHidden, RESULTS))).toEqual(['A4 hiddenRow'])
    expect(valuesOf(await plan(rowHidden, RESULTS, { hidden: 'read' }))).toEqual({ a: { results: '95' }, b: { results: '90' } })
    expect(valuesOf(await plan(rowHidden, RESULTS, { hidden: 'skip' }))).toEqual({ a: { results: '95' } })
    const columnHidden = file(rawWorkbook({ rows, hiddenColumns: [2] }))
    expect(faultsOf(await plan(columnHidden, RESULTS))).toEqual(['B2 hiddenColumn'])
    expect(valuesOf(await plan(columnHidden, RESULTS, { hidden: 'read' }))).toEqual({ a: { results: '95' }, b: { results: '90' } })
    expect((await plan(columnHidden, RESULTS, { hidden: 'skip' })).ready).toBe(false)
  })
})

describe('a text table', () => {
  it('in UTF-8 or GB18030 is read alike', async () => {
    const gb18030 = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xca, 0xb5, 0xbc, 0xa8, 0x0d, 0x0a, 0xbc, 0xd7, 0xc7, 0xf8, 0x2c, 0x22, 0x39, 0x35, 0x2c, 0x35, 0x22, 0x0d, 0x0a])
    expect(valuesOf(await plan(file(gb18030), RESULTS))).toEqual({ a: { results: '95.5' } })
    expect(valuesOf(await plan(text('\ufeff单位,实绩\r\n甲区,"95,5"\r\n'), RESULTS))).toEqual({ a: { results: '95.5' } })
  })

  it('in which 9,5 fell apart into two cells is refused by row', async () => {
    expect(faultsOf(await plan(text('单位,实绩\n甲区,9,5\n乙区,8\n'), RESULTS))).toEqual(['A2 rowTooWide'])
    expect(faultsOf(await plan(text('单位,实绩,备注\n甲区,9,5,\n'), RESULTS))).toEqual(['A2 rowTooWide'])
  })

  it('separated by semicolons keeps its decimal commas, which settle the open ones', async () => {
    expect(valuesOf(await plan(text('单位;实绩\n甲区;9,5\n乙区;8,125\n'), RESULTS))).toEqual({ a: { results: '9.5' }, b: { results: '8.125' } })
    expect(faultsOf(await plan(text('单位;实绩\n甲区;9\n乙区;8,125\n'), RESULTS))).toEqual(['B3 ambiguous'])
  })

  it('pasted is read with headings, or without: unit first, then the columns as asked for', async () => {
    expect(valuesOf(await plan(pasted('备注\t实绩\t单位', '\t９５．５分\t甲区'), RESULTS))).toEqual({ a: { results: '95.5' } })
    expect(valuesOf(await plan(pasted('甲区\t95.5\t8', '乙区\t90\t7'), TWO))).toEqual({ a: { results: '95.5', appraisal: '8' }, b: { results: '90', appraisal: '7' } })
    expect(faultsOf(await plan(pasted('丁区\t95.5'), RESULTS))).toEqual([' headingMissing'])
  })
})
