// Reads a workbook, throws its cached values away and recalculates it with an independent engine. `shown` is what the file had cached.
import { HyperFormula, type RawCellContent } from 'hyperformula'
import { readXlsx } from 'hucre/xlsx'

export type Value = string | number | boolean | null
export interface Recalculated {
  readonly formulas: readonly { readonly sheet: string; readonly row: number; readonly column: number; readonly formula: string; readonly shown: Value }[]
  readonly value: (sheet: string, row: number, column: number) => Value
  /** The row whose cell in this column says so. */
  readonly rowOf: (sheet: string, column: number, words: string | number) => number
  /** Types over a cell on 打分, or over a value on 分值. */
  readonly setCell: (row: number, column: number, value: number | string) => void
  readonly setValue: (name: string | number, value: number) => void
}

const plain = (value: unknown): Value => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : value == null ? null : JSON.stringify(value))

export const recalculated = async (bytes: Uint8Array): Promise<Recalculated> => {
  const workbook = await readXlsx(bytes)
  const formulas: Recalculated['formulas'][number][] = []
  const contents: Record<string, RawCellContent[][]> = {}
  for (const sheet of workbook.sheets) {
    const rows = sheet.rows.map((row) => row.map((value): RawCellContent => (value instanceof Date ? value.toISOString() : value)))
    for (const [place, cell] of sheet.cells ?? []) {
      const [row = 0, column = 0] = place.split(',').map(Number)
      const line = rows[row]
      if (line === undefined || cell.formula === undefined) continue
      formulas.push({ sheet: sheet.name, row, column, formula: cell.formula, shown: plain(cell.value) })
      line[column] = `=${cell.formula}`
    }
    contents[sheet.name] = rows.map((row) => row.map((value) => (typeof value === 'string' && value.startsWith("'") ? `'${value}` : value)))
  }
  const engine = HyperFormula.buildFromSheets(contents, { licenseKey: 'gpl-v3', precisionRounding: 14 })
  const sheetId = (name: string): number => engine.getSheetId(name) ?? -1
  const value = (sheet: string, row: number, column: number): Value => plain(engine.getCellValue({ sheet: sheetId(sheet), row, col: column }))
  const set = (sheet: string, place: { readonly row: number; readonly col: number }, typed: number | string): void => {
    engine.setCellContents({ sheet: sheetId(sheet), ...place }, typed)
  }
  const rowOf: Recalculated['rowOf'] = (sheet, column, words) => {
    const row = (contents[sheet] ?? []).findIndex((_, at) => value(sheet, at, column) === words)
    if (row === -1) throw new Error(`no ${words} on ${sheet}`)
    return row
  }
  return {
    formulas, value, rowOf,
    setCell: (row, column, typed) => set('打分', { row, col: column }, typed),
    setValue: (name, typed) => set('分值', { row: rowOf('分值', 0, name), col: 1 }, typed),
  }
}
