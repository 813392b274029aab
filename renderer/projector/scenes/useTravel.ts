// Lets rows travel to their new places (FLIP: first, last, invert, play): each starts where it was and moves by transform only.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useMayMove } from '../motion.ts';

const PER_PLACE = 260;
const LONGEST = 600;

const topsOf = (rows: HTMLElement): ReadonlyMap<string, { readonly top: number; readonly row: HTMLElement }> =>
  new Map(Array.from(rows.children).flatMap((row) => (row instanceof HTMLElement && row.dataset['name'] !== undefined ? [[row.dataset['name'], { top: row.offsetTop, row }]] : [])));

export const useTravel = (): RefObject<HTMLDivElement | null> => {
  const rows = useRef<HTMLDivElement>(null);
  const before = useRef<ReadonlyMap<string, { readonly top: number }>>(new Map());
  const mayMove = useMayMove('step');
  useLayoutEffect(() => {
    if (rows.current === null) return;
    const after = topsOf(rows.current);
    if (mayMove()) {
      for (const [name, { top, row }] of after) {
        const moved = (before.current.get(name)?.top ?? top) - top;
        // A row that travels n places takes √n times as long, within the serious preset.
        const duration = Math.min(LONGEST, PER_PLACE * Math.sqrt(Math.abs(moved) / Math.max(1, row.offsetHeight)));
        if (moved !== 0) row.animate([{ transform: `translateY(${moved}px)` }, {}], { duration, easing: 'ease-in-out' });
      }
    }
    before.current = after;
  });
  return rows;
};
