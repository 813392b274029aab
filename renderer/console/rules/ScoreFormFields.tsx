// 打分票: its criteria as an editable table with their sum, or one total; and, if wanted, limits for the sheet's sum.
import { Button, Checkbox, Input, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Criterion, Form, ScoreForm } from '../../../shared/arena/forms.ts';
import { criteriaOf, type Rules } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { aCriterion, freshId } from './editRules.ts';
import { PlainDecimal, RemoveButton } from './fields.tsx';
import { withOne } from './section.ts';
import { criteriaTotal } from './shares.ts';

const FIGURES = ['points', 'step', 'floor', 'ceiling'] as const;
/** The names of the sample rubric, marked 示例 until they are changed (domain.md §2.3). */
const SAMPLE: readonly string[] = ['晒成绩', '摆问题', '亮目标', '列举措', '汇报表现'];

interface Props { readonly form: ScoreForm; readonly rules: Rules; readonly frozen: boolean; readonly onChange: (form: Form) => void }

const Corridor = ({ form, frozen, onChange }: Omit<Props, 'rules'>): ReactElement => {
  const { rules: words } = useWords();
  const { corridor } = form;
  const start = { lowest: criteriaTotal(form.criteria.map((each) => each.floor)) ?? '0', highest: criteriaTotal(form.criteria.map((each) => each.ceiling)) ?? '100' };
  return (
    <>
      <Checkbox checked={corridor !== null} disabled={frozen} onChange={(event) => onChange({ ...form, corridor: event.target.checked ? start : null })}>{words.corridor}</Checkbox>
      {corridor !== null && <span className="row-inline">{words.corridorNote} <PlainDecimal label={`${words.corridor} ${words.floor}`} frozen={frozen} value={corridor.lowest} onChange={(lowest) => onChange({ ...form, corridor: { ...corridor, lowest } })} /> {words.to} <PlainDecimal label={`${words.corridor} ${words.ceiling}`} frozen={frozen} value={corridor.highest} onChange={(highest) => onChange({ ...form, corridor: { ...corridor, highest } })} /></span>}
    </>
  );
};

export const ScoreFormFields = ({ form, rules, frozen, onChange }: Props): ReactElement => {
  const { rules: words } = useWords();
  const put = (criteria: Criterion[]): void => onChange({ ...form, criteria });
  // The ceiling goes along with the points as long as it was the full points.
  const setFigure = (criterion: Criterion, field: (typeof FIGURES)[number], value: string): void =>
    put(withOne(form.criteria, criterion.id, field === 'points' && criterion.ceiling === criterion.points ? { points: value, ceiling: value } : { [field]: value }));
  const full = criteriaTotal(form.criteria.map((each) => each.points));
  const fresh = (name: string, points: string): Criterion => aCriterion(freshId(criteriaOf(rules), 'c'), name, points);
  const last = form.criteria.length === 1 ? words.keepOne : null;
  return (
    <>
      <table className="plain-table wide">
        <thead><tr><th scope="col">{words.criterion}</th>{FIGURES.map((field) => <th scope="col" key={field}>{words[field]}</th>)}<th /></tr></thead>
        <tbody>
          {form.criteria.map((criterion) => (
            <tr key={criterion.id}>
              <td><Input size="small" aria-label={words.criterion} value={criterion.name} status={criterion.name === '' ? 'error' : ''} disabled={frozen} maxLength={40} onChange={(event) => put(withOne(form.criteria, criterion.id, { name: event.target.value }))} {...(SAMPLE.includes(criterion.name) ? { suffix: <Tag>{words.sample}</Tag> } : {})} /></td>
              {FIGURES.map((field) => <td key={field}><PlainDecimal label={`${criterion.name} ${words[field]}`} value={criterion[field]} frozen={frozen} onChange={(value) => setFigure(criterion, field, value)} /></td>)}
              <td><RemoveButton what={criterion.name} frozen={frozen} why={last} onClick={() => put(form.criteria.filter((each) => each.id !== criterion.id))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row-gap">
        <Button size="small" disabled={frozen || form.criteria.length >= 20} onClick={() => put([...form.criteria, fresh(words.criterion, '10')])}>{words.addCriterion}</Button>
        {form.criteria.length > 1 && <Button size="small" type="text" disabled={frozen} onClick={() => put([fresh(words.totalName, full ?? '100')])}>{words.onlyTotal}</Button>}
        <b>{say(words.sum, { is: full ?? '—' })}</b>
        <span className="desk-space" />
        <Corridor form={form} frozen={frozen} onChange={onChange} />
      </div>
    </>
  );
};
