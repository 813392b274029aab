// Text tables: UTF-8 with or without a mark, UTF-16 with a mark, GB18030; separated by comma, semicolon or tab; quotes as in RFC 4180.
import { MOST_CELLS, UnreadableFile } from './limits.ts';

const SEPARATORS = [',', '\t', ';'] as const;
const SAMPLE_ROWS = 30;

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The words of a text file, whichever of the usual encodings it has. Throws UnreadableFile('encoding') when it is none of them. */
export const decodeText = (bytes: Uint8Array): string => {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const text = mark === null ? (strictly(bytes, 'utf-8') ?? strictly(bytes, 'gb18030')) : strictly(bytes, mark);
  if (text === null) throw new UnreadableFile('encoding');
  // Control characters never stand in a table of words: this is some other kind of file.
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text)) throw new UnreadableFile('notWorkbook');
  return text;
};

/** Rows of cells. `most` stops early when only a sample is wanted. */
export const parseSeparated = (text: string, separator: string, most = Infinity): string[][] => {
  const rows: string[][] = [];
  let [row, cell, at, cells] = [[] as string[], '', 0, 0];
  const endCell = (): void => {
    row.push(cell);
    cell = '';
    cells += 1;
    if (cells > MOST_CELLS) throw new UnreadableFile('tooManyCells');
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (at < text.length && rows.length < most) {
    const sign = text[at] ?? '';
    if (sign === '"' && cell === '') {
      const quoted = quotedCell(text, at + 1);
      [cell, at] = [quoted.words, quoted.next];
    } else if (sign === separator) {
      endCell();
      at += 1;
    } else if (sign === '\r' || sign === '\n') {
      endRow();
      at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      cell += sign;
      at += 1;
    }
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) endRow();
  return rows;
};

/** From behind an opening quote to behind its closing one; "" stands for one quote. */
function quotedCell(text: string, from: number): { readonly words: string; readonly next: number } {
  let words = '';
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) throw new UnreadableFile('damaged');
    words += text.slice(at, end);
    if (text[end + 1] !== '"') return { words, next: end + 1 };
    words += '"';
    at = end + 2;
  }
}

/** The separator under which most rows of a sample have the same number of cells, and more than one. */
const guessSeparator = (text: string): string => {
  const scores = SEPARATORS.map((separator) => {
    const widths = parseSample(text, separator).map((row) => row.length).filter((width) => width > 1);
    const common = Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
    return { separator, score: common };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
};

/** A separator that makes nonsense of the quotes does not separate this file. */
const parseSample = (text: string, separator: string): string[][] => {
  try {
    return parseSeparated(text, separator, SAMPLE_ROWS);
  } catch {
    return [];
  }
};

/** Cells copied from a spreadsheet: tabs where there are any. Text whose quotes do not close is taken as it is, line by line. */
export const readPasted = (text: string): string[][] => {
  const separator = text.includes('\t') ? '\t' : guessSeparator(text);
  try {
    return parseSeparated(text, separator);
  } catch (error) {
    if (error instanceof UnreadableFile && error.reason === 'damaged') return text.split(/\r?\n/).map((line) => line.split(separator));
    throw error;
  }
};

/** Reads a text table; a first line `sep=;` as Excel writes it is obeyed. */
export const readCsv = (bytes: Uint8Array): string[][] => {
  const text = decodeText(bytes);
  const named = /^sep=([,;\t])\r?\n/.exec(text);
  return named === null ? parseSeparated(text, guessSeparator(text)) : parseSeparated(text.slice(named[0].length), named[1] ?? ',');
};
