// The short check code of a frozen roster and its rules, printed on ballots so that sheets of another roster can be told apart.
// It does not depend on the speaking order: that is what the batch number is for.
import { sha256Hex } from '../../../shared/kernel/draw.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';

/** Eight hex digits in two groups, for example `3F9A-07C2`. Two sessions that differ in a name, a judge, a panel or a rule differ here. */
export const rosterFingerprint = (session: ArenaSession): string => {
  const contestants = Object.values(session.contestants).map((contestant) => [contestant.id, contestant.name?.hash ?? '']);
  const judges = session.judges.map((judge) => [judge.id, judge.panel, judge.name?.hash ?? '']);
  const ordered = contestants.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  const digits = sha256Hex(JSON.stringify([session.id, session.rules, ordered, judges])).slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};
