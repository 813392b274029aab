// One square per judge: who, how the sheet stands (word and shape), and whether the device answers. Figures only when not hidden.
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { judgeSeat, owing, type Judge, type Square } from './liveParts.ts';

interface Props {
  readonly session: SessionView;
  readonly window: WindowView | null;
  readonly seats: SeatsView | null;
  readonly hidden: boolean;
  readonly onPick: (judge: string) => void;
}

/** A shape beside every word, so that no state is told by colour alone. */
const SHAPE: Readonly<Record<Square['status'], string>> = {
  submitted: '●', paper: '■', abstained: '◇', void: '✕', recused: '⊘', absent: '—', leftEarly: '↗', awaitingPaper: '□', waiting: '…', missing: '○',
};

/** Only where a sheet is still owed does it matter whether the device answers. */
const OWING: readonly Square['status'][] = ['missing', 'waiting', 'awaitingPaper'];

const JudgeSquare = ({ judge, square, ...props }: Props & { readonly judge: Judge; readonly square: Square | null }): ReactElement => {
  const { live } = useWords();
  const seat = judgeSeat(props.seats, judge.id);
  const liveness = seat === null ? 'none' : seat.liveness;
  const status = square?.status ?? 'missing';
  const words = square === null ? live[`live_${liveness}`] : live[`seat_${status}`];
  const asking = seat !== null && seat.waiting.length > 0;
  return (
    <button type="button" className="square" data-status={square === null ? 'closed' : status} data-liveness={liveness} data-judge={judge.id} onClick={() => props.onPick(judge.id)}
      title={`${judge.name} ${judge.title} · ${words} · ${live[`live_${liveness}`]}`}>
      <span className="square-name">{judge.name}</span>
      <span className="square-status">
        {asking ? <em>{live.newDevice}</em> : <span>{square === null ? null : <i aria-hidden>{SHAPE[status]}</i>}{words}</span>}
        {asking ? null
          : square !== null && square.total !== null && !props.hidden ? <b>{square.total}</b>
          : square !== null && seat !== null && OWING.includes(status) ? <small>{live[`live_${liveness}`]}</small> : null}
      </span>
    </button>
  );
};

/** From here on the squares no longer fit one look, and who is missing is hard to find among who is in. */
const MANY = 40;

const OwingFilter = ({ count, on, onChange }: { readonly count: number; readonly on: boolean; readonly onChange: (on: boolean) => void }): ReactElement => {
  const { live } = useWords();
  return <p className="square-filter"><Button size="small" aria-pressed={on} onClick={() => onChange(!on)}>{on ? live.squaresAll : say(live.squaresOwing, { n: count })}</Button></p>;
};

export const JudgeSquares = (props: Props): ReactElement => {
  const { session, window } = props;
  const [wanted, setWanted] = useState(false);
  const owed = window === null ? [] : owing(window);
  const offered = session.judges.length > MANY && owed.length > 0;
  const only = wanted && offered;
  return (
    <div className="squares">
      {offered && <OwingFilter count={owed.length} on={only} onChange={setWanted} />}
      {session.rules.panels.map((panel) => {
        const judges = session.judges.filter((judge) => judge.panel === panel.id && (!only || owed.includes(judge.id)));
        return judges.length === 0 ? null : (
          <section key={panel.id} aria-label={panel.name}>
            <h3 data-panel={panel.id}><svg width="10" height="10" aria-hidden><rect width="10" height="10" fill={panel.colour} /></svg>{panel.name}</h3>
            <div className="square-grid">
              {judges.map((judge) => <JudgeSquare key={judge.id} {...props} judge={judge} square={window?.judges.find((each) => each.judge === judge.id) ?? null} />)}
            </div>
          </section>
        );
      })}
    </div>
  );
};
