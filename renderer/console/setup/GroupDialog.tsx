// 按名册分组: panels made from the register's groups. Their points stand equal until the host has confirmed them; they must add up to the part's full mark.
import { Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { checkRules } from '../../../shared/arena/checkRules.ts';
import { rulesSchema, type Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { sendAll, useSend } from '../host.ts';
import { refusalSentence, useWords } from '../words.ts';
import { assignPanels, panelsFromLabels, withPanels, type Labelled } from './panels.ts';

interface Props { readonly session: SessionView; readonly people: readonly Labelled[]; readonly onClose: () => void }

export const GroupDialog = ({ session, people, onClose }: Props): ReactElement => {
  const words = useWords();
  const { setup, rules: text, shell } = words;
  const send = useSend();
  const [panels, setPanels] = useState<readonly Panel[]>(() => panelsFromLabels(people, session.rules, setup.panelDefault));
  const named = people.map((person) => (person.panel.trim() === '' ? { ...person, panel: setup.panelDefault } : person));
  const { judges } = assignPanels(named, panels);
  const rules = withPanels(session.rules, panels);
  const checked = rulesSchema.safeParse(rules).success ? checkRules(rules) : null;
  const confirm = async (): Promise<void> => {
    const done = await sendAll(send, [{ name: 'session.rules', input: { session: session.session, rules } }, { name: 'session.judges', input: { session: session.session, judges: [...judges] } }]);
    if (done) onClose();
  };
  return (
    <Modal open title={setup.groupTitle} okText={setup.groupConfirm} cancelText={shell.cancel} okButtonProps={{ disabled: checked === null || !checked.ok }} onOk={() => void confirm()} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{setup.groupNote}</p>
      <table className="plain-table">
        <thead><tr><th scope="col">{setup.panel}</th><th scope="col">{setup.members}</th><th scope="col">{text.panelPoints}</th></tr></thead>
        <tbody>
          {panels.map((panel) => (
            <tr key={panel.id}>
              <th scope="row">{panel.name}</th>
              <td>{judges.filter((judge) => judge.panel === panel.id).length}</td>
              <td><Input size="small" className="figure-input" aria-label={`${panel.name} ${text.panelPoints}`} value={panel.points} onChange={(event) => setPanels(panels.map((each) => (each.id === panel.id ? { ...each, points: event.target.value.trim() } : each)))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {checked === null && <p className="setup-blocked">{text.unread}</p>}
      {checked !== null && !checked.ok && <p className="setup-blocked">{refusalSentence(words, checked.refusal)}</p>}
    </Modal>
  );
};
