// 部分得分: scores of the parts that are entered, typed cell by cell or read from a table. A cell out of range is refused with a sentence; blank is not zero.
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Part } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { decimalField } from '../../../shared/kernel/fields.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { FiguresDialog } from './FiguresDialog.tsx';
import type { StepProps } from './stepProps.ts';

type Row = SessionView['contestants'][number];
interface CellProps { readonly row: Row; readonly part: Part; readonly frozen: boolean; readonly onKeep: (value: string) => Promise<boolean> }

/** Keeps what was typed when the cell is left; what the host refuses stands red with the sentence shown. */
const Cell = ({ row, part, frozen, onKeep }: CellProps): ReactElement => {
  const kept = row.parts[part.id] ?? '';
  const [text, setText] = useState(kept);
  const [refused, setRefused] = useState(false);
  const leave = async (): Promise<void> => {
    const value = text.trim();
    if (value === kept) return setRefused(false);
    if (value === '') return setText(kept);
    setRefused(!(await onKeep(value)));
  };
  const malformed = text.trim() !== '' && !decimalField.safeParse(text.trim()).success;
  return <Input size="small" className="figure-input" inputMode="decimal" aria-label={`${row.name} ${part.name}`} value={text} status={refused || malformed ? 'error' : ''} disabled={frozen} onChange={(event) => setText(event.target.value)} onBlur={() => void leave()} onPressEnter={() => void leave()} />;
};

export const FiguresStep = ({ session }: StepProps): ReactElement => {
  const { setup } = useWords();
  const send = useSend();
  const [reading, setReading] = useState<'paste' | 'file' | null>(null);
  const parts = session.rules.parts.filter((part) => part.source === 'entered');
  const frozen = session.phase === 'finalised' || session.phase === 'archived';
  const keep = async (row: Row, part: Part, value: string): Promise<boolean> =>
    (await send({ name: 'session.parts', input: { session: session.session, values: [{ contestant: row.id, part: part.id, value }], source: setup.figuresByHand } })).ok;
  const owing = session.contestants.reduce((sum, row) => sum + parts.filter((part) => row.parts[part.id] === undefined).length, 0);
  return (
    <section>
      <div className="step-head">
        <p>{setup.figuresIntro}</p>
        <span className="desk-space" />
        <b>{owing === 0 ? setup.figuresComplete : say(setup.figuresOwing, { count: owing })}</b>
        <Button size="small" type="primary" disabled={frozen} onClick={() => setReading('paste')}>{setup.figuresPaste}</Button>
        <Button size="small" disabled={frozen} onClick={() => setReading('file')}>{setup.figuresFile}</Button>
      </div>
      <table className="plain-table wide">
        <thead><tr><th scope="col">{setup.unitName}</th>{parts.map((part) => <th scope="col" key={part.id}>{say(setup.figuresColumn, { name: part.name, full: part.fullMark })}</th>)}</tr></thead>
        <tbody>
          {session.contestants.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.fullName}</th>
              {parts.map((part) => <td key={part.id}><Cell key={row.parts[part.id] ?? ''} row={row} part={part} frozen={frozen} onKeep={(value) => keep(row, part, value)} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {reading !== null && <FiguresDialog session={session} from={reading} onClose={() => setReading(null)} />}
    </section>
  );
};
