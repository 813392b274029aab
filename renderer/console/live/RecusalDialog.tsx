// Recusals of one contestant: proposals stand ticked, the host confirms or changes them before scoring opens.
import { Button, Checkbox, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords } from '../words.ts';
import type { Judge, RunRow } from './liveParts.ts';

export const RecusalDialog = ({ session, row, onClose }: { readonly session: SessionView; readonly row: RunRow; readonly onClose: () => void }): ReactElement => {
  const { live, shell } = useWords();
  const send = useSend();
  const [chosen, setChosen] = useState<readonly string[]>(row.proposedRecusals);
  const [all, setAll] = useState(false);
  const proposed = (judge: Judge): boolean => row.proposedRecusals.includes(judge.id);
  const others = session.judges.filter((judge) => !proposed(judge) && (all || chosen.includes(judge.id)));
  // Proposals stay on top: among 154 names they must not have to be looked for.
  const judges = [...session.judges.filter(proposed), ...others];
  const confirm = async (): Promise<void> => {
    const answer = await send({ name: 'recusal.confirm', input: { session: session.session, contestant: row.id, judges: [...chosen] } });
    if (answer.ok) onClose();
  };
  return (
    <Modal open title={say(live.recusalTitle, { name: row.name })} okText={live.recusalConfirm} cancelText={shell.cancel} okButtonProps={{ autoFocus: true }} onOk={() => void confirm()} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{row.proposedRecusals.length === 0 ? live.recusalNone : live.recusalNote}</p>
      {judges.length > 0 && <ul className="gap-list">
        {judges.map((judge) => (
          <li key={judge.id}>
            <Checkbox checked={chosen.includes(judge.id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, judge.id] : chosen.filter((id) => id !== judge.id))}>{judge.name}</Checkbox>
            <span className="quiet">{judge.title}</span>
            <span className="desk-space" />
            {proposed(judge) && <Badge tone="warn">{live.recusalProposed}</Badge>}
          </li>
        ))}
      </ul>}
      {!all && <Button size="small" onClick={() => setAll(true)}>{live.recusalAll}</Button>}
    </Modal>
  );
};
