// The rule sheet: as large as one page holds it, else on as few pages as the smallest comfortable size needs, each evenly filled and shown long
// enough to be read.
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { evenPages, pageStarts, ruleLines, type RuleLine } from '../ruleLines.ts';
import { usePage } from '../usePage.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { Heading } from './parts.tsx';
import type { SceneProps } from './picture.ts';

const SIZES = [66, 62, 58, 54, 50, 46, 42] as const;
const SMALLEST = 42;
const HEIGHT = 784;
const GAP = 0.42;
const SECONDS = 20;

interface Layout {
  readonly size: number;
  /** The place of the first line of each page. */
  readonly starts: readonly number[];
}

const heightsOf = (list: HTMLElement, size: number): readonly number[] => {
  list.style.fontSize = `${size}px`;
  return Array.from(list.children, (line) => (line instanceof HTMLElement ? line.offsetHeight : 0) + size * GAP);
};

const layoutOf = (list: HTMLElement): Layout => {
  const fewest = pageStarts(heightsOf(list, SMALLEST), HEIGHT).length;
  for (const size of SIZES) {
    const heights = heightsOf(list, size);
    if (pageStarts(heights, HEIGHT).length <= fewest) return { size, starts: evenPages(heights, HEIGHT) };
  }
  return { size: SMALLEST, starts: evenPages(heightsOf(list, SMALLEST), HEIGHT) };
};

const Line = ({ line }: { readonly line: RuleLine }): ReactNode => (
  <li>
    {line.heading === null ? null : <div className="ls-rules-heading">{line.heading}</div>}
    <div className="ls-rules-line">
      {line.number === null ? <span className="ls-rules-dot" /> : <span className="ls-rules-number">{line.number}</span>}
      <span>{line.text}</span>
    </div>
  </li>
);

export const RulesScene = ({ picture, words }: SceneProps<'rules'>): ReactNode => {
  const measured = useRef<HTMLOListElement>(null);
  const [layout, setLayout] = useState<Layout>({ size: SIZES[0], starts: [0] });
  const width = useStageWidth();
  const text = picture.lines.join('\n');
  useLayoutEffect(() => {
    const fit = (): void => {
      if (measured.current !== null) setLayout(layoutOf(measured.current));
    };
    fit();
    // Another font sets other heights.
    document.fonts.addEventListener('loadingdone', fit);
    return () => document.fonts.removeEventListener('loadingdone', fit);
  }, [text, width]);
  const page = usePage(layout.starts.length, text, SECONDS);
  const [from = 0, until = picture.lines.length] = layout.starts.slice(page, page + 2);
  const lines = ruleLines(picture.lines).map((line, index) => <Line key={index} line={line} />);
  return (
    <div className="ls-list">
      <Heading kind={words.headRules} title={picture.title} page={page} pages={layout.starts.length} />
      <ol className="ls-rules" style={{ fontSize: layout.size }}>{lines.slice(from, until)}</ol>
      <ol className="ls-rules ls-measured" ref={measured} aria-hidden="true">{lines}</ol>
    </div>
  );
};
