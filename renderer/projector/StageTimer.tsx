// The stage timer as a screen of the desk's own machine: digits as large as the screen allows, a colour and its word. Nothing else.
import type { ReactNode } from 'react';
import { say } from '../../shared/text/say.ts';
import { wallZh } from '../../shared/text/zh/wall.ts';
import type { StageTimerView } from '../../shared/meeting/views.ts';
import { useLink, useView } from '../common/useView.ts';
import { timerFace, type TimerState } from '../common/timerFace.ts';
import { ClockContext, useNow } from './useNow.ts';
import '../common/stageTimer.css';

const Running = ({ timer }: { readonly timer: TimerState }): ReactNode => {
  const now = useNow((at) => timerFace(timer, at).nextChange);
  const face = timerFace(timer, now);
  const word = timer.uncertain ? say(wallZh.about, { word: wallZh[face.word] }) : wallZh[face.word];
  return (
    <main className="stage-timer" data-tone={face.tone} data-length={face.digits.length}>
      <p className="stage-timer-name">{timer.name}</p>
      <p className="stage-timer-digits">{face.digits}</p>
      <p className="stage-timer-word">{wallZh[timer.phase]}　{word}</p>
    </main>
  );
};

export const StageTimer = (): ReactNode => {
  const link = useLink();
  const { data } = useView<StageTimerView>('stageTimer');
  if (data === null) return null;
  return (
    <ClockContext value={() => link.hostNow()}>
      {data.timer === null ? <main className="stage-timer" data-tone="calm"><p className="stage-timer-title">{data.title}</p></main> : <Running timer={data.timer} />}
    </ClockContext>
  );
};
