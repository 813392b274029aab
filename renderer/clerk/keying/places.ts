// What a keyed sheet looks like as a whole, said softly before it is saved: a place given twice, all grades alike. Paper is never refused for it.
import type { Cells } from '../../../shared/arena/events.ts';
import { CELL, type Form } from '../../../shared/arena/forms.ts';
import { add, decimal, exactText, ZERO } from '../../../shared/kernel/fraction.ts';

export interface Notice { readonly code: 'placeTwice' | 'placeMissing' | 'allEqual'; readonly place: number }

const cellsIn = (cells: Cells): readonly (string | null)[] => Object.values(cells).map((cell) => (cell.kind === 'marks' ? cell.marks[CELL] ?? '' : null));

/** The first thing that would make the whole sheet void, or null. Example: places 1, 3, 3 → placeTwice 3. */
export const noticeOf = (form: Form, cells: Cells): Notice | null => {
  const said = cellsIn(cells);
  if (form.kind === 'grade') return form.allEqualVoid && said.length >= 2 && said[0] !== null && new Set(said).size === 1 ? { code: 'allEqual', place: 0 } : null;
  if (form.kind === 'score' || said.every((text) => text === null)) return null;
  const twice = said.find((text, at) => text !== null && said.indexOf(text) !== at);
  if (twice !== undefined && twice !== null) return { code: 'placeTwice', place: Number(twice) };
  const missing = said.map((_, at) => at + 1).find((place) => !said.includes(String(place)));
  return missing === undefined ? null : { code: 'placeMissing', place: missing };
};

/** The sum of the marks of one row as they stand, exact; null while one is missing. */
export const rowTotal = (form: Form, cell: Cells[string] | undefined): string | null => {
  if (form.kind !== 'score' || cell?.kind !== 'marks') return null;
  const texts = form.criteria.map((criterion) => cell.marks[criterion.id] ?? '');
  return texts.includes('') ? null : exactText(texts.map(decimal).reduce(add, ZERO));
};
