// Shorthand for plans of figures: the units of a sample city, orders, faults as short lines.
import { planFigures } from '../../../electron/documents/workbook/figures/planFigures.ts'
import type { FigureOrder, FigurePlan, Named, Wanted } from '../../../electron/documents/workbook/figures/order.ts'
import type { ImportSource } from '../../../electron/documents/workbook/planImport.ts'

export const UNITS: readonly Named[] = [
  { id: 'a', names: ['示例市甲区', '甲区', '老甲县'] }, { id: 'b', names: ['示例市乙区', '乙区'] }, { id: 'c', names: ['示例市丙区', '丙区'] },
]
export const JUDGES: readonly Named[] = [{ id: 'j1', names: ['张三', '1'] }, { id: 'j2', names: ['李四', '2'] }, { id: 'j3', names: ['王五', '3'] }]
export const RESULTS: Wanted = { shape: 'values', columns: [{ id: 'results', names: ['实绩'], limits: { min: '0', max: '100' } }] }
export const MARKS: Wanted = { shape: 'marks', voters: JUDGES, limits: { min: '0', max: '10', step: '0.1' } }

export const file = (bytes: Uint8Array): ImportSource => ({ from: 'file', bytes })
export const text = (content: string): ImportSource => file(new TextEncoder().encode(content))
export const pasted = (...rows: readonly string[]): ImportSource => ({ from: 'paste', text: rows.join('\n') })

export const plan = async (source: ImportSource, wanted: Wanted, more: Partial<FigureOrder> = {}): Promise<FigurePlan> => {
  const result = await planFigures(source, { units: UNITS, wanted, ...more })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
/** {unit: values}. */
export const valuesOf = ({ rows }: FigurePlan): unknown => Object.fromEntries(rows.map(({ unit, values }) => [unit, values]))
/** 'C5 offStep', in the plan's order. */
export const faultsOf = ({ problems }: FigurePlan): readonly string[] => problems.map(({ where, code }) => `${where.cell} ${code}`)
