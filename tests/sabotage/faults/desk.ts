// Faults at the desk's paper and result pages: what is taken for keyed, whom the desk lists, how a play-off is read.
import type { Fault } from '../fault.ts';

const parts = 'tests/unit/console/paperParts.test.ts';
const alone = 'tests/host/paper/deskAlone.test.ts';

export const deskFaults: readonly Fault[] = [
  { name: 'an empty count is taken as 0', tests: [parts], file: 'renderer/console/paper/paperParts.ts', find: "text === '' ? { code: 'countMissing'", replace: "text === 'none' ? { code: 'countMissing'" },
  { name: 'fewer ballots at hand than returned are even', tests: [parts], file: 'renderer/console/paper/paperParts.ts', find: 'if (atHand === returned)', replace: 'if (atHand <= returned)' },
  { name: 'judges of a box are listed among those with names', tests: [parts], file: 'renderer/console/live/liveParts.ts', find: "rules.panels.filter((panel) => panel.voters === 'named')", replace: "rules.panels.filter((panel) => panel.voters !== 'counts')" },
  { name: 'a whole row of counts can be void', tests: [parts], file: 'renderer/console/keying/grid.ts', find: "return grid.kinds ? mark(", replace: "return grid.columns.length > 0 ? mark(" },
  { name: 'the mark of a level place moves with the name', tests: ['tests/unit/console/playOff.test.ts'], file: 'renderer/console/result/playOff.ts', find: 'index === at ? { id: other.id, same: each.same }', replace: 'index === at ? other' },
  { name: 'the desk alone never comes to the second pass', tests: [alone], file: 'electron/application/views/paperViews.ts', find: '(isRead || entry?.second === null)', replace: '(isRead && entry?.second === null)' },
  { name: 'the desk is shown the figure of a few ballots without names', tests: [alone], file: 'shared/arena/smallGroups.ts', find: "panel.voters !== 'named' &&", replace: "panel.voters === 'counts' &&" },
];
