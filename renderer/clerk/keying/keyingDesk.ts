// The course of keying one batch: which sheet is in hand, what happens to keys while the host compares, which sheet comes next.
// Where the other pass is compared it stays on the sheet until the host has said whether they agree; keys struck meanwhile wait, and never fall into a wrong sheet.
import type { Cells } from '../../../shared/arena/events.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import type { Version } from '../../common/linkViews.ts';
import type { LinkParts } from '../../common/sealed/linkParts.ts';
import type { PaperBench, Place, Refusal } from './paperBench.ts';
import { fieldsOf, press, sheetFrom, type Key, type SheetShape, type Typed } from './typing.ts';

export type Sheet = BatchView['sheets'][number];
export type DeskPhase = 'keying' | 'checking' | 'differs' | 'loading' | 'finished';
export interface DeskSnapshot {
  readonly phase: DeskPhase;
  readonly sheet: Sheet | null;
  readonly typed: Typed | null;
  /** Keys that were struck while a sheet that then differed was compared; they were not taken. */
  readonly ignored: number;
  readonly refused: Refusal | null;
}
interface Parts { readonly bench: PaperBench; readonly after: LinkParts['after']; readonly pass: 1 | 2 }
/** How long a sheet is held for the comparison; with the network away keying goes on and the sheet is compared later. */
const WAIT_FOR_VERDICT = 1500;
const MOST_WAITING = 60;

export const shapeOf = (view: BatchView, voter: string): SheetShape => ({ form: view.form, rows: view.contestants.map(({ id, recused }) => ({ id, recused: recused.includes(voter) })) });

export class KeyingDesk {
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();
  #view: BatchView;
  #version: Version | null;
  #state: Omit<DeskSnapshot, 'sheet'> & { readonly voter: string | null } = { phase: 'finished', voter: null, typed: null, ignored: 0, refused: null };
  #snapshot: DeskSnapshot = { phase: 'finished', sheet: null, typed: null, ignored: 0, refused: null };
  #waiting: Key[] = [];
  #stopWaiting: () => void = () => undefined;

