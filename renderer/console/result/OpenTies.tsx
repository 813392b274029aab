// Ties that somebody must settle: a lot is drawn here once, a play-off is keyed as it ended. What was settled stays to be read, with its seed or note.
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ResultView, SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { groupsOf, moved, type Placed } from './playOff.ts';

interface Props { readonly session: SessionView; readonly result: ResultView }
type Open = ResultView['open'][number];

const nameIn = (session: SessionView) => (contestant: string): string => session.contestants.find((row) => row.id === contestant)?.name ?? '';

const PlayOffDialog = ({ session, open, onClose }: { readonly session: SessionView; readonly open: Open; readonly onClose: () => void }): ReactElement => {
  const { adjust, shell } = useWords();
  const send = useSend();
  const nameOf = nameIn(session);
  const [placed, setPlaced] = useState<readonly Placed[]>(open.contestants.map((id) => ({ id, same: false })));
  const [note, setNote] = useState('');
  const save = async (): Promise<void> => {
    const order = groupsOf(placed).map((group) => [...group]);
    if ((await send({ name: 'tie.playOff', input: { session: session.session, contestants: [...open.contestants], order, note: note.trim() } })).ok) onClose();
  };
  return (
    <Modal open title={adjust.playOffTitle} okText={adjust.save} cancelText={shell.cancel} onOk={() => void save()} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{adjust.playOffNote}</p>
      <ol className="play-off" aria-label={adjust.playOffTitle}>
        {placed.map(({ id, same }, at) => (
          <li key={id}>
            <b>{nameOf(id)}</b>
            {at > 0 && <Checkbox checked={same} onChange={(event) => setPlaced(placed.map((each, index) => (index === at ? { ...each, same: event.target.checked } : each)))}>{adjust.playOffSame}</Checkbox>}
            <span className="desk-space" />
            <Button size="small" disabled={at === 0} aria-label={`${adjust.up} ${nameOf(id)}`} onClick={() => setPlaced(moved(placed, at, -1))}>{adjust.up}</Button>
            <Button size="small" disabled={at === placed.length - 1} aria-label={`${adjust.down} ${nameOf(id)}`} onClick={() => setPlaced(moved(placed, at, 1))}>{adjust.down}</Button>
          </li>
        ))}
      </ol>
      <Input aria-label={adjust.note} placeholder={adjust.note} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
    </Modal>
  );
};

const OpenTie = ({ session, open }: { readonly session: SessionView; readonly open: Open }): ReactElement => {
  const { scores, adjust, paper } = useWords();
  const send = useSend();
  const [keying, setKeying] = useState(false);
  const names = open.contestants.map(nameIn(session)).join(paper.join);
  return (
    <div className="result-draw" role="alert">
      <span>{say(open.by === 'draw' ? scores.drawNeeded : adjust.playOffNeeded, { names })}</span>
      {open.by === 'draw'
        ? <Button type="primary" onClick={() => void send({ name: 'tie.draw', input: { session: session.session, contestants: [...open.contestants] } })}>{scores.draw}</Button>
        : <Button type="primary" onClick={() => setKeying(true)}>{adjust.playOff}</Button>}
      {keying && <PlayOffDialog session={session} open={open} onClose={() => setKeying(false)} />}
    </div>
  );
};

export const Ties = ({ session, result }: Props): ReactElement => {
  const { scores, adjust, paper } = useWords();
  const nameOf = nameIn(session);
  return (
    <>
      {result.open.map((open) => <OpenTie key={`${open.by} ${open.contestants.join()}`} session={session} open={open} />)}
      {result.playOffs.map((held) => <p key={held.order.flat().join()} className="result-drawn">{say(adjust.playOffHeld, { names: held.order.map((group) => group.map(nameOf).join('＝')).join(paper.join) })}{held.note === '' ? '' : ` · ${held.note}`}</p>)}
      {result.draws.map((draw) => <p key={draw.seed} className="result-drawn">{say(scores.drawn, { names: draw.order.map(nameOf).join(paper.join), seed: draw.seed })}</p>)}
    </>
  );
};
