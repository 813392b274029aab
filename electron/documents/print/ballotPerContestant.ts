// 打分票 and 评价票, one slip per contestant and holder: A5, two on a sheet of A4 to be cut, or a whole A4 when the rubric is long.
// It is laid out by measure before printing, so a slip never runs over its paper unseen.
import { formFullMark, type Criterion, type GradeForm, type ScoreForm } from '../../../shared/arena/forms.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import { exactText } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { corridorLine } from './ballotAllUnits.ts';
import { gradeRulesOne } from './ballotCells.ts';
import { bandOf, footOf, holdersOf, isNameless, judgeLine, nameOf, recusalOf, scoredBy, signLine, type BallotsInput, type Holder, type Placed } from './ballotParts.ts';
import { html, widthInEms, type Markup } from './markup.ts';

const words = print.ballot;
const LINE_MM = 5.1;
const EM_MM = 3.71;
/** Room for the rows and width of their first column, in millimetres. */
const A5 = { room: 80, column: 50 };
const A4 = { room: 162, column: 100 };
type Size = 'pair' | 'single' | 'whole';
type SlipForm = ScoreForm | GradeForm;

/** The rows to be marked: criteria with points, or grades to tick. */
interface Line { readonly name: string }
const linesOf = (form: SlipForm): readonly Line[] => (form.kind === 'score' ? form.criteria : form.grades);

const rowHeight = ({ name }: Line, column: number): number =>
  Math.max(8, Math.ceil((widthInEms(name) * EM_MM) / (column - 3)) * LINE_MM + 1.2);

/** Rows as tall as the room allows, 15 mm at most, for figures written by hand; long names make their own rows taller. */
const commonHeight = (heights: readonly number[], room: number): number => {
  for (let row = 15; row > 8; row -= 0.5) if (heights.reduce((sum, height) => sum + Math.max(height, row), 0) <= room) return row;
  return 8;
};

interface Layout { readonly size: Size; readonly row: number; readonly points: number }
const layoutOf = (lines: readonly Line[], given: { readonly paper: 'pair' | 'single'; readonly taken: number }): Layout => {
  const small = A5.room - given.taken;
  const size: Size = lines.reduce((sum, line) => sum + rowHeight(line, A5.column), 0) > small ? 'whole' : given.paper;
  const { room, column } = size === 'whole' ? A4 : { ...A5, room: small };
  // One size for all names: the larger only where every name keeps to one line with it.
  const points = lines.every((line) => widthInEms(line.name) * EM_MM * (12 / 10.5) <= column - 3) ? 12 : 10.5;
  return { size, points, row: commonHeight(lines.map((line) => rowHeight(line, column)), room) };
};

const paperOf = (scope: number, size: Size): string => {
  const page = (rules: string): string => `@page run-${scope}{${rules}}.run-${scope}{page:run-${scope}}`;
  if (size === 'pair') return page('size:A4 landscape;margin:0 0 8mm 0;@bottom-right{padding-right:11mm}');
  return size === 'single' ? `${page('size:A5;margin:8mm 11mm 10mm')}.run-${scope}{height:191mm;break-after:page}` : `${page('size:A4;margin:10mm 14mm 13mm')}.run-${scope}{min-height:273mm;break-after:page}`;
};

export const SLIP_STYLE = `
.pair{display:flex;width:297mm;height:201.5mm;break-after:page;position:relative}
.pair::after{content:"";position:absolute;left:148.4mm;top:0;height:201.5mm;border-left:.2mm dashed #777}
.pair .leaf{width:148.5mm;height:201.5mm;padding:8mm 11mm 1.5mm}
.slip .marks .mark{width:27mm}.slip .marks .points{width:13mm}.slip .marks .range{width:20mm;white-space:nowrap}.slip .marks .step{width:15mm;white-space:nowrap}
.unit{border:.5mm solid #000;padding:1.2mm 3mm;margin:2mm 0 1mm;display:flex;align-items:center;gap:3mm;min-height:14mm}
.unit b{flex:1;font-size:17pt;line-height:1.2;overflow-wrap:anywhere}.unit b.long{font-size:12.5pt}.unit .place{flex:none;font-size:10.5pt}.unit .blank{max-width:none;align-self:flex-end;margin-bottom:2mm}
.slip .marks{margin-top:1.5mm}.slip .marks td.what{line-height:1.25}
.slip .marks .sum td{height:11mm;font-weight:700;font-size:12pt}
.abstain{margin:2mm 0 1.5mm;font-size:12pt}.abstain small{font-size:10.5pt;color:#333;margin-left:2mm}
.grow{flex:1}.slip .sign{margin:3mm 0 2.5mm}
.recusal{border:.3mm solid #000;padding:0 2mm;font-size:10.5pt;flex:none}
`;

const criterionRow = (criterion: Criterion): Markup => html`<tr class="item"><td class="what">${criterion.name}</td><td class="points">${criterion.points}</td><td class="range">${
  say(words.rangeText, { floor: criterion.floor, ceiling: criterion.ceiling })}</td><td class="step">${say(words.stepText, { step: criterion.step })}</td><td class="mark"></td></tr>`;

