// Edits of a set of rules that keep what belongs together together: a panel's tie link goes with the panel, one panel's points go with its part's full mark.
// They never leave a panel without its ballot or part; whether rules add up is checkRules' to say.
import { aFreshPanel, PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts';
import type { Criterion, Form } from '../../../shared/arena/forms.ts';
import { criteriaOf, type Panel, type Part, type Rules } from '../../../shared/arena/rules.ts';

/** Names that a fresh thing is given, in the desk's language. */
export interface FreshNames { readonly form: Readonly<Record<Form['kind'], string>>; readonly grades: readonly string[]; readonly criterion: string; readonly total: string }

/** The first free id of a letter. Example: c1 and c3 are taken → c2. */
export const freshId = (taken: readonly { readonly id: string }[], letter: string): string => {
  for (let at = 1; ; at += 1) if (!taken.some(({ id }) => id === `${letter}${at}`)) return `${letter}${at}`;
};

export const aCriterion = (id: string, name: string, points: string): Criterion => ({ id, name, points, step: '0.5', floor: '0', ceiling: points });

const GRADE_VALUES = ['100', '80', '60', '40'] as const;
/** A ballot as one would first draw it: one total of 100, four grades, or 100 less 3 a place. */
export const freshForm = (rules: Rules, { kind, id }: { readonly kind: Form['kind']; readonly id: string }, names: FreshNames): Form => {
  const name = names.form[kind];
  if (kind === 'score') return { kind, id, name, corridor: null, criteria: [aCriterion(freshId(criteriaOf(rules), 'c'), names.total, '100')] };
  if (kind === 'rank') return { kind, id, name, points: { by: 'linear', top: '100', step: '3' } };
  const grades = GRADE_VALUES.map((value, at) => ({ id: `g${at + 1}`, name: names.grades[at] ?? `${at + 1}`, value }));
  return { kind, id, name, fullMark: '100', grades, blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false };
};

/** Tie links whose panel, criterion or part is gone would name nobody. */
const withLiveTies = (rules: Rules): Rules => {
  const known = { panel: rules.panels, criterion: criteriaOf(rules), part: rules.parts } as const;
  return { ...rules, ties: rules.ties.filter((tie) => !('id' in tie) || known[tie.by].some(({ id }) => id === tie.id)) };
};

/** What a panel may not have with this ballot is set to what it may: trimming by criterion, recusals, counts alone. */
const suited = (panel: Panel, form: Form): Panel => ({
  ...panel, form: form.id,
  ...(form.kind === 'score' ? {} : { trimOf: 'totals' as const }),
  ...(form.kind === 'score' && panel.voters === 'counts' ? { voters: 'named' as const } : {}),
  ...(form.kind === 'rank' ? { recusal: 'never' as const } : {}),
});

export const putForm = (rules: Rules, form: Form): Rules => withLiveTies({
  ...rules, forms: rules.forms.map((each) => (each.id === form.id ? form : each)), panels: rules.panels.map((panel) => (panel.form === form.id ? suited(panel, form) : panel)),
});
export const addForm = (rules: Rules, form: Form): Rules => ({ ...rules, forms: [...rules.forms, form] });
export const removeForm = (rules: Rules, id: string): Rules => withLiveTies({ ...rules, forms: rules.forms.filter((form) => form.id !== id) });

export const putPanel = (rules: Rules, panel: Panel): Rules => {
  const form = rules.forms.find((each) => each.id === panel.form);
  const fitting = form === undefined ? panel : suited(panel, form);
  const unnamed = fitting.voters === 'named' ? fitting : { ...fitting, recusal: 'never' as const };
  return { ...rules, panels: rules.panels.map((each) => (each.id === panel.id ? unnamed : each)) };
};
export const removePanel = (rules: Rules, id: string): Rules => withLiveTies({ ...rules, panels: rules.panels.filter((panel) => panel.id !== id) });

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N'] as const;
export const addPanel = (rules: Rules, part: Part, name: string): Rules => {
  const at = rules.panels.length;
  const id = LETTERS.find((letter) => !rules.panels.some((panel) => panel.id === letter)) ?? freshId(rules.panels, 'P');
  const first = rules.panels.every((panel) => panel.part !== part.id);
  const panel = aFreshPanel({ id, name: `${name}${id}`, colour: PANEL_COLOURS[at % PANEL_COLOURS.length] ?? PANEL_COLOURS[0], form: rules.forms[0]?.id ?? '', part: part.id, points: first ? part.fullMark : '0' });
  return putPanel({ ...rules, panels: [...rules.panels, panel] }, panel);
};

/** A part's full mark takes the points of its only panel along; a part that panels no longer score loses them. */
export const putPart = (rules: Rules, part: Part): Rules => {
  const before = rules.parts.find((each) => each.id === part.id);
  const own = rules.panels.filter((panel) => panel.part === part.id);
  const follows = own.length === 1 && before !== undefined && own[0]?.points === before.fullMark;
  const panels = follows ? rules.panels.map((panel) => (panel.part === part.id ? { ...panel, points: part.fullMark } : panel)) : rules.panels;
  const entered = part.source === 'entered' ? panels.filter((panel) => panel.part !== part.id) : panels;
  const { rankingReveal } = rules;
  const known = rankingReveal.by === 'knownPart' && rankingReveal.part === part.id && part.source !== 'entered';
  return withLiveTies({ ...rules, parts: rules.parts.map((each) => (each.id === part.id ? part : each)), panels: entered, ...(known ? { rankingReveal: { by: 'lastFirst' as const } } : {}) });
};
export const removePart = (rules: Rules, id: string): Rules => {
  const { rankingReveal } = rules;
  return withLiveTies({
    ...rules, parts: rules.parts.filter((part) => part.id !== id), panels: rules.panels.filter((panel) => panel.part !== id),
    rankingReveal: rankingReveal.by === 'knownPart' && rankingReveal.part === id ? { by: 'lastFirst' } : rankingReveal,
  });
};
/** A second part brings nothing until somebody says how much; it is most often the performance that is entered. */
export const addPart = (rules: Rules, name: string): Rules => ({ ...rules, parts: [...rules.parts, { id: freshId(rules.parts, 'part'), name, kind: 'performance', source: 'entered', fullMark: '100', points: '0' }] });

/** The scheme's full mark takes the only part along, and that its only panel, as long as they were the same. */
export const putFullMark = (rules: Rules, fullMark: string): Rules => {
  const [only] = rules.parts;
  if (only === undefined || rules.parts.length > 1 || only.points !== rules.fullMark) return { ...rules, fullMark };
  const part = { ...only, points: fullMark, ...(only.fullMark === rules.fullMark && only.source === 'entered' ? { fullMark } : {}) };
  return putPart({ ...rules, fullMark }, part);
};

export const removeCategory = (rules: Rules, id: string): Rules => {
  const left = (categories: Panel['categories']): Panel['categories'] => {
    const rest = categories?.filter((each) => each !== id) ?? [];
    return rest.length === 0 ? null : rest;
  };
  const categories = rules.categories.filter((each) => each.id !== id);
  return {
    ...rules, categories, panels: rules.panels.map((panel) => ({ ...panel, categories: left(panel.categories) })),
    awards: { ...rules.awards, tiers: rules.awards.tiers.filter((tier) => tier.category !== id) },
    lot: { ...rules.lot, byCategory: rules.lot.byCategory && categories.length > 0 },
  };
};
