// The judge's page on the glass: sizes, contrast, type size, language, at the screens judges bring.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { JudgeRoom, says } from './support/judgeRoom.ts';

let room: JudgeRoom;
beforeAll(async () => {
  room = await JudgeRoom.build();
});
afterAll(() => room.end());
beforeEach(() => room.enter());
afterEach(async () => {
  await room.leave();
  if (room.complaints.length > 0) throw new Error(room.complaints.join('\n'));
});

/** Runs in the page: the texts whose colour is too near to their ground. Disabled controls are exempt (WCAG 1.4.3). */
const contrastFaults = (): readonly string[] => {
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
    const linear = [red, green, blue].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const ground = (element: Element | null): readonly number[] => {
    if (element === null) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? ground(element.parentElement) : colour;
  };
  const own = (element: Element): string => Array.from(element.childNodes).filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '').join('').trim();
  return Array.from(document.querySelectorAll('body *')).filter((element) => own(element) !== '' && element.closest(':disabled') === null).flatMap((element) => {
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`${own(element)}: ${ratio.toFixed(2)}`] : [];
  });
};

describe('on the glass', () => {
  test.each([[360, 640, '大字，切换到英文'], [360, 640, '大字'], [360, 640, '切换到英文'], [320, 568, ''], [768, 1024, '']])('at %d×%d (%s) every target is 48 px and nothing runs out sideways', async (width, height, tastes) => {
    const page = await room.onSheet();
    await page.setViewportSize({ width, height });
    for (const name of tastes.split('，').filter((taste) => taste !== '')) await page.getByRole('button', { name }).click();
    await page.getByRole('spinbutton', { name: '晒成绩' }).click();
    const faults = await page.evaluate(() => {
      const targets = Array.from(document.querySelectorAll('button, [role=spinbutton]'));
      const small = targets.filter((target) => target.getBoundingClientRect().height < 47.9 || target.getBoundingClientRect().width < 47.9).map((target) => target.textContent);
      const cut = targets.filter((target) => target.scrollWidth > target.clientWidth + 1).map((target) => `cut: ${target.textContent}`);
      return [...small, ...cut, ...(document.documentElement.scrollWidth > innerWidth ? ['sideways'] : [])];
    });
    expect(faults).toEqual([]);
  });

  test('five criteria and the submit button stand on a 360×640 phone at once', async () => {
    const page = await room.onSheet();
    const bottom = await page.evaluate(() => document.getElementById('submit')?.getBoundingClientRect().bottom ?? 9999);
    expect(bottom).toBeLessThanOrEqual(640);
  });

  test('every colour of text on its ground has a contrast of at least 4.5', async () => {
    room.host.change('u2', { open: true, excused: 'recused' });
    const page = await room.submitted();
    await page.getByRole('button', { name: '返回', exact: true }).click();
    expect(await page.evaluate(contrastFaults)).toEqual([]);
    await page.getByRole('button', { name: /甲区/ }).click();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByRole('spinbutton', { name: '晒成绩' }).click();
    expect(await page.evaluate(contrastFaults)).toEqual([]);
  });

  test('English is one tap away and stays', async () => {
    const page = await room.onSheet();
    await page.getByRole('button', { name: '切换到英文' }).click();
    await says(page, 'Named scoring · only the desk sees your marks');
    await page.reload();
    await says(page, '5 still to score');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
