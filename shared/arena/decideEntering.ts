// What is entered about contestants: their categories, and scores of parts that come from elsewhere, all or none.
import type { Decision } from '../kernel/decision.ts';
import { compare, decimal } from '../kernel/fraction.ts';
import { refuse } from '../kernel/result.ts';
import type { InputOf } from './commands.ts';
import { happen, type InSession } from './deciding.ts';
import type { ArenaEvent } from './events.ts';
import { TRIAL, type ArenaSession } from './state.ts';

export function setCategories(session: ArenaSession, categories: Readonly<Record<string, string>>): Decision<ArenaEvent> {
  const stranger = Object.keys(categories).find((id) => session.contestants[id] === undefined);
  if (stranger !== undefined) return refuse('unknownContestant', { contestant: stranger });
  const unknown = Object.values(categories).find((id) => !session.rules.categories.some((category) => category.id === id));
  return unknown === undefined ? happen({ name: 'categoriesSet', body: { session: session.id, categories: { ...categories } } }) : refuse('rulesInvalid', { what: unknown, reason: 'categoryUnknown' });
}

/** The room has seen this contestant's figures, and nobody has reopened them. */
const isShown = (session: ArenaSession, id: string): boolean => {
  const window = session.contestants[id]?.window;
  return window !== undefined && window.phase === 'locked' && window.revealedLock === window.locks.length;
};

/**
 * Scores of entered parts, all or none; a finalised session takes no more. A value the room may have seen is changed only through a correction, so
 * that it is announced anew; one that was not entered before may come at any time.
 */
export function enterParts({ session, tools }: InSession, input: InputOf<'session.parts'>): Decision<ArenaEvent> {
  if (session.phase === 'finalised' || session.phase === 'archived') return refuse('wrongPhase', { phase: session.phase });
  const before = session.parts.at(-1) ?? {};
  for (const { contestant, part: id, value } of input.values) {
    if (session.contestants[contestant] === undefined || contestant === TRIAL) return refuse('unknownContestant', { contestant });
    const part = session.rules.parts.find((each) => each.id === id && each.source === 'entered');
    if (part === undefined) return refuse('unknownPart', { part: id });
    if (compare(decimal(value), decimal('0')) < 0 || compare(decimal(value), decimal(part.fullMark)) > 0) return refuse('valueOutOfRange', { contestant, part: part.name, value, highest: part.fullMark });
    if (isShown(session, contestant) && (before[contestant]?.[id] ?? value) !== value) return refuse('correctionFirst', { contestant });
  }
  const source = input.source.trim() === '' ? null : tools.text(input.source.trim());
  return happen({ name: 'partsEntered', body: { session: session.id, version: session.parts.length + 1, values: input.values, source } });
}
