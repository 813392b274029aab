// Paper in the hall: a meeting with a session on stage and a second one on one sheet of paper, stations at it, and clerks who type on the page's own keys.
import type { Page } from 'playwright-core';
import type { Rules } from '../../../shared/arena/rules.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { aMeeting, plainRules, type AMeeting } from '../../support/aMeeting.ts';
import type { StationRoom } from './stationRoom.ts';

export interface PaperRoom {
  /** The session on stage, with judges who have phones. */
  readonly stage: AMeeting;
  /** The session on paper, of the same meeting. */
  readonly paper: string;
  readonly session: () => ArenaSession;
  /** A station's page; `size` of its glass. */
  readonly station: (role: 'clerk' | 'supervisor', name: string, size?: { readonly width: number; readonly height: number }) => Promise<{ readonly seat: string; readonly page: Page }>;
  readonly give: (what: { readonly from: number; readonly to: number; readonly first: string | null; readonly second: string | null }) => Promise<string>;
}

export const paperRoom = async (room: StationRoom, { rules, units = 10 }: { readonly rules: Rules; readonly units?: number }): Promise<PaperRoom> => {
  const { desk } = room;
  const stage = await aMeeting(desk, { units, judges: 3, rules: plainRules });
  const own: Rules = { ...rules, panels: rules.panels.map((panel) => ({ ...panel, voters: 'anonymous', recusal: 'never', minimum: 1, dropHighest: 0, dropLowest: 0 })), windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' };
  const { session: paper } = (await desk.must('session.create', { meeting: stage.meeting, title: '2026 年度述职民主测评', rules: own })) as { session: string };
  await desk.must('session.contestants', { session: paper, contestants: stage.units });
  await desk.must('session.order', { session: paper, method: 'hand', order: stage.units });
  await desk.must('session.ready', { session: paper });
  await desk.must('session.start', { session: paper });
  const panel = own.panels[0]?.id ?? '';
  return {
    stage, paper,
    session: () => { const found = room.house.state().arena.sessions[paper]; if (found === undefined) throw new Error('no session'); return found; },
    station: async (role, name, size) => {
      const seat = String((await desk.must('station.add', { meeting: stage.meeting, role, name }))['seat']);
      const { url } = await desk.must('station.card', { meeting: stage.meeting, seat });
      return { seat, page: await room.tablet(room.address(new URL(String(url)).hash), size) };
    },
    give: async ({ from, to, first, second }) => String((await desk.must('batch.give', { session: paper, panel, contestants: stage.units, from, to, first, second }))['batch']),
  };
};

/** What the page says of the ballot in hand: its number, and an alert if there is one. */
const seen = (page: Page) => page.evaluate(() => ({ ballot: document.querySelector('h3')?.textContent ?? '', alert: document.querySelector('[role=alert]')?.textContent ?? '' }));

/** A clerk at a keyboard: counts its keys, ballot by ballot. */
export class Clerk {
  readonly page: Page;
  /** Keystrokes of each ballot. */
  readonly strokes: number[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  async take(batch: string): Promise<void> {
    const back = this.page.getByRole('button', { name: '全部票批' });
    if (await back.count() > 0) await back.click();
    await this.page.getByRole('listitem').filter({ hasText: batch }).getByRole('button', { name: '开始' }).click();
    await this.page.getByRole('table', { name: '本票各格' }).or(this.page.getByRole('status').filter({ hasText: '本遍已全部录完' })).first().waitFor();
  }
  /** Keys a ballot and saves it. */
  async key(ballot: string): Promise<void> {
    await this.page.keyboard.type(ballot);
    await this.page.keyboard.press('Enter');
    this.strokes.push(ballot.length + 1);
  }
  /** The ballot now in hand. */
  async ballot(number: number): Promise<void> {
    await this.page.getByRole('heading', { level: 3, name: `第 ${number} 号票`, exact: true }).waitFor();
  }
  /** Waits for the comparison of this ballot; what the page says if it differs, else null. */
  async compared(number: number): Promise<string | null> {
    const own = `第 ${number} 号票`;
    await this.page.waitForFunction((name) => document.querySelector('h3')?.textContent !== name || document.querySelector('[role=alert]') !== null, own, { polling: 20 });
    const { ballot, alert } = await seen(this.page);
    return ballot === own ? alert : null;
  }
}
