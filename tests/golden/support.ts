// A room for golden sessions: real commands through decide and evolve, deterministic ids and clock, no dispatcher and no database.
// Units are u1…, named after 甲乙丙…; judges are named by the caller. A command that is refused throws, because a golden session is never refused.
import type { ArenaCommand } from '../../shared/arena/commands.ts';
import { decideArena } from '../../shared/arena/decide.ts';
import type { ArenaFacts } from '../../shared/arena/deciding.ts';
import type { ArenaEvent, Cell, Cells } from '../../shared/arena/events.ts';
import { evolveArena } from '../../shared/arena/evolve.ts';
import { CELL, columnsOf } from '../../shared/arena/forms.ts';
import type { BuiltInPreset } from '../../shared/arena/presets/preset.ts';
import { formOf, type Rules } from '../../shared/arena/rules.ts';
import { sessionFile, type SessionFile } from '../../shared/arena/sessionFile.ts';
import { emptyArena, type ArenaSession, type ArenaState, type Sheet } from '../../shared/arena/state.ts';
import type { Actor, TextRef } from '../../shared/kernel/decision.ts';

/** What the arithmetic in a golden file's comment comes to, for one contestant; figures as they are printed. */
export interface GoldenRow { readonly unit: string; readonly total: string; readonly rank: number; readonly decidedBy: string | null; readonly award: string | null }
export interface Golden {
  readonly preset: BuiltInPreset;
  /** Runs the session to its end and gives the room back. */
  readonly run: () => GoldenRoom;
  /** Best first, category by category. */
  readonly rows: readonly GoldenRow[];
  /** Exact panel figures by unit, as fractions `top/bottom`, in the order of the rules. */
  readonly panels: Readonly<Record<string, readonly string[]>>;
  /** Who has no rank, and why. */
  readonly pending?: readonly { readonly contestant: string; readonly reason: string }[];
}

export interface RoomSetup {
  readonly rules: Rules;
  readonly units: number;
  /** Seats by panel; anonymous panels that vote on paper have none. */
  readonly judges: Readonly<Record<string, readonly string[]>>;
  /** Home unit by judge. */
  readonly homes?: Readonly<Record<string, string>>;
  readonly categories?: Readonly<Record<string, string>>;
  /** Entered scores: part, then unit. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The number called out in the room, where the rules ask for a lot; else the order is by hand. */
  readonly called?: string;
}

const NAMES = '甲乙丙丁戊己庚辛壬癸子丑寅';
const words = (text: string): TextRef => ({ text, hash: '' });
const HOST: Actor = { role: 'host', subject: 'host', device: 'desk' };
const SYSTEM: Actor = { role: 'system', subject: 'system', device: 'desk' };
export const clerk = (station: string): Actor => ({ role: 'clerk', subject: station, device: station });
const judgeActor = (judge: string): Actor => ({ role: 'judge', subject: judge, device: judge });
const START = 1_767_225_600_000;

export class GoldenRoom {
  private state: ArenaState = emptyArena;
  private readonly events: ArenaEvent[] = [];
  private readonly facts: ArenaFacts;
  private ids = 0;
  private next: string | null = null;
  private mono = 0;
  private id = '';

