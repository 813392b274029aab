// 计票单 and 票数平衡表 as one document: the tallies of every panel that counts cells, lying across, then the balance of all panels, upright.
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { BALANCE_STYLE, balanceTables } from './balanceSheet.ts';
import { documentOf, panelBands } from './frame.ts';
import { html } from './markup.ts';
import { SIGNATURE_STYLE, SIGNATURES_ACROSS } from './resultEnd.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';
import { TALLY_STYLE, tallyRuns, type TallySheetInput } from './tallySheet.ts';

const UPRIGHT = '@page upright{size:A4;margin:15mm 14mm 17mm}.upright{page:upright}';

export const countSheet = (input: TallySheetInput): string => {
  const { session, read, printedAt } = input;
  const title = read(session.title);
  const runs = tallyRuns(input);
  const tallies = runs.length === 0 ? null : html`<div>${headingOf({ title, kind: print.tallySheet.title, printedAt })}${runs}</div>`;
  return documentOf({
    title: say(print.tallySheet.documentTitle, { session: title }), marking: input.marking,
    style: SHEET_STYLE + SIGNATURE_STYLE + SIGNATURES_ACROSS + TALLY_STYLE + BALANCE_STYLE + UPRIGHT + panelBands(session.rules.panels),
    body: html`${tallies}<div class="upright">${headingOf({ title, kind: print.balanceSheet.title, printedAt })}${balanceTables(input)}</div>`,
  });
};
