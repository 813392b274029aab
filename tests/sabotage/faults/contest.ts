// Faults in how a contest is opened, timed, settled and carried on: a lot that can be steered, a penalty that is lost, a figure that tells too much.
import type { Fault } from '../fault.ts';

const adjusting = ['tests/unit/arena/adjusting.test.ts'];
const rounds = ['tests/unit/arena/rounds.test.ts'];
const openings = ['tests/unit/arena/openings.test.ts'];

export const contestFaults: readonly Fault[] = [
  { name: 'a window is checked while its clock still runs', tests: adjusting, file: 'shared/arena/decideScoring.ts', find: "return refuse('timerRunning');", replace: 'void 0;' },
  { name: 'a proposed penalty is forgotten', tests: adjusting, file: 'shared/arena/decideScoring.ts', find: 'if (undecided !== null) return', replace: 'if (undecided === undefined) return' },
  { name: 'a part of a second is a second', tests: adjusting, file: 'shared/arena/adjusting.ts', find: 'Math.floor(elapsed / 1000)', replace: 'Math.ceil(elapsed / 1000)' },
  { name: 'no grace is given', tests: adjusting, file: 'shared/arena/adjusting.ts', find: 'over <= penalty.graceSeconds ?', replace: 'over < 0 ?' },
  { name: 'beyond the last tier nothing is due', tests: adjusting, file: 'shared/arena/adjusting.ts', find: '?.amount ?? penalty.cap)', replace: "?.amount ?? '0')" },
  { name: 'a forfeit blocks the ranking', tests: adjusting, file: 'shared/arena/sessionResult.ts', find: "pending.reason !== 'withdrawn' && pending.reason !== 'forfeited'", replace: "pending.reason !== 'withdrawn'" },
  { name: 'a lot is drawn until it pleases', tests: rounds, file: 'shared/arena/decideOrder.ts', find: "if (session.orderCalled !== null) return refuse('alreadyDrawn');", replace: '' },
  { name: 'a new lot shows its secret at once', tests: rounds, file: 'shared/arena/evolve.ts', find: '...(session.orderCalled === null ? {} : NO_ORDER),', replace: '' },
  { name: 'a secret that was shown draws again', tests: rounds, file: 'shared/arena/evolve.ts', find: '(session.orderCalled === null ? session.lot : null);', replace: 'session.lot;' },
  { name: 'marks that are dropped leave their part behind', tests: rounds, file: 'shared/arena/rounds.ts', find: 'if (!rules.parts.some((part) => part.id === CARRIED)) return rules;', replace: 'if (rules.parts.length > 0) return rules;' },
  { name: 'the other parts keep their points beside carried marks', tests: rounds, file: 'shared/arena/rounds.ts', find: 'multiply(decimal(part.points), factor)', replace: 'decimal(part.points)' },
  { name: 'the calibration waits for everybody', tests: openings, file: 'shared/arena/order.ts', find: 'running(session).slice(0, rule.size);', replace: 'running(session);' },
  { name: 'the wall cannot be switched to the on-site score', tests: openings, file: 'shared/arena/figures.ts', find: "session.rules.disclosure.figure === 'either' ? session.figure", replace: "session.rules.disclosure.figure === 'either' ? 'combined'" },
  { name: 'a bonus counts in the on-site score', tests: openings, file: 'shared/arena/figures.ts', find: 'ties, adjustments: [],', replace: 'ties,' },
  { name: 'the rule that settled a tie tells of one still to come', tests: openings, file: 'shared/arena/revealRanking.ts', find: '|| !isSettled(row) ?', replace: '?' },
  { name: 'a judge is recused from one place of a ranking', tests: ['tests/unit/arena/rankBallot.test.ts'], file: 'shared/arena/decideScoring.ts', find: "if (input.cause === 'recused' && isRankBallot(session, input.judge)) return refuse('wholeSheetOnly');", replace: '' },
];