  constructor(setup: RoomSetup) {
    const units = Array.from({ length: setup.units }, (_, at) => `u${at + 1}`);
    const judges = Object.entries(setup.judges).flatMap(([panel, ids]) => ids.map((judge) => ({ judge, panel })));
    this.facts = {
      units: Object.fromEntries(units.map((id, at) => [id, { fullName: words(`示例市${NAMES[at] ?? ''}区`), shortName: words(`${NAMES[at] ?? ''}区`), order: at }])),
      people: Object.fromEntries(judges.map(({ judge }) => [judge, { name: words(`评委${judge}`), title: words('示例职务'), home: setup.homes?.[judge] ?? null }])),
      meetings: ['m1'], ruleSheet: () => '', stations: ['c1', 'c2'], heads: {},
    };
    this.id = String(this.send({ name: 'session.create', input: { meeting: 'm1', title: '示例擂台', rules: setup.rules } })['session']);
    this.send({ name: 'session.contestants', input: { session: this.id, contestants: units } });
    if (setup.categories !== undefined) this.send({ name: 'session.categories', input: { session: this.id, categories: { ...setup.categories } } });
    if (judges.length > 0) this.send({ name: 'session.judges', input: { session: this.id, judges } });
    const values = Object.entries(setup.parts ?? {}).flatMap(([part, byUnit]) => Object.entries(byUnit).map(([contestant, value]) => ({ contestant, part, value })));
    if (values.length > 0) this.send({ name: 'session.parts', input: { session: this.id, values, source: '示例' } });
    this.drawOrder(setup.called, units);
    this.send({ name: 'session.ready', input: { session: this.id } });
    this.send({ name: 'session.start', input: { session: this.id } });
  }

  private drawOrder(called: string | undefined, units: readonly string[]): void {
    if (called === undefined) return void this.send({ name: 'session.order', input: { session: this.id, method: 'hand', order: [...units] } });
    this.send({ name: 'lot.commit', input: { session: this.id } });
    this.send({ name: 'session.order', input: { session: this.id, method: 'draw', called } });
  }

