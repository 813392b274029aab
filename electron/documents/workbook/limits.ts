// How much of a stranger's file is read at most, and the reasons for which one is refused. Each reason has a sentence in shared/text.
import { refuse } from '../../../shared/kernel/result.ts';

export const MOST_MEGABYTES = 5;
export const MOST_UNPACKED_MEGABYTES = 40;
export const MOST_CELLS = 200_000;
/** Two far corners can span a sheet of any size; this bounds the rectangle itself. */
export const MOST_SPANNED = 2_000_000;
export const MEGABYTE = 1024 * 1024;

export const FILE_FAULTS = ['tooLarge', 'unpackedTooLarge', 'tooManyCells', 'oldExcel', 'encrypted', 'html', 'notWorkbook', 'damaged', 'encoding', 'empty', 'tooSlow'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Thrown inside the readers only; `readGrids` turns it into a refusal. */
export class UnreadableFile extends Error {
  readonly reason: FileFault;
  constructor(reason: FileFault) {
    super(`unreadable file: ${reason}`);
    this.reason = reason;
  }
}

const most: Readonly<Partial<Record<FileFault, number>>> = { tooLarge: MOST_MEGABYTES, unpackedTooLarge: MOST_UNPACKED_MEGABYTES, tooManyCells: MOST_CELLS };
/** importInvalid with the reason and the limit it breaks. */
export const refuseFile = (reason: FileFault): ReturnType<typeof refuse> => {
  const limit = most[reason];
  return refuse('importInvalid', limit === undefined ? { reason } : { reason, most: limit });
};
