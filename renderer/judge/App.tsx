/** @jsxImportSource preact */
// The judge's page as a whole: which card, which screen, which language; with the card of the stage timer, that timer instead.
// All else is in the screens and the store.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { BallotScreen } from './BallotScreen.tsx';
import { CodeScreen } from '../common/sealed/CodeScreen.tsx';
import { JUDGE_DOOR } from './door.ts';
import { ConfirmScreen } from './ConfirmScreen.tsx';
import { Dialog } from './Dialog.tsx';
import { ListScreen } from './ListScreen.tsx';
import { Notice } from './Notice.tsx';
import { SheetScreen } from './SheetScreen.tsx';
import { StageTimer } from './StageTimer.tsx';
import { say } from '../../shared/text/say.ts';
import { browserId, keepCard, type Card } from '../common/sealed/card.ts';
import { readBox } from './guards.ts';
import { JudgeStore, type StoreParts } from './judgeStore.ts';
import { hasUnsent, placeKey } from './outbox.ts';
import { readJson } from '../common/sealed/storage.ts';
import { watchTabs, watchWaking } from '../common/sealed/tabs.ts';
import { useAge } from '../common/sealed/useAge.ts';
import { useSnapshot } from '../common/sealed/useSnapshot.ts';
import { usePlace } from './useStore.ts';
import { ownWindows } from './sheetState.ts';
import { keepTaste, readTaste, showTaste, useWords, wordsOf, WordsContext, type Taste } from './words.ts';

export interface AppProps { readonly parts: StoreParts; readonly scanned: Card | null; readonly stored: Card | null }

/** Whether a scanned card may take over without a question. */
const mayReplace = ({ parts, scanned, stored }: AppProps): boolean =>
  scanned === null || stored === null || scanned.seat === stored.seat || !hasUnsent(readBox(readJson(parts.storage.read(`box.${stored.seat}`))));

const Foot = ({ taste, onTaste }: { readonly taste: Taste; readonly onTaste: (taste: Taste) => void }) => {
  const words = useWords();
  return (
    <footer class="foot">
      <button type="button" class="link" aria-label={words.languageLabel} onClick={() => onTaste({ ...taste, language: taste.language === 'zh' ? 'en' : 'zh' })}>{words.language}</button>
      <button type="button" class="link" aria-pressed={taste.large} onClick={() => onTaste({ ...taste, large: !taste.large })}>{words.large}</button>
    </footer>
  );
};

const Screens = ({ store, parts, card }: { readonly store: JudgeStore; readonly parts: StoreParts; readonly card: Card }) => {
  const words = useWords();
  const snapshot = useSnapshot(store);
  const [place, go] = usePlace(store);
  const { stale } = useAge(snapshot.status.heardAt, parts.now);
  const [confirmed, setConfirmed] = useState(() => parts.storage.read('confirmed'));
  useEffect(() => {
    document.body.className = stale ? 'stale' : '';
  }, [stale]);
  const { seat, status, box } = snapshot;
  const name = seat?.name ?? null;
  useEffect(() => {
    if (name !== null) parts.storage.write('name', name);
  }, [parts, name]);
  const retry = { label: words.retry, run: () => store.start() };
  if (status.phase === 'void' || status.phase === 'impostor') return <Notice {...words[status.phase]} action={retry} />;
  if (status.phase === 'awaitingDesk') return <Notice {...words.awaitingDesk} waiting />;
  if (seat === null) return <Notice title={words.link.connecting} text={words.link.offline} waiting />;
  const identity = `${card.seat} ${seat.name}`;
  if (confirmed !== identity) {
    const confirm = (): void => {
      parts.storage.write('confirmed', identity);
      setConfirmed(identity);
    };
    return <ConfirmScreen seat={seat} onYes={confirm} />;
  }
  const session = seat.sessions.filter((each) => each.id === place?.session)[0];
  const window = session === undefined ? undefined : ownWindows(session).filter((each) => each.id === place?.contestant)[0];
  return (
    <>
      {snapshot.lasting ? null : <p class="banner bad" role="alert">{words.notKept}</p>}
      {place === null || session === undefined || (window === undefined && session.send === 'each')
        ? <ListScreen seat={seat} box={box} epoch={snapshot.epoch} status={status} now={parts.now} onOpen={go} />
        : window === undefined
          ? <BallotScreen key={session.id} store={store} snapshot={snapshot} session={session} contestant={place.contestant} now={parts.now} onGo={go} />
          : <SheetScreen key={placeKey(place)} store={store} snapshot={snapshot} session={session} window={window} now={parts.now} onGo={go} />}
    </>
  );
};

/** One seat at work in this tab, or resting while a newer tab has it. */
const Seat = ({ parts, card }: { readonly parts: StoreParts; readonly card: Card }) => {
  const words = useWords();
  const store = useMemo(() => new JudgeStore({ card, browser: browserId(parts.storage, () => parts.randomHex(16)) }, parts), [card, parts]);
  const [resting, setResting] = useState(false);
  const tab = useMemo(() => watchTabs(parts.storage, () => parts.randomHex(8), () => setResting(true)), [parts]);
  useEffect(() => watchWaking((longAway) => store.wake(longAway)), [store]);
  useEffect(() => {
    if (resting) return store.stop();
    tab.claim();
    store.start();
    return () => store.stop();
  }, [store, tab, resting]);
  if (resting) return <Notice title={words.otherTab.title} text={words.otherTab.text} action={{ label: words.otherTab.here, run: () => setResting(false) }} />;
  return <Screens store={store} parts={parts} card={card} />;
};

export const App = (props: AppProps) => {
  const { parts, scanned, stored } = props;
  const [taste, setTaste] = useState(() => readTaste(parts.storage));
  const [card, setCard] = useState(mayReplace(props) ? (scanned ?? stored) : null);
  const [asking, setAsking] = useState(!mayReplace(props));
  const words = wordsOf(taste.language);
  useEffect(() => showTaste(taste), [taste]);
  const choose = (chosen: Card | null): void => {
    keepCard(parts.storage, chosen);
    setAsking(false);
    setCard(chosen);
  };
  useEffect(() => {
    if (card !== null) keepCard(parts.storage, card);
  }, [card, parts]);
  const change = (next: Taste): void => {
    keepTaste(parts.storage, next);
    setTaste(next);
  };
  const { otherCard } = words;
  if (card?.role === 'stage') return <WordsContext.Provider value={words}><StageTimer parts={parts} card={card} /></WordsContext.Provider>;
  return (
    <WordsContext.Provider value={words}>
      {card !== null ? <Seat parts={parts} card={card} /> : asking ? null : <CodeScreen words={words.code} door={JUDGE_DOOR} browser={browserId(parts.storage, () => parts.randomHex(16))} parts={parts} onCard={choose} />}
      <Foot taste={taste} onTaste={change} />
      {asking ? (
        <Dialog title={otherCard.title} yes={otherCard.change} no={otherCard.stay} onYes={() => choose(scanned)} onNo={() => choose(stored)}>
          {say(otherCard.text, { name: parts.storage.read('name') ?? otherCard.unnamed })}
        </Dialog>
      ) : null}
    </WordsContext.Provider>
  );
};
