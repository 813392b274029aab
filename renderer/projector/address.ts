// What the page was opened for: `#t=<token>` the wall, `#t=…&output=timer` the stage timer, `#test` the test card. The token is taken out of
// the address at once and kept for this tab only, so that a reload comes back by itself.

export interface ScreenAddress {
  readonly token: string;
  readonly output: 'main' | 'timer';
}
export type Opened = { readonly kind: 'test'; readonly theme: string | null } | { readonly kind: 'screen'; readonly screen: ScreenAddress } | { readonly kind: 'nothing' };

const KEY = 'leitai.screen';

/** Reads a fragment. Example: `#t=abc&output=timer` → {token: 'abc', output: 'timer'}; without a token null. */
export const screenOf = (hash: string): ScreenAddress | null => {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const token = fields.get('t');
  if (token === null || token === '') return null;
  return { token, output: fields.get('output') === 'timer' ? 'timer' : 'main' };
};

const storedScreen = (): ScreenAddress | null => screenOf(sessionStorage.getItem(KEY) ?? '');

export const readAddress = (): Opened => {
  const fields = new URLSearchParams(location.hash.replace(/^#/, ''));
  if (fields.has('test')) return { kind: 'test', theme: fields.get('theme') };
  const given = screenOf(location.hash);
  if (given !== null) {
    sessionStorage.setItem(KEY, `t=${encodeURIComponent(given.token)}&output=${given.output}`);
    history.replaceState(null, '', location.pathname);
  }
  const screen = given ?? storedScreen();
  return screen === null ? { kind: 'nothing' } : { kind: 'screen', screen };
};
