/** @jsxImportSource preact */
// The stations' page begins: takes the card out of the address bar before anything is shown, then draws.
import { render } from 'preact';
import * as z from 'zod/mini';
import { cardOfFragment, storedCard } from '../common/sealed/card.ts';
import { browserParts } from '../common/sealed/linkParts.ts';
import { pageStorage } from '../common/sealed/storage.ts';
import { App } from './App.tsx';
import { STATION_DOOR } from './door.ts';
import './clerk.css';
import './keying.css';

// The page's policy forbids code made from text, which zod would try.
z.config({ jitless: true });

const storage = pageStorage('clerk', () => window.localStorage);
const scanned = cardOfFragment(location.hash, STATION_DOOR);
if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);

// A card scanned while this page is open only changes the fragment; the page then starts again with it.
window.addEventListener('hashchange', () => {
  if (cardOfFragment(location.hash, STATION_DOOR) !== null) location.reload();
});

const place = document.getElementById('root');
if (place !== null) render(<App parts={{ ...browserParts, storage }} first={scanned ?? storedCard(storage, STATION_DOOR)} />, place);
