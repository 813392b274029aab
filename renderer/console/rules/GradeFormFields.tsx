// 评价票: the grades with their values, and what a blank cell, a double mark, an abstention and an all-equal sheet mean.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Form, GradeForm } from '../../../shared/arena/forms.ts';
import { useWords } from '../words.ts';
import { freshId } from './editRules.ts';
import { Choice, Decimal, NameInput, PlainDecimal, RemoveButton, Tick } from './fields.tsx';
import { withOne } from './section.ts';

interface Props { readonly form: GradeForm; readonly frozen: boolean; readonly onChange: (form: Form) => void }

const Voids = ({ form, frozen, onChange }: Props): ReactElement => {
  const { rules: words } = useWords();
  return (
    <div className="fields">
      <Decimal label={words.formFull} frozen={frozen} value={form.fullMark} onChange={(fullMark) => onChange({ ...form, fullMark })} />
      <Choice label={words.blank} frozen={frozen} value={form.blank} options={(['abstention', 'voidCell', 'voidSheet'] as const).map((each) => [each, words[`blank_${each}`]] as const)} onChange={(blank) => onChange({ ...form, blank })} />
      <Choice label={words.double} frozen={frozen} value={form.double} options={(['voidCell', 'voidSheet'] as const).map((each) => [each, words[`double_${each}`]] as const)} onChange={(double) => onChange({ ...form, double })} />
      <Tick label={words.abstentionsCount} frozen={frozen} value={form.abstentionsCount} onChange={(abstentionsCount) => onChange({ ...form, abstentionsCount })} />
      <Tick label={words.allEqualVoid} frozen={frozen} value={form.allEqualVoid} onChange={(allEqualVoid) => onChange({ ...form, allEqualVoid })} />
    </div>
  );
};

export const GradeFormFields = ({ form, frozen, onChange }: Props): ReactElement => {
  const { rules: words } = useWords();
  const put = (grades: GradeForm['grades']): void => onChange({ ...form, grades });
  const few = form.grades.length <= 2 ? words.keepOne : null;
  return (
    <div className="grade-form">
      <div>
        <table className="plain-table">
          <thead><tr><th scope="col">{words.grade}</th><th scope="col">{words.value}</th><th /></tr></thead>
          <tbody>
            {form.grades.map((grade) => (
              <tr key={grade.id}>
                <td><NameInput label={words.grade} value={grade.name} frozen={frozen} onChange={(name) => put(withOne(form.grades, grade.id, { name }))} /></td>
                <td><PlainDecimal label={`${grade.name} ${words.value}`} value={grade.value} frozen={frozen} onChange={(value) => put(withOne(form.grades, grade.id, { value }))} /></td>
                <td><RemoveButton what={grade.name} frozen={frozen} why={few} onClick={() => put(form.grades.filter((each) => each.id !== grade.id))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="row-gap"><Button size="small" disabled={frozen || form.grades.length >= 9} onClick={() => put([...form.grades, { id: freshId(form.grades, 'g'), name: words.grade, value: '0' }])}>{words.addGrade}</Button></div>
      </div>
      <Voids form={form} frozen={frozen} onChange={onChange} />
    </div>
  );
};
