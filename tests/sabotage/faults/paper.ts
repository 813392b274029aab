// Faults of the paper desk: who keys what, what the second keyer may see, what is agreed to, and keys that get lost or fall into a wrong sheet.
import type { Fault } from '../fault.ts';

const host = 'tests/host/paper/paper.test.ts';
const readBack = 'tests/host/paper/readBack.test.ts';
const desk = 'tests/unit/clerk/keyingDesk.test.ts';
const typing = 'tests/unit/clerk/typing.test.ts';

export const paperFaults: readonly Fault[] = [
  {
    name: 'any clerk keys any batch', tests: [host], file: 'shared/arena/decideBatches.ts',
    find: "if (tools.by.role === 'clerk' && station !== (input.pass === 1 ? batch.first : batch.second)) return refuse('notYourBatch');", replace: "if (station === '') return refuse('notYourBatch');",
  },
  {
    name: 'one person keys both passes', tests: [host], file: 'shared/arena/decideBatches.ts',
    find: 'if (other !== null && other.by === by && !session.rules.singleOperator)', replace: 'if (other !== null && other.by === by && session.rules.singleOperator)',
  },
  {
    name: 'who keyed one pass settles the difference', tests: [host], file: 'shared/arena/decideBatches.ts',
    find: '(entries.first.by === by || entries.second?.by === by) && !given.session.rules.singleOperator', replace: 'entries.first.by === "" && !given.session.rules.singleOperator',
  },
  {
    name: 'a sheet keyed once is settled without a second pass', tests: [host], file: 'shared/arena/decideBatches.ts',
    find: "if (!isDisputed(entries)) return refuse('nothingToDecide');", replace: "if (entries.settled) return refuse('nothingToDecide');",
  },
  {
    name: 'what was keyed anew is agreed to unseen', tests: [readBack], file: 'shared/arena/decideBatches.ts',
    find: "if (!sameCells(first.value.cells, cells)) return refuse('entryChanged');", replace: "if (cells === null) return refuse('entryChanged');",
  },
  {
    name: 'the reader agrees to what they keyed themselves', tests: [readBack], file: 'shared/arena/decideBatches.ts',
    find: "return first.by === tools.by.subject && !session.rules.singleOperator ? refuse('sameKeyer') : done(first);", replace: 'return done(first);',
  },
  {
    name: 'a sheet that was sent back counts as keyed', tests: [readBack], file: 'shared/arena/evolvePaper.ts',
    find: 'settled: false, sentBack: true', replace: 'settled: false, sentBack: false',
  },
  {
    name: 'a window stays checked while a sheet is keyed anew', tests: [host], file: 'shared/arena/evolvePaper.ts',
    find: 'return Object.keys(cells).reduce((before, contestant) => withWindow(before, contestant, (window) => ({ ...window, phase: unchecked(window) })), entered);', replace: 'return entered;',
  },
  {
    name: 'the second keyer is shown the first pass', tests: [host], file: 'electron/application/views/paperViews.ts',
    find: "const isBlind = looks === 'second' && session.rules.paperCheck === 'secondEntry';", replace: 'const isBlind = false as boolean;',
  },
  {
    name: 'both passes are shown to those who key', tests: [host], file: 'electron/application/views/paperViews.ts',
    find: "...(looks === 'neither' && entry !== undefined && isDisputed(entry)", replace: '...(entry !== undefined && isDisputed(entry)',
  },
  {
    name: 'a batch is shown to every station of the meeting', tests: [host], file: 'electron/application/views/paperViews.ts',
    find: "return batch.first === viewer.subject ? 'first' : batch.second === viewer.subject ? 'second' : null;", replace: "return batch.first === viewer.subject ? 'first' : 'second';",
  },
  {
    name: 'those who look at one batch share one view', tests: [host], file: 'electron/application/publisher.ts',
    find: "...JUDGES, 'station', 'batch']", replace: "...JUDGES, 'station']",
  },
  {
    name: 'a batch’s list carries every cell', tests: [host], file: 'electron/application/views/paperViews.ts',
    find: 'batch.voters.map((voter) => sheetHead(context, session, { batch, voter, looks }))', replace: 'batch.voters.map((voter) => ({ ...wholeSheet(context, session, { batch, voter, looks }), cells: Object.fromEntries(batch.contestants.map((id) => [id, { kind: "void" as const, marks: {} }])) }))',
  },
  {
    name: 'keys struck while a sheet is compared fall into it', tests: [desk], file: 'renderer/clerk/keying/keyingDesk.ts',
    find: "if (voter === null || typed === null || (phase !== 'keying' && phase !== 'differs')) return;", replace: "if (voter === null || typed === null || phase === 'loading') return;",
  },
  {
    name: 'keys struck while a sheet that differs was compared go into it afterwards', tests: [desk], file: 'renderer/clerk/keying/keyingDesk.ts',
    find: 'const ignored = this.#waiting.splice(0).length;', replace: 'const ignored = this.#waiting.length - this.#waiting.length;',
  },
  {
    name: 'a sheet already sent is offered again by an old picture', tests: [desk], file: 'renderer/clerk/keying/keyingDesk.ts',
    find: 'bench.takenAt(place) > (this.#version?.seq ?? 0)', replace: 'bench.takenAt(place) < 0',
  },
  {
    name: 'the half-keyed sheet is not kept', tests: [desk], file: 'renderer/clerk/keying/keyingDesk.ts',
    find: 'if (pressed.typed.cells !== typed.cells) this.#parts.bench.keep(this.#place(voter), pressed.typed.cells);', replace: '',
  },
  {
    name: 'a refused sheet is dropped', tests: [desk], file: 'renderer/clerk/keying/paperBench.ts',
    find: '} else if (this.#sheets[key] === undefined) this.#put(', replace: '} else if (this.#sheets[key] !== undefined) this.#put(',
  },
  {
    name: 'unanswered commands do not survive a reload', tests: [desk], file: 'renderer/clerk/stationStore.ts',
    find: 'this.#shelf.write([...this.#pending.values()].map(({ id, name, input, epoch }) => ({ id, name, input, epoch })));', replace: 'this.#shelf.write([]);',
  },
  {
    name: 'a sheet with open cells is saved', tests: [typing], file: 'renderer/clerk/keying/typing.ts',
    find: 'if (left.length === 0) return { typed, save: true };', replace: "if (left.length === 0 || shape.form.kind === 'grade') return { typed, save: true };",
  },
  {
    name: 'a first digit is taken as the whole place', tests: [typing], file: 'renderer/clerk/keying/typing.ts',
    find: 'return Number(text) * 10 > of ? take', replace: 'return Number(text) > 0 ? take',
  },
  {
    name: 'a recused unit is keyed', tests: [typing], file: 'renderer/clerk/keying/typing.ts',
    find: 'rows.filter((row) => !row.recused).flatMap', replace: 'rows.filter((row) => row.id !== "").flatMap',
  },
];
