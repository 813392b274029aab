// A given order, pasted as lines: last period's ranking, most often. Names it does not know and units it misses are said; nothing is guessed.
import { Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { readRanking } from './readRanking.ts';

export const RankingDialog = ({ session, onClose }: { readonly session: SessionView; readonly onClose: () => void }): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const [text, setText] = useState('');
  const read = readRanking(text, session.contestants);
  const use = async (): Promise<void> => {
    const answer = await send({ name: 'session.order', input: { session: session.session, method: 'ranking', order: [...read.order] } });
    if (answer.ok) onClose();
  };
  const complete = read.unknown.length === 0 && read.missing.length === 0;
  return (
    <Modal open title={setup.rankingTitle} okText={setup.rankingUse} cancelText={shell.cancel} okButtonProps={{ disabled: !complete }} onOk={() => void use()} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{setup.rankingNote}</p>
      <Input.TextArea autoFocus rows={10} aria-label={setup.rankingTitle} value={text} onChange={(event) => setText(event.target.value)} />
      {read.unknown.length > 0 && <p className="setup-blocked">{say(setup.rankingUnknown, { names: read.unknown.join('、') })}</p>}
      {text.trim() !== '' && read.missing.length > 0 && <p className="quiet">{say(setup.rankingMissing, { names: read.missing.join('、') })}</p>}
    </Modal>
  );
};
