// Rules with a figure that cannot be read are sent nowhere; they wait here, so that leaving the page does not lose them. Nothing outlives the window.
import type { Rules } from '../../../shared/arena/rules.ts';

const waiting = new Map<string, { readonly basis: string; readonly rules: Rules }>();

/** Keeps an unreadable draft; `basis` is the text of the rules it was made from. */
export const keepUnread = (session: string, basis: string, rules: Rules): void => {
  waiting.set(session, { basis, rules });
};
export const dropUnread = (session: string): void => {
  waiting.delete(session);
};
/** What editing goes on from: the unreadable draft, as long as the host's rules are still those it was made from. */
export const draftOf = (session: string, kept: Rules): Rules => {
  const left = waiting.get(session);
  return left?.basis === JSON.stringify(kept) ? left.rules : kept;
};
