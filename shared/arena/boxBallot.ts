// One anonymous ballot on its way into the sealed box: whether it is whole and valid, and its one canonical text, so that two voters who
// mark alike write the same bytes. Who casts it is known only long enough to keep a seat from casting twice.
import { done, refuse, type Result } from '../kernel/result.ts';
import { checkMarks, checkRanking } from './ballot.ts';
import type { Cells } from './events.ts';
import { columnsOf } from './forms.ts';
import { panelsFor } from './missing.ts';
import { formOf, type Panel } from './rules.ts';
import { rankedOf } from './sessionResult.ts';
import type { ArenaSession, Contestant } from './state.ts';

/** The contestants an anonymous panel votes on, in speaking order. */
export const ballotContestants = (session: ArenaSession, panel: Panel): readonly Contestant[] =>
  session.order.flatMap((id) => session.contestants[id] ?? []).filter((each) => each.stage !== 'withdrawn' && each.stage !== 'forfeited' && panelsFor(session, each).includes(panel));

const checkCells = (session: ArenaSession, panel: Panel, cells: Cells): Result<true> => {
  const asked = ballotContestants(session, panel);
  const stranger = Object.keys(cells).find((id) => !asked.some((each) => each.id === id));
  if (stranger !== undefined) return refuse('unknownContestant', { contestant: stranger });
  const form = formOf(session.rules, panel);
  for (const contestant of asked) {
    const cell = cells[contestant.id];
    if (cell === undefined) return refuse('markMissing', { criterion: contestant.id });
    const fault = cell.kind === 'marks' ? checkMarks(form, cell.marks, rankedOf(session, contestant.category)) : done(true as const);
    if (!fault.ok) return fault;
  }
  return form.kind === 'rank' ? checkRanking(cells) : done(true);
};

/** The same marks in the same order of contestants and columns, whatever order a phone sent them in. */
const canonical = (session: ArenaSession, panel: Panel, cells: Cells): string => {
  const columns = columnsOf(formOf(session.rules, panel));
  return JSON.stringify(Object.fromEntries(ballotContestants(session, panel).map(({ id }) => {
    const cell = cells[id];
    const marks = cell?.kind === 'marks' ? Object.fromEntries(columns.map((column) => [column, cell.marks[column] ?? ''])) : {};
    return [id, { kind: cell?.kind ?? 'abstained', marks }];
  })));
};

/**
 * The box and the text of one anonymous ballot. Errors: notAnonymous, boxNotOpen, unknownContestant, and those of the marks.
 * Source: design §1 item 11. Example: two phones that give the same grades get the same `body`.
 */
export const ballotFor = (session: ArenaSession, judge: string, cells: Cells): Result<{ readonly box: string; readonly body: string }> => {
  const seat = session.judges.find((each) => each.id === judge);
  const panel = session.rules.panels.find((each) => each.id === seat?.panel);
  if (panel === undefined || panel.voters !== 'anonymous') return refuse('notAnonymous');
  const box = session.boxes[panel.id];
  if (session.phase !== 'live' || box === undefined || box.phase !== 'open') return refuse('boxNotOpen');
  const checked = checkCells(session, panel, cells);
  return checked.ok ? done({ box: box.box, body: canonical(session, panel, cells) }) : checked;
};
