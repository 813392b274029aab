// The frame of every printed document: head, fonts, paper, marking line and page numbers. One accent, black on white, no scripts,
// nothing from outside; the server puts its style nonce in place of {{nonce}}.
import type { Panel } from '../../../shared/arena/rules.ts';
import type { TextRef } from '../../../shared/kernel/decision.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { cssString, escapeText, type Markup } from './markup.ts';

/** The words behind a reference, or （已移除）. */
export type Read = (reference: TextRef) => string;

export interface Frame {
  readonly title: string;
  /** The marking line; the default when left out. */
  readonly marking?: string | undefined;
  /** Styles of this kind of document, `@page` size and margins among them. */
  readonly style: string;
  readonly body: Markup;
  /** Where the page number stands, and whether the marking stands in the page margin (else the document prints it itself). */
  readonly margins?: 'centre' | 'outside' | undefined;
}

const FONTS = `"Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif`;
export const ACCENT = '#a3231c';

const BASE = `
*{box-sizing:border-box;margin:0;padding:0}
html{font-family:${FONTS};font-size:10.5pt;line-height:1.5;color:#000;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
table{border-collapse:collapse;width:100%}
thead{display:table-header-group}
tr{break-inside:avoid}
h1,h2,h3{font-weight:700;break-after:avoid}
.figure{font-variant-numeric:tabular-nums}
.mono{font-family:"DejaVu Sans Mono","Noto Sans Mono",Consolas,Menlo,"Courier New",monospace;overflow-wrap:anywhere}
`;

const counterText = (words: { readonly before: string; readonly between: string; readonly after: string }): string =>
  `${cssString(words.before)} counter(page) ${cssString(words.between)} counter(pages) ${cssString(words.after)}`;

const marginText = `font:8.5pt/1.2 ${FONTS};color:#444`;

const marginBoxes = (marking: string, margins: Frame['margins']): string =>
  margins === 'outside'
    ? `@page{@bottom-right{content:${counterText(print.wholePages)};${marginText};vertical-align:top;padding-top:1mm;white-space:nowrap}}`
    : `@page{@bottom-left{content:${cssString(marking)};${marginText}}@bottom-center{content:${counterText(print.pages)};${marginText};white-space:nowrap}@bottom-right{content:"";}}`;

/** A complete document, ready at once (`data-ready`), with its marking on every page. */
export const documentOf = (frame: Frame): string => {
  const style = `${BASE}${frame.style}${marginBoxes(frame.marking ?? print.marking, frame.margins)}`;
  return `<!doctype html>\n<html lang="zh-CN" data-ready="true"><head><meta charset="utf-8"><title>${escapeText(frame.title)}</title><style nonce="{{nonce}}">${style}</style></head>\n<body>${frame.body.markup}</body></html>\n`;
};

const COLOUR = /^#[0-9a-f]{6}$/i;
const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);

/** Black or white, whichever is easier to read on a colour. */
export const inkOn = (colour: string): string => (channel(colour, 1) * 0.299 + channel(colour, 3) * 0.587 + channel(colour, 5) * 0.114 > 150 ? '#000' : '#fff');

/** One class per colour band, since inline styles are refused by the page's policy. A colour that is none prints grey. */
export const bandStyles = (colours: readonly string[]): string =>
  colours.map((given, at) => {
    const colour = COLOUR.test(given) ? given : '#555555';
    return `.band-${at}{background:${colour};color:${inkOn(colour)}}.edge-${at}{border-color:${colour}}`;
  }).join('');

export const panelBands = (panels: readonly Panel[]): string => bandStyles(panels.map((panel) => panel.colour));
