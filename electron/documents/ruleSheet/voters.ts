// 评委与票种 and 怎么打票: who votes, with which ballot, how it is marked and what makes it void.
import { formFullMark, isWholeSheet, type Form, type GradeForm, type ScoreForm } from '../../../shared/arena/forms.ts';
import { formOf, type Panel } from '../../../shared/arena/rules.ts';
import { SMALLEST_GROUP } from '../../../shared/arena/smallGroups.ts';
import { say } from '../../../shared/text/say.ts';
import { categoryName, clauses, formName, line, linesIf, listed, panelName, partName, plain, placeValuesText, settingLine, type Line, type Saying } from './saying.ts';

const panelText = (saying: Saying, panel: Panel): string => {
  const { rules, words } = saying;
  const list = panel.categories === null ? '' : listed(saying, panel.categories.map((id) => categoryName(saying, id)));
  return say(words.voters.panel, {
    name: panelName(saying, panel.id), voters: words.voters.voting[panel.voters], form: formName(saying, formOf(rules, panel)), part: partName(saying, panel.part),
    points: panel.points, minimum: panel.minimum, scope: panel.categories === null ? '' : say(words.voters.scope, { list }),
  });
};

export const voterLines = (saying: Saying): readonly Line[] => {
  const { rules, words } = saying;
  const categories = listed(saying, rules.categories.map(({ id }) => categoryName(saying, id)));
  return [
    line(say(words.voters.fullMark, { points: rules.fullMark })),
    ...linesIf(rules.categories.length > 0, say(words.voters.categories, { count: rules.categories.length, list: categories })),
    ...linesIf(rules.panels.length === 0, words.voters.noPanels),
    ...rules.panels.map((panel) => line(panelText(saying, panel))),
    ...linesIf(rules.panels.some((panel) => panel.voters === 'anonymous'), say(words.voters.smallGroup, { count: SMALLEST_GROUP })),
  ];
};

/** Limits and steps that all criteria share are said once. */
const scoreTexts = (saying: Saying, form: ScoreForm): readonly string[] => {
  const words = saying.words.marking;
  const isFullRange = form.criteria.every(({ floor, ceiling, points }) => floor === '0' && ceiling === points);
  const [first] = form.criteria;
  const oneStep = form.criteria.every(({ step }) => step === first?.step);
  const items = form.criteria.map((criterion) => {
    const item = say(isFullRange ? words.item : words.itemRange, { ...criterion });
    return oneStep ? item : say(words.itemStep, { item, step: criterion.step });
  });
  const score = say(words.score, { form: formName(saying, form), full: plain(formFullMark(form, 1)), count: items.length, list: listed(saying, items) });
  const together = [score, ...(isFullRange ? [words.fullRange] : []), ...(oneStep ? [say(words.step, { step: first?.step ?? '' })] : [])];
  return [clauses(saying, together), ...(form.corridor === null ? [] : [say(words.corridor, { form: formName(saying, form), ...form.corridor })])];
};

/** An abstention can come about: by an empty cell, or where sheets are read as wholes by a blank sheet. */
const canAbstain = (form: GradeForm): boolean => form.blank === 'abstention' || isWholeSheet(form);
const abstentionLines = (saying: Saying, form: GradeForm): readonly Line[] => {
  const { marking: words } = saying.words;
  const text = say(form.abstentionsCount ? words.abstentions.counted : words.abstentions.left, { form: formName(saying, form) });
  return settingLine({ isUsed: canAbstain(form), isUsual: !form.abstentionsCount }, text);
};

const gradeTexts = (saying: Saying, form: GradeForm): readonly string[] => {
  const { marking: words } = saying.words;
  const name = { form: formName(saying, form) };
  const list = listed(saying, form.grades.map((grade) => say(words.gradeItem, { ...grade })));
  return [
    say(words.grade, { ...name, list, full: form.fullMark }), say(words.blank[form.blank], name), ...(form.blank !== 'abstention' && canAbstain(form) ? [say(words.blankSheet, name)] : []), say(words.double[form.double], name),
    say(form.allEqualVoid ? words.allEqual.void : words.allEqual.valid, name),
  ];
};

const formLines = (saying: Saying, form: Form): readonly Line[] => {
  const { marking: words } = saying.words;
  const name = { form: formName(saying, form) };
  const unused = linesIf(saying.rules.panels.every((panel) => panel.form !== form.id), say(words.unused, name));
  switch (form.kind) {
    case 'score': return [...scoreTexts(saying, form).map(line), ...unused];
    case 'grade': return [...gradeTexts(saying, form).map(line), ...abstentionLines(saying, form), ...unused];
    case 'rank': return [line(say(words.rank, { ...name, values: placeValuesText(saying, form.points) })), line(say(words.rankVoid, name)), ...unused];
  }
};

export const markingLines = (saying: Saying): readonly Line[] => {
  const { rules, words } = saying;
  return [
    ...rules.forms.flatMap((form) => formLines(saying, form)),
    ...linesIf(rules.forms.some((form) => form.kind === 'score'), words.marking.scoreVoid),
    ...linesIf(rules.farFromMedian !== null, say(words.marking.far, { share: rules.farFromMedian ?? '' })),
    line(rules.trial ? words.marking.trial : words.marking.noTrial),
  ];
};
