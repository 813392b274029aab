// The desk in a real browser on the real host: it fits, it hides, it is keyed without a mouse, and a clicker cannot reveal anything.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { criteriaOf } from '../../shared/arena/rules.ts';
import { deskHouse, type DeskHouse } from './support/deskHouse.ts';

let desk: DeskHouse;
let open: string;
beforeAll(async () => {
  desk = await deskHouse();
  open = desk.sessions().find((session) => session.phase === 'ready')?.id ?? '';
  await desk.must('session.start', { session: open });
});
afterAll(() => desk.close());

const big = (action: string) => desk.page.locator(`.big-button[data-action="${action}"]:not([disabled])`);
const onStage = (): string => desk.session(open).onStage ?? '';
const owing = (contestant: string): readonly string[] => desk.session(open).judges.map((judge) => judge.id).filter((id) => desk.session(open).contestants[contestant]?.window.gaps[id] === undefined && desk.session(open).contestants[contestant]?.window.sheets[id] === undefined);

/** Brings the first contestant to open scoring, with proposed recusals confirmed as proposed. */
const openScoring = async (): Promise<void> => {
  await desk.go(`#/session/${open}/live`);
  await big('call').click();
  await big('present').click();
  await desk.page.locator('.big-button[data-action="confirmRecusals"], .big-button[data-action="openWindow"]').waitFor();
  if (await big('confirmRecusals').count() > 0) {
    await big('confirmRecusals').click();
    await desk.page.getByRole('button', { name: '确认回避名单' }).click();
  }
  await big('openWindow').click();
  await big('collect').waitFor();
};

test('one press a step leads from the start to open scoring', async () => {
  await openScoring();
  expect(desk.session(open).contestants[onStage()]?.window.phase).toBe('open');
});

test.each([[1366, 768], [1280, 720], [1093, 614]])('the live desk with 25 judges fits %i×%i: no page scroll, nothing clipped, every key in sight', async (width, height) => {
  await desk.page.setViewportSize({ width, height });
  const measured = await desk.page.evaluate(() => {
    const inside = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    };
    const all = (selector: string): readonly Element[] => [...document.querySelectorAll(selector)];
    return {
      scrolls: document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
      squares: all('.square').filter(inside).length,
      hidden: all('.big-button, .air-key, .air-take button, .timer button').filter((each) => !inside(each)).map((each) => each.textContent),
      clipped: all('.square-name, .big-label, .stage-head h1, .air-key').filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
    };
  });
  expect(measured).toEqual({ scrolls: false, squares: 25, hidden: [], clipped: [] });
  await desk.page.setViewportSize({ width: 1366, height: 768 });
});

test('while scoring is open no total stands on the desk until H is held', async () => {
  const [first = ''] = owing(onStage());
  await desk.keySheet(open, onStage(), first);
  const square = desk.page.locator(`.square[data-judge="${first}"]`);
  await desk.page.locator(`.square[data-judge="${first}"][data-status="paper"]`).waitFor();
  expect(await square.locator('b').count()).toBe(0);
  await desk.page.keyboard.down('h');
  await square.locator('b').waitFor();
  await desk.page.keyboard.up('h');
  await square.locator('b').waitFor({ state: 'detached' });
});

test('a sheet is keyed with the number keys and Enter alone; a wrong mark is told at its cell', async () => {
  const before = owing(onStage());
  await desk.page.keyboard.press('e');
  const grid = desk.page.getByRole('grid', { name: '录票表' });
  await grid.waitFor();
  await desk.page.keyboard.type('99');
  await desk.page.keyboard.press('Enter');
  await expect.poll(() => grid.locator('.key-fault').innerText()).toContain('超出');
  for (const criterion of criteriaOf(desk.session(open).rules)) {
    await desk.page.keyboard.type(String(Math.floor(Number(criterion.points) * 0.8)));
    await desk.page.keyboard.press('Enter');
  }
  await expect.poll(() => owing(onStage()).length).toBe(before.length - 1);
  await desk.page.getByRole('button', { name: '录完返回' }).click();
});

