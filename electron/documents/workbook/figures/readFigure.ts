// From a cell to an exact decimal text, or the reason why there is none. Never guesses between two readings and never passes through a binary sum.
import type { Details } from '../../../../shared/kernel/result.ts';
import { fifteenDigits, hundredfold, roundedTo, withinOneUnit } from './decimalText.ts';
import type { FigureCell } from './figureCells.ts';
import { readWriting, type Writing } from './writing.ts';

export const CELL_FAULTS = ['notANumber', 'ambiguous', 'date', 'dateMaybe', 'cellError', 'noResult', 'shownRounded', 'shownOtherwise'] as const;
export type CellFault = (typeof CELL_FAULTS)[number];
export type ReadFigure =
  /** `text` is '' for a blank cell; `percent`: a percent sign stood behind the figure (95% → '95'). */
  | { readonly ok: true; readonly text: string; readonly percent: boolean }
  | { readonly ok: false; readonly code: CellFault; readonly details: Details };
/** What a number counts as when its cell shows fewer digits than it holds. */
export type Rounded = 'ask' | 'stored' | 'shown';
/** What the other cells of the column prove: a point or a comma before decimals, commas between thousands. */
export interface Convention { readonly point: boolean; readonly comma: boolean; readonly grouped: boolean }
export interface Reading { readonly convention?: Convention; readonly rounded?: Rounded }

const UNSETTLED: Convention = { point: false, comma: false, grouped: false };
const refused = (code: CellFault, details: Details = {}): ReadFigure => ({ ok: false, code, details });

/** What the cells of a column prove about its separators. Example: 9,5 and 1,234 → comma only, so 1,234 is read as 1.234. */
export const conventionOf = (cells: readonly FigureCell[]): Convention => {
  const figures = cells.flatMap((cell) => (cell.kind === 'text' ? [readWriting(cell.text)] : [])).filter((writing) => writing.kind === 'figure');
  return { point: figures.some(({ point }) => point === '.'), comma: figures.some(({ point }) => point === ','), grouped: figures.some(({ grouped }) => grouped) };
};

/**
 * The figure in a cell. Examples: stored 9.0999999999999996 → '9.1'; text '９．５ 分' → '9.5'; '1,234' alone → refused, both readings named;
 * a date that a program made of 9.5 → refused; 9.46 shown as 9.5 → refused until `rounded` says which of them counts.
 */
export const readFigure = (cell: FigureCell, { convention = UNSETTLED, rounded = 'ask' }: Reading = {}): ReadFigure => {
  switch (cell.kind) {
    case 'blank': return { ok: true, text: '', percent: false };
    case 'text': return fromText(cell.text.trim(), readWriting(cell.text), convention);
    case 'number': return fromNumber(cell, rounded);
    case 'date': return dated(cell.shown, cell.guess);
    case 'error': return refused('cellError', { text: cell.shown });
    case 'noResult': return refused('noResult');
  }
};

const dated = (text: string, guess: string): ReadFigure => (guess === '' ? refused('date', { text }) : refused('dateMaybe', { text, guess }));

function fromText(text: string, writing: Writing, convention: Convention): ReadFigure {
  switch (writing.kind) {
    case 'blank': return { ok: true, text: '', percent: false };
    case 'word': return refused('notANumber', { text });
    case 'date': return dated(text, writing.guess);
    case 'figure': return { ok: true, text: writing.text, percent: writing.percent };
    case 'open': {
      const settled = settle(writing, convention);
      return settled === null ? refused('ambiguous', { text, decimal: writing.decimal, grouped: writing.grouped }) : { ok: true, text: settled, percent: writing.percent };
    }
  }
}

/** A point is the decimal point unless the column proves a comma to be it. A comma is what other commas prove: a point elsewhere does not make it a thousand, it may be a slip. */
const settle = ({ sign, decimal, grouped, three }: Extract<Writing, { kind: 'open' }>, convention: Convention): string | null => {
  const onlyComma = convention.comma && !convention.point;
  if (sign === '.') return onlyComma ? null : decimal;
  if (onlyComma) return decimal;
  return convention.grouped && !convention.comma && three ? grouped : null;
};

function fromNumber({ value, percent, shown }: Extract<FigureCell, { kind: 'number' }>, rounded: Rounded): ReadFigure {
  if (!Number.isFinite(value)) return refused('notANumber', { text: shown });
  const digits = fifteenDigits(value);
  const stored = percent ? hundredfold(digits) : digits;
  const seen = seenFigure(shown);
  if (seen === null || seen === stored || rounded === 'stored') return { ok: true, text: stored, percent };
  const places = shownPlaces(shown);
  const asShown = roundedTo(stored, places);
  if (!withinOneUnit(asShown, seen, places)) return refused('shownOtherwise', { stored, shown });
  return rounded === 'shown' ? { ok: true, text: asShown, percent } : refused('shownRounded', { stored, shown: asShown });
}

/** A format's own rounding may miss a half by one in the last place, so only its places are taken; anything further apart is another scale. */
const shownPlaces = (shown: string): number => /\.(\d+)/u.exec(shown)?.[1]?.length ?? 0;

/** The figure that the shown text is, if it is one: formats may also show fractions, powers of ten or nothing. */
const seenFigure = (shown: string): string | null => {
  const seen = readWriting(shown);
  if (seen.kind === 'figure') return seen.text;
  return seen.kind === 'open' ? (seen.sign === ',' ? seen.grouped : seen.decimal) : null;
};

/** Whether a cell says nothing: empty, blanks only, or a dash. */
export const isBlank = (cell: FigureCell): boolean => cell.kind === 'blank' || (cell.kind === 'text' && readWriting(cell.text).kind === 'blank');
