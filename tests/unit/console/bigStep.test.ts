// The big button and the preview: which orders one press sends.
import { describe, expect, test } from 'vitest';
import { bigStep, previewOf, reveals, takeOrder } from '../../../renderer/console/live/bigStep.ts';
import type { NextStep } from '../../../shared/arena/views.ts';

const session = (action: NextStep['action'], contestant: string | null = 'c1') => ({ session: 's', meeting: 'm', next: { action, contestant, blocked: null } });
const air = (scene: string | null, subject: string | null, at: readonly [number, number] = [0, 1]) => ({ scene, item: 's', subject, step: at[0], steps: at[1] });
const names = (step: ReturnType<typeof bigStep>): readonly string[] => (step.does === 'send' ? step.orders.map((order) => order.name) : [step.does]);

describe('one press', () => {
  test.each([
    ['call', 'stage.call'], ['present', 'timer.start'], ['finish', 'stage.finish'], ['openWindow', 'window.open'], ['check', 'window.check'], ['lock', 'window.lock'],
    ['reveal', 'air.show'], ['ready', 'session.ready'], ['start', 'session.start'], ['finalise', 'session.finalise'],
  ] as const)('of %s sends %s and nothing else', (action, name) => {
    expect(names(bigStep(session(action), null, false))).toEqual([name]);
  });
  test('of recusals and missing sheets opens a dialog instead of deciding', () => {
    expect([names(bigStep(session('confirmRecusals'), null, false)), names(bigStep(session('collect'), null, false))]).toEqual([['recusals'], ['gaps']]);
  });
  test('brings calling, presenting and scoring on air only when the desk wants it', () => {
    expect((['call', 'present', 'openWindow'] as const).map((action) => names(bigStep(session(action), null, true)))).toEqual([['stage.call', 'air.show'], ['timer.start', 'air.show'], ['window.open', 'air.show']]);
  });
  test('never reveals a score along with another step', () => {
    const actions = ['check', 'lock', 'finish', 'call', 'present', 'openWindow'] as const;
    const scenes = actions.flatMap((action) => {
      const step = bigStep(session(action), null, true);
      return step.does === 'send' ? step.orders.flatMap((order) => (order.name === 'air.show' ? [order.input.scene] : [])) : [];
    });
    expect(scenes).toEqual(['next', 'timer', 'scoring']);
    expect((['reveal', 'revealStep', 'showRanking', 'rankingStep'] as const).every(reveals)).toBe(true);
  });
  test('of a running reveal goes one step on from what is on air', () => {
    expect(bigStep(session('revealStep'), air('score', 'c1', [1, 3]), false)).toEqual({ does: 'send', orders: [{ name: 'air.step', input: { meeting: 'm', step: 2 } }] });
  });
});

describe('the preview', () => {
  test('suggests the scene of the next step and holds one chosen by hand', () => {
    expect(previewOf(session('reveal'), null, null)).toEqual({ scene: 'score', subject: 'c1', step: 0 });
    expect(previewOf(session('reveal'), null, { scene: 'rules', subject: 'c1' })).toEqual({ scene: 'rules', subject: null, step: 0 });
  });
  test('of a scene that is on air shows its next step, and the last one again at the end', () => {
    expect(previewOf(session('revealStep'), air('score', 'c1', [0, 3]), null).step).toBe(1);
    expect(previewOf(session('revealStep'), air('score', 'c1', [2, 3]), null).step).toBe(2);
  });
  test('is taken by a step on the same scene, by a show on another, and not at all when the room sees it', () => {
    expect(takeOrder(session('reveal'), air('score', 'c1', [0, 3]), { scene: 'score', subject: 'c1', step: 1 })?.name).toBe('air.step');
    expect(takeOrder(session('reveal'), air('score', 'c2'), { scene: 'score', subject: 'c1', step: 0 })?.name).toBe('air.show');
    expect(takeOrder(session('reveal'), air('score', 'c1'), { scene: 'score', subject: 'c1', step: 0 })).toBeNull();
  });
  test('of another session is never taken for what is on air', () => {
    expect(takeOrder(session('none'), { ...air('ranking', null), item: 'other' }, { scene: 'ranking', subject: null, step: 0 })?.name).toBe('air.show');
  });
});
