// What a cell shows, as text: dates and percentages as formatted, numbers to fifteen digits, formulas by the value that was saved with them.
import { formatValue } from 'hucre';
import type { Cell, CellValue } from 'hucre/xlsx';

const GENERAL = 'General';
/** A formula saved without its result: it is never evaluated here, so the cell is reported. */
const NO_RESULT = '#N/A';

const plainNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** Dates keep their format where it is understood, otherwise 2026-03-18; times are rounded to the second. */
const dateText = (value: Date, format: string): string => {
  const whole = new Date(Math.round(value.getTime() / 1000) * 1000);
  if (Number.isNaN(whole.getTime())) return '#VALUE!';
  const shown = format === GENERAL ? '' : formatValue(whole, format);
  const [date = '', time = ''] = whole.toISOString().slice(0, 19).split('T');
  return shown === '' || /[ymdhs]{2}/i.test(shown) ? (time === '00:00:00' ? date : `${date} ${time}`) : shown;
};

/** The text a cell shows. Example: 0.052 with the format 0.0% → '5.2%'. */
export const cellText = (value: CellValue, cell: Cell | undefined): string => {
  const format = cell?.style?.numFmt ?? GENERAL;
  if (value === null) return cell?.formula === undefined ? '' : NO_RESULT;
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return format === GENERAL || format === '@' ? plainNumber(value) : formatValue(value, format).trim() || plainNumber(value);
};
