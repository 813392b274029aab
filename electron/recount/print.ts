// The second count as plain text, Chinese first, for a terminal or a printer. Control characters in names are never passed on.
import { parseDecimal, toDecimalText, compare, fraction } from './fraction.ts'
import type { SessionFile } from './read.ts'
import type { DecidedBy, Pending, RecountResult, Row } from './result.ts'

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0)

/** Text without anything a terminal could obey. */
export const harmless = (text: string): string => text.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '�')

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const columns = lines[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  const rendered = lines.map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ').trimEnd())
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [...rendered.slice(0, 1), rule, ...rendered.slice(1)]
}

const shownPlaces = 6

/** An exact 'n/d' as a decimal; ≈ stands before one that goes on beyond the shown places. */
const shownMean = (text: string): string => {
  const [numerator = '0', denominator = '1'] = text.split('/')
  const exact = fraction(BigInt(numerator), BigInt(denominator))
  const decimal = toDecimalText(exact, shownPlaces)
  const same = compare(parseDecimal(decimal) ?? fraction(0n), exact) === 0
  return same ? decimal.replace(/0+$/, '').replace(/\.$/, '') : `≈${decimal}`
}

const plainDecision = {
  moreDecimals: '多保留小数 more decimals',
  untrimmedMean: '未去分平均 untrimmed mean',
  draw: '抽签 draw',
  shared: '并列 shared',
} as const

const decision = (decidedBy: DecidedBy, file: SessionFile): string => {
  if (decidedBy === null) return ''
  const [rule, ...rest] = decidedBy.split(':')
  const id = rest.join(':')
  if (rule === 'panel') return `评委组 panel: ${harmless(file.rules.panels.find((panel) => panel.id === id)?.name ?? id)}`
  if (rule === 'criterion') return `评分项 criterion: ${harmless(file.rules.criteria.find((criterion) => criterion.id === id)?.name ?? id)}`
  return Object.entries(plainDecision).find(([name]) => name === decidedBy)?.[1] ?? decidedBy
}

const nameOf = (file: SessionFile, id: string): string => harmless(file.contestants.find((contestant) => contestant.id === id)?.name ?? id)

const pendingSentence = (pending: Pending, file: SessionFile): string => {
  const name = nameOf(file, pending.contestant)
  if (pending.reason === 'withdrawn') return `${name}：已退出 withdrawn`
  if (pending.reason === 'notLocked') return `${name}：尚未锁定 not locked yet`
  const panel = harmless(file.rules.panels.find(({ id }) => id === pending.panel)?.name ?? '')
  return `${name}：${panel} 有效票 ${pending.valid} 张，至少需 ${pending.needed} 张 (${pending.valid} valid sheets, ${pending.needed} needed)`
}

const rowCells = (row: Row, result: RecountResult, file: SessionFile): readonly string[] => {
  const waits = result.needsDraw.includes(row.contestant)
  return [
    `${row.rank}${row.shared ? (waits ? ' 待抽签' : ' 并列') : ''}`,
    harmless(row.name),
    row.total,
    ...row.panels.map(({ mean }) => shownMean(mean)),
    decision(row.decidedBy, file),
  ]
}

export const renderText = (file: SessionFile, result: RecountResult): string => {
  const header = ['名次 Rank', '单位 Name', '总分 Total', ...file.rules.panels.map(({ name }) => `${harmless(name)} mean`), '同分判定 Tie decided by']
  const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)])
  return [
    `复核 Recount: ${harmless(file.title)} (${harmless(file.phase)})`,
    '',
    ...table([header, ...result.rows.map((row) => rowCells(row, result, file))]),
    ...section('待抽签 Waiting for a draw:', result.needsDraw.map((id) => nameOf(file, id))),
    ...section('未排名 Not ranked:', result.pending.map((pending) => pendingSentence(pending, file))),
  ].join('\n')
}
