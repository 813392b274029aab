// The columns of the ranking between the total and the remark: category, parts, panels, bonuses and penalties as formulas; 名次分 and tiers as plain figures.
import { format, sum } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { centreStyle, headingStyle, numberStyle } from '../styles.ts';
import type { Board } from './board.ts';
import { shownNumber, shownOr } from './formulas.ts';
import { FOOT, onSheet } from './layout.ts';
import type { RankLine, Ranking } from './ranking.ts';

const words = workbookWords.ranking;
const { dash } = workbookWords;
const PLACES = 4;
/** One column: its heading and how a line of it is drawn. */
export interface Detail { readonly column: number; readonly heading: string; readonly draw: (ranking: Ranking, here: RankLine, column: number) => void }
type Unplaced = Omit<Detail, 'column'>;

const marksCell = (row: number, column: number): string => onSheet(workbookWords.sheet.marks, row, column);

const categoryDetail: Unplaced = { heading: words.category, draw: ({ draft }, { row, line }, column) => draft.text(line, column, { words: row.category?.name ?? dash, style: centreStyle }) };

const partDetails = ({ rules }: Board): readonly Unplaced[] => rules.parts.map((part, at) => ({
  heading: say(words.part, { name: part.name }),
  draw: ({ draft }, { row, line, block }, column) => {
    const style = numberStyle(rules.rounding.part ?? PLACES);
    if (row.parts.length === 0) return draft.text(line, column, { words: dash, style });
    return draft.formula(line, column, { formula: marksCell(block.firstPart + at, FOOT.figure), shown: shownOr(row.parts[at]?.score, dash), style });
  },
}));

const panelDetails = ({ rules, panelNames }: Board): readonly Unplaced[] => rules.panels.map((panel, index) => ({
  heading: say(words.panel, { name: panelNames[index] ?? '' }),
  draw: ({ draft }, { row, line, block }, column) => {
    const style = numberStyle(rules.rounding.panel ?? PLACES);
    const at = row.panels.findIndex((each) => each.panel.id === panel.id);
    const own = row.panels[at];
    if (own === undefined) return draft.text(line, column, { words: dash, style });
    return draft.formula(line, column, { formula: marksCell(block.panels[at]?.foot ?? 0, FOOT.figure), shown: own.shown === 'small' ? dash : shownOr(own.figure, dash), style });
  },
}));

const adjustmentDetail: Unplaced = {
  heading: words.adjustment,
  draw: ({ draft }, { row, line, block }, column) => {
    const style = numberStyle(PLACES);
    if (row.adjustments.length === 0) return draft.text(line, column, { words: '', style });
    const formula = block.adjustments.map((place) => marksCell(place.sum, FOOT.share)).join('+');
    return draft.formula(line, column, { formula, shown: shownNumber(sum(row.adjustments.map(({ line: made }) => made.points))), style });
  },
};

const placePoints: Unplaced = {
  heading: words.placePoints,
  draw: ({ draft }, { row, line }, column) => {
    if (row.placePoints === null) draft.text(line, column, { words: dash, style: centreStyle });
    else draft.number(line, column, { value: Number(format(row.placePoints, PLACES)), style: centreStyle });
  },
};
const tier: Unplaced = { heading: words.tier, draw: ({ draft }, { row, line }, column) => draft.text(line, column, { words: row.tier ?? '', style: centreStyle }) };

/** The columns these rules need. */
export const detailColumns = (board: Board, first: number): readonly Detail[] => {
  const { rules } = board;
  const isAdjusted = rules.adjustments.length > 0 || rules.time.penalty !== null;
  return [
    ...(rules.categories.length > 0 ? [categoryDetail] : []), ...(rules.parts.length > 1 ? partDetails(board) : []), ...(rules.panels.length > 1 ? panelDetails(board) : []),
    ...(isAdjusted ? [adjustmentDetail] : []), ...(rules.placePoints === null ? [] : [placePoints]), ...(rules.awards.tiers.length > 0 ? [tier] : []),
  ].map((detail, at) => ({ ...detail, column: first + at }));
};

export function drawDetails(ranking: Ranking, details: readonly Detail[]): void {
  for (const { column, heading, draw } of details) {
    ranking.draft.text(ranking.heading, column, { words: heading, style: headingStyle });
    for (const here of ranking.lines) draw(ranking, here, column);
  }
}
