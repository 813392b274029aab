// The picture the room sees, as one component: full size on the wall, a true miniature on the desk. It shows what the view holds and
// nothing else: no state of the connection, no error, no word of its own beyond the dictionary.
import { useLayoutEffect, useState, type ReactNode } from 'react';
import type { Picture, WallView } from '../../shared/meeting/views.ts';
import { MotionContext, motionBetween, subjectOf, useEntrance, type Motion } from './motion.ts';
import { AwardsScene } from './scenes/AwardsScene.tsx';
import { CoverScene } from './scenes/CoverScene.tsx';
import { LotScene } from './scenes/LotScene.tsx';
import { NextScene } from './scenes/NextScene.tsx';
import { OrderScene } from './scenes/OrderScene.tsx';
import { RankingScene, StandingsScene } from './scenes/RankingScene.tsx';
import { RulesScene } from './scenes/RulesScene.tsx';
import { ScoreScene } from './scenes/ScoreScene.tsx';
import { ScoringScene } from './scenes/ScoringScene.tsx';
import { TimerScene } from './scenes/TimerScene.tsx';
import { StageFrame } from './StageFrame.tsx';
import { ClockContext } from './useNow.ts';
import { wordsOf, type Language } from './words.ts';

interface StageProps {
  readonly view: WallView;
  /** The box in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The host's wall time in ms; this page's own when left out. */
  readonly now?: () => number;
}
interface SceneProps {
  readonly picture: Picture;
  readonly language: Language;
}

const Scene = ({ picture, language }: SceneProps): ReactNode => {
  const words = wordsOf(language);
  switch (picture.scene) {
    case 'blank': return null;
    case 'cover': return <CoverScene picture={picture} />;
    case 'rules': return <RulesScene picture={picture} words={words} />;
    case 'order': return <OrderScene picture={picture} words={words} />;
    case 'next': return <NextScene picture={picture} words={words} />;
    case 'timer': return <TimerScene picture={picture} words={words} />;
    case 'scoring': return <ScoringScene picture={picture} words={words} />;
    case 'score': return <ScoreScene picture={picture} words={words} />;
    case 'standings': return <StandingsScene picture={picture} words={words} />;
    case 'ranking': return <RankingScene picture={picture} words={words} />;
    case 'awards': return <AwardsScene picture={picture} words={words} />;
    case 'lot': return <LotScene picture={picture} words={words} />;
  }
};

const Foot = ({ view }: { readonly view: WallView }): ReactNode => (
  <div className="ls-foot">
    {view.sample ? <span className="ls-sample">{wordsOf(view.language).sample}</span> : null}
    {view.marking === '' ? null : <span>{view.marking}</span>}
  </div>
);

const Shown = ({ view }: { readonly view: WallView }): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, kind: 'scene' });
  return (
    <div ref={element} className="ls-scene" data-scene={view.picture.scene}>
      <Scene picture={view.picture} language={view.language} />
      <Foot view={view} />
    </div>
  );
};

const still = (): Motion => ({ kind: 'none', spent: true });

/** The motion of the newest change; effects of the scene run before the one that marks it as spent. */
const useMotion = (view: WallView): Motion => {
  const [change, setChange] = useState({ view, motion: still() });
  const current = change.view === view ? change : { view, motion: { kind: motionBetween(change.view, view), spent: false } };
  if (current !== change) setChange(current);
  useLayoutEffect(() => {
    current.motion.spent = true;
  });
  return current.motion;
};

export const Stage = ({ view, width, height, now = Date.now }: StageProps): ReactNode => {
  const motion = useMotion(view);
  const dark = view.mode === 'blank' || view.picture.scene === 'blank';
  return (
    <StageFrame theme={view.theme} language={view.language} step={view.step} width={width} height={height}>
      <ClockContext value={now}>
        <MotionContext value={motion}>{dark ? null : <Shown key={subjectOf(view.picture)} view={view} />}</MotionContext>
      </ClockContext>
    </StageFrame>
  );
};
