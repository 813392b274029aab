// The figure the wall shows: the combined total, or the on-site score alone. The on-site score is the same rules with everything else left out.
import { criteriaOf, type Rules } from './rules.ts';
import type { ArenaSession } from './state.ts';

const reduced = new WeakMap<Rules, Rules>();

/** The rules of the on-site score alone, on its own full mark; bonuses and penalties act on the grand total and stand outside (domain.md §2.4 item 3). */
export const onSiteRules = (rules: Rules): Rules => {
  const known = reduced.get(rules);
  if (known !== undefined) return known;
  const parts = rules.parts.filter((part) => part.kind === 'onSite').map((part) => ({ ...part, points: part.fullMark }));
  const panels = rules.panels.filter((panel) => parts.some((part) => part.id === panel.part));
  const forms = rules.forms.filter((form) => panels.some((panel) => panel.form === form.id));
  const criteria = criteriaOf({ forms });
  const ties = rules.ties.filter((tie) => !('id' in tie) || [...parts, ...panels, ...criteria].some(({ id }) => id === tie.id));
  const fresh: Rules = { ...rules, fullMark: parts[0]?.fullMark ?? rules.fullMark, parts, panels, forms, ties, adjustments: [], time: { ...rules.time, penalty: null } };
  reduced.set(rules, fresh);
  return fresh;
};

/** Which figure stands on the wall: fixed by the 公布范围, or where that leaves it open, as the host has switched. */
export const figureShown = (session: Pick<ArenaSession, 'rules' | 'figure'>): 'combined' | 'onSite' =>
  session.rules.disclosure.figure === 'either' ? session.figure : session.rules.disclosure.figure;

/** The session as the wall counts it. Example: 50 on-site + 50 performance, switched to on-site → totals are the on-site scores of 100. */
export const asShown = (session: ArenaSession): ArenaSession => (figureShown(session) === 'onSite' ? { ...session, rules: onSiteRules(session.rules) } : session);
