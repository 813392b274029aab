// One plain line per section of the rules: what is set there now. It sums up what is written and never judges it.
import type { Form, PlaceValues } from '../../../shared/arena/forms.ts';
import { criteriaOf, type Rules, type TieRule } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import type { Words } from '../words.ts';
import type { Section } from './faultPlace.ts';
import { criteriaTotal, panelBrings } from './shares.ts';

type Say = (words: Words['rules'], rules: Rules) => string;

const listed = (words: Words['rules'], items: readonly string[]): string => items.join(words.and);
const one = (words: Words['rules'], name: string, points: string | number): string => say(words.one, { name, points });

const placesText = (words: Words['rules'], name: string, values: PlaceValues): string => {
  if (values.by === 'linear') return say(words.sumLinear, { form: name, top: values.top, step: values.step });
  return values.by === 'borda' ? say(words.sumBorda, { form: name }) : say(words.sumTable, { form: name, list: listed(words, values.points.slice(0, 5)) });
};

const formText = (words: Words['rules'], form: Form): string => {
  if (form.kind === 'rank') return placesText(words, form.name, form.points);
  if (form.kind === 'grade') return say(words.sumGrades, { form: form.name, list: listed(words, form.grades.map((grade) => one(words, grade.name, grade.value))) });
  const is = criteriaTotal(form.criteria.map((criterion) => criterion.points)) ?? '—';
  return say(form.criteria.length === 1 ? words.sumTotal : words.sumScore, { form: form.name, count: form.criteria.length, is });
};

const partsText: Say = (words, rules) => listed(words, rules.parts.map((part) => {
  const own = rules.panels.filter((panel) => panel.part === part.id);
  const of = part.source === 'entered' ? words.sumEntered : own.map((panel) => one(words, panel.name, panelBrings(panel, part) ?? '—')).join(' + ');
  return say(words.sumPart, { name: part.name, points: part.points, of });
}));

const trimmingText: Say = (words, rules) => rules.panels.map((panel) => {
  const figures = { panel: panel.name, high: panel.dropHighest, low: panel.dropLowest, average: words[`average_${panel.average}`] };
  return say(panel.dropHighest + panel.dropLowest === 0 ? words.sumUntrimmed : words.sumTrim, figures);
}).join(words.semi);

export const CAUSES = ['absent', 'recused', 'leftEarly', 'abstained', 'void'] as const;
const missingText: Say = (words, { missing }) => {
  const others = CAUSES.filter((cause) => missing[cause] !== 'excluded');
  const left = missing.leftEarlyMarks === 'stand' ? [] : [one(words, words.leftEarlyMarks, words.marks_withdrawn)];
  return others.length + left.length === 0 ? words.sumExcluded : listed(words, [...others.map((cause) => one(words, words[cause], words[`fill_${missing[cause]}`])), ...left]);
};

const placesOf = (words: Words['rules'], places: number): string => (places === 0 ? words.whole : say(words.places, { n: places }));
const roundingText: Say = (words, { rounding }) => {
  const before = (['mark', 'panel', 'part'] as const).flatMap((stage) => { const places = rounding[stage]; return places === null ? [] : [say(words.sumPlaces, { stage: words[`round_${stage}`], places: placesOf(words, places) })]; });
  const last = placesOf(words, rounding.final);
  return before.length === 0 ? say(words.sumFinal, { places: last }) : listed(words, [...before, say(words.sumPlaces, { stage: words.round_final, places: last })]);
};

/** Minutes as a person says them. Example: 450 s → 7.5. */
export const minutesOf = (seconds: number): string => String(Math.round(seconds / 0.6) / 100);
const timeText: Say = (words, { time }) => [
  time.speechSeconds === 0 ? words.sumNoLimit : say(words.sumSpeech, { minutes: minutesOf(time.speechSeconds) }),
  time.penalty === null ? words.sumNoPenalty : say(words.sumPenalty, { cap: time.penalty.cap }),
].join(words.semi);

const adjustmentsText: Say = (words, rules) =>
  rules.adjustments.length === 0 ? words.none : listed(words, rules.adjustments.map((each) => (each.cap === null ? each.name : say(words.sumCapped, { name: each.name, cap: each.cap }))));

/** What a tie link is called. Example: {by: 'panel', id: 'A'} → 评委组得分：领导. */
export const tieName = (words: Words['rules'], rules: Rules, tie: TieRule): string => {
  if (!('id' in tie)) return words[`tie_${tie.by}`];
  const named = tie.by === 'panel' ? rules.panels : tie.by === 'part' ? rules.parts : criteriaOf(rules);
  return say(words.named, { what: words[`tie_${tie.by}`], name: named.find((each) => each.id === tie.id)?.name ?? tie.id });
};

const awardsText: Say = (words, { awards, placePoints }) => {
  const tiers = awards.tiers.map((tier) => (tier.quota === null ? say(words.sumScoreTier, { name: tier.name, score: tier.score ?? '' }) : say(words.sumQuota, { name: tier.name, quota: tier.quota })));
  return [tiers.length === 0 ? words.sumNoAwards : listed(words, tiers), ...(placePoints === null ? [] : [words.sumPlacePoints])].join(words.semi);
};

const shownText: Say = (words, { disclosure }) => {
  const { ranking } = disclosure;
  const shown = [
    ...(disclosure.total === 'hidden' ? [] : [disclosure.total === 'tier' ? words.sumTier : words.sumFigure]),
    ...(ranking.show === 'none' ? [] : [ranking.show === 'all' ? words.sumRanking : say(words.sumFirst, { count: ranking.count })]),
    ...(disclosure.parts ? [words.sumParts] : []), ...(disclosure.panelMeans ? [words.sumMeans] : []),
    ...(disclosure.marks === 'hidden' ? [] : [say(words.sumMarks, { how: words[`marks_${disclosure.marks}`] })]),
  ];
  return shown.length === 0 ? words.sumNothing : say(words.sumShown, { list: listed(words, shown) });
};

const checksText: Say = (words, rules) => [
  say(words.sumPaper, { how: words[`paper_${rules.paperCheck}`] }), ...(rules.singleOperator ? [words.sumSingle] : []), ...(rules.lot.called ? [words.sumCalled] : []),
  ...(rules.trial ? [words.sumTrial] : []), ...(rules.farFromMedian === null ? [] : [say(words.sumFar, { share: rules.farFromMedian })]),
].join(words.semi);

const texts: Readonly<Record<Section, Say>> = {
  ballots: (words, rules) => rules.forms.map((form) => formText(words, form)).join(words.semi),
  parts: partsText, trimming: trimmingText, missing: missingText, rounding: roundingText, time: timeText, adjustments: adjustmentsText,
  categories: (words, rules) => (rules.categories.length === 0 ? words.sumNoCategories : listed(words, rules.categories.map((each) => each.name))),
  ties: (words, rules) => rules.ties.map((tie) => tieName(words, rules, tie)).join(' → '),
  awards: awardsText,
  flow: (words, rules) => say(words.sumFlow, { windows: words[`windows_${rules.windows.policy}`], reveal: words[`reveal_${rules.reveal}`] }),
  disclosure: shownText, checks: checksText,
};

/** Example: trimming of the sample rules → 评委组去 1 高 1 低取平均数. */
export const summaryOf = (section: Section, words: Words['rules'], rules: Rules): string => texts[section](words, rules);
