// Paper at the desk in browser tests: reads a printed document back page by page, keys sheets on the desk's keys alone.
import { extractText, getDocumentProxy } from 'unpdf';
import type { Operator } from './operator.ts';
import { marksFor } from './phone.ts';

/** A sheet as it lies on the table: a total over the default rubric, or the tick for an abstention, or a sheet that does not count. */
export type PaperSheet = number | 'abstained' | 'void';

/** The words of each page of a PDF, blanks made equal. */
export const pagesOf = async (url: string): Promise<readonly string[]> => {
  const answer = await fetch(url);
  if (answer.headers.get('content-type') !== 'application/pdf') throw new Error(`${url} is ${answer.headers.get('content-type') ?? 'nothing'}, not a PDF`);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())));
  return text.map((page) => page.normalize('NFKC').replaceAll(/\s+/g, ' '));
};

/** Has the desk make a document and hands back the page it opens for it. */
export const printed = async (desk: Operator, press: () => Promise<void>): Promise<readonly string[]> => {
  const opened = desk.page.context().waitForEvent('page');
  await press();
  const page = await opened;
  const pages = await pagesOf(page.url());
  await page.close();
  return pages;
};

/** Keys marks one after the other, Enter after each; `from` and `to` are for half a sheet. */
export const keyMarks = async (desk: Operator, total: number, part: { readonly from?: number; readonly to?: number } = {}): Promise<void> => {
  for (const mark of marksFor(total).slice(part.from, part.to)) {
    await desk.page.keyboard.type(mark);
    await desk.key('Enter');
  }
};

/** Keys sheets in the order of the grid, from the cursor on. */
export const keySheets = async (desk: Operator, sheets: readonly PaperSheet[]): Promise<void> => {
  for (const sheet of sheets) {
    if (typeof sheet === 'number') await keyMarks(desk, sheet);
    else await desk.key(sheet === 'abstained' ? '*' : '/');
  }
  await desk.page.getByText('全部录完').waitFor();
};
