// The parts of the 成绩单: the ranked table of one category with its remarks, and why a contestant has no score.
import type { ArenaSession, LockedSheets } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { tieInWords } from '../ruleSheet/ruleSheet.ts';
import { nameOf } from './ballotParts.ts';
import type { Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import type { Outcome, Ranking } from './outcomes.ts';
import { columnsBefore, columnsBehind, type Column } from './resultColumns.ts';
import { workingOf } from './workings.ts';

const words = print.result;
export interface Given { readonly session: ArenaSession; readonly read: Read; readonly ranking: Ranking }

const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string): string => list.find((each) => each.id === id)?.name ?? id;

/** Why there is no score, in words. */
export const pendingInWords = (session: ArenaSession, outcome: Exclude<Outcome, { kind: 'scored' }>, read: Read): string => {
  switch (outcome.kind) {
    case 'withdrawn': return words.pending.withdrawn;
    case 'forfeited': {
      const { forfeit } = outcome.contestant;
      const cause = words.forfeitCause[forfeit?.cause ?? 'other'];
      const reason = forfeit === null ? '' : read(forfeit.reason);
      return say(reason === '' ? words.pending.forfeited : words.pending.forfeitedFor, { cause, reason });
    }
    case 'pending': return words.pending[outcome.why];
    case 'unscored': return outcome.tally.why === 'partMissing' ? say(words.pending.partMissing, { part: nameIn(session.rules.parts, outcome.tally.part) })
      : say(words.pending.tooFew, { panel: nameIn(session.rules.panels, outcome.tally.panel), valid: outcome.tally.valid, needed: outcome.tally.needed });
  }
};

const tieNote = ({ session, read }: Given, id: string): string => {
  const tie = workingOf(session, id, read).rank?.tie;
  if (tie == null) return '';
  if (tie.rule.by === 'shared') return words.tieShared;
  const rule = tieInWords(session.rules, tie.rule);
  const figure = tie.compared.find((each) => each.contestant === id)?.figure;
  return figure == null ? say(words.tie, { rule }) : say(words.tieFigure, { rule, figure: `${figure.cut ? '≈' : ''}${figure.text}` });
};

const relaxedNotes = ({ session, read }: Given, locked: LockedSheets): readonly string[] =>
  Object.entries(locked.relaxed).map(([panel, drop]) => say(words.relaxed, { panel: nameIn(session.rules.panels, panel), highest: drop.dropHighest, lowest: drop.dropLowest, reason: read(drop.reason) }));

const correctionNote = (outcome: Extract<Outcome, { kind: 'scored' }>): string => {
  if (outcome.before === null) return '';
  return outcome.before.ok ? say(words.correctedFrom, { old: outcome.before.text, now: outcome.tally.text }) : say(words.correctedFromPending, { now: outcome.tally.text });
};

const notesOf = (given: Given, outcome: Outcome): readonly string[] => {
  const late = outcome.contestant.window.late.filter((sheet) => !sheet.admitted).length;
  const common = late === 0 ? [] : [say(words.late, { n: late })];
  if (outcome.kind !== 'scored') return [...(outcome.kind === 'unscored' ? relaxedNotes(given, outcome.locked) : []), ...common];
  const open = given.ranking.open[outcome.contestant.id];
  const tie = open === undefined ? tieNote(given, outcome.contestant.id) : open === 'draw' ? words.awaitingDraw : words.awaitingPlayOff;
  return [correctionNote(outcome), tie, ...relaxedNotes(given, outcome.locked), ...common].filter((note) => note !== '');
};

interface Columns { readonly before: readonly Column[]; readonly behind: readonly Column[] }

const figuresOf = (given: Given, columns: Columns, outcome: Outcome): Markup => {
  const id = outcome.contestant.id;
  if (outcome.kind !== 'scored') return html`<td class="what" colspan="${columns.before.length + 1 + columns.behind.length}">${pendingInWords(given.session, outcome, given.read)}</td>`;
  const { tally } = outcome;
  return html`${columns.before.map((column) => column.cell(tally, id))}<td class="figure total">${tally.text}</td>${columns.behind.map((column) => column.cell(tally, id))}`;
};

const rankOf = ({ ranking }: Given, id: string): number | null => ranking.rows.find((row) => row.contestant === id)?.rank ?? null;

const rowOf = (given: Given, columns: Columns, outcome: Outcome): Markup => {
  const corrected = outcome.kind === 'scored' && outcome.before !== null;
  return html`<tr><td class="rank">${rankOf(given, outcome.contestant.id) ?? print.none}</td><td>${outcome.place}</td><td class="what unit">${
    nameOf(outcome.contestant.name, given.read)}</td>${figuresOf(given, columns, outcome)}<td class="what small">${
    corrected ? html`<span class="badge">${words.corrected}</span>` : null}${notesOf(given, outcome).join(print.semicolon)}</td></tr>`;
};

const inRankOrder = (given: Given): readonly Outcome[] => {
  const { outcomes, settled } = given.ranking;
  const rank = (outcome: Outcome): number => rankOf(given, outcome.contestant.id) ?? Number.MAX_SAFE_INTEGER;
  return settled ? [...outcomes].sort((a, b) => rank(a) - rank(b) || a.place - b.place) : outcomes;
};

/** How many columns stand beside rank, place, unit, total and remarks: wide tables lie across. */
export const extraColumns = (session: ArenaSession, ranking: Ranking): number => columnsBefore(session.rules, ranking).length + columnsBehind(session.rules, ranking).length;

/** The table of one ranking. */
export const resultTable = (given: Given): Markup => {
  const columns = { before: columnsBefore(given.session.rules, given.ranking), behind: columnsBehind(given.session.rules, given.ranking) };
  return html`<table class="plain results"><thead><tr><th class="rank">${words.rank}</th><th class="place">${words.order}</th><th class="what">${words.unit}</th>${columns.before.map(({ head }) => head)}<th class="total">${
    words.total}</th>${columns.behind.map(({ head }) => head)}<th class="what notes">${words.notes}</th></tr></thead><tbody>${inRankOrder(given).map((outcome) => rowOf(given, columns, outcome))}</tbody></table>`;
};
