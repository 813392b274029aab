// What the parts of the arena's `decide` share: what they are given and how they say what happens.
import type { Decided, Decision, TextRef, Tools } from '../kernel/decision.ts';
import { done, refuse } from '../kernel/result.ts';
import type { ArenaEvent } from './events.ts';
import type { Rules } from './rules.ts';
import type { ArenaSession, ArenaState, Contestant } from './state.ts';

/** What an arena needs from other rooms when something is frozen; gathered by the application for each command. */
export interface ArenaFacts {
  readonly units: Readonly<Record<string, { readonly fullName: TextRef; readonly shortName: TextRef; readonly order: number }>>;
  readonly people: Readonly<Record<string, { readonly name: TextRef; readonly title: TextRef; readonly home: string | null }>>;
  readonly meetings: readonly string[];
  /** 评分办法: the Chinese rule sheet of these rules, a line a sentence. */
  readonly ruleSheet: (rules: Rules) => string;
  /** Stations of the meeting: seats of clerks. */
  readonly stations: readonly string[];
  /** Newest hash of every chain, recorded when a session is finalised. */
  readonly heads: Readonly<Record<string, string>>;
}
export interface Given { readonly state: ArenaState; readonly tools: Tools; readonly facts: ArenaFacts }
export interface InSession extends Omit<Given, 'state'> { readonly session: ArenaSession }

/** One or more events and nothing else to say. */
export const happen = (...events: readonly ArenaEvent[]): Decision<ArenaEvent> => done({ events });
export const happenWith = (events: readonly ArenaEvent[], answer: NonNullable<Decided<ArenaEvent>['answer']>): Decision<ArenaEvent> => done({ events, answer });

/** The contestant, or a refusal that names the id. */
export const withContestant = (session: ArenaSession, id: string, then: (contestant: Contestant) => Decision<ArenaEvent>): Decision<ArenaEvent> => {
  const contestant = session.contestants[id];
  return contestant === undefined ? refuse('unknownContestant', { contestant: id }) : then(contestant);
};
