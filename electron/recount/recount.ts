// `recount FILE [--json]`: counts a session file again from its sheets alone. It shares no code with the program that wrote the file.
// Exit 0: counted. Exit 2: the file cannot be read or breaks the format, said in one sentence with its place.
import { readFileSync } from 'node:fs'
import { pointsOf, tiersOf } from './awards.ts'
import { notesOf } from './consistency.ts'
import { countContestant } from './count.ts'
import type { Counted } from './count.ts'
import { FileRefused } from './fields.ts'
import { toDecimalText, toFractionText } from './fraction.ts'
import { renderText } from './print.ts'
import { rankAll } from './rank.ts'
import type { Placed, Ranking } from './rank.ts'
import { readSessionFile } from './read.ts'
import type { Pending, RecountResult, Row } from './result.ts'
import { roomOf } from './seats.ts'
import type { SessionFile } from './sessionFile.ts'
import { harmless } from './table.ts'

const rowOf = ({ counted, rank, shared, decidedBy }: Placed, { rules }: SessionFile): Omit<Row, 'tier' | 'placePoints'> => ({
  contestant: counted.contestant.id,
  name: counted.contestant.name,
  category: counted.contestant.category,
  total: toDecimalText(counted.exact, rules.rounding.final),
  rank,
  shared,
  decidedBy,
  panels: counted.panels.map(({ panel, mean, dropped }) => ({ panel: panel.id, mean: toFractionText(mean), dropped })),
  parts: counted.parts.map(({ part, score }) => ({ part: part.id, score: toFractionText(score) })),
  adjustment: counted.adjustment === null ? null : toFractionText(counted.adjustment),
})

/** In the rules' order; those without a category last. */
const rankings = (file: SessionFile, counted: readonly Counted[]): readonly Ranking[] => {
  const { draws, playOffs, rules } = file
  const means = { ties: rules.ties, final: rules.rounding.final, draws, playOffs }
  return [...rules.categories.map(({ id }) => id), null].map((category) => rankAll(counted.filter(({ contestant }) => contestant.category === category), means))
}

/** Every category has its own places, so it fills the tiers for itself, a tier of no category too. */
const rowsOf = (file: SessionFile, ranked: readonly Ranking[]): readonly Row[] =>
  ranked.flatMap(({ placed }) => {
    const tiers = tiersOf(placed, file.rules)
    return placed.map((row) => {
      const points = pointsOf(row, placed, file.rules.placePoints)
      return { ...rowOf(row, file), tier: tiers.get(row.counted.contestant.id) ?? null, placePoints: points === null ? null : toFractionText(points) }
    })
  })

const recountRead = (file: SessionFile): RecountResult => {
  const room = roomOf(file)
  const outcomes = file.contestants.map((contestant) => countContestant(room, contestant))
  const counted = outcomes.filter((outcome): outcome is Counted => 'exact' in outcome)
  const pending = outcomes.filter((outcome): outcome is Pending => 'reason' in outcome)
  const ranked = rankings(file, counted)
  const open = ranked.flatMap((ranking) => ranking.open)
  const needsDraw = open.filter(({ by }) => by === 'draw').flatMap(({ contestants }) => contestants)
  return { rows: rowsOf(file, ranked), pending, open, needsDraw, notes: notesOf(file) }
}

/** Counts a parsed session file again; throws FileRefused, with the path, when the file breaks the format. */
export const recount = (file: unknown): RecountResult => recountRead(readSessionFile(file))

/** What the command says and the code it ends with. */
export interface Outcome {
  readonly code: 0 | 2
  readonly output: string
}

const parse = (name: string): unknown => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name))
  return JSON.parse(text)
}

const refusal = (where: string, chinese: string, english: string): Outcome => ({ code: 2, output: harmless(`${where}：${chinese} (${english})`) })

/** The command without the process around it: arguments in, words and exit code out. */
export const runRecount = (parameters: readonly string[]): Outcome => {
  const names = parameters.filter((parameter) => !parameter.startsWith('--'))
  const options = parameters.filter((parameter) => parameter.startsWith('--'))
  const [name] = names
  if (name === undefined || names.length > 1 || options.some((option) => option !== '--json')) {
    return refusal('recount', '用法：recount 文件 [--json]', 'usage: recount FILE [--json]')
  }
  try {
    const file = readSessionFile(parse(name))
    const result = recountRead(file)
    return { code: 0, output: options.length > 0 ? JSON.stringify(result, null, 2) : renderText(file, result) }
  } catch (problem) {
    if (problem instanceof FileRefused) return refusal(`${name} ${problem.path}`, problem.chinese, problem.english)
    if (problem instanceof SyntaxError) return refusal(name, '不是 JSON 文件', `not a JSON file: ${problem.message}`)
    if (problem instanceof Error && 'code' in problem) return refusal(name, '文件读不出来', `the file cannot be read: ${String(problem.code)}`)
    throw problem
  }
}

if (import.meta.main) {
  const { code, output } = runRecount(process.argv.slice(2))
  if (code === 0) console.log(output)
  else console.error(output)
  process.exitCode = code
}
