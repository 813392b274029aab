// 现场报数抽签: the secret's check code is fixed and shown, then a number is called in the room, then the lot falls. The desk chooses neither.
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';

const NUMBER = /^\d{1,9}$/u;

export const CalledLot = ({ session, frozen }: { readonly session: SessionView; readonly frozen: boolean }): ReactElement => {
  const { setup } = useWords();
  const send = useSend();
  const [called, setCalled] = useState('');
  const { lot } = session;
  const drawn = lot !== null && lot.called !== null;
  const draw = async (): Promise<void> => {
    const answer = await send({ name: 'session.order', input: { session: session.session, method: 'draw', called } });
    if (answer.ok) setCalled('');
  };
  return (
    <ol className="called-lot">
      <li>
        <b>{setup.lotCommit}</b>
        {lot === null ? <Button size="small" type="primary" disabled={frozen} onClick={() => void send({ name: 'lot.commit', input: { session: session.session } })}>{setup.lotCommitDo}</Button> : <code>{lot.commitment}</code>}
        {lot !== null && <Button size="small" onClick={() => void send({ name: 'air.show', input: { meeting: session.meeting, scene: 'lot', item: session.session, subject: null } })}>{setup.lotShow}</Button>}
      </li>
      <li>
        <b>{setup.lotCall}</b>
        {drawn ? <span>{say(setup.lotCalled, { number: lot.called ?? '' })}</span> : <><Input size="small" className="figure-input" inputMode="numeric" maxLength={9} aria-label={setup.lotNumber} placeholder={setup.lotNumber} disabled={frozen || lot === null} value={called} onChange={(event) => setCalled(event.target.value.trim())} onPressEnter={() => { if (NUMBER.test(called)) void draw(); }} /><Button size="small" type="primary" disabled={frozen || lot === null || !NUMBER.test(called)} onClick={() => void draw()}>{setup.lotDraw}</Button></>}
      </li>
      {drawn && <li><b>{setup.lotProof}</b><span>{say(setup.lotSecret, { secret: lot.secret ?? '' })}</span></li>}
    </ol>
  );
};
