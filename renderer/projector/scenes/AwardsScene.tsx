// Awards as they are announced: tiers best first, the newest on top of those already called. A tier that nobody reached says so.
import type { ReactNode } from 'react';
import { awardColumns, awardLines, awardPages, type AwardLine } from '../awards.ts';
import { FitText } from '../FitText.tsx';
import { useEntrance } from '../motion.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { usePage } from '../usePage.ts';
import { Heading, kindOf } from './parts.tsx';
import type { SceneProps } from './picture.ts';
import { useTravel } from './useTravel.ts';

const AREA = 792;
const TALLEST = 112;

const Line = ({ line, newest, height, columns, vacant }: { readonly line: AwardLine; readonly newest: boolean; readonly height: number; readonly columns: number; readonly vacant: string }): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: newest, duration: 600, from: { opacity: 0, transform: 'translateY(36px)' } });
  return (
    <div ref={element} className="ls-award" data-name={line.key} data-newest={newest} style={{ height }}>
      <div className="ls-award-tier">{line.tier === null ? null : <FitText text={line.tier} size={56} height={height - 3} floor={40} className="ls-award-word" />}</div>
      <div className="ls-award-names" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {line.rows.length === 0 ? <div className="ls-award-vacant">{vacant}</div> : line.rows.map((row) => (
          <div key={row.name} className="ls-award-cell">
            <FitText text={row.name} size={56} height={height - 3} floor={40} />
            {row.total === null ? null : <span className="ls-award-total">{row.total}</span>}
          </div>
        ))}
      </div>
    </div>
  );
};

export const AwardsScene = ({ picture, words }: SceneProps<'awards'>): ReactNode => {
  const columns = awardColumns(picture.tiers, useStageWidth());
  const lines = awardLines(picture.tiers, columns);
  const pages = awardPages(lines);
  const page = usePage(picture.complete ? pages.length : 1, `${picture.title} ${picture.complete}`);
  const shown = pages[page] ?? [];
  const newest = picture.complete ? undefined : picture.tiers[0]?.name;
  const height = Math.min(TALLEST, AREA / Math.max(...pages.map((each) => each.length), 1));
  const travel = useTravel();
  return (
    <div className="ls-list">
      <Heading kind={kindOf(words.headAwards, picture.category)} title={picture.title} page={page} pages={pages.length} />
      <div ref={travel} className="ls-awards">
        {shown.map((line) => <Line key={line.key} line={line} newest={line.of === newest} height={height} columns={columns} vacant={words.vacant} />)}
      </div>
    </div>
  );
};
