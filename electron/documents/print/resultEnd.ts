// What stands behind the tables of the 成绩单: order of operations, bonuses and penalties, count of the votes, boxes, corrections, draws, signatures.
import type { AdjustmentWorking } from '../../../shared/arena/explainShape.ts';
import type { ArenaSession, PlayOff } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { explainWords } from '../../../shared/text/zh/explain.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { ruleSheet as ruleWords } from '../../../shared/text/zh/ruleSheet.ts';
import { ruleSheet, ruleSheetHash } from '../ruleSheet/ruleSheet.ts';
import { contestantsInOrder, nameOf } from './ballotParts.ts';
import type { Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { panelVotes, sumOf, type Votes } from './votes.ts';
import { workingOf } from './workings.ts';

const words = print.result;
export interface Behind { readonly session: ArenaSession; readonly read: Read }

const unitName = ({ session, read }: Behind, id: string): string => nameOf(session.contestants[id]?.name ?? null, read);
const unitNames = (given: Behind, ids: readonly string[]): string => ids.map((id) => unitName(given, id)).join(print.comma);

/** What the signers must be able to check on the spot: who counts, how it is reckoned, what is put on and taken off, how ties are settled. */
export const operations = ({ session }: Behind): Markup => {
  const { heading } = ruleWords;
  const wanted: readonly string[] = [heading.missing, heading.reckoning, heading.adjusting, heading.ties];
  const sections = ruleSheet(session.rules, 'zh').sections.filter((section) => wanted.includes(section.heading) && section.sentences.length > 0);
  const hash = (session.ruleSheet?.hash ?? ruleSheetHash(session.rules)).slice(0, 16);
  return html`<h2>${words.rulesHeading}</h2>${sections.map((section) => html`<p class="body"><b>${section.heading}</b>　${section.sentences.map((sentence) => sentence + ruleWords.stop).join('')}</p>`)}<p class="small grey">${
    say(words.rulesFull, { hash })}</p>`;
};

/** How a bonus or penalty came about: its amounts in their own scale, the seconds, the reasons. */
export const whyAdjusted = (line: AdjustmentWorking, fullMark: string): string => {
  const isScaled = line.fullMark !== fullMark;
  const made = line.made.map(({ amount, phase, seconds, reason }) => {
    const time = seconds === null || phase === null ? [] : [`${explainWords.phase[phase]}${say(seconds < 0 ? explainWords.timeUnder : explainWords.timeOver, { seconds: Math.abs(seconds) })}`];
    const why = [...time, ...(reason === null || reason === '' ? [] : [reason])].join(print.comma);
    return why === '' ? say(explainWords.made, { amount }) : say(explainWords.madeReason, { amount, reason: why });
  });
  return [...(isScaled ? [say(explainWords.inScale, { fullMark: line.fullMark })] : []), made.join(print.comma), ...(line.isCapped ? [say(explainWords.capped, { cap: line.cap ?? '' })] : [])].join(print.semicolon);
};

export const adjustments = (given: Behind): Markup | null => {
  const lines = contestantsInOrder(given.session).flatMap(({ id }) => workingOf(given.session, id, given.read).adjustments.map((line) => {
    const figures = { unit: unitName(given, id), kind: line.name ?? explainWords.time, points: `${line.points.cut ? '≈' : ''}${line.points.text}` };
    return say(line.sign === 'bonus' ? words.adjustmentBonus : words.adjustmentPenalty, figures) + say(words.adjustmentWhy, { why: whyAdjusted(line, given.session.rules.fullMark) });
  }));
  return lines.length === 0 ? null : html`<h2>${words.adjustmentsHeading}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
};

const COLUMNS = ['issued', 'returned', 'valid', 'void', 'abstained', 'recused', 'absent', 'left', 'missing'] as const satisfies readonly (keyof Votes)[];

export const countsTable = (given: Behind): Markup => {
  const rows = contestantsInOrder(given.session).flatMap((contestant, at) => {
    const votes = panelVotes(given.session, contestant.id, given.read);
    return votes.length === 0 ? [] : [{ place: at + 1, id: contestant.id, votes: sumOf(votes.map((each) => each.votes)) }];
  });
  const all = sumOf(rows.map((row) => row.votes));
  const cells = (votes: Votes): readonly Markup[] => COLUMNS.map((key) => html`<td class="figure">${votes[key]}</td>`);
  const body = rows.map(({ place, id, votes }) => html`<tr><td>${place}</td><td class="what">${unitName(given, id)}</td>${cells(votes)}</tr>`);
  return html`<h2>${words.countsHeading}</h2><table class="plain counts"><thead><tr><th class="place">${words.order}</th><th class="what">${words.unit}</th>${
    COLUMNS.map((key) => html`<th>${words.counts[key]}</th>`)}</tr></thead><tbody>${body}<tr class="sum"><td></td><td class="what">${words.counts.sum}</td>${cells(all)}</tr></tbody></table><p class="small grey">${words.countsNote}</p>`;
};

/** The sealed boxes with their root hashes: whoever holds the ballots can check that none was changed. */
export const boxes = ({ session }: Behind): Markup | null => {
  const sealed = Object.entries(session.boxes).flatMap(([id, box]) => (box.phase === 'sealed' ? [{ box, panel: session.rules.panels.find((panel) => panel.id === id)?.name ?? id }] : []));
  if (sealed.length === 0) return null;
  return html`<h2>${words.boxesHeading}</h2>${sealed.map(({ box, panel }) => html`<p>${say(words.box, { panel, count: box.count, root: '' })}<span class="mono small">${box.root}</span></p>`)}`;
};

export const corrections = ({ session, read }: Behind): Markup => {
  const reasons = contestantsInOrder(session).flatMap((contestant) => contestant.window.corrections.map((reason) => say(words.correctionItem, { unit: nameOf(contestant.name, read), reason: read(reason) })));
  const all = [...reasons, ...session.reopenings.map((reason) => say(words.reopeningItem, { reason: read(reason) }))];
  const list = all.length === 0 ? html`<p>${words.noCorrections}</p>` : html`<ul>${all.map((each) => html`<li>${each}</li>`)}</ul>`;
  return html`<h2>${words.correctionsHeading}</h2>${list}`;
};

const playOffLine = (given: Behind, { contestants, order, note }: PlayOff): string => {
  const result = order.map((group) => group.map((id) => unitName(given, id)).join(words.playOffEqual)).join(print.comma);
  return say(words.playOff, { units: unitNames(given, contestants), order: result }) + (note === null ? '' : say(words.playOffNote, { note: given.read(note) }));
};

export const draws = (given: Behind): Markup => {
  const { session } = given;
  const order = session.orderSeed === null ? say(words.noOrderDraw, { method: print.methods[session.orderMethod ?? 'none'] }) : say(words.orderSeed, { seed: session.orderSeed });
  const ties = session.draws.map((draw) => html`<p>${say(words.tieDraw, { units: unitNames(given, draw.contestants), seed: draw.seed, order: unitNames(given, draw.order) })}</p>`);
  return html`<h2>${words.drawHeading}</h2><p>${order}</p>${ties}${session.playOffs.map((held) => html`<p>${playOffLine(given, held)}</p>`)}`;
};

/** Lines to sign on; four beside each other where the paper lies across. */
export const signatureLines = (who: readonly string[]): Markup => html`<div class="signatures">${who.map((each) => html`<p><span>${each}</span><i></i></p>`)}</div>`;
export const SIGNATURE_STYLE = `
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:9mm 12mm;margin-top:11mm;break-inside:avoid}
.signatures p{display:flex;align-items:flex-end;gap:3mm;font-size:12pt}.signatures i{flex:1;border-bottom:.3mm solid #000;height:9mm}
`;
export const SIGNATURES_ACROSS = '.signatures{grid-template-columns:repeat(4,1fr);gap:6mm;margin-top:7mm}';
