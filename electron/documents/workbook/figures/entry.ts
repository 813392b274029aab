// One figure that was found in a sheet: whose it is, where it stands, and what it must keep to.
import type { FigureCell } from './figureCells.ts';
import type { FigureLimits, Where } from './order.ts';

export interface Entry {
  readonly row: number; readonly at: number; readonly unit: string; readonly column: string; readonly voter: string | null; readonly criterion: string | null;
  readonly cell: FigureCell; readonly where: Where; readonly limits: FigureLimits;
}
