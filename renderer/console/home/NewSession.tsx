// A new session: makes its meeting, itself, and the defaults one would choose anyway (all units, all people, protocol order), then opens set-up.
import { Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { sendAll, useRegister, useSend } from '../host.ts';
import { useRoute } from '../route.ts';
import { defaultOrders } from '../setup/setupOrders.ts';
import { useWords } from '../words.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const NewSession = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const { shell } = useWords();
  const send = useSend();
  const register = useRegister();
  const { go } = useRoute();
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const make = async (): Promise<string | null> => {
    const meeting = await send({ name: 'meeting.create', input: { title } });
    if (!meeting.ok) return null;
    const session = await send({ name: 'session.create', input: { meeting: textOf(meeting.result['meeting']), title } });
    if (!session.ok) return null;
    const id = textOf(session.result['session']);
    if (register !== null) await sendAll(send, defaultOrders(id, register));
    return id;
  };
  const create = async (): Promise<void> => {
    if (busy || title.trim() === '') return;
    setBusy(true);
    const id = await make();
    setBusy(false);
    if (id !== null) go({ page: 'setup', session: id, step: 'units' });
  };
  return (
    <Modal open title={shell.sessionNew} okText={shell.sessionCreate} cancelText={shell.cancel} confirmLoading={busy} okButtonProps={{ disabled: title.trim() === '' }} onOk={() => void create()} onCancel={onClose} destroyOnHidden>
      <label className="stacked">{shell.sessionName}<Input autoFocus maxLength={60} placeholder={shell.sessionNameHint} value={title} onChange={(event) => setTitle(event.target.value)} onPressEnter={() => void create()} /></label>
    </Modal>
  );
};
