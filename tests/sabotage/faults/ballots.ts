// Faults in whole sheets on the judge's phone: sent in pieces, void without a word, or left lying on the phone after they are in the sealed box.
import type { Fault } from '../fault.ts';

const store = ['tests/unit/judge/ballotStore.test.ts'];
const form = ['tests/unit/judge/ballotForm.test.ts'];

export const ballotFaults: readonly Fault[] = [
  { name: 'a ballot sent again has a new token', tests: store, file: 'renderer/judge/ballotLine.ts', find: 'input: { session, token, cells }', replace: 'input: { session, token: this.#parts.randomHex(16), cells }' },
  { name: 'the token of a ballot is the id of its command', tests: store, file: 'renderer/judge/ballotLine.ts', find: 'input: { session, token, cells }', replace: 'input: { session, token: id, cells }' },
  { name: 'a cast ballot stays on the phone', tests: store, file: 'renderer/judge/ballot.ts', find: 'if (sending.token !== null) return withBallot(box, { session: ballot.session, ...CAST, cast: epoch });', replace: 'if (sending.token !== null) return withBallot(box, { ...ballot, cast: epoch });' },
  { name: 'a draft outlives the closing of the box', tests: store, file: 'renderer/judge/ballotMeets.ts', find: '|| session.box?.open === false) after', replace: ') after' },
  { name: 'a whole sheet is offered again before all its cells are known', tests: store, file: 'renderer/judge/ballotLine.ts', find: 'if (known.length === windows.length) keep(', replace: 'if (known.length > 0) keep(' },
  { name: 'a refused whole sheet is thrown away', tests: store, file: 'renderer/judge/ballot.ts', find: 'draft: ballot.draft ?? { cells: sending.cells, bases: sending.bases, savedAt: sending.since }', replace: 'draft: null' },
  { name: 'a whole sheet overwrites what the desk keyed', tests: store, file: 'renderer/judge/ballotLine.ts', find: 'basis: Math.max(0, bases[contestant] ?? 0)', replace: 'basis: this.#viewOf({ session, contestant, rev: 0 }, epoch)?.revision ?? 99' },
  { name: 'a void sheet leaves without a word', tests: form, file: 'renderer/judge/ballotForm.ts', find: "VOIDING: readonly Warning[] = ['blankVoidSheet', 'allEqual']", replace: "VOIDING: readonly Warning[] = ['allEqual']" },
  { name: 'a place is left empty where a contestant withdrew', tests: form, file: 'renderer/judge/ballotForm.ts', find: "if (form.kind === 'rank') return cellsOfRanking(rankingOf(cells, ids));", replace: "if (form.kind === 'rank') return Object.fromEntries(ids.map((id) => [id, cells[id] ?? ABSTAINED]));" },
  { name: 'a total outside the corridor is sent', tests: ['tests/unit/judge/forms.test.ts'], file: 'renderer/judge/forms.ts', find: ' + (leavesCorridor(form, marks) ? 1 : 0)', replace: '' },
];
