// The speaking order as drawn: one column for few, two for many, further pages for the rest; the seed of the draw at the foot.
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import { FitText } from '../FitText.tsx';
import { pageCount, pageWindow } from '../pages.ts';
import { usePage } from '../usePage.ts';
import { Heading } from './parts.tsx';
import type { SceneProps } from './picture.ts';

const COLUMN = 8;
const AREA = 712;

export const OrderScene = ({ picture, words }: SceneProps<'order'>): ReactNode => {
  const columns = picture.rows.length > COLUMN ? 2 : 1;
  const longest = COLUMN * columns;
  const pages = pageCount(picture.rows.length, longest);
  const page = usePage(pages, picture.title);
  const shown = pageWindow(picture.rows.length, page, longest);
  const inColumn = Math.ceil(shown.length / columns);
  const height = Math.min(112, AREA / inColumn);
  return (
    <div className="ls-list">
      <Heading kind={words.headOrder} title={picture.title} page={page} pages={pages} />
      <div className="ls-orders" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gridTemplateRows: `repeat(${inColumn}, ${height}px)` }}>
        {picture.rows.slice(shown.from, shown.from + shown.length).map((row) => (
          <div key={row.order} className="ls-order-row">
            <div className="ls-order-number">{row.order}</div>
            <FitText text={row.name} size={58} height={height - 6} floor={42} />
          </div>
        ))}
      </div>
      {picture.seed === null ? null : (
        <div className="ls-seed"><FitText text={say(words.seed, { seed: picture.seed })} size={40} height={80} align="end" /></div>
      )}
    </div>
  );
};
