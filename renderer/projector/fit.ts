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
  readonly align: 'start' | 'center' | 'end';
}
interface Room {
  readonly width: number;
  readonly height: number;
  readonly align: 'start' | 'center' | 'end';
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
const twoLines = (text: HTMLElement, size: number, box: Room): boolean => {
  const lineHeight = Math.max(1, Math.min(1.2, box.height / 2 / size));
  apply(text, { size, lineHeight, width: `${box.width}px`, wraps: true });
  return text.offsetHeight < size * lineHeight * 2.5;
};

/** The last resort for names nobody foresaw: lines as wide as needed, pressed together; letters keep their height. */
const condense = (text: HTMLElement, natural: number, box: Room): void => {
  const wide = box.height < 2 * SMALLEST ? natural : natural / 2 + SMALLEST * 2;
  twoLines(text, SMALLEST, { ...box, width: wide });
  text.style.transform = `scaleX(${Math.min(1, box.width / wide)})`;
  // The pressed text still takes its full width in the layout; the margin gives it back at the end the text is pressed towards.
  const excess = box.width - wide;
  const before = { start: 0, center: 0.5, end: 1 }[box.align];
  text.style.margin = `0 ${excess * (1 - before)}px 0 ${excess * before}px`;
  text.style.transformOrigin = `${before * 100}% 50%`;
};

/** Sets the size of `text` inside `box`; both must be laid out. */
export const fitText = (box: HTMLElement, text: HTMLElement, limits: FitLimits): void => {
  const room = { width: box.clientWidth, height: limits.height, align: limits.align };
  if (room.width === 0) return;
  const size = Math.min(limits.size, limits.height / 1.2);
  oneLine(text, size);
  const natural = text.offsetWidth + 1;
  if (natural <= room.width) return;
  const shrunk = Math.floor((size * room.width) / natural);
  if (shrunk >= limits.floor) return oneLine(text, shrunk);
  // Two lines keep some air between them unless that would cost legibility.
  const tallest = Math.max(Math.min(SMALLEST, limits.height / 2), limits.height / 2 / 1.12);
  const largest = Math.floor(Math.min(limits.size, tallest, (2 * room.width * size) / natural));
  for (let attempt = largest; attempt >= SMALLEST; attempt -= 1) if (twoLines(text, attempt, room)) return;
  condense(text, (natural * SMALLEST) / size, room);
};
