// Hooks between the store and the page: the newest snapshot, and any view of the host.
import { useEffect, useState } from 'preact/hooks';
import type { HeldView, ViewState } from '../common/linkViews.ts';
import type { StationSnapshot, StationStore } from './stationStore.ts';

/** The newest snapshot; what reached the glass is reported back for the heartbeat. */
export const useSnapshot = (store: StationStore): StationSnapshot => {
  const [snapshot, setSnapshot] = useState(store.snapshot);
  useEffect(() => {
    setSnapshot(store.snapshot());
    return store.listen(() => setSnapshot(store.snapshot()));
  }, [store]);
  useEffect(() => store.drawn(snapshot.version), [store, snapshot.version]);
  return snapshot;
};

/** A view of the host as long as the component stands. The same held view must be given while it is the same topic. */
export const useHeld = (held: HeldView): ViewState => {
  const [state, setState] = useState(held.state);
  useEffect(() => {
    setState(held.state());
    return held.listen(() => setState(held.state()));
  }, [held]);
  return state;
};
