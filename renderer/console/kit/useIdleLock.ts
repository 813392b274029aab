// Locks an idle desk when a PIN is set; the wall goes on. It never locks a desk that could not be opened again.
import { useEffect } from 'react';
import type { HomeView } from '../../../shared/contract/home.ts';
import { useQuietSend } from '../host.ts';

const IDLE_MINUTES = 15;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

export const useIdleLock = (home: HomeView | null): void => {
  const send = useQuietSend();
  const lockable = home !== null && home.pinSet && !home.deskLocked;
  useEffect(() => {
    if (!lockable) return undefined;
    let last = Date.now();
    const seen = (): void => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last < IDLE_MINUTES * 60_000) return;
      last = Date.now();
      void send({ name: 'desk.lock', input: {} });
    }, 5_000);
    for (const sign of SIGNS) addEventListener(sign, seen, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) removeEventListener(sign, seen);
    };
  }, [lockable, send]);
};
