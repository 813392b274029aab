// What an import would do: faults first, by Excel's row and column, in plain words; then every row as new, changed (before → after) or the same.
import type { ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords, type Words } from '../words.ts';
import type { Preview } from './importShapes.ts';

type Fault = Preview['errors'][number];
type Change = Preview['changes'][number];

const fieldName = (words: Words, field: string): string => words.imports.field[field as keyof Words['imports']['field']] ?? field;

const FaultLine = ({ fault }: { readonly fault: Fault }): ReactElement => {
  const words = useWords();
  const place = fault.column === '' ? say(words.imports.placeRow, { row: fault.row }) : say(words.imports.place, { row: fault.row, column: fault.column, heading: fault.heading });
  return <li><b>{place}</b><span>{say(words.imports.fault[fault.code], fault.details)}</span></li>;
};

const ChangeRow = ({ change }: { readonly change: Change }): ReactElement => {
  const words = useWords();
  return (
    <tr data-kind={change.kind}>
      <td className="figure">{change.row}</td>
      <td><Badge tone={change.kind === 'add' ? 'good' : change.kind === 'change' ? 'warn' : 'plain'}>{words.register[`change_${change.kind}`]}</Badge></td>
      <th scope="row">{change.name}</th>
      <td>{change.fields.map((field) => (
        <span className="field-change" key={field.field}>
          <i>{fieldName(words, field.field)}</i>
          {change.kind === 'add' || field.field === 'archived' ? (field.field === 'archived' ? words.imports.restored : field.after) : <><s>{field.before === '' ? '—' : field.before}</s> → <b>{field.after === '' ? '—' : field.after}</b></>}
        </span>
      ))}</td>
    </tr>
  );
};

export const ImportPreview = ({ preview }: { readonly preview: Preview }): ReactElement => {
  const { register } = useWords();
  const count = (kind: Change['kind']): number => preview.changes.filter((change) => change.kind === kind).length;
  return (
    <div className="import-preview">
      {preview.errors.length > 0 && <section className="import-errors" role="alert"><h3>{say(register.errors, { count: preview.errors.length })}</h3><ul>{preview.errors.map((fault) => <FaultLine key={`${fault.row} ${fault.column} ${fault.code}`} fault={fault} />)}</ul></section>}
      <p><b>{say(register.counts, { add: count('add'), change: count('change'), same: count('same') })}</b>{preview.skipped > 0 && <span className="quiet"> · {say(register.skipped, { count: preview.skipped })}</span>}</p>
      <div className="import-rows">
        <table className="plain-table wide"><tbody>{preview.changes.map((change) => <ChangeRow key={change.row} change={change} />)}</tbody></table>
      </div>
    </div>
  );
};
