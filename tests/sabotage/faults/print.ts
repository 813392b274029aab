// Faults in 算给你看 and on paper: what would tell a vote, show a figure as more than it is, or let a sheet be signed that does not balance.
import type { Fault } from '../fault.ts';

const working = 'tests/unit/arena/explain.test.ts';
const outcome = 'tests/documents/print/outcome.test.ts';
const ballots = 'tests/documents/print/ballots.test.ts';
const arena = 'shared/arena';
const print = 'electron/documents/print';

export const printFaults: readonly Fault[] = [
  { name: 'a small group without names is shown', tests: [working, outcome], file: `${arena}/smallGroups.ts`, find: '.length < SMALLEST_GROUP', replace: '.length < 1' },
  { name: 'a counted group of four stands on the wall', tests: [working], file: `${arena}/smallGroups.ts`, find: "panel.voters !== 'named' &&", replace: "panel.voters === 'anonymous' &&" },
  { name: 'the formula of its part gives a small group away', tests: [working, outcome], file: `${arena}/explainTotal.ts`, find: "part.source === 'entered' || isHidden ?", replace: "part.source === 'entered' ?" },
  { name: 'judges are named without being asked for', tests: [working], file: `${arena}/explainPanel.ts`, find: 'names && judge?.name != null', replace: 'judge?.name != null' },
  { name: 'a formula with a cut figure claims to be exact', tests: [working], file: `${arena}/explainFigures.ts`, find: 'right.cut || parts.some(', replace: 'right.cut && parts.some(' },
  { name: 'a cut figure is rounded up', tests: [working, outcome], file: `${arena}/explainFigures.ts`, find: '(top * scale) / value.bottom', replace: '(top * scale + value.bottom) / value.bottom' },
  { name: 'the cap of a bonus is not said', tests: [working, outcome], file: `${arena}/explainTotal.ts`, find: 'isCapped: line.isCapped,', replace: 'isCapped: false,' },
  { name: 'a tie shows the figures of everybody with that total', tests: [outcome], file: `${arena}/explainRank.ts`, find: 'rules.ties.slice(0, rules.ties.indexOf(given.rule))', replace: 'rules.ties.slice(0, 0)' },
  { name: 'another category’s open contestant counts, its own does not', tests: [outcome], file: `${arena}/explainRank.ts`, find: 'isBlocking(each) && isOwn(each.contestant)', replace: 'isBlocking(each) && !isOwn(each.contestant)' },
  { name: 'the sealed secret is printed before the number is called', tests: [outcome], file: `${print}/orderSheet.ts`, find: 'return lot === null ? null : html`<div class="seed">${labelled(words.commitment, lot.commitment)}', replace: 'return lot === null ? null : html`<div class="seed">${labelled(words.commitment, lot.secret)}' },
  { name: 'a ballot without a name asks for a signature', tests: [ballots], file: `${print}/ballotParts.ts`, find: '=> (isNameless(holder.panel) ? null : html`<p class="sign">', replace: '=> (holder.seat < 0 ? null : html`<p class="sign">' },
  { name: 'what nobody counted in is called even', tests: [outcome], file: `${print}/balanceSheet.ts`, find: "if (balance === null && panel.voters !== 'named') return", replace: "if (balance === null && panel.voters === 'named') return" },
  { name: 'the award list does not wait for its category', tests: [outcome], file: `${print}/awardList.ts`, find: 'if (!ranking.settled) return', replace: 'if (ranking.outcomes.length === 0) return' },
];
