// 席位卡与选票: one press issues every judge's seat and prints the cards; ballots are printed only from a frozen roster.
import { App, Button, InputNumber, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useDocument, useSeats, useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { StationsPart } from './StationsPart.tsx';
import type { StepProps } from './stepProps.ts';

type Form = 'perContestant' | 'allUnits';

const Ballots = ({ session }: { readonly session: SessionView }): ReactElement => {
  const { setup } = useWords();
  const make = useDocument();
  const [form, setForm] = useState<Form>(session.rules.windows.policy === 'wholeSession' ? 'allUnits' : 'perContestant');
  const [spares, setSpares] = useState(2);
  // The host records the printed batch itself when it makes the document.
  const print = (): Promise<void> => make({ kind: 'ballots', session: session.session, form, panels: session.rules.panels.map((panel) => panel.id), spares });
  const ready = session.phase === 'ready' || session.phase === 'live';
  return (
    <section className="seat-part">
      <h3>{setup.ballotsTitle}</h3>
      {!ready && <p className="quiet">{setup.ballotsWhenReady}</p>}
      <div className="row-gap">
        <Segmented<Form> value={form} onChange={setForm} options={[{ value: 'perContestant', label: setup.form_perContestant }, { value: 'allUnits', label: setup.form_allUnits }]} />
        <label>{setup.spares} <InputNumber size="small" min={0} max={50} value={spares} onChange={(value) => setSpares(value ?? 0)} /></label>
        <Button disabled={!ready} onClick={() => void print()}>{setup.printBallots}</Button>
      </div>
    </section>
  );
};

export const SeatsStep = ({ session }: StepProps): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const make = useDocument();
  const { modal } = App.useApp();
  const seats = useSeats(session.meeting);
  const renew = (seat: string, name: string): void => {
    void modal.confirm({ title: setup.renewSeat, content: say(setup.renewAsk, { name }), okText: setup.renewSeat, cancelText: shell.cancel, onOk: async () => { await send({ name: 'seat.renew', input: { meeting: session.meeting, seat } }); } });
  };
  const judges = seats?.seats.filter((seat) => seat.role === 'judge') ?? [];
  const issue = async (): Promise<void> => {
    const answer = await send({ name: 'seat.issue', input: { meeting: session.meeting, seats: session.judges.map((judge) => ({ role: 'judge' as const, subject: judge.id })) } });
    if (answer.ok) await make({ kind: 'seatCards', session: session.session });
  };
  return (
    <>
      <p className="quiet">{setup.seatsIntro}</p>
      <section className="seat-part">
        <div className="row-gap">
          <Button type="primary" disabled={session.judges.length === 0} onClick={() => void issue()}>{setup.issueSeats}</Button>
          <span>{judges.length === 0 ? setup.seatsNone : say(setup.seatsIssued, { count: judges.length, bound: judges.filter((seat) => seat.bound).length })}</span>
          {judges.length > 0 && <Button onClick={() => void make({ kind: 'seatCards', session: session.session })}>{setup.printCards}</Button>}
        </div>
        <ul className="seat-list">
          {judges.map((seat) => <li key={seat.seat}><b>{seat.name}</b><span className="quiet">{seat.bound ? setup.seatBound : setup.seatFree}</span><Button size="small" type="link" onClick={() => renew(seat.seat, seat.name)}>{setup.renewSeat}</Button></li>)}
        </ul>
      </section>
      <Ballots session={session} />
      <StationsPart meeting={session.meeting} seats={seats} />
    </>
  );
};
