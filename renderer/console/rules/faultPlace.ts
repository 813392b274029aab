// Where a fault of the rules is seen to: which section of the page, and, where one plain change mends it, that change. It changes nothing itself.
import { criteriaOf, rulesSchema, type Rules } from '../../../shared/arena/rules.ts';
import type { Details } from '../../../shared/kernel/result.ts';

export const SECTIONS = ['ballots', 'parts', 'trimming', 'missing', 'rounding', 'time', 'adjustments', 'categories', 'ties', 'awards', 'flow', 'disclosure', 'checks'] as const;
export type Section = (typeof SECTIONS)[number];
export interface RulesFault { readonly code: string; readonly details: Details }

/** By reason alone; the others are found by what they name. */
const BY_REASON: Readonly<Record<string, Section>> = {
  stepNotPositive: 'ballots', floorAboveCeiling: 'ballots', limitsOutsidePoints: 'ballots', limitsOffStep: 'ballots', placesNotFalling: 'ballots', gradesNotFalling: 'ballots', gradeOutsideFullMark: 'ballots', corridorOutsideLimits: 'ballots',
  formUnknown: 'parts', partUnknown: 'parts', weightNotPositive: 'parts', countsNeedGrades: 'parts', recusalNeedsNames: 'parts', rankBallotNeedsOneCategory: 'parts',
  minimumTooSmall: 'trimming', trimCriteriaNeedsScoreSheet: 'trimming', wholeSheetNeedsWholeSession: 'flow', wholeSheetNeedsRevealAtEnd: 'flow', calibrationNeedsWindows: 'flow', withdrawnNeedsRevealAtEnd: 'missing', knownPartNotEntered: 'flow',
  tiersNotRising: 'time', underAboveLimit: 'time', penaltyWithoutLimit: 'time', tieListOpenEnded: 'ties', tiePanelUnknown: 'ties', tieCriterionUnknown: 'ties', tiePartUnknown: 'ties',
  awardWithoutCondition: 'awards', awardScoresNotFalling: 'awards', noOnSitePart: 'disclosure', tierWithoutAwards: 'disclosure',
};
const BY_PLACE: Readonly<Record<string, Section>> = { placePoints: 'awards', time: 'time', lot: 'checks', parts: 'parts', ties: 'ties' };

/** In the order in which checkRules looks, because names may repeat from list to list. */
const byName = (rules: Rules, name: string): Section => {
  const has = (list: readonly { readonly id: string; readonly name: string }[]): boolean => list.some((each) => each.name === name || each.id === name);
  const grades = rules.forms.flatMap((form) => (form.kind === 'grade' ? form.grades : []));
  if (has(rules.forms) || has(criteriaOf(rules)) || has(grades)) return 'ballots';
  if (has(rules.panels)) return 'parts';
  if (has(rules.adjustments)) return 'adjustments';
  if (has(rules.awards.tiers)) return 'awards';
  return has(rules.categories) ? 'categories' : 'parts';
};

/** The section in which a fault is mended. Example: {reason: 'tieListOpenEnded'} → ties. */
export const sectionOf = (rules: Rules, { code, details }: RulesFault): Section => {
  if (code === 'rulesDoNotAddUp') return 'parts';
  const what = String(details['what'] ?? '');
  return BY_PLACE[what] ?? BY_REASON[String(details['reason'] ?? '')] ?? byName(rules, what);
};

const BY_KEY: Readonly<Record<string, Section>> = {
  forms: 'ballots', fullMark: 'parts', parts: 'parts', adjustments: 'adjustments', missing: 'missing', rounding: 'rounding', categories: 'categories', ties: 'ties', placePoints: 'awards', awards: 'awards',
  windows: 'flow', reveal: 'flow', rankingReveal: 'flow', disclosure: 'disclosure', time: 'time',
};
/** The section of the first figure that cannot be read, or null when all can. */
export const unreadSection = (rules: Rules): Section | null => {
  const parsed = rulesSchema.safeParse(rules);
  if (parsed.success) return null;
  const [key, , field] = parsed.error.issues[0]?.path ?? [];
  if (key === 'panels') return field === 'name' || field === 'points' || field === 'categories' ? 'parts' : 'trimming';
  return BY_KEY[String(key)] ?? 'checks';
};

/** The rules with the one plain change that a fault asks for, or null where somebody has to choose. */
export const remedyFor = (rules: Rules, { details }: RulesFault): Rules | null => {
  const panel = rules.panels.find((each) => each.name === details['what']);
  switch (details['reason']) {
    case 'wholeSheetNeedsWholeSession': case 'wholeSheetNeedsRevealAtEnd': return { ...rules, windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' };
    case 'withdrawnNeedsRevealAtEnd': return { ...rules, reveal: 'allAtEnd' };
    case 'recusalNeedsNames': return panel === undefined ? null : { ...rules, panels: rules.panels.map((each) => (each === panel ? { ...each, recusal: 'never' } : each)) };
    case 'minimumTooSmall': return panel === undefined ? null : { ...rules, panels: rules.panels.map((each) => (each === panel ? { ...each, minimum: each.dropHighest + each.dropLowest + 1 } : each)) };
    case 'tieListOpenEnded': return { ...rules, ties: [...rules.ties.filter((tie) => tie.by !== 'shared' && tie.by !== 'draw'), rules.ties.find((tie) => tie.by === 'draw') ?? { by: 'shared' }] };
    default: return null;
  }
};
