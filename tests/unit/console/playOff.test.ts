// The order of a play-off as it is put together on the desk.
import { expect, test } from 'vitest';
import { groupsOf, moved, type Placed } from '../../../renderer/console/result/playOff.ts';

const placed: readonly Placed[] = [{ id: 'a', same: false }, { id: 'b', same: false }, { id: 'c', same: true }];

test('contestants level with the one before stand in one group', () => {
  expect(groupsOf(placed)).toEqual([['a'], ['b', 'c']]);
});
test('moving changes who stands where; the mark stays with the place, so that the first is never level with nobody', () => {
  expect(moved(placed, 2, -1)).toEqual([{ id: 'a', same: false }, { id: 'c', same: false }, { id: 'b', same: true }]);
  expect(groupsOf(moved([{ id: 'a', same: false }, { id: 'b', same: true }], 1, -1))).toEqual([['b', 'a']]);
});
test('the first does not move up and the last not down', () => {
  expect([moved(placed, 0, -1), moved(placed, 2, 1)]).toEqual([placed, placed]);
});
