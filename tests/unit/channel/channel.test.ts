// The judges' sealed channel, checked against Node's own cryptography and against everything a bad network may do to a frame.
import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeSecret, proofOf, sameHex, sealedChannel, type Transcript } from '../../../shared/contract/channel.ts';

const SECRET = '000102030405060708090a0b0c0d0e0f';
const TRANSCRIPT: Transcript = { seat: 'seat-7', browser: 'b1', pageNonce: '11'.repeat(16), hostNonce: '22'.repeat(16) };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (opened: Uint8Array | null): string | null => (opened === null ? null : new TextDecoder().decode(opened));
const pair = (transcript = TRANSCRIPT) => ({ page: sealedChannel('page', SECRET, transcript), host: sealedChannel('host', SECRET, transcript) });

describe('proofs', () => {
  test('a proof is HMAC-SHA-256 of the labelled transcript under the secret', () => {
    const message = ['leitai/1', 'host', 'seat-7', 'b1', '11'.repeat(16), '22'.repeat(16)].join('\n');
    expect(proofOf('host', SECRET, TRANSCRIPT)).toBe(createHmac('sha256', Buffer.from(SECRET, 'hex')).update(message).digest('hex'));
  });

  test('the page cannot answer with the proof the host sent', () => {
    expect(proofOf('host', SECRET, TRANSCRIPT)).not.toBe(proofOf('page', SECRET, TRANSCRIPT));
  });

  test.each(['seat', 'browser', 'pageNonce', 'hostNonce'] as const)('a proof is bound to the %s', (field) => {
    expect(proofOf('page', SECRET, { ...TRANSCRIPT, [field]: '33'.repeat(16) })).not.toBe(proofOf('page', SECRET, TRANSCRIPT));
  });

  test('hex texts are equal only when every digit is', () => {
    expect(sameHex('abcd', 'abcd')).toBe(true);
    for (const other of ['abce', 'bbcd', 'abc', 'abcde', '']) expect(sameHex('abcd', other)).toBe(false);
  });
});

describe('sealed frames', () => {
  test('a frame is counter, ChaCha20 text and half an HMAC, as Node computes them from the HKDF keys', () => {
    const keys = Buffer.from(hkdfSync('sha256', Buffer.from(SECRET, 'hex'), Buffer.from(TRANSCRIPT.pageNonce + TRANSCRIPT.hostNonce, 'hex'), 'leitai/1 to host', 64));
    const counter = Buffer.from([0, 0, 0, 1]);
    const cipher = createCipheriv('chacha20', keys.subarray(0, 32), Buffer.concat([Buffer.alloc(4), Buffer.alloc(8), counter]));
    const body = cipher.update('28.5');
    const tag = createHmac('sha256', keys.subarray(32)).update(counter).update(body).digest().subarray(0, 16);
    expect(Buffer.from(pair().page.seal(bytes('28.5'))).toString('hex')).toBe(Buffer.concat([counter, body, tag]).toString('hex'));
  });

  test('whatever either side seals the other opens, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.string()), { maxLength: 12 }), (messages) => {
        const { page, host } = pair();
        for (const [fromPage, message] of messages) expect(text(fromPage ? host.open(page.seal(bytes(message))) : page.open(host.seal(bytes(message))))).toBe(message);
      }),
      { numRuns: 60 },
    );
  });

  test('any changed bit closes the frame', () => {
    const frame = pair().page.seal(bytes('{"marks":{"c1":"28.5"}}'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: frame.length * 8 - 1 }), (bit) => {
        const bent = frame.slice();
        bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(pair().host.open(bent)).toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  test('a frame cut short or lengthened does not open', () => {
    const frame = pair().page.seal(bytes('28.5'));
    for (let length = 0; length < frame.length; length += 1) expect(pair().host.open(frame.slice(0, length))).toBeNull();
    expect(pair().host.open(new Uint8Array([...frame, 0]))).toBeNull();
  });

  test('a frame heard twice, out of order or sent back does not open', () => {
    const { page, host } = pair();
    const [first, second] = [page.seal(bytes('1')), page.seal(bytes('2'))];
    expect(host.open(second)).toBeNull();
    expect(text(host.open(first))).toBe('1');
    expect(host.open(first)).toBeNull();
    expect(page.open(second)).toBeNull();
    expect(text(host.open(second))).toBe('2');
  });

  test('a frame of another connection of the same card does not open', () => {
    const other = pair({ ...TRANSCRIPT, hostNonce: '44'.repeat(16) });
    expect(pair().host.open(other.page.seal(bytes('28.5')))).toBeNull();
  });

  test('marks cannot be read from a frame, nor is the same mark sealed the same twice', () => {
    const { page } = pair();
    const [first, second] = [page.seal(bytes('{"c1":"28.5"}')), page.seal(bytes('{"c1":"28.5"}'))];
    expect(Buffer.from(first).includes('28.5')).toBe(false);
    expect(Buffer.from(first).subarray(4).equals(Buffer.from(second).subarray(4))).toBe(false);
  });
});

describe('short codes', () => {
  const keys = { page: 'aa'.repeat(32), host: 'bb'.repeat(32) };
  test('both sides with the same agreement and code hold the same secret, and with another code another', () => {
    const secret = codeSecret('cc'.repeat(32), 'AB39KF', keys);
    const expected = Buffer.from(hkdfSync('sha256', Buffer.from('cc'.repeat(32), 'hex'), Buffer.from(keys.page + keys.host, 'hex'), 'leitai/1 code AB39KF', 32)).toString('hex');
    expect(secret).toBe(expected);
    expect(codeSecret('cc'.repeat(32), 'AB39KG', keys)).not.toBe(secret);
    expect(codeSecret('cc'.repeat(32), 'AB39KF', { ...keys, host: 'dd'.repeat(32) })).not.toBe(secret);
  });
});
