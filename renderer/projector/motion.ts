// When something on the wall may move: only where the picture went one step ahead. A page that joins late, jumps or comes back shows the
// end state at once. It moves nothing but opacity and transform.
import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Picture, WallView } from '../../shared/meeting/views.ts';

export type MotionKind = 'none' | 'step' | 'scene';
/** One change of picture. `spent` once it is drawn, so that pages turning later do not move again. */
export interface Motion {
  readonly kind: MotionKind;
  spent: boolean;
}

/** Serious preset: fades of 300–600 ms, no sound. */
export const FADE = 450;
export const ROW = 600;

/** What a picture is about: another scene, another contestant or another category is another subject. */
export const subjectOf = (picture: Picture): string => {
  if ('name' in picture) return `${picture.scene}:${picture.name}`;
  const category = 'category' in picture ? `:${picture.category ?? ''}` : '';
  return 'title' in picture ? `${picture.scene}:${picture.title}${category}` : picture.scene;
};

/** How the wall goes from one view to the next. */
export const motionBetween = (before: WallView | null, after: WallView): MotionKind => {
  if (before === null || before.mode !== 'live' || after.mode !== 'live') return 'none';
  if (subjectOf(before.picture) !== subjectOf(after.picture)) return after.picture.scene === 'blank' ? 'none' : 'scene';
  if (after.step === before.step + 1) return 'step';
  // Standings have no steps: their rows move whenever a score came in.
  return after.picture.scene === 'standings' && after.step === before.step ? 'step' : 'none';
};

export const MotionContext = createContext<Motion>({ kind: 'none', spent: true });

export const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const useMayMove = (kind: MotionKind): (() => boolean) => {
  const motion = useContext(MotionContext);
  return () => motion.kind === kind && !motion.spent && !prefersStillness();
};

export interface Entrance {
  readonly shown: boolean;
  readonly kind?: MotionKind;
  readonly duration?: number;
  readonly delay?: number;
  readonly from?: Keyframe;
}

/** Lets an element enter when `shown` turns true one step ahead; its end state is whatever CSS says. */
export const useEntrance = <T extends HTMLElement>({ shown, kind = 'step', duration = FADE, delay = 0, from = { opacity: 0 } }: Entrance): RefObject<T | null> => {
  const element = useRef<T>(null);
  const wasShown = useRef(false);
  const mayMove = useMayMove(kind);
  useLayoutEffect(() => {
    if (shown && !wasShown.current && mayMove()) element.current?.animate([from, {}], { duration, delay, easing: 'ease-out', fill: 'backwards' });
    wasShown.current = shown;
  });
  return element;
};
