// How people come into panels: by the label the register gives them. Points it proposes are equal and must be confirmed; it never drops anyone silently.
import { aFreshPanel, PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts';
import type { Panel, Part, Rules } from '../../../shared/arena/rules.ts';
import { equalShares } from '../rules/shares.ts';

export interface Labelled { readonly id: string; readonly panel: string }
export interface Assigned { readonly judges: readonly { readonly judge: string; readonly panel: string }[]; /** Nobody guesses for these. */ readonly unassigned: readonly string[] }

/** Labels compare without blanks, case and a closing 组: 「A 组」 is 「a」. */
const key = (label: string): string => label.replace(/\s+/gu, '').toLowerCase().replace(/组$/u, '');

/** The different labels in the order of first appearance; people without one are left out. */
export const labelsOf = (people: readonly Labelled[]): readonly string[] =>
  people.map((person) => person.panel.trim()).filter((label, at, all) => label !== '' && all.findIndex((each) => key(each) === key(label)) === at);

/** Each person's panel by label. With one panel in the rules everybody belongs to it. Example: label `B组` → the panel named B. */
export const assignPanels = (people: readonly Labelled[], panels: readonly Pick<Panel, 'id' | 'name'>[]): Assigned => {
  const only = panels.length === 1 ? panels[0] : undefined;
  const found = people.map((person) => ({ judge: person.id, panel: (only ?? panels.find((panel) => key(panel.id) === key(person.panel) || key(panel.name) === key(person.panel)))?.id }));
  return {
    judges: found.flatMap(({ judge, panel }) => (panel === undefined ? [] : [{ judge, panel }])),
    unassigned: found.filter(({ panel }) => panel === undefined).map(({ judge }) => judge),
  };
};

/** Whether the register's labels ask for other panels than the rules have: two labels or more, one of them without its panel. */
export const labelsDiffer = (people: readonly Labelled[], panels: readonly Pick<Panel, 'id' | 'name'>[]): boolean => {
  const labels = labelsOf(people);
  return labels.length > 1 && labels.some((label) => !panels.some((panel) => key(panel.id) === key(label) || key(panel.name) === key(label)));
};

/** A trimming that a panel of this size can bear: 1 + 1 from five members on (domain.md §2.2), none below. */
export const trimFor = (members: number): Pick<Panel, 'dropHighest' | 'dropLowest' | 'minimum'> =>
  members >= 5 ? { dropHighest: 1, dropLowest: 1, minimum: Math.min(5, members) } : { dropHighest: 0, dropLowest: 0, minimum: Math.max(1, Math.min(3, members)) };

/** The part that panels made from labels would share: the first that panels score, if any. */
export const sharedPart = (rules: Pick<Rules, 'parts'>): Part | undefined => rules.parts.find((part) => part.source === 'panels');

/** Panels made from the labels, with equal points to be confirmed, all on the ballot of the part's first panel. `unlabelled` names the panel of people without a label. */
export const panelsFromLabels = (people: readonly Labelled[], rules: Pick<Rules, 'parts' | 'panels' | 'forms'>, unlabelled: string): readonly Panel[] => {
  const part = sharedPart(rules);
  if (part === undefined) return [];
  const labels = [...labelsOf(people), ...(people.some((person) => person.panel.trim() === '') ? [unlabelled] : [])];
  const points = equalShares(part.fullMark, labels.length);
  const before = rules.panels.find((panel) => panel.part === part.id);
  return labels.map((name, at): Panel => {
    const fresh = aFreshPanel({ id: `P${at + 1}`, name, colour: PANEL_COLOURS[at % PANEL_COLOURS.length] ?? PANEL_COLOURS[0], form: before?.form ?? rules.forms[0]?.id ?? '', part: part.id, points: points[at] ?? '0' });
    const size = people.filter((person) => key(person.panel) === key(name) || (person.panel.trim() === '' && name === unlabelled)).length;
    return { ...(before ?? fresh), id: fresh.id, name, colour: fresh.colour, points: fresh.points, ...trimFor(size) };
  });
};

/** The rules with the shared part's panels replaced; tie links to panels that are gone would name nobody. */
export const withPanels = (rules: Rules, panels: readonly Panel[]): Rules => {
  const all = [...panels, ...rules.panels.filter((panel) => panel.part !== sharedPart(rules)?.id)];
  return { ...rules, panels: all, ties: rules.ties.filter((tie) => tie.by !== 'panel' || all.some((panel) => panel.id === tie.id)) };
};
