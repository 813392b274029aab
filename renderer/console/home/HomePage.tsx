// 首页: sessions and what to do next; the addresses phones use; the state of this computer; settings. First start says what the program is not for.
import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { HomeView } from '../../../shared/contract/home.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { fragmentOf, type Route } from '../route.ts';
import { useWords } from '../words.ts';
import { NewSession } from './NewSession.tsx';
import { HouseState, Rooms } from './HouseState.tsx';
import './home.css';

type Session = HomeView['sessions'][number];

const doorOf = (session: Session): Route =>
  session.phase === 'setup' || session.phase === 'ready' ? { page: 'setup', session: session.id, step: 'units' } : { page: session.phase === 'live' ? 'live' : 'result', session: session.id };

const SessionRow = ({ session }: { readonly session: Session }): ReactElement => {
  const { shell } = useWords();
  const send = useSend();
  const { modal } = App.useApp();
  const archive = (): void => {
    void modal.confirm({ title: shell.archive, content: say(shell.archiveAsk, { title: session.title }), okText: shell.archive, cancelText: shell.cancel, onOk: async () => { await send({ name: 'session.archive', input: { session: session.id } }); } });
  };
  return (
    <li data-phase={session.phase}>
      <a href={fragmentOf(doorOf(session))}>
        <b>{session.title}</b>
        <span className="quiet">{say(shell.sessionUnits, { count: session.units })} · {say(shell.sessionJudges, { count: session.judges })}{session.phase === 'live' ? ` · ${say(shell.sessionDone, { done: session.done, count: session.units })}` : ''}</span>
      </a>
      {session.onAir && <Badge tone="bad">{shell.onAir}</Badge>}
      <Badge tone={session.phase === 'live' ? 'busy' : session.phase === 'finalised' ? 'good' : 'plain'}>{shell[`phase_${session.phase}`]}</Badge>
      <time className="quiet">{new Date(session.createdAt).toLocaleDateString('zh-CN')}</time>
      {session.phase === 'finalised' && <Button size="small" type="text" onClick={archive}>{shell.archive}</Button>}
    </li>
  );
};

const FIRST = 'leitai.desk.known';

const FirstNote = (): ReactElement | null => {
  const { shell } = useWords();
  const [known, setKnown] = useState(() => localStorage.getItem(FIRST) === 'yes');
  if (known) return null;
  const accept = (): void => {
    localStorage.setItem(FIRST, 'yes');
    setKnown(true);
  };
  return <section className="first-note" aria-label={shell.firstTitle}><b>{shell.firstTitle}</b><p>{shell.firstBody}</p><Button size="small" onClick={accept}>{shell.firstOk}</Button></section>;
};

/** Sample data are labelled on every surface until they are put aside for the real thing. */
const SampleNote = (): ReactElement => {
  const { shell } = useWords();
  const send = useSend();
  const { modal } = App.useApp();
  const leave = (): void => {
    void modal.confirm({ title: shell.sampleLeave, content: shell.sampleLeaveAsk, okText: shell.sampleLeave, cancelText: shell.cancel, onOk: async () => { await send({ name: 'sample.leave', input: {} }); } });
  };
  return <section className="first-note" aria-label={shell.sample}><b>{shell.sample}</b><p>{shell.sampleNote}</p><Button size="small" onClick={leave}>{shell.sampleLeave}</Button></section>;
};

export const HomePage = ({ home }: { readonly home: HomeView }): ReactElement => {
  const { shell } = useWords();
  const [making, setMaking] = useState(false);
  const bare = home.units === 0 || home.people === 0;
  return (
    <main className="page home">
      <FirstNote />
      {home.sample && <SampleNote />}
      <div className="home-columns">
        <section>
          <div className="page-head">
            <h1>{shell.sessionsTitle}</h1>
            <span className="desk-space" />
            <Button type="primary" onClick={() => setMaking(true)}>{shell.sessionNew}</Button>
          </div>
          {home.sessions.length === 0
            ? <p className="empty">{bare ? shell.sessionsEmpty : say(shell.sessionsEmptyReady, { units: home.units, people: home.people })}{bare && <Button type="primary" href={fragmentOf({ page: 'register', tab: home.units === 0 ? 'units' : 'people' })}>{shell.openRegister}</Button>}</p>
            : <ul className="session-list">{home.sessions.map((session) => <SessionRow key={session.id} session={session} />)}</ul>}
        </section>
        <aside><Rooms home={home} /><HouseState home={home} /></aside>
      </div>
      {making && <NewSession onClose={() => setMaking(false)} />}
    </main>
  );
};
