// Makes a text fit its box: it shrinks to a floor, then takes two lines, and only when even these are too narrow at the smallest size it is
// condensed. It never clips, never wraps a third time and never goes below the smallest size of the wall.
import { SMALLEST } from './stageSize.ts';

export interface FitLimits {
  /** Largest font size in stage pixels. */
  readonly size: number;
  /** Below this one line becomes two. */
  readonly floor: number;
  /** Height of the box in stage pixels: what two lines may take. */
  readonly height: number;
}
interface Setting {
  readonly size: number;
  readonly lineHeight: number;
  readonly width: string;
  readonly wraps: boolean;
}

const apply = (text: HTMLElement, { size, lineHeight, width, wraps }: Setting): void => {
  Object.assign(text.style, { fontSize: `${size}px`, lineHeight: String(lineHeight), width, whiteSpace: wraps ? 'normal' : 'nowrap', transform: 'none', margin: '0' });
};

const oneLine = (text: HTMLElement, size: number): void => apply(text, { size, lineHeight: 1.2, width: 'auto', wraps: false });

/** Whether two lines of that size hold the text within the box. */
const twoLines = (text: HTMLElement, size: number, box: { readonly width: number; readonly height: number }): boolean => {
  const lineHeight = Math.max(1, Math.min(1.2, box.height / 2 / size));
  apply(text, { size, lineHeight, width: `${box.width}px`, wraps: true });
  return text.offsetHeight < size * lineHeight * 2.5;
};

/** The last resort for names nobody foresaw: two lines as wide as needed, pressed together; letters keep their height. */
const condense = (text: HTMLElement, natural: number, box: { readonly width: number; readonly height: number }): void => {
  const wide = natural / 2 + SMALLEST * 2;
  twoLines(text, SMALLEST, { width: wide, height: box.height });
  text.style.transform = `scaleX(${Math.min(1, box.width / wide)})`;
  // The pressed text still takes its full width in the layout; pull the box edges in around it.
  text.style.margin = `0 ${(box.width - wide) / 2}px`;
  text.style.transformOrigin = '50% 50%';
};

/** Sets the size of `text` inside `box`; both must be laid out. */
export const fitText = (box: HTMLElement, text: HTMLElement, limits: FitLimits): void => {
  const room = { width: box.clientWidth, height: limits.height };
  if (room.width === 0) return;
  const size = Math.min(limits.size, limits.height / 1.2);
  oneLine(text, size);
  const natural = text.offsetWidth + 1;
  if (natural <= room.width) return;
  const shrunk = Math.floor((size * room.width) / natural);
  if (shrunk >= limits.floor) return oneLine(text, shrunk);
  const largest = Math.floor(Math.min(limits.size, limits.height / 2, (2 * room.width * size) / natural));
  for (let attempt = largest; attempt >= SMALLEST; attempt -= 1) if (twoLines(text, attempt, room)) return;
  condense(text, (natural * SMALLEST) / size, room);
};
