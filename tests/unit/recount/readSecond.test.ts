import { describe, expect, test } from 'vitest'
import { FileRefused } from '../../../electron/recount/fields.ts'
import { recount } from '../../../electron/recount/recount.ts'
import { altered } from './exampleSession.ts'
import { enteredPart, gradeForm, onSitePart, rankForm, scoreForm, secondFile } from './secondSession.ts'

const root = 'a'.repeat(64)

/** A session with something of everything. */
const example = () =>
  secondFile({
    forms: [scoreForm([{ id: 'c1', points: '60' }, { id: 'c2', points: '40' }], { corridor: { lowest: '50', highest: '99' } }), gradeForm({ id: 'g' }), { ...rankForm({ by: 'table', points: ['10', '8'] }), id: 'r' }],
    parts: [onSitePart('70'), enteredPart('perf', '30')],
    categories: ['x'],
    panels: [
      { id: 'A', seats: 2, points: '50' },
      { id: 'B', form: 'g', voters: 'anonymous', points: '30' },
      { id: 'C', form: 'r', voters: 'counts', points: '20', categories: ['x'] },
    ],
    adjustments: [{ id: 'honour', name: '示例', sign: 'bonus', fullMark: '100', cap: '3' }],
    timePenalty: { fullMark: '10', phases: 'both', graceSeconds: 0, tiers: [], cap: '0.2', under: null },
    ties: [{ by: 'part', id: 'perf' }, { by: 'criterion', id: 'c2' }, { by: 'playOff' }, { by: 'draw' }],
    placePoints: { points: { by: 'linear', top: '10', step: '1' }, ties: 'averaged' },
    awards: [{ id: 't1', name: '示例奖', category: 'x', quota: 1, score: null }],
    contestants: [
      {
        category: 'x', sheets: { A: ['50 30', '弃权'], B: ['好', '较好'] }, gaps: { A2: 'wait' }, relaxed: [['A', 0, 0]], parts: { perf: '80' }, adjustments: [['time', '0.1']],
        counts: [{ panel: 'C', counts: { 1: 3, 2: 1 }, blank: 1, void: 0 }], balances: [{ panel: 'C', issued: 6, returned: 5, reason: '' }],
      },
      { category: 'x', sheets: { A: ['40 30', '41 30'], B: ['好', '较差'] }, parts: { perf: '70' }, counts: [{ panel: 'C', counts: { 1: 2, 2: 3 }, blank: 0, void: 0 }] },
    ],
    // printf 'lot-7:u1' | sha256sum → 6d68a485…, u2 → 0f13ede3…
    draws: [{ contestants: ['u1', 'u2'], seed: 'lot-7', order: ['u2', 'u1'] }],
    playOffs: [{ contestants: ['u1', 'u2'], order: [['u1'], ['u2']], note: '' }],
    boxes: [{ panel: 'B', count: 0, root }],
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

const fieldsOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => fieldsOf(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...fieldsOf(inner, [...path, key])])
}

