// The key of an open box, and the two things done with it: a tag under which a row is found again, and the cipher of a row.
// Every row of a table is equally long whatever it holds. When the key is gone, tags and rows are noise.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BoxUnusable, syncFolder, writeDurably } from './boxFiles.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const SEAL_BYTES = 16;
const LENGTH_BYTES = 4;
export const TAG_BYTES = 32;

export interface BoxKey {
  /** HMAC-SHA-256 of a token or a seat; the table's name keeps the two apart. */
  readonly tag: (table: string, text: string) => Buffer;
  readonly close: (row: Row) => Buffer;
  /** The text of a row. Throws BoxUnusable when the row was altered or belongs to another tag. */
  readonly open: (row: { readonly tag: Buffer; readonly sealed: Buffer }) => string;
  /** Leaves no key in this process's memory. */
  readonly forget: () => void;
}
interface Row { readonly tag: Buffer; readonly text: string; /** Bytes every row of the table has room for. */ readonly room: number }

/** The stored length of every row with this much room. */
export const rowBytes = (room: number): number => NONCE_BYTES + LENGTH_BYTES + room + SEAL_BYTES;

/** The key file's bytes, or null when there is none or it was cut off while it was written. */
export const readKey = (file: string): Buffer | null => {
  const bytes = existsSync(file) ? readFileSync(file) : null;
  return bytes?.length === KEY_BYTES && bytes.some((byte) => byte !== 0) ? bytes : null;
};

/** Makes a key and returns once it is on the disk. */
export const makeKey = (file: string): Buffer => {
  const bytes = randomBytes(KEY_BYTES);
  writeDurably(file, bytes);
  syncFolder(path.dirname(file));
  return bytes;
};

const padded = ({ text, room }: Row): Buffer => {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > room) throw new RangeError(`${bytes.length} bytes do not fit into ${room}`);
  const content = Buffer.alloc(LENGTH_BYTES + room);
  content.writeUInt32BE(bytes.length);
  bytes.copy(content, LENGTH_BYTES);
  return content;
};

const deciphered = (cipherKey: Buffer, { tag, sealed }: { readonly tag: Buffer; readonly sealed: Buffer }): Buffer => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, NONCE_BYTES), { authTagLength: SEAL_BYTES });
    decipher.setAAD(tag).setAuthTag(sealed.subarray(-SEAL_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -SEAL_BYTES)), decipher.final()]);
  } catch (error) {
    throw new BoxUnusable('damaged', `a row does not fit its tag: ${String(error)}`);
  }
};

export const boxKey = (bytes: Buffer): BoxKey => {
  const cipherKey = createHmac('sha256', bytes).update('cipher').digest();
  return {
    tag: (table, text) => createHmac('sha256', bytes).update(`${table}\n${text}`).digest(),
    close: (row) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(row.tag);
      return Buffer.concat([nonce, cipher.update(padded(row)), cipher.final(), cipher.getAuthTag()]);
    },
    open: (row) => {
      const content = deciphered(cipherKey, row);
      return content.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + content.readUInt32BE());
    },
    forget: () => { bytes.fill(0); cipherKey.fill(0); },
  };
};
