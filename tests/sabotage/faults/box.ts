// Faults in the sealed box: a ballot counted twice or lost, an order left to be found, a sealing not taken up again.
import type { Fault } from '../fault.ts';

const puts = ['tests/host/box/put.test.ts'];
const sealing = ['tests/host/box/sealing.test.ts'];
const anonymity = ['tests/host/box/anonymity.test.ts'];
const kills = ['tests/host/box/kills.test.ts'];

const openFaults: readonly Fault[] = [
  { name: 'a seat casts twice into the box', tests: puts, file: 'electron/database/box/box.ts', find: "if (hasCast) return 'alreadyCast';", replace: "if (seat === '') return 'alreadyCast';" },
  { name: 'another ballot under a used token is taken for the same', tests: puts, file: 'electron/database/box/box.ts', find: 'hasCast && kept === body ?', replace: "hasCast && kept !== '' ?" },
  { name: 'a token is taken from a seat it does not belong to', tests: puts, file: 'electron/database/box/box.ts', find: 'hasCast && kept === body ?', replace: 'kept === body ?' },
  { name: 'ballot and seat are not written in one transaction', tests: puts, file: 'electron/database/box/box.ts', find: 'store.database.transaction((ballot: Ballot) => putInto(store, ballot));', replace: '{ immediate: (ballot: Ballot) => putInto(store, ballot) };' },
  { name: 'a ballot of several lines is taken', tests: puts, file: 'electron/database/box/box.ts', find: "|| body.includes('\\n') ||", replace: '||' },
  { name: 'a half-sealed box is opened for ballots', tests: sealing, file: 'electron/database/box/box.ts', find: "['sealed', 'sealed.partial'] as const", replace: "['sealed'] as const" },
  { name: 'a box without its key begins anew', tests: puts, file: 'electron/database/box/boxStore.ts', find: 'if (used !== 0) throw', replace: 'if (used === -1) throw' },
  { name: 'a box whose database is gone begins anew', tests: puts, file: 'electron/database/box/boxStore.ts', find: '(!make || existsSync(keyFile))', replace: '!make' },
  { name: 'a box is sealed while somebody fills it', tests: sealing, file: 'electron/database/box/boxStore.ts', find: 'locking_mode = EXCLUSIVE', replace: 'locking_mode = NORMAL' },
  { name: 'an id leads out of the folder', tests: puts, file: 'electron/database/box/boxFiles.ts', find: 'if (!ID.test(id)) throw', replace: "if (id === '\\0') throw" },
];

const orderFaults: readonly Fault[] = [
  { name: 'the slots of a box are filled in turn', tests: anonymity, file: 'electron/database/box/slotTable.ts', find: 'free[randomInt(free.length)]', replace: 'free[0]' },
  { name: 'a box that grows keeps its old rows in front', tests: anonymity, file: 'electron/database/box/slotTable.ts', find: 'shuffled([...rows, ...rows.map(() => blankRow(shape))])', replace: '[...rows, ...rows.map(() => blankRow(shape))]' },
  { name: 'a box keeps a write-ahead log', tests: puts, file: 'electron/database/box/boxStore.ts', find: 'journal_mode = TRUNCATE', replace: 'journal_mode = WAL' },
  { name: 'a box keeps its last journal', tests: puts, file: 'electron/database/box/boxStore.ts', find: 'journal_mode = TRUNCATE', replace: 'journal_mode = PERSIST' },
  { name: 'rows of the box are as long as their ballots', tests: puts, file: 'electron/database/box/boxKey.ts', find: 'Buffer.alloc(LENGTH_BYTES + room)', replace: 'Buffer.alloc(LENGTH_BYTES + bytes.length)' },
  { name: 'a seat too long for its row is written all the same', tests: puts, file: 'electron/database/box/boxKey.ts', find: 'if (bytes.length > room) throw', replace: 'if (bytes.length > room + room) throw' },
  { name: 'the files of a box can be read by everybody', tests: puts, file: 'electron/database/box/boxStore.ts', find: "openSync(file, 'a', 0o600)", replace: "openSync(file, 'a', 0o644)" },
  { name: 'the sealed box keeps the order it was read in', tests: anonymity, file: 'electron/database/box/sealedFile.ts', find: '[...bodies].sort(byBytes)', replace: '[...bodies]' },
  { name: 'the sealed box is sorted as JavaScript compares', tests: sealing, file: 'electron/database/box/sealedFile.ts', find: '[...bodies].sort(byBytes)', replace: '[...bodies].sort()' },
];

const sealFaults: readonly Fault[] = [
  { name: 'the key of a sealed box is left', tests: anonymity, file: 'electron/database/box/sealBox.ts', find: "eraseFile(boxPath(folder, id, 'key'), () => step('keyOverwritten'));", replace: "step('keyOverwritten');" },
  { name: 'files of a box are removed without being overwritten', tests: sealing, file: 'electron/database/box/boxFiles.ts', find: '  overwrite(file);', replace: '  void overwrite;' },
  { name: 'a sealed file is believed without its root', tests: sealing, file: 'electron/database/box/sealedFile.ts', find: "sealedText(bodies) === text && first !== ''", replace: "first !== ''" },
  { name: 'a box with more ballots than seats is sealed', tests: sealing, file: 'electron/database/box/sealBox.ts', find: 'if (bodies.length !== store.seats.count()) throw', replace: 'if (bodies.length < 0) throw' },
  { name: 'a failed sealing keeps the box shut', tests: sealing, file: 'electron/database/box/sealBox.ts', find: 'rmSync(partial, { force: true });', replace: 'void partial;' },
  { name: 'a sealed file is discarded while the open box is still there', tests: sealing, file: 'electron/database/box/sealBox.ts', find: 'if (left !== undefined) throw', replace: "if (left === '') throw" },
  { name: 'a half-sealed box is not taken up again', tests: kills, file: 'electron/database/box/recoverBoxes.ts', find: "['sealed', 'sealed.partial'] as const", replace: "['sealed'] as const" },
  { name: 'an unusable box stops the start', tests: sealing, file: 'electron/database/box/recoverBoxes.ts', find: 'if (!(error instanceof BoxUnusable)) throw error;', replace: 'throw error;' },
];

export const boxFaults: readonly Fault[] = [...openFaults, ...orderFaults, ...sealFaults];
