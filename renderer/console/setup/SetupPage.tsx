// 筹备: the guided path from units to the start. Every step keeps at once; a frozen session shows its steps without changing them.
import { Button, Steps } from 'antd';
import type { ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { sendAll, useRegister, useSend, useSession } from '../host.ts';
import { fragmentOf, SETUP_STEPS, useRoute, type SetupStep } from '../route.ts';
import { refusalSentence, useWords, withPanelName, type Words } from '../words.ts';
import { CardsStep } from './CardsStep.tsx';
import { FiguresStep } from './FiguresStep.tsx';
import { GoStep } from './GoStep.tsx';
import { JudgesStep } from './JudgesStep.tsx';
import { OrderStep } from './OrderStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { SeatsStep } from './SeatsStep.tsx';
import type { StepProps } from './stepProps.ts';
import { startOrders } from './setupOrders.ts';
import { UnitsStep } from './UnitsStep.tsx';
import './setup.css';

/** Part scores have a step of their own where the rules have a part that is entered. */
const stepsOf = (session: SessionView): readonly SetupStep[] =>
  SETUP_STEPS.filter((step) => step !== 'figures' || session.rules.parts.some((part) => part.source === 'entered'));

const Step = ({ step, ...props }: StepProps & { readonly step: SetupStep }): ReactElement => {
  switch (step) {
    case 'units': return <UnitsStep {...props} />;
    case 'judges': return <JudgesStep {...props} />;
    case 'rules': return <RulesStep {...props} />;
    case 'order': return <OrderStep {...props} />;
    case 'figures': return <FiguresStep {...props} />;
    case 'cards': return <CardsStep {...props} />;
    case 'seats': return <SeatsStep {...props} />;
    case 'go': return <GoStep {...props} />;
  }
};

/** Where what stands in the way of being ready is seen to. */
const PLACES: Readonly<Record<string, SetupStep>> = {
  noContestants: 'units', categoryMissing: 'units', unknownContestant: 'units', noJudges: 'judges', panelEmpty: 'judges', unknownPanel: 'judges', unknownJudge: 'judges',
  rulesInvalid: 'rules', rulesDoNotAddUp: 'rules', noCaseForResult: 'rules', orderNotSet: 'order',
};

const blockedSentence = (words: Words, session: SessionView): string => {
  const { blocked } = session.next;
  if (blocked === null) return '';
  // A panel that is gone has no name to tell; who stands in it has.
  const stray = session.judges.filter((judge) => !session.rules.panels.some((panel) => panel.id === judge.panel)).length;
  return blocked.code === 'unknownPanel' ? say(words.setup.judgesUnassigned, { count: stray }) : say(words.setup.readyBlocked, { sentence: refusalSentence(words, withPanelName(blocked, session.rules.panels)) });
};

const Foot = ({ session, step }: { readonly session: SessionView; readonly step: SetupStep }): ReactElement => {
  const words = useWords();
  const { go } = useRoute();
  const send = useSend();
  const steps = stepsOf(session);
  const at = steps.indexOf(step);
  const to = (index: number): void => {
    const next = steps[index];
    if (next !== undefined) go({ page: 'setup', session: session.session, step: next });
  };
  const start = async (): Promise<void> => {
    if (await sendAll(send, startOrders(session))) go({ page: 'live', session: session.session });
  };
  const blocked = session.next.blocked;
  const place = blocked === null ? undefined : PLACES[blocked.code];
  const preparing = session.phase === 'setup' || session.phase === 'ready';
  return (
    <footer className="setup-foot">
      <Button disabled={at <= 0} onClick={() => to(at - 1)}>{words.shell.back}</Button>
      <Button disabled={at === steps.length - 1} onClick={() => to(at + 1)}>{words.shell.forward}</Button>
      <span className="quiet">{preparing ? words.setup.kept : ''}</span>
      <span className="desk-space" />
      {preparing && blocked !== null && <span className="setup-blocked" role="status">{blockedSentence(words, session)} {place !== undefined && place !== step && <a href={fragmentOf({ page: 'setup', session: session.session, step: place })}>{words.setup.fix}</a>}</span>}
      {preparing
        ? <Button type="primary" disabled={blocked !== null} onClick={() => void start()}>{words.setup.readyAndStart}</Button>
        : <Button type="primary" onClick={() => go({ page: 'live', session: session.session })}>{words.setup.goLive}</Button>}
    </footer>
  );
};

export const SetupPage = ({ session: id, step }: { readonly session: string; readonly step: SetupStep }): ReactElement => {
  const session = useSession(id);
  const register = useRegister();
  const words = useWords();
  const send = useSend();
  const { go } = useRoute();
  if (session === null || register === null) return <main className="desk-waiting">{words.shell.connecting}</main>;
  const frozen = session.phase !== 'setup';
  const steps = stepsOf(session);
  return (
    <main className="setup">
      <Steps size="small" className="setup-steps" current={steps.indexOf(step)} onChange={(at) => go({ page: 'setup', session: id, step: steps[at] ?? 'units' })}
        items={steps.map((each) => ({ title: words.setup[`step_${each}`], status: each === step ? 'process' : 'wait' }))} />
      {session.phase === 'ready' && <div className="setup-note"><span>{words.setup.unlockNote}</span><Button size="small" onClick={() => void send({ name: 'session.unlock', input: { session: id } })}>{words.setup.unlock}</Button></div>}
      {frozen && session.phase !== 'ready' && <div className="setup-note"><span>{words.setup.frozenNote}</span></div>}
      <div className="setup-body"><Step session={session} register={register} frozen={frozen} step={step} /></div>
      <Foot session={session} step={step} />
    </main>
  );
};
