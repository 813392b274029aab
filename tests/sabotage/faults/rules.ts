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
    name: 'of totals as many highest are dropped as lowest were meant', tests: [unevenTrim], file: 'shared/arena/trimming.ts',
    find: 'dropIndexes(given.sheets.map((sheet) => sheet.total), given.drops.highest, given.drops.lowest)', replace: 'dropIndexes(given.sheets.map((sheet) => sheet.total), given.drops.lowest, given.drops.highest)',
  },
  {
    name: 'of criteria as many highest are dropped as lowest were meant', tests: [unevenTrim], file: 'shared/arena/trimming.ts',
    find: 'dropIndexes(marks, given.drops.highest, given.drops.lowest)', replace: 'dropIndexes(marks, given.drops.lowest, given.drops.highest)',
  },
  {
    name: 'of equal values the later seat is dropped', tests: [tally], file: 'shared/arena/trimming.ts',
    find: 'compare(values[a] ?? ZERO, values[b] ?? ZERO) || a - b', replace: 'compare(values[a] ?? ZERO, values[b] ?? ZERO) || b - a',
  },
  {
    name: 'a recused judge counts as zero', tests: [tally], file: 'shared/arena/counting.ts',
    find: 'return rules.missing[cause];', replace: "return cause === 'recused' ? 'zero' : rules.missing[cause];",
  },
  {
    name: 'the sheet of a judge recused afterwards still counts', tests: [tally], file: 'shared/arena/counting.ts',
    find: "if (gap === 'recused' || gap === 'absent'", replace: "if ((gap === 'recused' && locked.sheets[voter] === undefined) || gap === 'absent'",
  },
  {
    name: 'too few sheets give a score all the same', tests: [tally], file: 'shared/arena/tally.ts',
    find: 'if (written.length < needed) return', replace: 'if (written.length < 1) return',
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
    name: 'rules that do not add up are let through', tests: ['tests/unit/arena/rules.test.ts'], file: 'shared/arena/checkRules.ts',
    find: '(compare(is, decimal(should)) === 0 ? fine :', replace: '(compare(is, decimal(should)) <= 0 ? fine :',
  },
  {
    name: 'a mark off the step is taken', tests: ['tests/unit/arena/ballot.test.ts'], file: 'shared/arena/ballot.ts',
    find: 'decimal(criterion.step)).bottom === 1n ?', replace: 'decimal(criterion.step)).bottom > 0n ?',
  },
  {
    name: 'a late sheet counts', tests: ['tests/unit/arena/sheets.test.ts', 'tests/host/ballots/late.test.ts'], file: 'shared/arena/decideSheets.ts',
    find: "if (contestant.window.phase === 'locked' || input.isLate === true) {", replace: "if (contestant.window.phase === 'locked' && input.source === 'paper') {",
  },
  {
    name: 'a window is locked without a check', tests: ['tests/unit/arena/windows.test.ts'], file: 'shared/arena/decideScoring.ts',
    find: "return contestant.window.phase === 'checked' ? happen", replace: "return contestant.window.phase !== 'locked' ? happen",
  },
  {
    name: 'a sheet overwrites a revision its sender never saw', tests: ['tests/unit/arena/sheets.test.ts'], file: 'shared/arena/decideSheets.ts',
    find: 'if (input.basis !== current)', replace: 'if (input.basis > current)',
  },
  {
    name: 'an import is applied up to its first bad row', tests: ['tests/unit/register/import.test.ts'], file: 'shared/register/decideImport.ts',
    find: "if (target !== null && other !== undefined) return invalid(row, 'matchesTwoUnits', { name: target.fullName, other: other.fullName });",
    replace: 'if (target !== null && other !== undefined) break;',
  },
];
