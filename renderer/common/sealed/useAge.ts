// How long ago the host was last heard, for pages made with Preact.
import { useEffect, useState } from 'preact/hooks';
import { STALE_AFTER } from './link.ts';

export interface Age { readonly seconds: number | null; readonly stale: boolean }
/** Seconds since the host was last heard, counted once a second; stale after six. */
export const useAge = (heardAt: number | null, now: () => number): Age => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (heardAt === null) return { seconds: null, stale: false };
  const silence = Math.max(0, now() - heardAt);
  return { seconds: Math.floor(silence / 1000), stale: silence >= STALE_AFTER };
};
