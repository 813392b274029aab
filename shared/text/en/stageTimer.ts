// Words of the stage timer's page on a phone or tablet, in English. The same keys as the Chinese.
import type { stageTimer as chinese } from '../zh/stageTimer.ts';

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type StageTimerWords = Words<typeof chinese>;

export const stageTimer: StageTimerWords = {
  title: 'Stage timer',
  connecting: { title: 'Connecting to the desk', text: 'The timer appears by itself as soon as the desk answers.' },
  awaitingDesk: { title: 'The desk must confirm this device', text: 'Please ask the staff to tap “Allow” at the desk. The timer then appears by itself.' },
  void: { title: 'This timer card is no longer valid', text: 'Please ask the staff for a new one and scan it.' },
  impostor: { title: 'Not the host of this meeting, or the card was replaced', text: 'Whoever answered could not prove to be the host. Check that this device is on the meeting’s network; if the timer card was replaced, scan the new one.' },
  waiting: 'The timer appears here when it starts',
  keepOn: 'Set this screen to stay on, and plug the device in.',
};
