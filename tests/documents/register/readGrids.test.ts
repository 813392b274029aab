import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { FILE_FAULTS, MEGABYTE } from '../../../electron/documents/workbook/limits.ts'
import { readGrids } from '../../../electron/documents/workbook/readGrids.ts'
import { registerWords } from '../../../shared/text/zh/register.ts'
import { fixture, workbookOf, zipped } from './files.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const reasonOf = async (bytes: Uint8Array) => {
  const result = await readGrids(bytes)
  return result.ok ? 'accepted' : `${result.refusal.code} ${String(result.refusal.details['reason'])}`
}
const rowsOf = async (bytes: Uint8Array) => {
  const result = await readGrids(bytes)
  return result.ok ? result.value[0]?.rows : result.refusal
}

describe('a workbook made with LibreOffice', () => {
  it('is read as what its cells show: dates and percentages as formatted, formulas by their saved result, errors by name', async () => {
    const rows = await rowsOf(fixture('messyUnits.xlsx'))
    expect(rows).toMatchObject({
      0: ['示例市２０２６年参评单位名册', '', '', '', '', '', '', ''],
      4: ['1', '\u3000示例市 甲区  ', '甲区', '老甲县、甲城，甲州', '区', '第１组', '2019年3月1日', '5.2%'],
      5: ['2', '示例市 乙区\u00a0', '乙区', '老乙县\n乙州', '区', '', '1987年12月31日', '0.3'],
      7: ['3', '示例市 丙区', '#DIV/0!', '', '区', '第2组', '', ''],
      8: ['4', '示例市 丁区', '丁区', '', '区', '第2组', '', '0.3'],
    })
  })

  it('shows its visible sheets only, with the joined cells', async () => {
    const result = await readGrids(fixture('messyUnits.xlsx'))
    expect(result.ok && result.value.map((grid) => [grid.sheet, grid.merges.length])).toEqual([['名册', 9]])
  })

  it('of the old kind is refused with what to do', async () => {
    expect(await reasonOf(fixture('oldUnits.xls'))).toBe('importInvalid oldExcel')
  })
})

describe('a workbook', () => {
  it('with a formula that was saved without its result reports that cell', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '甲', rows: [['x']], cells: new Map([['0,1', { formula: 'A1' }]]) }] })
    expect(await rowsOf(bytes)).toEqual([['x', '#N/A']])
  })

  it('with a password is refused', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '甲', rows: [['x']] }], encryption: { password: 'p', spinCount: 10 } })
    expect(await reasonOf(bytes)).toBe('importInvalid encrypted')
  })

  it('that unpacks to more than 40 MB is refused, whatever size it claims', async () => {
    const bomb = workbookOf('<worksheet/>', [{ name: 'xl/media/a.bin', content: Buffer.alloc(41 * MEGABYTE), claims: 10 }])
    expect(bomb.length).toBeLessThan(MEGABYTE)
    expect(await readGrids(bomb)).toEqual({ ok: false, refusal: { code: 'importInvalid', details: { reason: 'unpackedTooLarge', most: 40 } } })
  })

  it('with too many cells, or two cells that span too large a sheet, is refused before it is parsed', async () => {
    expect(await reasonOf(workbookOf('<c r="A1"><v>1</v></c>'.repeat(200_001)))).toBe('importInvalid tooManyCells')
    expect(await reasonOf(workbookOf('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'))).toBe('importInvalid tooManyCells')
  })

  it('that declares a document type is refused', async () => {
    expect(await reasonOf(workbookOf('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'))).toBe('importInvalid damaged')
  })

  it.each([0.3, 0.6, 0.98])('cut off at %f of its length is refused as damaged', async (part) => {
    const whole = fixture('messyUnits.xlsx')
    expect(await reasonOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('importInvalid damaged')
  })
})

describe('a file that is no table', () => {
  it.each([
    ['a web page named .xlsx', bytesOf('\ufeff\n<html><table><tr><td>甲区</td></tr></table></html>'), 'html'],
    ['a zip of something else', zipped([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), 'notWorkbook'],
    ['a PDF', bytesOf('%PDF-1.7 …'), 'notWorkbook'],
    ['bytes of no encoding', Uint8Array.from([0x41, 0xff, 0xff, 0x80]), 'encoding'],
    ['text with control characters', bytesOf('甲\u0001乙,丙'), 'notWorkbook'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', bytesOf(' \r\n,,\r\n'), 'empty'],
    ['more than 5 MB', new Uint8Array(5 * MEGABYTE + 1), 'tooLarge'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(`importInvalid ${reason}`)
  })

  it('has a sentence for every reason', () => {
    expect(Object.keys(registerWords.file).sort((a, b) => (a < b ? -1 : 1))).toEqual([...FILE_FAULTS].sort((a, b) => (a < b ? -1 : 1)))
  })
})

describe('a text table', () => {
  it('in GB18030 with semicolons and quotes is read, rare characters included', async () => {
    expect(await rowsOf(fixture('people.gb18030.csv'))).toEqual([
      ['姓名', '职务', '评委组', '所在单位'], ['刘䶮', '书记；"一把手"', '一组', '甲区'], [''], ['张三', '局长,\n主任', '二组', ''],
    ])
  })

  it.each([
    ['UTF-8', bytesOf('甲区,"甲,乙"\n丙区,丁')],
    ['UTF-8 with a mark', bytesOf('\ufeff甲区,"甲,乙"\r\n丙区,丁\r\n')],
    ['tabs', bytesOf('甲区\t甲,乙\n丙区\t丁')],
    ['sep=', bytesOf('sep=;\r\n甲区;甲,乙\n丙区;丁')],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from('\ufeff甲区\t甲,乙\r\n丙区\t丁', 'utf16le'))],
  ])('in %s is read', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([['甲区', '甲,乙'], ['丙区', '丁']])
  })

  it('with a quote that never closes is damaged', async () => {
    expect(await reasonOf(bytesOf('甲区,"甲\n乙区,乙'))).toBe('importInvalid damaged')
  })
})
