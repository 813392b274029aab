// Whether the rules add up and can give a result: every fault names what and why. Refuses rules rather than guessing what was meant.
import { compare, decimal, divide, exactText, sum, ZERO, type Fraction } from '../kernel/fraction.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { gradesFall, isWholeSheet, type Criterion, type Form, type PlaceValues } from './forms.ts';
import { criteriaOf, formOf, panelScores, type Adjustment, type Panel, type Rules, type TimePenalty } from './rules.ts';

const fine: Result<true> = done(true);
const bad = (what: string, reason: string): Result<true> => refuse('rulesInvalid', { what, reason });
const firstFault = (results: Iterable<Result<true>>): Result<true> => {
  for (const result of results) if (!result.ok) return result;
  return fine;
};
const isPositive = (text: string): boolean => compare(decimal(text), ZERO) > 0;
const isNegative = (text: string): boolean => compare(decimal(text), ZERO) < 0;
const usedTwice = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index);
const isAbove = (a: string, b: string): boolean => compare(decimal(a), decimal(b)) > 0;

const criterionFault = (criterion: Criterion): Result<true> => {
  const { name, points, step, floor, ceiling } = criterion;
  if (!isPositive(points)) return bad(name, 'pointsNotPositive');
  if (!isPositive(step)) return bad(name, 'stepNotPositive');
  if (!isAbove(ceiling, floor)) return bad(name, 'floorAboveCeiling');
  if (isNegative(floor) || isAbove(ceiling, points)) return bad(name, 'limitsOutsidePoints');
  const onStep = [floor, ceiling].every((limit) => divide(decimal(limit), decimal(step)).bottom === 1n);
  return onStep ? fine : bad(name, 'limitsOffStep');
};

const placeValuesFault = (what: string, values: PlaceValues): Result<true> => {
  if (values.by === 'linear') return !isPositive(values.top) ? bad(what, 'pointsNotPositive') : isPositive(values.step) ? fine : bad(what, 'stepNotPositive');
  if (values.by === 'borda') return fine;
  if (!isPositive(values.points[0] ?? '0')) return bad(what, 'pointsNotPositive');
  return values.points.some((points, at) => at > 0 && isAbove(points, values.points[at - 1] ?? '0')) ? bad(what, 'placesNotFalling') : fine;
};

const formFault = (form: Form): Result<true> => {
  if (form.kind === 'rank') return placeValuesFault(form.name, form.points);
  if (form.kind === 'grade') {
    const twice = usedTwice(form.grades.map((grade) => grade.id)) ?? usedTwice(form.grades.map((grade) => grade.name));
    if (twice !== undefined) return bad(twice, 'usedTwice');
    if (!isPositive(form.fullMark)) return bad(form.name, 'pointsNotPositive');
    if (!gradesFall(form)) return bad(form.name, 'gradesNotFalling');
    return form.grades.some((grade) => isNegative(grade.value) || isAbove(grade.value, form.fullMark)) ? bad(form.name, 'gradeOutsideFullMark') : fine;
  }
  const full = sum(form.criteria.map((criterion) => decimal(criterion.points)));
  const { corridor } = form;
  const lowest = sum(form.criteria.map((criterion) => decimal(criterion.floor)));
  const highest = sum(form.criteria.map((criterion) => decimal(criterion.ceiling)));
  const isCorridorBad = corridor !== null && (!isAbove(corridor.highest, corridor.lowest) || compare(decimal(corridor.lowest), lowest) < 0 || compare(decimal(corridor.highest), highest) > 0 || compare(decimal(corridor.highest), full) > 0);
  return firstFault([...form.criteria.map(criterionFault), isCorridorBad ? bad(form.name, 'corridorOutsideLimits') : fine]);
};

