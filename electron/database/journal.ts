// The journal: append-only rows in hash chains, the texts beside them, and the answers kept for repeated commands.
// Everything here runs inside the caller's transaction; it never commits.
import { createHash } from 'node:crypto';
import { CHAIN_START, lineText, textHash, type JournalLine } from '../../shared/contract/journalLine.ts';
import type { HouseDatabase } from './open.ts';

export interface StoredAnswer { readonly input: string; readonly answer: string }

export interface Journal {
  readonly append: (line: Omit<JournalLine, 'seq' | 'previous' | 'hash'>) => JournalLine;
  /** Forgets heads and seq learned since the last commit, after a rollback. */
  readonly rolledBack: () => void;
  readonly all: () => IterableIterator<JournalLine>;
  readonly seq: () => number;
  readonly heads: () => Readonly<Record<string, string>>;
  readonly keepText: (text: { readonly id: string; readonly salt: string; readonly value: string }) => void;
  readonly texts: () => IterableIterator<{ readonly id: string; readonly value: string | null }>;
  readonly answerOf: (sender: string, id: string) => StoredAnswer | undefined;
  readonly keepAnswer: (sender: string, id: string, stored: StoredAnswer) => void;
}

const readHeads = (database: HouseDatabase): { seq: number; heads: Map<string, string> } => {
  const rows = database.prepare('SELECT chain, hash, max(seq) AS seq FROM journal GROUP BY chain').all() as { chain: string; hash: string; seq: number }[];
  return { seq: Math.max(0, ...rows.map((row) => row.seq)), heads: new Map(rows.map((row) => [row.chain, row.hash])) };
};

const statements = (database: HouseDatabase) => ({
  insert: database.prepare('INSERT INTO journal (seq, chain, wall, who, device, command, area, name, version, body, previous, hash) VALUES (@seq, @chain, @wall, @who, @device, @command, @area, @name, @version, @body, @previous, @hash)'),
  text: database.prepare('INSERT INTO texts (id, salt, value) VALUES (?, ?, ?)'),
  answer: database.prepare('SELECT input, answer FROM answers WHERE key = ? AND sender = ? AND id = ?'),
  keep: database.prepare('INSERT INTO answers (key, sender, id, input, answer) VALUES (?, ?, ?, ?, ?)'),
  all: database.prepare('SELECT seq, chain, wall, who, device, command, area, name, version, body, previous, hash FROM journal ORDER BY seq'),
  texts: database.prepare('SELECT id, value FROM texts'),
});

/** The hash of a row, as it is stored and as the next row of its chain repeats it. */
export const lineHash = (line: Omit<JournalLine, 'hash'>): string => createHash('sha256').update(lineText(line)).digest('hex');

/** 48 bits of a hash: rows are written one behind the other and only this small index is scattered, so a burst touches few pages. */
const answerKey = (sender: string, id: string): number => createHash('sha256').update(`${sender}\n${id}`).digest().readUIntBE(0, 6);

/** The journal over an open database. */
export const openJournal = (database: HouseDatabase): Journal => {
  const sql = statements(database);
  let { seq, heads } = readHeads(database);
  return {
    append: (given) => {
      const unsealed = { ...given, seq: seq + 1, previous: heads.get(given.chain) ?? CHAIN_START };
      const line: JournalLine = { ...unsealed, hash: lineHash(unsealed) };
      sql.insert.run(line);
      seq = line.seq;
      heads.set(line.chain, line.hash);
      return line;
    },
    rolledBack: () => { ({ seq, heads } = readHeads(database)); },
    all: () => sql.all.iterate() as IterableIterator<JournalLine>,
    seq: () => seq,
    heads: () => Object.fromEntries(heads),
    keepText: ({ id, salt, value }) => { sql.text.run(id, salt, value); },
    texts: () => sql.texts.iterate() as IterableIterator<{ id: string; value: string | null }>,
    answerOf: (sender, id) => sql.answer.get(answerKey(sender, id), sender, id) as StoredAnswer | undefined,
    keepAnswer: (sender, id, stored) => { sql.keep.run(answerKey(sender, id), sender, id, stored.input, stored.answer); },
  };
};

export interface ChainFault { readonly seq: number; readonly chain: string; readonly what: 'hash' | 'link' | 'text' }

/** Re-computes hashes and links of the newest `last` rows (all when omitted); a missing number is a broken link, whatever its chain. */
export const verifyJournal = (database: HouseDatabase, last = Number.MAX_SAFE_INTEGER): readonly ChainFault[] => {
  const rows = database.prepare('SELECT * FROM (SELECT * FROM journal ORDER BY seq DESC LIMIT ?) ORDER BY seq').all(last) as JournalLine[];
  const heads = new Map<string, string>();
  const whole = last >= rows.length && rows[0]?.seq === 1;
  return rows.flatMap((row, at): ChainFault[] => {
    const before = heads.get(row.chain) ?? (whole ? CHAIN_START : row.previous);
    heads.set(row.chain, row.hash);
    if (lineHash(row) !== row.hash) return [{ seq: row.seq, chain: row.chain, what: 'hash' }];
    const follows = row.seq === (rows[at - 1]?.seq ?? row.seq - 1) + 1;
    return before === row.previous && follows ? [] : [{ seq: row.seq, chain: row.chain, what: 'link' }];
  });
};

/** Ids of texts whose words no longer fit the salted hash in the chain; blanked texts are no fault. */
export const wrongTexts = (database: HouseDatabase): readonly string[] => {
  const hashes = new Map<string, string>();
  for (const { body } of database.prepare('SELECT body FROM journal').iterate() as IterableIterator<{ body: string }>) {
    for (const [, id = '', hash = ''] of body.matchAll(/\{"text":"([^"]+)","hash":"([0-9a-f]{64})"\}/g)) hashes.set(id, hash);
  }
  const rows = database.prepare('SELECT id, salt, value FROM texts').all() as { id: string; salt: string; value: string | null }[];
  return rows.filter((row) => row.value !== null && hashes.has(row.id) && textHash(row.salt, row.value) !== hashes.get(row.id)).map((row) => row.id);
};
