// The printed pages as Chromium makes them: nothing runs over its box or paper, no row is cut, and the PDF says the totals.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { balanceSheet } from '../../../electron/documents/print/balanceSheet.ts';
import { blankBallots } from '../../../electron/documents/print/blankBallots.ts';
import { orderSheet } from '../../../electron/documents/print/orderSheet.ts';
import { resultSheet } from '../../../electron/documents/print/resultSheet.ts';
import { tallySheet } from '../../../electron/documents/print/tallySheet.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { tally } from '../../../shared/arena/tally.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { aSession, everything, ranking, twoPanels, withCriteria } from './aSession.ts';
import { allSheets, partsOf, PRINTED_AT, someCards, type Printable } from './sheets.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const RADICALS: Readonly<Record<string, string>> = { '⻚': '页', '⻔': '门', '⻓': '长', '⻋': '车', '⻄': '西', '⻅': '见', '⻘': '青', '⻢': '马', '⻩': '黄', '⻬': '齐', '⺠': '民', '⻛': '风' };
/** A PDF may give back the radical that shares a glyph (⼯ for 工, ⻚ for 页): both are levelled, and all spaces go. */
const level = (text: string): string => text.normalize('NFKC').replace(/[⺀-⻿]/g, (sign) => RADICALS[sign] ?? sign).replace(/\s+/g, '');

interface Printed { readonly pages: readonly string[]; readonly overflowing: readonly string[]; readonly sizes: readonly (readonly number[])[] }

const print = async (document: string): Promise<Printed> => {
  const page = await browser.newPage();
  try {
    await page.emulateMedia({ media: 'print' });
    await page.setContent(document);
    const overflowing = await page.evaluate(() => {
      const boxes = [...globalThis.document.querySelectorAll<HTMLElement>('.leaf,.card,.sheet,.pair,.band,td,th,.unit,.judge,footer,.middle,.person')];
      const spills = (box: HTMLElement): boolean => {
        const own = box.getBoundingClientRect();
        const inside = [...box.children].map((child) => child.getBoundingClientRect());
        const over = (end: number, edge: number): boolean => end > edge + 1;
        return over(box.scrollWidth, box.clientWidth + 1) || over(box.scrollHeight, box.clientHeight + 1) || inside.some((child) => over(child.bottom, own.bottom) || over(child.right, own.right));
      };
      return boxes.filter(spills).map((box) => `${box.tagName}.${box.className}: ${box.textContent.trim().slice(0, 30)}`);
    });
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
    const { text } = await extractText(pdf, { mergePages: false });
    const sizes = await Promise.all(text.map(async (_, at) => (await pdf.getPage(at + 1)).view.slice(2).map(Math.round)));
    return { pages: text.map(level), overflowing, sizes };
  } finally {
    await page.close();
  }
};

const LONG = '中国（山东）自由贸易试验区青岛片区管理委员会';
const rubric = (count: number, name: (at: number) => string): Rules =>
  withCriteria(Array.from({ length: count }, (_, at) => ({ id: `k${at}`, name: name(at), points: '5', step: '0.1', floor: '0', ceiling: '5' })));
const ballots = ({ session, read }: Printable, form: 'perContestant' | 'allUnits', contestants?: readonly string[]): string =>
  blankBallots({ session: session(), read, form, panels: ['A'], spares: 1, batch: 'P3', printedAt: PRINTED_AT, contestants });

