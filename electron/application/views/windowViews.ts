// The desk's view of one scoring window: a square per judge, panels without names, adjustments, and the result that stands or would stand.
import { compare, decimal, divide, exactText, format, multiply, subtract, sum, ZERO, type Fraction } from '../../../shared/kernel/fraction.ts';
import { formFullMark, type Form } from '../../../shared/arena/forms.ts';
import { proposals } from '../../../shared/arena/decideAdjusting.ts';
import { onSiteRules } from '../../../shared/arena/figures.ts';
import { atHand, judgesFor, panelsDue, panelsFor, seatStatus, windowPhase } from '../../../shared/arena/missing.ts';
import { formulaOf } from '../../../shared/arena/reveal.ts';
import { isSmallPanel } from '../../../shared/arena/smallGroups.ts';
import { cellValue } from '../../../shared/arena/counting.ts';
import { formOf, type Panel, type Rules } from '../../../shared/arena/rules.ts';
import { rankedOf, tallyIfLocked } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession, Contestant, Sheet } from '../../../shared/arena/state.ts';
import type { PanelTally, Tally } from '../../../shared/arena/tally.ts';
import { median } from '../../../shared/arena/trimming.ts';
import type { WindowView } from '../../../shared/arena/views.ts';
import type { ViewContext } from './context.ts';

const totalExact = (form: Form, sheet: Sheet | undefined, of: number): Fraction | null => {
  if (sheet === undefined || sheet.kind !== 'marks') return null;
  const values = Object.values(sheet.marks).map((mark) => cellValue(form, mark, of) ?? ZERO);
  return values.length === 0 ? null : sum(values);
};
const shown = (value: Fraction | null): string | null => (value === null ? null : exactText(value) ?? format(value, 6));

/** Fixed places, so that columns align: the panel's own rounding, else two more than the final score. */
export const panelMeanText = (rules: Rules, panel: PanelTally): string => format(panel.mean, rules.rounding.panel ?? rules.rounding.final + 2);

/** Of ballots without names how often each total stands, since nobody asks whose it is. Example: 100 × 24 + 80 × 10. */
const grouped = (terms: readonly string[]): string => {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  return [...times].map(([term, count]) => (count === 1 ? term : `${term} × ${count}`)).join(' + ');
};

const panelFormula = (own: Panel | undefined, panel: PanelTally): string => {
  const out = panel.dropped.filter((drop) => drop.criterion === null).map((drop) => drop.voter);
  const kept = panel.sheets.filter((sheet) => !out.includes(sheet.voter));
  if (own?.trimOf === 'criteria') return panel.criterionMeans.map((mean) => exactText(mean) ?? `${format(mean, 4)}…`).join(' + ');
  const terms = kept.map((sheet) => exactText(sheet.total) ?? format(sheet.total, 4));
  const named = own?.voters === 'named';
  if (own?.average === 'median') return named ? `median(${terms.join(', ')})` : '';
  return `(${named ? terms.join(' + ') : grouped(terms)}) ÷ ${kept.length}`;
};

const panelResult = (session: ArenaSession, panel: PanelTally): Extract<WindowView['result'], { ok: true }>['panels'][number] => {
  const { rules } = session;
  const out = panel.dropped.filter((drop) => drop.criterion === null).length;
  const common = { panel: panel.panel, kept: panel.sheets.length - out, dropped: panel.dropped.map((drop) => ({ ...drop })) };
  if (isSmallPanel(rules, panel)) return { ...common, mean: '—', exact: '', formula: '', dropped: [] };
  return { ...common, mean: panelMeanText(rules, panel), exact: `${panel.mean.top}/${panel.mean.bottom}`, formula: panelFormula(rules.panels.find((each) => each.id === panel.panel), panel) };
};

/** While a part is not entered the on-site score is what can be said. */
const windowResult = (session: ArenaSession, contestant: Contestant): WindowView['result'] => {
  const combined = tallyIfLocked(session, contestant);
  if (combined.ok) return resultIn(session, combined, 'combined');
  if (combined.why === 'tooFewSheets' || !session.rules.parts.some((part) => part.kind === 'onSite')) return combined;
  const reduced = { ...session, rules: onSiteRules(session.rules) };
  const onSite = tallyIfLocked(reduced, contestant);
  return onSite.ok ? resultIn(reduced, onSite, 'onSite') : onSite;
};
const resultIn = (session: ArenaSession, tallied: Extract<Tally, { ok: true }>, figure: 'combined' | 'onSite'): WindowView['result'] =>
  ({ ok: true, figure, total: tallied.text, panels: tallied.panels.map((panel) => panelResult(session, panel)), formula: tallied.panels.some((panel) => isSmallPanel(session.rules, panel)) ? '' : formulaOf(session.rules, tallied) });

