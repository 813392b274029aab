// Cases in which rules cannot give a result, searched for before anybody votes: a place without points, a panel that recusals leave too small.
// It reports; what may be settled by the host on the day is not a case.
import { judgesFor, panelsFor } from './missing.ts';
import { placeValue } from './forms.ts';
import { formOf, type Panel } from './rules.ts';
import { TRIAL, type ArenaSession, type Contestant } from './state.ts';

/** One case, with figures: `why` names a sentence. */
export interface CaseWithoutResult { readonly why: 'placeWithoutPoints' | 'panelTooSmall' | 'noSpare' | 'oneContestant'; readonly what: string; readonly is: number; readonly should: number;
  /** Nothing on the day can help; a panel that is too small can be relaxed by the host with a reason. */
  readonly isFatal: boolean;
}

/** The home unit of a judge, as the register has it now or the roster has frozen it. */
export type HomeOf = (judge: string) => string | null;

const rivals = (session: ArenaSession, panel: Panel): readonly Contestant[] =>
  Object.values(session.contestants).filter((each) => each.id !== TRIAL && panelsFor(session, each).includes(panel));

/** A rank ballot must have points for every place of its own roster. */
function* placeCases(session: ArenaSession, panel: Panel): Generator<CaseWithoutResult> {
  const form = formOf(session.rules, panel);
  if (form.kind !== 'rank') return;
  const of = rivals(session, panel).length;
  if (of < 2) yield { why: 'oneContestant', what: panel.name, is: of, should: 2, isFatal: true };
  const short = Array.from({ length: of }, (_, at) => at + 1).find((place) => placeValue(form.points, place, of) === null);
  if (short !== undefined) yield { why: 'placeWithoutPoints', what: form.name, is: short - 1, should: of, isFatal: true };
}

/**
 * Judges whose home unit is on stage are proposed as recused: the panel must stand that, or its minimum can be met by nobody; with none to spare the
 * first absence or abstention already leaves the contestant without a result until the host decides.
 */
function* panelCases(session: ArenaSession, panel: Panel, homeOf: HomeOf): Generator<CaseWithoutResult> {
  if (panel.voters !== 'named' || session.rules.missing.recused === 'zero') return;
  let worst: number | null = null;
  for (const contestant of rivals(session, panel)) {
    const judges = judgesFor(session, contestant).filter((judge) => judge.panel === panel.id);
    const left = panel.recusal === 'never' ? judges : judges.filter((judge) => homeOf(judge.id) !== contestant.id);
    if (judges.length > 0) worst = Math.min(worst ?? left.length, left.length);
  }
  if (worst === null || worst > panel.minimum) return;
  yield { why: worst < panel.minimum ? 'panelTooSmall' : 'noSpare', what: panel.name, is: worst, should: panel.minimum, isFatal: false };
}

/**
 * Every case found, panel by panel. Refused are the fatal ones; the others are shown.
 * Example: a table of 8 places and 10 contestants → {why: 'placeWithoutPoints', what: '名次票', is: 8, should: 10, isFatal: true}.
 */
export const casesWithoutResult = (session: ArenaSession, homeOf: HomeOf): readonly CaseWithoutResult[] =>
  session.rules.panels.flatMap((panel) => [...placeCases(session, panel), ...panelCases(session, panel, homeOf)]);
