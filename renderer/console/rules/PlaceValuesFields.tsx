// Points by place: the same less each place, a table, or by position. For rank ballots and for points by final place.
import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PlaceValues } from '../../../shared/arena/forms.ts';
import { useWords } from '../words.ts';
import { Choice, Decimal, Field } from './fields.tsx';

interface Props { readonly values: PlaceValues; readonly frozen: boolean; readonly onChange: (values: PlaceValues) => void }

const STARTS: Readonly<Record<PlaceValues['by'], PlaceValues>> = { linear: { by: 'linear', top: '100', step: '3' }, table: { by: 'table', points: ['100', '95', '90'] }, borda: { by: 'borda', last: 'zero' } };
const pointsIn = (text: string): string[] => text.split(/[\s、,，;；]+/u).filter((each) => each !== '');

const TableField = ({ values, frozen, onChange }: Props & { readonly values: Extract<PlaceValues, { by: 'table' }> }): ReactElement => {
  const { rules } = useWords();
  const [text, setText] = useState(values.points.join(' '));
  return <Field label={rules.table}><Input size="small" aria-label={rules.table} value={text} disabled={frozen} onChange={(event) => { setText(event.target.value); onChange({ by: 'table', points: pointsIn(event.target.value) }); }} /></Field>;
};

export const PlaceValuesFields = ({ values, frozen, onChange }: Props): ReactElement => {
  const { rules } = useWords();
  return (
    <div className="fields">
      <Choice label={rules.place} frozen={frozen} value={values.by} options={(['linear', 'table', 'borda'] as const).map((by) => [by, rules[`by_${by}`]] as const)} onChange={(by) => onChange(STARTS[by])} />
      {values.by === 'linear' && <Decimal label={rules.top} frozen={frozen} value={values.top} onChange={(top) => onChange({ ...values, top })} />}
      {values.by === 'linear' && <Decimal label={rules.less} frozen={frozen} value={values.step} onChange={(step) => onChange({ ...values, step })} />}
      {values.by === 'table' && <TableField values={values} frozen={frozen} onChange={onChange} />}
      {values.by === 'borda' && <Choice label={rules.bordaLast} frozen={frozen} value={values.last} options={(['zero', 'one'] as const).map((last) => [last, rules[`last_${last}`]] as const)} onChange={(last) => onChange({ by: 'borda', last })} />}
    </div>
  );
};
