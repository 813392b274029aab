import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { drawOrder } from '../../../shared/kernel/draw.ts'
import { ERROR_CODES } from '../../../shared/kernel/errors.ts'
import { decimalField, idField, nameField } from '../../../shared/kernel/fields.ts'

describe('a draw', () => {
  const ids = ['甲', 'u2', 'x', 'y', 'z']

  it('is the order of the SHA-256 of seed:id, which anyone can check', () => {
    const byHand = [...ids].sort((a, b) => (createHash('sha256').update(`7A3F:${a}`).digest('hex') < createHash('sha256').update(`7A3F:${b}`).digest('hex') ? -1 : 1))
    expect(drawOrder('7A3F', ids)).toEqual(byHand)
  })

  it('does not depend on the order the ids are given in, but on the seed', () => {
    expect(drawOrder('7A3F', [...ids].reverse())).toEqual(drawOrder('7A3F', ids))
    expect(new Set(['1', '2', '3', '4', '5', '6'].map((seed) => drawOrder(seed, ids).join())).size).toBeGreaterThan(1)
  })
})

describe('a field', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])('of ids is never %s, which every object has', (id) => {
    expect(idField.safeParse(id).success).toBe(false)
  })

  it.each(['', 'a b', '甲', 'x'.repeat(65), 'a.b', 'a/b'])('of ids refuses %j', (id) => {
    expect(idField.safeParse(id).success).toBe(false)
  })

  it.each(['+3', '030', '00', '1.', '.5', '1e3', '12345678', '1.1234567', ''])('of decimals refuses %j', (text) => {
    expect(decimalField.safeParse(text).success).toBe(false)
  })

  it.each(['0', '-0.5', '30', '1234567.123456'])('of decimals takes %s', (text) => {
    expect(decimalField.safeParse(text).success).toBe(true)
  })

  it('of names is one trimmed line', () => {
    expect(nameField.parse('  甲区 \n 机关\u3000')).toBe('甲区 机关')
  })
})

it('the list of refusal codes names none twice', () => {
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length)
})
