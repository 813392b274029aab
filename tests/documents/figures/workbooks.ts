// Workbooks written by hand as XML where no library makes the mess: joined cells, formula results, inline texts, hidden rows, Excel's own date formats.
import { zipped } from '../register/files.ts'

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/><numFmt numFmtId="165" formatCode="0.0_ "/></numFmts>
<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="58" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1"/></cellXfs></styleSheet>`
/** Indexes into the cell formats above. 58 is 9月5日 in a Chinese Excel; the file itself carries no format code for it. */
export const STYLE = { general: 0, monthDay: 1, points: 2, oneDecimal: 3, percent: 4, quoted: 5 } as const

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
export const words = (at: string, text: string, style = 0): string => `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
export const number = (at: string, value: string, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`
/** A formula with the number saved for it, or with none. */
export const formula = (at: string, result: string | null, style = 0): string => `<c r="${at}" s="${style}"><f>AVERAGE(Y1:Z1)</f>${result === null ? '' : `<v>${result}</v>`}</c>`
export const textFormula = (at: string, written: string, result: string): string => `<c r="${at}" t="str"><f>${escaped(written)}</f><v>${escaped(result)}</v></c>`
export const error = (at: string, text: string): string => `<c r="${at}" t="e"><f>1/0</f><v>${text}</v></c>`

export interface RawSheet {
  readonly rows: Readonly<Record<number, readonly string[]>>
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  /** Column numbers from 1. */
  readonly hiddenColumns?: readonly number[]
}

const sheetXml = ({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: RawSheet): string => {
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`).join('')
  const body = Object.entries(rows).map(([row, cells]) => `<row r="${row}"${hiddenRows.includes(Number(row)) ? ' hidden="1"' : ''}>${cells.join('')}</row>`).join('')
  const joined = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${body}</sheetData>${joined === '' ? '' : `<mergeCells>${joined}</mergeCells>`}</worksheet>`
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** An .xlsx whose only sheet is called 成绩. */
export const rawWorkbook = (sheet: RawSheet): Uint8Array =>
  zipped([
    { name: '[Content_Types].xml', content: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>') },
    { name: '_rels/.rels', content: Buffer.from(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
    { name: 'xl/workbook.xml', content: Buffer.from(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="成绩" sheetId="1" r:id="r1"/></sheets></workbook>`) },
    { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`) },
    { name: 'xl/styles.xml', content: Buffer.from(STYLES) },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheetXml(sheet)) },
  ])
