// 票数: how many ballots of a panel were issued, came back, and counted, for one contestant, as locked. It reads decisions and balances; it decides none.
import type { PanelWorking } from '../../../shared/arena/explainShape.ts';
import { standingLock } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession, Balance } from '../../../shared/arena/state.ts';
import type { Read } from './frame.ts';
import { workingOf } from './workings.ts';

/** Issued = returned + absent + left + missing; returned = valid + void + abstained. Recused voters are issued no ballot. */
export interface Votes {
  readonly issued: number; readonly returned: number; readonly valid: number; readonly void: number; readonly abstained: number;
  readonly recused: number; readonly absent: number; readonly left: number; readonly missing: number;
}
export interface PanelVotes {
  readonly panel: string; readonly votes: Votes;
  /** Ballots without names: what was written down; null where nothing was. */
  readonly balance: Balance | null;
  readonly balanced: boolean;
}

const votesOf = (working: PanelWorking, balance: Balance | null): Votes => {
  const of = (cause: PanelWorking['gaps'][number]['cause']): number => working.gaps.filter((gap) => gap.cause === cause).reduce((sum, gap) => sum + gap.count, 0);
  const kinds = { valid: working.valid, void: of('void'), abstained: of('abstained'), recused: of('recused'), absent: of('absent'), left: of('leftEarly') };
  const hand = kinds.valid + kinds.void + kinds.abstained;
  if (working.voters === 'named') {
    const missing = working.rows.filter((row) => row.cause === 'missing').length;
    return { ...kinds, issued: hand + kinds.absent + kinds.left + missing, returned: hand, missing };
  }
  const issued = balance?.issued ?? hand;
  const returned = balance?.returned ?? hand;
  return { ...kinds, issued, returned, missing: Math.max(0, issued - returned) };
};

/** The votes of every panel that scores a contestant; empty while its window is not locked. */
export const panelVotes = (session: ArenaSession, id: string, read: Read): readonly PanelVotes[] => {
  const locked = standingLock(session, id);
  if (locked === undefined) return [];
  return workingOf(session, id, read).panels.map((working) => {
    const balance = working.voters === 'named' ? null : locked.balances[working.panel] ?? null;
    const votes = votesOf(working, balance);
    return { panel: working.panel, votes, balance, balanced: votes.returned === votes.valid + votes.void + votes.abstained && votes.returned <= votes.issued };
  });
};

export const sumOf = (all: readonly Votes[]): Votes => {
  const of = (key: keyof Votes): number => all.reduce((sum, votes) => sum + votes[key], 0);
  return { issued: of('issued'), returned: of('returned'), valid: of('valid'), void: of('void'), abstained: of('abstained'), recused: of('recused'), absent: of('absent'), left: of('left'), missing: of('missing') };
};
