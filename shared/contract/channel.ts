// The judges' channel (design §5): page and host prove the card's secret to each other without sending it, derive one key each way,
// and seal every frame with a counter, encryption and a MAC. Pure: nonces come in from outside. Runs on phones without BigInt or WebCrypto.
import { chacha20 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const LABEL = 'leitai/1';
const TAG_BYTES = 16;
const COUNTER_BYTES = 4;

/** Who pairs and the two fresh nonces (16 bytes as hex each). `seat` and `browser` are bound into every proof. */
export interface Transcript { readonly seat: string; readonly browser: string; readonly pageNonce: string; readonly hostNonce: string }
export type Side = 'host' | 'page';

/** Text frames before the sealed ones. Order: hello → challenge → proof; afterwards binary frames only. */
export type PairingMessage =
  | { readonly type: 'hello'; readonly seat: string; readonly browser: string; readonly nonce: string }
  | { readonly type: 'challenge'; readonly nonce: string; readonly proof: string }
  | { readonly type: 'proof'; readonly proof: string };

/** HMAC-SHA-256 of the transcript under the card's secret (hex), as hex; differs for host and page so that neither can echo the other's. */
export const proofOf = (side: Side, secret: string, transcript: Transcript): string =>
  bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes([LABEL, side, transcript.seat, transcript.browser, transcript.pageNonce, transcript.hostNonce].join('\n'))));

/** Compares two hex texts without stopping at the first difference. */
export const sameHex = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
};

interface DirectionKeys { readonly cipher: Uint8Array; readonly mac: Uint8Array }

const directionKeys = (secret: string, transcript: Transcript, to: Side): DirectionKeys => {
  const salt = hexToBytes(transcript.pageNonce + transcript.hostNonce);
  const keys = hkdf(sha256, hexToBytes(secret), salt, utf8ToBytes(`${LABEL} to ${to}`), 64);
  return { cipher: keys.slice(0, 32), mac: keys.slice(32) };
};

const counterBytes = (counter: number): Uint8Array => new Uint8Array([counter >>> 24, (counter >>> 16) & 255, (counter >>> 8) & 255, counter & 255]);
const nonceOf = (counter: Uint8Array): Uint8Array => concatBytes(new Uint8Array(12 - COUNTER_BYTES), counter);
const tagOf = (keys: DirectionKeys, counter: Uint8Array, body: Uint8Array): Uint8Array => hmac(sha256, keys.mac, concatBytes(counter, body)).slice(0, TAG_BYTES);

/** One end of a sealed connection. `open` returns null for anything forged, replayed, reordered or cut: the connection must then be closed. */
export interface SealedChannel {
  readonly seal: (message: Uint8Array) => Uint8Array;
  readonly open: (frame: Uint8Array) => Uint8Array | null;
}

/** Makes this side's end. Frame: 4-byte counter, ChaCha20 ciphertext, 16 bytes of HMAC-SHA-256 over both. */
export const sealedChannel = (side: Side, secret: string, transcript: Transcript): SealedChannel => {
  const out = directionKeys(secret, transcript, side === 'host' ? 'page' : 'host');
  const into = directionKeys(secret, transcript, side);
  let sent = 0;
  let received = 0;
  return {
    seal: (message) => {
      sent += 1;
      const counter = counterBytes(sent);
      const body = chacha20(out.cipher, nonceOf(counter), message);
      return concatBytes(counter, body, tagOf(out, counter, body));
    },
    open: (frame) => {
      if (frame.length < COUNTER_BYTES + TAG_BYTES) return null;
      const counter = counterBytes(received + 1);
      const body = frame.slice(COUNTER_BYTES, -TAG_BYTES);
      const genuine = sameHex(bytesToHex(frame.slice(-TAG_BYTES)), bytesToHex(tagOf(into, frame.slice(0, COUNTER_BYTES), body)));
      if (!genuine || bytesToHex(frame.slice(0, COUNTER_BYTES)) !== bytesToHex(counter)) return null;
      received += 1;
      return chacha20(into.cipher, nonceOf(counter), body);
    },
  };
};

/** The messages when a judge types the six characters of a short code instead of scanning: X25519, then the seat comes sealed. */
export type CodeMessage =
  | { readonly type: 'code'; readonly key: string; readonly browser: string }
  | { readonly type: 'codeKey'; readonly key: string }
  | { readonly type: 'codeProof'; readonly proof: string }
  | { readonly type: 'codeSeat'; readonly sealed: string }
  | { readonly type: 'codeRefused' };

/** The secret both sides hold after the key agreement when they mean the same code. `agreed` is the X25519 result, keys are the public ones, all hex. */
export const codeSecret = (agreed: string, code: string, keys: { readonly page: string; readonly host: string }): string =>
  bytesToHex(hkdf(sha256, hexToBytes(agreed), hexToBytes(keys.page + keys.host), utf8ToBytes(`${LABEL} code ${code}`), 32));
