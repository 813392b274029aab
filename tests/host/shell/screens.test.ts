// Which display the wall is given.
import { expect, test } from 'vitest';
import { projectorScreen, type ScreenBox } from '../../../electron/shell/screens.ts';

const laptop: ScreenBox = { left: 0, top: 0, width: 1366, height: 768, primary: true, internal: true };
const beamer: ScreenBox = { left: 1366, top: 0, width: 1920, height: 1080, primary: false, internal: false };
const monitor: ScreenBox = { left: -1280, top: 0, width: 1280, height: 1024, primary: false, internal: false };

test('the wall never stands on the operator’s display when there is another', () => {
  expect(projectorScreen([laptop, beamer], { left: 600, top: 300 })).toBe(beamer);
  expect(projectorScreen([laptop, beamer], { left: 2000, top: 300 })).toBe(laptop);
});

test('with one display, or a mirrored pair, there is no display for the wall', () => {
  expect(projectorScreen([laptop], { left: 600, top: 300 })).toBeUndefined();
  expect(projectorScreen([], undefined)).toBeUndefined();
});

test('an external display is preferred to the laptop’s panel, and where the desk is unknown the primary is taken as the operator’s', () => {
  expect(projectorScreen([laptop, monitor, beamer], { left: -600, top: 100 })).toBe(beamer);
  expect(projectorScreen([beamer, laptop], undefined)).toBe(beamer);
});
