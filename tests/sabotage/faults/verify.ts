// Faults in the second check of the journal, and in the work that is done beside the host's thread.
import type { Fault } from '../fault.ts';

const verify = ['tests/unit/verify/verify.test.ts'];
const chain = 'electron/recount/chain.ts';

export const verifyFaults: readonly Fault[] = [
  { name: 'verify does not compute the hash of a line', tests: verify, file: chain, find: 'if (hashOfLine(line) !== line.hash)', replace: "if (line.hash === '')" },
  { name: 'verify does not look at the link before', tests: verify, file: chain, find: 'if (line.previous !== (this.#heads.get(line.chain)?.hash ?? chainStart))', replace: "if (line.previous === '')" },
  { name: 'verify believes any text', tests: verify, file: chain, find: 'return hashOfText(words.salt, words.value) === hash', replace: "return hash !== ''" },
  { name: 'verify believes the heads named at the end', tests: verify, file: chain, find: 'this.#heads.get(chain)?.hash === hash)', replace: "hash !== '' && chain !== '')" },
  { name: 'a receipt of another judge is taken', tests: verify, file: 'electron/recount/receipts.ts', find: '(meant === undefined || meant.has(sheet.judge))', replace: "(meant === undefined || sheet.judge !== '')" },
  { name: 'a wrong head ends like a right one', tests: verify, file: 'electron/recount/verify.ts', find: 'compared.some(({ fits }) => !fits) ? 4', replace: 'compared.every(({ fits }) => !fits) && heads.length > 1 ? 4' },
  {
    name: 'a thread that never answers is waited for without end', tests: ['tests/host/worker/workshop.test.ts'], file: 'electron/worker/workshop.ts',
    find: "this.#limit = setTimeout(() => this.#giveUp('tooSlow'),", replace: "this.#limit = setTimeout(() => this.#report('slow'),",
  },
  {
    name: 'a thread that ends leaves its job unanswered', tests: ['tests/host/worker/workshop.test.ts'], file: 'electron/worker/workshop.ts',
    find: "worker.on('exit', () => lost());", replace: "worker.on('exit', () => undefined);",
  },
  {
    name: 'a session file holds what was recorded after it was asked for', tests: ['tests/host/worker/parts.test.ts'], file: 'electron/worker/parts.ts',
    find: 'sheet.wall <= until ||', replace: 'sheet.wall >= 0 ||',
  },
];
