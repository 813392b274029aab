// Between the store and the page: any view of the host.
import { useEffect, useState } from 'preact/hooks';
import type { HeldView, ViewState } from '../common/linkViews.ts';

/** A view of the host as long as the component stands. The same held view must be given while it is the same topic. */
export const useHeld = (held: HeldView): ViewState => {
  const [state, setState] = useState(held.state);
  useEffect(() => {
    setState(held.state());
    return held.listen(() => setState(held.state()));
  }, [held]);
  return state;
};
