// Judges are scoring: how many sheets are in. A count, never who or what.
import type { ReactNode } from 'react';
import { Contestant } from './parts.tsx';
import type { SceneProps } from './picture.ts';

export const ScoringScene = ({ picture, words }: SceneProps<'scoring'>): ReactNode => (
  <div className="ls-one">
    <Contestant contestant={picture} words={words} />
    <div className="ls-scoring">
      <div className="ls-label">{words.scoring}</div>
      <div className="ls-count">
        <span className="ls-count-word">{words.received}</span>
        <span className="ls-count-received">{picture.received}</span>
        <span className="ls-count-expected">/ {picture.expected}</span>
      </div>
    </div>
  </div>
);
