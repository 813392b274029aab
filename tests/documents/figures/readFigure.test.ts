import { describe, expect, it } from 'vitest'
import { readFigure, conventionOf, type ReadFigure } from '../../../electron/documents/workbook/figures/readFigure.ts'
import type { FigureCell } from '../../../electron/documents/workbook/figures/figureCells.ts'
import { below, seeded, type Chance } from '../../support/chance.ts'

const written = (text: string): FigureCell => ({ kind: 'text', text })
const stored = (value: number, shown: string, percent = false): FigureCell => ({ kind: 'number', value, shown, percent })
const told = (figure: ReadFigure): string => (figure.ok ? figure.text : figure.code)
const among = (text: string, ...others: readonly string[]): string => {
  const cells = [text, ...others].map(written)
  return told(readFigure(written(text), { convention: conventionOf(cells) }))
}

describe('a figure written as text', () => {
  it.each([
    ['９．５', '9.5'], ['9,5', '9.5'], ['9，5', '9.5'], ['9。5', '9.5'], ['9·5', '9.5'], ['.5', '0.5'], ["'9.5", '9.5'], ['’9.5', '9.5'],
    ['9.50 分', '9.5'], ['95%', '95'], ['９５．２％', '95.2'], ['\u00a09.5\u3000', '9.5'], ['\u200b9.5\ufeff', '9.5'], ['+7', '7'], ['−0.5', '-0.5'], ['－0.5', '-0.5'], ['007', '7'], ['-0', '0'],
    ['1,234.5', '1234.5'], ['1,234,567', '1234567'], ['1.234,5', '1234.5'], ['1.234.567,89', '1234567.89'], ['1\u00a0234,5', '1234.5'], ['1\u202f234', '1234'], ['0.125', '0.125'], ['0,125', '0.125'],
    ['1234,567', '1234.567'], ['9.10000000000000000001', '9.10000000000000000001'],
  ])('%j is %s', (text, figure) => {
    expect(told(readFigure(written(text)))).toBe(figure)
  })

  it.each(['九十五', '9.', '9分5', '约9', '9.5.', '(9.5)', '1e3', '9 5', '95 100', '1,23,456', '9..5', '弃权', 'TRUE', '--5', '9.5‰', '0,123.5', '9.5\u00a0100'])('%j is refused as no number', (text) => {
    expect(told(readFigure(written(text)))).toBe('notANumber')
  })

  it.each(['', '  ', '—', '－', '-', '/', '——'])('%j is blank, not zero', (text) => {
    expect(readFigure(written(text))).toEqual({ ok: true, text: '', percent: false })
  })

  it('that a program or a person made a date is refused, with what it may have been', () => {
    expect(readFigure(written('9月5日'))).toEqual({ ok: false, code: 'dateMaybe', details: { text: '9月5日', guess: '9.5' } })
    expect(['9/5', '9-5', '2026/9/5', '2026-09-05', '5-Sep', '9:30', '2026.9.5', '85-90'].map((text) => told(readFigure(written(text)))))
      .toEqual(['dateMaybe', 'dateMaybe', 'date', 'date', 'date', 'date', 'date', 'date'])
  })
})

describe('three digits behind a single comma', () => {
  it('are refused with both readings when nothing settles them', () => {
    expect(readFigure(written('1,234'))).toEqual({ ok: false, code: 'ambiguous', details: { text: '1,234', decimal: '1.234', grouped: '1234' } })
    expect(among('1,234', '12', '1,500')).toBe('ambiguous')
  })

  it('are what the other cells of the column prove them to be', () => {
    expect(among('1,234', '9,5')).toBe('1.234')
    expect(among('1,234', '2,345.5')).toBe('1234')
    expect(among('1,234', '1,234,567')).toBe('1234')
    expect(among('1,234', '1.234,5')).toBe('1.234')
  })

  it('stay refused where the column uses both signs', () => {
    expect(among('1,234', '9,5', '9.5')).toBe('ambiguous')
  })

  it('are not made thousands by points elsewhere: the comma may be a slip', () => {
    expect(among('9,125', '9.5', '8.75')).toBe('ambiguous')
  })

  it('behind a point are decimals unless the column proves the comma to be the point', () => {
    expect(among('1.234')).toBe('1.234')
    expect(among('1.234', '9,5')).toBe('ambiguous')
    expect(among('1.234', '9,5', '9.5')).toBe('1.234')
  })

  it('are never settled for groups of four', () => {
    expect(among('10,0000', '1,234,567')).toBe('ambiguous')
  })
})

