// The lines plain Node prints: where desk, wall and phones are, where the data lie, and whether windows were opened.
import type { HostReady } from './port.ts';
import { say, sayBoth, type ShellWord } from './words.ts';

export function addressLines(ready: HostReady, data: string): readonly string[] {
  const room = ready.room.length === 0 ? [say('noRoom')] : ready.room;
  return [
    line('desk', ready.desk),
    line('projector', ready.projector),
    ...room.map((address) => line('room', address)),
    line('data', data),
  ];
}

/** One line on the windows: opened, or not and why. */
export function windowLine(closedBecause: ShellWord | undefined): string {
  if (closedBecause === undefined) return sayBoth('opened');
  return closedBecause === 'notOpened' ? sayBoth('notOpened') : `${sayBoth('notOpened')} (${sayBoth(closedBecause)})`;
}

function line(word: ShellWord, value: string): string {
  return `${say(word, 'zh')} ${say(word, 'en')}: ${value}`;
}
