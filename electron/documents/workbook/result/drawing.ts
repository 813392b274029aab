// What the drawers of one panel's section share: the sheet, the board, where the section stands, and the cells of its foot as formulas name them.
import type { Rules } from '../../../../shared/arena/rules.ts';
import type { CountedSheet } from '../../../../shared/arena/trimming.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { columnRange, fixedCell, type SheetDraft } from '../cells.ts';
import { headingStyle, helperHeadingStyle } from '../styles.ts';
import { filled, FOOT, type PanelColumns, type PanelPlace } from './layout.ts';
import type { PanelRow, VoterRow } from './panelBoard.ts';
import type { Values } from './valuesSheet.ts';

export interface Section { readonly draft: SheetDraft; readonly rules: Rules; readonly values: Values; readonly panel: PanelRow; readonly place: PanelPlace; readonly columns: PanelColumns }
/** One line of a section: a voter's own ballot, or one filled in for that voter. */
export interface BallotLine { readonly line: number; readonly by: 'voter' | 'fillBefore' | 'fillAfter'; readonly voter: VoterRow; readonly sheet: CountedSheet | null }

export const footCell = ({ place }: Section, column: keyof typeof FOOT): string => fixedCell(place.foot, FOOT[column]);
/** Too few ballots: the other thing; otherwise the formula. */
export const ifEnough = (section: Section, otherwise: string, formula: string): string => `IF(${footCell(section, 'valid')}<${footCell(section, 'needed')},"${otherwise}",${formula})`;

/** A column over the ballots as written, over those that are dropped from, or over all that count. */
export const rangeOver = ({ place }: Section, column: number, until: 'lastWritten' | 'lastTrimmed' | 'last'): string => columnRange(column, place.first, place[until]);

const sheetBy = ({ panel }: Section, voter: string, isWanted: (by: CountedSheet['by']) => boolean): CountedSheet | null =>
  (panel.trimmed?.sheets ?? panel.written).find((sheet) => sheet.voter === voter && isWanted(sheet.by)) ?? null;

/** All lines of a section in order. */
export const linesOf = (section: Section): readonly BallotLine[] => {
  const { panel, place } = section;
  const own = panel.voters.map((voter, at): BallotLine => ({ line: place.first + at, by: 'voter', voter, sheet: sheetBy(section, voter.voter, (by) => by === 'voter' || by === 'zero') }));
  const fills = (by: 'fillBefore' | 'fillAfter', first: number): readonly BallotLine[] =>
    filled(panel, by).map((voter, at) => ({ line: first + at, by, voter, sheet: sheetBy(section, voter.voter, (each) => each === by) }));
  return [...own, ...fills('fillBefore', place.lastWritten + 1), ...fills('fillAfter', place.lastTrimmed + 1)];
};

export const heading = ({ draft }: Pick<Section, 'draft'>, line: number, entries: readonly (readonly [column: number, words: string])[]): void => {
  for (const [column, words] of entries) draft.text(line, column, { words, style: headingStyle });
};
export const helperHeading = ({ draft }: Pick<Section, 'draft'>, line: number, entries: readonly (readonly [column: number, words: string])[]): void => {
  for (const [column, words] of entries) draft.text(line, column, { words, style: helperHeadingStyle });
};

export const { dash } = workbookWords;
