import { describe, expect, test } from 'vitest'
import { FileRefused } from '../../../electron/recount/fields.ts'
import { recount } from '../../../electron/recount/recount.ts'
import { altered, sessionFile, workedSheets } from './exampleSession.ts'

const draw = { contestants: ['u1', 'u2'], seed: 'lot-7', order: ['u2', 'u1'] }

const example = () =>
  sessionFile({
    ties: [{ by: 'panel', id: 'A' }, { by: 'criterion', id: 'c2' }, { by: 'draw' }],
    contestants: [
      { name: '甲区', sheets: { A: workedSheets }, gaps: { A1: 'wait' }, relaxed: [{ panel: 'A', dropHighest: 1, dropLowest: 1 }] },
      { name: '乙区', sheets: { A: workedSheets } },
    ],
    draws: [draw],
  })

const refusalOf = (file: unknown): string => {
  try {
    recount(file)
    return 'counted'
  } catch (problem) {
    if (problem instanceof FileRefused) return problem.path
    throw problem
  }
}

type Path = readonly (string | number)[]

const dotted = (path: Path): string => path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`), '')

/** Every field of every object in the file. */
const fieldsOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => fieldsOf(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...fieldsOf(inner, [...path, key])])
}

describe('a session file that is whole', () => {
  test('is counted', () => {
    expect(refusalOf(example())).toBe('counted')
  })

  test.each([[null], [[]], ['leitai'], [7]])('%j is no session file', (file) => {
    expect(refusalOf(file)).toBe('(file)')
  })

  test('a missing field is refused with its path, wherever it stands', () => {
    const file = example()
    const mayBeMissing = /^rules\.(windows|reveal|disclosure|time|singleOperator)$|\.marks\.c\d$/
    const demanded = fieldsOf(file).filter((path) => !mayBeMissing.test(dotted(path)))
    expect(demanded.length).toBeGreaterThan(150)
    for (const path of demanded) expect(refusalOf(altered(file, path, undefined))).toBe(dotted(path))
  })
})

describe('a wrong value is refused with its path', () => {
  const sheet: Path = ['contestants', 0, 'sheets', 0]

  test.each<readonly [string, Path, unknown]>([
    ['another format', ['format'], 'other'],
    ['another version', ['version'], 3],
    ['a mark off its step', [...sheet, 'marks', 'c1'], '28.3'],
    ['a mark above its ceiling', [...sheet, 'marks', 'c1'], '30.5'],
    ['a mark below its floor', [...sheet, 'marks', 'c1'], '-0.5'],
    ['a mark that is a number, not a text', [...sheet, 'marks', 'c1'], 28.5],
    ['a mark that is no decimal', [...sheet, 'marks', 'c1'], '2e1'],
    ['a mark for an unknown criterion', [...sheet, 'marks', 'c9'], '1'],
    ['a sheet of an unknown judge', [...sheet, 'judge'], 'Z1'],
    ['a second sheet of one judge', ['contestants', 0, 'sheets', 1, 'judge'], 'A1'],
    ['an unknown kind of sheet', [...sheet, 'kind'], 'maybe'],
    ['an unknown source', [...sheet, 'source'], 'telegram'],
    ['a revision below zero', [...sheet, 'revision'], -1],
    ['an unknown cause of a gap', ['contestants', 0, 'gaps', 0, 'cause'], 'ill'],
    ['a relaxation of an unknown panel', ['contestants', 0, 'relaxed', 0, 'panel'], 'Z'],
    ['half a sheet dropped', ['contestants', 0, 'relaxed', 0, 'dropLowest'], 0.5],
    ['locked as a text', ['contestants', 0, 'locked'], 'true'],
    ['a second contestant with one id', ['contestants', 1, 'id'], 'u1'],
    ['a second judge with one id', ['judges', 1, 'id'], 'A1'],
    ['a judge of an unknown panel', ['judges', 0, 'panel'], 'Z'],
    ['weights that do not add up to 100', ['rules', 'panels'], [{ ...example().rules.panels[0], weight: '99.9' }]],
    ['no panel at all', ['rules', 'panels'], []],
    ['a step of zero', ['rules', 'criteria', 0, 'step'], '0'],
    ['a floor above the ceiling', ['rules', 'criteria', 0, 'floor'], '31'],
    ['an unknown way of dropping', ['rules', 'trimOf'], 'both'],
    ['more than twelve places', ['rules', 'rounding', 'final'], 13],
    ['no final rounding', ['rules', 'rounding', 'final'], null],
    ['a tie rule for an unknown panel', ['rules', 'ties', 0, 'id'], 'Z'],
    ['an unknown tie rule', ['rules', 'ties', 2, 'by'], 'coin'],
    ['a rule this version does not have', ['rules', 'handicap'], '5'],
    ['a criterion with a field this version does not have', ['rules', 'criteria', 0, 'weight'], '2'],
    ['an unknown contestant in the speaking order', ['order', 1], 'u9'],
    ['a draw that does not follow from its seed', ['draws', 0, 'order'], ['u1', 'u2']],
    ['a draw that leaves one out', ['draws', 0, 'order'], ['u2']],
    ['an unknown contestant in a draw', ['draws', 0, 'contestants', 1], 'u9'],
  ])('%s', (_, path, value) => {
    expect(refusalOf(altered(example(), path, value))).toBe(dotted(path))
  })

  test('points that do not add up to the full mark', () => {
    expect(refusalOf(altered(example(), ['rules', 'fullMark'], '120'))).toBe('rules.criteria')
  })

  test('two draws of one group that end differently', () => {
    // printf 'lot-1:u1' | sha256sum → 1484f604…, u2 → ae92be02…
    const other = { contestants: ['u2', 'u1'], seed: 'lot-1', order: ['u1', 'u2'] }
    expect(refusalOf(altered(example(), ['draws'], [draw, other]))).toBe('draws[1]')
    expect(refusalOf(altered(example(), ['draws'], [draw, draw]))).toBe('counted')
  })

  test('the marks of a void sheet are not held against the limits', () => {
    const file = altered(example(), [...sheet, 'kind'], 'void')
    expect(refusalOf(altered(Object(file), [...sheet, 'marks', 'c1'], '999'))).toBe('counted')
  })

  test('the refusal says in both languages what is wrong', () => {
    const file = altered(example(), [...sheet, 'marks', 'c1'], '28.3')
    expect(() => recount(file)).toThrow(
      expect.objectContaining({ chinese: '28.3 不在步长 0.5 上', english: '28.3 does not lie on the step 0.5' }),
    )
  })
})
