// What the sections of the rule sheet share: the words of a language, names that cannot be mistaken, lists, durations, factors.
// It decides nothing about a score; it only knows how a setting is called.
import type { Form, PlaceValues } from '../../../shared/arena/forms.ts';
import type { Part, Rules } from '../../../shared/arena/rules.ts';
import { compare, decimal, exactText, divide, ZERO, type Fraction } from '../../../shared/kernel/fraction.ts';
import { ruleSheet as english } from '../../../shared/text/en/ruleSheet.ts';
import { say } from '../../../shared/text/say.ts';
import { ruleSheet as chinese } from '../../../shared/text/zh/ruleSheet.ts';

export type Language = 'zh' | 'en';
export interface Saying { readonly rules: Rules; readonly words: typeof chinese }
/** A sentence of the sheet; idle where its setting is of no use in these rules but differs from the usual, so that no setting is ever silent. */
export interface Line { readonly text: string; readonly isIdle: boolean }

export const sayingOf = (rules: Rules, language: Language): Saying => ({ rules, words: language === 'zh' ? chinese : english });

export const line = (text: string): Line => ({ text, isIdle: false });
export const linesIf = (isSaid: boolean, ...texts: readonly string[]): readonly Line[] => (isSaid ? texts.map(line) : []);
/** The sentence of a setting that only matters under some rules: said there, and elsewhere only where it is not as usual. */
export const settingLine = (setting: { readonly isUsed: boolean; readonly isUsual: boolean }, text: string): readonly Line[] =>
  (setting.isUsed || !setting.isUsual ? [{ text, isIdle: !setting.isUsed }] : []);

export const listed = ({ words }: Saying, items: readonly string[]): string => items.join(words.comma);
export const clauses = ({ words }: Saying, items: readonly string[]): string => items.join(words.semicolon);
export const steps = ({ words }: Saying, items: readonly string[]): readonly string[] => items.map((text, at) => say(words.step, { n: at + 1, text }));

interface Named { readonly id: string; readonly name: string }
/** The name of a thing in its list; where two share a name, with its place. Example: two panels 评委组 → 评委组（第 2 个）. */
export const nameIn = ({ words }: Saying, list: readonly Named[], id: string): string => {
  const at = list.findIndex((each) => each.id === id);
  const found = list[at];
  if (found === undefined) return id;
  return list.some((each, place) => place !== at && each.name === found.name) ? say(words.among, { name: found.name, n: at + 1 }) : found.name;
};
export const panelName = (saying: Saying, id: string): string => nameIn(saying, saying.rules.panels, id);
export const panelNames = (saying: Saying, panels: readonly Named[]): string => listed(saying, panels.map(({ id }) => panelName(saying, id)));
export const partName = (saying: Saying, id: string): string => nameIn(saying, saying.rules.parts, id);
export const categoryName = (saying: Saying, id: string): string => nameIn(saying, saying.rules.categories, id);
/** A ballot with its kind, unless it is called so. Example: 群众票（评价票）. */
export const formName = (saying: Saying, form: Form): string => {
  const kind = saying.words.voters.kind[form.kind];
  const name = nameIn(saying, saying.rules.forms, form.id);
  return name === kind ? name : say(saying.words.voters.formNamed, { name, kind });
};

/** The on-site part, whose figure may stand alone on the wall. */
export const onSitePart = (rules: Rules): Part | undefined => rules.parts.find((part) => part.kind === 'onSite');

/** Seconds as people say them. Example: 450 → 7 分 30 秒. */
export const duration = ({ words }: Saying, seconds: number): string => {
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  return say(s === 0 && m > 0 ? words.time.minutes : m === 0 ? words.time.seconds : words.time.both, { m, s });
};

/** Decimal places in words; null is not rounded. */
export const placesText = ({ words }: Saying, places: number | null): string =>
  places === null ? words.reckoning.places.none : places === 0 ? words.reckoning.places.whole : say(words.reckoning.places.some, { n: places });

export const plain = (value: Fraction): string => exactText(value) ?? `${value.top}÷${value.bottom}`;

/** What one point of an own scale is in points of the total, as a clause; nothing where the scales are the same. */
export const rateClause = ({ rules, words }: Saying, fullMark: string): string => {
  const [own, all] = [decimal(fullMark), decimal(rules.fullMark)];
  return compare(own, ZERO) <= 0 || compare(own, all) === 0 ? '' : say(words.adjusting.rate, { rate: plain(divide(all, own)) });
};

/** A figure with its share of what it goes into: ×40% of a full mark of 100, ÷30×24 of another, bare where nothing is scaled. */
export const scaled = ({ words }: Saying, name: string, given: { readonly points: string; readonly fullMark: Fraction }): string => {
  const { points, fullMark } = given;
  if (compare(decimal(points), fullMark) === 0) return name;
  if (compare(fullMark, decimal('100')) === 0) return say(words.reckoning.timesPercent, { name, share: points });
  return say(words.reckoning.scaled, { name, full: plain(fullMark), points });
};

/** Points by place in words. */
export const placeValuesText = (saying: Saying, values: PlaceValues): string => {
  const { linear, table, zero, one } = saying.words.marking.values;
  switch (values.by) {
    case 'linear': return say(linear, { top: values.top, step: values.step });
    case 'table': return say(table, { list: listed(saying, values.points) });
    case 'borda': return values.last === 'zero' ? zero : one;
  }
};
