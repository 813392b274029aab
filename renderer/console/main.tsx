// The entry of the desk: takes the token out of the address, opens the link and mounts the app. It shows nothing itself.
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { Link } from '../common/link.ts';
import { browserParts } from '../common/linkParts.ts';
import { LinkContext } from '../common/useView.ts';
import { DeskApp } from './DeskApp.tsx';
import { giveStylesTheNonce } from './kit/styleNonce.ts';
import './console.css';

// zod probes `new Function`, which the page's policy forbids.
z.config({ jitless: true });

const TOKEN = 'leitai.desk.token';

/** The token stays in this tab only; the fragment is cleaned so that it is in no screenshot and no history. */
const takeToken = (): string => {
  const found = /^#t=([\w.~-]+)/.exec(location.hash)?.[1];
  if (found !== undefined) {
    sessionStorage.setItem(TOKEN, found);
    history.replaceState(null, '', `${location.pathname}#/`);
  }
  return found ?? sessionStorage.getItem(TOKEN) ?? '';
};

const link = new Link({ type: 'token', token: takeToken() }, browserParts('/desk'));
link.start();

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
giveStylesTheNonce(nonce);
const place = document.getElementById('root');
if (place !== null) {
  createRoot(place).render(
    <LinkContext value={link}>
      <DeskApp nonce={nonce} />
    </LinkContext>,
  );
}
