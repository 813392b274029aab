// Faults on the judge's phone: what it sends again, what it calls received, what it forgets.
import type { Fault } from '../fault.ts';

const outbox = 'tests/unit/judge/outbox.test.ts';
const store = 'tests/unit/judge/judgeStore.test.ts';

export const phoneFaults: readonly Fault[] = [
  {
    name: 'the outbox is emptied at a new connection', tests: [store], file: 'renderer/judge/judgeStore.ts',
    find: 'this.#sentAt.clear();', replace: 'this.#sentAt.clear(); this.#keep({ sheets: {}, ballots: {} });',
  },
  {
    name: 'a repeated sheet gets a new id', tests: [outbox, store], file: 'renderer/judge/judgeStore.ts',
    find: "this.#say({ type: 'command', id: sending.id,", replace: "this.#say({ type: 'command', id: this.#parts.randomHex(16),",
  },
  {
    name: 'a refused sheet is thrown away', tests: [outbox], file: 'renderer/judge/outbox.ts',
    find: 'return { ...sheet, sending: null, draft, refused };', replace: 'return { ...sheet, sending: null, draft: null, refused };',
  },
  {
    name: 'a sheet lost by a restored host is not offered again', tests: [outbox], file: 'renderer/judge/reconcile.ts',
    find: "const lost = host === null || (host.revision < held.revision && host.source === 'phone');", replace: 'const lost = host !== null && host.revision < 0;',
  },
];
