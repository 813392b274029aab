// Faults in the arithmetic and the ranking: what turns a right ballot into a wrong result.
import type { Fault } from '../fault.ts';

const tally = 'tests/unit/arena/tally.test.ts';
const unevenTrim = 'tests/unit/arena/unevenTrim.test.ts';
const standings = 'tests/unit/arena/standings.test.ts';
const fractions = 'tests/unit/kernel/fraction.test.ts';

export const ruleFaults: readonly Fault[] = [
  {
    name: 'ranks are taken on unrounded totals', tests: [standings], file: 'shared/arena/standings.ts',
    find: 'splitBy(entries, (entry) => entry.tally.total).flatMap', replace: 'splitBy(entries, (entry) => entry.tally.exact).flatMap',
  },
  {
    name: 'of totals as many highest are dropped as lowest were meant', tests: [unevenTrim], file: 'shared/arena/tally.ts',
    find: 'dropIndexes(sheets.map((sheet) => sheet.total), drop.highest, drop.lowest)', replace: 'dropIndexes(sheets.map((sheet) => sheet.total), drop.lowest, drop.highest)',
  },
  {
    name: 'of criteria as many highest are dropped as lowest were meant', tests: [unevenTrim], file: 'shared/arena/tally.ts',
    find: 'dropIndexes(marks, drop.highest, drop.lowest)', replace: 'dropIndexes(marks, drop.lowest, drop.highest)',
  },
  {
    name: 'of equal values the later seat is dropped', tests: [tally], file: 'shared/arena/tally.ts',
    find: 'compare(values[a] ?? ZERO, values[b] ?? ZERO) || a - b', replace: 'compare(values[a] ?? ZERO, values[b] ?? ZERO) || b - a',
  },
  {
    name: 'a recused judge counts as zero', tests: [tally], file: 'shared/arena/tally.ts',
    find: "if (sheet === undefined || sheet.kind !== 'marks' || isExcused(locked, judge.id)) return [];",
    replace: "if (isExcused(locked, judge.id)) return [{ judge: judge.id, marks: rules.criteria.map(() => ZERO), total: ZERO }]; if (sheet === undefined || sheet.kind !== 'marks') return [];",
  },
  {
    name: 'the sheet of a judge recused afterwards still counts', tests: [tally], file: 'shared/arena/tally.ts',
    find: "sheet.kind !== 'marks' || isExcused(locked, judge.id)", replace: "sheet.kind !== 'marks'",
  },
  {
    name: 'too few sheets give a score all the same', tests: [tally], file: 'shared/arena/tally.ts',
    find: 'if (sheets.length < needed) return', replace: 'if (sheets.length < 1) return',
  },
  {
    name: 'rounding cuts off', tests: [fractions], file: 'shared/kernel/fraction.ts',
    find: 'const rounded = (2n * top + value.bottom) / (2n * value.bottom);', replace: 'const rounded = top / value.bottom;',
  },
  {
    name: 'a half is rounded to the even figure', tests: [fractions], file: 'shared/kernel/fraction.ts',
    find: 'const rounded = (2n * top + value.bottom) / (2n * value.bottom);',
    replace: 'const rounded = (2n * top + value.bottom) / (2n * value.bottom) - ((2n * top) % (2n * value.bottom) === value.bottom && ((2n * top + value.bottom) / (2n * value.bottom)) % 2n === 1n ? 1n : 0n);',
  },
  {
    name: 'a lot is drawn again though one is recorded', tests: ['tests/unit/arena/setUp.test.ts'], file: 'shared/arena/decideScoring.ts',
    find: "return refuse('alreadyDrawn');", replace: 'void 0;',
  },
  {
    name: 'a recorded lot is read backwards', tests: [standings], file: 'shared/arena/standings.ts',
    find: 'drawn.order.map((id) =>', replace: '[...drawn.order].reverse().map((id) =>',
  },
  {
    name: 'rules that do not add up are let through', tests: ['tests/unit/arena/rules.test.ts'], file: 'shared/arena/rules.ts',
    find: "if (compare(weights, decimal('100')) !== 0)", replace: "if (compare(weights, decimal('0')) === 0)",
  },
  {
    name: 'a mark off the step is taken', tests: ['tests/unit/arena/ballot.test.ts'], file: 'shared/arena/ballot.ts',
    find: 'decimal(criterion.step)).bottom === 1n ?', replace: 'decimal(criterion.step)).bottom > 0n ?',
  },
  {
    name: 'a late sheet counts', tests: ['tests/unit/arena/sheets.test.ts', 'tests/host/ballots/late.test.ts'], file: 'shared/arena/decideScoring.ts',
    find: "if (contestant.window.phase === 'locked') {", replace: "if (contestant.window.phase === 'locked' && input.source === 'paper') {",
  },
  {
    name: 'a window is locked without a check', tests: ['tests/unit/arena/windows.test.ts'], file: 'shared/arena/decideScoring.ts',
    find: "return contestant.window.phase === 'checked' ? happen", replace: "return contestant.window.phase !== 'locked' ? happen",
  },
  {
    name: 'a sheet overwrites a revision its sender never saw', tests: ['tests/unit/arena/sheets.test.ts'], file: 'shared/arena/decideScoring.ts',
    find: 'if (input.basis !== current)', replace: 'if (input.basis > current)',
  },
  {
    name: 'an import is applied up to its first bad row', tests: ['tests/unit/register/import.test.ts'], file: 'shared/register/decideImport.ts',
    find: "if (target !== null && other !== undefined) return invalid(row, 'matchesTwoUnits', { name: target.fullName, other: other.fullName });",
    replace: 'if (target !== null && other !== undefined) break;',
  },
];
