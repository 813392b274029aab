// Bonuses and penalties of one contestant: what was recorded, in its own scale and with its reason, and one more. A locked score is not touched from here.
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords, type Words } from '../words.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface Props { readonly session: SessionView; readonly window: WindowView; readonly onClose: () => void }
type Made = WindowView['adjustments'][number];

const kindName = ({ adjust }: Words, session: SessionView, kind: string): string => {
  const found = session.rules.adjustments.find((each) => each.id === kind);
  return found === undefined ? adjust.time : `${found.name}（${adjust[found.sign]}）`;
};

const MadeList = ({ session, window, onRemove }: Pick<Props, 'session' | 'window'> & { readonly onRemove: ((made: Made) => void) | null }): ReactElement => {
  const words = useWords();
  if (window.adjustments.length === 0) return <p className="quiet">{words.adjust.none}</p>;
  return (
    <ul className="adjust-made" aria-label={words.adjust.made}>
      {window.adjustments.map((made) => (
        <li key={made.adjustment}><b>{kindName(words, session, made.kind)} {made.amount}</b><span>{made.reason}</span>{onRemove !== null && <Button size="small" type="text" onClick={() => onRemove(made)}>{words.adjust.remove}</Button>}</li>
      ))}
    </ul>
  );
};

export const AdjustDialog = ({ session, window, onClose }: Props): ReactElement => {
  const words = useWords();
  const { adjust, shell } = words;
  const send = useSend();
  const kinds = session.rules.adjustments;
  const [kind, setKind] = useState(kinds[0]?.id ?? '');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [taken, setTaken] = useState<Made | null>(null);
  const chosen = kinds.find((each) => each.id === kind);
  const input = { session: session.session, contestant: window.contestant };
  const locked = ['locked', 'revealed', 'corrected'].includes(window.phase);
  const name = session.contestants.find((row) => row.id === window.contestant)?.name ?? '';
  const make = async (): Promise<void> => {
    const answer = await send({ name: 'adjustment.make', input: { ...input, kind, amount: amount.trim(), reason: reason.trim() } });
    if (!answer.ok) return;
    setAmount('');
    setReason('');
  };
  return (
    <Modal open title={say(adjust.adjustTitle, { name })} footer={null} onCancel={onClose} destroyOnHidden>
      <MadeList session={session} window={window} onRemove={locked ? null : setTaken} />
      {locked ? <p className="quiet">{adjust.locked}</p> : chosen !== undefined && (
        <div className="adjust-form">
          <label>{adjust.kind} <Select className="fill" value={kind} onChange={setKind} options={kinds.map((each) => ({ value: each.id, label: `${each.name}（${adjust[each.sign]}）` }))} /></label>
          <label>{say(adjust.amount, { full: chosen.fullMark })} <Input className="figure-input" inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />{chosen.cap !== null && <small className="quiet"> {say(adjust.capNote, { cap: chosen.cap })}</small>}</label>
          <Input.TextArea rows={2} maxLength={500} aria-label={adjust.reason} placeholder={adjust.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button type="primary" disabled={amount.trim() === '' || reason.trim() === ''} onClick={() => void make()}>{adjust.make}</Button>
        </div>
      )}
      <p className="adjust-foot"><Button onClick={onClose}>{shell.close}</Button></p>
      {taken !== null && <ReasonDialog onClose={() => setTaken(null)} asked={{ title: adjust.removeTitle, note: `${kindName(words, session, taken.kind)} ${taken.amount}`, label: adjust.reason, confirm: adjust.remove, act: async (why) => (await send({ name: 'adjustment.remove', input: { ...input, adjustment: taken.adjustment, reason: why } })).ok }} />}
    </Modal>
  );
};
