// Letter and function keys of the desk. They rest while a person types or a dialog stands open (in the keying grid only function keys act); none of them is a key a clicker can send.
import { useEffect, useRef } from 'react';

export type KeyMap = Readonly<Record<string, () => void>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]'));

/** A grid that takes every key itself keeps letters from the desk, but the way on (F2, F4) must not need a mouse. */
const isKept = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement && event.target.matches('[data-keys-own]') && !/^F\d/.test(event.key);

const dialogOpen = (): boolean => document.querySelector('[role=dialog]') !== null;

/** Names as in KeyboardEvent.key, letters in upper case. Example: `useKeys({ F2: step, L: live })`. */
export const useKeys = (keys: KeyMap): void => {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (isTyping(event.target) || isKept(event) || dialogOpen()) return;
      const act = current.current[event.key.length === 1 ? event.key.toUpperCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
};
