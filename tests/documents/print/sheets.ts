// Every printed document over one session, and how to read them: for tests only.
import { awardList } from '../../../electron/documents/print/awardList.ts';
import { balanceSheet } from '../../../electron/documents/print/balanceSheet.ts';
import { blankBallots } from '../../../electron/documents/print/blankBallots.ts';
import type { Read } from '../../../electron/documents/print/frame.ts';
import { countSheet } from '../../../electron/documents/print/countSheet.ts';
import { orderSheet } from '../../../electron/documents/print/orderSheet.ts';
import { resultSheet } from '../../../electron/documents/print/resultSheet.ts';
import { scoreDetail } from '../../../electron/documents/print/scoreDetail.ts';
import { tallySheet } from '../../../electron/documents/print/tallySheet.ts';
import { seatCards, type SeatCard } from '../../../electron/documents/print/seatCards.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';

export const PRINTED_AT = '2026年10月15日 17:32';
export const SECRET = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde';

export const aCard = (name: string, seatNumber: number): SeatCard => ({
  name, title: '市发展和改革委员会党组书记、主任', panelName: '市级领导评委组', panelColour: '#b3261e', seatNumber,
  url: `http://192.168.1.10:4780/judge#s=${seatNumber}&k=${SECRET}`, shortCodeHint: '向工作人员要六位短码',
});

export const someCards = (names: readonly string[], marking?: string): string => seatCards({
  meetingTitle: '2026年第三季度全市重点工作调度会', sessionTitle: '书记擂台比武', network: { ssid: 'Leitai-Room' },
  address: 'http://192.168.1.10:4780', cards: names.map((name, at) => aCard(name, at + 1)), marking,
});

export interface Printable { readonly session: () => ArenaSession; readonly read: Read }

/** All documents of one session by name. */
export const allSheets = ({ session, read }: Printable, marking?: string): Readonly<Record<string, string>> => {
  const given = { session: session(), read, printedAt: PRINTED_AT, marking };
  const ballots = { ...given, panels: given.session.rules.panels.map((panel) => panel.id), spares: 1, batch: 'P3' };
  return {
    perContestant: blankBallots({ ...ballots, form: 'perContestant' }),
    single: blankBallots({ ...ballots, form: 'perContestant', paper: 'single' }),
    allUnits: blankBallots({ ...ballots, form: 'allUnits' }),
    result: resultSheet({ ...given, recountHint: '校验码 3F9A 07C2' }),
    detail: scoreDetail({ ...given, contestant: given.session.order[0] ?? '', names: true }),
    order: orderSheet(given),
    tallies: tallySheet(given),
    balance: balanceSheet(given),
    counts: countSheet(given),
    awards: awardList(given),
    cards: someCards(given.session.judges.map((judge) => (judge.name === null ? '' : read(judge.name))), marking),
  };
};

const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();

/** The cells of every body row of the table with this class. */
export const rowsOf = (document: string, table: string): readonly (readonly string[])[] =>
  [...document.matchAll(new RegExp(`<table class="[^"]*\\b${table}\\b[^"]*">.*?</table>`, 'gs'))]
    .flatMap(([whole]) => [...(whole.split('<tbody>')[1] ?? '').matchAll(/<tr.*?<\/tr>/gs)])
    .map(([row]) => [...row.matchAll(/<td.*?<\/td>/gs)].map(([cell]) => plain(cell)));

/** The words of a document without its markup and style. */
export const wordsOf = (document: string): string => plain(document.replace(/<style.*?<\/style>/s, '').replace(/<svg.*?<\/svg>/gs, ''));

/** The parts of a document that open with this tag and class, each up to the next one. */
export const partsOf = (document: string, opening: string): readonly string[] => document.split(opening).slice(1);
