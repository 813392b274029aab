// Which printed ballots are wrong now: the order or the roster has changed since they were printed.
import { running } from './order.ts';
import type { ArenaSession, PrintedBatch } from './state.ts';

export interface WrongPrint { readonly batch: string; readonly contestants: readonly string[]; readonly judges: readonly string[]; readonly orderChanged: boolean }

const compareBatch = (session: ArenaSession, batch: PrintedBatch): WrongPrint => {
  const now = running(session).map((contestant) => contestant.id);
  const gone = batch.contestants.filter((id) => !now.includes(id));
  const added = now.filter((id) => !batch.contestants.includes(id));
  const kept = batch.contestants.filter((id) => now.includes(id));
  const still = now.filter((id) => kept.includes(id));
  // A sheet for one contestant bears its place (第 n 位), a sheet for all units the order itself.
  const moved = batch.form === 'perContestant' ? kept.filter((id) => batch.contestants.indexOf(id) !== session.order.indexOf(id)) : [];
  const orderChanged = batch.form === 'allUnits' && kept.some((id, at) => still[at] !== id);
  const seated = session.judges.filter((judge) => batch.panels.includes(judge.panel)).map((judge) => judge.id);
  const judges = [...batch.judges.filter((id) => !seated.includes(id)), ...seated.filter((id) => !batch.judges.includes(id))];
  return { batch: batch.batch, contestants: [...gone, ...added, ...moved], judges, orderChanged };
};

/**
 * The printed batches that no longer match and have not been printed again: contestants or judges gone or added, another order. A one-sheet-per-contestant
 * form is wrong only for the contestants concerned, those at another place now included; a form that lists all units also when the order changed.
 */
export const wrongPrints = (session: ArenaSession): readonly WrongPrint[] => {
  const compared = session.printed.map((batch) => ({ batch, wrong: compareBatch(session, batch) }));
  const isWrong = ({ wrong }: (typeof compared)[number]): boolean => wrong.contestants.length > 0 || wrong.judges.length > 0 || wrong.orderChanged;
  // A later batch of the same form that is right replaces it for the panels it covers.
  const isReplaced = ({ batch }: (typeof compared)[number], at: number): boolean =>
    compared.some((later, place) => place > at && !isWrong(later) && later.batch.form === batch.form && batch.panels.every((panel) => later.batch.panels.includes(panel)));
  return compared.filter((each, at) => isWrong(each) && !isReplaced(each, at)).map(({ wrong }) => wrong);
};
