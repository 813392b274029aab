// Faults in the second count: were it to count wrong in the same way as the program, nobody would notice; were it to count wrong alone, all would.
import type { Fault } from '../fault.ts';

const ballots = ['tests/unit/recount/ballots.test.ts'];
const missing = ['tests/unit/recount/missing.test.ts'];
const parts = ['tests/unit/recount/parts.test.ts'];
const outcome = ['tests/unit/recount/outcome.test.ts'];
const reading = ['tests/unit/recount/readSecond.test.ts'];
const wholeSheet = 'electron/recount/wholeSheet.ts';
const seats = 'electron/recount/seats.ts';
const trim = 'electron/recount/trim.ts';
const count = 'electron/recount/count.ts';

export const recountFaults: readonly Fault[] = [
  { name: 'recount: a wholly blank sheet is judged like any other', tests: ballots, file: wholeSheet, find: "if (cells.every((cell) => cell === 'blank')) return", replace: 'if (cells.length === 0) return' },
  { name: 'recount: recused cells belong to the whole sheet', tests: ['tests/unit/property/recount.test.ts'], file: wholeSheet, find: "gaps.get(voter) !== 'recused'", replace: "gaps.get(voter) !== 'nobody'" },
  { name: 'recount: an all-equal sheet of one cell is void', tests: ballots, file: wholeSheet, find: 'cells.length >= 2 &&', replace: 'cells.length >= 1 &&' },
  { name: 'recount: a rank ballot with a gap counts', tests: ballots, file: wholeSheet, find: 'places.size !== asked.length ||', replace: 'places.size > asked.length ||' },
  { name: 'recount: abstentions never stand in the denominator', tests: ballots, file: seats, find: 'panel.form.abstentionsCount ? ', replace: "panel.form.id === '' ? " },
  { name: 'recount: ballots of the box come before paper', tests: ballots, file: 'electron/recount/roster.ts', find: 'left.box - right.box ||', replace: 'right.box - left.box ||' },
  { name: 'recount: a withdrawn contestant stays on every ballot', tests: ballots, file: 'electron/recount/roster.ts', find: '=> !withdrawn && !forfeited', replace: '=> !forfeited' },
  { name: 'recount: a fill before dropping is left out', tests: missing, file: trim, find: "seat.entry === 'fillBefore' ? [", replace: "seat.voter === '' ? [" },
  { name: 'recount: fills are never rounded', tests: missing, file: trim, find: 'rounded(meanMark(ballots, column), fillPlaces)', replace: 'rounded(meanMark(ballots, column), fillPlaces === null ? null : 12)' },
  { name: 'recount: fills count towards the minimum panel', tests: missing, file: count, find: "filter(({ entry }) => entry === 'written').length", replace: "filter(({ entry }) => entry !== 'excluded').length" },
  { name: 'recount: the lowest are dropped as often as the highest', tests: missing, file: trim, find: '.slice(0, lowest)', replace: '.slice(0, highest)' },
  { name: 'recount: a median is a mean', tests: missing, file: trim, find: "average === 'mean' ?", replace: "average !== 'none' ?" },
  { name: 'recount: who leaves early keeps the earlier marks', tests: missing, file: seats, find: 'if (room.leavers.has(voter))', replace: "if (room.leavers.has(voter) && voter === '')" },
  { name: 'recount: a panel weighs without its form\'s full mark', tests: ballots, file: count, find: 'divide(points, fullMark))', replace: 'divide(points, fraction(100n)))' },
  { name: 'recount: a part is not rounded', tests: parts, file: count, find: 'rounded(score, rules.rounding.part)', replace: 'rounded(score, null)' },
  { name: 'recount: penalties are not re-scaled', tests: parts, file: count, find: 'divide(multiply(capped, fullMark), rule.fullMark)', replace: 'divide(multiply(capped, rule.fullMark), rule.fullMark)' },
  { name: 'recount: a cap is forgotten', tests: parts, file: count, find: 'compare(added, rule.cap) > 0 ?', replace: 'compare(added, rule.cap) < 0 ?' },
  { name: 'recount: categories are ranked together', tests: outcome, file: 'electron/recount/recount.ts', find: 'counted.filter(({ contestant }) => contestant.category === category)', replace: 'counted.filter(({ contestant }) => category === null && contestant.id)' },
  { name: 'recount: the first play-off stands', tests: outcome, file: 'electron/recount/rank.ts', find: 'playOffs.findLast(', replace: 'playOffs.find(' },
  { name: 'recount: the untrimmed mean is of every panel', tests: outcome, file: count, find: 'panels.filter(({ onSite }) => onSite)', replace: 'panels.filter(({ onSite }) => onSite || true)' },
  { name: 'recount: a tie on a tier\'s edge goes in though it should stay out', tests: outcome, file: 'electron/recount/awards.ts', find: "edge === 'none') break", replace: "edge !== 'none' && edge !== 'all') break" },
  { name: 'recount: averaged place points are the better place\'s', tests: outcome, file: 'electron/recount/awards.ts', find: "rules.ties === 'same' ? 1 : size", replace: "rules.ties === 'same' ? 1 : 1" },
  { name: 'recount: panels need not make up their part in every category', tests: reading, file: 'electron/recount/readPanels.ts', find: 'for (const category of categories) demandSum(', replace: 'for (const category of categories.slice(0, 1)) demandSum(' },
  { name: 'recount: an unknown rule is passed over', tests: reading, file: 'electron/recount/fields.ts', find: 'if (!known.includes(key)) refuse(', replace: "if (key === '') refuse(" },
  { name: 'recount: ballots beyond those sealed count', tests: reading, file: 'electron/recount/consistency.ts', find: 'ballot?.box === true && ballot.number > sealed', replace: 'ballot?.box === true && ballot.number < sealed' },
  { name: 'recount: no corridor holds', tests: reading, file: 'electron/recount/readSheets.ts', find: 'corridor === null || marks.size < criteria.length', replace: 'corridor === null || marks.size > 0' },
  { name: 'verify believes any sealed box', tests: ['tests/unit/verify/box.test.ts'], file: 'electron/recount/chain.ts', find: "body['root'] === digest(", replace: "'' !== digest(" },
];
