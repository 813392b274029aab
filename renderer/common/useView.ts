// React's side of the link: a view as a value that re-renders, and the link's status. It keeps nothing of its own.
import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Link, LinkStatus } from './link.ts';
import { viewKey, type Params, type Version } from './linkViews.ts';

/** `<LinkContext value={link}>` at the root of a surface. */
export const LinkContext = createContext<Link | null>(null);

export const useLink = (): Link => {
  const link = useContext(LinkContext);
  if (link === null) throw new Error('no LinkContext above this component');
  return link;
};

export interface View<T> {
  /** The newest snapshot, or null before the first. */
  readonly data: T | null;
  readonly version: Version | null;
  /** The host's code when the topic cannot be had. */
  readonly refused: string | null;
}

/**
 * Subscribes as long as the component stands and reports what was drawn with the next heartbeat.
 * Example: `const { data } = useView<WallView>('wall')`. The type is believed: page and host are of one build.
 */
export const useView = <T>(topic: string, params: Params = {}): View<T> => {
  const link = useLink();
  const key = viewKey(topic, params);
  // The key says all that counts about the parameters, whose object is new at each render.
  // oxlint-disable-next-line react/exhaustive-deps
  const held = useMemo(() => link.view(topic, params), [link, key]);
  const state = useSyncExternalStore(held.listen, held.state);
  const { version } = state;
  useEffect(() => {
    if (version !== null) link.drawn(version);
  }, [link, version]);
  return { data: state.data as T | null, version, refused: state.refused };
};

export const useLinkStatus = (): LinkStatus => {
  const link = useLink();
  return useSyncExternalStore(
    useCallback((listener: () => void) => link.listen(listener), [link]),
    () => link.status(),
  );
};
