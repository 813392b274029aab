// Judges that go on submitting while their host is killed again and again: each sheet is sent under one id until it is answered.
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../shared/contract/wire.ts';
import { below, type Chance } from './chance.ts';
import { judgeClient, type WireClient } from './wireClient.ts';

export interface Acknowledged { readonly id: string; readonly judge: string; readonly contestant: string; readonly marks: Readonly<Record<string, string>>; readonly answer: Extract<Answer, { ok: true }> }
interface Pending { readonly id: string; readonly contestant: string; readonly marks: Readonly<Record<string, string>>; readonly basis: number }

export interface JudgeGiven {
  readonly origin: () => string; readonly seat: string; readonly secret: string; readonly judge: string;
  readonly session: string; readonly contestants: readonly string[]; readonly chance: Chance; readonly acknowledged: Acknowledged[];
}

/** One judge: at most one sheet is unanswered at a time, and it is repeated under its own id until the host says something. */
export class TirelessJudge {
  readonly #given: JudgeGiven;
  readonly #revisions = new Map<string, number>();
  /** Answers no host may give to an honest sheet. */
  readonly surprises: Answer[] = [];
  resent = 0;
  #pending: Pending | null = null;
  #made = 0;
  #over = false;

  constructor(given: JudgeGiven) {
    this.#given = given;
  }

  async run(): Promise<void> {
    while (!this.#over || this.#pending !== null) {
      try {
        const client = await judgeClient({ ...this.#given, origin: this.#given.origin() });
        await this.#use(client);
        client.close();
      } catch {
        await pause(15);
      }
    }
  }

  /** Ends once the sheet under way is answered. */
  stop(): void {
    this.#over = true;
  }

  async #use(client: WireClient): Promise<void> {
    const closed = new Promise<null>((settle) => { client.socket.once('close', () => settle(null)); });
    if (this.#pending !== null) this.resent += 1;
    while (client.closed === null && (!this.#over || this.#pending !== null)) {
      const sheet = (this.#pending ??= this.#next());
      const { id, ...content } = sheet;
      const answer = await Promise.race([client.command('sheet.submit', { session: this.#given.session, kind: 'marks', ...content }, id), closed]);
      if (answer === null) return;
      if (answer.ok) this.#took(sheet, answer);
      else if (answer.code === 'tooFast') await pause(60);
      else { this.surprises.push(answer); this.#pending = null; }
    }
  }

  #next(): Pending {
    const { contestants, chance, judge } = this.#given;
    const contestant = contestants[below(chance, contestants.length)] ?? '';
    const half = (points: number): string => String(below(chance, points * 2 + 1) / 2);
    this.#made += 1;
    return { id: `${judge}-${this.#made}`, contestant, marks: { c1: half(30), c2: half(20), c3: half(20), c4: half(25), c5: half(5) }, basis: this.#revisions.get(contestant) ?? 0 };
  }

  #took({ id, contestant, marks }: Pending, answer: Extract<Answer, { ok: true }>): void {
    this.#given.acknowledged.push({ id, judge: this.#given.judge, contestant, marks, answer });
    this.#revisions.set(contestant, Number(answer.result['revision']));
    this.#pending = null;
  }
}
