// The page's half of pairing (design §5): the host must prove the card's secret before the page does. No sockets here, only messages.
import { proofOf, sameHex, sealedChannel, type PairingMessage, type SealedChannel, type Transcript } from '../../../shared/contract/channel.ts';
import type { Card } from './card.ts';
import { isFields } from './hostMessage.ts';

const NONCE = /^[0-9a-f]{32}$/;

export type Challenged =
  | { readonly ok: true; readonly proof: PairingMessage; readonly channel: SealedChannel }
  /** `impostor`: whoever answered does not know the card's secret. */
  | { readonly ok: false; readonly fault: 'malformed' | 'impostor' };

export interface Pairing { readonly hello: PairingMessage; readonly challenged: (message: unknown) => Challenged }

/** Begins a pairing with a fresh nonce (16 bytes as hex). */
export const beginPairing = (card: Card, browser: string, nonce: string): Pairing => ({
  hello: { type: 'hello', seat: card.seat, browser, nonce },
  challenged: (message) => {
    if (!isFields(message) || message['type'] !== 'challenge') return { ok: false, fault: 'malformed' };
    const hostNonce = String(message['nonce']);
    if (!NONCE.test(hostNonce)) return { ok: false, fault: 'malformed' };
    const transcript: Transcript = { seat: card.seat, browser, pageNonce: nonce, hostNonce };
    if (!sameHex(String(message['proof']), proofOf('host', card.secret, transcript))) return { ok: false, fault: 'impostor' };
    return { ok: true, proof: { type: 'proof', proof: proofOf('page', card.secret, transcript) }, channel: sealedChannel('page', card.secret, transcript) };
  },
});
