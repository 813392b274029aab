// The registry of texts in memory: names, titles and remarks by id. A blanked text reads （已移除） everywhere.
import type { TextRef } from '../../shared/kernel/decision.ts';

export const REMOVED = '（已移除）';

export class Texts {
  readonly #words = new Map<string, string>();
  #pending: string[] = [];

  constructor(rows: Iterable<{ readonly id: string; readonly value: string | null }>) {
    for (const { id, value } of rows) if (value !== null) this.#words.set(id, value);
  }

  add(id: string, value: string): void {
    this.#words.set(id, value);
    this.#pending.push(id);
  }

  committed(): void {
    this.#pending = [];
  }

  /** Forgets the texts of a batch that was not committed. */
  rolledBack(): void {
    for (const id of this.#pending) this.#words.delete(id);
    this.#pending = [];
  }

  read(reference: TextRef | null): string {
    return reference === null ? '' : (this.#words.get(reference.text) ?? REMOVED);
  }
}
