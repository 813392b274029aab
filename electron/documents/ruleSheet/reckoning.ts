// 去分与计算: the order of operations with the formulas in their actual numbers, and every rounding. It describes what the tally does, in its order.
import { formFullMark } from '../../../shared/arena/forms.ts';
import { formOf, panelScores, type Panel, type Part } from '../../../shared/arena/rules.ts';
import { decimal } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { categoryName, clauses, line, linesIf, listed, panelName, panelNames, partName, placesText, scaled, steps, type Line, type Saying } from './saying.ts';

const methodOf = (saying: Saying, panel: Panel, panels: string): string => {
  const { rules, words: { reckoning: words } } = saying;
  const form = formOf(rules, panel);
  const cut = [
    ...(panel.dropHighest > 0 ? [say(words.highest, { n: panel.dropHighest })] : []), ...(panel.dropLowest > 0 ? [say(words.lowest, { n: panel.dropLowest })] : []),
  ];
  const trim = cut.length === 0 ? words.noTrim : say(words.trim, { list: listed(saying, cut) });
  return say(words.panel, { panels, base: words.base[form.kind === 'score' ? panel.trimOf : form.kind], trim, average: words.average[panel.average][panel.trimOf] });
};

/** Panels that reckon alike are said together, in the order of the first of them. */
const methodTexts = (saying: Saying): readonly string[] => {
  const { panels } = saying.rules;
  const kindOf = (panel: Panel): string => methodOf(saying, panel, '');
  return [...new Set(panels.map(kindOf))].flatMap((kind) => {
    const alike = panels.filter((panel) => kindOf(panel) === kind);
    const [first] = alike;
    return first === undefined ? [] : [methodOf(saying, first, panelNames(saying, alike))];
  });
};

/** The first place of a Borda count depends on how many stand, so it is named instead of a figure. */
const termOf = (saying: Saying, panel: Panel): string => {
  const { rules, words: { reckoning: words } } = saying;
  const form = formOf(rules, panel);
  const name = say(words.panelScore, { panel: panelName(saying, panel.id) });
  if (form.kind === 'rank' && form.points.by === 'borda') return say(words.scaledFirst, { name, points: panel.points });
  return scaled(saying, name, { points: panel.points, fullMark: formFullMark(form, 1) });
};

const formulaOf = (saying: Saying, part: Part, category: string | null): string => {
  const { rules, words: { reckoning: words } } = saying;
  const own = rules.panels.filter((panel) => panel.part === part.id && panelScores(panel, category));
  return say(words.equals, { left: partName(saying, part.id), right: own.map((panel) => termOf(saying, panel)).join(words.plus) });
};

const partText = (saying: Saying, part: Part): string => {
  const { rules, words: { reckoning: words } } = saying;
  const worth = say(words.partWorth, { part: partName(saying, part.id), kind: words.kind[part.kind], full: part.fullMark });
  if (part.source === 'entered') return say(words.entered, { worth });
  const isEverywhere = rules.panels.every((panel) => panel.part !== part.id || panel.categories === null);
  if (isEverywhere) return say(words.part, { worth, formula: formulaOf(saying, part, null) });
  const formulas = rules.categories.map(({ id }) => say(words.inCategory, { category: categoryName(saying, id), formula: formulaOf(saying, part, id) }));
  return say(words.partIn, { worth, formulas: clauses(saying, formulas) });
};

const totalText = (saying: Saying): string => {
  const { rules, words: { reckoning: words } } = saying;
  const terms = rules.parts.map((part) => scaled(saying, partName(saying, part.id), { points: part.points, fullMark: decimal(part.fullMark) }));
  const bonuses = rules.adjustments.some((each) => each.sign === 'bonus') ? words.bonuses : '';
  const penalties = rules.time.penalty !== null || rules.adjustments.some((each) => each.sign === 'penalty') ? words.penalties : '';
  return say(words.equals, { left: words.total, right: terms.join(words.plus) + bonuses + penalties });
};

const roundingText = (saying: Saying): string => {
  const { rules, words: { reckoning: words } } = saying;
  const { mark, panel, part, final } = rules.rounding;
  if (mark === null && panel === null && part === null) return say(words.onlyFinal, { places: placesText(saying, final) });
  const ways = new Set(rules.panels.map((each) => each.trimOf));
  const [only] = ways;
  const markStage = ways.size === 1 && only !== undefined ? words.stage[only] : words.stage.mixed;
  const item = (stage: string, places: number | null): string => say(words.stageItem, { stage, places: placesText(saying, places) });
  return say(words.rounding, { list: listed(saying, [item(markStage, mark), item(words.stage.panel, panel), item(words.stage.part, part), item(words.stage.final, final)]) });
};

export const reckoningLines = (saying: Saying): readonly Line[] => {
  const { rules, words } = saying;
  const operations = [...methodTexts(saying), ...rules.parts.map((part) => partText(saying, part)), totalText(saying)];
  return [
    ...steps(saying, operations).map(line),
    line(roundingText(saying)),
    ...linesIf(rules.panels.some((panel) => panel.dropHighest + panel.dropLowest > 0), words.reckoning.equalDrop),
  ];
};
