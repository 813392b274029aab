// Host's side of the pairing handshake (shared/contract/channel.ts): hello → challenge → proof, then the sealed channel.
// Says nothing to a stranger but a close code: 4401 card unknown or void, 4403 another browser holds the seat, 4408 too slow.
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import * as z from 'zod/mini';
import { codeSecret, proofOf, sameHex, sealedChannel, type SealedChannel, type Transcript } from '../../shared/contract/channel.ts';
import { idField } from '../../shared/kernel/fields.ts';
import type { SeatKeys } from './seatKeys.ts';

const HANDSHAKE_MS = 8000;
/** Who has proved nothing says little. */
const OPENING_BYTES = 4 * 1024;
const hexField = (length: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${length}}$`)));
const helloMessage = z.object({ type: z.literal('hello'), seat: idField, browser: idField, nonce: hexField(32) });
const proofMessage = z.object({ type: z.literal('proof'), proof: hexField(64) });
const codeMessage = z.object({ type: z.literal('code'), key: hexField(64), browser: idField });

export const textOf = (data: RawData): string => (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8');

/** The next text message parsed by a schema, or a close. */
const nextMessage = <S extends z.ZodMiniType>(socket: WebSocket, schema: S): Promise<z.output<S> | null> =>
  new Promise((settle) => {
    const timer = setTimeout(() => { socket.close(4408); settle(null); }, HANDSHAKE_MS);
    const done = (value: z.output<S> | null): void => { clearTimeout(timer); settle(value); };
    socket.once('close', () => done(null));
    socket.once('message', (data, binary) => {
      const text = textOf(data);
      let json: unknown;
      try { json = binary || text.length > OPENING_BYTES ? null : JSON.parse(text); } catch { json = null; }
      const parsed = schema.safeParse(json);
      if (!parsed.success) socket.close(text.length > OPENING_BYTES ? 1009 : 4400);
      done(parsed.success ? parsed.data : null);
    });
  });

export interface Paired { readonly seat: string; readonly browser: string; readonly channel: SealedChannel }
/** The secret of the seat's current card, or null for a seat that does not exist. */
export type SecretOf = (seat: string) => string | null;

/** Runs the handshake on a fresh socket. Null: the socket has been closed. */
export const pair = async (socket: WebSocket, secretOf: SecretOf): Promise<Paired | null> => {
  const hello = await nextMessage(socket, helloMessage);
  if (hello === null) return null;
  // A stranger's seat gets a challenge under a random secret, so that seats cannot be told apart by trying.
  const secret = secretOf(hello.seat) ?? randomBytes(16).toString('hex');
  const transcript: Transcript = { seat: hello.seat, browser: hello.browser, pageNonce: hello.nonce, hostNonce: randomBytes(16).toString('hex') };
  socket.send(JSON.stringify({ type: 'challenge', nonce: transcript.hostNonce, proof: proofOf('host', secret, transcript) }));
  const answer = await nextMessage(socket, proofMessage);
  if (answer === null) return null;
  // Asked again: the card may have been renewed since the challenge.
  if (!sameHex(answer.proof, proofOf('page', secret, transcript)) || secretOf(hello.seat) !== secret) {
    socket.close(4401);
    return null;
  }
  return { seat: hello.seat, browser: hello.browser, channel: sealedChannel('host', secret, transcript) };
};

const X25519_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const agree = (pageKey: string): { readonly key: string; readonly agreed: string } | null => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  try {
    const theirs = createPublicKey({ key: Buffer.concat([X25519_PREFIX, Buffer.from(pageKey, 'hex')]), format: 'der', type: 'spki' });
    const own = createPrivateKey({ key: privateKey.export({ format: 'der', type: 'pkcs8' }), format: 'der', type: 'pkcs8' });
    return { key: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'), agreed: diffieHellman({ publicKey: theirs, privateKey: own }).toString('hex') };
  } catch {
    return null;
  }
};

export interface CodeParts {
  readonly keys: SeatKeys; readonly secretOf: SecretOf;
  /** What a seat's card calls its role (null: a judge's names none), or undefined for a seat whose page is not at this door. */
  readonly roleAt: (seat: string) => string | null | undefined;
}

/** The short code's key agreement: whoever proves an outstanding code gets the seat and its secret, sealed. */
export const pairByCode = async (socket: WebSocket, parts: CodeParts): Promise<void> => {
  const opening = await nextMessage(socket, codeMessage);
  if (opening === null) return;
  const agreement = agree(opening.key);
  if (agreement === null) return socket.close(4400);
  socket.send(JSON.stringify({ type: 'codeKey', key: agreement.key }));
  const proof = await nextMessage(socket, z.object({ type: z.literal('codeProof'), proof: hexField(64) }));
  if (proof === null) return;
  const transcript: Transcript = { seat: 'code', browser: opening.browser, pageNonce: opening.key.slice(0, 32), hostNonce: agreement.key.slice(0, 32) };
  const secretFor = (code: string): string => codeSecret(agreement.agreed, code, { page: opening.key, host: agreement.key });
  const redeemed = parts.keys.redeem((code) => sameHex(proof.proof, proofOf('page', secretFor(code), transcript)), Date.now(), (seat) => parts.roleAt(seat) !== undefined);
  const secret = redeemed === null ? null : parts.secretOf(redeemed.seat);
  if (redeemed === null || secret === null) socket.send(JSON.stringify({ type: 'codeRefused' }));
  else {
    const role = parts.roleAt(redeemed.seat) ?? null;
    const message = new TextEncoder().encode(JSON.stringify({ seat: redeemed.seat, secret, ...(role === null ? {} : { role }) }));
    const sealed = Buffer.from(sealedChannel('host', secretFor(redeemed.code), transcript).seal(message)).toString('hex');
    socket.send(JSON.stringify({ type: 'codeSeat', sealed }));
  }
  socket.close(1000);
};
