// The wall's page: reads what it was opened for, connects to the host and mounts the stage, the stage timer or the test card.
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Link } from '../common/link.ts';
import { browserParts } from '../common/linkParts.ts';
import { LinkContext } from '../common/useView.ts';
import { readAddress, type ScreenAddress } from './address.ts';
import { TestCard } from './scenes/TestCard.tsx';
import { StageTimer } from './StageTimer.tsx';
import { WallApp } from './WallApp.tsx';
import './page.css';

/** A host of another build brings its own page; the picture comes back with it. */
const reloadOnNewBuild = (link: Link): void => {
  let first: string | null = null;
  link.listen(() => {
    const { build } = link.status();
    first ??= build;
    if (build !== first) location.reload();
  });
};

/** Loads every slice of the bundled font once the page is quiet, so that no name ever waits for its letters. */
const warmFonts = (): void => {
  setTimeout(() => {
    for (const face of document.fonts) face.load().catch(() => undefined);
  }, 1500);
};

const connected = (screen: ScreenAddress): ReactNode => {
  const link = new Link({ type: 'token', token: screen.token, output: screen.output }, browserParts('/screen'));
  reloadOnNewBuild(link);
  link.start();
  warmFonts();
  return <LinkContext value={link}>{screen.output === 'timer' ? <StageTimer /> : <WallApp />}</LinkContext>;
};

const opened = readAddress();
// A shell that opens the same page for another screen changes only the fragment.
window.addEventListener('hashchange', () => location.reload());

const surface = (): ReactNode => {
  switch (opened.kind) {
    case 'test': return <TestCard theme={opened.theme} />;
    case 'screen': return connected(opened.screen);
    case 'nothing': return null;
  }
};

const place = document.getElementById('root');
if (place !== null) createRoot(place).render(surface());
