// The two tables of the register. Order is changed by ↑ ↓ or by dragging a row; archived rows stand last and can be restored.
import { Button } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { RegisterView } from '../../../shared/register/views.ts';
import { useSend } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords } from '../words.ts';

interface TableProps { readonly register: RegisterView; readonly sought: string; readonly onEdit: (id: string) => void }
interface Entry { readonly id: string; readonly name: string; readonly archived: boolean; readonly cells: readonly ReactNode[]; readonly words: string }
interface ListProps {
  readonly headings: readonly string[];
  readonly entries: readonly Entry[];
  readonly sought: string;
  readonly onEdit: (id: string) => void;
  readonly onOrder: (ids: string[]) => void;
  readonly onArchive: (id: string, archived: boolean) => void;
}

const moved = (ids: readonly string[], from: string, to: string): string[] => {
  const rest = ids.filter((id) => id !== from);
  const at = ids.indexOf(to);
  return [...rest.slice(0, at), from, ...rest.slice(at)];
};

const Row = ({ entry, at, ids, list, onDrag, dragged }: { readonly entry: Entry; readonly at: number; readonly ids: readonly string[]; readonly list: ListProps; readonly onDrag: (id: string | null) => void; readonly dragged: string | null }): ReactElement => {
  const { register, shell } = useWords();
  const to = (target: number): void => {
    const other = ids[target];
    if (other !== undefined) list.onOrder(moved(ids, entry.id, other));
  };
  const free = list.sought === '' && !entry.archived;
  return (
    <tr data-archived={entry.archived ? '' : undefined} draggable={free} onDragStart={() => onDrag(entry.id)} onDragOver={(event) => event.preventDefault()} onDrop={() => { if (dragged !== null && dragged !== entry.id && free) list.onOrder(moved(ids, dragged, entry.id)); onDrag(null); }}>
      <td className="figure">{entry.archived ? '' : at + 1}</td>
      {entry.cells.map((cell, index) => (index === 0 ? <th scope="row" key={list.headings[index]}>{cell}{entry.archived && <Badge>{register.archived}</Badge>}</th> : <td key={list.headings[index]}>{cell}</td>))}
      <td className="acts">
        <Button size="small" type="text" aria-label={`${shell.up} ${entry.name}`} disabled={!free || at === 0} onClick={() => to(at - 1)}>↑</Button>
        <Button size="small" type="text" aria-label={`${shell.down} ${entry.name}`} disabled={!free || at === ids.length - 1} onClick={() => to(at + 1)}>↓</Button>
        <Button size="small" type="link" onClick={() => list.onEdit(entry.id)}>{shell.edit}</Button>
        <Button size="small" type="text" onClick={() => list.onArchive(entry.id, !entry.archived)}>{entry.archived ? register.restore : register.archive}</Button>
      </td>
    </tr>
  );
};

const List = (list: ListProps): ReactElement => {
  const { register } = useWords();
  const [dragged, setDragged] = useState<string | null>(null);
  const ids = list.entries.filter((entry) => !entry.archived).map((entry) => entry.id);
  const shown = list.entries.filter((entry) => list.sought === '' || entry.words.includes(list.sought));
  return (
    <table className="plain-table wide register-table">
      <thead><tr><th scope="col" className="figure">{register.order}</th>{list.headings.map((heading) => <th scope="col" key={heading}>{heading}</th>)}<th scope="col">{register.acts}</th></tr></thead>
      <tbody>{shown.map((entry) => <Row key={entry.id} entry={entry} at={ids.indexOf(entry.id)} ids={ids} list={list} dragged={dragged} onDrag={setDragged} />)}</tbody>
    </table>
  );
};

export const UnitsTable = ({ register, sought, onEdit }: TableProps): ReactElement => {
  const { register: words } = useWords();
  const send = useSend();
  const entries = register.units.map((unit): Entry => ({ id: unit.id, name: unit.fullName, archived: unit.archived, cells: [unit.fullName, unit.shortName, unit.aliases.join('、'), unit.kind, unit.group], words: [unit.fullName, unit.shortName, ...unit.aliases, unit.kind, unit.group].join(' ') }));
  return <List headings={[words.fullName, words.shortName, words.aliases, words.kind, words.group]} entries={entries} sought={sought} onEdit={onEdit} onOrder={(units) => void send({ name: 'unit.order', input: { units } })} onArchive={(unit, archived) => void send({ name: 'unit.archive', input: { unit, archived } })} />;
};

export const PeopleTable = ({ register, sought, onEdit }: TableProps): ReactElement => {
  const { register: words } = useWords();
  const send = useSend();
  const entries = register.people.map((person): Entry => ({ id: person.id, name: person.name, archived: person.archived, cells: [person.name, person.title, person.panel, person.homeName], words: [person.name, person.title, person.panel, person.homeName].join(' ') }));
  return <List headings={[words.name, words.personTitle, words.panel, words.home]} entries={entries} sought={sought} onEdit={onEdit} onOrder={(people) => void send({ name: 'person.order', input: { people } })} onArchive={(person, archived) => void send({ name: 'person.archive', input: { person, archived } })} />;
};
