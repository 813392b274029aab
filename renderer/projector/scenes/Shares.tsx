// What a total is made of, with its factors: the panels' figures, or the parts. One line or two; more than fit turn by themselves like every list.
import type { ReactNode } from 'react';
import { FitText } from '../FitText.tsx';
import { useEntrance } from '../motion.ts';
import { pageCount, pageWindow } from '../pages.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { usePage } from '../usePage.ts';
import { emsOf, panelGrid } from './marks.ts';

/** `weight` is the factor as it is written, such as 60% or 24/30. */
export interface Share { readonly name: string; readonly value: string; readonly weight: string }
const GAPS = 2 * 18 + 8;
const NAME = 44;
const LEAST_NAME = 40;

const figuresWidth = (share: Share): number => emsOf(share.value) * 48 + emsOf(`×${share.weight}`) * 42 + GAPS;
const leastWidth = (share: Share): number => figuresWidth(share) + Math.ceil(emsOf(share.name) / 2 + 0.5) * 38;

export const Shares = ({ shares, rows, height }: { readonly shares: readonly Share[]; readonly rows: number; readonly height: number }): ReactNode => {
  const { perPage, columns } = panelGrid({ least: shares.map(leastWidth), width: useStageWidth() * 0.8, rows });
  const page = usePage(pageCount(shares.length, perPage), shares.map((share) => share.name).join());
  const shown = pageWindow(shares.length, page, perPage);
  const element = useEntrance<HTMLDivElement>({ shown: true });
  const columnOf = (at: number): number => columns[at % columns.length] ?? 0;
  const fits = shares.every((share, at) => emsOf(share.name) * NAME + 4 <= columnOf(at) - figuresWidth(share));
  // One size for all names: unequal ones would read as unequal shares.
  const size = fits ? NAME : LEAST_NAME;
  const nameWidth = (share: Share, column: number): number => Math.min(column - figuresWidth(share), emsOf(share.name) * size + 4);
  return (
    <div ref={element} className="ls-panels" style={{ gridTemplateColumns: columns.map((column) => `fit-content(${column}px)`).join(' '), gridAutoRows: height }}>
      {shares.slice(shown.from, shown.from + shown.length).map((share, at) => (
        <div key={share.name} className="ls-panel">
          <div style={{ width: nameWidth(share, columnOf(at)) }}><FitText text={share.name} size={size} height={78} floor={LEAST_NAME} align="end" className="ls-panel-name" /></div>
          <span className="ls-panel-mean">{share.value}</span>
          <span className="ls-panel-weight">×{share.weight}</span>
        </div>
      ))}
    </div>
  );
};
