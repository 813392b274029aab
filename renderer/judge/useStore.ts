// Between the store and the page: the phone's back gesture.
import { useEffect, useState } from 'preact/hooks';
import type { JudgeStore } from './judgeStore.ts';
import type { Place } from './outbox.ts';

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'session' in value && 'contestant' in value;

/** The sheet on the glass, kept in the browser's history so that the back gesture leads to the list and a reload stays where it was. */
export const usePlace = (store: JudgeStore): readonly [Place | null, (place: Place | null) => void] => {
  const [place, setPlace] = useState<Place | null>(() => (isPlace(history.state) ? history.state : null));
  useEffect(() => store.show(place), [store, place]);
  useEffect(() => {
    const moved = (event: PopStateEvent): void => setPlace(isPlace(event.state) ? event.state : null);
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const go = (target: Place | null): void => {
    if (target === null && isPlace(history.state)) return history.back();
    if (target !== null && isPlace(history.state)) history.replaceState(target, '');
    else if (target !== null) history.pushState(target, '');
    setPlace(target);
    window.scrollTo(0, 0);
  };
  return [place, go];
};
