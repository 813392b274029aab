// The seat card: read from the address's fragment (never sent to any server), kept on this phone, replaced only knowingly.
import { isFields } from './guards.ts';
import { readJson, type Storage } from './storage.ts';

/** `secret`: hex as printed on the card or handed over after a short code. `role`: a judge's card names none. */
export interface Card { readonly seat: string; readonly secret: string; readonly role?: 'stage' }

const SEAT = /^[\w-]{1,64}$/;
const SECRET = /^(?:[0-9a-f]{2}){16,32}$/;

/** A card and nothing else of what lies in a value; null when it is none, or one for a role this page does not play. */
export const readCard = (value: unknown): Card | null => {
  if (!isFields(value)) return null;
  const { seat, secret, role } = value;
  if (typeof seat !== 'string' || typeof secret !== 'string' || !SEAT.test(seat) || !SECRET.test(secret)) return null;
  if (role === undefined) return { seat, secret };
  return role === 'stage' ? { seat, secret, role } : null;
};

/** Reads `#s=<seat>&k=<secret>`, on the stage timer's card followed by `&r=stage`. Example: '#s=s7&k=00112233445566778899aabbccddeeff'. */
export const cardOfFragment = (fragment: string): Card | null => {
  const fields: Record<string, string> = {};
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const [name = '', value = ''] = part.split('=');
    fields[name] = value;
  }
  return readCard({ seat: fields['s'], secret: fields['k']?.toLowerCase(), role: fields['r'] });
};

export const storedCard = (storage: Storage): Card | null => readCard(readJson(storage.read('card')));
export const keepCard = (storage: Storage, card: Card | null): void => storage.write('card', card === null ? null : JSON.stringify(card));

/** This browser's own random name, made once: the host resumes the same browser silently. */
export const browserId = (storage: Storage, fresh: () => string): string => {
  const kept = storage.read('browser');
  if (kept !== null && SEAT.test(kept)) return kept;
  const made = fresh();
  storage.write('browser', made);
  return made;
};
