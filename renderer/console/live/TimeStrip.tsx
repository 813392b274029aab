// What the clock proposes when a phase has ended: seconds over or short and the penalty by the rules. The host confirms, changes or waives it; nothing happens by itself.
import { Button, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

type Proposal = WindowView['proposals'][number];
interface Props { readonly session: SessionView; readonly contestant: { readonly id: string; readonly name: string }; readonly proposals: readonly Proposal[] }

const OtherFigure = ({ session, contestant, proposal, onClose }: Omit<Props, 'proposals'> & { readonly proposal: Proposal; readonly onClose: () => void }): ReactElement => {
  const { adjust, shell } = useWords();
  const send = useSend();
  const [amount, setAmount] = useState(proposal.amount);
  const [reason, setReason] = useState('');
  const full = session.rules.time.penalty?.fullMark ?? '';
  const act = async (): Promise<void> => {
    const answer = await send({ name: 'penalty.confirm', input: { session: session.session, contestant: contestant.id, phase: proposal.phase, amount: amount.trim(), reason } });
    if (answer.ok) onClose();
  };
  return (
    <Modal open title={adjust.otherFigure} okText={adjust.confirm} cancelText={shell.cancel} okButtonProps={{ disabled: reason.trim() === '' || amount.trim() === '' }} onOk={() => void act()} onCancel={onClose} destroyOnHidden>
      <p><label>{say(adjust.figure, { full })} <Input className="figure-input" inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} /></label></p>
      <Input.TextArea rows={2} maxLength={500} aria-label={adjust.figureReason} placeholder={adjust.figureReason} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
};

const Line = ({ session, contestant, proposal }: Omit<Props, 'proposals'> & { readonly proposal: Proposal }): ReactElement => {
  const { adjust } = useWords();
  const send = useSend();
  const [asked, setAsked] = useState<'other' | 'waive' | null>(null);
  const input = { session: session.session, contestant: contestant.id, phase: proposal.phase };
  const seconds = say(proposal.seconds > 0 ? adjust.over : adjust.under, { n: Math.abs(proposal.seconds) });
  return (
    <div className="time-strip" role="group" aria-label={adjust.time}>
      <span><b>{adjust[proposal.phase]}{seconds}</b>，{say(adjust.proposed, { amount: proposal.amount, full: session.rules.time.penalty?.fullMark ?? '' })}{proposal.uncertain && <em>{adjust.uncertain}</em>}</span>
      <span className="desk-space" />
      <Button size="small" type="primary" onClick={() => void send({ name: 'penalty.confirm', input: { ...input, amount: proposal.amount, reason: '' } })}>{adjust.confirm}</Button>
      <Button size="small" onClick={() => setAsked('other')}>{adjust.otherFigure}</Button>
      <Button size="small" onClick={() => setAsked('waive')}>{adjust.waive}</Button>
      {asked === 'other' && <OtherFigure session={session} contestant={contestant} proposal={proposal} onClose={() => setAsked(null)} />}
      {asked === 'waive' && <ReasonDialog onClose={() => setAsked(null)} asked={{ title: say(adjust.waiveTitle, { name: contestant.name }), note: adjust.waiveNote, label: adjust.reason, confirm: adjust.waive, act: async (reason) => (await send({ name: 'penalty.waive', input: { ...input, reason } })).ok }} />}
    </div>
  );
};

export const TimeStrip = (props: Props): ReactElement => <>{props.proposals.map((proposal) => <Line key={proposal.phase} session={props.session} contestant={props.contestant} proposal={proposal} />)}</>;
