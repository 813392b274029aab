// 按名册分组: panels made from the register's groups. The weights stand equal until the host has confirmed them; they must add up to 100.
import { Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { checkRules, rulesSchema, type Panel, type Rules } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { sendAll, useSend } from '../host.ts';
import { refusalSentence, useWords } from '../words.ts';
import { assignPanels, panelsFromLabels, type Labelled } from './panels.ts';

interface Props { readonly session: SessionView; readonly people: readonly Labelled[]; readonly onClose: () => void }

/** Tie links to panels that are gone would name nobody. */
const withPanels = (rules: Rules, panels: readonly Panel[]): Rules => ({ ...rules, panels: [...panels], ties: rules.ties.filter((tie) => tie.by !== 'panel' || panels.some((panel) => panel.id === tie.id)) });

export const GroupDialog = ({ session, people, onClose }: Props): ReactElement => {
  const words = useWords();
  const { setup, shell } = words;
  const send = useSend();
  const [panels, setPanels] = useState<readonly Panel[]>(() => panelsFromLabels(people, setup.panelDefault));
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
        <thead><tr><th scope="col">{setup.panel}</th><th scope="col">{setup.members}</th><th scope="col">{setup.weight}</th></tr></thead>
        <tbody>
          {panels.map((panel) => (
            <tr key={panel.id}>
              <th scope="row">{panel.name}</th>
              <td>{judges.filter((judge) => judge.panel === panel.id).length}</td>
              <td><Input size="small" className="figure-input" aria-label={`${panel.name} ${setup.weight}`} value={panel.weight} onChange={(event) => setPanels(panels.map((each) => (each.id === panel.id ? { ...each, weight: event.target.value } : each)))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {checked === null && <p className="setup-blocked">{setup.checkForm}</p>}
      {checked !== null && !checked.ok && <p className="setup-blocked">{refusalSentence(words, checked.refusal)}</p>}
    </Modal>
  );
};
