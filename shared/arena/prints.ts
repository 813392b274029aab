// Which printed ballots are wrong now: the order or the roster has changed since they were printed.
import type { ArenaSession, PrintedBatch } from './state.ts';

export interface WrongPrint { readonly batch: string; readonly contestants: readonly string[]; readonly judges: readonly string[]; readonly orderChanged: boolean }

const compareBatch = (session: ArenaSession, batch: PrintedBatch): WrongPrint => {
  const running = session.order.filter((id) => session.contestants[id]?.stage !== 'withdrawn');
  const gone = batch.contestants.filter((id) => !running.includes(id));
  const added = running.filter((id) => !batch.contestants.includes(id));
  const kept = batch.contestants.filter((id) => running.includes(id));
  const still = running.filter((id) => kept.includes(id));
  // A sheet for one contestant bears its place (第 n 位), a sheet for all units the order itself.
  const moved = batch.form === 'perContestant' ? kept.filter((id) => batch.contestants.indexOf(id) !== session.order.indexOf(id)) : [];
  const orderChanged = batch.form === 'allUnits' && kept.some((id, at) => still[at] !== id);
  const judges = batch.judges.filter((id) => !session.judges.some((judge) => judge.id === id));
  return { batch: batch.batch, contestants: [...gone, ...added, ...moved], judges, orderChanged };
};

/**
 * The printed batches that no longer match: contestants gone or added, judges gone, another order. A one-sheet-per-contestant
 * form is wrong only for the contestants concerned, those at another place now included; a form that lists all units also when the order changed.
 */
export const wrongPrints = (session: ArenaSession): readonly WrongPrint[] =>
  session.printed
    .map((batch) => ({ batch, wrong: compareBatch(session, batch) }))
    .filter(({ wrong }) => wrong.contestants.length > 0 || wrong.judges.length > 0 || wrong.orderChanged)
    .map(({ wrong }) => wrong);
