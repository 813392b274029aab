// Puts the clicker guard before every other key handler of the page. Rules in clicker.ts; this only listens.
import { useEffect, useRef } from 'react';
import { guardAfter, openGuard, swallows } from './clicker.ts';

const isRevealing = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-reveals]') !== null;

export const useClickerGuard = (yielded: boolean): void => {
  const guard = useRef(openGuard);
  useEffect(() => {
    const before = guard.current;
    guard.current = guardAfter(before, { happened: 'air', yielded });
    // A focused button would be pressed by the first Space of the clicker.
    if (before.clicked && !guard.current.clicked && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [yielded]);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!swallows(guard.current, { key: event.key, onReveal: isRevealing(event.target) })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const clicked = (): void => {
      guard.current = guardAfter(guard.current, { happened: 'clicked' });
    };
    addEventListener('keydown', key, true);
    addEventListener('keyup', key, true);
    addEventListener('pointerdown', clicked, true);
    return () => {
      removeEventListener('keydown', key, true);
      removeEventListener('keyup', key, true);
      removeEventListener('pointerdown', clicked, true);
    };
  }, []);
};
