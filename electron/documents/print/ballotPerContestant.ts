// 打分票, one sheet per contestant and judge: A5, two on a sheet of A4 to be cut, or a whole A4 when the rubric is long.
// It is laid out by measure before printing, so a sheet never runs over its paper unseen.
import type { Criterion } from '../../../shared/arena/rules.ts';
import type { Contestant } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { BALLOT_STYLE, bandOf, contestantsInOrder, footOf, holdersOf, judgeLine, nameOf, recusalOf, type BallotsInput, type Holder } from './ballotParts.ts';
import { documentOf, panelBands } from './frame.ts';
import { html, widthInEms, type Markup } from './markup.ts';

const words = print.ballot;
const LINE_MM = 5.1;
const EM_MM = 3.71;
/** Room for the criterion rows and width of the criterion column, in millimetres. */
const A5 = { room: 80, column: 50 };
const A4 = { room: 162, column: 100 };
type Size = 'pair' | 'single' | 'whole';

const rowHeight = (criterion: Criterion, column: number): number =>
  Math.max(8, Math.ceil((widthInEms(criterion.name) * EM_MM) / (column - 3)) * LINE_MM + 1.2);

/** Rows as tall as the room allows, 15 mm at most, for figures written by hand; long names make their own rows taller. */
const commonHeight = (heights: readonly number[], room: number): number => {
  for (let row = 15; row > 8; row -= 0.5) if (heights.reduce((sum, height) => sum + Math.max(height, row), 0) <= room) return row;
  return 8;
};

const layoutOf = (criteria: readonly Criterion[], paper: 'pair' | 'single'): { readonly size: Size; readonly row: number; readonly points: number } => {
  const size: Size = criteria.reduce((sum, criterion) => sum + rowHeight(criterion, A5.column), 0) > A5.room ? 'whole' : paper;
  const { room, column } = size === 'whole' ? A4 : A5;
  // One size for all names: the larger only where every name keeps to one line with it.
  const points = criteria.every((criterion) => widthInEms(criterion.name) * EM_MM * (12 / 10.5) <= column - 3) ? 12 : 10.5;
  return { size, points, row: commonHeight(criteria.map((criterion) => rowHeight(criterion, column)), room) };
};

const PAGE: Readonly<Record<Size, string>> = {
  pair: `@page{size:A4 landscape;margin:0 0 8mm 0;@bottom-right{padding-right:11mm}}
.pair{display:flex;width:297mm;height:201.5mm;break-after:page;position:relative}.pair:last-child{break-after:auto}
.pair::after{content:"";position:absolute;left:148.4mm;top:0;height:201.5mm;border-left:.2mm dashed #777}
.leaf{width:148.5mm;height:201.5mm;padding:8mm 11mm 1.5mm}`,
  single: `@page{size:A5;margin:8mm 11mm 10mm}.leaf{height:191mm;break-after:page}.leaf:last-child{break-after:auto}`,
  whole: `@page{size:A4;margin:10mm 14mm 13mm}.leaf{min-height:273mm;break-after:page}.leaf:last-child{break-after:auto}`,
};

const STYLE = `
.marks .mark{width:27mm}.marks .points{width:13mm}.marks .range{width:20mm;white-space:nowrap}.marks .step{width:15mm;white-space:nowrap}
.unit{border:.5mm solid #000;padding:1.2mm 3mm;margin:2mm 0 1mm;display:flex;align-items:center;gap:3mm;min-height:14mm}
.unit b{flex:1;font-size:17pt;line-height:1.2;overflow-wrap:anywhere}.unit b.long{font-size:12.5pt}.unit .place{flex:none;font-size:10.5pt}.unit .blank{max-width:none;align-self:flex-end;margin-bottom:2mm}
.marks{margin-top:1.5mm}.marks td.what{line-height:1.25}
.marks .sum td{height:11mm;font-weight:700;font-size:12pt}
.abstain{margin:2mm 0 1.5mm;font-size:12pt}.abstain small{font-size:10.5pt;color:#333;margin-left:2mm}
.grow{flex:1}.sign{margin:3mm 0 2.5mm}
.recusal{border:.3mm solid #000;padding:0 2mm;font-size:10.5pt;flex:none}
`;

