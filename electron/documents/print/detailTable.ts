// One panel's sheets in the score detail: a row per seat, what was dropped struck through, and why a seat has no marks.
import { isExcused, seatStatus } from '../../../shared/arena/missing.ts';
import type { Criterion, Panel } from '../../../shared/arena/rules.ts';
import type { ArenaSession, Judge, LockedSheets } from '../../../shared/arena/state.ts';
import type { Dropped, PanelTally } from '../../../shared/arena/tally.ts';
import { decimal, exactText, format } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { nameOf } from './ballotParts.ts';
import type { Read } from './frame.ts';
import { html, type Markup } from './markup.ts';

export interface DetailTable {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly names: boolean;
  readonly contestant: string;
  readonly locked: LockedSheets;
  readonly panel: Panel;
  /** Missing when the contestant is pending: then the sheets are listed without totals. */
  readonly tallied: PanelTally | undefined;
}

const words = print.detail;

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** A mark at the places its criterion can have, so that columns stand straight. */
const markText = (criterion: Criterion, mark: string): string =>
  format(decimal(mark), Math.max(placesOf(exactText(decimal(criterion.step)) ?? ''), placesOf(exactText(decimal(criterion.floor)) ?? '')));

/** The sheets' totals by judge, all at the places of the longest. */
export const totalTexts = (tallied: PanelTally): Readonly<Record<string, string>> => {
  const places = Math.max(0, ...tallied.sheets.map((sheet) => placesOf(exactText(sheet.total) ?? '')));
  return Object.fromEntries(tallied.sheets.map((sheet) => [sheet.judge, format(sheet.total, places)]));
};

/** Words for what was dropped of one seat: the whole sheet, or single criteria by name. */
const droppedInWords = (session: ArenaSession, dropped: readonly Dropped[]): string => {
  const whole = dropped.find((each) => each.criterion === null);
  if (whole !== undefined) return whole.end === 'highest' ? words.droppedHighest : words.droppedLowest;
  if (dropped.length === 0) return '';
  const names = dropped.map((each) => {
    const name = session.rules.criteria.find((criterion) => criterion.id === each.criterion)?.name ?? '';
    return say(each.end === 'highest' ? words.highOf : words.lowOf, { name });
  });
  return say(words.droppedOf, { names: names.join(print.comma) });
};

const struck = (text: string, out: boolean): Markup => (out ? html`<s>${text}</s>` : html`${text}`);

interface Row { readonly judge: Judge; readonly start: Markup; readonly totals: Readonly<Record<string, string>> }

const markedRow = (table: DetailTable, row: Row): Markup => {
  const { session, tallied } = table;
  const sheet = table.locked.sheets[row.judge.id];
  const dropped = tallied?.dropped.filter((each) => each.judge === row.judge.id) ?? [];
  const whole = dropped.some((each) => each.criterion === null);
  const cells = session.rules.criteria.map((criterion) =>
    html`<td class="figure">${struck(markText(criterion, sheet?.marks[criterion.id] ?? '0'), whole || dropped.some((each) => each.criterion === criterion.id))}</td>`);
  const notes = [droppedInWords(session, dropped), sheet?.source === 'paper' ? words.paper : ''].filter((note) => note !== '').join(print.semicolon);
  return html`<tr class="${whole ? 'out' : ''}">${row.start}${cells}<td class="figure sum">${struck(row.totals[row.judge.id] ?? print.none, whole)}</td><td class="what small">${notes}</td></tr>`;
};

const emptyRow = (table: DetailTable, row: Row): Markup => {
  const window = table.session.contestants[table.contestant]?.window;
  const status = window === undefined ? 'missing' : seatStatus({ ...window, sheets: table.locked.sheets, gaps: table.locked.gaps }, row.judge.id);
  const text = status === 'submitted' || status === 'paper' ? '' : words.statuses[status];
  return html`<tr>${row.start}<td colspan="${table.session.rules.criteria.length + 1}">${print.none}</td><td class="what small">${text}</td></tr>`;
};

const rowOf = (table: DetailTable, judge: Judge, totals: Row['totals']): Markup => {
  const seat = table.session.judges.indexOf(judge) + 1;
  const start = html`<td class="seat">${seat}</td>${table.names ? html`<td class="what">${nameOf(judge.name, table.read)}</td>` : null}`;
  const counts = table.locked.sheets[judge.id]?.kind === 'marks' && !isExcused(table.locked, judge.id);
  return counts ? markedRow(table, { judge, start, totals }) : emptyRow(table, { judge, start, totals });
};

export const panelTable = (table: DetailTable): Markup => {
  const { session, panel, tallied } = table;
  const totals = tallied === undefined ? {} : totalTexts(tallied);
  const heads = session.rules.criteria.map((criterion) => html`<th>${criterion.name}<br>${criterion.points}</th>`);
  const rows = session.judges.filter((judge) => judge.panel === panel.id).map((judge) => rowOf(table, judge, totals));
  return html`<table class="plain detail"><thead><tr><th class="seat">${words.seat}</th>${table.names ? html`<th class="what name">${words.judge}</th>` : null}${heads}<th class="sum">${
    words.sum}</th><th class="what state">${words.status}</th></tr></thead><tbody>${rows}</tbody></table>`;
};
