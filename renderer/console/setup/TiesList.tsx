// 同分处理: the ordered list fixed beforehand. It must end in a draw or a shared place; the check says so when it does not.
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Rules, TieRule } from '../../../shared/arena/rules.ts';
import { useWords, type Words } from '../words.ts';
import type { RulesDraft } from './useRulesDraft.ts';

const keyOf = (tie: TieRule): string => ('id' in tie ? `${tie.by}:${tie.id}` : tie.by);

const choices = (words: Words, rules: Rules): readonly (readonly [TieRule, string])[] => [
  [{ by: 'moreDecimals' }, words.setup.tie_moreDecimals],
  ...rules.panels.map((panel) => [{ by: 'panel', id: panel.id }, `${words.setup.tie_panel}：${panel.name}`] as const),
  ...rules.criteria.map((criterion) => [{ by: 'criterion', id: criterion.id }, `${words.setup.tie_criterion}：${criterion.name}`] as const),
  [{ by: 'untrimmedMean' }, words.setup.tie_untrimmedMean], [{ by: 'draw' }, words.setup.tie_draw], [{ by: 'shared' }, words.setup.tie_shared],
];

const isLast = (tie: TieRule): boolean => tie.by === 'draw' || tie.by === 'shared';

/** A link goes before the one that ends the list; an ending link takes that one's place. */
const withTie = (ties: readonly TieRule[], tie: TieRule): TieRule[] => {
  const open = ties.filter((each) => !isLast(each) && keyOf(each) !== keyOf(tie));
  return isLast(tie) ? [...open, tie] : [...open, tie, ...ties.filter(isLast)];
};

const moved = (ties: readonly TieRule[], at: number, by: number): TieRule[] => {
  const next = [...ties];
  const [tie] = next.splice(at, 1);
  if (tie !== undefined) next.splice(at + by, 0, tie);
  return next;
};

export const TiesList = ({ draft: { rules, change }, frozen }: { readonly draft: RulesDraft; readonly frozen: boolean }): ReactElement => {
  const words = useWords();
  const { setup, shell } = words;
  const known = choices(words, rules);
  const labelOf = (tie: TieRule): string => known.find(([each]) => keyOf(each) === keyOf(tie))?.[1] ?? keyOf(tie);
  const add = (key: string): void => {
    const found = known.find(([tie]) => keyOf(tie) === key);
    if (found !== undefined) change({ ties: withTie(rules.ties, found[0]) });
  };
  return (
    <section className="rules-part">
      <h3>{setup.ties}</h3>
      <ol className="ties">
        {rules.ties.map((tie, at) => (
          <li key={keyOf(tie)}>
            <span>{labelOf(tie)}</span>
            <span className="desk-space" />
            <Button size="small" type="text" aria-label={`${shell.up} ${labelOf(tie)}`} disabled={frozen || at === 0} onClick={() => change({ ties: moved(rules.ties, at, -1) })}>↑</Button>
            <Button size="small" type="text" aria-label={`${shell.down} ${labelOf(tie)}`} disabled={frozen || at === rules.ties.length - 1} onClick={() => change({ ties: moved(rules.ties, at, 1) })}>↓</Button>
            <Button size="small" type="text" disabled={frozen || rules.ties.length === 1} onClick={() => change({ ties: rules.ties.filter((each) => each !== tie) })}>{shell.remove}</Button>
          </li>
        ))}
      </ol>
      <Select<string> size="small" className="tie-add" disabled={frozen} aria-label={`${setup.addTie} ${setup.ties}`} placeholder={setup.addTie} {...{ value: null as unknown as string }} onChange={add} options={known.filter(([tie]) => !rules.ties.some((each) => keyOf(each) === keyOf(tie))).map(([tie, label]) => ({ value: keyOf(tie), label }))} />
    </section>
  );
};
