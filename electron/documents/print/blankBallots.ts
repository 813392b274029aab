// 空白票: printed from the frozen rules and roster, each panel's ballot in its own form and on its own paper. It refuses a panel the rules do not know.
// A slip per contestant exists of score sheets and grade ballots; a rank ballot ranks all, so it always lists all.
import { formOf, type Panel } from '../../../shared/arena/rules.ts';
import { rankedOf } from '../../../shared/arena/sessionResult.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { scoreBallot } from './ballotAllUnits.ts';
import { gradeBallot, rankBallot } from './ballotCells.ts';
import { BALLOT_STYLE, holdersOf, scoredBy, type BallotsInput } from './ballotParts.ts';
import { SLIP_STYLE, slipRun } from './ballotPerContestant.ts';
import { leavesOf, ROWS_STYLE } from './ballotRows.ts';
import { documentOf, panelBands } from './frame.ts';
import { html, type Markup } from './markup.ts';

interface Run { readonly style: string; readonly leaves: readonly Markup[] }

const listing = (input: BallotsInput, panel: Panel): Run => {
  const form = formOf(input.session.rules, panel);
  const scope = input.session.rules.panels.indexOf(panel);
  const [first] = scoredBy(input.session, panel);
  const { ballot, style } = form.kind === 'score' ? scoreBallot(panel, form, scope) : form.kind === 'grade' ? gradeBallot(panel, form, scope)
    : rankBallot(panel, form, { scope, of: rankedOf(input.session, first?.contestant.category ?? null) });
  const run = leavesOf(input, ballot, holdersOf(input, panel));
  return { style: style + run.style, leaves: run.leaves };
};

const runOf = (input: BallotsInput, panel: Panel): Run & { readonly lists: boolean } => {
  const form = formOf(input.session.rules, panel);
  return form.kind === 'rank' || input.form === 'allUnits' ? { ...listing(input, panel), lists: true } : { ...slipRun(input, panel, form), lists: false };
};

/** The blank ballots of a batch as one document. Every sheet names its batch and the fingerprint of the roster it was printed from. */
export const blankBallots = (input: BallotsInput): string => {
  const { rules, title } = input.session;
  const unknown = input.panels.find((id) => !rules.panels.some((panel) => panel.id === id));
  if (unknown !== undefined) throw new Error(`panel ${unknown} is not in the rules`);
  const runs = rules.panels.filter((panel) => input.panels.includes(panel.id)).map((panel) => runOf(input, panel));
  const styles = [runs.some((run) => run.lists) ? ROWS_STYLE : '', runs.some((run) => !run.lists) ? SLIP_STYLE : '', ...runs.map((run) => run.style)];
  return documentOf({
    title: say(print.ballot.documentTitle, { session: input.read(title) }), marking: input.marking, margins: 'outside',
    style: `${BALLOT_STYLE}${styles.join('')}${panelBands(rules.panels)}`, body: html`${runs.flatMap((run) => run.leaves)}`,
  });
};
