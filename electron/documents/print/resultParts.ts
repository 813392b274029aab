// The parts of the 成绩单: the ranked table with its remarks, the count of the votes, corrections, draws, signatures.
import { seatStatus, type SeatStatus } from '../../../shared/arena/missing.ts';
import { standingLock } from '../../../shared/arena/sessionResult.ts';
import type { Standing } from '../../../shared/arena/standings.ts';
import type { ArenaSession, Contestant, LockedSheets } from '../../../shared/arena/state.ts';
import { format } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { nameOf } from './ballotParts.ts';
import type { Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { figureApart, type Outcome, type Results } from './outcomes.ts';
import { tieInWords } from './rulesInWords.ts';

const words = print.result;
interface Given { readonly session: ArenaSession; readonly read: Read; readonly results: Results }

const panelName = (session: ArenaSession, id: string): string => session.rules.panels.find((panel) => panel.id === id)?.name ?? id;

/** Why there is no score, in words. */
export const pendingInWords = (session: ArenaSession, outcome: Exclude<Outcome, { kind: 'scored' }>): string => {
  if (outcome.kind === 'withdrawn') return words.pending.withdrawn;
  if (outcome.kind === 'pending') return words.pending[outcome.why];
  return say(words.pending.tooFew, { panel: panelName(session, outcome.tally.panel), valid: outcome.tally.valid, needed: outcome.tally.needed });
};

const tieNote = ({ session, results }: Given, own: Standing): string => {
  const tie = own.decidedBy;
  if (tie === null) return '';
  if (tie.by === 'shared') return words.tieShared;
  const tied = Object.values(results.ranks).filter((row) => row.tally.text === own.tally.text);
  const rule = tieInWords(session.rules, tie);
  const places = session.rules.rounding.final + 1;
  const figure = tie.by === 'moreDecimals' ? figureApart(own.tally.exact, tied.map((row) => row.tally.exact), places)
    : tie.by === 'untrimmedMean' ? figureApart(own.tally.untrimmed, tied.map((row) => row.tally.untrimmed), places) : null;
  return figure === null ? say(words.tie, { rule }) : say(words.tieFigure, { rule, figure });
};

const relaxedNotes = ({ session, read }: Given, locked: LockedSheets): readonly string[] =>
  Object.entries(locked.relaxed).map(([panel, drop]) => say(words.relaxed, { panel: panelName(session, panel), highest: drop.dropHighest, lowest: drop.dropLowest, reason: read(drop.reason) }));

const correctionNote = (outcome: Extract<Outcome, { kind: 'scored' }>): string => {
  if (outcome.before === null) return '';
  return outcome.before.ok ? say(words.correctedFrom, { old: outcome.before.text, now: outcome.tally.text }) : say(words.correctedFromPending, { now: outcome.tally.text });
};

const notesOf = (given: Given, outcome: Outcome): readonly string[] => {
  const late = outcome.contestant.window.late.filter((sheet) => !sheet.admitted).length;
  const common = late === 0 ? [] : [say(words.late, { n: late })];
  if (outcome.kind !== 'scored') return [...(outcome.kind === 'tooFew' ? relaxedNotes(given, outcome.locked) : []), ...common];
  const standing = given.results.ranks[outcome.contestant.id];
  const tie = given.results.awaitingDraw.includes(outcome.contestant.id) ? words.awaitingDraw : standing === undefined ? '' : tieNote(given, standing);
  return [correctionNote(outcome), tie, ...relaxedNotes(given, outcome.locked), ...common].filter((note) => note !== '');
};

/** Places shown of a panel mean: as rounded by the rules, else one more than the total, which the note under the table says. */
export const panelPlaces = (session: ArenaSession): number => session.rules.rounding.panel ?? session.rules.rounding.final + 1;

const figuresOf = (given: Given, outcome: Outcome): Markup => {
  const panels = given.session.rules.panels.length > 1 ? given.session.rules.panels : [];
  if (outcome.kind !== 'scored') return html`<td class="what" colspan="${panels.length + 1}">${pendingInWords(given.session, outcome)}</td>`;
  const means = panels.map((_, at) => {
    const mean = outcome.tally.panels[at]?.mean;
    return html`<td class="figure">${mean === undefined ? print.none : format(mean, panelPlaces(given.session))}</td>`;
  });
  return html`${means}<td class="figure total">${outcome.tally.text}</td>`;
};

const rowOf = (given: Given, outcome: Outcome): Markup => {
  const notes = notesOf(given, outcome);
  const corrected = outcome.kind === 'scored' && outcome.before !== null;
  return html`<tr><td class="rank">${given.results.ranks[outcome.contestant.id]?.rank ?? print.none}</td><td>${outcome.place}</td><td class="what unit">${
    nameOf(outcome.contestant.name, given.read)}</td>${figuresOf(given, outcome)}<td class="what small">${
    corrected ? html`<span class="badge">${words.corrected}</span>` : null}${notes.join(print.semicolon)}</td></tr>`;
};

const inRankOrder = ({ results }: Given): readonly Outcome[] => {
  const rankOf = (outcome: Outcome): number => results.ranks[outcome.contestant.id]?.rank ?? Number.MAX_SAFE_INTEGER;
  return results.settled ? [...results.outcomes].sort((a, b) => rankOf(a) - rankOf(b) || a.place - b.place) : results.outcomes;
};

export const resultTable = (given: Given): Markup => {
  const panels = given.session.rules.panels.length > 1 ? given.session.rules.panels : [];
  const heads = panels.map((panel) => html`<th class="panel small">${panel.name}<br>${panel.weight}%</th>`);
  return html`<table class="plain results"><thead><tr><th class="rank">${words.rank}</th><th class="place">${words.order}</th><th class="what">${words.unit}</th>${heads}<th class="total">${
    words.total}</th><th class="what notes">${words.notes}</th></tr></thead><tbody>${inRankOrder(given).map((outcome) => rowOf(given, outcome))}</tbody></table>`;
};

type CountKey = Exclude<keyof typeof words.counts, 'sum'>;
const COLUMNS: readonly CountKey[] = ['issued', 'returned', 'valid', 'void', 'abstained', 'recused', 'absent', 'left', 'missing'];
const COUNTED_AS = {
  submitted: 'valid', paper: 'valid', abstained: 'abstained', void: 'void', recused: 'recused', absent: 'absent', leftEarly: 'left',
  awaitingPaper: 'missing', waiting: 'missing', missing: 'missing',
} as const satisfies Readonly<Record<SeatStatus, CountKey>>;
export type Counts = Readonly<Record<CountKey, number>>;

/** The count of one contestant's votes as locked: issued = returned + absent + left + missing, returned = valid + void + abstained. */
export const countsOf = (session: ArenaSession, contestant: Contestant, locked: LockedSheets): Counts => {
  const kinds = session.judges.map((judge) => COUNTED_AS[seatStatus({ ...contestant.window, sheets: locked.sheets, gaps: locked.gaps }, judge.id)]);
  const of = (kind: CountKey): number => kinds.filter((each) => each === kind).length;
  const [valid, voided, abstained, recused] = [of('valid'), of('void'), of('abstained'), of('recused')];
  return { issued: kinds.length - recused, returned: valid + voided + abstained, valid, void: voided, abstained, recused, absent: of('absent'), left: of('left'), missing: of('missing') };
};

export const countsTable = (given: Given): Markup => {
  const rows = given.results.outcomes.flatMap((outcome) => {
    const locked = standingLock(given.session, outcome.contestant.id);
    return locked === undefined ? [] : [{ outcome, counts: countsOf(given.session, outcome.contestant, locked) }];
  });
  const cells = (figure: (key: CountKey) => number): readonly Markup[] => COLUMNS.map((key) => html`<td class="figure">${figure(key)}</td>`);
  const body = rows.map(({ outcome, counts }) => html`<tr><td>${outcome.place}</td><td class="what">${nameOf(outcome.contestant.name, given.read)}</td>${cells((key) => counts[key])}</tr>`);
  const sums = html`<tr class="sum"><td></td><td class="what">${words.counts.sum}</td>${cells((key) => rows.reduce((total, row) => total + row.counts[key], 0))}</tr>`;
  return html`<h2>${words.countsHeading}</h2><table class="plain counts"><thead><tr><th class="place">${words.order}</th><th class="what">${words.unit}</th>${
    COLUMNS.map((key) => html`<th>${words.counts[key]}</th>`)}</tr></thead><tbody>${body}${sums}</tbody></table><p class="small grey">${words.countsNote}</p>`;
};
