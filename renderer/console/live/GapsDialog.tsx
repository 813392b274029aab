// Missing sheets: the host chooses one judge or several and says what is to happen; five causes, never a guess. Also short codes and new devices.
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { sendAll, useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { judgeSeat, owing, type Judge, type Seat, type Square } from './liveParts.ts';

const CAUSES = ['wait', 'paper', 'recused', 'absent', 'leftEarly'] as const;
type Cause = (typeof CAUSES)[number];

interface Props {
  readonly session: SessionView;
  readonly window: WindowView;
  readonly seats: SeatsView | null;
  /** Judges chosen when the dialog opens. */
  readonly first: readonly string[];
  readonly onClose: () => void;
}

const SeatHelp = ({ meeting, seat }: { readonly meeting: string; readonly seat: Seat }): ReactElement => {
  const { live } = useWords();
  const send = useSend();
  const [code, setCode] = useState('');
  const ask = async (): Promise<void> => {
    const answer = await send({ name: 'seat.code', input: { meeting, seat: seat.seat } });
    if (!answer.ok) return;
    const { code: given, expiresAt } = answer.result;
    setCode(say(live.shortCodeSays, { code: String(given), time: new Date(Number(expiresAt)).toLocaleTimeString('zh-CN') }));
  };
  return (
    <span className="gap-seat">
      {code === '' ? <Button size="small" type="link" onClick={() => void ask()}>{live.shortCode}</Button> : <b>{code}</b>}
      {seat.waiting.map((browser) => (
        <Button key={browser} size="small" onClick={() => void send({ name: 'device.approve', input: { meeting, seat: seat.seat, browser } })}>{live.approveDevice}</Button>
      ))}
    </span>
  );
};

const JudgeLine = ({ judge, square, seat, chosen, onChoose, meeting }: { readonly judge: Judge; readonly square: Square | undefined; readonly seat: Seat | null; readonly chosen: boolean; readonly onChoose: (on: boolean) => void; readonly meeting: string }): ReactElement => {
  const { live } = useWords();
  return (
    <li>
      <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>{judge.name}</Checkbox>
      <span className="quiet">{judge.title}</span>
      <span className="desk-space" />
      <span>{live[`seat_${square?.status ?? 'missing'}`]}{square !== undefined && square.note !== '' ? ` · ${square.note}` : ''}</span>
      {seat === null ? <span className="quiet">{live.live_none}</span> : <><span className="quiet">{live[`live_${seat.liveness}`]}</span><SeatHelp meeting={meeting} seat={seat} /></>}
    </li>
  );
};

/** Judges who owe a sheet first, then those chosen by a press on their square. */
const listed = ({ session, window, first }: Props): readonly Judge[] => {
  const owed = owing(window);
  const excused = window.judges.filter((square) => ['recused', 'absent', 'leftEarly'].includes(square.status)).map((square) => square.judge);
  return session.judges.filter((judge) => owed.includes(judge.id) || first.includes(judge.id) || excused.includes(judge.id));
};

export const GapsDialog = (props: Props): ReactElement => {
  const { session, window, seats, first, onClose } = props;
  const { live, shell } = useWords();
  const send = useSend();
  const [chosen, setChosen] = useState<readonly string[]>(first);
  const [note, setNote] = useState('');
  const name = session.contestants.find((row) => row.id === window.contestant)?.name ?? '';
  const decide = async (cause: Cause): Promise<void> => {
    const orders = chosen.map((judge) => ({ name: 'gap.decide' as const, input: { session: session.session, contestant: window.contestant, judge, cause, note } }));
    if (await sendAll(send, orders)) onClose();
  };
  const judges = listed(props);
  return (
    <Modal open title={say(live.gapsTitle, { name })} onCancel={onClose} width={680} footer={null} destroyOnHidden>
      <p className="quiet">{live.gapsNote}</p>
      {judges.length === 0 ? <><p>{live.gapsNobody}</p><Button autoFocus onClick={onClose}>{shell.close}</Button></> : (
        <>
          <div className="gap-tools">
            <Button size="small" onClick={() => setChosen(owing(window))}>{live.gapsSelectMissing}</Button>
            <span className="quiet">{say(live.gapsChosen, { n: chosen.length })}</span>
          </div>
          <ul className="gap-list">
            {judges.map((judge) => (
              <JudgeLine key={judge.id} judge={judge} square={window.judges.find((each) => each.judge === judge.id)} seat={judgeSeat(seats, judge.id)} meeting={session.meeting}
                chosen={chosen.includes(judge.id)} onChoose={(on) => setChosen(on ? [...chosen, judge.id] : chosen.filter((id) => id !== judge.id))} />
            ))}
          </ul>
          <Input value={note} maxLength={200} placeholder={live.gapNote} aria-label={live.gapNote} onChange={(event) => setNote(event.target.value)} />
          <div className="gap-causes">
            {CAUSES.map((cause) => <Button key={cause} disabled={chosen.length === 0} onClick={() => void decide(cause)}>{live[`gap_${cause}`]}</Button>)}
          </div>
        </>
      )}
    </Modal>
  );
};
