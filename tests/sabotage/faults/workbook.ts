// Faults in the result workbook: formulas that say something else than the program, or that show what must not be shown.
import type { Fault } from '../fault.ts';

const random = 'tests/documents/results/resultWorkbook.test.ts';
const worked = 'tests/documents/results/resultRules.test.ts';
const folder = 'electron/documents/workbook/result';

export const workbookFaults: readonly Fault[] = [
  { name: 'halves that doubles hold just below are cut', tests: [worked], file: `${folder}/formulas.ts`, find: '`ROUND(ROUND((${expression})*${10 ** places},${GUARD - places}),0)/${10 ** places}`', replace: '`ROUND((${expression})*${10 ** places}-0.0000001,0)/${10 ** places}`' },
  { name: 'of equal ballots the later seat is dropped', tests: [worked, random], file: `${folder}/trimRows.ts`, find: '"<="&${order}', replace: '">="&${order}' },
  { name: 'the lowest are taken from all ballots, the highest included', tests: [worked, random], file: `${folder}/trimRows.ts`, find: 'IF(${high}<=${highest},"",COUNTIFS(', replace: 'IF(FALSE,"",COUNTIFS(' },
  { name: 'a ballot filled in stays when the voter\'s own marks are typed in', tests: [worked], file: `${folder}/ballotRows.ts`, find: 'OR(ISNUMBER(${own}),${isOut})', replace: 'OR(FALSE,${isOut})' },
  { name: 'a panel with too few ballots has a figure', tests: [random], file: `${folder}/drawing.ts`, find: 'IF(${footCell(section, \'valid\')}<${footCell(section, \'needed\')}', replace: 'IF(${footCell(section, \'valid\')}<1' },
  { name: 'the panel rounding is left out', tests: [random], file: `${folder}/panelFoot.ts`, find: '${roundedIf(exact, rules.rounding.panel)},"${dash}")`', replace: '${exact},"${dash}")`' },
  { name: 'counts are divided by all ballots, the void ones too', tests: [worked], file: `${folder}/panelFoot.ts`, find: 'SUM(${countRange(section, COUNT.count)})', replace: 'SUM(${countRange(section, COUNT.count)})+1' },
  { name: 'too few ballots without names are listed', tests: [worked], file: `${folder}/panelBoard.ts`, find: 'isSmallGroup(panel, counted) ?', replace: 'counted.length < 0 ?' },
  { name: 'a part with a hidden panel is a formula over its figure', tests: [worked], file: `${folder}/board.ts`, find: "own.some((panel) => panel.shown === 'small')", replace: "own.some((panel) => panel.shown !== panel.shown)" },
  { name: 'a bonus is not capped', tests: [worked, random], file: `${folder}/totalRows.ts`, find: '`MIN(${total},${cap})`', replace: '`${total}`' },
  { name: 'penalties are added', tests: [worked, random], file: `${folder}/totalRows.ts`, find: "made.sign === 'bonus' ? '' : '-'", replace: "made.sign === 'bonus' ? '' : '+'" },
  { name: 'categories are ranked together', tests: [worked, random], file: `${folder}/ranking.ts`, find: 'columnRange(column, first, last)', replace: 'columnRange(column, 4, Math.max(first, last, 200))' },
  { name: 'who waits for a play-off is compared by the rules behind it', tests: [worked, random], file: `${folder}/ranking.ts`, find: 'stopped === null ?', replace: 'stopped !== -1 ?' },
  { name: 'a draw counts for any tied group', tests: [worked], file: `${folder}/keyedColumns.ts`, find: 'AND(ISNUMBER(${mine}),${isSame},${isInside})', replace: 'AND(ISNUMBER(${mine}),${isInside})' },
  { name: 'the oldest play-off counts', tests: [worked], file: `${folder}/rankChain.ts`, find: '  })).reverse();', replace: '  }));' },
  { name: 'tiers are given while somebody is still missing', tests: [worked], file: `${folder}/board.ts`, find: 'if (isWaiting) return', replace: 'if (isWaiting && standing.rank === 0) return' },
];
