// 顺序: by lot with its seed shown (with a number called in the room, if the rules say so), by protocol, by a given ranking, or by hand with ↑ ↓. The host draws; the desk only shows what came out.
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { useDocument, useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { CalledLot } from './CalledLot.tsx';
import { RankingDialog } from './RankingDialog.tsx';
import type { StepProps } from './stepProps.ts';

const moved = (ids: readonly string[], at: number, to: number): string[] => {
  const next = [...ids];
  const [id] = next.splice(at, 1);
  if (id !== undefined) next.splice(to, 0, id);
  return next;
};

export const OrderStep = ({ session, frozen }: StepProps): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const make = useDocument();
  const [ranking, setRanking] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const ids = session.contestants.map((row) => row.id);
  const order = (method: 'draw' | 'protocol'): void => void send({ name: 'session.order', input: { session: session.session, method } });
  const byHand = (at: number, to: number): void => void send({ name: 'session.order', input: { session: session.session, method: 'hand', order: moved(ids, at, to) } });
  return (
    <section>
      <div className="step-head">
        <p>{setup.orderIntro} <b>{session.orderMethod === null ? setup.orderNone : say(setup.orderNow, { method: setup[`method_${session.orderMethod}`] })}</b></p>
        {session.orderSeed !== null && <span className="seed">{say(setup.seed, { seed: session.orderSeed })}</span>}
        <span className="desk-space" />
        {!session.rules.lot.called && <Button size="small" type="primary" disabled={frozen} onClick={() => order('draw')}>{setup.orderDraw}</Button>}
        <Button size="small" disabled={frozen} onClick={() => order('protocol')}>{setup.orderProtocol}</Button>
        <Button size="small" disabled={frozen} onClick={() => setRanking(true)}>{setup.orderRanking}</Button>
        <Button size="small" disabled={session.orderMethod === null} onClick={() => void make({ kind: 'orderSheet', session: session.session })}>{setup.orderSheet}</Button>
      </div>
      {session.rules.lot.called && <CalledLot session={session} frozen={frozen} />}
      <ol className="order-list">
        {session.contestants.map((row, at) => (
          <li key={row.id} draggable={!frozen} onDragStart={() => setDragged(at)} onDragOver={(event) => event.preventDefault()} onDrop={() => { if (dragged !== null && dragged !== at) byHand(dragged, at); setDragged(null); }}>
            <span className="run-order">{at + 1}</span>
            <span className="order-name">{row.fullName}</span>
            <Button size="small" type="text" aria-label={`${shell.up} ${row.name}`} disabled={frozen || at === 0} onClick={() => byHand(at, at - 1)}>↑</Button>
            <Button size="small" type="text" aria-label={`${shell.down} ${row.name}`} disabled={frozen || at === ids.length - 1} onClick={() => byHand(at, at + 1)}>↓</Button>
          </li>
        ))}
      </ol>
      {ranking && <RankingDialog session={session} onClose={() => setRanking(false)} />}
    </section>
  );
};
