// How people write a figure: width, signs, separators, 分 and % behind it. Says what a text is; where it can be read two ways it gives both.
import { cleanName } from '../../../../shared/register/names.ts';
import { plainDecimal } from './decimalText.ts';

export type Writing =
  | { readonly kind: 'blank' }
  | { readonly kind: 'word' }
  /** `guess`: the decimal it may have been, '' when nobody can tell. */
  | { readonly kind: 'date'; readonly guess: string }
  /** What the text proves: which sign is the decimal point (null when it does not tell), and that commas group thousands. */
  | { readonly kind: 'figure'; readonly text: string; readonly percent: boolean; readonly point: '.' | ',' | null; readonly grouped: boolean }
  /** One separator that may be either: 1,234. `three`: three digits behind it, so that it may group thousands (10,0000 groups 万). */
  | { readonly kind: 'open'; readonly sign: '.' | ','; readonly decimal: string; readonly grouped: string; readonly three: boolean; readonly percent: boolean };

/** Blanks that programs put between groups of three; an ordinary blank may as well part two figures. */
const GROUPED_BY_BLANKS = /^(\D*)(\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+)(?!\d)(.*)$/u;
const NOTHING = /^[-—–―─/\\]*$/u;
const DATES = [/^\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?(?: .*)?$/u, /^\d{1,4}\.\d{1,2}\.\d{1,2}$/u, /^[\d年月日号时分秒: ]*[年月日号时:][\d年月日号时分秒: ]*$/u, /^\d{1,4}-[a-z]{3}(?:-\d+)?$/iu, /^[a-z]{3}-\d{1,4}$/iu];
const MONTH_DAY = /^(\d{1,2})(?:月|[-/])(\d{1,2})日?$/u;

const withoutGroupBlanks = (text: string): string => {
  const [, before = '', groups, behind = ''] = GROUPED_BY_BLANKS.exec(text) ?? [];
  return groups === undefined ? text : before + groups.replace(/\D/gu, '') + behind;
};
const tidied = (text: string): string =>
  cleanName(withoutGroupBlanks(text.trim())).normalize('NFKC').trim().replace(/^['’‘`]\s*/u, '')
    .replace(/[。·・](?=\d)/gu, '.').replace(/^[−–](?=[\d.])/u, '-');

const joined = (text: string): string => text.replaceAll(/[.,]/gu, '');
/** The last separator becomes the point, all others go. */
const lastAsPoint = (text: string): string => `${joined(text.slice(0, -1 - behindLast(text)))}.${text.slice(text.length - behindLast(text))}`;
const behindLast = (text: string): number => text.length - 1 - Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));

type Body = { readonly text: string; readonly point: '.' | ',' | null } | { readonly sign: '.' | ','; readonly three: boolean };
const FORMS: readonly (readonly [RegExp, (text: string) => Body])[] = [
  [/^\d+$/u, (text) => ({ text, point: null })],
  [/^[1-9]\d{0,2}([.,])\d{3}$/u, (text) => ({ sign: text.includes(',') ? ',' : '.', three: true })],
  [/^[1-9]\d{0,3},\d{4}$/u, () => ({ sign: ',', three: false })],
  [/^\d*\.\d+$/u, (text) => ({ text: lastAsPoint(text), point: '.' })],
  [/^\d+,\d+$/u, (text) => ({ text: lastAsPoint(text), point: ',' })],
  [/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u, (text) => ({ text: lastAsPoint(text), point: '.' })],
  [/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u, (text) => ({ text: lastAsPoint(text), point: ',' })],
  [/^[1-9]\d{0,2}(?:,\d{3}){2,}$/u, (text) => ({ text: joined(text), point: '.' })],
  [/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/u, (text) => ({ text: joined(text), point: ',' })],
];

const dateOr = (text: string): Writing => {
  if (!DATES.some((form) => form.test(text))) return { kind: 'word' };
  const [, month, day] = MONTH_DAY.exec(text) ?? [];
  const maybe = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return { kind: 'date', guess: maybe ? `${Number(month)}.${Number(day)}` : '' };
};

/**
 * What a text says. Examples: '９．５分' → figure 9.5; '9,5' → figure 9.5 with a decimal comma; '1,234' → open: 1.234 or 1234;
 * '9月5日' → a date that may have been 9.5; '弃权' → a word; '—' → blank.
 */
export const readWriting = (raw: string): Writing => {
  const text = tidied(raw);
  if (NOTHING.test(text)) return { kind: 'blank' };
  const [, sign = '', body = '', unit] = /^([+-]?)\s?(\S+?)\s?(分|%)?$/u.exec(text) ?? [];
  const form = FORMS.find(([pattern]) => pattern.test(body));
  if (form === undefined) return dateOr(text);
  const percent = unit === '%';
  const read = form[1](body);
  if ('text' in read) return { kind: 'figure', text: plainDecimal(sign + read.text), percent, point: read.point, grouped: read.point === '.' && body.includes(',') };
  return { kind: 'open', sign: read.sign, decimal: plainDecimal(sign + lastAsPoint(body)), grouped: plainDecimal(sign + joined(body)), three: read.three, percent };
};
