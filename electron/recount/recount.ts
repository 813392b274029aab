// `recount FILE [--json]`: counts a session file again from its sheets alone. It shares no code with the program that wrote the file.
// Exit 0: counted. Exit 2: the file cannot be read or breaks the format, said in one sentence with its place.
import { readFileSync } from 'node:fs'
import { countContestant } from './count.ts'
import type { Counted } from './count.ts'
import { FileRefused } from './fields.ts'
import { toDecimalText, toFractionText } from './fraction.ts'
import { harmless, renderText } from './print.ts'
import { rankAll } from './rank.ts'
import type { Placed } from './rank.ts'
import { readSessionFile } from './read.ts'
import type { SessionFile } from './read.ts'
import type { Pending, RecountResult, Row } from './result.ts'

const rowOf = ({ counted, rank, shared, decidedBy }: Placed, file: SessionFile): Row => ({
  contestant: counted.contestant.id,
  name: counted.contestant.name,
  total: toDecimalText(counted.exact, file.rules.rounding.final),
  rank,
  shared,
  decidedBy,
  panels: counted.panels.map(({ panel, mean, dropped }) => ({ panel: panel.id, mean: toFractionText(mean), dropped })),
})

const recountRead = (file: SessionFile): RecountResult => {
  const outcomes = file.contestants.map((contestant) => countContestant(file, contestant))
  const counted = outcomes.filter((outcome): outcome is Counted => 'exact' in outcome)
  const pending = outcomes.filter((outcome): outcome is Pending => 'reason' in outcome)
  const placed = rankAll(counted, file.rules, file.draws)
  const needsDraw = placed.filter((place) => place.needsDraw).map((place) => place.counted.contestant.id)
  return { rows: placed.map((place) => rowOf(place, file)), pending, needsDraw }
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
