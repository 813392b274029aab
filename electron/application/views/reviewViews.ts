// 评委复盘: the review of judges after the event, blind until the host opens the letters. Information only; it goes nowhere but to the desk.
import { judgeReview, reviewLetters } from '../../../shared/arena/judgeReview.ts';
import type { ReviewView } from '../../../shared/arena/views.ts';
import { resultOf } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { PanelTally } from '../../../shared/arena/tally.ts';
import type { Fraction } from '../../../shared/kernel/fraction.ts';
import type { ViewContext } from './context.ts';
import { judgeName } from './names.ts';

/** Binary doubles are good enough for what never touches a result. */
const approximate = ({ top, bottom }: Fraction): number => Number((top * 1_000_000n) / bottom) / 1_000_000;

interface Marking { readonly totals: Record<string, Record<string, number>>; readonly dropped: Record<string, { dropped: number; counted: number }> }

const takeIn = (marking: Marking, contestant: string, panel: PanelTally): void => {
  const perSheet = panel.dropped.some((drop) => drop.criterion !== null) ? panel.criterionMeans.length : 1;
  for (const sheet of panel.sheets.filter((each) => each.by === 'voter')) {
    (marking.totals[sheet.voter] ??= {})[contestant] = approximate(sheet.total);
    const share = (marking.dropped[sheet.voter] ??= { dropped: 0, counted: 0 });
    share.counted += perSheet;
    share.dropped += panel.dropped.filter((drop) => drop.voter === sheet.voter).length;
  }
};

/** Topic `review`; null before the session is finalised. */
export const reviewView = (context: ViewContext, session: ArenaSession): ReviewView | null => {
  if (session.phase !== 'finalised' && session.phase !== 'archived') return null;
  const named = new Set(session.rules.panels.filter((panel) => panel.voters === 'named').map((panel) => panel.id));
  const judges = session.judges.filter((judge) => named.has(judge.panel)).map(({ id, panel }) => ({ id, panel }));
  const marking: Marking = { totals: {}, dropped: {} };
  const { rows } = resultOf(session);
  for (const row of rows) for (const panel of row.tally.panels) if (named.has(panel.panel)) takeIn(marking, row.contestant, panel);
  const seed = context.reviewSeed(session.id);
  const own = session.judges.flatMap((judge) => (judge.home !== null && rows.some((row) => row.contestant === judge.home) ? [[judge.id, judge.home] as const] : []));
  const review = judgeReview({ seed, judges, contestants: rows.map((row) => row.contestant), totals: marking.totals, dropped: marking.dropped, own });
  const letters = reviewLetters(seed, judges.map((judge) => judge.id));
  return {
    session: session.id, opened: session.reviewOpened, panelNames: Object.fromEntries(session.rules.panels.map((panel) => [panel.id, panel.name])), review,
    names: session.reviewOpened ? Object.fromEntries([...letters].map(([judge, letter]) => [letter, judgeName(context, session, judge)])) : {},
  };
};
