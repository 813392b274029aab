// 算给你看: from any figure of a contestant back to the marks, the dropped ones, the formulas with figures and every rounding.
// It takes the tally's own figures apart and computes no score of its own; words are put on by whoever shows it.
import type { TextRef } from '../kernel/decision.ts';
import { panelWorking } from './explainPanel.ts';
import { rankWorking } from './explainRank.ts';
import type { PanelWorking, PendingWorking, Working } from './explainShape.ts';
import { adjustmentWorkings, partWorkings, totalWorking } from './explainTotal.ts';
import { panelsFor } from './missing.ts';
import { groundNow, placeOn, resultOf, resultOn, tallyOn, type Ground } from './sessionResult.ts';
import type { ArenaSession } from './state.ts';
import type { Tally } from './tally.ts';

export interface Explaining {
  readonly session: ArenaSession;
  readonly contestant: string;
  readonly read: (reference: TextRef) => string;
  /** Judges by name; by seat only when left out. */
  readonly names?: boolean | undefined;
  /** The locks and part scores to stand on; what stands now when left out. A session as shown on the wall (figures) explains the on-site figure. */
  readonly ground?: Ground | undefined;
}

const pendingOf = (session: ArenaSession, id: string, tallied: Tally | undefined): PendingWorking | null => {
  const stage = session.contestants[id]?.stage;
  if (stage === 'withdrawn' || stage === 'forfeited') return { why: stage };
  if (tallied === undefined) return { why: 'notLocked' };
  if (tallied.ok) return null;
  const name = (list: readonly { readonly id: string; readonly name: string }[], wanted: string): string => list.find((each) => each.id === wanted)?.name ?? wanted;
  if (tallied.why === 'partMissing') return { why: 'partMissing', part: name(session.rules.parts, tallied.part) };
  return { why: 'tooFewSheets', panel: name(session.rules.panels, tallied.panel), valid: tallied.valid, needed: tallied.needed };
};

type Place = ReturnType<typeof placeOn>;
const panelsOf = (given: Explaining, place: Place, tallied: Tally | undefined): readonly PanelWorking[] => {
  const { session, contestant, read } = given;
  const held = session.contestants[contestant];
  if (held === undefined || place === undefined) return [];
  return panelsFor(session, held).map((panel) => panelWorking({
    session, panel, read, names: given.names === true, ...place, tallied: tallied?.ok === true ? tallied.panels.find((each) => each.panel === panel.id) : undefined,
  }));
};

/**
 * One contestant's score taken apart: panels → parts → bonuses and penalties → total → place. The last line's figure is the tally's own text; where a
 * figure shown is cut, the formula says ≈. Throws for a contestant the session does not have. Source: domain.md §2.2 ("print the order of operations and
 * every rounding"). Example: totals 81, 81, 84, 79, 81, one highest and one lowest dropped → (81 + 81 + 81) ÷ 3 = 81 → 2 places: 81.00.
 */
export const explain = (given: Explaining): Working => {
  const { session, contestant: id, read } = given;
  const contestant = session.contestants[id];
  if (contestant === undefined) throw new Error(`contestant ${id} is not in the session`);
  const { rules } = session;
  const ground = given.ground ?? groundNow(session);
  const result = given.ground === undefined ? resultOf(session) : resultOn(session, ground);
  const out = contestant.stage === 'withdrawn' || contestant.stage === 'forfeited';
  const place = out && given.ground === undefined ? undefined : placeOn(session, ground, id);
  const tallied = place === undefined ? undefined : result.rows.find((row) => row.contestant === id)?.tally ?? tallyOn(session, ground, id);
  const pending = given.ground !== undefined && tallied?.ok === true ? null : pendingOf(session, id, tallied);
  const panels = panelsOf(given, place, tallied);
  const head = { contestant: id, name: contestant.name === null ? '' : read(contestant.name), fullMark: rules.fullMark, lock: ground[id] ?? 0, corrections: contestant.window.corrections.map(read), pending, panels };
  if (tallied?.ok !== true) return { ...head, parts: [], adjustments: [], total: null, rank: null };
  const small = new Set(panels.filter((panel) => panel.small).map((panel) => panel.panel));
  const made = place?.locked.adjustments ?? [];
  return {
    ...head, parts: partWorkings(rules, tallied, small), adjustments: adjustmentWorkings(rules, tallied, { made, read }),
    total: totalWorking(rules, tallied), rank: rankWorking(session, result, { id, read }),
  };
};
