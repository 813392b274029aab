// Looks into a zipped workbook before anybody parses it: real unpacked size, number of cells, no document types, no password.
// Declared sizes are not believed: every part is inflated against what is left of the limit.
import { inflateRawSync } from 'node:zlib';
import { MEGABYTE, MOST_CELLS, MOST_SPANNED, MOST_UNPACKED_MEGABYTES, UnreadableFile } from './limits.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_PARTS = 2000;
const STORED = 0;
const DEFLATED = 8;

interface Part { readonly name: string; readonly method: number; readonly packed: Buffer }

/** Throws UnreadableFile unless these bytes are an .xlsx within the limits. */
export const guardWorkbook = (bytes: Buffer): void => {
  const parts = partsOf(bytes);
  if (!parts.some((part) => part.name === 'xl/workbook.xml')) throw new UnreadableFile('notWorkbook');
  let left = MOST_UNPACKED_MEGABYTES * MEGABYTE;
  let cells = 0;
  for (const part of parts) {
    const content = unpack(part, left);
    left -= content.length;
    if (/\.(xml|rels)$/.test(part.name) && content.subarray(0, 1024).includes('<!')) refuseDocumentType(content);
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(part.name)) cells += cellsOf(content);
    if (cells > MOST_CELLS) throw new UnreadableFile('tooManyCells');
  }
};

const refuseDocumentType = (content: Buffer): void => {
  if (/<!(DOCTYPE|ENTITY)/i.test(content.toString('latin1', 0, 1024))) throw new UnreadableFile('damaged');
};

function partsOf(bytes: Buffer): readonly Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new UnreadableFile('damaged');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new UnreadableFile('unpackedTooLarge');
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new UnreadableFile('damaged');
    parts.push(partAt(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(bytes: Buffer, at: number): Part {
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new UnreadableFile('encrypted');
  const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
  const [length, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new UnreadableFile('damaged');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + length > bytes.length) throw new UnreadableFile('damaged');
  return { name, method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(start, start + length) };
}

function unpack({ method, packed }: Part, left: number): Buffer {
  if (method === STORED && packed.length <= left) return packed;
  if (method !== STORED && method !== DEFLATED) throw new UnreadableFile('damaged');
  if (method === STORED || left <= 0) throw new UnreadableFile('unpackedTooLarge');
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UnreadableFile(code === 'ERR_BUFFER_TOO_LARGE' ? 'unpackedTooLarge' : 'damaged');
  }
}

/** Cells that hold something; also bounds the rectangle between the far corners. */
function cellsOf(content: Buffer): number {
  let [count, lastRow, lastColumn] = [0, 0, 0];
  for (const [tag, column = '', row = ''] of content.toString('latin1').matchAll(/<(?:\w+:)?c(?:\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*|\s[^>]*|)>/g)) {
    if (!tag.endsWith('/>')) count += 1;
    lastRow = Math.max(lastRow, Number(row));
    lastColumn = Math.max(lastColumn, [...column].reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 64, 0));
  }
  if (lastRow * lastColumn > MOST_SPANNED) throw new UnreadableFile('tooManyCells');
  return count;
}
