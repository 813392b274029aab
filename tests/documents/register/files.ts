// Small files made on the spot: a zip with any contents, so that a test can lie about what is inside.
import { deflateRawSync, crc32 } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '..', 'fixtures', name))

interface Entry {
  readonly name: string
  readonly content: Buffer
  /** The unpacked size the zip claims, when it lies. */
  readonly claims?: number
}

const header = (entry: Entry, packed: Buffer, at: number | null): Buffer => {
  const name = Buffer.from(entry.name)
  const size = entry.claims ?? entry.content.length
  const fields = Buffer.alloc(at === null ? 30 : 46)
  fields.writeUInt32LE(at === null ? 0x04034b50 : 0x02014b50, 0)
  const shift = at === null ? 0 : 2
  fields.writeUInt16LE(20, 4 + shift)
  fields.writeUInt16LE(8, 8 + shift)
  fields.writeUInt32LE(crc32(entry.content), 14 + shift)
  fields.writeUInt32LE(packed.length, 18 + shift)
  fields.writeUInt32LE(size, 22 + shift)
  fields.writeUInt16LE(name.length, 26 + shift)
  if (at !== null) fields.writeUInt32LE(at, 42)
  return Buffer.concat([fields, name])
}

export const zipped = (entries: readonly Entry[]): Uint8Array => {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content)
    const local = Buffer.concat([header(entry, packed, null), packed])
    parts.push(local)
    central.push(header(entry, packed, at))
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

/** The least a workbook needs to get past the first look: a workbook part and one sheet. */
export const workbookOf = (sheet: string, more: readonly Entry[] = []): Uint8Array =>
  zipped([{ name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }, { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) }, ...more])