  /** Decides and applies one command; the answer is what its sender gets. */
  send(command: ArenaCommand, by: Actor = HOST): Readonly<Record<string, unknown>> {
    const tools = { now: { wall: START + this.mono, mono: this.mono, boot: 'b1' }, by, id: () => this.freshId(), text: words, read: (reference: TextRef) => reference.text };
    const decided = decideArena({ state: this.state, tools, facts: this.facts }, command);
    if (!decided.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(decided.refusal)}`);
    for (const event of decided.value.events) {
      this.state = evolveArena(this.state, event, { wall: START + this.mono, device: by.device });
      this.events.push(event);
    }
    return decided.value.answer ?? {};
  }

  private freshId(): string {
    const id = this.next ?? (this.ids += 1).toString(16).padStart(16, '0');
    this.next = null;
    return id;
  }

  /** The next id handed out, so that a lot drawn with it can be checked by hand. */
  nextIdIs(id: string): void {
    this.next = id;
  }

  session(): ArenaSession {
    const session = this.state.sessions[this.id];
    if (session === undefined) throw new Error('the session is not there');
    return session;
  }

  private get here(): { readonly session: string } {
    return { session: this.id };
  }

  /** Calls a contestant, runs the clock for so many seconds of speech and of questions, and ends the presentation. */
  present(contestant: string, seconds: { readonly speech: number; readonly questions?: number }): void {
    const input = { ...this.here, contestant };
    this.send({ name: 'stage.call', input });
    for (const phase of ['speech', 'questions'] as const) {
      const length = seconds[phase];
      if (length === undefined) continue;
      this.send({ name: 'timer.start', input: { ...input, phase } });
      this.mono += length * 1000;
      this.send({ name: 'timer.pause', input });
    }
    this.send({ name: 'stage.finish', input });
  }

  /** Opens a window; where judges of that unit are proposed as recused, they are confirmed first. */
  open(contestant: string, recused: readonly string[] = []): void {
    const input = { ...this.here, contestant };
    if (recused.length > 0) this.send({ name: 'recusal.confirm', input: { ...input, judges: [...recused] } });
    this.send({ name: 'window.open', input });
  }

  /** One judge's sheet: marks in the order of the form's columns with spaces between; `-` is an abstention, `x` a void sheet. */
  sheet(contestant: string, judge: string, marks: string): void {
    const panel = this.session().rules.panels.find(({ id }) => this.session().judges.some((seat) => seat.id === judge && seat.panel === id));
    if (panel === undefined) throw new Error(`${judge} has no panel`);
    const cell = cellOf(columnsOf(formOf(this.session().rules, panel)), marks.split(' '));
    this.send({ name: 'sheet.submit', input: { ...this.here, contestant, ...cell, basis: 0 } }, judgeActor(judge));
  }

  /** The sheets of some judges for one contestant. */
  sheets(contestant: string, sheets: Readonly<Record<string, string>>): void {
    for (const [judge, marks] of Object.entries(sheets)) this.sheet(contestant, judge, marks);
  }

  /** Ballots on paper without names, numbered from 1: a cell per unit with spaces between; keyed at one station, confirmed at the other, then balanced. */
  paper(panel: string, ballots: readonly string[], issued: number): void {
    const contestants = [...this.session().order];
    const { batch } = this.send({ name: 'batch.give', input: { ...this.here, panel, contestants, from: 1, to: ballots.length, first: 'c1', second: 'c2' } });
    for (const [at, ballot] of ballots.entries()) {
      const entry = { ...this.here, batch: String(batch), voter: `${panel}-p${at + 1}` };
      const cells = this.cells(ballot);
      this.send({ name: 'entry.key', input: { ...entry, pass: 1, cells } }, clerk('c1'));
      if (this.session().rules.paperCheck === 'readBack') this.send({ name: 'entry.readBack', input: { ...entry, cells } }, clerk('c2'));
      else this.send({ name: 'entry.key', input: { ...entry, pass: 2, cells } }, clerk('c2'));
    }
    this.balance(panel, issued, ballots.length);
  }

  /** Ballots from phones without names: the box is closed, sealed and balanced. */
  box(panel: string, ballots: readonly string[], issued: number): void {
    this.send({ name: 'box.close', input: { ...this.here, panel } });
    this.send({ name: 'box.sealed', input: { ...this.here, panel, count: ballots.length, root: '0'.repeat(64), ballots: ballots.map((ballot) => this.cells(ballot)) } }, SYSTEM);
    this.balance(panel, issued, ballots.length);
  }

  private cells(ballot: string): Cells {
    const cells = ballot.split(' ');
    return Object.fromEntries(this.session().order.map((unit, at) => [unit, cellOf([CELL], [cells[at] ?? ''])]));
  }

  private balance(panel: string, issued: number, returned: number): void {
    this.send({ name: 'ballots.balance', input: { ...this.here, panel, contestants: [...this.session().order], issued, returned, reason: '' } });
  }

  /** Confirms what the clock proposes for a phase. */
  penalty(contestant: string, phase: 'speech' | 'questions', amount: string): void {
    this.send({ name: 'penalty.confirm', input: { ...this.here, contestant, phase, amount, reason: '' } });
  }

  lock(...contestants: readonly string[]): void {
    for (const contestant of contestants) {
      this.send({ name: 'window.check', input: { ...this.here, contestant } });
      this.send({ name: 'window.lock', input: { ...this.here, contestant } });
    }
  }

  finalise(): void {
    this.send({ name: 'session.finalise', input: this.here });
  }

  /** The session as it is written out for the second count. */
  file(): SessionFile {
    return sessionFile(this.session(), { read: (reference) => reference.text, revisions: (contestant) => this.revisions(contestant), exportedAt: '2026-01-01T00:00:00.000Z', marking: '示例' });
  }

  private revisions(contestant: string): readonly Sheet[] {
    const at = { wall: START, device: '' };
    return this.events.flatMap((event): readonly Sheet[] => {
      if (event.name === 'sheetRecorded' && event.body.contestant === contestant) return [{ ...event.body, ...at }];
      if (event.name !== 'boxSealed') return [];
      return event.body.ballots.flatMap((cells, number) => {
        const cell = cells[contestant];
        return cell === undefined ? [] : [{ ...cell, ...at, judge: `${event.body.panel}-b${number + 1}`, revision: 1, source: 'phone' as const }];
      });
    });
  }
}

const cellOf = (columns: readonly string[], marks: readonly string[]): Cell => {
  if (marks[0] === '-') return { kind: 'abstained', marks: {} };
  if (marks[0] === 'x') return { kind: 'void', marks: {} };
  return { kind: 'marks', marks: Object.fromEntries(columns.map((column, at) => [column, marks[at] ?? ''])) };
};
