// The clock of the contestant on stage, counted from the host's time. It proposes no penalty.
import { Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { useLink } from '../../common/useView.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { minutesText, secondsLeft, timerTone } from './liveParts.ts';

const useHostNow = (running: boolean): number => {
  const link = useLink();
  const [, tick] = useState(0);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [running]);
  return link.hostNow();
};

/** Start, pause and go on; the key P does the same as the button. */
export const useTimerToggle = (session: SessionView): (() => void) | null => {
  const send = useSend();
  const contestant = session.onStage;
  if (contestant === null || session.phase !== 'live') return null;
  const input = { session: session.session, contestant };
  const { timer } = session;
  return timer !== null && timer.running
    ? () => void send({ name: 'timer.pause', input })
    : () => void send({ name: 'timer.start', input: { ...input, phase: timer?.phase ?? 'speech' } });
};

export const TimerBox = ({ session }: { readonly session: SessionView }): ReactElement | null => {
  const { live } = useWords();
  const send = useSend();
  const toggle = useTimerToggle(session);
  const { timer } = session;
  const now = useHostNow(timer?.running === true);
  if (session.onStage === null || session.phase !== 'live') return null;
  const left = timer === null ? session.rules.time.speechSeconds : secondsLeft(timer, now);
  const tone = timer === null ? 'calm' : timerTone(timer, left);
  const questions = session.rules.time.questionSeconds > 0 && timer?.phase === 'speech';
  return (
    <div className="timer" data-tone={tone} role="group" aria-label={timer?.phase === 'questions' ? live.timerQuestions : live.timerSpeech}>
      <span className="timer-words">{timer?.phase === 'questions' ? live.timerQuestions : live.timerSpeech} · {left < 0 ? live.timerOver : live.timerLeft}</span>
      <span className="timer-figure" role="timer">{minutesText(left)}</span>
      <span className="timer-keys">
        {toggle !== null && <Button size="small" onClick={toggle}>{timer === null ? live.timerStart : timer.running ? live.timerPause : live.timerResume}</Button>}
        {questions && <Button size="small" onClick={() => void send({ name: 'timer.start', input: { session: session.session, contestant: session.onStage ?? '', phase: 'questions' } })}>{live.startQuestions}</Button>}
      </span>
      {timer?.uncertain === true && <span className="timer-uncertain">{live.timerUncertain}</span>}
    </div>
  );
};
