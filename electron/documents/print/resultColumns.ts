// The columns of the 成绩单 between the unit and its total: parts, panels, bonuses and penalties; and behind it 名次分 and tier.
// A panel of too few ballots without names stands as — (design §1 item 11).
import { awardsOf, placePointsOf } from '../../../shared/arena/awards.ts';
import { figureOf } from '../../../shared/arena/explainFigures.ts';
import { isSmallGroup } from '../../../shared/arena/smallGroups.ts';
import { factorText } from '../../../shared/arena/reveal.ts';
import type { Panel, Part, Rules } from '../../../shared/arena/rules.ts';
import type { Scored } from '../../../shared/arena/standings.ts';
import { decimal, format, sum, type Fraction } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { html, type Markup } from './markup.ts';
import type { Ranking } from './outcomes.ts';

const words = print.result;
/** More columns of parts and panels than this, and panels stand in the working only. */
const MOST_COLUMNS = 6;

/** One column: its heading, and the cell of a scored contestant. */
export interface Column { readonly head: Markup; readonly cell: (tally: Scored, contestant: string) => Markup }

/** Places shown of a part or panel: as rounded by the rules, else one more than the total, which a note says. */
export const shownPlaces = (rules: Rules, rounded: number | null): number => rounded ?? rules.rounding.final + 1;

const cell = (text: string): Markup => html`<td class="figure">${text}</td>`;
const head = (name: string, under: string): Markup => html`<th class="panel small">${name}<br>${under}</th>`;

const partColumn = (rules: Rules, part: Part): Column => ({
  head: head(part.name, factorText(decimal(part.points), decimal(part.fullMark))),
  cell: (tally) => { const own = tally.parts.find((each) => each.part === part.id); return cell(own === undefined ? print.none : format(own.score, shownPlaces(rules, rules.rounding.part))); },
});

/** What a panel's full mark brings of the scheme's; the same for all contestants of a ranking. */
const panelHead = (ranking: Ranking, panel: Panel): string => {
  const own = ranking.outcomes.flatMap((outcome) => (outcome.kind === 'scored' ? outcome.tally.panels.filter((each) => each.panel === panel.id) : []))[0];
  return own === undefined ? '' : factorText({ top: own.weight.top * own.fullMark.top, bottom: own.weight.bottom * own.fullMark.bottom }, own.fullMark);
};

const panelColumn = (rules: Rules, ranking: Ranking, panel: Panel): Column => ({
  head: head(panel.name, panelHead(ranking, panel)),
  cell: (tally) => {
    const own = tally.panels.find((each) => each.panel === panel.id);
    return cell(own === undefined || isSmallGroup(panel, own.counted) ? print.none : format(own.mean, shownPlaces(rules, rules.rounding.panel)));
  },
});

const signed = (value: Fraction): string => `${value.top > 0n ? '+' : ''}${figureOf(value).text.replace('-', '−')}`;
const adjustmentColumn = (): Column => ({
  head: html`<th class="panel small">${words.adjustments}</th>`,
  cell: ({ adjustments }) => cell(adjustments.length === 0 ? '' : signed(sum(adjustments.map((line) => line.points)))),
});

/** Parts where there are several, panels where they fit, bonuses and penalties where there are any. */
export const columnsBefore = (rules: Rules, ranking: Ranking): readonly Column[] => {
  const panels = rules.panels.filter((panel) => panel.categories === null || ranking.category === null || panel.categories.includes(ranking.category));
  const parts = rules.parts.length > 1 ? rules.parts.map((part) => partColumn(rules, part)) : [];
  const own = panels.length > 1 && parts.length + panels.length <= MOST_COLUMNS ? panels.map((panel) => panelColumn(rules, ranking, panel)) : [];
  const isAdjusted = ranking.outcomes.some((outcome) => outcome.kind === 'scored' && outcome.tally.adjustments.length > 0);
  return [...own, ...parts, ...(isAdjusted ? [adjustmentColumn()] : [])];
};

/** 名次分 and tier, where the rules have them. */
export const columnsBehind = (rules: Rules, ranking: Ranking): readonly Column[] => {
  const points = placePointsOf(rules, ranking.rows);
  const tiers = awardsOf(rules, ranking.category, ranking.rows);
  const own = (id: string): string => { const value = points.get(id); return value === undefined ? print.none : figureOf(value).text; };
  return [
    ...(rules.placePoints === null ? [] : [{ head: html`<th class="panel small">${words.placePoints}</th>`, cell: (_: Scored, id: string) => cell(own(id)) }]),
    ...(rules.awards.tiers.length === 0 ? [] : [{ head: html`<th class="panel small">${words.tier}</th>`, cell: (_: Scored, id: string) => html`<td class="small">${tiers.get(id)?.name ?? ''}</td>` }]),
  ];
};

/** The sentence under a table whose columns do not add up as shown. */
export const columnsNote = (rules: Rules): string => {
  const isRounded = (rules.panels.length < 2 || rules.rounding.panel !== null) && (rules.parts.length < 2 || rules.rounding.part !== null);
  return (rules.panels.length < 2 && rules.parts.length < 2) || isRounded ? '' : say(words.panelNote, { places: rules.rounding.final + 1 });
};
