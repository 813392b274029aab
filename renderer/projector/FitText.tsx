// A text that always fits its place on the stage (see fit.ts); it fits again when the place or the fonts change.
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { fitText } from './fit.ts';
import { SMALLEST } from './stageSize.ts';

interface FitTextProps {
  readonly text: string;
  readonly size: number;
  readonly height: number;
  readonly floor?: number;
  readonly align?: 'start' | 'center' | 'end';
  readonly className?: string;
}

export const FitText = ({ text, size, height, floor = Math.max(SMALLEST, size * 0.72), align = 'start', className = '' }: FitTextProps): ReactNode => {
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, words.current];
    if (outer === null || inner === null) return;
    const fit = (): void => fitText(outer, inner, { size, floor, height, align });
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(outer);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [text, size, floor, height, align]);
  return (
    <div ref={box} className={`ls-fit ls-fit-${align} ${className}`} style={{ height }}>
      <span ref={words} className="ls-fit-words">{text}</span>
    </div>
  );
};
