// 名册: units and people in protocol order; add, change, order, archive; paste and file import with a preview.
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useDocument, useRegister } from '../host.ts';
import { fragmentOf } from '../route.ts';
import { useWords } from '../words.ts';
import { PersonDrawer, UnitDrawer } from './EntryDrawer.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import type { What } from './importShapes.ts';
import { PeopleTable, UnitsTable } from './RegisterTables.tsx';
import './register.css';

interface Open { readonly what: 'edit'; readonly id: string | null }
interface Importing { readonly what: 'import'; readonly from: 'paste' | 'file' }

const Tab = ({ to, here, name, count }: { readonly to: What; readonly here: What; readonly name: string; readonly count: number }): ReactElement => (
  <a role="tab" aria-selected={to === here} aria-label={name} href={fragmentOf({ page: 'register', tab: to })}>{name}<small>{count}</small></a>
);

export const RegisterPage = ({ tab }: { readonly tab: What }): ReactElement => {
  const register = useRegister();
  const { register: words, shell } = useWords();
  const make = useDocument();
  const [open, setOpen] = useState<Open | Importing | null>(null);
  const [sought, setSought] = useState('');
  if (register === null) return <main className="desk-waiting">{shell.connecting}</main>;
  const close = (): void => setOpen(null);
  const edit = (id: string | null): void => setOpen({ what: 'edit', id });
  const units = tab === 'units';
  const empty = units ? register.units.length === 0 : register.people.length === 0;
  return (
    <main className="page">
      <div className="page-head">
        <h1>{words.title}</h1>
        <div className="tabs" role="tablist" aria-label={words.title}>
          <Tab to="units" here={tab} name={words.units} count={register.units.filter((unit) => !unit.archived).length} />
          <Tab to="people" here={tab} name={words.people} count={register.people.filter((person) => !person.archived).length} />
        </div>
        <Input.Search className="register-search" allowClear placeholder={words.search} aria-label={words.search} value={sought} onChange={(event) => setSought(event.target.value)} />
        <span className="desk-space" />
        <Button onClick={() => void make({ kind: units ? 'unitsTemplate' : 'peopleTemplate' })}>{words.template}</Button>
        <Button onClick={() => setOpen({ what: 'import', from: 'file' })}>{words.file}</Button>
        <Button type={empty ? 'primary' : 'default'} onClick={() => setOpen({ what: 'import', from: 'paste' })}>{words.paste}</Button>
        <Button type={empty ? 'default' : 'primary'} onClick={() => edit(null)}>{units ? words.addUnit : words.addPerson}</Button>
      </div>
      {empty && <p className="empty">{units ? words.unitsEmpty : words.peopleEmpty}</p>}
      {!empty && units && <UnitsTable register={register} sought={sought} onEdit={edit} />}
      {!empty && !units && <PeopleTable register={register} sought={sought} onEdit={edit} />}
      {open?.what === 'edit' && units && <UnitDrawer key={open.id} unit={register.units.find((unit) => unit.id === open.id) ?? null} onClose={close} />}
      {open?.what === 'edit' && !units && <PersonDrawer key={open.id} person={register.people.find((person) => person.id === open.id) ?? null} units={register.units} onClose={close} />}
      {open?.what === 'import' && <ImportDialog what={tab} from={open.from} onClose={close} />}
    </main>
  );
};
