// The stage as a box: one logical stage scaled once into the given pixels, in one of the three themes. It knows no scene.
import { createContext, useContext, type ReactNode } from 'react';
import type { WallView } from '../../shared/meeting/views.ts';
import { STAGE_HEIGHT, stageSize } from './stageSize.ts';
import type { Language } from './words.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import './stage.css';
import './scenes.css';

/** Width of the logical stage in stage pixels (1440–2160). */
const StageWidthContext = createContext(1920);
export const useStageWidth = (): number => useContext(StageWidthContext);

interface StageFrameProps {
  readonly theme: WallView['theme'];
  readonly language: Language;
  /** Where the scene stands; only for whoever watches the page from outside. */
  readonly step?: number;
  readonly width: number;
  readonly height: number;
  readonly children?: ReactNode;
}

export const StageFrame = ({ theme, language, step, width, height, children }: StageFrameProps): ReactNode => {
  const stage = stageSize({ width, height });
  return (
    <div className="leitai-stage" data-theme={theme} data-step={step} lang={language === 'zh' ? 'zh-CN' : 'en'} style={{ width, height }}>
      <div
        className="ls-canvas"
        style={{ width: stage.width, height: STAGE_HEIGHT, left: stage.left, top: stage.top, transform: `scale(${stage.scale})` }}
      >
        <StageWidthContext value={stage.width}>{children}</StageWidthContext>
      </div>
    </div>
  );
};
