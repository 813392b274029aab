// Faults between decision and disk: what is acknowledged, what is kept, what is found again.
import type { Fault } from '../fault.ts';

const resends = 'tests/host/ballots/sheets.test.ts';

export const journalFaults: readonly Fault[] = [
  {
    name: 'the receipt leaves before the commit', tests: ['tests/host/nothingLost/failedCommit.test.ts'], file: 'electron/application/dispatch.ts',
    find: 'outcomes.push(outcome);', replace: 'outcomes.push(outcome); queued.settle(outcome.answer);',
  },
  {
    name: 'memory keeps what was rolled back', tests: ['tests/host/nothingLost/failures.test.ts'], file: 'electron/application/dispatch.ts',
    find: 'journal.rolledBack();', replace: 'this.#state = state;',
  },
  {
    name: 'a command id is not looked up', tests: [resends], file: 'electron/application/dispatch.ts',
    find: 'if (known !== undefined) {', replace: "if (known !== undefined && known.input === '') {",
  },
  {
    name: 'the same id is taken with other input', tests: [resends], file: 'electron/application/dispatch.ts',
    find: 'known.input === queued.inputHash ?', replace: "known.input !== '' ?",
  },
  {
    name: 'a running timer starts again at zero after a restart', tests: ['tests/host/nothingLost/restart.test.ts'], file: 'electron/application/timerKeeper.ts',
    find: 'elapsed: Math.min(86_400_000, known.elapsed + (running ? gap : 0)), running', replace: 'elapsed: 0, running',
  },
  {
    name: 'a backup is not verified', tests: ['tests/host/database/backup.test.ts'], file: 'electron/database/backup.ts',
    find: 'if (!(await (given.check ?? soundHere)(partial))) {', replace: "if (partial === '') {",
  },
  {
    name: 'the hash of a row is not checked', tests: ['tests/host/database/open.test.ts'], file: 'electron/database/journal.ts',
    find: 'if (lineHash(row) !== row.hash)', replace: "if (row.hash === '')",
  },
  {
    name: 'the hash of a text is not checked', tests: ['tests/host/database/texts.test.ts'], file: 'electron/database/journal.ts',
    find: 'textHash(row.salt, row.value) !== hashes.get(row.id)', replace: "hashes.get(row.id) === ''",
  },
  {
    name: 'a database of a newer program is opened', tests: ['tests/host/database/open.test.ts'], file: 'electron/database/open.ts',
    find: 'if (current > newest) throw', replace: 'if (current < 0) throw',
  },
  {
    name: 'a second program opens the same folder', tests: ['tests/host/database/open.test.ts'], file: 'electron/database/open.ts',
    find: "lock.exec('BEGIN EXCLUSIVE');", replace: "lock.exec('BEGIN');",
  },
  {
    name: 'the journal may be rewritten', tests: ['tests/host/database/open.test.ts'], file: 'electron/database/migrations/list.ts',
    find: 'BEFORE UPDATE ON journal BEGIN', replace: 'BEFORE UPDATE ON journal WHEN 0 BEGIN',
  },
  {
    name: 'a snapshot is sent though its bytes are the same', tests: ['tests/host/publisher/snapshots.test.ts'], file: 'electron/application/publisher.ts',
    find: ' && watched.bytes !== before)', replace: ')',
  },
  {
    name: 'a judge’s phone is not told of its own sheet', tests: ['tests/host/publisher/ownSheet.test.ts'], file: 'electron/application/publisher.ts',
    find: '...(bySubject.get(judge) ?? [])', replace: '...[]',
  },
];
