// Which units take part, and, where the rules have categories, each unit's category. A change is sent at once, in the register's protocol order.
import { Button, Select, Table } from 'antd';
import type { ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { sendAll, useSend } from '../host.ts';
import { fragmentOf } from '../route.ts';
import { useWords } from '../words.ts';
import { activeUnits, categoriesByLabel, contestantOrders } from './setupOrders.ts';
import type { StepProps } from './stepProps.ts';

export const UnitsStep = ({ session, register, frozen }: StepProps): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const units = activeUnits(register);
  const chosen = session.contestants.map((row) => row.id);
  const choose = (ids: readonly string[]): void => {
    const ordered = units.map((unit) => unit.id).filter((id) => ids.includes(id));
    void sendAll(send, contestantOrders(session.session, ordered));
  };
  const { categories } = session.rules;
  const placed: Readonly<Record<string, string>> = Object.fromEntries(session.contestants.flatMap((row) => (row.category === null || !categories.some((each) => each.id === row.category) ? [] : [[row.id, row.category]])));
  const place = (next: Readonly<Record<string, string>>): void => void send({ name: 'session.categories', input: { session: session.session, categories: { ...next } } });
  const byLabel = categoriesByLabel(units.filter((unit) => chosen.includes(unit.id)), categories);
  const owing = categories.length === 0 ? 0 : chosen.filter((id) => placed[id] === undefined).length;
  const categoryColumn = { title: setup.unitCategory, width: 160, render: (_: unknown, unit: (typeof units)[number]) => (chosen.includes(unit.id)
    ? <Select size="small" className="fill" disabled={frozen} aria-label={`${unit.shortName} ${setup.unitCategory}`} placeholder={setup.categoryChoose} status={placed[unit.id] === undefined ? 'warning' : ''} {...(placed[unit.id] === undefined ? {} : { value: placed[unit.id] })} onChange={(id: string) => place({ ...placed, [unit.id]: id })} options={categories.map((each) => ({ value: each.id, label: each.name }))} />
    : null) };
  if (units.length === 0) return <p className="empty">{setup.unitsEmpty} <a href={fragmentOf({ page: 'register', tab: 'units' })}>{shell.openRegister}</a></p>;
  return (
    <section>
      <div className="step-head">
        <p>{setup.unitsIntro}</p>
        <span className="desk-space" />
        <b>{say(setup.unitsCount, { count: chosen.length, of: units.length })}</b>
        {owing > 0 && <span className="setup-blocked">{say(setup.categoriesOwing, { count: owing })}</span>}
        {owing > 0 && Object.keys(byLabel).length > 0 && <Button size="small" type="primary" disabled={frozen} onClick={() => place({ ...byLabel, ...placed })}>{setup.categoriesByLabel}</Button>}
        <Button size="small" disabled={frozen} onClick={() => choose(units.map((unit) => unit.id))}>{shell.all}</Button>
      </div>
      <Table size="small" rowKey="id" dataSource={units} pagination={false}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => choose(keys.map(String)), getCheckboxProps: () => ({ disabled: frozen }) }}
        columns={[{ title: setup.unitName, dataIndex: 'fullName' }, { title: setup.unitKind, dataIndex: 'kind', width: 140 }, { title: setup.unitGroup, dataIndex: 'group', width: 140 }, ...(categories.length === 0 ? [] : [categoryColumn])]} />
    </section>
  );
};
