// `verify FILE.db --head HASH [--receipts FILE]`: recomputes every link of every chain in a backup or copy, by code that shares nothing with
// the program that wrote it, and compares it with what was printed. It changes nothing.
// Exit 0: whole and as printed. 2: cannot be read. 3: whole, compared with nothing printed. 4: another head. 5: a chain is broken. 6: a receipt without its ballot.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ChainCheck } from './chain.ts'
import type { Broken, Checked, Fault } from './chain.ts'
import { openJournalFile } from './journal.ts'
import { harmless } from './table.ts'
import { checkReceipts, decodeList } from './receipts.ts'
import type { Missing } from './receipts.ts'

export interface Verdict {
  readonly code: 0 | 2 | 3 | 4 | 5 | 6
  readonly output: string
}
interface Wanted {
  readonly name: string
  /** Lower-case hexadecimal, eight digits or more each. */
  readonly heads: readonly string[]
  readonly receipts: string | undefined
}

const usage = '用法：verify 文件.db --head 校验码 [--receipts 回执清单] (usage: verify FILE.db --head HASH [--receipts FILE])'
const shownDigits = 16
const shownFaults = 20

const refusal = (...lines: readonly string[]): Verdict => ({ code: 2, output: lines.map(harmless).join('\n') })

/** A printed code may be typed in groups and in capitals. */
const headOf = (typed: string): string | undefined => /^[0-9a-f]{8,64}$/.exec(typed.replace(/[\s-]/g, '').toLowerCase())?.[0]

const wantedOf = (parameters: readonly string[]): Wanted | undefined => {
  const options = { head: { type: 'string', multiple: true }, receipts: { type: 'string' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true })
    const heads = (values.head ?? []).map(headOf)
    const [name] = positionals
    const known = heads.filter((head) => head !== undefined)
    return name === undefined || positionals.length > 1 || known.length !== heads.length ? undefined : { name, heads: known, receipts: values.receipts }
  } catch {
    return undefined
  }
}

const broken: Readonly<Record<Broken, string>> = {
  number: '编号不连续，缺少或多出记录 (a record is missing or added)',
  hash: '内容与校验码不符 (the content does not fit its hash)',
  link: '与前一条接不上 (it does not follow the link before)',
  body: '内容无法读取 (the body cannot be read)',
  text: '文字与校验码不符 (a text does not fit its hash)',
  box: '密封票箱的票面与封存时的校验根或张数不符 (the sealed ballots do not fit their root or count)',
  heads: '结束时记下的各链校验码不符 (the heads named at the end do not fit)',
}

const faultLines = (faults: readonly Fault[]): readonly string[] => [
  ...faults.slice(0, shownFaults).map(({ seq, chain, what }) => `✗ 第 ${seq} 条（链 ${chain}）：${broken[what]}`),
  ...(faults.length > shownFaults ? [`… 共 ${faults.length} 处 (${faults.length} in all)`] : []),
]

const chainName = (chain: string, { titles }: Checked): string => {
  const title = chain === 'register' ? '名册 register' : (titles.get(chain) ?? '')
  return title === '' ? chain : `${chain}（${title}）`
}

const overview = (checked: Checked): readonly string[] => [
  ...[...checked.heads].map(([chain, { hash, links }]) => `链 ${chainName(chain, checked)}：${links} 条 links，校验码 head ${hash.slice(0, shownDigits)}`),
  `共 ${checked.lines} 条记录；文字 ${checked.texts.sound} 段相符，${checked.texts.removed} 段已移除 (${checked.lines} records; ${checked.texts.sound} texts fit, ${checked.texts.removed} removed)`,
]

/** Against which link a printed head stands: the newest of a chain, an earlier one, or none. */
const headLine = (head: string, checked: Checked): { readonly fits: boolean; readonly line: string } => {
  const link = checked.links.findLast(({ hash }) => hash.startsWith(head))
  if (link === undefined) return { fits: false, line: `✗ 校验码 ${head.slice(0, shownDigits)} 不属于这份记录 (no link of this journal has this head)` }
  const later = checked.links.filter(({ seq, chain }) => chain === link.chain && seq > link.seq).length
  const where = `链 ${chainName(link.chain, checked)} 第 ${link.seq} 条`
  if (later === 0) return { fits: true, line: `✓ 校验码相符：${where}，即最新一条 (the newest link)` }
  return { fits: true, line: `✓ 校验码相符：${where}；其后又有 ${later} 条，印出时尚无 (${later} later links were not there when it was printed)` }
}

const why: Readonly<Record<Missing['why'], string>> = {
  noCode: '没有四位以上的回执码 (no receipt code)',
  nobody: '记录里没有这位评委或席位 (no such judge or seat)',
  noSheet: '记录里没有这张票 (no such ballot)',
}

const receiptLines = (list: string, checked: Checked): { readonly fits: boolean; readonly lines: readonly string[] } => {
  const { count, missing } = checkReceipts(list, checked)
  const lines = missing.map((each) => `✗ 回执清单第 ${each.line} 行“${each.written}”：${why[each.why]}`)
  return { fits: missing.length === 0, lines: missing.length === 0 ? [`✓ ${count} 张回执都有对应的票 (every receipt has its ballot)`] : lines }
}

const judged = (checked: Checked, { heads, receipts }: { readonly heads: readonly string[]; readonly receipts: string | undefined }): Verdict => {
  const compared = heads.map((head) => headLine(head, checked))
  const noted = receipts === undefined ? { fits: true, lines: [] } : receiptLines(receipts, checked)
  const whole = checked.faults.length > 0 ? faultLines(checked.faults) : heads.length === 0 ? ['链完整，但未与任何印出的校验码核对 (the chains are whole, but were compared with no printed head)'] : ['✓ 链完整 (the chains are whole)']
  const lines = [...overview(checked), ...whole, ...compared.map(({ line }) => line), ...noted.lines]
  const code = checked.faults.length > 0 ? 5 : compared.some(({ fits }) => !fits) ? 4 : !noted.fits ? 6 : heads.length === 0 ? 3 : 0
  return { code, output: lines.map(harmless).join('\n') }
}

const check = (name: string): Checked => {
  const file = openJournalFile(name)
  try {
    const pass = new ChainCheck(file.words())
    for (const line of file.lines()) pass.take(line)
    return pass.result()
  } finally {
    file.close()
  }
}

/** The command without the process around it: arguments in, words and exit code out. */
export const runVerify = (parameters: readonly string[]): Verdict => {
  const wanted = wantedOf(parameters)
  if (wanted === undefined) return refusal(usage, '校验码至少 8 位十六进制数字 (a head has 8 hexadecimal digits or more)')
  const { name, heads, receipts } = wanted
  try {
    const list = receipts === undefined ? undefined : decodeList(readFileSync(receipts))
    return judged(check(name), { heads, receipts: list })
  } catch (problem) {
    if (problem instanceof TypeError) return refusal(`${name}：有一条记录的格式不对 (a row of another shape: ${problem.message})`)
    if (problem instanceof Error && 'code' in problem) return refusal(`${name}：读不出来，或不是擂台的数据文件 (it cannot be read or is no database of Leitai: ${problem.message})`)
    throw problem
  }
}

if (import.meta.main) {
  const { code, output } = runVerify(process.argv.slice(2))
  if (code === 0 || code === 3) console.log(output)
  else console.error(output)
  process.exitCode = code
}
