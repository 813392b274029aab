// What an import of figures is asked for and what it gives back: plain data on both sides. Nothing is applied here; a plan that is not ready must not be.
import type { Details } from '../../../../shared/kernel/result.ts';
import { columnLetter } from '../../../../shared/register/importColumns.ts';
import type { CellFault, Rounded } from './readFigure.ts';

/** Something with an id that a sheet may call by any of these names; the first is the one shown. */
export interface Named { readonly id: string; readonly names: readonly string[] }
/** Bounds of a figure as exact decimals; `places` is how many decimals are taken at most (6 unless set). */
export interface FigureLimits { readonly min?: string; readonly max?: string; readonly step?: string; readonly places?: number }
export interface LimitedColumn extends Named { readonly limits?: FigureLimits }

export type Wanted =
  /** One figure per unit and column, such as a part's score. */
  | { readonly shape: 'values'; readonly columns: readonly LimitedColumn[] }
  /** One mark per unit and voter (and criterion, where the sheet has one row per mark). 'ballots': voters are the numbers of unnamed ballots. */
  | { readonly shape: 'marks'; readonly voters: readonly Named[] | 'ballots'; readonly criteria?: readonly LimitedColumn[]; readonly limits?: FigureLimits };

/** values, marks: a row per unit · marksAcross: a row per voter, a column per unit · marksLong: a row per mark. */
export type LayoutShape = 'values' | 'marks' | 'marksAcross' | 'marksLong';
export interface LayoutColumn { readonly id: string; readonly at: number; readonly heading: string }
/** Where things stand in the sheet: rows and columns zero-based, heading row −1 for none. `columns` of marksLong are called voter, criterion and mark. */
export interface FigureLayout {
  readonly sheet: string; readonly shape: LayoutShape; readonly headingRow: number;
  readonly nameAt: number; readonly nameHeading: string; readonly columns: readonly LayoutColumn[];
  /** Columns the user left out on purpose: what stands in them is not missed. */
  readonly leftOut?: readonly number[];
}

export interface FigureOrder {
  readonly units: readonly Named[];
  readonly wanted: Wanted;
  /** The layout as the user confirmed or corrected it; without it one is recognised. */
  readonly chosen?: FigureLayout;
  readonly rounded?: Rounded;
  /** What becomes of hidden rows and columns that hold figures. */
  readonly hidden?: 'ask' | 'read' | 'skip';
}

/** Sheet, address ('C5') and its parts as a spreadsheet names them; `cell` is '' where the whole sheet is meant. */
export interface Where { readonly sheet: string; readonly cell: string; readonly row: number; readonly column: string; readonly heading: string }
export const FIGURE_FAULTS = [
  'headingMissing', 'headingTwice', 'headingBlank', 'layoutInvalid', 'nothingToImport', 'tooManyRows', 'nameMissing', 'nameAmbiguous', 'criterionUnknown',
  'rowTooWide', 'hiddenRow', 'hiddenColumn', 'mergedFigure', 'percentMixed', 'tooFine', 'tooLarge', 'belowMin', 'aboveMax', 'offStep',
] as const;
export type FigureFault = CellFault | (typeof FIGURE_FAULTS)[number];
export interface FigureProblem { readonly where: Where; readonly code: FigureFault; readonly details: Details }
export interface UnmatchedName { readonly where: Where; readonly name: string; readonly role: 'unit' | 'voter' }
/** A unit (or one mark of it) that stands in two places; `column` is '' where whole rows are meant. */
export interface DuplicateFigure { readonly id: string; readonly column: string; readonly name: string; readonly first: Where; readonly second: Where }
export interface PlannedColumn { readonly id: string; readonly voter: string | null; readonly criterion: string | null }

export interface FigurePlan {
  readonly sourceHash: string;
  readonly layout: FigureLayout | null;
  /** Other sheets of the file that could have been meant. */
  readonly otherSheets: readonly string[];
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly { readonly unit: string; readonly values: Readonly<Record<string, string>> }[];
  /** Columns whose figures were written with a percent sign: the figure before the sign is taken (95% → 95). */
  readonly percentColumns: readonly string[];
  readonly problems: readonly FigureProblem[];
  readonly unmatched: readonly UnmatchedName[];
  readonly duplicates: readonly DuplicateFigure[];
  /** Blank cells of units that were read: missing, not zero. */
  readonly missing: readonly { readonly unit: string; readonly column: string; readonly where: Where }[];
  /** Units that the sheet does not name. */
  readonly absent: readonly string[];
  readonly skipped: number;
  readonly ignoredHeadings: readonly string[];
  /** Whether it may be applied: nothing unread, unmatched or twice. Blank cells and absent units do not stand in the way. */
  readonly ready: boolean;
}

/** The place of a cell from zero-based row and column. Example: (4, 2) → C5. */
export const whereAt = ({ sheet, row, at, heading }: { readonly sheet: string; readonly row: number; readonly at: number; readonly heading: string }): Where =>
  ({ sheet, cell: `${columnLetter(at)}${row + 1}`, row: row + 1, column: columnLetter(at), heading });
export const wholeSheet = (sheet: string): Where => ({ sheet, cell: '', row: 0, column: '', heading: '' });
