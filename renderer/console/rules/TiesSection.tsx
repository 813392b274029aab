// 同分: the ordered list fixed beforehand. It must end in a draw or a shared place; a link that ends the list takes that one's place.
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { criteriaOf, type Rules, type TieRule } from '../../../shared/arena/rules.ts';
import { useWords } from '../words.ts';
import { RemoveButton } from './fields.tsx';
import type { SectionProps } from './section.ts';
import { tieName } from './summaries.ts';

const keyOf = (tie: TieRule): string => ('id' in tie ? `${tie.by}:${tie.id}` : tie.by);

const choices = (rules: Rules): readonly TieRule[] => [
  { by: 'moreDecimals' },
  ...rules.panels.map(({ id }): TieRule => ({ by: 'panel', id })),
  ...criteriaOf(rules).map(({ id }): TieRule => ({ by: 'criterion', id })),
  { by: 'untrimmedMean' },
  ...(rules.parts.length > 1 ? rules.parts.map(({ id }): TieRule => ({ by: 'part', id })) : []),
  { by: 'playOff' }, { by: 'draw' }, { by: 'shared' },
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

export const TiesSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words, shell } = useWords();
  const list = (ties: TieRule[]): void => put({ ...rules, ties });
  const known = choices(rules).filter((tie) => !rules.ties.some((each) => keyOf(each) === keyOf(tie)));
  const add = (key: string): void => {
    const found = known.find((tie) => keyOf(tie) === key);
    if (found !== undefined) list(withTie(rules.ties, found));
  };
  return (
    <>
      <ol className="ties">
        {rules.ties.map((tie, at) => {
          const name = tieName(words, rules, tie);
          return (
            <li key={keyOf(tie)}>
              <span>{name}</span>
              <span className="desk-space" />
              <Button size="small" type="text" aria-label={`${shell.up} ${name}`} disabled={frozen || at === 0} onClick={() => list(moved(rules.ties, at, -1))}>↑</Button>
              <Button size="small" type="text" aria-label={`${shell.down} ${name}`} disabled={frozen || at === rules.ties.length - 1} onClick={() => list(moved(rules.ties, at, 1))}>↓</Button>
              <RemoveButton what={name} frozen={frozen} why={rules.ties.length === 1 ? words.keepOne : null} onClick={() => list(rules.ties.filter((each) => each !== tie))} />
            </li>
          );
        })}
      </ol>
      <Select<string> size="small" className="tie-add" disabled={frozen || rules.ties.length >= 14} aria-label={words.addTie} placeholder={words.addTie} {...{ value: null as unknown as string }} onChange={add} options={known.map((tie) => ({ value: keyOf(tie), label: tieName(words, rules, tie) }))} />
    </>
  );
};