const panelFault = (rules: Rules) => (panel: Panel): Result<true> => {
  const form = rules.forms.find((each) => each.id === panel.form);
  const part = rules.parts.find((each) => each.id === panel.part);
  if (form === undefined) return bad(panel.name, 'formUnknown');
  if (part === undefined || part.source !== 'panels') return bad(panel.name, 'partUnknown');
  if (!isPositive(panel.points)) return bad(panel.name, 'weightNotPositive');
  if (panel.minimum < panel.dropHighest + panel.dropLowest + 1) return bad(panel.name, 'minimumTooSmall');
  if (panel.trimOf === 'criteria' && form.kind !== 'score') return bad(panel.name, 'trimCriteriaNeedsScoreSheet');
  if (panel.voters === 'counts' && form.kind === 'score') return bad(panel.name, 'countsNeedGrades');
  if (panel.recusal !== 'never' && (panel.voters !== 'named' || form.kind === 'rank')) return bad(panel.name, 'recusalNeedsNames');
  const stray = panel.categories?.find((id) => !rules.categories.some((category) => category.id === id));
  if (stray !== undefined || panel.categories?.length === 0) return bad(panel.name, 'categoryUnknown');
  if (form.kind === 'rank' && rules.categories.length > 0 && panel.categories?.length !== 1) return bad(panel.name, 'rankBallotNeedsOneCategory');
  const atOnce = panel.voters === 'anonymous' || isWholeSheet(form);
  if (atOnce && rules.windows.policy !== 'wholeSession') return bad(panel.name, 'wholeSheetNeedsWholeSession');
  return isWholeSheet(form) && rules.reveal !== 'allAtEnd' ? bad(panel.name, 'wholeSheetNeedsRevealAtEnd') : fine;
};

const adjustmentFault = ({ name, fullMark, cap }: Adjustment): Result<true> =>
  !isPositive(fullMark) ? bad(name, 'pointsNotPositive') : cap !== null && !isPositive(cap) ? bad(name, 'capNotPositive') : fine;

/** A time that no tier names would have no answer, so tiers rise without a gap and never beyond the cap. */
const penaltyFault = (penalty: TimePenalty | null): Result<true> => {
  if (penalty === null) return fine;
  if (!isPositive(penalty.fullMark)) return bad('time', 'pointsNotPositive');
  if (!isPositive(penalty.cap)) return bad('time', 'capNotPositive');
  const rises = penalty.tiers.every((tier, at) => tier.upTo > (penalty.tiers[at - 1]?.upTo ?? penalty.graceSeconds) && !isAbove(penalty.tiers[at - 1]?.amount ?? '0', tier.amount));
  if (!rises || penalty.tiers.some((tier) => isNegative(tier.amount) || isAbove(tier.amount, penalty.cap))) return bad('time', 'tiersNotRising');
  return penalty.under !== null && !isPositive(penalty.under.amount) ? bad('time', 'capNotPositive') : fine;
};

const timeFault = ({ time }: Rules): Result<true> => {
  if (time.penalty?.under != null && time.penalty.under.seconds > time.speechSeconds) return bad('time', 'underAboveLimit');
  if (time.penalty !== null && time.speechSeconds === 0 && time.penalty.phases !== 'questions') return bad('time', 'penaltyWithoutLimit');
  if (time.penalty !== null && time.questionSeconds === 0 && time.penalty.phases !== 'speech') return bad('time', 'penaltyWithoutLimit');
  if (time.penalty?.under != null && time.penalty.phases === 'questions') return bad('time', 'underNeedsSpeech');
  return penaltyFault(time.penalty);
};

const tieFault = (rules: Rules): Result<true> => {
  const last = rules.ties.at(-1);
  if (last?.by !== 'shared' && last?.by !== 'draw') return bad('ties', 'tieListOpenEnded');
  const known = { panel: rules.panels, criterion: criteriaOf(rules), part: rules.parts } as const;
  for (const tie of rules.ties) {
    if (tie.by === 'panel' && !known.panel.some(({ id }) => id === tie.id)) return bad(tie.id, 'tiePanelUnknown');
    if (tie.by === 'criterion' && !known.criterion.some(({ id }) => id === tie.id)) return bad(tie.id, 'tieCriterionUnknown');
    if (tie.by === 'part' && !known.part.some(({ id }) => id === tie.id)) return bad(tie.id, 'tiePartUnknown');
  }
  return fine;
};

const awardsFault = ({ awards, categories }: Rules): Result<true> => {
  const twice = usedTwice(awards.tiers.map((tier) => tier.id));
  if (twice !== undefined) return bad(twice, 'usedTwice');
  for (const tier of awards.tiers) {
    if (tier.quota === null && tier.score === null) return bad(tier.name, 'awardWithoutCondition');
    if (tier.category !== null && !categories.some(({ id }) => id === tier.category)) return bad(tier.name, 'categoryUnknown');
    const better = awards.tiers.slice(0, awards.tiers.indexOf(tier)).filter((each) => each.category === tier.category && each.score !== null).at(-1);
    if (tier.score !== null && better !== undefined && !isAbove(better.score ?? '0', tier.score)) return bad(tier.name, 'awardScoresNotFalling');
  }
  return fine;
};

