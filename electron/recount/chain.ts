// Every link of every chain computed again from the documented line format, by code of its own: SHA-256 over the eleven fields in order,
// each as `length:text` and joined by `|`; the first link of a chain stands on 64 zeros; rows are numbered from 1 without a gap.
import { createHash } from 'node:crypto'
import type { Line, Words } from './journal.ts'

export type Broken = 'number' | 'hash' | 'link' | 'body' | 'text' | 'heads' | 'box'

/** Where it is broken, and what does not fit there. */
export interface Fault {
  readonly seq: number
  readonly chain: string
  readonly what: Broken
}

/** A ballot's event, for receipts. */
export interface SheetEvent {
  readonly seq: number
  readonly hash: string
  readonly judge: string
}

/** What one pass over the journal has found. */
export interface Checked {
  readonly faults: readonly Fault[]
  readonly lines: number
  /** The newest hash and the number of links of each chain. */
  readonly heads: ReadonlyMap<string, { readonly hash: string; readonly links: number }>
  readonly links: readonly { readonly seq: number; readonly chain: string; readonly hash: string }[]
  readonly texts: { readonly sound: number; readonly removed: number }
  readonly sheets: readonly SheetEvent[]
  /** What judges are called: id, seat and name, each with the ids of the judges it may mean. */
  readonly judges: ReadonlyMap<string, ReadonlySet<string>>
  /** Titles of meetings, by their chain. */
  readonly titles: ReadonlyMap<string, string>
}

export const chainStart = '0'.repeat(64)

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Lengths count UTF-16 units, as JavaScript does. */
export const hashOfLine = (line: Omit<Line, 'hash'>): string => {
  const fields = [line.seq, line.chain, line.wall, line.who, line.device, line.command, line.area, line.name, line.version, line.body, line.previous]
  return digest(fields.map((field) => `${String(field).length}:${String(field)}`).join('|'))
}

export const hashOfText = (salt: string, value: string): string => digest(`${salt}:${value}`)

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** A sealed box: SHA-256 over its ballots' texts in the order of their bytes, each ended by a line feed; the journal holds them parsed, in that order. */
const boxStands = (body: Json): boolean => {
  const ballots: readonly unknown[] = Array.isArray(body['ballots']) ? body['ballots'] : []
  return body['count'] === ballots.length && body['root'] === digest(ballots.map((ballot) => `${JSON.stringify(ballot)}\n`).join(''))
}

interface Reference {
  readonly text: string
  readonly hash: string
}
const isReference = (value: Json): value is Json & Reference => typeof value['text'] === 'string' && typeof value['hash'] === 'string' && Object.keys(value).length === 2

const referencesIn = (value: unknown): readonly Reference[] => {
  if (!isObject(value)) return []
  return isReference(value) ? [value] : Object.values(value).flatMap(referencesIn)
}

const bodyOf = (line: Line): Json | undefined => {
  try {
    const body: unknown = JSON.parse(line.body)
    return isObject(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** Collects while the rows go by, in their order. */
export class ChainCheck {
  readonly #words: ReadonlyMap<string, Words>
  readonly #faults: Fault[] = []
  readonly #heads = new Map<string, { hash: string; links: number }>()
  readonly #links: { seq: number; chain: string; hash: string }[] = []
  readonly #sheets: SheetEvent[] = []
  readonly #judges = new Map<string, Set<string>>()
  readonly #titles = new Map<string, string>()
  readonly #sound = new Set<string>()
  readonly #removed = new Set<string>()
  #last = 0

  constructor(words: ReadonlyMap<string, Words>) {
    this.#words = words
  }

  take(line: Line): void {
    const wrong = this.#wrong(line)
    const body = bodyOf(line)
    const deeper = body === undefined ? (['body'] as const) : this.#inside(line, body)
    for (const what of [...wrong, ...deeper]) this.#faults.push({ seq: line.seq, chain: line.chain, what })
    this.#last = line.seq
    this.#heads.set(line.chain, { hash: line.hash, links: (this.#heads.get(line.chain)?.links ?? 0) + 1 })
    this.#links.push({ seq: line.seq, chain: line.chain, hash: line.hash })
  }

  result(): Checked {
    return {
      faults: this.#faults, lines: this.#links.length, heads: this.#heads, links: this.#links, sheets: this.#sheets, judges: this.#judges, titles: this.#titles,
      texts: { sound: this.#sound.size, removed: this.#removed.size },
    }
  }

  #wrong(line: Line): readonly Broken[] {
    const wrong: Broken[] = []
    if (line.seq !== this.#last + 1) wrong.push('number')
    if (hashOfLine(line) !== line.hash) wrong.push('hash')
    if (line.previous !== (this.#heads.get(line.chain)?.hash ?? chainStart)) wrong.push('link')
    return wrong
  }

  /** What the body itself says of texts, heads and people. */
  #inside(line: Line, body: Json): readonly Broken[] {
    const texts = referencesIn(body).every((reference) => this.#fits(reference))
    const heads = line.name !== 'sessionFinalised' || this.#standAsNamed(body['heads'])
    if (line.name === 'sheetRecorded' || line.name === 'lateSheetRecorded') this.#noteSheet(line, body)
    if (line.name === 'meetingCreated') this.#titles.set(line.chain, this.#read(body['title']) ?? '')
    if (line.name === 'sessionReadied') for (const judge of listOf(body['judges'])) this.#noteName(judge)
    if (line.name === 'seatsIssued') for (const seat of listOf(body['seats'])) this.#call(seat['seat'], seat['subject'])
    const box = line.name !== 'boxSealed' || boxStands(body)
    return [...(texts ? [] : (['text'] as const)), ...(heads ? [] : (['heads'] as const)), ...(box ? [] : (['box'] as const))]
  }

  /** A removed text proves nothing and is no fault; a kept one must be the one that was hashed. */
  #fits({ text, hash }: Reference): boolean {
    const words = this.#words.get(text)
    if (words === undefined || words.value === null) {
      this.#removed.add(text)
      return true
    }
    this.#sound.add(text)
    return hashOfText(words.salt, words.value) === hash
  }

  /** A finished session names the head of every chain at that moment. */
  #standAsNamed(heads: unknown): boolean {
    return isObject(heads) && Object.entries(heads).every(([chain, hash]) => this.#heads.get(chain)?.hash === hash)
  }

  #noteSheet(line: Line, body: Json): void {
    const sheet = isObject(body['sheet']) ? body['sheet'] : body
    const judge = String(sheet['judge'])
    this.#sheets.push({ seq: line.seq, hash: line.hash, judge })
    this.#call(judge, judge)
  }

  #noteName(judge: Json): void {
    const name = this.#read(judge['name'])
    if (name !== undefined) this.#call(name, judge['judge'])
  }

  #read(reference: unknown): string | undefined {
    return isObject(reference) ? (this.#words.get(String(reference['text']))?.value ?? undefined) : undefined
  }

  #call(name: unknown, judge: unknown): void {
    const known = this.#judges.get(String(name)) ?? new Set<string>()
    this.#judges.set(String(name), known.add(String(judge)))
  }
}

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
