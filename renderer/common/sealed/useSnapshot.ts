// The newest snapshot of a page's store, for pages made with Preact.
import { useEffect, useState } from 'preact/hooks';
import type { Version } from '../linkViews.ts';

interface Shown { readonly version: Version | null }
interface Source<S extends Shown> { readonly snapshot: () => S; readonly listen: (listener: () => void) => () => void; readonly drawn: (version: Version | null) => void }

/** The newest snapshot; what reached the glass is reported back for the heartbeat. */
export const useSnapshot = <S extends Shown>(store: Source<S>): S => {
  const [snapshot, setSnapshot] = useState(store.snapshot);
  useEffect(() => {
    setSnapshot(store.snapshot());
    return store.listen(() => setSnapshot(store.snapshot()));
  }, [store]);
  useEffect(() => store.drawn(snapshot.version), [store, snapshot.version]);
  return snapshot;
};
