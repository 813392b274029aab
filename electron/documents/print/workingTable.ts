// One panel's marks in 算给你看: a row per seat or ballot, what was dropped struck through, why somebody has no marks; or votes by grade or place.
import type { CellCount, Figure, PanelWorking, RowWorking } from '../../../shared/arena/explainShape.ts';
import { say } from '../../../shared/text/say.ts';
import { explainWords } from '../../../shared/text/zh/explain.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { html, type Markup } from './markup.ts';

const words = print.detail;

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;
/** Figures of one column at the same number of places, so that they stand straight; a cut figure stays as it is. */
const padded = (figure: Pick<Figure, 'text' | 'cut'>, places: number): string => {
  if (figure.cut || placesOf(figure.text) >= places) return figure.text;
  return `${figure.text}${placesOf(figure.text) === 0 && places > 0 ? '.' : ''}${'0'.repeat(places - placesOf(figure.text))}`;
};
const widest = (figures: readonly (Pick<Figure, 'text' | 'cut'> | null)[]): number => Math.max(0, ...figures.map((figure) => (figure === null || figure.cut ? 0 : placesOf(figure.text))));

const struck = (text: string, out: boolean): Markup => (out ? html`<s>${text}</s>` : html`${text}`);

/** Words for what was dropped of one sheet: the whole of it, or single criteria by name. */
const droppedInWords = (panel: PanelWorking, row: RowWorking): string => {
  if (row.dropped !== null) return explainWords.dropped[row.dropped];
  const names = row.marks.flatMap((mark) => {
    const name = panel.columns.find((column) => column.id === mark.column)?.name ?? '';
    return mark.dropped === null ? [] : [say(mark.dropped === 'highest' ? explainWords.highOf : explainWords.lowOf, { name })];
  });
  return names.length === 0 ? '' : say(explainWords.droppedOf, { names: names.join(print.comma) });
};

const noteOf = (panel: PanelWorking, row: RowWorking): string => [
  row.cause === null ? '' : explainWords.cause[row.cause], row.by === null ? '' : explainWords.by[row.by], droppedInWords(panel, row), row.source === null ? '' : explainWords.source[row.source],
].filter((note) => note !== '').join(print.semicolon);

/** A mark; of a grade or rank ballot the grade or place with what it is worth. */
const markText = (panel: PanelWorking, mark: RowWorking['marks'][number], places: number): string => {
  const value = padded(mark, places);
  if (mark.cell === null) return value;
  return say(words.cellValue, { cell: panel.form === 'rank' ? say(explainWords.place, { n: mark.cell }) : mark.cell, value });
};

const labelOf = (row: RowWorking): string => String(row.label.kind === 'seat' ? row.label.seat : row.label.number);

interface Table { readonly panel: PanelWorking; readonly names: boolean; readonly places: readonly number[]; readonly sum: number }
const rowOf = ({ panel, names, places, sum }: Table, row: RowWorking): Markup => {
  const whole = row.dropped !== null;
  const start = html`<td class="seat">${labelOf(row)}</td>${names ? html`<td class="what">${row.label.kind === 'seat' ? row.label.name ?? '' : ''}</td>` : null}`;
  if (row.marks.length === 0) return html`<tr>${start}<td colspan="${panel.columns.length + (panel.columns.length > 1 ? 1 : 0)}">${print.none}</td><td class="what small">${noteOf(panel, row)}</td></tr>`;
  const marks = row.marks.map((mark, at) => html`<td class="figure">${struck(markText(panel, mark, places[at] ?? 0), whole || mark.dropped !== null)}</td>`);
  const total = panel.columns.length < 2 ? null : html`<td class="figure sum">${struck(`${row.sum.rounding === null && row.sum.equation?.sign === '≈' ? '≈' : ''}${row.total === null ? print.none : padded(row.total, sum)}`, whole)}</td>`;
  return html`<tr class="${whole ? 'out' : ''}">${start}${marks}${total}<td class="what small">${noteOf(panel, row)}</td></tr>`;
};

/** Sheets one by one. */
export const sheetsTable = (panel: PanelWorking, names: boolean): Markup => {
  const places = panel.columns.map((_, at) => widest(panel.rows.map((row) => row.marks[at] ?? null)));
  const sum = widest(panel.rows.map((row) => row.total));
  const bySeat = panel.voters === 'named';
  const heads = panel.columns.map((column) => html`<th>${column.name}<br>${column.points}</th>`);
  return html`<table class="plain detail"><thead><tr><th class="seat">${bySeat ? words.seat : words.ballot}</th>${names && bySeat ? html`<th class="what name">${words.judge}</th>` : null}${heads}${
    panel.columns.length > 1 ? html`<th class="sum">${words.sum}</th>` : null}<th class="what state">${words.status}</th></tr></thead><tbody>${panel.rows.map((row) => rowOf({ panel, names: names && bySeat, places, sum }, row))}</tbody></table>`;
};

const cellRow = (panel: PanelWorking, cell: CellCount): Markup => {
  const name = panel.form === 'rank' ? say(explainWords.place, { n: cell.name }) : cell.name;
  const value = cell.rounding === null ? cell.value.text : say(explainWords.rounded, { value: cell.value.text, rounded: cell.rounding.text });
  return html`<tr><td class="what">${name}</td><td class="figure">${value}</td><td class="figure">${cell.count}</td><td class="figure">${cell.product.cut ? '≈' : ''}${cell.product.text}</td></tr>`;
};

/** Votes by grade or place, with what each is worth. */
export const votesTable = (panel: PanelWorking): Markup => html`<table class="plain votes"><thead><tr><th class="what">${explainWords.choice[panel.form]}</th><th>${explainWords.value}</th><th>${explainWords.votes}</th><th>${
  explainWords.product}</th></tr></thead><tbody>${panel.cells.map((cell) => cellRow(panel, cell))}</tbody></table>`;
