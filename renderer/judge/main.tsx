/** @jsxImportSource preact */
// The judge's page begins: takes the card out of the address bar before anything is shown, then draws.
import { render } from 'preact';
import { App } from './App.tsx';
import { JUDGE_DOOR } from './door.ts';
import { cardOfFragment, storedCard } from '../common/sealed/card.ts';
import { browserParts } from '../common/sealed/linkParts.ts';
import { pageStorage } from '../common/sealed/storage.ts';
import './judge.css';
import './sheet.css';
import './ballot.css';

const storage = pageStorage('judge', () => window.localStorage);
const scanned = cardOfFragment(location.hash, JUDGE_DOOR);
if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);

const parts = {
  ...browserParts,
  storage,
  wall: () => Date.now(),
  // Absent on iPhones, and refused before the first touch: the receipt on the glass is enough then.
  received: () => {
    if ('vibrate' in navigator) navigator.vibrate(30);
  },
};

// A card scanned while this page is open only changes the fragment; the page then starts again with it.
window.addEventListener('hashchange', () => {
  if (cardOfFragment(location.hash, JUDGE_DOOR) !== null) location.reload();
});

const place = document.getElementById('root');
if (place !== null) render(<App parts={parts} scanned={scanned} stored={storedCard(storage, JUDGE_DOOR)} />, place);
