// Cuts a session or the register into parts for the worker, each with the words it needs: sending 71 × 154 sheets at once would hold up
// the host's thread. What is cut is the state as it stood when asked; later events do not get in.
import type { ArenaSession, Sheet } from '../../shared/arena/state.ts';
import type { TextRef } from '../../shared/kernel/decision.ts';
import type { RegisterState } from '../../shared/register/state.ts';
import type { Part } from './jobs.ts';

export type Read = (reference: TextRef) => string;
/** The sheets' history of one contestant, and the instant (wall) after which nothing counts any more. */
export interface History { readonly revisions: (contestant: string) => readonly Sheet[]; readonly until: number }

const CONTESTANTS_A_PART = 6;
const REGISTER_ROWS_A_PART = 300;

const isReference = (value: object): value is TextRef => 'text' in value && 'hash' in value && typeof value.text === 'string' && typeof value.hash === 'string';

/** Every text a value refers to, however deep. */
const gather = (value: unknown, read: Read, words: Map<string, string>): void => {
  if (typeof value !== 'object' || value === null) return;
  if (isReference(value)) words.set(value.text, read(value));
  else for (const inner of Object.values(value)) gather(inner, read, words);
};
const wordsOf = (value: unknown, read: Read): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  gather(value, read, words);
  return words;
};

const slices = function* <T>(entries: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < entries.length; at += size) yield entries.slice(at, at + size);
};

/** A revision written after the session was taken is not part of it; one that was taken back since stays. */
const historyOf = ({ revisions, until }: History, session: ArenaSession, contestant: string): readonly Sheet[] => {
  const standing = session.contestants[contestant]?.window.sheets;
  return revisions(contestant).filter((sheet) => sheet.wall <= until || sheet.revision <= (standing?.[sheet.judge]?.revision ?? 0));
};

/** The session without its contestants, then the contestants a few at a time. */
export const sessionParts = function* (session: ArenaSession, read: Read, history?: History): Generator<Part> {
  const head = { ...session, contestants: {} };
  yield { session: head, words: wordsOf(head, read) };
  for (const some of slices(Object.entries(session.contestants), CONTESTANTS_A_PART)) {
    const contestants = Object.fromEntries(some);
    const words = wordsOf(contestants, read);
    yield history === undefined ? { contestants, words } : { contestants, words, revisions: Object.fromEntries(some.map(([id]) => [id, historyOf(history, session, id)])) };
  }
};

/** Units, then people, a few hundred at a time. An empty register is a part too. */
export const registerParts = function* (register: RegisterState, read: Read): Generator<Part> {
  yield { register: { units: {}, people: {} }, words: new Map() };
  for (const some of slices(Object.entries(register.units), REGISTER_ROWS_A_PART)) yield { register: { units: Object.fromEntries(some), people: {} }, words: wordsOf(some, read) };
  for (const some of slices(Object.entries(register.people), REGISTER_ROWS_A_PART)) yield { register: { units: {}, people: Object.fromEntries(some) }, words: wordsOf(some, read) };
};
