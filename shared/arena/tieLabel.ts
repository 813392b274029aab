// The Chinese name of a tie rule, for wall, sheet and desk.
import { arenaWords } from '../text/zh/arena.ts';
import { say } from '../text/say.ts';
import type { Rules, TieRule } from './rules.ts';

/** Example: `{by: 'criterion', id: 'c1'}` → 「晒成绩」得分高者在前. */
export const tieLabel = (rules: Rules, tie: TieRule): string => {
  const words = arenaWords.ties;
  if (tie.by === 'panel') return say(words.panel, { name: rules.panels.find((panel) => panel.id === tie.id)?.name ?? tie.id });
  if (tie.by === 'criterion') return say(words.criterion, { name: rules.criteria.find((criterion) => criterion.id === tie.id)?.name ?? tie.id });
  return words[tie.by];
};