const rowOf = (criterion: Criterion): Markup => html`<tr class="item"><td class="what">${criterion.name}</td><td class="points">${criterion.points}</td><td class="range">${
  say(words.rangeText, { floor: criterion.floor, ceiling: criterion.ceiling })}</td><td class="step">${say(words.stepText, { step: criterion.step })}</td><td class="mark"></td></tr>`;

const marksOf = (input: BallotsInput): Markup => html`<table class="marks"><thead><tr><th class="what">${words.criterion}</th><th class="points">${words.points}</th><th class="range">${words.range}</th><th class="step">${words.step}</th><th class="mark">${words.mark}</th></tr></thead><tbody>${
  input.session.rules.criteria.map(rowOf)}<tr class="sum"><td class="what">${words.total}</td><td colspan="3">${say(words.totalOf, { points: input.session.rules.fullMark })}</td><td class="mark"></td></tr></tbody></table>`;

interface Target { readonly contestant: Contestant; readonly place: number }

const unitLine = (input: BallotsInput, target: Target | null, holder: Holder): Markup => {
  if (target === null) return html`<div class="unit"><span class="label">${words.contestant}</span><span class="blank"></span></div>`;
  const name = nameOf(target.contestant.name, input.read);
  const recusal = recusalOf(input.session, target.contestant, holder.judge);
  const stamp = recusal === 'none' ? null : html`<span class="recusal">${recusal === 'recused' ? words.recused : words.proposedRecusal}</span>`;
  const place = say(words.contestantOf, { n: target.place, total: input.session.order.length });
  return html`<div class="unit"><b class="${widthInEms(name) > 12 ? 'long' : ''}">${name}</b>${stamp}<span class="place">${place}</span></div>`;
};

const leafOf = (input: BallotsInput, holder: Holder, target: Target | null): Markup => html`<section class="leaf">${bandOf(holder)}<p class="occasion">${
  input.read(input.session.title)}</p><h1>${words.titlePerContestant}</h1>${unitLine(input, target, holder)}${judgeLine(holder, input.read)}${marksOf(input)}<p class="abstain"><i class="tick"></i> ${words.abstain}<small>${words.abstainHint}</small></p><p class="note">${
  words.fillPerContestant}</p><p class="note">${words.voidPerContestant}</p>${holder.judge === null ? html`<p class="note">${words.spareNote}</p>` : null}<div class="grow"></div><p class="sign"><span>${words.signature}</span><i></i></p>${
  footOf(input, say(words.footTime, { at: input.printedAt }))}</section>`;

const leavesOf = (input: BallotsInput): readonly Markup[] => {
  const targets = contestantsInOrder(input.session)
    .map((contestant, at) => ({ contestant, place: at + 1 }))
    .filter(({ contestant }) => contestant.stage !== 'withdrawn' && (input.contestants?.includes(contestant.id) ?? true));
  return holdersOf(input).flatMap((holder) => (holder.judge === null ? [leafOf(input, holder, null)] : targets.map((target) => leafOf(input, holder, target))));
};

const inPairs = (leaves: readonly Markup[]): readonly Markup[] =>
  leaves.flatMap((leaf, at) => (at % 2 === 0 ? [html`<div class="pair">${leaf}${leaves[at + 1] ?? null}</div>`] : []));

/** Judge by judge, each judge's sheets in speaking order; a panel's spares behind its judges. */
export const ballotsPerContestant = (input: BallotsInput): string => {
  const { size, row, points } = layoutOf(input.session.rules.criteria, input.paper ?? 'pair');
  const leaves = leavesOf(input);
  return documentOf({
    title: say(words.documentTitle, { session: input.read(input.session.title) }), marking: input.marking, margins: 'outside',
    style: `${BALLOT_STYLE}${STYLE}${PAGE[size]}.marks .item td{height:${row.toFixed(1)}mm}.marks .what{font-size:${points}pt}${panelBands(input.session.rules.panels)}`,
    body: html`${size === 'pair' ? inPairs(leaves) : leaves}`,
  });
};
