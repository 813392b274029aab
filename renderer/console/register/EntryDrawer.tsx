// One unit or one person in a drawer, to add or to change. Keeping is one command; a refusal leaves the drawer open.
import { Button, Drawer, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PersonInput, UnitInput } from '../../../shared/register/commands.ts';
import type { RegisterView } from '../../../shared/register/views.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';

type Unit = RegisterView['units'][number];
type Person = RegisterView['people'][number];

const Text = ({ label, value, hint, onChange }: { readonly label: string; readonly value: string; readonly hint?: string; readonly onChange: (value: string) => void }): ReactElement => (
  <label className="stacked">{label}<Input value={value} maxLength={60} {...(hint === undefined ? {} : { placeholder: hint })} onChange={(event) => onChange(event.target.value)} /></label>
);

export const UnitDrawer = ({ unit, onClose }: { readonly unit: Unit | null; readonly onClose: () => void }): ReactElement => {
  const { register, shell } = useWords();
  const send = useSend();
  const [values, setValues] = useState<UnitInput>(unit === null ? { fullName: '', shortName: '', aliases: [], kind: '', group: '' } : { fullName: unit.fullName, shortName: unit.shortName, aliases: unit.aliases, kind: unit.kind, group: unit.group });
  const [aliases, setAliases] = useState(values.aliases.join('、'));
  const keep = async (): Promise<void> => {
    const list = aliases.split(/[、,，;；/]/u).map((alias) => alias.trim()).filter((alias) => alias !== '');
    const answer = await send({ name: 'unit.keep', input: { unit: unit?.id ?? null, values: { ...values, aliases: list } } });
    if (answer.ok) onClose();
  };
  const set = (part: Partial<UnitInput>): void => setValues({ ...values, ...part });
  return (
    <Drawer open title={unit === null ? register.addUnit : unit.fullName} size={420} onClose={onClose} footer={<Button type="primary" disabled={values.fullName.trim() === ''} onClick={() => void keep()}>{shell.save}</Button>}>
      <Text label={register.fullName} value={values.fullName} onChange={(fullName) => set({ fullName })} />
      <Text label={register.shortName} value={values.shortName} hint={register.shortHint} onChange={(shortName) => set({ shortName })} />
      <Text label={register.aliases} value={aliases} hint={register.aliasesHint} onChange={setAliases} />
      <Text label={register.kind} value={values.kind} onChange={(kind) => set({ kind })} />
      <Text label={register.group} value={values.group} onChange={(group) => set({ group })} />
    </Drawer>
  );
};

export const PersonDrawer = ({ person, units, onClose }: { readonly person: Person | null; readonly units: readonly Unit[]; readonly onClose: () => void }): ReactElement => {
  const { register, shell } = useWords();
  const send = useSend();
  const [values, setValues] = useState<PersonInput>(person === null ? { name: '', title: '', panel: '', home: '' } : { name: person.name, title: person.title, panel: person.panel, home: person.homeName });
  const keep = async (): Promise<void> => {
    const answer = await send({ name: 'person.keep', input: { person: person?.id ?? null, values } });
    if (answer.ok) onClose();
  };
  const set = (part: Partial<PersonInput>): void => setValues({ ...values, ...part });
  const homes = units.filter((unit) => !unit.archived || unit.fullName === values.home).map((unit) => ({ value: unit.fullName, label: unit.fullName }));
  return (
    <Drawer open title={person === null ? register.addPerson : person.name} size={420} onClose={onClose} footer={<Button type="primary" disabled={values.name.trim() === ''} onClick={() => void keep()}>{shell.save}</Button>}>
      <Text label={register.name} value={values.name} onChange={(name) => set({ name })} />
      <Text label={register.personTitle} value={values.title} onChange={(title) => set({ title })} />
      <Text label={register.panel} value={values.panel} onChange={(panel) => set({ panel })} />
      <div className="stacked">{register.home}<Select<string> showSearch={{ optionFilterProp: 'label' }} aria-label={register.home} value={values.home} onChange={(home) => set({ home })} options={[{ value: '', label: register.homeNone }, ...homes]} /></div>
    </Drawer>
  );
};
