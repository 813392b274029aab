// Pairing by the six characters of a short code instead of a card: X25519, a proof that both mean the same code, then the card comes sealed.
// It tries once; the five tries and two minutes are the host's to count.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { codeSecret, proofOf, sealedChannel, type CodeMessage, type Transcript } from '../../../shared/contract/channel.ts';
import { readCard, type Card, type Door } from './card.ts';
import { isFields, type Fields } from './hostMessage.ts';
import type { LinkParts, LinkSocket } from './linkParts.ts';
import { readJson } from './storage.ts';

export type CodeOutcome = { readonly ok: true; readonly card: Card } | { readonly ok: false; readonly fault: 'refused' | 'unreachable' };

const PATIENCE = 10_000;
const KEY = /^[0-9a-f]{64}$/;
const SEALED = /^(?:[0-9a-f]{2})+$/;
const LENGTH = 6;

/** The code as typed: spaces and hyphens out, capitals. Example: ' ab3-9kf' → 'AB39KF'; null unless six letters and digits remain. */
export const readCode = (typed: string): string | null => {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return code.length === LENGTH && /^[0-9A-Z]+$/.test(code) ? code : null;
};

/** The part of tweetnacl that is used; it comes in a script of its own. */
export interface Curve { readonly scalarMult: { (secret: Uint8Array, point: Uint8Array): Uint8Array; readonly base: (secret: Uint8Array) => Uint8Array } }
interface Keys { readonly publicKey: Uint8Array; readonly agree: (theirs: Uint8Array) => Uint8Array }

const makeKeys = ({ scalarMult }: Curve, parts: LinkParts): Keys => {
  const secretKey = hexToBytes(parts.randomHex(32));
  return { publicKey: scalarMult.base(secretKey), agree: (theirs) => scalarMult(secretKey, theirs) };
};

interface Agreement { readonly secret: string; readonly transcript: Transcript }

const agreeWith = (keys: Keys, hostKey: string, who: { readonly code: string; readonly browser: string }): Agreement | null => {
  if (!KEY.test(hostKey)) return null;
  const agreed = bytesToHex(keys.agree(hexToBytes(hostKey)));
  // A key of small order would give a result that anyone knows.
  if (/^0+$/.test(agreed)) return null;
  const page = bytesToHex(keys.publicKey);
  const transcript = { seat: 'code', browser: who.browser, pageNonce: page.slice(0, 32), hostNonce: hostKey.slice(0, 32) };
  return { secret: codeSecret(agreed, who.code, { page, host: hostKey }), transcript };
};

const openSeat = (agreement: Agreement, sealed: string, door: Door): Card | null => {
  if (!SEALED.test(sealed)) return null;
  const opened = sealedChannel('page', agreement.secret, agreement.transcript).open(hexToBytes(sealed));
  return opened === null ? null : readCard(readJson(new TextDecoder().decode(opened)), door);
};

/** Asks the host for the seat of a code. Example outcome: `{ok: true, card: {seat, secret}}`. */
export const pairByCode = (who: { readonly code: string; readonly browser: string; readonly curve: Curve; readonly door: Door }, parts: LinkParts): Promise<CodeOutcome> => {
  const keys = makeKeys(who.curve, parts);
  return new Promise((resolve) => {
    let agreement: Agreement | null = null;
    const finish = (outcome: CodeOutcome): void => {
      cancel();
      resolve(outcome);
      socket.close();
    };
    const say = (message: CodeMessage): void => socket.sendText(JSON.stringify(message));
    const heard = (message: Fields): void => {
      if (message['type'] === 'codeKey' && agreement === null) {
        agreement = agreeWith(keys, String(message['key']), who);
        if (agreement === null) return finish({ ok: false, fault: 'refused' });
        return say({ type: 'codeProof', proof: proofOf('page', agreement.secret, agreement.transcript) });
      }
      const card = message['type'] === 'codeSeat' && agreement !== null ? openSeat(agreement, String(message['sealed']), who.door) : null;
      finish(card === null ? { ok: false, fault: 'refused' } : { ok: true, card });
    };
    const cancel = parts.after(PATIENCE, () => finish({ ok: false, fault: 'unreachable' }));
    const socket: LinkSocket = parts.openSocket(who.door.codePath, {
      opened: () => say({ type: 'code', key: bytesToHex(keys.publicKey), browser: who.browser }),
      text: (text) => {
        const message = readJson(text);
        heard(isFields(message) ? message : {});
      },
      bytes: () => finish({ ok: false, fault: 'unreachable' }),
      closed: () => finish({ ok: false, fault: 'unreachable' }),
    });
  });
};
