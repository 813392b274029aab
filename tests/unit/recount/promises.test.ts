// What was promised before the event must hold in the file: the committed lot, the frozen rule sheet.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { demandPromises } from '../../../electron/recount/readPromises.ts'

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const file = (change: Readonly<Record<string, unknown>>) => ({ path: '', value: { orderSeed: 'ABC+27', orderCalled: '27', orderCommitment: sha('ABC'), ruleSheet: sha('评分办法\n'), ruleSheetText: '评分办法\n', ...change } })

test('a seed made of the committed secret and the called number, and a rule sheet under its hash, are taken', () => {
  expect(() => demandPromises(file({}))).not.toThrow()
  expect(() => demandPromises(file({ orderSeed: null, orderCalled: null, orderCommitment: null, ruleSheet: null, ruleSheetText: null }))).not.toThrow()
})
test.each([
  ['another secret than the committed one', { orderSeed: 'ABD+27' }, 'orderSeed'],
  ['another number than the called one', { orderSeed: 'ABC+28' }, 'orderSeed'],
  ['a rule sheet changed after it was frozen', { ruleSheetText: '评分办法改\n' }, 'ruleSheetText'],
])('%s is refused where it stands', (_name, change, path) => {
  expect(() => demandPromises(file(change))).toThrow(expect.objectContaining({ path }) as Error)
})
