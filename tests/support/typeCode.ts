// Types a short code as a page does: the key agreement, the proof, and the card that comes sealed. Null when it was refused.
import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { codeSecret, proofOf, sealedChannel } from '../../shared/contract/channel.ts';
import { rawSocket } from './rawSocket.ts';

const PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const rawKey = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export interface CodeCard { readonly seat: string; readonly secret: string; readonly role?: string }

/** `url`: the code socket's whole address, such as ws://127.0.0.1:8080/judge/code. */
export const typeCode = async (url: string, code: string): Promise<CodeCard | null> => {
  const raw = await rawSocket(url);
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const page = rawKey(publicKey);
  raw.send(JSON.stringify({ type: 'code', key: page, browser: 'phone' }));
  const { key: host = '' } = await raw.nextJson();
  const theirs = createPublicKey({ key: Buffer.concat([PREFIX, Buffer.from(host, 'hex')]), format: 'der', type: 'spki' });
  const secret = codeSecret(diffieHellman({ publicKey: theirs, privateKey }).toString('hex'), code, { page, host });
  const transcript = { seat: 'code', browser: 'phone', pageNonce: page.slice(0, 32), hostNonce: host.slice(0, 32) };
  raw.send(JSON.stringify({ type: 'codeProof', proof: proofOf('page', secret, transcript) }));
  const answer = await raw.nextJson();
  await raw.closed;
  if (answer['type'] === 'codeRefused') return null;
  const opened = sealedChannel('page', secret, transcript).open(Buffer.from(answer['sealed'] ?? '', 'hex'));
  return JSON.parse(new TextDecoder().decode(opened ?? new Uint8Array())) as CodeCard;
};