describe('a session file of version 2', () => {
  test('that is whole is counted', () => {
    expect(refusalOf(example())).toBe('counted')
  })

  test('that lacks a field is refused with its path, wherever it stands', () => {
    const file = example()
    const mayBeMissing = /\.marks\.\w+$|\.counts\.\d$|\.parts\.perf$/
    const demanded = fieldsOf(file).filter((path) => !mayBeMissing.test(dotted(path)))
    expect(demanded.length).toBeGreaterThan(300)
    for (const path of demanded) expect(refusalOf(altered(file, path, undefined))).toBe(dotted(path))
  })

  const open: readonly Path[] = [
    ['rules'], ['rules', 'forms', 0], ['rules', 'forms', 1], ['rules', 'forms', 2], ['rules', 'forms', 0, 'criteria', 0], ['rules', 'forms', 0, 'corridor'],
    ['rules', 'forms', 1, 'grades', 0], ['rules', 'forms', 2, 'points'], ['rules', 'parts', 0], ['rules', 'panels', 0], ['rules', 'adjustments', 0], ['rules', 'missing'],
    ['rules', 'rounding'], ['rules', 'categories', 0], ['rules', 'ties', 0], ['rules', 'ties', 2], ['rules', 'placePoints'], ['rules', 'awards'], ['rules', 'awards', 'tiers', 0],
    ['rules', 'time'], ['rules', 'time', 'penalty'],
  ]
  test.each(open.map((path) => ({ where: dotted(path), path })))('an unknown rule in $where is refused', ({ where, path }) => {
    expect(refusalOf(altered(example(), [...path, 'handicap'], '5'))).toBe(`${where}.handicap`)
  })

  const contestant: Path = ['contestants', 0]
  const wrong: readonly (readonly [string, Path, unknown, string?])[] = [
    ['a panel of an unknown ballot', ['rules', 'panels', 0, 'form'], 'z'],
    ['a panel of an entered part', ['rules', 'panels', 0, 'part'], 'perf'],
    ['panels whose points do not make up their part', ['rules', 'panels', 0, 'points'], '49', 'rules.panels'],
    ['panels that do so in one category only', ['rules', 'categories'], [{ id: 'x', name: 'x' }, { id: 'y', name: 'y' }], 'rules.panels'],
    ['parts whose points do not make up the full mark', ['rules', 'parts', 1, 'points'], '31', 'rules.parts'],
    ['a part without a full mark', ['rules', 'parts', 1, 'fullMark'], '0'],
    ['grades trimmed per criterion', ['rules', 'panels', 1, 'trimOf'], 'criteria'],
    ['a score sheet of counts', ['rules', 'panels', 0, 'voters'], 'counts'],
    ['one criterion twice', ['rules', 'forms', 0, 'criteria', 1, 'id'], 'c1'],
    ['a kind of adjustment called time', ['rules', 'adjustments', 0, 'id'], 'time', 'rules.adjustments'],
    ['a tie rule for an unknown part', ['rules', 'ties', 0, 'id'], 'z'],
    ['a grade the ballot does not have', [...contestant, 'sheets', 2, 'marks', 'cell'], '优'],
    ['a mark beside the cell', [...contestant, 'sheets', 2, 'marks', 'c1'], '5'],
    ['a sheet outside the corridor', [...contestant, 'sheets', 0, 'marks', 'c1'], '10', 'contestants[0].sheets[0].marks'],
    ['a sheet of a stranger', [...contestant, 'sheets', 0, 'judge'], 'D-p1'],
    ['a ballot without a name in a panel with names', [...contestant, 'sheets', 0, 'judge'], 'A-p1'],
    ['a ballot that was never sealed in the box', [...contestant, 'sheets', 2, 'judge'], 'B-b1', 'contestants[0].sheets'],
    ['an unknown category', [...contestant, 'category'], 'y'],
    ['a score for a part scored by panels', [...contestant, 'parts', 'onSite'], '90'],
    ['an adjustment of an unknown kind', [...contestant, 'adjustments', 0, 'kind'], 'mood'],
    ['a penalty below zero', [...contestant, 'adjustments', 0, 'amount'], '-1'],
    ['counts of a panel with sheets', [...contestant, 'counts', 0, 'panel'], 'B'],
    ['counts of a place beyond the last', [...contestant, 'counts', 0, 'counts', '3'], 1, 'contestants[0].counts'],
    ['half a vote', [...contestant, 'counts', 0, 'counts', '1'], 0.5],
    ['a play-off that leaves one out', ['playOffs', 0, 'order'], [['u1']]],
    ['a play-off with a stranger', ['playOffs', 0, 'order', 1, 0], 'u9'],
    ['a root that is none', ['boxes', 0, 'root'], 'abc'],
    ['a box of a panel with names', ['boxes', 0, 'panel'], 'A'],
  ]
  test.each(wrong.map(([what, path, value, where]) => ({ what, path, value, where: where ?? dotted(path) })))('$what is refused', ({ path, value, where }) => {
    expect(refusalOf(altered(example(), path, value))).toBe(where)
  })

  test('penalties for time are unknown where the rules have none', () => {
    expect(refusalOf(altered(example(), ['rules', 'time', 'penalty'], null))).toBe('contestants[0].adjustments[0].kind')
  })
})

describe('notes', () => {
  test('the root of a sealed box cannot be checked from this file, and the count says so', () => {
    expect(recount(example()).notes).toEqual([{ code: 'boxRoot', panel: 'B', count: 0, root }])
  })

  test('a balance that does not come out and that nobody explained is noted', () => {
    const off = altered(example(), ['contestants', 0, 'balances', 0, 'returned'], 4)
    expect(recount(off).notes.at(-1)).toEqual({ code: 'unbalanced', contestant: 'u1', panel: 'C' })
    expect(recount(altered(Object(off), ['contestants', 0, 'balances', 0, 'reason'], '一张损毁')).notes).toHaveLength(1)
  })
})
