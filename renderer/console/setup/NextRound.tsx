// 下一轮: from a finalised session, its best go on into a new one; their marks go along as a part of the total, or are dropped.
import { Button, Input, InputNumber, Modal, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { decimalField } from '../../../shared/kernel/fields.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useRoute } from '../route.ts';
import { useWords } from '../words.ts';

type Marks = 'carried' | 'dropped';

const Dialog = ({ session, onClose }: { readonly session: SessionView; readonly onClose: () => void }): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const { go } = useRoute();
  const [title, setTitle] = useState(say(setup.nextTitle, { title: session.title }));
  const [take, setTake] = useState(Math.min(session.contestants.length, Math.max(2, Math.ceil(session.contestants.length / 2))));
  const [marks, setMarks] = useState<Marks>('dropped');
  const [points, setPoints] = useState('40');
  const make = async (): Promise<void> => {
    const answer = await send({ name: 'session.nextRound', input: { session: session.session, title, take, carry: marks === 'carried' ? { marks, points } : { marks } } });
    const id = answer.ok ? answer.result['session'] : null;
    if (typeof id === 'string') go({ page: 'setup', session: id, step: 'units' });
  };
  const ready = title.trim() !== '' && (marks === 'dropped' || decimalField.safeParse(points).success);
  return (
    <Modal open title={setup.nextRound} okText={setup.nextMake} cancelText={shell.cancel} okButtonProps={{ disabled: !ready }} onOk={() => void make()} onCancel={onClose} destroyOnHidden>
      <label className="stacked">{shell.sessionName}<Input maxLength={60} value={title} onChange={(event) => setTitle(event.target.value)} /></label>
      <label className="stacked">{session.rules.categories.length === 0 ? setup.nextTake : setup.nextTakeEach}<InputNumber min={1} max={200} precision={0} value={take} onChange={(value) => setTake(value ?? 1)} /></label>
      <Radio.Group className="stacked" value={marks} onChange={(event) => setMarks(event.target.value === 'carried' ? 'carried' : 'dropped')} options={[{ value: 'dropped', label: setup.nextDropped }, { value: 'carried', label: setup.nextCarried }]} />
      {marks === 'carried' && <label className="row-inline">{say(setup.nextPoints, { full: session.rules.fullMark })} <Input className="figure-input" size="small" inputMode="decimal" aria-label={setup.nextCarried} value={points} onChange={(event) => setPoints(event.target.value.trim())} /></label>}
      <p className="quiet">{setup.nextNote}</p>
    </Modal>
  );
};

/** For a finalised or archived session; nothing for any other. */
export const NextRoundButton = ({ session }: { readonly session: SessionView }): ReactElement | null => {
  const { setup } = useWords();
  const [open, setOpen] = useState(false);
  if (session.phase !== 'finalised' && session.phase !== 'archived') return null;
  return <><Button onClick={() => setOpen(true)}>{setup.nextRound}</Button>{open && <Dialog session={session} onClose={() => setOpen(false)} />}</>;
};
