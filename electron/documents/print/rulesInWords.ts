// 评分办法 in one paragraph, made from the rules that were frozen: order of operations, trimming, every rounding, ties.
// It describes what tally and standings do, in their order, and computes nothing.
import type { Panel, Rules, TieRule } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';

const words = print.rules;

/** A tie rule in words, with the name of its panel or criterion. */
export const tieInWords = (rules: Rules, tie: TieRule): string => {
  if (tie.by === 'panel') return say(words.tie.panel, { name: rules.panels.find((panel) => panel.id === tie.id)?.name ?? tie.id });
  if (tie.by === 'criterion') return say(words.tie.criterion, { name: rules.criteria.find((criterion) => criterion.id === tie.id)?.name ?? tie.id });
  return words.tie[tie.by];
};

const judgesInWords = ({ panels }: Rules): string => {
  const [first] = panels;
  if (panels.length === 1 && first !== undefined) return say(words.panelsOne, { name: first.name, minimum: first.minimum });
  const list = panels.map((panel) => say(words.panelItem, { name: panel.name, weight: panel.weight, minimum: panel.minimum })).join(print.comma);
  return say(words.panelsMany, { count: panels.length, list });
};

const trimOf = (rules: Rules, panel: Panel, name: string): string => {
  const none = panel.dropHighest + panel.dropLowest === 0;
  const template = rules.trimOf === 'totals' ? (none ? words.noTrimTotals : words.trimTotals) : none ? words.noTrimCriteria : words.trimCriteria;
  return say(template, { panel: name, highest: panel.dropHighest, lowest: panel.dropLowest });
};

/** Panels that trim alike are said once. */
const trimmingInWords = (rules: Rules): string => {
  const kinds = [...new Set(rules.panels.map((panel) => `${panel.dropHighest}/${panel.dropLowest}`))];
  return kinds.map((kind) => {
    const alike = rules.panels.filter((panel) => `${panel.dropHighest}/${panel.dropLowest}` === kind);
    const [first] = alike;
    const name = kinds.length === 1 && alike.length > 1 ? words.everyPanel : alike.map((panel) => panel.name).join(print.comma);
    return first === undefined ? '' : trimOf(rules, first, name);
  }).join(print.comma);
};

const stepsOf = (rules: Rules): readonly string[] => {
  const { mark, panel, final } = rules.rounding;
  const markRounding = mark === null ? '' : say(rules.trimOf === 'totals' ? words.roundMarkTotals : words.roundMarkCriteria, { places: mark });
  const panelRounding = panel === null ? '' : say(words.roundPanel, { places: panel });
  const byTotals = rules.trimOf === 'totals';
  return [
    ...(byTotals ? [words.sheetTotal + markRounding] : []),
    trimmingInWords(rules) + (byTotals ? '' : markRounding) + panelRounding,
    rules.panels.length > 1 ? words.weigh : words.single,
    say(mark === null && panel === null ? words.finalOnly : words.final, { places: final }),
  ];
};

/** The sentences, without their full stops: the wall shows them as lines. */
export const ruleSentences = (rules: Rules): readonly string[] => {
  const criteria = rules.criteria.map((criterion) => say(words.criterionItem, { name: criterion.name, points: criterion.points })).join(print.comma);
  const steps = stepsOf(rules).map((step, at) => say(words.ordinal, { n: at + 1 }) + step).join(print.semicolon);
  const trims = rules.panels.some((panel) => panel.dropHighest + panel.dropLowest > 0);
  const ties = rules.ties.map((tie) => tieInWords(rules, tie)).join(print.comma);
  return [
    `${say(words.fullMark, { points: rules.fullMark })}${print.semicolon}${say(words.criteria, { list: criteria })}`,
    judgesInWords(rules),
    words.orderIntro + steps,
    words.excluded + (trims ? print.semicolon + words.equalDrop : ''),
    [words.ranking, say(words.ties, { list: ties }), ...(rules.ties.at(-1)?.by === 'shared' ? [words.shared] : [])].join(print.semicolon),
  ];
};

/** The paragraph. Example: 满分 100 分，评分项为…。计分按以下次序进行：（1）…；（2）…。 */
export const rulesInWords = (rules: Rules): string => ruleSentences(rules).map((sentence) => sentence + words.stop).join('');
