// The seat card: read from the address's fragment (never sent to any server), kept on this device, replaced only knowingly.
import { isFields } from './hostMessage.ts';
import { readJson, type Storage } from './storage.ts';

export type CardRole = 'stage' | 'clerk' | 'supervisor';
/** `secret`: hex as printed on the card or handed over after a short code. `role`: a judge's card names none. */
export interface Card { readonly seat: string; readonly secret: string; readonly role?: CardRole }
/** What a page takes: cards of these roles (null: the judge's, which names none), and short codes at this path. */
export interface Door { readonly roles: readonly (CardRole | null)[]; readonly codePath: string }

const SEAT = /^[\w-]{1,64}$/;
const SECRET = /^(?:[0-9a-f]{2}){16,32}$/;
const PATHS: Readonly<Record<CardRole, string>> = { stage: '/stage', clerk: '/clerk', supervisor: '/supervisor' };

/** Where a card pairs: the socket's path fixes the role for its life. */
export const pathOf = (card: Card): string => (card.role === undefined ? '/judge' : PATHS[card.role]);

/** A card and nothing else of what lies in a value; null when it is none, or one for a role this page does not play. */
export const readCard = (value: unknown, door: Door): Card | null => {
  if (!isFields(value)) return null;
  const { seat, secret } = value;
  if (typeof seat !== 'string' || typeof secret !== 'string' || !SEAT.test(seat) || !SECRET.test(secret)) return null;
  const named = value['role'] === undefined ? null : value['role'];
  const role = door.roles.filter((each) => each === named)[0];
  if (role === undefined) return null;
  return role === null ? { seat, secret } : { seat, secret, role };
};

/** Reads `#s=<seat>&k=<secret>`, followed by `&r=<role>` on every card but a judge's. Example: '#s=s7&k=00112233445566778899aabbccddeeff&r=stage'. */
export const cardOfFragment = (fragment: string, door: Door): Card | null => {
  const fields: Record<string, string> = {};
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const [name = '', value = ''] = part.split('=');
    fields[name] = value;
  }
  return readCard({ seat: fields['s'], secret: fields['k']?.toLowerCase(), role: fields['r'] }, door);
};

export const storedCard = (storage: Storage, door: Door): Card | null => readCard(readJson(storage.read('card')), door);
export const keepCard = (storage: Storage, card: Card | null): void => storage.write('card', card === null ? null : JSON.stringify(card));

/** This browser's own random name, made once: the host resumes the same browser silently. */
export const browserId = (storage: Storage, fresh: () => string): string => {
  const kept = storage.read('browser');
  if (kept !== null && SEAT.test(kept)) return kept;
  const made = fresh();
  storage.write('browser', made);
  return made;
};