test('after a yield a clicker presses nothing on the desk, and a reload key does not reload', async () => {
  await desk.page.keyboard.press('y');
  await desk.page.getByRole('status').filter({ hasText: 'PPT 在屏' }).waitFor();
  await desk.page.evaluate(() => { document.title = 'untouched'; });
  await desk.page.locator('.air-key[data-key="return"]').focus();
  for (const key of ['Space', 'PageDown', 'PageUp', 'F5', 'Escape', 'b', '.', 'ArrowRight']) await desk.page.keyboard.press(key);
  expect(await desk.page.locator('.air-key[data-key="yield"]').getAttribute('aria-pressed')).toBe('true');
  expect(await desk.page.title()).toBe('untouched');
  await desk.page.keyboard.press('r');
  await desk.page.locator('.air-state[data-state="live"]').waitFor();
});

test('several missing judges are decided at once, and then the sheets can be checked and locked', async () => {
  const contestant = onStage();
  const [one = '', two = '', ...rest] = owing(contestant);
  for (const judge of rest) await desk.keySheet(open, contestant, judge);
  await big('collect').click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '选中全部未交' }).click();
  await dialog.getByRole('button', { name: '缺席' }).click();
  await big('check').click();
  expect([one, two].map((judge) => desk.session(open).contestants[contestant]?.window.gaps[judge]?.cause)).toEqual(['absent', 'absent']);
  await big('lock').waitFor();
  expect(await desk.page.locator('.check-table s').count()).toBeGreaterThanOrEqual(6);
  await big('lock').click();
  await big('reveal').waitFor();
});

test('the focused reveal button is not pressed by a clicker or Enter, only by a deliberate key or a click', async () => {
  await big('reveal').focus();
  for (const key of ['Space', 'Enter', 'PageDown', '.']) await desk.page.keyboard.press(key);
  await desk.page.waitForTimeout(200);
  expect(desk.session(open).contestants[onStage()]?.window.revealedLock).toBe(0);
  await desk.page.keyboard.press('F2');
  await desk.page.locator('.big-button[data-action="revealStep"], .big-button[data-action="call"]').waitFor();
});

test('from the last ballot to a sheet for signature takes five presses', async () => {
  const { meeting } = (await desk.must('meeting.create', { title: '短会' })) as { meeting: string };
  const { session } = (await desk.must('session.create', { meeting, title: '短会' })) as { session: string };
  const { judges, contestants } = desk.session(open);
  const [contestant = ''] = Object.keys(contestants);
  const five = judges.filter((judge) => judge.home !== contestant).slice(0, 5).map((judge) => ({ judge: judge.id, panel: 'A' }));
  await desk.must('session.contestants', { session, contestants: [contestant] });
  await desk.must('session.judges', { session, judges: five });
  await desk.must('session.order', { session, method: 'protocol' });
  for (const name of ['session.ready', 'session.start'] as const) await desk.must(name, { session });
  await desk.must('stage.call', { session, contestant });
  await desk.must('timer.start', { session, contestant, phase: 'speech' });
  await desk.must('window.open', { session, contestant });
  for (const { judge } of five) await desk.keySheet(session, contestant, judge);
  await desk.go(`#/session/${session}/live`);
  for (const action of ['check', 'lock', 'reveal', 'finalise']) await big(action).click();
  const [document] = await Promise.all([desk.page.context().waitForEvent('page'), big('printResult').click()]);
  expect(document.url()).toContain('/documents/');
  await document.close();
});

test('a paste with faults names row and column and cannot be confirmed', async () => {
  await desk.go('#/register/units');
  await desk.page.getByRole('button', { name: '粘贴导入' }).click();
  await desk.page.getByLabel('在此粘贴').fill('单位全称\t简称\n示例市子区\t子区\n\t无名');
  await desk.page.getByRole('button', { name: '预览' }).click();
  await desk.page.getByText('第 3 行 A 列（单位全称）').waitFor();
  expect(await desk.page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
  await desk.page.getByRole('button', { name: '取消' }).click();
});

test('the page kept to its own rules: no error, no warning, nothing against the content policy', () => {
  expect(desk.faults).toEqual([]);
});
