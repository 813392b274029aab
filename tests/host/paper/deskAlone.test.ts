// A batch that was given to nobody but the desk (单人): one person keys both passes on the same screen, one after the other, and settles what differs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneSheet } from '../../../shared/arena/presets/oneSheet.ts';
import type { WindowView, WorkingView } from '../../../shared/arena/views.ts';
import { aPaperDesk, batchSeen, cellsFrom, type PaperDesk } from './aPaperDesk.ts';

let desk: PaperDesk;
beforeAll(async () => { desk = await aPaperDesk({ rules: { ...oneSheet.rules, singleOperator: true } }); });
afterAll(() => desk.end());

const key = (place: { readonly batch: string; readonly voter: string; readonly pass: 1 | 2 }, cells: string): Promise<unknown> =>
  desk.at.desk.must('entry.key', { session: desk.at.session, ...place, cells: cellsFrom(desk.at.units, cells) });

test('the desk alone keys the first pass of all ballots, then the second without seeing the first, then settles what differs', async () => {
  const { batch, voters } = await desk.give(2, { first: null, second: null });
  const [one = '', two = ''] = voters;
  const passOf = async () => (await batchSeen(desk.at.desk, { session: desk.at.session, batch })).pass;
  expect(await passOf()).toBe(1);
  await key({ batch, voter: one, pass: 1 }, '112');
  expect(await passOf()).toBe(1);
  await key({ batch, voter: two, pass: 1 }, '121');
  expect(await passOf()).toBe(2);
  expect((await batchSeen(desk.at.desk, { session: desk.at.session, batch, voter: one })).sheets[0]?.cells).toBeNull();
  await key({ batch, voter: one, pass: 2 }, '112');
  await key({ batch, voter: two, pass: 2 }, '122');
  expect(await passOf()).toBeNull();
  expect((await batchSeen(desk.at.desk, { session: desk.at.session, batch, voter: two })).sheets[0]?.differences).toHaveLength(1);
});

test('of fewer than five ballots without names the desk is shown no panel figure and no formula, as the wall is not', async () => {
  const contestant = desk.at.units[0] ?? '';
  const result = async (ballots: number) => {
    desk.at.desk.views.delete('window');
    desk.at.desk.subscribe('window', { session: desk.at.session, contestant });
    const seen = await desk.at.desk.view<WindowView>('window', (view) => view.nameless[0]?.atHand === ballots);
    desk.at.desk.send({ type: 'unsubscribe', topic: 'window', params: { session: desk.at.session, contestant } });
    return seen.result.ok ? seen.result.panels.map(({ mean, formula }) => [mean, formula]) : null;
  };
  // One ballot of the first test is settled already.
  const { batch, voters } = await desk.give(4, { first: null, second: null });
  for (const voter of voters.slice(0, 3)) for (const pass of [1, 2] as const) await key({ batch, voter, pass }, '211');
  expect(await result(4)).toEqual([['—', '']]);
  for (const pass of [1, 2] as const) await key({ batch, voter: voters[3] ?? '', pass }, '211');
  // 好 once, 较好 four times: (100 + 80 × 4) ÷ 5 = 84
  expect(await result(5)).toEqual([['84.0000', '(100 + 80 × 4) ÷ 5']]);
});

test('what a contestant’s score is made of is for the desk alone: no station is shown it', async () => {
  const params = { session: desk.at.session, contestant: desk.at.units[0] ?? '' };
  desk.at.desk.subscribe('working', params);
  expect((await desk.at.desk.view<WorkingView>('working')).working.pending).toEqual({ why: 'notLocked' });
  for (const topic of ['working', 'paper']) {
    desk.first.client.subscribe(topic, topic === 'working' ? params : { session: desk.at.session });
    await expect.poll(() => desk.first.client.refusals.get(topic)).toBe('notAllowed');
  }
});
