/** @jsxImportSource preact */
// The stations' own keying, reading and settling, set into the desk under a root of its own, so that desk and stations key on the very same grid.
// Their looks stay inside that root and the desk's outside.
import { render } from 'preact';
import stationCss from '../../clerk/clerk.css?inline';
import keyingCss from '../../clerk/keying.css?inline';
import { BatchDesk } from '../../clerk/keying/BatchDesk.tsx';
import { wordsOf, WordsContext } from '../../clerk/words.ts';

type BatchDeskProps = Parameters<typeof BatchDesk>[0];

/** Rules about the page are rules about this root here; the desk's letters are a little smaller. */
const asIsland = (css: string): string => css.replaceAll(':root', ':host').replace(/(^|\})\s*body\s*\{/g, '$1:host{');
const FIT = ':host{display:grid;height:100%;min-height:0;font-size:15px;background:none}.batchDesk{height:100%}.digit,.plain,.main,.sheet{min-height:40px}:host{text-size-adjust:none}';

const rootOf = (place: HTMLElement): ShadowRoot => {
  if (place.shadowRoot !== null) return place.shadowRoot;
  const root = place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(asIsland(stationCss) + asIsland(keyingCss) + FIT);
  root.adoptedStyleSheets = [sheet];
  return root;
};

/** Draws a batch into `place`, or draws what has changed. */
export const drawBatch = (place: HTMLElement, language: 'zh' | 'en', props: BatchDeskProps): void =>
  render(<WordsContext.Provider value={wordsOf(language)}><BatchDesk {...props} /></WordsContext.Provider>, rootOf(place));
export const eraseBatch = (place: HTMLElement): void => {
  if (place.shadowRoot !== null) render(null, place.shadowRoot);
};
