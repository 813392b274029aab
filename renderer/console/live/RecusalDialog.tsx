// Recusals of one contestant: proposals stand ticked, the host confirms or changes them before scoring opens.
import { Checkbox, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import type { RunRow } from './liveParts.ts';

export const RecusalDialog = ({ session, row, onClose }: { readonly session: SessionView; readonly row: RunRow; readonly onClose: () => void }): ReactElement => {
  const { live, shell } = useWords();
  const send = useSend();
  const [chosen, setChosen] = useState<readonly string[]>(row.proposedRecusals);
  const [all, setAll] = useState(false);
  const judges = session.judges.filter((judge) => all || row.proposedRecusals.includes(judge.id) || chosen.includes(judge.id));
  const confirm = async (): Promise<void> => {
    const answer = await send({ name: 'recusal.confirm', input: { session: session.session, contestant: row.id, judges: [...chosen] } });
    if (answer.ok) onClose();
  };
  return (
    <Modal open title={say(live.recusalTitle, { name: row.name })} okText={live.recusalConfirm} cancelText={shell.cancel} onOk={() => void confirm()} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{row.proposedRecusals.length === 0 ? live.recusalNone : live.recusalNote}</p>
      <ul className="gap-list">
        {judges.map((judge) => (
          <li key={judge.id}>
            <Checkbox checked={chosen.includes(judge.id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, judge.id] : chosen.filter((id) => id !== judge.id))}>{judge.name}</Checkbox>
            <span className="quiet">{judge.title}</span>
          </li>
        ))}
      </ul>
      <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>{live.recusalAll}</Checkbox>
    </Modal>
  );
};
