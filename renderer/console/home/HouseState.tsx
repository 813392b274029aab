// The right of the home page: addresses for phones, backup, data folder, projector window, and the few settings.
import { App, Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { HomeView } from '../../../shared/contract/home.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords } from '../words.ts';

interface Props { readonly home: HomeView }

export const Rooms = ({ home }: Props): ReactElement => {
  const { shell } = useWords();
  const send = useSend();
  return (
    <section className="house-part">
      <h2>{shell.roomsTitle}</h2>
      {home.rooms.length === 0 && <p className="quiet">{shell.roomsEmpty}</p>}
      <ul className="rooms">
        {home.rooms.map((room) => (
          <li key={room.address}>
            <span><b>{room.url}</b><small className="quiet">{room.adapter}</small></span>
            {room.chosen ? <Badge tone="good">{shell.roomsChosen}</Badge> : <Button size="small" onClick={() => void send({ name: 'settings.set', input: { address: room.address } })}>{shell.roomsChoose}</Button>}
          </li>
        ))}
      </ul>
      {home.rooms.length > 1 && <p className="quiet">{shell.roomsNote}</p>}
    </section>
  );
};

const Pin = ({ home }: Props): ReactElement => {
  const { shell } = useWords();
  const send = useSend();
  const { message } = App.useApp();
  const [old, setOld] = useState('');
  const [pin, setPin] = useState('');
  const set = async (): Promise<void> => {
    const answer = await send({ name: 'pin.set', input: home.pinSet ? { pin, old } : { pin } });
    if (!answer.ok) return;
    setOld('');
    setPin('');
    void message.success(shell.pinDone);
  };
  return (
    <div className="pin">
      <p className="quiet">{shell.pinNote}</p>
      {home.pinSet && <Input.Password size="small" inputMode="numeric" placeholder={shell.pinOld} aria-label={shell.pinOld} value={old} onChange={(event) => setOld(event.target.value)} />}
      <Input.Password size="small" inputMode="numeric" placeholder={shell.pinNew} aria-label={shell.pinNew} value={pin} onChange={(event) => setPin(event.target.value)} />
      <Button size="small" disabled={!/^\d{4,12}$/.test(pin)} onClick={() => void set()}>{shell.pinSet}</Button>
    </div>
  );
};

const time = (at: number): string => new Date(at).toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export const HouseState = ({ home }: Props): ReactElement => {
  const { shell } = useWords();
  const send = useSend();
  const { backup, settings } = home;
  return (
    <>
      <section className="house-part">
        <h2>{shell.stateTitle}</h2>
        <dl>
          <div><dt>{shell.stateUnits}</dt><dd>{home.units}</dd></div>
          <div><dt>{shell.statePeople}</dt><dd>{home.people}</dd></div>
          <div><dt>{shell.stateProjector}</dt><dd>{shell[`projector_${home.projector}`]} {home.projector === 'none' && home.windows !== 'none' && <Button size="small" onClick={() => void send({ name: 'projector.open', input: {} })}>{shell.projectorOpen}</Button>}</dd></div>
          <div><dt>{shell.stateJournal}</dt><dd>{shell[`journal_${home.integrity}`]}</dd></div>
          <div><dt>{shell.stateBackup}</dt><dd>{backup === null ? shell.backupNone : say(backup.ok ? shell.backupAt : shell.backupFailed, { time: time(backup.at) })}</dd></div>
          <div><dt>{shell.stateData}</dt><dd className="path" title={home.dataFolder}>{home.dataFolder}</dd></div>
        </dl>
      </section>
      <section className="house-part">
        <h2>{shell.settingsTitle}</h2>
        <div className="stacked">{shell.theme}<Select size="small" aria-label={shell.theme} value={settings.theme} onChange={(theme) => void send({ name: 'settings.set', input: { theme } })} options={(['cinnabar', 'ocean', 'daylight'] as const).map((value) => ({ value, label: shell[`theme_${value}`] }))} /></div>
        <label className="stacked">{shell.marking}<Input key={settings.marking} size="small" defaultValue={settings.marking} maxLength={60} onBlur={(event) => { if (event.target.value !== settings.marking) void send({ name: 'settings.set', input: { marking: event.target.value } }); }} /></label>
        <h3>{shell.pinTitle}</h3>
        <Pin home={home} />
      </section>
    </>
  );
};
