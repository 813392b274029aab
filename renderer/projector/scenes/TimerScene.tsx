// The count-down on the wall: digits, a colour and the word for it. Colour never says anything alone.
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import type { WallWords } from '../../../shared/text/zh/wall.ts';
import { FitText } from '../FitText.tsx';
import { timerFace, type TimerState } from '../../common/timerFace.ts';
import { useNow } from '../useNow.ts';
import { Contestant } from './parts.tsx';
import type { SceneProps } from './picture.ts';

const Running = ({ timer, words }: { readonly timer: TimerState; readonly words: WallWords }): ReactNode => {
  const now = useNow((at) => timerFace(timer, at).nextChange);
  const face = timerFace(timer, now);
  const word = timer.uncertain ? say(words.about, { word: words[face.word] }) : words[face.word];
  return (
    <div className="ls-timer" data-tone={face.tone}>
      <div className="ls-timer-words">
        <span>{words[timer.phase]}</span>
        <span>{word}</span>
      </div>
      <FitText text={face.digits} size={360} height={440} align="center" className="ls-timer-digits" />
    </div>
  );
};

export const TimerScene = ({ picture, words }: SceneProps<'timer'>): ReactNode => (
  <div className="ls-one">
    <Contestant contestant={picture} words={words} />
    {picture.timer === null ? <div className="ls-timer-ready">{picture.finished ? words.finished : words.ready}</div> : <Running timer={picture.timer} words={words} />}
  </div>
);
