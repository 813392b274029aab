// The worker's bench: takes in the parts of a job one by one, then does the job on them. It knows no thread and no clock, and of databases only how to check a file.
import { firstFaultOf, isSound } from '../database/integrity.ts';
import { awardList } from '../documents/print/awardList.ts';
import { blankBallots } from '../documents/print/blankBallots.ts';
import { countSheet } from '../documents/print/countSheet.ts';
import { orderSheet } from '../documents/print/orderSheet.ts';
import { resultSheet } from '../documents/print/resultSheet.ts';
import { scoreDetail } from '../documents/print/scoreDetail.ts';
import { seatCards } from '../documents/print/seatCards.ts';
import { ruleSheetPage } from '../documents/ruleSheet/page.ts';
import { planFigures } from '../documents/workbook/figures/planFigures.ts';
import { planImport } from '../documents/workbook/planImport.ts';
import { resultWorkbook } from '../documents/workbook/resultWorkbook.ts';
import { peopleTemplate, unitsTemplate } from '../documents/workbook/templates.ts';
import { sessionFile } from '../../shared/arena/sessionFile.ts';
import type { ArenaSession, Sheet } from '../../shared/arena/state.ts';
import { emptyRegister, type RegisterState } from '../../shared/register/state.ts';
import type { ImportText, Job, JobKind, Orders, Part, Products } from './jobs.ts';
import type { Read } from './parts.ts';

const planSource = (source: ImportText): Parameters<typeof planImport>[1]['source'] =>
  source.from === 'file' ? { from: 'file', bytes: Buffer.from(source.base64, 'base64') } : source;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export class Bench {
  #session: ArenaSession | undefined;
  #register: RegisterState = emptyRegister;
  #revisions: Readonly<Record<string, readonly Sheet[]>> = {};
  readonly #words = new Map<string, string>();

  add(part: Part): void {
    if (part.session !== undefined) this.#session = part.session;
    if (part.contestants !== undefined) this.#session = { ...this.#theSession(), contestants: { ...this.#theSession().contestants, ...part.contestants } };
    if (part.register !== undefined) this.#register = { units: { ...this.#register.units, ...part.register.units }, people: { ...this.#register.people, ...part.register.people } };
    this.#revisions = { ...this.#revisions, ...part.revisions };
    for (const [id, words] of part.words) this.#words.set(id, words);
  }

  /** Does one job; throws where a part it needs was not sent. */
  async do({ kind, order }: Job): Promise<Products[JobKind]> {
    switch (kind) {
      case 'orderSheet': return bytes(orderSheet({ ...order, ...this.#common() }));
      case 'resultSheet': return bytes(resultSheet({ ...order, ...this.#common() }));
      case 'scoreDetail': return bytes(scoreDetail({ ...order, ...this.#common(), names: true }));
      case 'countSheet': return bytes(countSheet({ ...order, ...this.#common() }));
      case 'awardList': return bytes(awardList({ ...order, ...this.#common() }));
      case 'ruleSheet': return this.#ruleSheet(order);
      case 'ballots': return bytes(blankBallots({ ...order, ...this.#common() }));
      case 'seatCards': return bytes(seatCards(order));
      case 'workbook': return resultWorkbook(this.#theSession(), this.#read, order);
      case 'sessionFile': return this.#sessionFile(order);
      case 'unitsTemplate': return unitsTemplate(order.marking);
      case 'peopleTemplate': return peopleTemplate(order.marking);
      case 'checkDatabase': return firstFaultOf(order.file);
      case 'checkBackup': return isSound(order.file);
      case 'planFigures': return planFigures(planSource(order.source), order.figures);
      case 'planImport': return planImport({ state: this.#register, read: this.#read }, { what: order.what, source: planSource(order.source) });
    }
  }

  readonly #read: Read = (reference) => {
    const words = this.#words.get(reference.text);
    if (words === undefined) throw new Error(`the words of text ${reference.text} were not sent`);
    return words;
  };

  #theSession(): ArenaSession {
    if (this.#session === undefined) throw new Error('no session was sent');
    return this.#session;
  }

  #common(): { readonly session: ArenaSession; readonly read: Read } {
    return { session: this.#theSession(), read: this.#read };
  }

  /** As it was frozen or, before that, as the rules are now: the page says which. */
  #ruleSheet({ marking, printedAt }: Orders['ruleSheet']): Uint8Array {
    const { rules, title, phase } = this.#theSession();
    return bytes(ruleSheetPage({ rules, title: this.#read(title), printedAt, isFrozen: phase !== 'setup', marking }));
  }

  #sessionFile(order: Orders['sessionFile']): Uint8Array {
    const file = sessionFile(this.#theSession(), { ...order, read: this.#read, revisions: (contestant) => this.#revisions[contestant] ?? [] });
    return bytes(JSON.stringify(file, null, 1));
  }
}
