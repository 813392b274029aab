// The rules on one page: as large as they fit, and on several pages when they do not fit at the smallest comfortable size.
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { usePage } from '../usePage.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { Heading } from './parts.tsx';
import type { SceneProps } from './picture.ts';

const SIZES = [66, 62, 58, 54, 50, 46, 42] as const;
const HEIGHT = 780;
const GAP = 0.55;

interface Layout {
  readonly size: number;
  /** The place of the first line of each page. */
  readonly starts: readonly number[];
}

const heightsOf = (list: HTMLElement, size: number): readonly number[] => {
  list.style.fontSize = `${size}px`;
  return Array.from(list.children, (line) => (line instanceof HTMLElement ? line.offsetHeight : 0) + size * GAP);
};

const startsOf = (heights: readonly number[]): readonly number[] => {
  let used = 0;
  return heights.flatMap((height, index) => {
    const begins = index === 0 || used + height > HEIGHT;
    used = begins ? height : used + height;
    return begins ? [index] : [];
  });
};

const layoutOf = (list: HTMLElement): Layout => {
  for (const size of SIZES) {
    const heights = heightsOf(list, size);
    if (heights.reduce((sum, height) => sum + height, 0) <= HEIGHT) return { size, starts: [0] };
  }
  const size = SIZES[SIZES.length - 1] ?? 42;
  return { size, starts: startsOf(heightsOf(list, size)) };
};

export const RulesScene = ({ picture, words }: SceneProps<'rules'>): ReactNode => {
  const measured = useRef<HTMLOListElement>(null);
  const [layout, setLayout] = useState<Layout>({ size: SIZES[0], starts: [0] });
  const width = useStageWidth();
  const text = picture.lines.join('\n');
  useLayoutEffect(() => {
    if (measured.current !== null) setLayout(layoutOf(measured.current));
  }, [text, width]);
  const page = usePage(layout.starts.length, text);
  const [from = 0, until = picture.lines.length] = layout.starts.slice(page, page + 2);
  const line = (sentence: string, index: number): ReactNode => (
    <li key={index}>
      <span className="ls-rules-number">{index + 1}</span>
      <span>{sentence}</span>
    </li>
  );
  return (
    <div className="ls-list">
      <Heading kind={words.headRules} title={picture.title} page={page} pages={layout.starts.length} />
      <ol className="ls-rules" style={{ fontSize: layout.size }}>{picture.lines.map(line).slice(from, until)}</ol>
      <ol className="ls-rules ls-measured" ref={measured} aria-hidden="true">{picture.lines.map(line)}</ol>
    </div>
  );
};
