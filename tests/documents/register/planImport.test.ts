import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { safeText } from '../../../electron/documents/workbook/cells.ts'
import { planImport, type ImportSource } from '../../../electron/documents/workbook/planImport.ts'
import { peopleTemplate, unitsTemplate } from '../../../electron/documents/workbook/templates.ts'
import { registerWords as english } from '../../../shared/text/en/register.ts'
import { registerWords } from '../../../shared/text/zh/register.ts'
import { ARegister, unit } from '../../unit/register/aRegister.ts'
import { fixture } from './files.ts'

const plan = async (register: ARegister, what: 'units' | 'people', source: ImportSource) => {
  const result = await planImport({ state: register.state, read: register.tools.read }, { what, source })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const file = (bytes: Uint8Array): ImportSource => ({ from: 'file', bytes })

describe('a messy workbook', () => {
  it('gives clean rows and names every fault by Excel\'s row, column and heading', async () => {
    const planned = await plan(new ARegister(), 'units', file(fixture('messyUnits.xlsx')))
    expect(planned.rows.slice(0, 3)).toEqual([
      { fullName: '示例市 甲区', shortName: '甲区', aliases: ['老甲县', '甲城', '甲州'], kind: '区', group: '第1组' },
      { fullName: '示例市 乙区', shortName: '乙区', aliases: ['老乙县', '乙州'], kind: '区', group: '' },
      { fullName: '示例市 丁区', shortName: '丁区', aliases: [], kind: '区', group: '第2组' },
    ])
    expect(planned.errors).toEqual([
      { row: 8, column: 'C', heading: '简称', code: 'cellError', details: { text: '#DIV/0!' } },
      { row: 10, column: 'B', heading: '全\u3000称', code: 'nameInTwoRows', details: { name: '示例市 甲区', first: 5, second: 10 } },
    ])
    expect(planned.skipped).toBe(1)
    expect(planned.ignoredHeadings).toEqual(['序号', '成立日期', '完成率'])
  })
})

describe('an import preview', () => {
  it('is accepted by the import command and stands on the register it was made on', async () => {
    const register = new ARegister().withUnits(unit('甲区'))
    const planned = await plan(register, 'people', file(fixture('people.gb18030.csv')))
    expect(planned.errors).toEqual([])
    expect(planned.sourceHash).toMatch(/^[0-9a-f]{64}$/)
    const { basis, sourceHash, rows } = planned
    register.withUnits(unit('乙区'))
    const people = rows.flatMap((row) => ('name' in row ? [row] : []))
    expect(register.refusal({ name: 'people.import', input: { basis, sourceHash, rows: people } })).toMatchObject({ code: 'importStale' })
    const again = await plan(register, 'people', file(fixture('people.gb18030.csv')))
    expect(register.do({ name: 'people.import', input: { basis: again.basis, sourceHash, rows: people } })).toHaveLength(3)
  })

  it('takes cells pasted from a spreadsheet, with or without headings, and quotes that never close', async () => {
    const paste = async (text: string) => (await plan(new ARegister(), 'units', { from: 'paste', text })).rows
    const wanted = [{ fullName: '甲区', shortName: '甲', aliases: ['老甲县', '甲城'], kind: '', group: '' }]
    expect(await paste('单位全称\t简称\t别名\r\n甲区\t甲\t"老甲县\n甲城"\r\n')).toEqual(wanted)
    expect(await paste('甲区\t甲\t老甲县,甲城')).toEqual(wanted)
    expect(await paste('甲区\t"甲\t')).toMatchObject([{ fullName: '甲区', shortName: '"甲' }])
  })

  it('of nothing pasted is refused', async () => {
    const register = new ARegister()
    expect(await planImport({ state: register.state, read: register.tools.read }, { what: 'units', source: { from: 'paste', text: ' \n' } })).toMatchObject({ ok: false, refusal: { details: { reason: 'empty' } } })
  })

  it('finds the list on whichever sheet it stands', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '封面', rows: [['示例市名册']] }, { name: '名单', rows: [['单位名称', '组别'], ['甲区', '一组']] }] })
    expect((await plan(new ARegister(), 'units', file(bytes))).rows).toMatchObject([{ fullName: '甲区', group: '一组' }])
  })
})

describe('a template', () => {
  it.each([
    ['units', () => unitsTemplate(), registerWords.template.unitHeadings], ['people', () => peopleTemplate(), registerWords.template.peopleHeadings],
    ['units', () => unitsTemplate('Internal', english), english.template.unitHeadings], ['people', () => peopleTemplate('Internal', english), english.template.peopleHeadings],
  ] as const)('of %s is understood by import, its examples and notes are not imported', async (what, template, headings) => {
    const bytes = await template()
    const planned = await plan(new ARegister(), what, file(bytes))
    expect(planned).toMatchObject({ rows: [], errors: [{ code: 'nothingToImport' }], ignoredHeadings: [] })
    const { sheets } = await readXlsx(bytes)
    expect(sheets[0]?.rows[2]).toEqual(headings)
    expect(sheets).toHaveLength(2)
  })

  it('filled in below its examples imports what was filled in, and carries the marking', async () => {
    const { sheets } = await readXlsx(await unitsTemplate('内部资料'))
    const filled = await writeXlsx({ sheets: [{ name: '单位', rows: [...(sheets[0]?.rows ?? []), ['示例市 甲区', null, '老甲县', '区', '第一组']] }] })
    const planned = await plan(new ARegister(), 'units', file(filled))
    expect(planned.rows).toEqual([{ fullName: '示例市 甲区', shortName: '示例市 甲区', aliases: ['老甲县'], kind: '区', group: '第一组' }])
    expect(sheets[0]?.rows[0]?.[0]).toBe('内部资料')
  })
})

describe('a text on its way out and back', () => {
  it.each(['=1+1', '+甲', '-乙', '@丙', '甲=乙'])('%s is no formula outside and itself again inside', async (name) => {
    expect(safeText(name)).toMatch(/^[^=+\-@]/)
    expect((await plan(new ARegister(), 'units', { from: 'paste', text: safeText(name) })).rows).toMatchObject([{ fullName: name }])
  })
})