/** The judges whose total lies further from their panel's median than the rules' warning allows, in hundredths of the full mark. */
const farJudges = (session: ArenaSession, contestant: Contestant): ReadonlySet<string> => {
  const limit = session.rules.farFromMedian;
  if (limit === null) return new Set();
  return new Set(panelsFor(session, contestant).flatMap((panel) => farIn(session, contestant, { panel, limit: decimal(limit) })));
};

const farIn = (session: ArenaSession, contestant: Contestant, { panel, limit }: { readonly panel: Panel; readonly limit: Fraction }): readonly string[] => {
  const form = formOf(session.rules, panel);
  const of = rankedOf(session, contestant.category);
  const totals = session.judges.filter((judge) => judge.panel === panel.id).flatMap((judge) => {
    const total = totalExact(form, contestant.window.sheets[judge.id], of);
    return total === null ? [] : [{ judge: judge.id, total }];
  });
  // Of two marks neither is far from the other's side.
  if (totals.length < 3) return [];
  const middle = median(totals.map(({ total }) => total));
  const allowed = divide(multiply(limit, formFullMark(form, of)), decimal('100'));
  return totals.filter(({ total }) => { const apart = subtract(total, middle); return compare(apart.top < 0n ? { top: -apart.top, bottom: apart.bottom } : apart, allowed) >= 0; }).map(({ judge }) => judge);
};

/** What a panel without names has of one contestant, and what it owes; of a panel with judges only what its batches owe. */
export const panelAtHand = (context: ViewContext, session: ArenaSession, given: { readonly contestant: Contestant; readonly panel: Panel; readonly due: WindowView['nameless'][number]['due'] }): WindowView['nameless'][number] => {
  const { contestant, panel, due } = given;
  const balance = contestant.window.balances[panel.id];
  const counts = contestant.window.counts[panel.id];
  return {
    panel: panel.id, atHand: atHand(session, contestant, panel), due,
    balance: balance === undefined ? null : { issued: balance.issued, returned: balance.returned, reason: context.read(balance.reason) },
    counts: counts === undefined ? null : { revision: counts.revision, counts: { ...counts.counts }, blank: counts.blank, void: counts.void },
  };
};

const namelessPanels = (context: ViewContext, session: ArenaSession, contestant: Contestant): WindowView['nameless'] => {
  const due = new Map(panelsDue(session, contestant).map((each) => [each.panel.id, each.why]));
  return panelsFor(session, contestant).filter((panel) => panel.voters !== 'named').map((panel) => panelAtHand(context, session, { contestant, panel, due: due.get(panel.id) ?? null }));
};

export const windowView = (context: ViewContext, session: ArenaSession, contestant: Contestant): WindowView => {
  const { window } = contestant;
  const far = farJudges(session, contestant);
  const of = rankedOf(session, contestant.category);
  const totalOf = (panelId: string, sheet: Sheet | undefined): string | null => {
    const panel = session.rules.panels.find((each) => each.id === panelId);
    return panel === undefined ? null : shown(totalExact(formOf(session.rules, panel), sheet, of));
  };
  return {
    session: session.id, contestant: contestant.id, phase: windowPhase(session, contestant),
    judges: judgesFor(session, contestant).map((judge) => {
      const sheet = window.sheets[judge.id];
      return { judge: judge.id, status: seatStatus(window, judge.id), revision: sheet?.revision ?? 0, source: sheet?.source ?? null, marks: { ...sheet?.marks }, total: totalOf(judge.panel, sheet), at: sheet?.wall ?? null, note: context.read(window.gaps[judge.id]?.note ?? null), far: far.has(judge.id) };
    }),
    late: window.late.map(({ late, sheet, admitted }) => ({ late, judge: sheet.judge, marks: { ...sheet.marks }, at: sheet.wall, admitted })),
    relaxed: Object.fromEntries(Object.entries(window.relaxed).map(([panel, drop]) => [panel, { ...drop, reason: context.read(drop.reason) }])), corrections: window.corrections.map(context.read),
    nameless: namelessPanels(context, session, contestant),
    adjustments: window.adjustments.map((made) => ({ adjustment: made.adjustment, kind: made.kind, amount: made.amount, seconds: made.seconds, reason: context.read(made.reason) })),
    proposals: proposals(session, contestant).map((each) => ({ ...each })),
    result: windowResult(session, contestant),
  };
};
