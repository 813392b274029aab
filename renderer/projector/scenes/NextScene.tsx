// Who comes next: order n of N, the unit, who speaks, and the four sections of the report.
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import { FitText } from '../FitText.tsx';
import type { SceneProps } from './picture.ts';

export const NextScene = ({ picture, words }: SceneProps<'next'>): ReactNode => (
  <div className="ls-next">
    <div className="ls-next-order">{say(words.orderOf, { n: picture.order, of: picture.of })}</div>
    <FitText text={picture.name} size={138} height={294} floor={104} align="center" className="ls-name" />
    {picture.speaker === '' ? null : <FitText text={say(words.speaker, { name: picture.speaker })} size={62} height={96} floor={44} align="center" className="ls-speaker" />}
    <div className="ls-sections">
      {[words.sectionResults, words.sectionProblems, words.sectionTargets, words.sectionMeasures].map((section) => (
        <div key={section} className="ls-section"><FitText text={section} size={60} height={96} floor={44} align="center" /></div>
      ))}
    </div>
  </div>
);
