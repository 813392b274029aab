import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, test } from 'vitest'
import { recount, runRecount } from '../../../electron/recount/recount.ts'
import { altered, oneFigure, sessionFile } from './exampleSession.ts'

const folder = mkdtempSync(join(tmpdir(), 'recount-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const saved = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const example = () =>
  sessionFile({
    criteria: oneFigure,
    panels: [
      { id: 'A', weight: '60', seats: 3, minimum: 2 },
      { id: 'B', weight: '40', seats: 1 },
    ],
    ties: [{ by: 'panel', id: 'B' }, { by: 'draw' }],
    contestants: [
      { name: '甲区', sheets: { A: ['81', '81', '83'], B: ['80'] } },
      { name: '乙区', sheets: { A: ['90', '90', '90'], B: ['80'] } },
      { name: '丙区', sheets: { A: ['90', '90', '90'], B: ['80'] } },
      { name: '丁区', sheets: { A: ['90', '', ''], B: ['80'] } },
      { name: '戊区', sheets: { A: [], B: [] }, withdrawn: true },
    ],
  })

describe('the command', () => {
  test('prints places, names, totals and panel means, and what is still open', () => {
    const { code, output } = runRecount([saved('session.json', JSON.stringify(example()))])
    expect(code).toBe(0)
    // 甲区: 245/3 × 0.6 + 80 × 0.4 = 81; 乙区 and 丙区: 54 + 32 = 86
    expect(output.split('\n')).toEqual([
      '复核 Recount: 示例市书记擂台 (finalised)',
      '',
      '名次 Rank  单位 Name  总分 Total  示例A组 mean  示例B组 mean  同分判定 Tie decided by',
      '---------  ---------  ----------  ------------  ------------  -----------------------',
      '1 待抽签   乙区       86.00       90            80',
      '1 待抽签   丙区       86.00       90            80',
      '3          甲区       81.00       ≈81.666667    80',
      '',
      '待抽签 Waiting for a draw:',
      '  乙区',
      '  丙区',
      '',
      '未排名 Not ranked:',
      '  丁区：示例A组 有效票 1 张，至少需 2 张 (1 valid sheets, 2 needed)',
      '  戊区：已退出 withdrawn',
    ])
  })

  test('with --json prints the result itself', () => {
    const { code, output } = runRecount([saved('json.json', JSON.stringify(example())), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(output)).toEqual(recount(example()))
  })

  test('a name cannot move the cursor of the terminal', () => {
    const file = altered(example(), ['contestants', 0, 'name'], '甲\u001b[2J\n区\u202e')
    expect(runRecount([saved('escape.json', JSON.stringify(file))]).output).toContain('甲�[2J�区�')
  })

  test.each([
    ['no file', join(folder, 'nothing.json'), '文件读不出来'],
    ['no JSON', saved('broken.json', '{"format":'), '不是 JSON 文件'],
    ['no UTF-8', saved('encoded.json', Uint8Array.of(0x22, 0xbc, 0xd7, 0x22)), '文件读不出来'],
    ['a refused file', saved('refused.json', JSON.stringify(altered(example(), ['judges', 0, 'panel'], 'Z'))), 'judges[0].panel：没有编号为 Z 的条目'],
  ])('%s ends with 2 and one sentence', (_, path, sentence) => {
    const { code, output } = runRecount([path])
    expect(code).toBe(2)
    expect(output).toContain(sentence)
    expect(output.split('\n')).toHaveLength(1)
  })

  test.each([[[]], [['one.json', 'two.json']], [['one.json', '--fast']]])('arguments %j are answered with the usage and 2', (parameters) => {
    expect(runRecount(parameters)).toEqual({ code: 2, output: 'recount：用法：recount 文件 [--json] (usage: recount FILE [--json])' })
  })

  test('runs from its source under plain Node', () => {
    const script = join(import.meta.dirname, '../../../electron/recount/recount.ts')
    const good = spawnSync(process.execPath, [script, saved('run.json', JSON.stringify(example()))], { encoding: 'utf8' })
    expect([good.status, good.stderr, good.stdout.includes('乙区')]).toEqual([0, '', true])
    const bad = spawnSync(process.execPath, [script, join(folder, 'nothing.json')], { encoding: 'utf8' })
    expect([bad.status, bad.stdout, bad.stderr.includes('ENOENT')]).toEqual([2, '', true])
  })
})
