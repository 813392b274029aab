// The jobs of the worker thread, what they are made from and what they give back. Plain data only: every word of it crosses between threads.
import type { SeatCardsInput } from '../documents/print/seatCards.ts';
import type { FigureOrder, FigurePlan } from '../documents/workbook/figures/order.ts';
import type { PlannedImport } from '../documents/workbook/planImport.ts';
import type { ArenaSession, Sheet } from '../../shared/arena/state.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { RegisterState } from '../../shared/register/state.ts';

interface Printed { readonly marking: string; readonly printedAt: string }
export type ImportText = { readonly from: 'paste'; readonly text: string } | { readonly from: 'file'; readonly base64: string };

/** What each kind of job takes, beside the material sent before it. */
export interface Orders {
  readonly orderSheet: Printed;
  readonly resultSheet: Printed & { readonly recountHint: string };
  readonly scoreDetail: Printed & { readonly contestant: string };
  readonly ballots: Printed & { readonly form: 'perContestant' | 'allUnits'; readonly panels: readonly string[]; readonly spares: number; readonly batch: string };
  readonly seatCards: SeatCardsInput;
  readonly ruleSheet: Printed;
  readonly countSheet: Printed;
  readonly awardList: Printed;
  readonly workbook: { readonly marking: string };
  readonly sessionFile: { readonly marking: string; readonly exportedAt: string };
  readonly unitsTemplate: { readonly marking: string };
  readonly peopleTemplate: { readonly marking: string };
  readonly planImport: { readonly what: 'units' | 'people'; readonly source: ImportText };
  readonly planFigures: { readonly source: ImportText; readonly figures: FigureOrder };
  readonly checkDatabase: { readonly file: string };
  readonly checkBackup: { readonly file: string };
}
export type JobKind = keyof Orders;
export type Job<K extends JobKind = JobKind> = { readonly [Kind in K]: { readonly kind: Kind; readonly order: Orders[Kind] } }[K];

/** Pages (HTML) and files come back as bytes, which change hands without being copied; an import as its plan or the reason why there is none. */
export interface Products {
  readonly orderSheet: Uint8Array; readonly resultSheet: Uint8Array; readonly scoreDetail: Uint8Array; readonly ballots: Uint8Array; readonly seatCards: Uint8Array;
  readonly ruleSheet: Uint8Array; readonly countSheet: Uint8Array; readonly awardList: Uint8Array;
  readonly workbook: Uint8Array; readonly sessionFile: Uint8Array; readonly unitsTemplate: Uint8Array; readonly peopleTemplate: Uint8Array;
  readonly planImport: Result<PlannedImport>;
  readonly planFigures: Result<FigurePlan>;
  /** The first fault, or null. */
  readonly checkDatabase: string | null;
  readonly checkBackup: boolean;
}

/** A part of what a job is made from. Parts are small, so that sending one never holds up the host's thread. */
export interface Part {
  readonly session?: ArenaSession;
  readonly contestants?: ArenaSession['contestants'];
  /** Every revision of every sheet, by contestant. */
  readonly revisions?: Readonly<Record<string, readonly Sheet[]>>;
  readonly register?: RegisterState;
  /** Words by the id of their text. */
  readonly words: ReadonlyMap<string, string>;
}

export type ToWorker = { readonly type: 'part'; readonly part: Part } | { readonly type: 'job'; readonly id: number; readonly job: Job };
export type FromWorker =
  | { readonly type: 'done'; readonly id: number; readonly thread: number; readonly product: Products[JobKind] }
  | { readonly type: 'failed'; readonly id: number; readonly error: string };
