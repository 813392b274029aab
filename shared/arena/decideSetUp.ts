// Set-up to archive: contestants, judges, rules, order, cards; freezing and starting. Refuses to go on while anything does not add up.
import type { Decision } from '../kernel/decision.ts';
import { sha256Hex } from '../kernel/draw.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { ArenaCommand, InputOf } from './commands.ts';
import { setCategories, enterParts } from './decideEntering.ts';
import { commitLot, setOrder } from './decideOrder.ts';
import { happen, happenWith, withContestant, type ArenaFacts, type InSession } from './deciding.ts';
import type { ArenaEvent } from './events.ts';
import { openingEvents } from './opening.ts';
import { casesWithoutResult } from './cases.ts';
import { checkRules } from './checkRules.ts';
import { isBlocking, refusalOf, resultOf } from './sessionResult.ts';
import { TRIAL, type ArenaSession } from './state.ts';

const inSetUp = (session: ArenaSession, then: () => Decision<ArenaEvent>): Decision<ArenaEvent> =>
  session.phase === 'setup' ? then() : refuse('wrongPhase', { phase: session.phase });

/** Decides a command of set-up, freezing, finalising or archiving; undefined for any other. */
export function decideSetUp(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session, tools } = given;
  const id = session.id;
  switch (command.name) {
    case 'session.title': return inSetUp(session, () => (command.input.title === '' ? refuse('nameEmpty', { what: 'title' }) : happen({ name: 'sessionTitled', body: { session: id, title: tools.text(command.input.title) } })));
    case 'session.rules': return inSetUp(session, () => happen({ name: 'rulesSet', body: { session: id, rules: command.input.rules } }));
    case 'session.categories': return inSetUp(session, () => setCategories(session, command.input.categories));
    case 'session.parts': return enterParts(given, command.input);
    case 'lot.commit': return inSetUp(session, () => commitLot(given));
    case 'figure.choose': return session.rules.disclosure.figure === 'either' ? (session.figure === command.input.figure ? happen() : happen({ name: 'figureChosen', body: { session: id, figure: command.input.figure } })) : refuse('sceneNotAllowed', { scene: command.input.figure });
    case 'awards.revealed': return session.awardsShown.includes(command.input.category ?? '') ? happen() : happen({ name: 'awardsRevealed', body: { session: id, category: command.input.category } });
    case 'review.open': return session.phase === 'finalised' || session.phase === 'archived' ? happen({ name: 'reviewOpened', body: { session: id } }) : refuse('notFinalised');
    case 'session.contestants': return inSetUp(session, () => chooseContestants(given, command.input.contestants));
    case 'session.judges': return inSetUp(session, () => chooseJudges(given, command.input.judges));
    case 'session.order': return inSetUp(session, () => setOrder(given, command.input));
    case 'session.card': return fillCard(given, command.input);
    case 'session.ready': return inSetUp(session, () => ready(given));
    case 'session.unlock': return session.phase === 'ready' ? happen({ name: 'sessionUnlocked', body: { session: id } }) : refuse('wrongPhase', { phase: session.phase });
    case 'session.start': return session.phase === 'ready' ? start(given) : refuse('wrongPhase', { phase: session.phase });
    case 'session.finalise': return session.phase === 'live' ? finalise(given) : refuse('wrongPhase', { phase: session.phase });
    case 'session.reopen': return session.phase === 'finalised' ? happen({ name: 'sessionReopened', body: { session: id, reason: tools.text(command.input.reason) } }) : refuse('wrongPhase', { phase: session.phase });
    case 'session.archive': return session.phase === 'finalised' ? happen({ name: 'sessionArchived', body: { session: id } }) : refuse('wrongPhase', { phase: session.phase });
    case 'ballots.printed': return ballotsPrinted(given, command.input);
    default: return undefined;
  }
}

const firstUnknown = (ids: readonly string[], known: Readonly<Record<string, unknown>>): string | undefined => ids.find((id, at) => known[id] === undefined || ids.indexOf(id) !== at);

function chooseContestants({ session, facts }: InSession, ids: readonly string[]): Decision<ArenaEvent> {
  const unknown = firstUnknown(ids, facts.units);
  return unknown === undefined ? happen({ name: 'contestantsChosen', body: { session: session.id, contestants: [...ids] } }) : refuse('unknownContestant', { contestant: unknown });
}

function chooseJudges({ session, facts }: InSession, judges: InputOf<'session.judges'>['judges']): Decision<ArenaEvent> {
  const unknown = firstUnknown(judges.map((each) => each.judge), facts.people);
  return unknown === undefined ? happen({ name: 'judgesChosen', body: { session: session.id, judges } }) : refuse('unknownJudge', { judge: unknown });
}

function fillCard({ session, tools }: InSession, input: InputOf<'session.card'>): Decision<ArenaEvent> {
  if (session.phase === 'finalised' || session.phase === 'archived') return refuse('wrongPhase', { phase: session.phase });
  const words = (value: string) => (value.trim() === '' ? null : tools.text(value.trim()));
  const lines = (values: readonly string[]) => values.map((line) => line.trim()).filter((line) => line !== '').map((line) => tools.text(line));
  return withContestant(session, input.contestant, () => happen({
    name: 'cardFilled',
    body: { session: session.id, contestant: input.contestant, speaker: words(input.speaker), file: words(input.file), promises: lines(input.promises), problems: lines(input.problems) },
  }));
}

