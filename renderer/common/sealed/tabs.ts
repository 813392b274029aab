// Two tabs of one browser share a seat: the newer one works, the older steps back. And the device's waking up, in one place.
import type { Storage } from './storage.ts';

const LONG_AWAY = 6000;

export interface Tab {
  /** Takes the seat for this tab; every other tab steps back. */
  readonly claim: () => void;
}

/** Watches for a newer tab. `stepBack` runs each time another tab claims the seat. */
export const watchTabs = (storage: Storage, fresh: () => string, stepBack: () => void): Tab => {
  const own = fresh();
  window.addEventListener('storage', (event) => {
    if (event.key === storage.nameOnShelf('tab') && event.newValue !== null && event.newValue !== own) stepBack();
  });
  return {
    claim: () => {
      storage.write('tab', null);
      storage.write('tab', own);
    },
  };
};

/** Calls `wake` when the page is seen again or the device has a network again; says whether it was away for long. */
export const watchWaking = (wake: (longAway: boolean) => void): void => {
  let hiddenAt: number | null = null;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now();
    else wake(hiddenAt !== null && Date.now() - hiddenAt > LONG_AWAY);
  });
  window.addEventListener('pageshow', (event) => wake(event.persisted));
  window.addEventListener('online', () => wake(true));
};
