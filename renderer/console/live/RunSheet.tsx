// The run sheet at the left: every contestant in speaking order with both states, the stage's and the scoring window's.
import type { ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { placeOf, type RunRow } from './liveParts.ts';
import { TrialPart } from './TrialPart.tsx';

interface Props { readonly session: SessionView; readonly selected: string | null; readonly onSelect: (contestant: string) => void }

const Row = ({ row, ...props }: Props & { readonly row: RunRow }): ReactElement => {
  const { live } = useWords();
  const here = row.id === props.selected;
  return (
    <li>
      <button type="button" className="run-row" aria-current={here ? 'true' : undefined} data-on-stage={row.id === props.session.onStage ? '' : undefined} data-stage={row.stage} onClick={() => props.onSelect(row.id)}>
        <span className="run-order">{placeOf(props.session, row.id)?.n ?? '—'}</span>
        <span className="run-name" title={row.fullName}>{row.name}</span>
        <span className="run-states">
          {row.stage === 'withdrawn' || row.stage === 'forfeited' || row.stage === 'called' || row.stage === 'presenting' ? <b>{live[`stage_${row.stage}`]}</b> : row.window === 'closed' ? live[`stage_${row.stage}`] : null}
          {row.window !== 'closed' && <span data-window={row.window}>{live[`window_${row.window}`]}{row.window === 'open' ? ` ${row.received}/${row.expected}` : ''}</span>}
          {row.late > 0 && <em>{say(live.late, { n: row.late })}</em>}
        </span>
      </button>
    </li>
  );
};

export const RunSheet = (props: Props): ReactElement => {
  const { live } = useWords();
  return (
    <nav className="pane run-sheet" aria-label={live.runSheet}>
      <h2>{live.runSheet}</h2>
      <TrialPart session={props.session} />
      <ol className="pane-scroll">
        {props.session.contestants.map((row) => <Row key={row.id} {...props} row={row} />)}
      </ol>
    </nav>
  );
};
