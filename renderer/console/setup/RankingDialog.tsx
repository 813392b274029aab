// A given order, pasted as lines or taken from an earlier session's ranking. Names it does not know and units it misses are said; nothing is guessed.
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useHome, useResult, useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { readRanking } from './readRanking.ts';

/** Fills in the ranking of a session that is final, as far as its units take part here. */
const FromSession = ({ session, from, onTake }: { readonly session: SessionView; readonly from: string; readonly onTake: (names: readonly string[]) => void }): ReactElement => {
  const { setup } = useWords();
  const result = useResult(from);
  const names = result === null ? [] : [...result.rows].sort((a, b) => a.rank - b.rank).flatMap((row) => session.contestants.filter((each) => each.id === row.contestant).map((each) => each.name));
  return <Button disabled={names.length === 0} onClick={() => onTake(names)}>{say(setup.rankingFill, { count: names.length })}</Button>;
};

export const RankingDialog = ({ session, onClose }: { readonly session: SessionView; readonly onClose: () => void }): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const home = useHome();
  const [text, setText] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const earlier = home?.sessions.filter((each) => each.id !== session.session && (each.phase === 'finalised' || each.phase === 'archived')) ?? [];
  const read = readRanking(text, session.contestants);
  const use = async (): Promise<void> => {
    const answer = await send({ name: 'session.order', input: { session: session.session, method: 'ranking', order: [...read.order] } });
    if (answer.ok) onClose();
  };
  const complete = read.unknown.length === 0 && read.missing.length === 0;
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return (
    <Modal open title={setup.rankingTitle} okText={setup.rankingUse} cancelText={shell.cancel} okButtonProps={{ disabled: !complete }} onOk={() => void use()} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{setup.rankingNote}</p>
      {earlier.length > 0 && (
        <div className="row-gap">
          <Select<string> className="ranking-from" aria-label={setup.rankingFrom} placeholder={setup.rankingFrom} {...(from === null ? {} : { value: from })} onChange={setFrom} options={earlier.map((each) => ({ value: each.id, label: each.title }))} />
          {from !== null && <FromSession key={from} session={session} from={from} onTake={(names) => setText(names.join('\n'))} />}
        </div>
      )}
      <Input.TextArea autoFocus rows={10} aria-label={setup.rankingTitle} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="row-gap"><Button size="small" disabled={lines.length < 2} onClick={() => setText([...lines].reverse().join('\n'))}>{setup.rankingReverse}</Button></div>
      {read.unknown.length > 0 && <p className="setup-blocked">{say(setup.rankingUnknown, { names: read.unknown.join('、') })}</p>}
      {text.trim() !== '' && read.missing.length > 0 && <p className="quiet">{say(setup.rankingMissing, { names: read.missing.join('、') })}</p>}
    </Modal>
  );
};