describe('on paper', () => {
  test('no document runs over its boxes, and page numbers and marking stand on every page', async () => {
    const documents = allSheets(aSession({ units: 4, judgesPerPanel: 5, scored: 4, rules: twoPanels, names: (at) => (at === 2 ? LONG : `第${at}镇`) }));
    for (const [name, document] of Object.entries(documents)) {
      const printed = await print(document);
      expect([name, ...printed.overflowing]).toEqual([name]);
      printed.pages.forEach((text, at) => {
        expect([name, at + 1, text.includes(`第${at + 1}页共${printed.pages.length}页`), text.includes('内部资料注意保存')]).toEqual([name, at + 1, true, true]);
      });
    }
  });

  test.each([
    ['all kinds of panels', everything, ['perContestant', 'allUnits', 'result', 'detail', 'counts', 'awards']], ['a rank ballot', ranking, ['allUnits', 'result', 'detail', 'tallies']],
  ])('no document of %s runs over its boxes', async (_, rules, names) => {
    const documents = allSheets(aSession({ units: 4, judgesPerPanel: 3, scored: 4, rules, ballots: 6, names: (at) => (at === 2 ? LONG : `第${at}镇`) }));
    for (const [name, document] of Object.entries(documents).filter(([each]) => names.includes(each))) {
      const printed = await print(document);
      expect([name, ...printed.overflowing]).toEqual([name]);
      const leaves = document.includes('class="pair ') ? partsOf(document, '<div class="pair ') : partsOf(document, '<section class="leaf ');
      expect([name, name === 'allUnits' ? printed.pages.length : leaves.length]).toEqual([name, leaves.length]);
      expect([name, printed.pages.every((text, at) => text.includes(`第${at + 1}页共${printed.pages.length}页`) && text.includes('内部资料注意保存'))]).toEqual([name, true]);
    }
  });

  test.each([['grade', everything, 'B'], ['rank', ranking, 'A']])('a %s ballot of 71 units fills the pages that were planned for it and no more', async (_, rules, panel) => {
    const session = aSession({ units: 71, judgesPerPanel: 2, rules, names: (at) => (at % 5 === 0 ? `${LONG}${at}` : `第${at}镇街`) });
    const document = blankBallots({ session: session.session(), read: session.read, form: 'allUnits', panels: [panel], spares: 2, batch: 'P3', printedAt: PRINTED_AT });
    const printed = await print(document);
    expect(printed.overflowing).toEqual([]);
    expect(printed.pages).toHaveLength(partsOf(document, '<section class="leaf ').length);
  });

  test('papers of one batch lie upright or across, each as its own ballot needs', async () => {
    const wide = rubric(8, (at) => `评分项目${at}`);
    const rules: Rules = { ...everything, forms: [...wide.forms, ...everything.forms.filter((form) => form.kind === 'grade')] };
    const session = aSession({ units: 6, judgesPerPanel: 1, rules });
    const document = blankBallots({ session: session.session(), read: session.read, form: 'allUnits', panels: ['A', 'B'], spares: 1, batch: 'P3', printedAt: PRINTED_AT });
    const printed = await print(document);
    expect(printed.overflowing).toEqual([]);
    expect(printed.sizes).toEqual([[842, 595], [842, 595], [595, 842]]);
  });

  test('tally and balance sheets of 71 units keep every row whole', async () => {
    const session = aSession({ units: 71, judgesPerPanel: 5, scored: 71, rules: everything, names: (at) => `始${at}始${LONG}终${at}终` });
    const given = { session: session.session(), read: session.read, printedAt: PRINTED_AT };
    for (const document of [tallySheet(given), balanceSheet(given)]) {
      const { pages, overflowing } = await print(document);
      expect(overflowing).toEqual([]);
      expect(Array.from({ length: 71 }, (_, at) => at).filter((at) => pages.some((text) => text.split(`始${at}始`).length !== text.split(`终${at}终`).length))).toEqual([]);
    }
  });

  test('every ballot of 71 units fills the pages that were planned for it and no more', async () => {
    const document = ballots(aSession({ units: 71, judgesPerPanel: 2, names: (at) => (at % 5 === 0 ? `${LONG}${at}` : `第${at}镇街`) }), 'allUnits');
    const printed = await print(document);
    expect(printed.overflowing).toEqual([]);
    expect(printed.pages).toHaveLength(partsOf(document, '<section class="leaf ').length);
  });

  test.each([
    ['eight criteria', rubric(8, (at) => `评分项目${at}`)],
    ['seven criteria, one of them long', rubric(7, (at) => (at === 2 ? '贯彻落实上级重大决策部署、完成重点任务和破解难题情况以及长效机制建设情况' : `评分项目${at}`))],
    ['ten criteria of one line', rubric(10, (at) => `评分项目${at}`)],
    ['twenty long criteria', rubric(20, (at) => `第${at + 1}项重点工作推进落实和长效机制建设情况`)],
  ])('ballots with %s stay on their sheets', async (_, rules) => {
    const session = aSession({ units: 30, judgesPerPanel: 2, rules, names: (at) => `${LONG}${at}` });
    for (const document of [ballots(session, 'perContestant', session.session().order.slice(0, 2)), ballots(session, 'allUnits')]) {
      const printed = await print(document);
      expect(printed.overflowing).toEqual([]);
      expect(printed.pages).toHaveLength((document.includes('class="pair ') ? partsOf(document, '<div class="pair ') : partsOf(document, '<section class="leaf ')).length);
    }
  });

  test('cards with long names and titles keep inside their cut marks, eight on a page', async () => {
    const printed = await print(someCards(['王建国', '欧阳海燕', '阿卜杜热西提·买买提托合提', LONG, '李丽', '张三', '李四', '王五', '赵六']));
    expect(printed.overflowing).toEqual([]);
    expect(printed.pages).toHaveLength(2);
    expect(printed.sizes[0]).toEqual([595, 842]);
  });

  test('no row of a long result or order sheet is cut between two pages', async () => {
    const session = aSession({ units: 71, judgesPerPanel: 5, scored: 71, names: (at) => `始${at}始山东自由贸易试验区青岛片区管理委员会经济发展部综合协调处终${at}终` });
    const given = { session: session.session(), read: session.read, printedAt: PRINTED_AT };
    for (const document of [resultSheet({ ...given, recountHint: '无' }), orderSheet(given)]) {
      const { pages } = await print(document);
      expect(pages.length).toBeGreaterThan(2);
      const cut = Array.from({ length: 71 }, (_, at) => at).filter((at) => pages.some((text) => text.split(`始${at}始`).length !== text.split(`终${at}终`).length));
      expect(cut).toEqual([]);
    }
  });

  test('the printed result sheet says the total of every contestant', async () => {
    const scored = aSession({ units: 10, scored: 10, rules: twoPanels, names: (at) => `东${at}乡` });
    const session = scored.session();
    const { pages } = await print(resultSheet({ session, read: scored.read, printedAt: PRINTED_AT, recountHint: '无' }));
    for (const id of session.order) {
      const contestant = session.contestants[id];
      const locked = contestant?.window.locks.at(-1);
      const counted = locked === undefined ? undefined : tally(session.rules, { judges: session.judges, locked });
      if (contestant?.name == null || counted?.ok !== true) throw new Error('every contestant is scored');
      const row = new RegExp(`${level(scored.read(contestant.name))}[\\d.]*${counted.text.replace('.', '\\.')}`);
      expect([row.source, row.test(pages[0] ?? '')]).toEqual([row.source, true]);
    }
  });
});
