// Where on the desk one is, as the address fragment says it. It never carries a token or a name.
import { useCallback, useSyncExternalStore } from 'react';

export const SETUP_STEPS = ['units', 'judges', 'rules', 'order', 'figures', 'cards', 'seats', 'go'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

const SESSION_PAGES = ['live', 'paper', 'result', 'review'] as const;
export type SessionPage = (typeof SESSION_PAGES)[number];

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'register'; readonly tab: 'units' | 'people' }
  | { readonly page: 'setup'; readonly session: string; readonly step: SetupStep }
  | { readonly page: SessionPage; readonly session: string };

const isStep = (text: string | undefined): text is SetupStep => SETUP_STEPS.some((step) => step === text);

const isSessionPage = (text: string | undefined): text is SessionPage => SESSION_PAGES.some((page) => page === text);

/** Reads a fragment. Example: `#/session/s1/setup/rules` → setup of s1, step rules. What it does not know is home. */
export const routeOf = (fragment: string): Route => {
  const [area, id, page, step] = fragment.replace(/^#\/?/, '').split('/');
  if (area === 'register') return { page: 'register', tab: id === 'people' ? 'people' : 'units' };
  if (area !== 'session' || id === undefined || !/^[\w-]{1,64}$/.test(id)) return { page: 'home' };
  if (isSessionPage(page)) return { page, session: id };
  return { page: 'setup', session: id, step: isStep(step) ? step : 'units' };
};

/** The fragment of a route; `routeOf` reads it back. */
export const fragmentOf = (route: Route): string => {
  switch (route.page) {
    case 'home': return '#/';
    case 'register': return `#/register/${route.tab}`;
    case 'setup': return `#/session/${route.session}/setup/${route.step}`;
    default: return `#/session/${route.session}/${route.page}`;
  }
};

const listen = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export const useRoute = (): { readonly route: Route; readonly go: (route: Route) => void } => {
  const fragment = useSyncExternalStore(listen, () => location.hash);
  const go = useCallback((route: Route) => {
    location.hash = fragmentOf(route);
  }, []);
  return { route: routeOf(fragment), go };
};
