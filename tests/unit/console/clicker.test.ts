// The clicker guard: what a presenter's keys may do on the desk.
import { expect, test } from 'vitest';
import { guardAfter, openGuard, swallows, type Guard } from '../../../renderer/console/live/clicker.ts';

const yielded: Guard = guardAfter(openGuard, { happened: 'air', yielded: true });
const press = (key: string, onReveal = false) => ({ key, onReveal });
const clickerKeys = ['PageUp', 'PageDown', 'F5', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', 'b', 'B', '.'] as const;

test.each(clickerKeys)('after a yield the clicker key %j does nothing on the desk', (key) => {
  expect(swallows(yielded, press(key))).toBe(true);
});
test('a click on the desk arms it again, the return of the screen does not', () => {
  const returned = guardAfter(yielded, { happened: 'air', yielded: false });
  expect(swallows(returned, press('PageDown'))).toBe(true);
  expect(swallows(guardAfter(returned, { happened: 'clicked' }), press('PageDown'))).toBe(false);
});
test('every yield disarms the desk anew', () => {
  const clicked = guardAfter(guardAfter(yielded, { happened: 'clicked' }), { happened: 'air', yielded: false });
  expect(swallows(guardAfter(clicked, { happened: 'air', yielded: true }), press(' '))).toBe(true);
});
test('hearing of the same yield again does not disarm a desk that was clicked since', () => {
  const clicked = guardAfter(yielded, { happened: 'clicked' });
  expect(swallows(guardAfter(clicked, { happened: 'air', yielded: true }), press('ArrowDown'))).toBe(false);
});
test.each([...clickerKeys, 'Enter'])('%j never presses a button that reveals a figure', (key) => {
  expect(swallows(openGuard, press(key, true))).toBe(true);
});
test('F5 reloads the desk at no time', () => {
  expect(swallows(openGuard, press('F5'))).toBe(true);
});
test('the letters and function keys of the desk pass', () => {
  expect(['F2', 'F4', 'l', 'H', 'Enter', '7'].some((key) => swallows(yielded, press(key)))).toBe(false);
});
