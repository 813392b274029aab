// 评分办法 on paper: the rule sheet on one A4 page, two at most, with its check code and a line for the signatures.
import type { Rules } from '../../../shared/arena/rules.ts';
import { ruleSheet as words } from '../../../shared/text/zh/ruleSheet.ts';
import { say } from '../../../shared/text/say.ts';
import { documentOf } from '../print/frame.ts';
import { html, type Markup } from '../print/markup.ts';
import { headingOf, SHEET_STYLE } from '../print/sheetStyle.ts';
import { ruleSheet, ruleSheetHash, type RuleSection } from './ruleSheet.ts';

export interface RuleSheetPageInput {
  readonly rules: Rules;
  /** The session's title. */
  readonly title: string;
  readonly printedAt: string;
  /** Whether the rules are frozen; before that the page says that they may change. */
  readonly isFrozen: boolean;
  readonly marking?: string | undefined;
}

const STYLE = `
@page{margin:12mm 14mm 14mm}
header{padding-bottom:2mm;margin-bottom:2.5mm}
h1{font-size:17pt}header .kind{font-size:13pt}
h2{font-size:11.5pt;margin:2.6mm 0 .6mm}
.section p{text-align:justify;line-height:1.5}
.closing{break-inside:avoid;margin-top:6mm}
.signatures{display:flex;gap:8mm}
.signatures p{flex:1;display:flex;align-items:flex-end;gap:2mm}.signatures i{flex:1;border-bottom:.3mm solid #000;height:7mm}
.check{font-size:8.5pt;color:#444;margin-top:2.5mm}
`;

const sectionOf = ({ heading, sentences }: RuleSection, at: number): Markup =>
  html`<section class="section"><h2>${say(words.numbered, { number: words.numbers[at] ?? String(at + 1), heading })}</h2><p>${sentences.map((sentence) => sentence + words.stop).join('')}</p></section>`;

/** The rule sheet as one document. */
export const ruleSheetPage = (input: RuleSheetPageInput): string => {
  const { title, sections } = ruleSheet(input.rules, 'zh');
  const signatures = words.page.signatures.map((who) => html`<p><span>${who}</span><i></i></p>`);
  return documentOf({
    title: `${input.title} ${title}`, marking: input.marking, style: SHEET_STYLE + STYLE,
    body: html`${headingOf({ title: input.title, kind: title, printedAt: input.printedAt })}${input.isFrozen ? null : html`<p class="alert">${words.page.draft}</p>`}${
      sections.map(sectionOf)}<div class="closing"><div class="signatures">${signatures}</div><p class="check mono">${say(words.page.check, { hash: ruleSheetHash(input.rules) })}</p></div>`,
  });
};
