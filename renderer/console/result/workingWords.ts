// Sentences and figures of 算给你看 on the desk, put together from the working's texts and the words. Nothing is reckoned here; what is cut says ≈.
import type { AdjustmentWorking, Equation, Figure, PanelWorking, RowWorking, Working } from '../../../shared/arena/explainShape.ts';
import type { TieRule } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import type { Words } from '../words.ts';

type W = Words['working'];
const SEMICOLON: Readonly<Record<Words['language'], string>> = { zh: '；', en: '; ' };
const COMMA: Readonly<Record<Words['language'], string>> = { zh: '、', en: ', ' };

export const joined = ({ language }: Words, parts: readonly string[]): string => parts.filter((part) => part !== '').join(SEMICOLON[language]);
export const listed = ({ language }: Words, parts: readonly string[]): string => parts.join(COMMA[language]);
/** An aside, and a colon, as the language writes them. */
export const aside = ({ language }: Words, text: string): string => (text === '' ? '' : language === 'zh' ? `（${text}）` : ` (${text})`);
export const headed = ({ language }: Words, head: string): string => `${head}${language === 'zh' ? '：' : ': '}`;
export const equationText = ({ left, sign, right }: Equation): string => (left === right ? right : `${left} ${sign} ${right}`);
export const figureText = (figure: Figure | null): string => (figure === null ? '—' : `${figure.cut ? '≈ ' : ''}${figure.text}`);

export const labelText = ({ working }: Words, { label }: RowWorking): string =>
  label.kind === 'seat' ? label.name ?? say(working.label.seat, { n: label.seat }) : say(working.label[label.kind], { n: label.number });

/** What was dropped of one sheet: the whole of it, or single criteria by name. */
const droppedText = (words: Words, panel: PanelWorking, row: RowWorking): string => {
  const { working } = words;
  if (row.dropped !== null) return working.dropped[row.dropped];
  const names = row.marks.flatMap((mark) => (mark.dropped === null ? [] : [say(mark.dropped === 'highest' ? working.highOf : working.lowOf, { name: panel.columns.find((column) => column.id === mark.column)?.name ?? '' })]));
  return names.length === 0 ? '' : say(working.droppedOf, { names: listed(words, names) });
};

/** Why a row has no marks, how it came in, what was dropped of it, that it is paper. */
export const rowNote = (words: Words, panel: PanelWorking, row: RowWorking): string => {
  const { working } = words;
  return joined(words, [row.cause === null ? '' : working.cause[row.cause], row.by === null ? '' : working.by[row.by], droppedText(words, panel, row), row.source === null ? '' : working.source[row.source]]);
};

/** A mark; of a grade or rank ballot the grade or place with what it is worth. */
export const markText = ({ working }: Words, panel: PanelWorking, mark: RowWorking['marks'][number]): string =>
  mark.cell === null ? mark.text : `${panel.form === 'rank' ? say(working.place, { n: mark.cell }) : mark.cell} ${mark.text}`;

/** Who stands without marks, how many are valid, what is dropped. */
export const beforeText = (words: Words, panel: PanelWorking): readonly string[] => {
  const { working } = words;
  const { relaxed, ...drops } = panel.drops;
  const trim = drops.highest + drops.lowest === 0 ? working.trim.none : say(working.trim[panel.trimOf], drops);
  const { highest, lowest } = panel.droppedCells;
  const values = highest.length + lowest.length === 0 ? '' : say(working.droppedValues, { values: listed(words, [...highest, ...lowest]) });
  const rounding = panel.rows.find((row) => row.sum.rounding !== null)?.sum.rounding;
  const gaps = panel.gaps.map((gap) => say(working.gap, { cause: working.cause[gap.cause], count: gap.count, as: working.as[gap.as] }));
  const line = joined(words, [say(working.valid, { count: panel.valid }), ...gaps, `${trim}${values}`, rounding == null ? '' : say(working.sheetRounded, { places: rounding.places })]);
  return relaxed === null ? [line] : [line, say(working.relaxed, { ...drops, reason: relaxed })];
};

const madeText = ({ working }: Words, made: AdjustmentWorking['made'][number]): string => {
  const seconds = made.seconds === null ? '' : say(made.seconds < 0 ? working.timeUnder : working.timeOver, { seconds: Math.abs(made.seconds) });
  const why = [made.phase === null ? '' : working.phase[made.phase], seconds, made.reason ?? ''].filter((part) => part !== '').join(' ');
  return why === '' ? say(working.made, { amount: made.amount }) : say(working.madeReason, { reason: why, amount: made.amount });
};

/** One kind of bonus or penalty: each one made, the scale, the cap, the sum. */
export const adjustmentText = (words: Words, line: AdjustmentWorking, fullMark: string): string => {
  const { working } = words;
  return joined(words, [
    ...line.made.map((made) => madeText(words, made)), line.fullMark === fullMark ? '' : say(working.inScale, { fullMark: line.fullMark }),
    line.isCapped && line.cap !== null ? say(working.capped, { cap: line.cap }) : '', line.sum === null ? '' : equationText(line.sum), line.scale === null ? '' : equationText(line.scale),
  ]);
};

/** The name of a tie rule, with what it compares. */
export const tieName = (working: W, names: readonly { readonly id: string; readonly name: string }[], rule: TieRule): string =>
  say(working.tieRule[rule.by], { name: 'id' in rule ? names.find((each) => each.id === rule.id)?.name ?? '' : '' });

export const pendingText = ({ working }: Words, pending: NonNullable<Working['pending']>): string =>
  say(working.pending[pending.why], pending.why === 'partMissing' ? { part: pending.part } : pending.why === 'tooFewSheets' ? { panel: pending.panel, valid: pending.valid, needed: pending.needed } : {});

export const isAnyCut = (given: Working): boolean => JSON.stringify(given).includes('…');
