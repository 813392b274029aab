// Too few sheets for the trimming: the host may relax it for this contestant alone, with a reason that is printed. It proposes nothing.
import { Input, InputNumber, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';

interface Props { readonly session: SessionView; readonly window: WindowView; readonly shortage: Extract<WindowView['result'], { why: 'tooFewSheets' }>; readonly onClose: () => void }

export const RelaxDialog = ({ session, window, shortage, onClose }: Props): ReactElement => {
  const { live, shell } = useWords();
  const send = useSend();
  const panel = session.rules.panels.find((each) => each.id === shortage.panel);
  const [highest, setHighest] = useState<number>(panel?.dropHighest ?? 0);
  const [lowest, setLowest] = useState<number>(panel?.dropLowest ?? 0);
  const [reason, setReason] = useState('');
  const name = session.contestants.find((row) => row.id === window.contestant)?.name ?? '';
  const relax = async (): Promise<void> => {
    const answer = await send({ name: 'trim.relax', input: { session: session.session, contestant: window.contestant, panel: shortage.panel, dropHighest: highest, dropLowest: lowest, reason } });
    if (answer.ok) onClose();
  };
  return (
    <Modal open title={say(live.relaxTitle, { name })} okText={live.relaxButton} cancelText={shell.cancel} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void relax()} onCancel={onClose} destroyOnHidden>
      <p>{say(live.relaxNote, { panel: panel?.name ?? '', valid: shortage.valid, needed: shortage.needed })}</p>
      <div className="row-gap">
        <label>{live.relaxHighest} <InputNumber min={0} max={panel?.dropHighest ?? 0} value={highest} onChange={(value) => setHighest(value ?? 0)} /></label>
        <label>{live.relaxLowest} <InputNumber min={0} max={panel?.dropLowest ?? 0} value={lowest} onChange={(value) => setLowest(value ?? 0)} /></label>
      </div>
      <Input.TextArea rows={2} maxLength={500} aria-label={live.reason} placeholder={live.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
};
