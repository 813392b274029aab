// 票种: the ballots of the session, each a card with its name, kind and fields. A ballot that a panel uses cannot be removed.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Form } from '../../../shared/arena/forms.ts';
import type { Words } from '../words.ts';
import { useWords } from '../words.ts';
import { addForm, freshForm, freshId, putForm, removeForm, type FreshNames } from './editRules.ts';
import { NameInput, PlainChoice, RemoveButton } from './fields.tsx';
import { GradeFormFields } from './GradeFormFields.tsx';
import { PlaceValuesFields } from './PlaceValuesFields.tsx';
import { ScoreFormFields } from './ScoreFormFields.tsx';
import type { SectionProps } from './section.ts';

const KINDS = ['score', 'grade', 'rank'] as const;
const namesIn = (words: Words['rules']): FreshNames => ({
  form: { score: words.form_score, grade: words.form_grade, rank: words.form_rank }, grades: [words.grade_1, words.grade_2, words.grade_3, words.grade_4], criterion: words.criterion, total: words.totalName,
});

const FormCard = ({ form, rules, put, frozen }: Omit<SectionProps, 'session'> & { readonly form: Form }): ReactElement => {
  const { rules: words } = useWords();
  const change = (next: Form): void => put(putForm(rules, next));
  const why = rules.panels.some((panel) => panel.form === form.id) ? words.inUse : rules.forms.length === 1 ? words.keepOne : null;
  return (
    <div className="rules-card">
      <div className="card-head">
        <NameInput label={`${words.ballot} ${words.name}`} value={form.name} frozen={frozen} onChange={(name) => change({ ...form, name })} />
        <PlainChoice label={`${form.name} ${words.kindLabel}`} frozen={frozen} value={form.kind} options={KINDS.map((kind) => [kind, words[`kind_${kind}`]] as const)} onChange={(kind) => { if (kind !== form.kind) change(freshForm(rules, { kind, id: form.id }, namesIn(words))); }} />
        <span className="desk-space" />
        {rules.forms.length > 1 && <RemoveButton what={form.name} frozen={frozen} why={why} onClick={() => put(removeForm(rules, form.id))} />}
      </div>
      {form.kind === 'score' && <ScoreFormFields form={form} rules={rules} frozen={frozen} onChange={change} />}
      {form.kind === 'grade' && <GradeFormFields form={form} frozen={frozen} onChange={change} />}
      {form.kind === 'rank' && <PlaceValuesFields values={form.points} frozen={frozen} onChange={(points) => change({ ...form, points })} />}
    </div>
  );
};

export const BallotsSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  return (
    <>
      {rules.forms.map((form) => <FormCard key={`${form.id} ${form.kind}`} form={form} rules={rules} put={put} frozen={frozen} />)}
      <div className="row-gap">
        {KINDS.map((kind) => <Button key={kind} size="small" disabled={frozen || rules.forms.length >= 6} onClick={() => put(addForm(rules, freshForm(rules, { kind, id: freshId(rules.forms, 'form') }, namesIn(words))))}>＋ {words[`kind_${kind}`]}</Button>)}
      </div>
    </>
  );
};
