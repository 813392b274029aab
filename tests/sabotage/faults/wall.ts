// Faults that show the room what it may not see yet, or at all.
import type { Fault } from '../fault.ts';

const reveal = 'tests/unit/arena/reveal.test.ts';

export const wallFaults: readonly Fault[] = [
  {
    name: 'a score reveal sends the next step too', tests: [reveal], file: 'shared/arena/reveal.ts',
    find: 'scoreParts(rules).slice(0, at.step + 1)', replace: 'scoreParts(rules).slice(0, at.step + 2)',
  },
  {
    name: 'a ranking reveal sends the next place too', tests: [reveal], file: 'shared/arena/revealRanking.ts',
    find: 'groups.slice(0, at.step)', replace: 'groups.slice(0, at.step + 1)',
  },
  {
    name: 'marks are shown whatever the 公布范围 says', tests: [reveal], file: 'shared/arena/reveal.ts',
    find: "...(rules.disclosure.marks === 'hidden' ? [] :", replace: "...(rules.disclosure.marks === 'byName' ? [] :",
  },
  {
    name: 'a score is shown before its time', tests: [reveal], file: 'shared/arena/reveal.ts',
    find: "case 'allAtEnd': return all.every(isLocked);", replace: "case 'allAtEnd': return true;",
  },
  {
    name: 'a frozen wall goes on', tests: ['tests/unit/meeting/air.test.ts'], file: 'electron/application/views/wallViews.ts',
    find: "if (air.mode === 'frozen' && air.frozen !== null)", replace: "if (air.mode === 'frozen' && air.show === null && air.frozen !== null)",
  },
  {
    name: 'a desk view is given to a screen', tests: ['tests/unit/contract/leastKnowledge.test.ts'], file: 'shared/contract/table.ts',
    find: "{ name: 'window', params: inWindow, data: windowViewSchema, roles: HOST }", replace: "{ name: 'window', params: inWindow, data: windowViewSchema, roles: ['host', 'screen'] }",
  },
  {
    name: 'a judge sees another judge’s sheet', tests: ['tests/host/ballots/sheets.test.ts'], file: 'electron/application/views/judgeViews.ts',
    find: 'const sheet = window.sheets[given.judge];', replace: 'const sheet = Object.values(window.sheets)[0];',
  },
];
