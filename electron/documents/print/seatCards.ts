// 席位卡: eight cards on a page of A4 with cut marks. The card's secret stands in the QR code only and is never printed in words.
import { renderSVG } from 'uqr';
import { print } from '../../../shared/text/zh/print.ts';
import { say } from '../../../shared/text/say.ts';
import { bandStyles, documentOf } from './frame.ts';
import { html, trusted, widthInEms, type Markup } from './markup.ts';

export interface SeatCard {
  readonly name: string;
  readonly title: string;
  readonly panelName: string;
  readonly panelColour: string;
  readonly seatNumber: number;
  /** The whole address with the card's secret behind the #. */
  readonly url: string;
  /** What to do where the code cannot be scanned, for example 向工作人员要六位短码. */
  readonly shortCodeHint: string;
}
export interface SeatCardsInput {
  readonly meetingTitle: string;
  readonly sessionTitle: string;
  readonly network?: { readonly ssid: string } | undefined;
  /** The address in words, without any secret. */
  readonly address: string;
  readonly cards: readonly SeatCard[];
  readonly marking?: string | undefined;
}

const CARDS_PER_PAGE = 8;
const words = print.seatCards;

const STYLE = `
@page{size:A4;margin:6mm 0 11mm 0}
.sheet{position:relative;width:210mm;height:279mm;break-after:page;overflow:hidden}
.sheet:last-child{break-after:auto}
.grid{position:absolute;left:10mm;top:3.5mm;width:190mm;display:grid;grid-template-columns:95mm 95mm;grid-auto-rows:68mm}
.cut{position:absolute;background:#000}
.cut.across{width:5mm;height:.2mm}.cut.down{width:.2mm;height:3mm}
.left{left:3mm}.right{left:202mm}.above{top:0}.below{top:276mm}
.row-0{top:3.5mm}.row-1{top:71.5mm}.row-2{top:139.5mm}.row-3{top:207.5mm}.row-4{top:275.5mm}
.column-0{left:10mm}.column-1{left:105mm}.column-2{left:200mm}
.card{width:95mm;height:68mm;border:.1mm dashed #ccc;padding:3mm 4mm 2.5mm;display:flex;flex-direction:column;overflow:hidden}
.band{display:flex;justify-content:space-between;align-items:center;gap:3mm;padding:.8mm 2.5mm;font-weight:700;font-size:10.5pt;line-height:1.35}
.band span:last-child{white-space:nowrap}
.occasion{font-size:8.5pt;line-height:1.3;color:#333;margin-top:1mm;max-height:2.6em;overflow:hidden}
.middle{flex:1;display:flex;gap:3mm;align-items:center;min-height:0}
.code{width:33mm;flex:none;margin-left:-1mm}.code svg{display:block;width:33mm;height:33mm}
.person{flex:1;min-width:0}
.name{font-weight:700;line-height:1.15;overflow-wrap:anywhere}
.name-huge{font-size:25pt;letter-spacing:.06em}.name-large{font-size:18pt}.name-medium{font-size:13pt}.name-small{font-size:10pt}
.role{font-size:9pt;line-height:1.3;margin-top:.6mm;max-height:2.6em;overflow:hidden;overflow-wrap:anywhere}
ol{list-style:none;counter-reset:step;margin-top:1.2mm}
li{counter-increment:step;font-size:8.5pt;line-height:1.4;display:flex;gap:1mm}
li::before{content:counter(step);flex:none;width:3.6mm;height:3.6mm;margin-top:.25mm;border:.25mm solid #000;border-radius:50%;font-size:7pt;line-height:3.1mm;text-align:center}
.foot{border-top:.2mm solid #999;padding-top:.9mm;font-size:8pt;line-height:1.35;color:#222}
.foot b{font-weight:700}
`;

const sizeOf = (name: string): string => {
  const width = widthInEms(name);
  return width <= 4.2 ? 'name-huge' : width <= 6 ? 'name-large' : width <= 16 ? 'name-medium' : 'name-small';
};

const cutMarks = (): Markup => {
  const rows = [0, 1, 2, 3, 4].flatMap((row) => ['left', 'right'].map((side) => html`<i class="cut across ${side} row-${row}"></i>`));
  const columns = [0, 1, 2].flatMap((column) => ['above', 'below'].map((end) => html`<i class="cut down ${end} column-${column}"></i>`));
  return html`${rows}${columns}`;
};

/** Medium correction for phones several years old; two modules of quiet zone here, the other two are the card's own white. */
const code = (url: string): Markup => trusted(renderSVG(url, { ecc: 'M', border: 2 }));

const cardOf = (input: SeatCardsInput, card: SeatCard, band: number): Markup => {
  const network = input.network === undefined ? words.stepNetworkAny : say(words.stepNetwork, { ssid: input.network.ssid });
  return html`<article class="card">
<div class="band band-${band}"><span>${card.panelName}</span><span>${say(words.seat, { n: card.seatNumber })}</span></div>
<p class="occasion">${input.meetingTitle}　${input.sessionTitle}</p>
<div class="middle"><div class="code">${code(card.url)}</div><div class="person">
<p class="name ${sizeOf(card.name)}">${card.name === '' ? words.unnamedJudge : card.name}</p><p class="role">${card.title}</p>
<ol><li>${network}</li><li>${words.stepScan}</li><li>${words.stepScore}</li></ol></div></div>
<div class="foot"><p><b>${words.named}</b></p><p>${say(words.fallback, { address: input.address, hint: card.shortCodeHint })}</p></div>
</article>`;
};

/** The cards as one document, eight a page in the order given. */
export const seatCards = (input: SeatCardsInput): string => {
  const colours = [...new Set(input.cards.map((card) => card.panelColour))];
  const sheets: Markup[] = [];
  for (let from = 0; from < input.cards.length; from += CARDS_PER_PAGE) {
    const cards = input.cards.slice(from, from + CARDS_PER_PAGE).map((card) => cardOf(input, card, colours.indexOf(card.panelColour)));
    sheets.push(html`<section class="sheet">${cutMarks()}<div class="grid">${cards}</div></section>`);
  }
  return documentOf({
    title: `${input.meetingTitle} ${words.title}`, marking: input.marking, body: html`${sheets}`,
    style: `${STYLE}${bandStyles(colours)}@page{@bottom-left{padding-left:10mm}}`,
  });
};
