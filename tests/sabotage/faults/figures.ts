// Faults in the reading of figures: what turns a sheet somebody sent into scores nobody gave.
import type { Fault } from '../fault.ts';

const cells = 'tests/documents/figures/readFigure.test.ts';
const values = 'tests/documents/figures/values.test.ts';
const marks = 'tests/documents/figures/marks.test.ts';
const folder = 'electron/documents/workbook/figures';

export const figureFaults: readonly Fault[] = [
  { name: 'a dash is no blank', tests: [cells, values], file: `${folder}/writing.ts`, find: 'if (NOTHING.test(text)) return', replace: "if (text === '0') return" },
  { name: 'an open comma is taken for a decimal point without proof', tests: [cells, values], file: `${folder}/readFigure.ts`, find: 'if (onlyComma) return decimal;', replace: 'if (!convention.grouped) return decimal;' },
  { name: 'hidden digits are cut off without asking', tests: [cells, values], file: `${folder}/readFigure.ts`, find: "return rounded === 'shown' ?", replace: "return rounded !== 'stored' ?" },
  { name: 'a date counts as the figure it may have been', tests: [cells, values], file: `${folder}/readFigure.ts`, find: "case 'date': return dated(cell.shown, cell.guess);", replace: "case 'date': return { ok: true, text: cell.guess, percent: false };" },
  { name: 'what a cell shows is rounded down', tests: [cells], file: `${folder}/decimalText.ts`, find: '(BigInt(decimal.digits) + unit / 2n) / unit', replace: 'BigInt(decimal.digits) / unit' },
  { name: 'the seventeenth digit of a stored number is kept', tests: [cells], file: `${folder}/decimalText.ts`, find: 'value.toExponential(14)', replace: 'value.toExponential(16)' },
  { name: 'blanks between any digits group them', tests: [cells], file: `${folder}/writing.ts`, find: '(?:[\\u00a0\\u2009\\u202f]\\d{3})+)(?!\\d)', replace: '(?:[\\u00a0\\u2009\\u202f ]\\d{3})+)(?!\\d)' },
  { name: 'a figure at its bound is refused', tests: [values], file: `${folder}/readEntries.ts`, find: 'compare(value, low) < 0', replace: 'compare(value, low) <= 0' },
  { name: 'nothing bounds a figure from above', tests: [values, marks], file: `${folder}/readEntries.ts`, find: 'if (high && compare(value, high) > 0)', replace: 'if (high && compare(value, high) > 1e9)' },
  { name: 'a step is not kept', tests: [values, marks], file: `${folder}/readEntries.ts`, find: 'divide(value, unit).bottom !== 1n', replace: 'divide(value, unit).bottom === 0n' },
  { name: 'percent signs are mixed with plain figures', tests: [values], file: `${folder}/readEntries.ts`, find: 'return percents.length === telling.length ? []', replace: 'return percents.length <= telling.length ? []' },
  { name: 'a mark given twice silently counts once', tests: [marks], file: `${folder}/readEntries.ts`, find: "} else duplicates.push({ id: unit, column, name: '', first: known.where, second: where });", replace: '}' },
  { name: 'a unit in two rows is not noticed', tests: [values], file: `${folder}/entries.ts`, find: 'first.record !== record)', replace: 'first.record === record)' },
  { name: 'hidden rows are read without asking', tests: [values], file: `${folder}/entries.ts`, find: "if (from.hidden !== 'read' && filled && grid.hiddenRows.has(row))", replace: "if (from.hidden === 'skip' && filled && grid.hiddenRows.has(row))" },
  { name: 'a text row that fell apart is read', tests: [values], file: `${folder}/entries.ts`, find: '(grid.rows[row]?.length ?? 0) > width', replace: '(grid.rows[row]?.length ?? 0) > width + 9' },
  { name: 'a joined figure goes to the first of its units', tests: [values], file: `${folder}/merged.ts`, find: 'if (!shared || isBlank(holder))', replace: 'if (true || isBlank(holder))' },
  { name: 'a name that two units share means the first', tests: [values, marks], file: `${folder}/matching.ts`, find: 'return second === undefined ?', replace: 'return second !== first ?' },
  { name: 'marks under an unknown heading are dropped without a word', tests: [marks], file: `${folder}/unread.ts`, find: "else unmatched.push({ where, name: heading,", replace: "else if (heading === '') unmatched.push({ where, name: heading," },
  { name: 'a plan with names unmatched is called ready', tests: [values, marks], file: `${folder}/planFigures.ts`, find: ' && gathered.unmatched.length === 0 && duplicates.length === 0', replace: ' && duplicates.length === 0' },
];
