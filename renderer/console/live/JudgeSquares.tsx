// One square per judge: who, how the sheet stands (word and shape), and whether the device answers. Figures only when not hidden.
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useRoute } from '../route.ts';
import { useWords } from '../words.ts';
import { judgeSeat, namedJudges, owing, type Judge, type Square } from './liveParts.ts';

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
  const { live, adjust } = useWords();
  const seat = judgeSeat(props.seats, judge.id);
  const liveness = seat === null ? 'none' : seat.liveness;
  const status = square?.status ?? 'missing';
  const words = square === null ? live[`live_${liveness}`] : live[`seat_${status}`];
  // In a narrow square it takes the place of the word; the shape still says how the sheet came.
  const far = square?.far === true && !props.hidden;
  const asking = seat !== null && seat.waiting.length > 0;
  return (
    <button type="button" className="square" data-status={square === null ? 'closed' : status} data-liveness={liveness} data-judge={judge.id} onClick={() => props.onPick(judge.id)}
      title={`${judge.name} ${judge.title} · ${words} · ${live[`live_${liveness}`]}`}>
      <span className="square-name">{judge.name}</span>
      <span className="square-status">
        {asking ? <em>{live.newDevice}</em> : <span>{square === null ? null : <i aria-hidden>{SHAPE[status]}</i>}{far ? <em className="square-far" title={adjust.farNote}>{adjust.far}</em> : words}</span>}
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

/** A panel without names: how many ballots are at hand and what it still owes, never whose. */
const NamelessLine = ({ session, window, panel }: Pick<Props, 'session' | 'window'> & { readonly panel: Panel }): ReactElement | null => {
  const { adjust, paper } = useWords();
  const { go } = useRoute();
  const row = window?.nameless.find((each) => each.panel === panel.id);
  if (window !== null && row === undefined) return null;
  const box = session.boxes.find((each) => each.panel === panel.id && each.phase === 'open');
  const count = box === undefined ? say(adjust.namelessAtHand, { n: row?.atHand ?? 0 }) : say(paper.boxCast, { n: box.cast, of: box.expected });
  return (
    <section aria-label={panel.name} className="nameless">
      <h3 data-panel={panel.id}><svg width="10" height="10" aria-hidden><rect width="10" height="10" fill={panel.colour} /></svg>{panel.name}</h3>
      {row === undefined ? null : <p><b>{count}</b>{row.due === null ? <span data-done="">{adjust.namelessDone}</span> : <span>{paper[`due_${row.due}`]}</span>}<Button size="small" type="link" onClick={() => go({ page: 'paper', session: session.session })}>{paper.place}</Button></p>}
    </section>
  );
};

export const JudgeSquares = (props: Props): ReactElement => {
  const { session, window } = props;
  const named = namedJudges(session);
  const [wanted, setWanted] = useState(false);
  const owed = window === null ? [] : owing(window);
  const offered = named.length > MANY && owed.length > 0;
  const only = wanted && offered;
  return (
    <div className="squares">
      {offered && <OwingFilter count={owed.length} on={only} onChange={setWanted} />}
      {session.rules.panels.map((panel) => {
        if (panel.voters !== 'named') return <NamelessLine key={panel.id} session={session} window={window} panel={panel} />;
        const judges = named.filter((judge) => judge.panel === panel.id && (!only || owed.includes(judge.id)));
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
