// A database file's journal, read-only and row by row, with Node's own SQLite. It writes nothing, not even beside the file.
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

/** One stored row, as it stands in the file. */
export interface Line {
  readonly seq: number
  readonly chain: string
  readonly wall: number
  readonly who: string
  readonly device: string
  readonly command: string
  readonly area: string
  readonly name: string
  readonly version: number
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** A text outside the chain; without a value it was removed. */
export interface Words {
  readonly salt: string
  readonly value: string | null
}

export interface JournalFile {
  readonly lines: () => Iterable<Line>
  readonly words: () => ReadonlyMap<string, Words>
  readonly close: () => void
}

const isLine = (row: Readonly<Record<string, unknown>>): boolean =>
  ['seq', 'wall', 'version'].every((key) => Number.isSafeInteger(row[key])) &&
  ['chain', 'who', 'device', 'command', 'area', 'name', 'body', 'previous', 'hash'].every((key) => typeof row[key] === 'string')

/** Without a log beside it the file is taken as it is, which leaves no trace and works from a write-protected stick; with one, the log is read too. */
const addressOf = (name: string): URL => {
  const log = `${name}-wal`
  const address = pathToFileURL(resolve(name))
  if (!existsSync(log) || statSync(log).size === 0) address.searchParams.set('immutable', '1')
  return address
}

/** Opens a backup, a copy or a host's own file. Throws what SQLite throws; a row of another shape is a TypeError. */
export const openJournalFile = (name: string): JournalFile => {
  statSync(name)
  const database = new DatabaseSync(addressOf(name), { readOnly: true })
  return {
    lines: function* () {
      const rows = database.prepare('SELECT seq, chain, wall, who, device, command, area, name, version, body, previous, hash FROM journal ORDER BY seq').iterate()
      for (const row of rows) {
        if (!isLine(row)) throw new TypeError(`row ${String(row['seq'])}`)
        yield row as unknown as Line
      }
    },
    words: () => {
      const rows = database.prepare('SELECT id, salt, value FROM texts').all()
      return new Map(rows.map((row) => [String(row['id']), { salt: String(row['salt'] ?? ''), value: row['value'] === null ? null : String(row['value']) }]))
    },
    close: () => database.close(),
  }
}
