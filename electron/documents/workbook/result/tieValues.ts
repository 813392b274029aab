// What a tie rule compares, as a formula over the sheet 打分; and whether comparing it would show the figure of too few ballots without names.
import type { TieRule } from '../../../../shared/arena/rules.ts';
import { compare, divide, decimal, exactText, format, multiply, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import type { Board, BoardRow } from './board.ts';
import { columnsFor, FOOT, onSheet, type Block } from './layout.ts';
import { criterionPlaces } from './rankChain.ts';
import type { PanelRow } from './panelBoard.ts';

interface Scored { readonly row: BoardRow; readonly block: Block }
const marksCell = (row: number, column: number): string => onSheet(workbookWords.sheet.marks, row, column);

/** Points of the scheme for one point of the panel's figure, as factors of a formula. */
const weighted = (panel: PanelRow, cell: string): string => {
  const weight = divide(multiply(decimal(panel.part.points), decimal(panel.panel.points)), multiply(decimal(panel.part.fullMark), panel.fullMark));
  const text = exactText(weight);
  return text === null ? `${cell}*${whole(weight.top)}/${whole(weight.bottom)}` : `${cell}*${text}`;
};
const whole = (value: bigint): string => format({ top: value, bottom: 1n }, 0);
const added = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join('+'));

/** The formula of what is compared. A panel or part that does not score this contestant compares as 0. */
export const comparedFormula = (board: Board, tie: TieRule, { row, block }: Scored): string => {
  const footOf = (at: number): number => block.panels[at]?.foot ?? 0;
  switch (tie.by) {
    case 'panel': {
      const at = row.panels.findIndex((panel) => panel.panel.id === tie.id);
      return at === -1 ? '0' : marksCell(footOf(at), FOOT.figure);
    }
    case 'part': return marksCell(block.firstPart + board.rules.parts.findIndex((part) => part.id === tie.id), FOOT.figure);
    case 'criterion': return added(criterionPlaces(row, tie.id).flatMap(({ at, column }) => {
      const panel = row.panels[at];
      return panel === undefined ? [] : [weighted(panel, marksCell(block.panels[at]?.means ?? 0, columnsFor(board.rules, panel.panel, panel.form).marks[column] ?? 0))];
    }));
    case 'untrimmedMean': return added(row.panels.flatMap((panel, at) => (panel.part.kind === 'onSite' ? [weighted(panel, marksCell(footOf(at), FOOT.untrimmed))] : [])));
    case 'moreDecimals': case 'playOff': case 'draw': case 'shared': return '0';
  }
};

/** Whether the rule compares figures of a panel that is not shown. */
export const hidesFigures = (board: Board, tie: TieRule): boolean => {
  const concerns = (row: BoardRow, panel: PanelRow): boolean => {
    if (tie.by === 'panel') return panel.panel.id === tie.id;
    if (tie.by === 'criterion') return criterionPlaces(row, tie.id).some(({ at }) => row.panels[at] === panel);
    return tie.by === 'untrimmedMean' && panel.part.kind === 'onSite';
  };
  return board.rows.some((row) => row.panels.some((panel) => panel.shown === 'small' && concerns(row, panel)));
};

/** The order of values alone: 1 for the lowest, equal for equal ones. */
export const ordinals = (values: ReadonlyMap<string, Fraction>): ReadonlyMap<string, number> => {
  const all = [...values.values()];
  return new Map([...values].map(([id, value]) => [id, 1 + new Set(all.filter((other) => compare(other, value) < 0).map((other) => `${other.top}/${other.bottom}`)).size]));
};
