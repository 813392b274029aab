// The one big button: the next step by name, what stands in its way, and one press that does it.
import { Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { AirView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { refusalSentence, useWords, withPanelName, type Words } from '../words.ts';
import { reveals } from './bigStep.ts';

const FOLLOW = 'leitai.desk.along';

/** The desk's own habit, kept in this browser: whether the wall follows calling, presenting and scoring. */
export const useAlong = (): readonly [boolean, (along: boolean) => void] => {
  const [along, setAlong] = useState(() => localStorage.getItem(FOLLOW) === 'yes');
  return [along, (next) => {
    localStorage.setItem(FOLLOW, next ? 'yes' : 'no');
    setAlong(next);
  }];
};

/** What stands in the way of the next step, in words; a hidden wall is told by what hides it. */
export const blockedSentence = (words: Words, session: SessionView, air: AirView | null): string => {
  const { blocked } = session.next;
  if (blocked === null) return '';
  if (blocked.code === 'wallHidden' && air !== null) return air.yielded ? words.live.yieldedWarning : air.mode === 'blank' ? words.live.blankWarning : words.live.frozenWarning;
  return refusalSentence(words, withPanelName(blocked, session.rules.panels));
};

interface Props {
  readonly session: SessionView;
  readonly air: AirView | null;
  readonly busy: boolean;
  readonly along: readonly [boolean, (along: boolean) => void];
  readonly onPress: () => void;
}

export const BigButton = ({ session, air, busy, along, onPress }: Props): ReactElement => {
  const words = useWords();
  const { next } = session;
  const name = session.contestants.find((row) => row.id === next.contestant)?.name ?? '';
  const label = say(words.live[`action_${next.action}`], { name });
  return (
    <section className="big-step">
      <div className="big-notes" aria-live="polite">
        {next.blocked !== null && <p className="big-blocked">{blockedSentence(words, session, air)}</p>}
        <Checkbox checked={along[0]} onChange={(event) => along[1](event.target.checked)} title={words.live.alongNote}>{words.live.along}</Checkbox>
      </div>
      <button type="button" className="big-button" aria-label={label} data-action={next.action} data-reveals={reveals(next.action) ? '' : undefined} disabled={busy || next.action === 'none'} data-blocked={next.blocked === null ? undefined : ''} onClick={onPress}>
        <span className="big-label">{label}</span>
        {name !== '' && next.action !== 'call' && <span className="big-for">{name}</span>}
        <kbd>F2</kbd>
      </button>
    </section>
  );
};
