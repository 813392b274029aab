// Stealth: figures show only while a finger, a pointer or the key H is held. Letting go, losing the focus or leaving the page hides them.
import { useEffect, useState } from 'react';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.matches('input, textarea, [contenteditable=true]');

export interface Peek { readonly held: boolean; readonly hold: { readonly onPointerDown: () => void; readonly onPointerUp: () => void; readonly onPointerLeave: () => void } }

export const usePeek = (): Peek => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.key.toUpperCase() === 'H' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)) setHeld(true);
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key.toUpperCase() === 'H') setHeld(false);
    };
    const away = (): void => setHeld(false);
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    addEventListener('blur', away);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
      removeEventListener('blur', away);
    };
  }, []);
  const hide = (): void => setHeld(false);
  return { held, hold: { onPointerDown: () => setHeld(true), onPointerUp: hide, onPointerLeave: hide } };
};
