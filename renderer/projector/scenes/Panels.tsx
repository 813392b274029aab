// The means of the panels with their weights, in one line or two; more than fit turn by themselves like every list.
import type { ReactNode } from 'react';
import { FitText } from '../FitText.tsx';
import { useEntrance } from '../motion.ts';
import { pageCount, pageWindow } from '../pages.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { usePage } from '../usePage.ts';
import { emsOf, panelGrid } from './marks.ts';
import type { PictureOf } from './picture.ts';

type Panel = NonNullable<PictureOf<'score'>['panels']>[number];
const GAPS = 2 * 18 + 8;
const NAME = 44;
const LEAST_NAME = 40;

const figuresWidth = (panel: Panel): number => emsOf(panel.mean) * 48 + emsOf(`×${panel.weight}%`) * 42 + GAPS;
const leastWidth = (panel: Panel): number => figuresWidth(panel) + Math.ceil(emsOf(panel.name) / 2 + 0.5) * 38;

export const Panels = ({ panels, rows }: { readonly panels: readonly Panel[]; readonly rows: number }): ReactNode => {
  const { perPage, columns } = panelGrid({ least: panels.map(leastWidth), width: useStageWidth() * 0.8, rows });
  const page = usePage(pageCount(panels.length, perPage), panels.map((panel) => panel.name).join());
  const shown = pageWindow(panels.length, page, perPage);
  const element = useEntrance<HTMLDivElement>({ shown: true });
  const columnOf = (at: number): number => columns[at % columns.length] ?? 0;
  const fits = panels.every((panel, at) => emsOf(panel.name) * NAME + 4 <= columnOf(at) - figuresWidth(panel));
  // One size for all names: unequal ones would read as unequal panels.
  const size = fits ? NAME : LEAST_NAME;
  const nameWidth = (panel: Panel, column: number): number => Math.min(column - figuresWidth(panel), emsOf(panel.name) * size + 4);
  return (
    <div ref={element} className="ls-panels" style={{ gridTemplateColumns: columns.map((column) => `fit-content(${column}px)`).join(' ') }}>
      {panels.slice(shown.from, shown.from + shown.length).map((panel, at) => (
        <div key={panel.name} className="ls-panel">
          <div style={{ width: nameWidth(panel, columnOf(at)) }}><FitText text={panel.name} size={size} height={78} floor={LEAST_NAME} align="end" className="ls-panel-name" /></div>
          <span className="ls-panel-mean">{panel.mean}</span>
          <span className="ls-panel-weight">×{panel.weight}%</span>
        </div>
      ))}
    </div>
  );
};
