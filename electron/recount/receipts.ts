// A list of receipts as judges noted them down, one a line: a judge or seat and the code, or the code alone. It looks them up among the ballots.
import type { Checked } from './chain.ts'

export interface Receipt {
  /** The line in the list, from 1. */
  readonly line: number
  /** Id, seat or name of the judge as written; empty when the code stands alone. */
  readonly who: string
  /** Lower-case hexadecimal, four digits or more. */
  readonly code: string
}
export type Missing = { readonly line: number; readonly written: string; readonly why: 'noCode' | 'nobody' | 'noSheet' }

const separators = /[\s,;:，；：、·]+/u
const fillers = new Set(['回执', '回执码', 'receipt', 'code', ''])
const code = /^[0-9a-f]{4,64}$/i

const readLine = (text: string, line: number): Receipt | Missing | null => {
  if (text.trim() === '' || text.trim().startsWith('#')) return null
  const words = text.trim().split(separators).filter((word) => !fillers.has(word.toLowerCase()))
  const last = words.at(-1) ?? ''
  return code.test(last) ? { line, who: words.slice(0, -1).join(' '), code: last.toLowerCase() } : { line, written: text.trim(), why: 'noCode' }
}

/** UTF-8, with or without a mark, or GB18030 as older office programs write it. */
export const decodeList = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const missingOf = (receipt: Receipt, { judges, sheets }: Checked): Missing | null => {
  const written = `${receipt.who} ${receipt.code.toUpperCase()}`.trim()
  const meant = judges.get(receipt.who)
  if (receipt.who !== '' && meant === undefined) return { line: receipt.line, written, why: 'nobody' }
  const found = sheets.some((sheet) => sheet.hash.startsWith(receipt.code) && (meant === undefined || meant.has(sheet.judge)))
  return found ? null : { line: receipt.line, written, why: 'noSheet' }
}

/** How many receipts the list holds, and those that no ballot in the journal answers to. */
export const checkReceipts = (list: string, checked: Checked): { readonly count: number; readonly missing: readonly Missing[] } => {
  const read = list.split(/\r\n|\r|\n/).flatMap((text, at) => readLine(text, at + 1) ?? [])
  return { count: read.length, missing: read.flatMap((each) => ('why' in each ? each : (missingOf(each, checked) ?? []))) }
}