const criteriaTable = (form: ScoreForm): Markup => html`<table class="marks"><thead><tr><th class="what">${words.criterion}</th><th class="points">${words.points}</th><th class="range">${words.range}</th><th class="step">${words.step}</th><th class="mark">${words.mark}</th></tr></thead><tbody>${
  form.criteria.map(criterionRow)}<tr class="sum"><td class="what">${words.total}</td><td colspan="3">${say(words.totalOf, { points: exactText(formFullMark(form, 1)) ?? '' })}</td><td class="mark"></td></tr></tbody></table><p class="abstain"><i class="tick"></i> ${
  words.abstain}<small>${words.abstainHint}</small></p><p class="note">${words.fillPerContestant}${corridorLine(form)}</p><p class="note">${words.voidPerContestant}</p>`;

const gradesTable = (form: GradeForm): Markup => html`<table class="marks"><thead><tr><th class="what">${words.grade}</th><th class="mark">${words.gradeMark}</th></tr></thead><tbody>${
  form.grades.map((grade) => html`<tr class="item"><td class="what">${grade.name}</td><td class="mark"></td></tr>`)}</tbody></table><p class="note legend">${
  form.grades.map((grade) => html`<span>${say(words.gradeValue, grade)}</span> `)}</p><p class="note">${words.fillGradeOne}${gradeRulesOne(form)}</p>`;

const unitLine = (input: BallotsInput, target: Placed | null, holder: Holder): Markup => {
  if (target === null) return html`<div class="unit"><span class="label">${words.contestant}</span><span class="blank"></span></div>`;
  const name = nameOf(target.contestant.name, input.read);
  const recusal = recusalOf(input.session, target.contestant, holder.judge);
  const stamp = recusal === 'none' ? null : html`<span class="recusal">${recusal === 'recused' ? words.recused : words.proposedRecusal}</span>`;
  const place = say(words.contestantOf, { n: target.place, total: input.session.order.length });
  return html`<div class="unit"><b class="${widthInEms(name) > 12 ? 'long' : ''}">${name}</b>${stamp}<span class="place">${place}</span></div>`;
};

interface Slip { readonly holder: Holder; readonly target: Placed | null; readonly form: SlipForm; readonly run: string }
const leafOf = (input: BallotsInput, { holder, target, form, run }: Slip): Markup => html`<section class="leaf slip ${run}">${bandOf(holder)}<p class="occasion">${
  input.read(input.session.title)}</p><h1>${say(words.titlePerContestant, { form: form.name })}</h1>${unitLine(input, target, holder)}${judgeLine(holder, input.read)}${
  form.kind === 'score' ? criteriaTable(form) : gradesTable(form)}${holder.judge === null && !isNameless(holder.panel) ? html`<p class="note">${words.spareNote}</p>` : null}<div class="grow"></div>${signLine(holder, null)}${
  footOf(input, say(words.footTime, { at: input.printedAt }))}</section>`;

const slipsOf = (input: BallotsInput, panel: Panel): readonly Pick<Slip, 'holder' | 'target'>[] => {
  const targets = scoredBy(input.session, panel).filter(({ contestant }) => contestant.stage !== 'withdrawn' && contestant.stage !== 'forfeited' && (input.contestants?.includes(contestant.id) ?? true));
  return holdersOf(input, panel).flatMap((holder): readonly Pick<Slip, 'holder' | 'target'>[] =>
    (holder.judge === null && !isNameless(panel) ? [{ holder, target: null }] : targets.map((target) => ({ holder, target }))));
};

const inPairs = (leaves: readonly Markup[], run: string): readonly Markup[] =>
  leaves.flatMap((leaf, at) => (at % 2 === 0 ? [html`<div class="pair ${run}">${leaf}${leaves[at + 1] ?? null}</div>`] : []));

/** One panel's slips: judge by judge, each judge's in speaking order, spares behind; and their styles. */
export const slipRun = (input: BallotsInput, panel: Panel, form: SlipForm): { readonly style: string; readonly leaves: readonly Markup[] } => {
  const scope = input.session.rules.panels.indexOf(panel);
  const run = `run-${scope}`;
  // The sentence of a ballot without a name, and that of a corridor, take a line or two from the rows.
  const taken = (isNameless(panel) ? LINE_MM * 2 : 0) + (form.kind === 'score' && form.corridor !== null ? LINE_MM : 0);
  const { size, row, points } = layoutOf(linesOf(form), { paper: input.paper ?? 'pair', taken });
  const isPair = size === 'pair';
  const leaves = slipsOf(input, panel).map((slip) => leafOf(input, { ...slip, form, run: isPair ? '' : run }));
  const style = `${paperOf(scope, size)}.run-${scope} .marks .item td{height:${row.toFixed(1)}mm}.run-${scope} .marks .what{font-size:${points}pt}`;
  return { style, leaves: isPair ? inPairs(leaves, run) : leaves };
};
