// The second count as plain text, Chinese first: one table per category, then what is open, who is not ranked, and what could not be checked.
import { parseDecimal, toDecimalText, compare, fraction } from './fraction.ts'
import type { DecidedBy, Note, Open, Pending, RecountResult, Row } from './result.ts'
import { criteriaOf, scores } from './rules.ts'
import type { SessionFile } from './sessionFile.ts'
import { harmless, table } from './table.ts'

const shownPlaces = 6

/** An exact 'n/d' as a decimal; ≈ stands before one that goes on beyond the shown places. */
const shownExact = (text: string | null): string => {
  if (text === null) return ''
  const [numerator = '0', denominator = '1'] = text.split('/')
  const exact = fraction(BigInt(numerator), BigInt(denominator))
  const decimal = toDecimalText(exact, shownPlaces)
  const same = compare(parseDecimal(decimal) ?? fraction(0n), exact) === 0
  return same ? decimal.replace(/0+$/, '').replace(/\.$/, '') : `≈${decimal}`
}

const plainDecision = {
  moreDecimals: '多保留小数 more decimals',
  untrimmedMean: '未去分平均 untrimmed mean',
  playOff: '加赛 play-off',
  draw: '抽签 draw',
  shared: '并列 shared',
} as const

/** A thing by its id as people call it. */
const called = (things: readonly { readonly id: string; readonly name: string }[], id: string | undefined): string => harmless(things.find((thing) => thing.id === id)?.name ?? id ?? '')

const decision = (decidedBy: DecidedBy, { rules }: SessionFile): string => {
  if (decidedBy === null) return ''
  const [rule, ...rest] = decidedBy.split(':')
  const id = rest.join(':')
  if (rule === 'panel') return `评委组 panel: ${called(rules.panels, id)}`
  if (rule === 'criterion') return `评分项 criterion: ${called(criteriaOf(rules.forms), id)}`
  if (rule === 'part') return `部分 part: ${called(rules.parts, id)}`
  return Object.entries(plainDecision).find(([name]) => name === decidedBy)?.[1] ?? decidedBy
}

const pendingSentence = (pending: Pending, { rules, contestants }: SessionFile): string => {
  const name = called(contestants, pending.contestant)
  switch (pending.reason) {
    case 'withdrawn': return `${name}：已退出 withdrawn`
    case 'forfeited': return `${name}：弃权，不排名 forfeited`
    case 'notLocked': return `${name}：尚未锁定 not locked yet`
    case 'partMissing': return `${name}：${called(rules.parts, pending.part)} 尚未录入 (this part is not entered yet)`
    case 'tooFewSheets':
      return `${name}：${called(rules.panels, pending.panel)} 有效票 ${pending.valid} 张，至少需 ${pending.needed} 张 (${pending.valid} valid sheets, ${pending.needed} needed)`
  }
}

const noteSentence = (note: Note, { rules, contestants }: SessionFile): string => {
  const panel = called(rules.panels, note.panel)
  if (note.code === 'unbalanced') return `${called(contestants, note.contestant)}：${panel} 收回票数与所录不符，且未写明原因 (ballots do not balance and nobody wrote why)`
  const box = `${panel} 密封票箱 ${note.count} 张，校验根 ${note.root.slice(0, 16)}…`
  return `${box}：本文件不含票面原文，无法核对；可用 verify 核对备份 (the root of this sealed box is not checked here: verify does it from a backup)`
}

const waiting = { playOff: '待加赛', draw: '待抽签' } as const

const rankCell = (row: Row, open: readonly Open[]): string => {
  const waits = open.find(({ contestants }) => contestants.includes(row.contestant))
  return `${row.rank}${row.shared ? ` ${waits === undefined ? '并列' : waiting[waits.by]}` : ''}`
}

interface Column {
  readonly title: string
  readonly cell: (row: Row) => string
}

/** Columns that say nothing in this session are left out: a single part, bonuses nobody got, awards nobody gives. */
const columnsFor = (rows: readonly Row[], category: string | null, { file, result }: Shown): readonly Column[] => {
  const { rules } = file
  const panels = rules.panels.filter((panel) => scores(panel, category))
  const parts = rules.parts.length > 1 || panels.length === 0 ? rules.parts : []
  return [
    { title: '名次 Rank', cell: (row) => rankCell(row, result.open) },
    { title: '单位 Name', cell: ({ name }) => harmless(name) },
    { title: '总分 Total', cell: ({ total }) => total },
    ...panels.map(({ id, name }) => ({ title: `${harmless(name)} mean`, cell: (row: Row) => shownExact(row.panels.find(({ panel }) => panel === id)?.mean ?? null) })),
    ...parts.map(({ id, name }) => ({ title: `${harmless(name)} part`, cell: (row: Row) => shownExact(row.parts.find(({ part }) => part === id)?.score ?? null) })),
    ...(rows.some(({ adjustment }) => adjustment !== null) ? [{ title: '加减分 Adjustment', cell: ({ adjustment }: Row) => shownExact(adjustment) }] : []),
    ...(rules.tiers.length > 0 ? [{ title: '奖项 Award', cell: ({ tier }: Row) => (tier === null ? '' : called(rules.tiers, tier)) }] : []),
    ...(rules.placePoints === null ? [] : [{ title: '名次分 Place points', cell: ({ placePoints }: Row) => shownExact(placePoints) }]),
    { title: '同分判定 Tie decided by', cell: ({ decidedBy }) => decision(decidedBy, file) },
  ]
}

interface Shown {
  readonly file: SessionFile
  readonly result: RecountResult
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)])

const awaited: ReadonlySet<Pending['reason']> = new Set(['notLocked', 'tooFewSheets', 'partMissing'])

/** A contestant whose sheets or parts are still to come may change every place of its category. */
const standsOpen = (category: string | null, { file, result }: Shown): boolean =>
  file.contestants.some(({ id, category: own }) => own === category && result.pending.some(({ contestant, reason }) => contestant === id && awaited.has(reason)))

const categoryLines = (category: string | null, shown: Shown): readonly string[] => {
  const rows = shown.result.rows.filter((row) => row.category === category)
  const { categories } = shown.file.rules
  if (categories.length > 0 && rows.length === 0) return []
  const columns = columnsFor(rows, category, shown)
  const lines = table([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))])
  const heading = categories.length === 0 ? [] : [`组别 Category: ${category === null ? '—' : called(categories, category)}`]
  const provisional = standsOpen(category, shown) && shown.file.version > 1 && rows.length > 0 ? ['（名次未定：尚有单位待计分 provisional: not everybody is counted yet）'] : []
  return ['', ...heading, ...lines, ...provisional]
}

const openLines = ({ file, result }: Shown, by: Open['by']): readonly string[] =>
  result.open.filter((group) => group.by === by).flatMap(({ contestants }) => contestants.map((id) => called(file.contestants, id)))

export const renderText = (file: SessionFile, result: RecountResult): string => {
  const shown = { file, result }
  return [
    `复核 Recount: ${harmless(file.title)} (${harmless(file.phase)})`,
    ...[...file.rules.categories.map(({ id }) => id), null].flatMap((category) => categoryLines(category, shown)),
    ...section('待加赛 Waiting for a play-off:', openLines(shown, 'playOff')),
    ...section('待抽签 Waiting for a draw:', openLines(shown, 'draw')),
    ...section('未排名 Not ranked:', result.pending.map((pending) => pendingSentence(pending, file))),
    ...section('说明 Notes:', result.notes.map((note) => noteSentence(note, file))),
  ].join('\n')
}
