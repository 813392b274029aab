// What the drawers of the ranking share: its lines, the ranges of one category, and the words of a tie rule.
import type { TieRule } from '../../../../shared/arena/rules.ts';
import { tieInWords } from '../../ruleSheet/ruleSheet.ts';
import { columnCell, columnRange, type SheetDraft } from '../cells.ts';
import { helperHeadingStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';
import type { Block } from './layout.ts';
import type { ChainStep, RankChain } from './rankChain.ts';

/** A contestant's line on the ranking, with its block on 打分 and the lines it is ranked among. */
export interface RankLine { readonly row: BoardRow; readonly line: number; readonly block: Block; readonly first: number; readonly last: number }
export interface Ranking { readonly draft: SheetDraft; readonly board: Board; readonly chain: RankChain; readonly lines: readonly RankLine[]; readonly heading: number; readonly last: number }
/** The columns of places (by total first, then after each tie rule), and of who waits for a play-off after each. */
export interface PlaceColumns { readonly places: readonly number[]; readonly stopped: readonly (number | null)[] }
export interface StepPlace { readonly step: ChainStep; readonly at: number; readonly before: number; readonly stopped: number | null; readonly from: number; readonly exact: number }

export const tieWords = (board: Board, tie: TieRule): string => tieInWords(board.rules, tie);

export const headColumn = ({ draft, heading: line }: Ranking, column: number, text: string): void => draft.text(line, column, { words: text, style: helperHeadingStyle });
/** A column over the lines that this one is ranked among. */
export const rangeFor = ({ first, last }: RankLine, column: number): string => columnRange(column, first, last);
/** Who waits for a play-off is compared no further. */
export const unlessStopped = (line: RankLine, stopped: number | null, given: { readonly otherwise: string; readonly formula: string }): string =>
  stopped === null ? given.formula : `IF(${columnCell(line.line, stopped)}=1,${given.otherwise},${given.formula})`;
