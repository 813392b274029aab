// 评分办法 in a few lines of plain Chinese for the wall. The full sheet, generated setting by setting, is a later issue's.
import type { ArenaSession } from './state.ts';
import { arenaWords } from '../text/zh/arena.ts';
import { say } from '../text/say.ts';
import { tieLabel } from './tieLabel.ts';

/** The rules read aloud before the first contestant: full mark and criteria, panels and trimming, rounding, ties, when scores are announced. */
export const ruleLines = ({ rules }: ArenaSession): readonly string[] => {
  const words = arenaWords.rules;
  const criteria = rules.criteria.map((criterion) => `${criterion.name} ${criterion.points}`).join(words.separator);
  const panels = rules.panels.map((panel) => say(words.panel, { name: panel.name, weight: panel.weight, high: panel.dropHighest, low: panel.dropLowest }));
  return [
    say(words.fullMark, { full: rules.fullMark, criteria }),
    ...(rules.panels.length === 1 ? [] : [say(words.weights, { panels: rules.panels.map((panel) => `${panel.name} ${panel.weight}%`).join(words.separator) })]),
    ...(rules.panels.length === 1 ? panels.slice(0, 1).map((line) => line) : panels),
    say(rules.trimOf === 'totals' ? words.trimTotals : words.trimCriteria),
    say(words.rounding, { places: rules.rounding.final }),
    say(words.ties, { list: rules.ties.map((tie) => tieLabel(rules, tie)).join(words.then) }),
    words.reveal[rules.reveal],
  ];
};
