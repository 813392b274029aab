// Faults an attacker or an unlucky hour would find: half a late ballot, a ballot number taken from the box, a category announced too early, a switch
// that reveals, awards by the wrong figure, a box or a lock without a way out.
import type { Fault } from '../fault.ts';

const sheets = ['tests/unit/arena/hostileSheets.test.ts'];
const wall = ['tests/unit/arena/hostileWall.test.ts'];
const host = ['tests/unit/arena/hostileHost.test.ts'];
const boxes = ['tests/host/room/boxes.test.ts'];

export const roomFaults: readonly Fault[] = [
  { name: 'half of a late whole sheet is counted beside the old half', tests: sheets, file: 'shared/arena/decideSheets.ts', find: "contestant.window.phase === 'locked' || input.isLate === true", replace: "contestant.window.phase === 'locked'" },
  { name: 'a file takes the place of a box ballot', tests: sheets, file: 'shared/arena/voters.ts', find: '/^p[1-9]\\d{0,5}$/', replace: '/^[pb][1-9]\\d{0,5}$/' },
  { name: 'a ballot number in a file has two spellings', tests: sheets, file: 'shared/arena/voters.ts', find: '/^p[1-9]\\d{0,5}$/', replace: '/^p\\d{1,6}$/' },
  { name: 'a batch of paper brings back a judge who has left', tests: sheets, file: 'shared/arena/decideBatches.ts', find: "cause === 'recused' || cause === 'leftEarly' ? []", replace: "cause === 'recused' ? []" },
  { name: 'a file brings back a judge who has left', tests: sheets, file: 'shared/arena/decidePaper.ts', find: "if (cause === 'recused' || cause === 'leftEarly') return", replace: "if (cause === 'recused') return" },
  { name: 'a lock that ran short looks as if it were open', tests: sheets, file: 'shared/arena/sessionResult.ts', find: "tallied?.ok !== false || tallied.why !== 'tooFewSheets'", replace: "tallied?.ok !== false || tallied.why === 'tooFewSheets'" },
  { name: 'the button goes round a lock that ran short', tests: host, file: 'shared/arena/nextStep.ts', find: "each.reason === 'partMissing' || each.reason === 'tooFewSheets'", replace: "each.reason === 'partMissing'" },
  { name: 'a category is announced while others’ sheets can void its own', tests: wall, file: 'shared/arena/revealRanking.ts', find: '(isWhole || isOwn(each.contestant))', replace: 'isOwn(each.contestant)' },
  { name: 'a picture of whole sheets stands on some locks only', tests: wall, file: 'shared/arena/revealRanking.ts', find: 'isWhole || id === PARTS || isOwn(id)', replace: 'id === PARTS || isOwn(id)' },
  { name: 'a tie of the on-site score alone waits for a lot nobody can draw', tests: wall, file: 'shared/arena/revealRanking.ts', find: 'const official = resultOf(held).open;', replace: 'const official = shown.open;' },
  { name: 'a switch of the figure goes before the room at once', tests: wall, file: 'electron/application/reactions.ts', find: "const WITH_FIGURES: readonly string[] = ['score', 'standings', 'ranking', 'awards'];", replace: 'const WITH_FIGURES: readonly string[] = [];' },
  { name: 'the ranking of one category marks all scores as seen', tests: wall, file: 'electron/application/reactions.ts', find: 'show.subject === null || session.contestants[contestant]?.category === show.subject', replace: "show.subject !== ''" },
  { name: 'awards show the combined figure where only the on-site score is public', tests: wall, file: 'shared/arena/revealRanking.ts', find: "figureShown(session) === 'onSite' ? { ...placed(row)", replace: "figureShown(session) !== figureShown(session) ? { ...placed(row)" },
  { name: 'a number that nobody called opens the sealed lot', tests: wall, file: 'shared/arena/decideOrder.ts', find: "input.method === 'draw' && session.rules.lot.called && input.called", replace: "input.method === 'draw' && input.called" },
  { name: 'a box that nobody has opened never seals', tests: boxes, file: 'electron/application/boxes.ts', find: 'boxIds(this.#parts.folder).includes(box)) throw error', replace: "boxIds(this.#parts.folder).length >= 0) throw error" },
  { name: 'a sealing that failed is not tried again', tests: boxes, file: 'shared/arena/decidePaper.ts', find: "phase === 'open' || phase === 'closed' ?", replace: "phase === 'open' ?" },
];
