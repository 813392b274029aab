// What the timer shows: whole seconds, two warnings, overtime; counted by the host's clock.
import { describe, expect, test } from 'vitest';
import { minutes, timerFace, type TimerState } from '../../../renderer/common/timerFace.ts';

const timer = (change: Partial<TimerState> = {}): TimerState => ({
  name: '甲区', phase: 'speech', limit: 480, firstWarning: 60, secondWarning: 30, elapsed: 0, at: 1000, running: true, uncertain: false, ...change,
});
const faceAt = (milliseconds: number): readonly string[] => {
  const { digits, tone, word } = timerFace(timer(), 1000 + milliseconds);
  return [digits, tone, word];
};

describe('the timer', () => {
  test('counts down in whole seconds: 8:00 stands until a second is used up, 0:00 comes exactly at the limit', () => {
    expect(faceAt(0)).toEqual(['8:00', 'calm', 'left']);
    expect(faceAt(999)).toEqual(['8:00', 'calm', 'left']);
    expect(faceAt(1000)).toEqual(['7:59', 'calm', 'left']);
    expect(faceAt(479_999)).toEqual(['0:01', 'orange', 'secondWarning']);
    expect(faceAt(480_000)).toEqual(['0:00', 'red', 'timeUp']);
  });

  test('warns twice, each time with a word of its own', () => {
    expect(faceAt(418_999)[2]).toBe('left');
    expect(faceAt(420_000)).toEqual(['1:00', 'amber', 'firstWarning']);
    expect(faceAt(450_000)).toEqual(['0:30', 'orange', 'secondWarning']);
  });

  test('counts overtime in whole seconds over', () => {
    expect(faceAt(480_999)).toEqual(['0:00', 'red', 'timeUp']);
    expect(faceAt(481_000)).toEqual(['+0:01', 'red', 'overtime']);
    expect(faceAt(480_000 + 723_000)[0]).toBe('+12:03');
  });

  test('stands while it is paused and says so; a warning keeps its colour', () => {
    const face = timerFace(timer({ running: false, elapsed: 430_000 }), 999_999);
    expect([face.digits, face.tone, face.word, face.nextChange]).toEqual(['0:50', 'amber', 'paused', null]);
  });

  test('never runs backwards when the page clock is behind the host', () => {
    expect(timerFace(timer({ elapsed: 5000 }), 0).digits).toBe('7:55');
  });

  test('says when its digits change next', () => {
    expect(timerFace(timer({ elapsed: 300 }), 1000).nextChange).toBe(700);
  });

  test('minutes go beyond an hour without a third figure', () => {
    expect([minutes(5), minutes(65), minutes(3661)]).toEqual(['0:05', '1:05', '61:01']);
  });
});
