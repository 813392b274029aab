/** @jsxImportSource preact */
// The stations' page as a whole: which card, which language, which tab. All else is in the screens and the store.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browserId, keepCard, type Card } from '../common/sealed/card.ts';
import type { LinkParts } from '../common/sealed/linkParts.ts';
import type { Storage } from '../common/sealed/storage.ts';
import { watchTabs, watchWaking } from '../common/sealed/tabs.ts';
import { CodeScreen } from '../common/sealed/CodeScreen.tsx';
import { STATION_DOOR } from './door.ts';
import { commandShelf } from './commandShelf.ts';
import { PaperBench } from './keying/paperBench.ts';
import { Notice } from './Notice.tsx';
import { Station } from './Station.tsx';
import { StationStore } from './stationStore.ts';
import { keepLanguage, readLanguage, useWords, wordsOf, WordsContext } from './words.ts';

export interface AppParts extends LinkParts { readonly storage: Storage }
interface AtWork { readonly parts: AppParts; readonly card: Card; readonly language: ComponentChildren; readonly onForget: () => void }

/** One station at work in this tab, or resting while a newer tab has it. */
const Seat = ({ parts, card, language, onForget }: AtWork) => {
  const { otherTab } = useWords();
  const store = useMemo(() => new StationStore({ card, browser: browserId(parts.storage, () => parts.randomHex(16)), shelf: commandShelf(parts.storage, card.seat) }, parts), [card, parts]);
  const bench = useMemo(() => new PaperBench(store, { storage: parts.storage, seat: card.seat }), [store, parts, card]);
  const [resting, setResting] = useState(false);
  const tab = useMemo(() => watchTabs(parts.storage, () => parts.randomHex(8), () => setResting(true)), [parts]);
  useEffect(() => watchWaking((longAway) => store.wake(longAway)), [store]);
  useEffect(() => {
    if (resting) return store.stop();
    tab.claim();
    store.start();
    return () => store.stop();
  }, [store, tab, resting]);
  if (resting) return <Notice title={otherTab.title} text={otherTab.text} action={{ label: otherTab.here, run: () => setResting(false) }} />;
  return <Station store={store} bench={bench} after={parts.after} now={parts.now} language={language} onForget={onForget} />;
};

export const App = ({ parts, first }: { readonly parts: AppParts; readonly first: Card | null }) => {
  const [language, setLanguage] = useState(() => readLanguage(parts.storage));
  const [card, setCard] = useState(first);
  const words = wordsOf(language);
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
    document.title = words.title;
    keepLanguage(parts.storage, language);
  }, [language, words, parts]);
  useEffect(() => keepCard(parts.storage, card), [card, parts]);
  const toggle = (
    <button type="button" class="language" aria-label={words.languageLabel} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{words.language}</button>
  );
  return (
    <WordsContext.Provider value={words}>
      {card === null
        ? <><CodeScreen focused words={words.code} door={STATION_DOOR} browser={browserId(parts.storage, () => parts.randomHex(16))} parts={parts} onCard={setCard} /><footer class="foot">{toggle}</footer></>
        : <Seat key={card.seat} parts={parts} card={card} language={toggle} onForget={() => setCard(null)} />}
    </WordsContext.Provider>
  );
};
