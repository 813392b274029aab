/** @jsxImportSource preact */
// One station on the glass: which it is, of which meeting, how alive the link is, and the work between. Words and shape, never colour alone.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { StationView } from '../../shared/contract/station.ts';
import { say } from '../../shared/text/say.ts';
import { useAge, type Age } from '../common/sealed/useAge.ts';
import { Notice } from './Notice.tsx';
import type { LinkParts } from '../common/sealed/linkParts.ts';
import type { PaperBench } from './keying/paperBench.ts';
import type { StationSnapshot, StationStore } from './stationStore.ts';
import { useSnapshot } from '../common/sealed/useSnapshot.ts';
import { Work } from './Work.tsx';
import { useWords } from './words.ts';

interface StationProps { readonly store: StationStore; readonly bench: PaperBench; readonly after: LinkParts['after']; readonly now: () => number; readonly language: ComponentChildren; readonly onForget: () => void }

const LinkLine = ({ seconds, stale }: Age) => {
  const { link } = useWords();
  return (
    <span class={seconds !== null && !stale ? 'linkLine fresh' : 'linkLine'}>
      <span class="dot" aria-hidden="true" />
      {seconds === null ? link.connecting : say(stale ? link.stale : link.open, { n: seconds })}
    </span>
  );
};

const Head = ({ station, age, language }: { readonly station: StationView; readonly age: Age; readonly language: ComponentChildren }) => {
  const words = useWords();
  return (
    <header class="head">
      <span class="role">{words.role[station.role]}</span>
      <h1>{station.name}</h1>
      <p class="meeting">{station.title}</p>
      {station.sample ? <span class="sample">{words.sample}</span> : null}
      <LinkLine {...age} />
      {language}
    </header>
  );
};

const Banners = ({ age, unsent, barred }: { readonly age: Age; readonly unsent: number; readonly barred: boolean }) => {
  const words = useWords();
  return (
    <div class="banners">
      {age.stale && !barred ? <p class="banner grey" role="status">{say(words.link.staleLong, { n: age.seconds ?? 0 })}</p> : null}
      {unsent > 0 && (age.stale || barred) ? <p class="banner" role="alert">{say(words.unsent, { n: unsent })}</p> : null}
    </div>
  );
};

/** What stands between this page and its work, if anything does. */
const Barred = ({ snapshot, store, onForget }: Pick<StationProps, 'store' | 'onForget'> & { readonly snapshot: StationSnapshot }) => {
  const words = useWords();
  const { phase } = snapshot.status;
  if (phase === 'void' || phase === 'impostor') {
    return <Notice {...words[phase]} action={{ label: words.retry, run: () => store.start() }} other={{ label: words.code.instead, run: onForget }} />;
  }
  if (phase === 'awaitingDesk') return <Notice {...words.awaitingDesk} waiting other={{ label: words.code.instead, run: onForget }} />;
  return <Notice title={words.link.connecting} text={words.link.offline} waiting other={{ label: words.code.instead, run: onForget }} />;
};

const BARRED: readonly StationSnapshot['status']['phase'][] = ['void', 'impostor', 'awaitingDesk'];

export const Station = ({ store, bench, after, now, language, onForget }: StationProps) => {
  const snapshot = useSnapshot(store);
  const { station, status, unsent } = snapshot;
  const age = useAge(status.heardAt, now);
  useEffect(() => {
    if (unsent === 0) return undefined;
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [unsent]);
  if (station === null || BARRED.includes(status.phase)) {
    return (
      <>
        <Banners age={age} unsent={unsent} barred />
        <Barred snapshot={snapshot} store={store} onForget={onForget} />
        <footer class="foot">{language}</footer>
      </>
    );
  }
  return (
    <div class={age.stale ? 'station stale' : 'station'}>
      <Head station={station} age={age} language={language} />
      <Banners age={age} unsent={unsent} barred={false} />
      <main class="work"><Work view={station} bench={bench} after={after} watch={store.watch} /></main>
      <footer class="marking">{station.marking}</footer>
    </div>
  );
};
