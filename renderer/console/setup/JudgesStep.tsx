// Who judges, and in which panel. Where the register's groups differ from the rules' panels it offers to make them, weights to be confirmed.
import { Button, Select, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { fragmentOf } from '../route.ts';
import { useWords } from '../words.ts';
import { GroupDialog } from './GroupDialog.tsx';
import { assignPanels, labelsDiffer, labelsOf } from './panels.ts';
import { activePeople } from './setupOrders.ts';
import type { StepProps } from './stepProps.ts';

const Offer = ({ session, register, onGroup }: Pick<StepProps, 'session' | 'register'> & { readonly onGroup: () => void }): ReactElement | null => {
  const { setup } = useWords();
  const chosen = activePeople(register).filter((person) => session.judges.some((judge) => judge.id === person.id));
  if (!labelsDiffer(chosen, session.rules.panels)) return null;
  return (
    <div className="setup-note">
      <span>{say(setup.groupOffer, { labels: labelsOf(chosen).join('、'), panels: session.rules.panels.map((panel) => panel.name).join('、') })}</span>
      <Button type="primary" size="small" onClick={onGroup}>{setup.groupButton}</Button>
    </div>
  );
};

export const JudgesStep = ({ session, register, frozen }: StepProps): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const [grouping, setGrouping] = useState(false);
  const people = activePeople(register);
  const { panels } = session.rules;
  const panelOf = (id: string): string | null => session.judges.find((judge) => judge.id === id)?.panel ?? null;
  const known = (panel: string | null): boolean => panels.some((each) => each.id === panel);
  const keep = (judges: readonly { readonly judge: string; readonly panel: string }[]): void => void send({ name: 'session.judges', input: { session: session.session, judges: [...judges] } });
  const choose = (ids: readonly string[]): void => {
    const fallback = panels[0]?.id ?? '';
    keep(people.filter((person) => ids.includes(person.id)).map((person) => ({ judge: person.id, panel: panelOf(person.id) ?? assignPanels([person], panels).judges[0]?.panel ?? fallback })));
  };
  const place = (id: string, panel: string): void => keep(session.judges.map((judge) => ({ judge: judge.id, panel: judge.id === id ? panel : judge.panel })));
  if (people.length === 0) return <p className="empty">{setup.judgesEmpty} <a href={fragmentOf({ page: 'register', tab: 'people' })}>{shell.openRegister}</a></p>;
  const paperOnly = panels.filter((panel) => panel.voters !== 'named' && !session.judges.some((judge) => judge.panel === panel.id));
  const stray = session.judges.filter((judge) => !known(judge.panel)).length;
  return (
    <section>
      <div className="step-head">
        <p>{setup.judgesIntro}</p>
        <span className="desk-space" />
        <b>{say(setup.judgesCount, { count: session.judges.length, of: people.length })}</b>
        <Button size="small" disabled={frozen} onClick={() => choose(people.map((person) => person.id))}>{shell.all}</Button>
      </div>
      {!frozen && <Offer session={session} register={register} onGroup={() => setGrouping(true)} />}
      {paperOnly.length > 0 && <p className="quiet">{say(setup.judgesPaper, { panels: paperOnly.map((panel) => panel.name).join('、') })}</p>}
      {stray > 0 && <p className="setup-blocked">{say(setup.judgesUnassigned, { count: stray })}</p>}
      <Table size="small" rowKey="id" dataSource={people} pagination={false}
        rowSelection={{ selectedRowKeys: session.judges.map((judge) => judge.id), onChange: (keys) => choose(keys.map(String)), getCheckboxProps: () => ({ disabled: frozen }) }}
        columns={[
          { title: setup.judgeName, dataIndex: 'name', width: 120 }, { title: setup.judgeTitle, dataIndex: 'title' }, { title: setup.judgeHome, dataIndex: 'homeName', width: 180 }, { title: setup.judgeLabel, dataIndex: 'panel', width: 120 },
          { title: setup.judgePanel, width: 180, render: (_: unknown, person) => {
            const panel = panelOf(person.id);
            return panel === null ? null : <Select size="small" disabled={frozen} className="fill" aria-label={`${person.name} ${setup.judgePanel}`} {...(known(panel) ? { value: panel } : {})} status={known(panel) ? '' : 'error'} placeholder={setup.unassigned} onChange={(next: string) => place(person.id, next)} options={panels.map((each) => ({ value: each.id, label: each.name }))} />;
          } },
        ]} />
      {grouping && <GroupDialog session={session} people={people.filter((person) => session.judges.some((judge) => judge.id === person.id))} onClose={() => setGrouping(false)} />}
    </section>
  );
};
