// 就绪: the checklist before going live, each line with where to see to it; then ready, and start.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { useHome, useSeats, useSend } from '../host.ts';
import { fragmentOf, type SetupStep } from '../route.ts';
import { useWords } from '../words.ts';
import { NextRoundButton } from './NextRound.tsx';
import type { StepProps } from './stepProps.ts';

interface Item { readonly text: string; readonly state: 'ok' | 'todo' | 'note'; readonly step: SetupStep | null }

const useItems = ({ session }: StepProps): readonly Item[] => {
  const { setup } = useWords();
  const home = useHome();
  const seats = useSeats(session.meeting);
  const room = home?.rooms.find((each) => each.chosen);
  const need = (done: boolean): Item['state'] => (done ? 'ok' : 'todo');
  const wish = (done: boolean): Item['state'] => (done ? 'ok' : 'note');
  const entered = session.rules.parts.filter((part) => part.source === 'entered');
  const owing = session.contestants.reduce((sum, row) => sum + entered.filter((part) => row.parts[part.id] === undefined).length, 0);
  return [
    { text: say(setup.item_units, { count: session.contestants.length }), state: need(session.contestants.length > 0), step: 'units' },
    { text: say(setup.item_judges, { count: session.judges.length }), state: need(session.judges.length > 0 || !session.rules.panels.some((panel) => panel.voters === 'named')), step: 'judges' },
    { text: setup.item_rules, state: need(session.rulesFault === null), step: 'rules' },
    { text: say(setup.item_order, { method: session.orderMethod === null ? setup.orderNone : setup[`method_${session.orderMethod}`] }), state: need(session.orderMethod !== null), step: 'order' },
    ...(entered.length === 0 ? [] : [{ text: owing === 0 ? `${setup.step_figures} ${setup.figuresComplete}` : say(setup.item_figures, { count: owing }), state: wish(owing === 0), step: 'figures' as const }]),
    { text: setup.item_screen, state: wish((seats?.screens ?? 0) > 0), step: null },
    { text: room === undefined ? setup.item_noNetwork : say(setup.item_network, { address: room.address }), state: wish(room !== undefined), step: null },
    { text: setup.item_backup, state: wish(home?.backup?.ok === true), step: null },
  ];
};

export const GoStep = (props: StepProps): ReactElement => {
  const { session } = props;
  const { setup } = useWords();
  const send = useSend();
  const items = useItems(props);
  const input = { session: session.session };
  return (
    <section>
      <p className="quiet">{session.phase === 'setup' || session.phase === 'ready' ? setup.goIntro : setup.goDone}</p>
      <ul className="checklist">
        {items.map((item) => (
          <li key={item.text} data-state={item.state}>
            <span className="check-sign" aria-hidden>{{ ok: '✓', todo: '✕', note: '!' }[item.state]}</span>
            <span>{item.text}</span>
            <span className="quiet">{setup[`state_${item.state}`]}</span>
            {item.step !== null && item.state !== 'ok' && <a href={fragmentOf({ page: 'setup', session: session.session, step: item.step })}>{setup.fix}</a>}
          </li>
        ))}
      </ul>
      <div className="row-gap">
        <Button disabled={session.phase !== 'setup' || session.next.blocked !== null} onClick={() => void send({ name: 'session.ready', input })}>{setup.goReady}</Button>
        <Button disabled={session.phase !== 'ready'} onClick={() => void send({ name: 'session.start', input })}>{setup.goStart}</Button>
        <NextRoundButton session={session} />
      </div>
    </section>
  );
};