/** Why the session cannot be frozen yet, if anything (rules that do not add up, an empty panel, no order). */
export const readiness = (session: ArenaSession, facts: Pick<ArenaFacts, 'units' | 'people'>): Result<true> => {
  const rules = checkRules(session.rules);
  if (!rules.ok) return rules;
  const ids = Object.keys(session.contestants).filter((id) => id !== TRIAL);
  if (ids.length === 0) return refuse('noContestants');
  if (session.judges.length === 0 && session.rules.panels.some((panel) => panel.voters === 'named')) return refuse('noJudges');
  const stray = session.judges.find((judge) => !session.rules.panels.some((panel) => panel.id === judge.panel));
  if (stray !== undefined) return refuse('unknownPanel', { panel: stray.panel });
  const empty = session.rules.panels.find((panel) => panel.voters === 'named' && !session.judges.some((judge) => judge.panel === panel.id));
  if (empty !== undefined) return refuse('panelEmpty', { panel: empty.name });
  const uncategorised = session.rules.categories.length === 0 ? undefined : ids.find((id) => !session.rules.categories.some((category) => category.id === session.contestants[id]?.category));
  if (uncategorised !== undefined) return refuse('categoryMissing', { contestant: uncategorised });
  const fatal = casesWithoutResult(session, (judge) => facts.people[judge]?.home ?? null).find((each) => each.isFatal);
  if (fatal !== undefined) return refuse('noCaseForResult', { why: fatal.why, what: fatal.what, is: fatal.is, should: fatal.should });
  const gone = ids.find((id) => facts.units[id] === undefined);
  if (gone !== undefined) return refuse('unknownContestant', { contestant: gone });
  const goneJudge = session.judges.find((judge) => facts.people[judge.id] === undefined);
  if (goneJudge !== undefined) return refuse('unknownJudge', { judge: goneJudge.id });
  return session.order.length === ids.length ? done(true) : refuse('orderNotSet');
};

function ready({ session, facts, tools }: InSession): Decision<ArenaEvent> {
  const result = readiness(session, facts);
  if (!result.ok) return result;
  const contestants = session.order.flatMap((contestant) => {
    const unit = facts.units[contestant];
    return unit === undefined ? [] : [{ contestant, name: unit.fullName, shortName: unit.shortName }];
  });
  const judges = session.judges.flatMap(({ id, panel }) => {
    const person = facts.people[id];
    return person === undefined ? [] : [{ judge: id, panel, name: person.name, title: person.title, home: person.home }];
  });
  const sheet = facts.ruleSheet(session.rules);
  return happen({ name: 'sessionReadied', body: { session: session.id, rules: session.rules, contestants, judges, ruleSheet: sha256Hex(sheet), ruleSheetText: tools.text(sheet) } });
}

/** Under "whole session" every window opens at the start; what needs a recusal decision first stands in the way. */
function start({ session, tools }: InSession): Decision<ArenaEvent> {
  const started: ArenaEvent = { name: 'sessionStarted', body: { session: session.id } };
  if (session.rules.windows.policy !== 'wholeSession') return happen(started);
  // Anonymous phones need a box; a panel that votes on paper only has nobody in the roster and no box.
  const boxed = session.rules.panels.filter((panel) => panel.voters === 'anonymous' && session.judges.some((judge) => judge.panel === panel.id) && session.boxes[panel.id] === undefined);
  const events: ArenaEvent[] = [started, ...boxed.map((panel) => ({ name: 'boxOpened' as const, body: { session: session.id, panel: panel.id, box: tools.id() } }))];
  for (const contestant of session.order) {
    const opening = openingEvents(session, contestant);
    if (!opening.ok) return opening;
    events.push(...opening.value);
  }
  return happen(...events);
}

function finalise({ session, facts }: InSession): Decision<ArenaEvent> {
  const result = resultOf(session);
  const open = result.pending.find(isBlocking);
  if (open !== undefined) return { ok: false, refusal: refusalOf(session, open) };
  if (result.open[0] !== undefined) return refuse('resultOpen', { count: result.open[0].contestants.length });
  return happen({ name: 'sessionFinalised', body: { session: session.id, heads: { ...facts.heads } } });
}

function ballotsPrinted({ session, tools }: InSession, input: InputOf<'ballots.printed'>): Decision<ArenaEvent> {
  if (session.phase !== 'ready' && session.phase !== 'live') return refuse('wrongPhase', { phase: session.phase });
  const judges = session.judges.filter((judge) => input.panels.includes(judge.panel)).map((judge) => judge.id);
  const batch = tools.id().slice(0, 6).toUpperCase();
  return happenWith([{ name: 'ballotsPrinted', body: { session: session.id, batch, form: input.form, panels: input.panels, contestants: [...session.order], judges, spares: input.spares } }], { batch });
}
