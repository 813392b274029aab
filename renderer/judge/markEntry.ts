// The marks while they are being entered: the newest ones, even between two drawings, and whether the next key begins a mark anew.
// It knows no element of the page; where the focus goes is answered, not done.
import type { Criterion } from '../../shared/arena/forms.ts';
import { stepMark, typeKey, type EntryKey } from './entry.ts';
import { firstFault, tidyMark, type Marks } from './marks.ts';

export class MarkEntry {
  #marks: Marks = {};
  #fresh = true;
  #criteria: readonly Criterion[] = [];
  #changed: (marks: Marks) => void = () => undefined;

  /** Takes what was drawn last: called with each drawing. */
  drawn(criteria: readonly Criterion[], marks: Marks, changed: (marks: Marks) => void): void {
    this.#criteria = criteria;
    this.#marks = marks;
    this.#changed = changed;
  }

  text(id: string): string {
    return this.#marks[id] ?? '';
  }
  set(criterion: Criterion, text: string): void {
    this.#fresh = true;
    this.#put(criterion, text);
  }
  step(criterion: Criterion, direction: 1 | -1): void {
    this.set(criterion, stepMark(criterion, this.text(criterion.id), direction));
  }
  /** The first key after coming to a mark replaces it, further keys add to it. */
  key(criterion: Criterion, key: EntryKey): void {
    this.#put(criterion, typeKey(criterion, { text: this.text(criterion.id), fresh: this.#fresh }, key));
    this.#fresh = false;
  }
  /** The judge comes to a mark; the one left behind is tidied ('28.' becomes '28'). */
  come(left: string | null, id: string): void {
    if (left !== null && left !== id) this.#tidy(left);
    this.#fresh = true;
  }
  /** Where Enter leads: the criterion after this one, or null after the last. */
  after(id: string): Criterion | null {
    this.#tidy(id);
    return this.#criteria[this.#criteria.map((criterion) => criterion.id).indexOf(id) + 1] ?? null;
  }
  /** Where a quick value leads: the next criterion without a mark, from here on first, or null when all have one. */
  nextUnmarked(criterion: Criterion): Criterion | null {
    const later = this.#criteria.slice(this.#criteria.indexOf(criterion) + 1);
    return firstFault(later, this.#marks) ?? firstFault(this.#criteria, this.#marks);
  }

  #put(criterion: Criterion, text: string): void {
    this.#marks = { ...this.#marks, [criterion.id]: text };
    this.#changed(this.#marks);
  }
  #tidy(id: string): void {
    const criterion = this.#criteria.filter((each) => each.id === id)[0];
    if (criterion === undefined) return;
    const text = tidyMark(criterion, this.text(id));
    if (text !== this.text(id)) this.#put(criterion, text);
  }
}
