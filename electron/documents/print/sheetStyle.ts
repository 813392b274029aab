// The look that result sheet, score detail and speaking order share: one title, one rule in the accent colour, plain tables.
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { ACCENT } from './frame.ts';
import { html, type Markup } from './markup.ts';

export const SHEET_STYLE = `
@page{size:A4;margin:15mm 14mm 17mm}
header{border-bottom:.7mm solid ${ACCENT};padding-bottom:3mm;margin-bottom:5mm;text-align:center}
h1{font-size:21pt;line-height:1.3;overflow-wrap:anywhere}
header .kind{font-size:14pt;letter-spacing:.5em;text-indent:.5em;color:${ACCENT};font-weight:700;line-height:1.5}
header .when{font-size:9pt;color:#444}
h2{font-size:12pt;line-height:1.4;margin:6mm 0 1.5mm;break-inside:avoid}
h2::before{content:"";display:inline-block;width:1.2mm;height:1.25em;margin-right:2.5mm;vertical-align:-.25em;background:${ACCENT}}
p{overflow-wrap:anywhere}
.body{text-align:justify}
.plain th,.plain td{border-bottom:.2mm solid #bbb;padding:1.35mm 1.5mm;text-align:center;vertical-align:middle;line-height:1.35}
.plain thead th{border-top:.45mm solid #000;border-bottom:.3mm solid #000;font-weight:700}
.plain tbody tr:last-child td{border-bottom:.45mm solid #000}
.plain td.what,.plain th.what{text-align:left;overflow-wrap:anywhere}
.plain td.figure{white-space:nowrap}
.small,.plain td.small,.plain th.small{font-size:9pt;line-height:1.35}
.badge{display:inline-block;border:.3mm solid ${ACCENT};color:${ACCENT};padding:0 1.6mm;font-size:9pt;line-height:1.45;font-weight:700;margin-right:1.5mm}
.alert{border:.4mm solid ${ACCENT};color:${ACCENT};font-weight:700;text-align:center;padding:1mm 3mm;margin-bottom:4mm}
.grey{color:#444}
p.small.grey{margin:1.5mm 0}
ul,ol{padding-left:5mm}li{break-inside:avoid}
`;

export interface Heading { readonly title: string; readonly kind: string; readonly printedAt: string }

export const headingOf = (heading: Heading): Markup => html`<header><h1>${heading.title}</h1><p class="kind">${heading.kind}</p><p class="when">${
  say(print.printedAt, { at: heading.printedAt })}</p></header>`;
