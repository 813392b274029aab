// Markup that escapes by default: a string put into html`…` is always text, only another Markup is taken as it is.
// It knows no document and no style.

export interface Markup { readonly markup: string }
type Part = string | number | Markup | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '{': '&#123;', '}': '&#125;' };

/** Text as HTML text or attribute value. Braces too, so that a name can never look like the {{nonce}} the server fills in. */
export const escapeText = (text: string): string => text.replace(/[&<>"'{}]/g, (sign) => ENTITIES[sign] ?? sign);

const written = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return isMarkup(part) ? part.markup : part.map(written).join('');
};
const isMarkup = (part: Markup | readonly Part[]): part is Markup => 'markup' in part;

/** html`<b>${name}</b>`: the name is escaped, lists are joined, null is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, at) => text + written(parts[at] ?? null)).join(''),
});

/** Takes text that is markup already; only for what this folder or a library made, never for what a person wrote. */
export const trusted = (markup: string): Markup => ({ markup });

/** A text as a CSS string for `content`: everything but letters, digits and spaces becomes a code point escape. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`;

const isWide = (sign: string): boolean => (sign.codePointAt(0) ?? 0) > 0x2e7f;

/** How wide a text is in ems: a Chinese sign 1, any other 0.62 (a little more than the font needs). */
export const widthInEms = (text: string): number => [...text].reduce((width, sign) => width + (isWide(sign) || '“”—…·'.includes(sign) ? 1 : 0.62), 0);
