// Which units take part. All are chosen at first; a change is sent at once, in the register's protocol order.
import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { sendAll, useSend } from '../host.ts';
import { fragmentOf } from '../route.ts';
import { useWords } from '../words.ts';
import { activeUnits, contestantOrders } from './setupOrders.ts';
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
  if (units.length === 0) return <p className="empty">{setup.unitsEmpty} <a href={fragmentOf({ page: 'register', tab: 'units' })}>{shell.openRegister}</a></p>;
  return (
    <section>
      <div className="step-head">
        <p>{setup.unitsIntro}</p>
        <span className="desk-space" />
        <b>{say(setup.unitsCount, { count: chosen.length, of: units.length })}</b>
        <Button size="small" disabled={frozen} onClick={() => choose(units.map((unit) => unit.id))}>{shell.all}</Button>
      </div>
      <Table size="small" rowKey="id" dataSource={units} pagination={false}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => choose(keys.map(String)), getCheckboxProps: () => ({ disabled: frozen }) }}
        columns={[{ title: setup.unitName, dataIndex: 'fullName' }, { title: setup.unitKind, dataIndex: 'kind', width: 140 }, { title: setup.unitGroup, dataIndex: 'group', width: 140 }]} />
    </section>
  );
};
