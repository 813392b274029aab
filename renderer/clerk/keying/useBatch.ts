// Views of a batch as the page uses them, parsed; and the keys of a keyboard or number pad as keys of a sheet.
import { useLayoutEffect, useMemo } from 'preact/hooks';
import * as z from 'zod/mini';
import { batchViewSchema, type BatchView } from '../../../shared/arena/views.ts';
import type { HeldView, Version } from '../../common/linkViews.ts';
import type { Watch } from '../stationStore.ts';
import { useHeld } from '../useStation.ts';
import type { Key } from './typing.ts';

export interface SeenBatch { readonly view: BatchView | null; readonly version: Version | null; readonly refused: boolean }
const parse = (data: unknown): BatchView | null => {
  const parsed = z.safeParse(batchViewSchema, data);
  return parsed.success ? parsed.data : null;
};
const NOTHING = { version: null, data: null, refused: null } as const;
const NO_VIEW: HeldView = { topic: '', params: {}, state: () => NOTHING, listen: () => () => undefined };

const useParsed = (held: HeldView): SeenBatch => {
  const { data, version, refused } = useHeld(held);
  return useMemo(() => ({ view: parse(data), version, refused: refused !== null }), [data, version, refused]);
};

/** All sheets of a batch and how far each is. */
export const useBatch = (watch: Watch, { session, batch }: { readonly session: string; readonly batch: string }): SeenBatch =>
  useParsed(useMemo(() => watch('batch', { session, batch }), [watch, session, batch]));

/** One sheet with its cells, asked for while a voter is named; null until it has come, never another voter's. */
export const useSheet = (watch: Watch, batch: BatchView, voter: string | null): BatchView['sheets'][number] | null => {
  const { session, batch: id } = batch;
  const held = useMemo(() => (voter === null ? NO_VIEW : watch('batch', { session, batch: id, voter })), [watch, session, id, voter]);
  const { view } = useParsed(held);
  return view?.sheets.find((sheet) => sheet.voter === voter) ?? null;
};

const NAMED: Readonly<Record<string, Key | 'leave'>> = {
  '.': 'point', '*': 'void', '/': 'blank', '-': 'leave', Enter: 'enter', Backspace: 'back', ArrowRight: 'forward', ArrowDown: 'forward', ArrowLeft: 'backward', ArrowUp: 'backward',
};
const DIGIT = /^[0-9]$/;

/** A keystroke as a key of the sheet, or null. An input method that swallows digits is looked through by the key's place. */
export const keyOf = (event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): Key | 'leave' | null => {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? 'undo' : null;
  const key = event.key === 'Process' ? /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1] ?? '' : event.key;
  return DIGIT.test(key) ? (key as Key) : NAMED[key] ?? null;
};

/** Keys struck anywhere on the page; Enter on a button that was reached by Tab stays the button's. */
export const useKeys = (onKey: (key: Key | 'leave') => void): void => {
  // Before the next key can come: an effect after painting would be late.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = keyOf(event);
      if (key === null || event.isComposing || (key === 'enter' && event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      onKey(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
};

/** A tap must not take the focus, or the next Enter would press the button again. */
export const keepFocus = (event: Event): void => event.preventDefault();
