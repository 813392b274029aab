// A row of the keying grid: whose sheet about whom, and what the host holds of it.
import type { WindowView } from '../../../shared/arena/views.ts';
import type { SheetKind } from './grid.ts';

export interface SheetRow {
  readonly id: string;
  readonly judge: string;
  readonly contestant: string;
  readonly name: string;
  readonly note: string;
  readonly square: WindowView['judges'][number] | undefined;
}

/** How the host holds a sheet, or null when there is none yet. */
export const kindOf = ({ square }: SheetRow): SheetKind | null => {
  if (square === undefined || square.revision === 0) return null;
  return square.status === 'abstained' || square.status === 'void' ? square.status : Object.keys(square.marks).length > 0 ? 'marks' : null;
};
