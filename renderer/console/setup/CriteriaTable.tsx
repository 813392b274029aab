// The criteria of the score sheet as an editable table, with the full mark they must add up to.
import { Button, Input, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Criterion } from '../../../shared/arena/rules.ts';
import { useWords } from '../words.ts';
import type { RulesDraft } from './useRulesDraft.ts';

const FIGURES = ['points', 'step', 'floor', 'ceiling'] as const;
/** The names of the sample rubric, marked 示例 until they are changed (domain.md §2.3). */
const SAMPLE: readonly string[] = ['晒成绩', '摆问题', '亮目标', '列举措', '汇报表现'];

const freshId = (taken: readonly string[], letter: string): string => {
  for (let at = 1; ; at += 1) if (!taken.includes(`${letter}${at}`)) return `${letter}${at}`;
};

export const CriteriaTable = ({ draft, frozen }: { readonly draft: RulesDraft; readonly frozen: boolean }): ReactElement => {
  const { setup, shell } = useWords();
  const { rules, change } = draft;
  const set = (id: string, part: Partial<Criterion>): void => change({ criteria: rules.criteria.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  // The ceiling goes along with the points as long as it was the full points.
  const setFigure = (criterion: Criterion, field: (typeof FIGURES)[number], value: string): void =>
    set(criterion.id, field === 'points' && criterion.ceiling === criterion.points ? { points: value, ceiling: value } : { [field]: value });
  const addOne = (): void => change({ criteria: [...rules.criteria, { id: freshId(rules.criteria.map((each) => each.id), 'c'), name: setup.criterion, points: '10', step: '0.5', floor: '0', ceiling: '10' }] });
  return (
    <section className="rules-part">
      <h3>{setup.criteria}</h3>
      <table className="plain-table">
        <thead><tr><th scope="col">{setup.criterion}</th>{FIGURES.map((field) => <th scope="col" key={field}>{setup[field]}</th>)}<th /></tr></thead>
        <tbody>
          {rules.criteria.map((criterion) => (
            <tr key={criterion.id}>
              <td><Input size="small" aria-label={setup.criterion} value={criterion.name} disabled={frozen} maxLength={40} onChange={(event) => set(criterion.id, { name: event.target.value })} {...(SAMPLE.includes(criterion.name) ? { suffix: <Tag>{setup.sampleRules}</Tag> } : {})} /></td>
              {FIGURES.map((field) => <td key={field}><Input size="small" className="figure-input" inputMode="decimal" aria-label={`${criterion.name} ${setup[field]}`} value={criterion[field]} disabled={frozen} onChange={(event) => setFigure(criterion, field, event.target.value.trim())} /></td>)}
              <td><Button size="small" type="text" disabled={frozen || rules.criteria.length === 1} {...(rules.criteria.length === 1 ? { title: setup.keepOne } : {})} onClick={() => change({ criteria: rules.criteria.filter((each) => each.id !== criterion.id), ties: rules.ties.filter((tie) => tie.by !== 'criterion' || tie.id !== criterion.id) })}>{shell.remove}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row-gap">
        <Button size="small" disabled={frozen || rules.criteria.length >= 20} onClick={addOne}>{setup.addCriterion}</Button>
        <label>{setup.fullMark} <Input size="small" className="figure-input" value={rules.fullMark} disabled={frozen} onChange={(event) => change({ fullMark: event.target.value.trim() })} /></label>
      </div>
    </section>
  );
};
