// 录票台与监督员: named stations on other computers or tablets. Adds, renews and removes them, lets a new device in, shows a card.
import { App, Button, Input, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords, type Words } from '../words.ts';
import { StationCard } from './StationCard.tsx';

type Station = SeatsView['seats'][number];
type Role = 'clerk' | 'supervisor';
interface Props { readonly meeting: string; readonly seats: SeatsView | null }

const isStation = (seat: Station): boolean => seat.role === 'clerk' || seat.role === 'supervisor';

/** The next free name of a role. Example: 录票台 2; 监督员 when there is none yet, then 监督员 2. */
const suggested = (stations: readonly Station[], role: Role, word: string): string => {
  const taken = stations.map((station) => station.name);
  if (role === 'supervisor' && !taken.includes(word)) return word;
  let n = role === 'supervisor' ? 2 : 1;
  while (taken.includes(`${word} ${n}`)) n += 1;
  return `${word} ${n}`;
};

const liveWord = (words: Words['stations'], station: Station): string => (station.bound ? words[`live_${station.liveness}`] : words.unbound);

const StationLine = ({ station, meeting, onCard }: { readonly station: Station; readonly meeting: string; readonly onCard: () => void }): ReactElement => {
  const { stations: words, shell } = useWords();
  const send = useSend();
  const { modal } = App.useApp();
  const { seat, name } = station;
  const ask = (what: 'renew' | 'remove'): void => {
    const command = what === 'renew' ? 'seat.renew' : 'station.remove';
    void modal.confirm({ title: words[what], content: say(words[`${what}Ask`], { name }), okText: words[what], cancelText: shell.cancel, onOk: async () => { await send({ name: command, input: { meeting, seat } }); } });
  };
  return (
    <li data-liveness={station.liveness}>
      <b>{name}</b>
      <span className="quiet">{words[station.role === 'supervisor' ? 'role_supervisor' : 'role_clerk']} · {liveWord(words, station)}</span>
      <Button size="small" type="link" onClick={onCard}>{words.card}</Button>
      <Button size="small" type="link" onClick={() => ask('renew')}>{words.renew}</Button>
      <Button size="small" type="link" danger onClick={() => ask('remove')}>{words.remove}</Button>
      {station.waiting.map((browser) => (
        <span key={browser} className="station-waiting" role="status">{words.waiting} <Button size="small" type="primary" onClick={() => void send({ name: 'device.approve', input: { meeting, seat, browser } })}>{words.approve}</Button></span>
      ))}
    </li>
  );
};

const AddStation = ({ meeting, stations }: { readonly meeting: string; readonly stations: readonly Station[] }): ReactElement => {
  const { stations: words } = useWords();
  const send = useSend();
  const [role, setRole] = useState<Role>('clerk');
  const [typed, setTyped] = useState('');
  const offered = suggested(stations, role, words[`role_${role}`]);
  const add = async (): Promise<void> => {
    const answer = await send({ name: 'station.add', input: { meeting, role, name: typed.trim() === '' ? offered : typed } });
    if (answer.ok) setTyped('');
  };
  return (
    <div className="row-gap">
      <Segmented<Role> value={role} onChange={setRole} options={[{ value: 'clerk', label: words.role_clerk }, { value: 'supervisor', label: words.role_supervisor }]} />
      <Input className="station-name" value={typed} placeholder={offered} maxLength={20} aria-label={words.addName} onChange={(event) => setTyped(event.target.value)} onPressEnter={() => void add()} />
      <Button onClick={() => void add()}>{words.add}</Button>
    </div>
  );
};

export const StationsPart = ({ meeting, seats }: Props): ReactElement => {
  const { stations: words } = useWords();
  const [shown, setShown] = useState<string | null>(null);
  const stations = seats?.seats.filter(isStation) ?? [];
  const card = stations.find((station) => station.seat === shown);
  return (
    <section className="seat-part">
      <h3>{words.title}</h3>
      <p className="quiet">{words.intro}</p>
      {stations.length === 0 ? <p>{words.none}</p> : null}
      <ul className="station-list">
        {stations.map((station) => <StationLine key={station.seat} station={station} meeting={meeting} onCard={() => setShown(station.seat)} />)}
      </ul>
      <AddStation meeting={meeting} stations={stations} />
      {card === undefined ? null : <StationCard key={`${card.seat}/${card.issue}`} meeting={meeting} station={card} onClose={() => setShown(null)} />}
    </section>
  );
};
