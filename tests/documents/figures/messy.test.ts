import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Bench } from '../../../electron/worker/bench.ts'
import type { FigureOrder, Wanted } from '../../../electron/documents/workbook/figures/order.ts'
import { faultsOf, file, plan, valuesOf } from './planned.ts'

const bytes = readFileSync(path.join(import.meta.dirname, 'messyScores.xlsx'))
const units = ['甲区', '乙区', '丙区', '丁区', '戊区', '己区'].map((name, at) => ({ id: `u${at + 1}`, names: [`示例市${name}`, name] }))
const wanted: Wanted = { shape: 'values', columns: [{ id: 'results', names: ['实绩'] }, { id: 'appraisal', names: ['群众评议'] }] }

describe('a workbook of scores made with LibreOffice', () => {
  it('gives every figure that can be read and names every cell that cannot', async () => {
    const planned = await plan(file(bytes), wanted, { units })
    expect(faultsOf(planned)).toEqual(['C6 shownRounded', 'C7 dateMaybe', 'D7 cellError', 'B9 hiddenRow'])
    expect(valuesOf(planned)).toEqual({ u1: { results: '9.1', appraisal: '9.5' }, u2: { appraisal: '9.25' }, u4: { results: '9.5', appraisal: '8.25' }, u6: { results: '8.8', appraisal: '8.5' } })
    expect(planned).toMatchObject({ ready: false, unmatched: [], duplicates: [], otherSheets: [], layout: { sheet: '一季度', headingRow: 3, nameAt: 1 } })
  })

  it('keeps a hidden column of percentages unread until the user says otherwise', async () => {
    const rate: Wanted = { shape: 'values', columns: [{ id: 'rate', names: ['完成率'] }] }
    expect(faultsOf(await plan(file(bytes), rate, { units }))).toEqual(['E3 hiddenColumn'])
    const planned = await plan(file(bytes), rate, { units, hidden: 'read' })
    expect([planned.ready, planned.percentColumns, valuesOf(planned)]).toEqual([true, ['rate'], { u1: { rate: '95.2' }, u2: { rate: '90' }, u3: { rate: '88' }, u4: { rate: '87' }, u5: { rate: '70' }, u6: { rate: '86' } }])
  })

  it('is planned at the worker\'s bench as anywhere else', async () => {
    const figures: FigureOrder = { units, wanted }
    const product = await new Bench().do({ kind: 'planFigures', order: { source: { from: 'file', base64: bytes.toString('base64') }, figures } })
    expect(structuredClone(product)).toEqual({ ok: true, value: await plan(file(bytes), wanted, { units }) })
  })
})
