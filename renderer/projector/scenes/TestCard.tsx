// The test card for setting up a screen: sixteen squares, corner marks, both safe frames, sample sizes, a clock. It needs no host.
import type { ReactNode } from 'react';
import type { WallView } from '../../../shared/meeting/views.ts';
import { wallZh } from '../../../shared/text/zh/wall.ts';
import { StageFrame } from '../StageFrame.tsx';
import { useNow } from '../useNow.ts';
import { useWindowSize } from '../useWindowSize.ts';
import './testCard.css';

const themes = ['cinnabar', 'ocean', 'daylight'] as const satisfies readonly WallView['theme'][];

const clockOf = (now: number): string => {
  const date = new Date(now);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
};

export const TestCard = ({ theme }: { readonly theme: string | null }): ReactNode => {
  const size = useWindowSize();
  const now = useNow((at) => 1000 - (at % 1000));
  return (
    <StageFrame theme={themes.find((known) => known === theme) ?? 'cinnabar'} language="zh" width={size.width} height={size.height}>
      <div className="ls-test">
        <div className="ls-test-squares">{Array.from({ length: 16 }, (_, square) => <div key={square} />)}</div>
        <div className="ls-test-frame ls-test-content" />
        <div className="ls-test-frame ls-test-figures" />
        {['left top', 'right top', 'left bottom', 'right bottom'].map((corner) => <div key={corner} className={`ls-test-corner ${corner}`} />)}
        <div className="ls-test-words">
          <p className="ls-test-title">{wallZh.testTitle}　{size.width} × {size.height}</p>
          <p className="ls-test-clock">{clockOf(now)}</p>
          <p className="ls-test-row">{wallZh.testRow}</p>
          <p>{wallZh.testSmallest}</p>
          <p>{wallZh.testSafe}</p>
        </div>
      </div>
    </StageFrame>
  );
};