describe('a stored number', () => {
  it('is read to the fifteen digits a spreadsheet knows', () => {
    expect(told(readFigure(stored(9.0999999999999996, '9.1')))).toBe('9.1')
    expect(told(readFigure(stored(0.1 + 0.2, '0.3')))).toBe('0.3')
    expect(told(readFigure(stored(1e-7, '1E-7')))).toBe('0.0000001')
    expect(told(readFigure(stored(-123456789012345, '-123456789012345')))).toBe('-123456789012345')
    expect(told(readFigure(stored(Number.POSITIVE_INFINITY, '')))).toBe('notANumber')
  })

  it('under a percentage format is the figure before the sign', () => {
    expect(readFigure(stored(0.952, '95.2%', true))).toEqual({ ok: true, text: '95.2', percent: true })
    expect(told(readFigure(stored(0.07, '7%', true)))).toBe('7')
  })

  it('that shows fewer digits than it holds is refused until somebody says which of them counts', () => {
    const cell = stored(81.6666666666667, '81.67')
    expect(readFigure(cell)).toEqual({ ok: false, code: 'shownRounded', details: { stored: '81.6666666666667', shown: '81.67' } })
    expect(told(readFigure(cell, { rounded: 'shown' }))).toBe('81.67')
    expect(told(readFigure(cell, { rounded: 'stored' }))).toBe('81.6666666666667')
  })

  it('is rounded half up on its digits as Excel shows it, whatever a format library makes of it', () => {
    expect(told(readFigure(stored(1.005, '1.00'), { rounded: 'shown' }))).toBe('1.01')
    expect(told(readFigure(stored(-2.5, '-2'), { rounded: 'shown' }))).toBe('-3')
  })

  it('that shows another scale is never taken as shown', () => {
    expect(told(readFigure(stored(1234567, '1234.6'), { rounded: 'shown' }))).toBe('shownOtherwise')
  })

  it('whose format shows no figure is taken as stored', () => {
    expect(['', '9 1/2', '9.50E+00', '(9.5)', 'G/通用格式分'].map((shown) => told(readFigure(stored(9.5, shown))))).toEqual(['9.5', '9.5', '9.5', '9.5', '9.5'])
  })
})

describe('any decimal', () => {
  const wide = (text: string): string => text.replace(/[0-9.,%+-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  const grouped = (whole: string, sign: string): string => whole.replace(/\B(?=(\d{3})+$)/gu, sign)
  interface Parts { readonly minus: string; readonly whole: string; readonly part: string }
  const ways: readonly ((parts: Parts) => string)[] = [
    ({ minus, whole, part }) => `${minus}${whole}.${part}`,
    ({ minus, whole, part }) => wide(`${minus}${whole}.${part}`),
    ({ minus, whole, part }) => `${minus}${whole}。${part}`,
    ({ minus, whole, part }) => `${minus}${whole}.${part}00 分`,
    ({ minus, whole, part }) => `'${minus}00${whole}.${part}`,
    ({ minus, whole, part }) => `\u00a0${minus}${whole}.${part}%\u3000`,
    ({ minus, whole, part }) => `${minus}${grouped(whole, ',')}.${part}`,
    ({ minus, whole, part }) => `${minus}${grouped(whole, '\u00a0')}.${part}`,
    ({ minus, whole, part }) => `${minus}${whole},${part}`,
    ({ minus, whole, part }) => wide(`${minus}${whole},${part}`),
    ({ minus, whole, part }) => `${minus}${grouped(whole, '.')},${part}`,
    ({ minus, whole, part }) => `${minus === '' ? '+' : '−'}${whole}.${part}`,
  ]
  const random = (chance: Chance): { readonly exact: string; readonly parts: Parts } => {
    const whole = String(below(chance, 10 ** (1 + below(chance, 7))))
    // Two digits behind the separator, or one: never the three that leave it open.
    const part = `${below(chance, 10) === 0 ? '' : below(chance, 10)}${1 + below(chance, 9)}`
    const minus = below(chance, 4) === 0 ? '-' : ''
    return { exact: `${minus}${whole}.${part}`, parts: { minus, whole, part } }
  }

  it('is read back exactly however it is written', () => {
    const seed = 20261104
    const chance = seeded(seed)
    for (let round = 0; round < 1500; round += 1) {
      const { exact, parts } = random(chance)
      for (const [way, write] of ways.entries()) expect(told(readFigure(written(write(parts)))), `seed ${seed}, round ${round}, way ${way}: ${write(parts)}`).toBe(exact)
    }
  })

  it('is read back exactly from the binary number a spreadsheet keeps of it, plain and as a percentage', () => {
    const chance = seeded(9105)
    for (let round = 0; round < 3000; round += 1) {
      const { exact } = random(chance)
      const value = Number(exact)
      expect(told(readFigure(stored(value, exact)))).toBe(exact)
      expect(told(readFigure(stored(value / 100, `${exact}%`, true)))).toBe(exact)
    }
  })

  it('with three digits behind its only separator is settled by a neighbour, and otherwise refused with the right reading among the two', () => {
    const chance = seeded(314)
    for (let round = 0; round < 500; round += 1) {
      const [whole, part] = [String(1 + below(chance, 999)), String(100 + below(chance, 899)).replace(/0$/u, '1')]
      expect(among(`${whole},${part}`, '9,5')).toBe(`${whole}.${part}`)
      expect(among(`${whole},${part}`, '1,234,567')).toBe(`${whole}${part}`)
      expect(readFigure(written(`${whole},${part}`))).toMatchObject({ code: 'ambiguous', details: { decimal: `${whole}.${part}`, grouped: `${whole}${part}` } })
    }
  })
})
