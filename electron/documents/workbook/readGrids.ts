// Reads somebody's .xlsx or .csv into grids of display texts for an import plan. Evaluates nothing; refuses what is too large, old or disguised.
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { done, type Result } from '../../../shared/kernel/result.ts';
import { cellText } from './cellText.ts';
import { MEGABYTE, MOST_MEGABYTES, refuseFile, UnreadableFile } from './limits.ts';
import { readCsv } from './readCsv.ts';
import { guardWorkbook } from './zipGuard.ts';

/** One visible sheet: cell texts by row and column (joined cells hold their words top left), and which cells are joined, zero-based. */
export interface Grid {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  /** The sheet as it was parsed, for whoever needs more than what it shows; text tables have none. */
  readonly source?: Sheet;
}

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const OTHER_KINDS = [Buffer.from('%PDF'), Buffer.from('Rar!'), Buffer.from([0x1f, 0x8b]), Buffer.from([0x37, 0x7a, 0xbc, 0xaf])];

const startsWith = (bytes: Buffer, sign: Buffer): boolean => bytes.subarray(0, sign.length).equals(sign);
const looksLikeHtml = (bytes: Buffer): boolean => {
  const start = bytes.toString('latin1', 0, 512).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  return /^<(\?xml|!doctype|html|head|body|table|meta|style)/i.test(start) || /^(mime-version|content-type):/i.test(start);
};

/**
 * The visible sheets of a file. Refusals are importInvalid {reason, most?}: tooLarge (5 MB), unpackedTooLarge (40 MB), tooManyCells (200,000),
 * oldExcel (.xls, .et), encrypted, html (disguised), notWorkbook, damaged, encoding, empty.
 */
export const readGrids = async (content: Uint8Array): Promise<Result<readonly Grid[]>> => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  try {
    const grids = (await sheetsOf(bytes)).filter((grid) => grid.rows.some((row) => row.some((text) => text.trim() !== '')));
    return grids.length === 0 ? refuseFile('empty') : done(grids);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuseFile(error.reason);
    throw error;
  }
};

async function sheetsOf(bytes: Buffer): Promise<readonly Grid[]> {
  if (bytes.length > MOST_MEGABYTES * MEGABYTE) throw new UnreadableFile('tooLarge');
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (startsWith(bytes, COMPOUND)) throw new UnreadableFile(bytes.includes(ENCRYPTED) ? 'encrypted' : 'oldExcel');
  if (looksLikeHtml(bytes)) throw new UnreadableFile('html');
  if (OTHER_KINDS.some((sign) => startsWith(bytes, sign))) throw new UnreadableFile('notWorkbook');
  if (!startsWith(bytes, Buffer.from('PK'))) return [{ sheet: '', rows: readCsv(bytes), merges: [] }];
  guardWorkbook(bytes);
  return (await parsed(bytes)).map(gridOf);
}

/** What the parser stumbles over after the guard has passed is a damaged file, not a fault of ours. */
async function parsed(bytes: Buffer): Promise<readonly Sheet[]> {
  try {
    const { sheets } = await readXlsx(new Uint8Array(bytes), { readStyles: true, sheets: (info) => !info.hidden && !info.veryHidden });
    return sheets;
  } catch {
    throw new UnreadableFile('damaged');
  }
}

const gridOf = (sheet: Sheet): Grid => ({
  sheet: sheet.name, source: sheet,
  rows: sheet.rows.map((row, at) => row.map((value, column) => cellText(value, sheet.cells?.get(`${at},${column}`)))),
  merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ top: startRow, left: startCol, bottom: endRow, right: endCol })),
});
