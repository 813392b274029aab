// Header and footer around every page: where one is, whether the host hears the desk, language, lock, keys, marking line.
import { Button, Segmented } from 'antd';
import { useCallback, useState, type ReactElement, type ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import type { HomeView } from '../../../shared/contract/home.ts';
import { useLinkStatus } from '../../common/useView.ts';
import { useSeats, useSend, useSession } from '../host.ts';
import { hasPaper } from '../paper/paperParts.ts';
import { fragmentOf, type Route } from '../route.ts';
import { useWords } from '../words.ts';
import { Badge } from './Badge.tsx';
import { KeyList } from './KeyList.tsx';
import { useKeys } from './useKeys.ts';

interface Props { readonly home: HomeView; readonly route: Route; readonly children: ReactNode }

const Place = ({ to, here, children }: { readonly to: Route; readonly here: boolean; readonly children: ReactNode }): ReactElement => (
  <a href={fragmentOf(to)} className="desk-place" aria-current={here ? 'page' : undefined}>{children}</a>
);

/** Places that only some sessions have: paper where the rules or stations bring any, the review once the result is final. */
const MorePlaces = ({ session: id, page }: { readonly session: string; readonly page: Route['page'] }): ReactElement | null => {
  const { paper, review } = useWords();
  const session = useSession(id);
  const seats = useSeats(session?.meeting ?? '');
  if (session === null) return null;
  return (
    <>
      {hasPaper(session, seats) && <Place to={{ page: 'paper', session: id }} here={page === 'paper'}>{paper.place}</Place>}
      {(session.phase === 'finalised' || session.phase === 'archived') && <Place to={{ page: 'review', session: id }} here={page === 'review'}>{review.place}</Place>}
    </>
  );
};

const SessionPlaces = ({ home, route }: { readonly home: HomeView; readonly route: Route }): ReactElement | null => {
  const words = useWords();
  if (!('session' in route)) return null;
  const { session, page } = route;
  const title = home.sessions.find((each) => each.id === session)?.title ?? '';
  return (
    <>
      <span className="desk-title" title={title}>{title}</span>
      <nav aria-label={title}>
        <Place to={{ page: 'setup', session, step: 'units' }} here={page === 'setup'}>{words.shell.placeSetup}</Place>
        <Place to={{ page: 'live', session }} here={page === 'live'}>{words.shell.placeLive}</Place>
        <Place to={{ page: 'result', session }} here={page === 'result'}>{words.shell.placeResult}</Place>
        <MorePlaces session={session} page={page} />
      </nav>
    </>
  );
};

const Header = ({ home, route, onKeys }: Omit<Props, 'children'> & { readonly onKeys: () => void }): ReactElement => {
  const words = useWords();
  const send = useSend();
  const { state } = useLinkStatus();
  const english = home.settings.language === 'en';
  return (
    <header className="desk-header">
      <span className="desk-mark" aria-hidden>{words.shell.product}</span>
      <nav aria-label={words.shell.product}>
        <Place to={{ page: 'home' }} here={route.page === 'home'}>{words.shell.placeHome}</Place>
        <Place to={{ page: 'register', tab: 'units' }} here={route.page === 'register'}>{words.shell.placeRegister}</Place>
      </nav>
      <SessionPlaces home={home} route={route} />
      <span className="desk-space" />
      {home.sample && <Badge tone="warn">{words.shell.sample}</Badge>}
      {state !== 'open' && <Badge tone="bad" role="status">{words.shell.linkLost}</Badge>}
      <Segmented size="small" aria-label={words.shell.language} value={english ? 'en' : 'zh'} options={[{ label: '中', value: 'zh' }, { label: 'EN', value: 'en' }]} onChange={(value) => void send({ name: 'settings.set', input: { language: value === 'en' ? 'en' : 'zh' } })} />
      {home.pinSet && <Button size="small" type="text" onClick={() => void send({ name: 'desk.lock', input: {} })}>{words.shell.lock}</Button>}
      <Button size="small" type="text" onClick={onKeys} aria-label={words.shell.keysTitle}>?</Button>
    </header>
  );
};

const clock = (at: number): string => new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });

export const DeskFrame = ({ home, route, children }: Props): ReactElement => {
  const words = useWords();
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = useCallback(() => setKeysShown(true), []);
  useKeys({ '?': showKeys });
  const { backup } = home;
  return (
    <div className="desk" data-page={route.page}>
      <Header home={home} route={route} onKeys={showKeys} />
      {children}
      <footer className="desk-footer">
        <strong>{home.settings.marking}</strong>
        <span>{words.shell.noSecrets}</span>
        <span className="desk-space" />
        <span data-bad={backup?.ok === false ? '' : undefined}>{backup === null ? words.shell.backupNone : say(backup.ok ? words.shell.backupAt : words.shell.backupFailed, { time: clock(backup.at) })}</span>
        <span>{home.version}</span>
      </footer>
      <KeyList open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
};
