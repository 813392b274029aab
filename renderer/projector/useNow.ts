// The host's time for a component that counts: read again whenever the shown digits are due to change, never faster.
import { createContext, useContext, useEffect, useState } from 'react';

/** Gives the host's wall time in ms. */
export const ClockContext = createContext<() => number>(() => Date.now());

/** `due(now)` says in how many ms the next change comes, or null for never. */
export const useNow = (due: (now: number) => number | null): number => {
  const clock = useContext(ClockContext);
  const [, setTick] = useState(0);
  const now = clock();
  const wait = due(now);
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => setTick((tick) => tick + 1), Math.max(20, wait + 5));
    return () => clearTimeout(timer);
  });
  return now;
};
