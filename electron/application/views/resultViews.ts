// The desk's view of the result: rankings by category, parts, adjustments, tiers, and what somebody must still settle.
import { add, exactText, format, ZERO } from '../../../shared/kernel/fraction.ts';
import { awardsOf, placePointsOf } from '../../../shared/arena/awards.ts';
import { placesFor } from '../../../shared/arena/reveal.ts';
import { categoriesOf, resultOf, type RankedRow } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { ResultView } from '../../../shared/arena/views.ts';
import type { ViewContext } from './context.ts';
import { contestantName } from './names.ts';
import { isSmallPanel } from '../../../shared/arena/smallGroups.ts';
import { panelMeanText } from './windowViews.ts';

const partsOf = (session: ArenaSession, { tally }: RankedRow): ResultView['rows'][number]['parts'] => {
  const places = placesFor(session.rules, tally.parts.map((part) => part.score));
  return tally.parts.map((part) => ({ part: part.part, score: format(part.score, places) }));
};

const adjustmentOf = ({ tally }: RankedRow): string | null => {
  if (tally.adjustments.length === 0) return null;
  const total = tally.adjustments.reduce((sum, line) => add(sum, line.points), ZERO);
  return exactText(total) ?? format(total, 6);
};

export const resultView = (context: ViewContext, session: ArenaSession): ResultView => {
  const result = resultOf(session);
  const name = (id: string): string => contestantName(context, session, id);
  const prizes = categoriesOf(session).map((category) => { const rows = result.rows.filter((row) => row.category === category); return { tiers: awardsOf(session.rules, category, rows), points: placePointsOf(session.rules, rows) }; });
  const tierOf = (id: string): string | null => prizes.flatMap(({ tiers }) => tiers.get(id)?.name ?? [])[0] ?? null;
  const pointsOf = (id: string): string | null => { const points = prizes.flatMap((each) => each.points.get(id) ?? [])[0]; return points === undefined ? null : exactText(points) ?? format(points, 4); };
  return {
    session: session.id,
    rows: result.rows.map((row) => ({
      contestant: row.contestant, name: name(row.contestant), rank: row.rank, shared: row.shared, total: row.tally.text, decidedBy: row.decidedBy,
      panels: row.tally.panels.map((panel) => ({ panel: panel.panel, mean: isSmallPanel(session.rules, panel) ? '—' : panelMeanText(session.rules, panel) })),
      corrected: (session.contestants[row.contestant]?.window.locks.length ?? 1) > 1, category: row.category,
      parts: partsOf(session, row), adjustment: adjustmentOf(row), tier: tierOf(row.contestant), placePoints: pointsOf(row.contestant),
    })),
    pending: result.pending.map((each) => ({ ...each, name: name(each.contestant) })), open: result.open.map((open) => ({ by: open.by, contestants: [...open.contestants] })),
    playOffs: session.playOffs.map((playOff) => ({ order: playOff.order.map((group) => [...group]), note: context.read(playOff.note) })),
    draws: session.draws.map((draw) => ({ order: [...draw.order], seed: draw.seed })),
  };
};
