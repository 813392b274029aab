/** @jsxImportSource preact */
// The stage timer on a phone or tablet: digits as large as the glass allows, a colour and its word, the contestant's name. No controls.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import { timerFace, type TimerState } from '../common/timerFace.ts';
import { browserId, type Card } from '../common/sealed/card.ts';
import type { StoreParts } from './judgeStore.ts';
import { Notice } from './Notice.tsx';
import { StageStore } from './stageStore.ts';
import { watchWaking } from '../common/sealed/tabs.ts';
import { useAge } from '../common/sealed/useAge.ts';
import { useSnapshot } from '../common/sealed/useSnapshot.ts';
import { useWords } from './words.ts';
import '../common/stageTimer.css';

/** The host's time, read again whenever the shown digits are due to change. */
const useHostNow = (clock: () => number, due: (now: number) => number | null): number => {
  const [, tick] = useState(0);
  const now = clock();
  const wait = due(now);
  useEffect(() => {
    if (wait === null) return undefined;
    const timer = setTimeout(() => tick((count) => count + 1), Math.max(20, wait + 5));
    return () => clearTimeout(timer);
  });
  return now;
};

const Running = ({ timer, clock }: { readonly timer: TimerState; readonly clock: () => number }) => {
  const { wall } = useWords();
  const now = useHostNow(clock, (at) => timerFace(timer, at).nextChange);
  const face = timerFace(timer, now);
  const word = timer.uncertain ? say(wall.about, { word: wall[face.word] }) : wall[face.word];
  return (
    <main class="stage-timer" data-tone={face.tone} data-length={face.digits.length}>
      <p class="stage-timer-name">{timer.name}</p>
      <p class="stage-timer-digits" role="timer">{face.digits}</p>
      <p class="stage-timer-word">{wall[timer.phase]}　{word}</p>
    </main>
  );
};

const Idle = ({ title }: { readonly title: string }) => {
  const { stage } = useWords();
  return (
    <main class="stage-timer" data-tone="calm">
      <p class="stage-timer-title">{title === '' ? stage.title : title}</p>
      <p class="stage-timer-hint">{stage.waiting}<br />{stage.keepOn}</p>
    </main>
  );
};

export const StageTimer = ({ parts, card }: { readonly parts: StoreParts; readonly card: Card }) => {
  const { stage, link, retry } = useWords();
  const store = useMemo(() => new StageStore({ card, browser: browserId(parts.storage, () => parts.randomHex(16)) }, parts), [card, parts]);
  const { status, view } = useSnapshot(store);
  const { seconds, stale } = useAge(status.heardAt, parts.now);
  useEffect(() => watchWaking((longAway) => store.wake(longAway)), [store]);
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  useEffect(() => {
    document.body.className = stale ? 'stale' : '';
    document.title = stage.title;
  });
  if (status.phase === 'void' || status.phase === 'impostor') return <Notice {...stage[status.phase]} action={{ label: retry, run: () => store.start() }} />;
  if (status.phase === 'awaitingDesk') return <Notice {...stage.awaitingDesk} waiting />;
  if (view === null) return <Notice {...stage.connecting} waiting />;
  return (
    <>
      {view.timer === null ? <Idle title={view.title} /> : <Running timer={view.timer} clock={store.hostNow} />}
      {stale ? <p class="stage-timer-link" role="status">{say(link.stale, { n: seconds ?? 0 })}</p> : null}
    </>
  );
};
