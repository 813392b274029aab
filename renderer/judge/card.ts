// The seat card: read from the address's fragment (never sent to any server), kept on this phone, replaced only knowingly.
import { isFields } from './guards.ts';
import { readJson, type Storage } from './storage.ts';

/** `secret`: hex as printed on the card or handed over after a short code. */
export interface Card { readonly seat: string; readonly secret: string }

const SEAT = /^[\w-]{1,64}$/;
const SECRET = /^(?:[0-9a-f]{2}){16,32}$/;

export const isCard = (value: unknown): value is Card =>
  isFields(value) && SEAT.test(String(value['seat'])) && SECRET.test(String(value['secret']));

/** Reads `#s=<seat>&k=<secret>`; null when it is no card. Example: '#s=s7&k=00112233445566778899aabbccddeeff'. */
export const cardOfFragment = (fragment: string): Card | null => {
  const fields: Record<string, string> = {};
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const [name = '', value = ''] = part.split('=');
    fields[name] = value;
  }
  const card = { seat: fields['s'] ?? '', secret: (fields['k'] ?? '').toLowerCase() };
  return isCard(card) ? card : null;
};

export const storedCard = (storage: Storage): Card | null => {
  const value = readJson(storage.read('card'));
  return isCard(value) ? { seat: value.seat, secret: value.secret } : null;
};
export const keepCard = (storage: Storage, card: Card | null): void => storage.write('card', card === null ? null : JSON.stringify(card));

/** This browser's own random name, made once: the host resumes the same browser silently. */
export const browserId = (storage: Storage, fresh: () => string): string => {
  const kept = storage.read('browser');
  if (kept !== null && SEAT.test(kept)) return kept;
  const made = fresh();
  storage.write('browser', made);
  return made;
};