  constructor(parts: Parts, view: BatchView, version: Version | null) {
    this.#parts = parts;
    this.#view = view;
    this.#version = version;
    const begun = view.sheets.find((sheet) => { const kept = parts.bench.kept(this.#place(sheet.voter)); return kept !== null && kept.refused === null; });
    if (begun === undefined) this.#next(null);
    else this.open(begun.voter);
  }

  snapshot = (): DeskSnapshot => this.#snapshot;
  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The host's newest picture of the batch. */
  show(view: BatchView, version: Version | null): void {
    if (this.#version?.epoch !== version?.epoch) this.#parts.bench.forgetTaken();
    this.#view = view;
    this.#version = version;
    if (this.#state.phase === 'finished') this.#next(null);
    else this.#change({ typed: this.#atDifference(this.#state.typed) });
  }

  /** Takes a sheet in hand: one begun before with what was keyed, one that was sent with what the host holds of this pass. */
  open(voter: string): void {
    const sheet = this.#sheet(voter);
    if (sheet !== null && this.#state.phase !== 'checking') this.#take(sheet);
  }
  #take(sheet: Sheet): void {
    const { voter } = sheet;
    const kept = this.#parts.bench.kept(this.#place(voter));
    if (kept === null && !this.#isFresh(sheet)) return this.#change({ phase: 'loading', voter, typed: null, ignored: 0, refused: null });
    this.#begin(voter, kept?.cells ?? {}, kept?.refused ?? null);
  }
  /** What the host holds of the sheet that is being opened. */
  loaded(voter: string, cells: Cells | null): void {
    if (this.#state.phase === 'loading' && this.#state.voter === voter) this.#begin(voter, cells ?? {}, null);
  }

  press(key: Key): void {
    const { phase, voter, typed } = this.#state;
    if (phase === 'checking' && this.#waiting.length < MOST_WAITING) this.#waiting.push(key);
    if (voter === null || typed === null || (phase !== 'keying' && phase !== 'differs')) return;
    const pressed = press(shapeOf(this.#view, voter), typed, key);
    if (pressed.save) return this.#save(voter, pressed.typed.cells);
    if (pressed.typed.cells !== typed.cells) this.#parts.bench.keep(this.#place(voter), pressed.typed.cells);
    this.#change({ typed: pressed.typed, ignored: 0 });
  }

  /** Takes a field of the sheet in hand, as by a tap. */
  goTo(at: number): void {
    const { phase, typed } = this.#state;
    if (typed !== null && (phase === 'keying' || phase === 'differs')) this.#change({ typed: { ...typed, at, text: '', echo: null } });
  }

  /** Two passes differ and the paper was looked at: somebody else is to decide. */
  leave(): void {
    const { phase, voter } = this.#state;
    if (phase !== 'differs' || voter === null) return;
    this.#parts.bench.drop(this.#place(voter));
    this.#next(voter);
  }

  #begin(voter: string, cells: Cells, refused: Refusal | null): void {
    const typed = sheetFrom(shapeOf(this.#view, voter), cells);
    const phase = this.#sheet(voter)?.state === 'differs' ? 'differs' : 'keying';
    this.#change({ phase, voter, typed: this.#atDifference(typed, voter), ignored: 0, refused });
  }

  #save(voter: string, cells: Cells): void {
    const place = this.#place(voter);
    const isCompared = this.#view.check === 'secondEntry' && (place.pass === 2 || this.#sheet(voter)?.state === 'differs');
    if (isCompared) {
      this.#waiting = [];
      this.#change({ phase: 'checking', ignored: 0, refused: null });
      this.#stopWaiting = this.#parts.after(WAIT_FOR_VERDICT, () => this.#goOn(voter));
    }
    void this.#parts.bench.save(place, cells).then((answer) => this.#verdict(voter, cells, answer));
    if (!isCompared) this.#next(voter);
  }

  #verdict(voter: string, cells: Cells, answer: Answer): void {
    if (this.#state.phase !== 'checking' || this.#state.voter !== voter) return this.#change({});
    if (answer.ok && !(answer.result['alike'] === false && Number(answer.result['differences']) > 0)) return this.#goOn(voter);
    this.#stopWaiting();
    const ignored = this.#waiting.splice(0).length;
    const typed = sheetFrom(shapeOf(this.#view, voter), cells);
    this.#change(answer.ok ? { phase: 'differs', typed: this.#atDifference(typed), ignored } : { phase: 'keying', typed, ignored, refused: { code: answer.code, details: answer.details } });
  }

  /** To the next sheet, with the keys that were struck meanwhile. */
  #goOn(voter: string): void {
    if (this.#state.phase !== 'checking' || this.#state.voter !== voter) return;
    this.#stopWaiting();
    const keys = this.#waiting.splice(0);
    this.#next(voter);
    for (const key of keys) this.press(key);
  }

  /** The next sheet that nobody has keyed in this pass, after this one and then from the start. */
  #next(after: string | null): void {
    const at = this.#view.sheets.findIndex((sheet) => sheet.voter === after);
    const round = [...this.#view.sheets.slice(at + 1), ...this.#view.sheets.slice(0, at + 1)];
    const next = round.find((sheet) => sheet.voter !== after && this.#isDue(sheet));
    if (next === undefined) return this.#change({ phase: 'finished', voter: null, typed: null, ignored: 0, refused: null });
    this.#take(next);
  }

  /** Whether the host's picture says that this pass owes the sheet, and nothing newer is known here. */
  #isDue(sheet: Sheet): boolean {
    const place = this.#place(sheet.voter);
    const { bench } = this.#parts;
    if (bench.isOnItsWay(place) || bench.takenAt(place) > (this.#version?.seq ?? 0) || bench.kept(place)?.refused != null) return false;
    return this.#isFresh(sheet) || (place.pass === 1 && this.#view.check === 'readBack' && sheet.state === 'differs');
  }
  #isFresh(sheet: Sheet): boolean {
    return sheet.state === (this.#parts.pass === 1 ? 'empty' : 'keyed');
  }

  /** The cell in hand is the first that differs, as long as nothing has been keyed since. */
  #atDifference(typed: Typed | null, voter = this.#state.voter): Typed | null {
    if (typed === null || voter === null || typed.before.length > 0 || typed.echo !== null) return typed;
    const [first] = this.#sheet(voter)?.differsAt ?? [];
    const at = first === undefined ? -1 : fieldsOf(shapeOf(this.#view, voter)).findIndex(({ row, column }) => row === first.contestant && (first.columns[0] ?? column) === column);
    return at === -1 ? typed : { ...typed, at };
  }

  #sheet(voter: string | null): Sheet | null {
    return this.#view.sheets.find((sheet) => sheet.voter === voter) ?? null;
  }
  #place(voter: string): Place {
    return { session: this.#view.session, batch: this.#view.batch, voter, pass: this.#parts.pass };
  }
  #change(part: Partial<Omit<DeskSnapshot, 'sheet'> & { readonly voter: string | null }>): void {
    this.#state = { ...this.#state, ...part };
    const { voter, ...shown } = this.#state;
    this.#snapshot = { ...shown, sheet: this.#sheet(voter) };
    for (const listener of this.#listeners) listener();
  }
}