const flowFault = (rules: Rules): Result<true> => {
  if (rules.reveal === 'calibration' && rules.windows.policy !== 'calibration') return bad('reveal', 'calibrationNeedsWindows');
  if (rules.missing.leftEarlyMarks === 'withdrawn' && rules.reveal !== 'allAtEnd') return bad('missing', 'withdrawnNeedsRevealAtEnd');
  const { rankingReveal } = rules;
  if (rankingReveal.by === 'knownPart' && rules.parts.find((part) => part.id === rankingReveal.part)?.source !== 'entered') return bad('rankingReveal', 'knownPartNotEntered');
  if (rules.disclosure.figure !== 'combined' && rules.parts.filter((part) => part.kind === 'onSite').length !== 1) return bad('disclosure', 'noOnSitePart');
  if (rules.disclosure.total === 'tier' && rules.awards.tiers.length === 0) return bad('disclosure', 'tierWithoutAwards');
  // A tier is of the combined result; the on-site score alone has none.
  if (rules.disclosure.total === 'tier' && rules.disclosure.figure !== 'combined') return bad('disclosure', 'tierNeedsCombined');
  if (rules.lot.byCategory && rules.categories.length === 0) return bad('lot', 'categoryUnknown');
  return rules.placePoints === null ? fine : placeValuesFault('placePoints', rules.placePoints.points);
};

const plain = (value: Fraction): string => exactText(value) ?? `${value.top}/${value.bottom}`;
const addsUp = (what: string, is: Fraction, should: string): Result<true> => (compare(is, decimal(should)) === 0 ? fine : refuse('rulesDoNotAddUp', { what, is: plain(is), should }));

/** In every category the panels' points make up their part, and the parts the scheme's full mark. */
function* sums(rules: Rules): Generator<Result<true>> {
  for (const part of rules.parts) {
    if (!isPositive(part.fullMark) || !isPositive(part.points)) yield bad(part.name, 'pointsNotPositive');
    if (part.source === 'entered') continue;
    for (const category of rules.categories.length === 0 ? [null] : rules.categories) {
      const shares = rules.panels.filter((panel) => panel.part === part.id && panelScores(panel, category?.id ?? null)).map((panel) => decimal(panel.points));
      yield addsUp(category === null ? part.name : `${part.name}·${category.name}`, sum(shares), part.fullMark);
    }
  }
  yield addsUp('parts', sum(rules.parts.map((part) => decimal(part.points))), rules.fullMark);
}

/**
 * Whether the rules can give a result: panels' points add up to their part's full mark, parts' points to the scheme's, limits lie on the step, grades and
 * places fall, penalty tiers rise without a gap, the tie list ends in a draw or a shared place, and ballots that stand as a whole are open the whole session
 * and revealed at the end. Errors: `rulesInvalid` {what, reason}, `rulesDoNotAddUp` {what, is, should}. Source: domain.md §2.
 * Example: a part of 100 with panels of 60 and 30 → `rulesDoNotAddUp {what: '现场得分', is: '90', should: '100'}`.
 */
export const checkRules = (rules: Rules): Result<true> => {
  const lists = [rules.forms, criteriaOf(rules), rules.parts, rules.panels, rules.adjustments, rules.categories];
  const twice = lists.map((list) => usedTwice(list.map(({ id }) => id))).find((id) => id !== undefined);
  if (twice !== undefined) return bad(twice, 'usedTwice');
  return firstFault(allFaults(rules));
};

function* allFaults(rules: Rules): Generator<Result<true>> {
  yield* rules.forms.map(formFault);
  yield* rules.panels.map(panelFault(rules));
  yield* rules.adjustments.map(adjustmentFault);
  yield timeFault(rules);
  yield tieFault(rules);
  yield awardsFault(rules);
  yield flowFault(rules);
  yield* sums(rules);
}

/** Whether some cell cannot be counted before all sheets are in: a whole-sheet ballot, or marks that a leaving judge takes along. */
export const standsAsAWhole = (rules: Rules): boolean =>
  rules.missing.leftEarlyMarks === 'withdrawn' || rules.panels.some((panel) => isWholeSheet(formOf(rules, panel)));
