// Pairing by short code: the six characters never cross the air, and only a host that knows them hands over a seat.
import nacl from 'tweetnacl';
import { expect, test } from 'vitest';
import { JUDGE_DOOR } from '../../../renderer/judge/door.ts';
import { pairByCode, readCode } from '../../../renderer/common/sealed/codePairing.ts';
import { codeSecret, proofOf, sealedChannel } from '../../../shared/contract/channel.ts';
import { CARD, FakeParts } from './fakeHost.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Plays the host up to the key, and answers what it needs to go on. */
const begun = (hostKey?: string) => {
  const parts = new FakeParts();
  const outcome = pairByCode({ code: 'AB39KF', browser: 'b1', curve: nacl, door: JUDGE_DOOR }, parts);
  parts.socket.open();
  const page = String(parts.socket.texts[0]?.['key']);
  const keys = nacl.box.keyPair();
  const host = hostKey ?? hex(keys.publicKey);
  parts.socket.text({ type: 'codeKey', key: host });
  const secret = codeSecret(hex(nacl.scalarMult(keys.secretKey, Buffer.from(page, 'hex'))), 'AB39KF', { page, host });
  const transcript = { seat: 'code', browser: 'b1', pageNonce: page.slice(0, 32), hostNonce: host.slice(0, 32) };
  const seal = (key: string): string => hex(sealedChannel('host', key, transcript).seal(new TextEncoder().encode(JSON.stringify(CARD))));
  return { parts, outcome, secret, transcript, seal };
};

test.each([[' ab3-9kf ', 'AB39KF'], ['AB39K', null], ['AB39KFX', null], ['AB39K!', null]])('«%s» is read as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test('with the same code the seat comes sealed, and neither code nor secret stands in any frame', async () => {
  const { parts, outcome, secret, transcript, seal } = begun();
  expect(parts.socket.path).toBe('/judge/code');
  expect(parts.socket.texts[1]).toEqual({ type: 'codeProof', proof: proofOf('page', secret, transcript) });
  parts.socket.text({ type: 'codeSeat', sealed: seal(secret) });
  expect(await outcome).toEqual({ ok: true, card: CARD });
  expect(JSON.stringify(parts.socket.texts)).not.toMatch(/AB39KF|00010203/);
});

test('a seat sealed by someone who does not know the code is refused', async () => {
  const { parts, outcome, seal } = begun();
  parts.socket.text({ type: 'codeSeat', sealed: seal('11'.repeat(32)) });
  expect(await outcome).toEqual({ ok: false, fault: 'refused' });
});

test('a key that would make the agreement known to everyone is refused', async () => {
  const { parts, outcome } = begun('00'.repeat(32));
  expect(await outcome).toEqual({ ok: false, fault: 'refused' });
  expect(parts.socket.texts.length).toBe(1);
});

test('a refused code and a host that stays away are told apart', async () => {
  const refused = begun();
  refused.parts.socket.text({ type: 'codeRefused' });
  expect(await refused.outcome).toEqual({ ok: false, fault: 'refused' });
  const away = begun();
  away.parts.pass(10_000);
  expect(await away.outcome).toEqual({ ok: false, fault: 'unreachable' });
});
