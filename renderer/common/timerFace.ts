// What a timer shows at a moment: digits, a colour and what the word is. Counting is the host's clock; nothing here keeps time.
import type { StageTimerView } from '../../shared/meeting/views.ts';

export type TimerState = NonNullable<StageTimerView['timer']>;
export type TimerWord = 'left' | 'firstWarning' | 'secondWarning' | 'timeUp' | 'overtime' | 'paused';
export interface TimerFace {
  readonly digits: string;
  readonly tone: 'calm' | 'amber' | 'orange' | 'red';
  readonly word: TimerWord;
  /** Milliseconds until the digits change; null while the timer stands. */
  readonly nextChange: number | null;
}

/** Example: 65 → 1:05; 480 → 8:00. */
export const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const elapsedAt = (timer: TimerState, now: number): number => timer.elapsed + (timer.running ? Math.max(0, now - timer.at) : 0);

const warning = (timer: TimerState, left: number): Pick<TimerFace, 'tone' | 'word'> => {
  if (left <= timer.secondWarning) return { tone: 'orange', word: 'secondWarning' };
  if (left <= timer.firstWarning) return { tone: 'amber', word: 'firstWarning' };
  return { tone: 'calm', word: 'left' };
};

/**
 * The face at host time `now` (ms). Limits and warnings are seconds (warnings: seconds left), `elapsed` and `at` milliseconds.
 * A full second is shown until it is used up, so 8:00 stands for a second and 0:00 comes exactly at the limit;
 * overtime counts whole seconds (domain.md §2.4 item 4).
 */
export const timerFace = (timer: TimerState, now: number): TimerFace => {
  const elapsed = elapsedAt(timer, now);
  const leftMilliseconds = timer.limit * 1000 - elapsed;
  const nextChange = timer.running ? 1000 - (elapsed % 1000) : null;
  if (leftMilliseconds > 0) {
    const left = Math.ceil(leftMilliseconds / 1000);
    const face = warning(timer, left);
    return { digits: minutes(left), nextChange, ...face, word: timer.running ? face.word : 'paused' };
  }
  const over = Math.floor(-leftMilliseconds / 1000);
  return over === 0
    ? { digits: minutes(0), tone: 'red', word: 'timeUp', nextChange }
    : { digits: `+${minutes(over)}`, tone: 'red', word: 'overtime', nextChange };
};
