// The middle of the desk: the contestant in hand with the clock, and below it the seats, the check table or paper keying.
import { Button, Dropdown, Segmented } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { CheckTable } from '../check/CheckTable.tsx';
import { useWindow } from '../host.ts';
import { Badge, type Tone } from '../kit/Badge.tsx';
import { useKeys } from '../kit/useKeys.ts';
import { KeyingPane } from '../keying/KeyingPane.tsx';
import { hasPaper } from '../paper/paperParts.ts';
import { useRoute } from '../route.ts';
import { refusalSentence, useWords, type Words } from '../words.ts';
import { JudgeSquares } from './JudgeSquares.tsx';
import { LateList } from './LateList.tsx';
import { isCounted, isStealthy, placeOf, type RunRow } from './liveParts.ts';
import type { Ask } from './ask.ts';
import { TimerBox } from './TimerBox.tsx';
import { TimeStrip } from './TimeStrip.tsx';
import { useContestantMenu } from './useContestantMenu.tsx';
import { usePeek, type Peek } from './usePeek.ts';

type Mode = 'seats' | 'check' | 'keying' | 'compare';
interface Props { readonly session: SessionView; readonly row: RunRow; readonly seats: SeatsView | null; readonly ask: (what: Ask) => void }
interface PaneProps extends Props { /** The contestant whose sheets are being keyed, or null when keying ends. */ readonly onKeying: (contestant: string | null) => void }

const WINDOW_TONE: Readonly<Record<RunRow['window'], Tone>> = { closed: 'plain', open: 'busy', allIn: 'busy', checked: 'busy', locked: 'good', revealed: 'good', corrected: 'warn' };

const Head = ({ session, row }: Pick<Props, 'session' | 'row'>): ReactElement => {
  const { live } = useWords();
  const place = placeOf(session, row.id);
  return (
    <header className="stage-head">
      <div className="stage-who">
        <p className="stage-order">{place !== null && say(live.orderOf, place)}<Badge>{live[`stage_${row.stage}`]}</Badge>{row.window !== 'closed' && <Badge tone={WINDOW_TONE[row.window]}>{live[`window_${row.window}`]}</Badge>}</p>
        <h1 title={row.fullName}>{row.name}</h1>
        {row.speaker !== '' && <p className="quiet">{say(live.speaker, { name: row.speaker })}</p>}
      </div>
      {session.onStage === row.id && <TimerBox session={session} />}
    </header>
  );
};

const Tools = ({ mode, onMode, peek, ...props }: Props & { readonly mode: Mode; readonly onMode: (mode: Mode) => void; readonly peek: Peek; readonly view: WindowView | null }): ReactElement => {
  const { live, scores, paper } = useWords();
  const { row, session, seats, ask, view } = props;
  const { go } = useRoute();
  const menu = useContestantMenu(session, row, ask);
  const shortage = view !== null && !view.result.ok && view.result.why === 'tooFewSheets' && row.window === 'allIn' ? view.result : null;
  const running = session.phase === 'live';
  // Keying twice is offered wherever two people work and paper was keyed; it is never forced.
  const twice = !session.rules.singleOperator && (row.window === 'allIn' || row.window === 'checked') && view?.judges.some((square) => square.source === 'paper') === true;
  return (
    <div className="stage-tools">
      <Segmented<Mode> size="small" value={mode === 'compare' ? 'keying' : mode} onChange={onMode} options={[{ value: 'seats', label: live.seats }, { value: 'check', label: live.check }, { value: 'keying', label: live.keying }]} />
      <span className="stage-count" role="status">{row.window === 'closed' || row.expected === 0 ? '' : say(live.received, { n: row.received, of: row.expected })}</span>
      <span className="desk-space" />
      {isStealthy(row.window) && (mode === 'seats' || mode === 'check') && <Button size="small" {...peek.hold} aria-pressed={peek.held}>{live.peek} <kbd aria-hidden>H</kbd></Button>}
      {running && view !== null && isStealthy(row.window) && <Button size="small" onClick={() => ask({ what: 'gaps', contestant: row.id, first: [] })}>{live.gapsButton}</Button>}
      {running && shortage !== null && <Button size="small" danger onClick={() => ask({ what: 'relax', contestant: row.id })}>{live.relaxButton}</Button>}
      {running && twice && mode !== 'compare' && <Button size="small" onClick={() => onMode('compare')}>{scores.passSecond}</Button>}
      {running && ['locked', 'revealed', 'corrected'].includes(row.window) && <Button size="small" onClick={() => ask({ what: 'reopen', contestant: row.id })}>{live.reopenButton}</Button>}
      {running && hasPaper(session, seats) && <Button size="small" onClick={() => go({ page: 'paper', session: session.session })}>{paper.place}</Button>}
      <Dropdown menu={menu} trigger={['click']}><Button size="small">{live.more}</Button></Dropdown>
    </div>
  );
};

const Cards = ({ row }: { readonly row: RunRow }): ReactElement | null => {
  const { live } = useWords();
  if (row.promises.length === 0 && row.problems.length === 0) return null;
  const part = (title: string, lines: readonly string[]): ReactElement | null =>
    lines.length === 0 ? null : <section><h3>{title}</h3><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></section>;
  return <div className="stage-cards">{part(live.promises, row.promises)}{part(live.problems, row.problems)}</div>;
};

const NAMES_SHOWN = 6;

/** Which batch is wrong and why, by name: the sheets have to be found and taken back. */
const wrongPrintSentence = ({ live }: Words, session: SessionView, wrong: SessionView['wrongPrints'][number]): string => {
  const units = wrong.contestants.map((id) => session.contestants.find((row) => row.id === id)?.name ?? '');
  const names = units.slice(0, NAMES_SHOWN).join(live.wrongPrintComma);
  const reasons = [
    ...(wrong.orderChanged ? [live.wrongPrintOrder] : []),
    ...(units.length === 0 ? [] : [say(live.wrongPrintUnits, { names: units.length > NAMES_SHOWN ? say(live.wrongPrintMore, { names, count: units.length }) : names })]),
    // They have left the roster, so the desk has no names for them any more.
    ...(wrong.judges.length === 0 ? [] : [say(live.wrongPrintJudges, { count: wrong.judges.length })]),
  ];
  return say(live.wrongPrints, { batch: wrong.batch, reasons: reasons.join(live.wrongPrintBreak) });
};

const Wrongs = ({ session }: { readonly session: SessionView }): ReactElement | null => {
  const words = useWords();
  const faults = session.rulesFault === null ? [] : [say(words.live.rulesFault, { sentence: refusalSentence(words, session.rulesFault) })];
  const prints = session.wrongPrints.map((wrong) => wrongPrintSentence(words, session, wrong));
  const lines = [...faults, ...prints];
  return lines.length === 0 ? null : <div className="stage-wrong" role="alert">{lines.map((line) => <p key={line}>{line}</p>)}</div>;
};

export const StagePane = ({ onKeying, ...props }: PaneProps): ReactElement => {
  const { session, row, seats, ask } = props;
  const view = useWindow(session.session, row.id);
  const peek = usePeek();
  // Keying stays while sheets come in; from checking on the table is what one looks at first.
  const stage = isCounted(row.window) ? 'counted' : 'taking';
  const [chosen, setChosen] = useState<{ readonly mode: Mode; readonly at: string } | null>(null);
  const at = `${row.id} ${stage}`;
  const mode: Mode = chosen !== null && chosen.at === at ? chosen.mode : stage === 'counted' ? 'check' : 'seats';
  const hidden = isStealthy(row.window) && !peek.held;
  const setMode = (next: Mode): void => setChosen({ mode: next, at });
  const keyed = mode === 'keying' || mode === 'compare' ? row.id : null;
  useEffect(() => onKeying(keyed), [onKeying, keyed]);
  useKeys({ E: () => setMode(mode === 'keying' || mode === 'compare' ? 'seats' : 'keying') });
  return (
    <>
      <Head session={session} row={row} />
      <Tools {...props} mode={mode} onMode={setMode} peek={peek} view={view} />
      <Wrongs session={session} />
      {view !== null && session.phase === 'live' && <TimeStrip session={session} contestant={row} proposals={view.proposals} />}
      <div className="pane-scroll stage-body">
        {view !== null && (mode === 'seats' || mode === 'check') && <LateList session={session} window={view} />}
        {mode === 'seats' && <><JudgeSquares session={session} window={row.window === 'closed' ? null : view} seats={seats} hidden={hidden} onPick={(judge) => { if (row.window !== 'closed') ask({ what: 'gaps', contestant: row.id, first: [judge] }); }} /><Cards row={row} /></>}
        {mode === 'check' && view !== null && <CheckTable session={session} window={view} hidden={hidden} />}
        {(mode === 'keying' || mode === 'compare') && <KeyingPane key={`${row.id} ${mode}`} session={session} contestant={row.id} compare={mode === 'compare'} onDone={() => setMode('seats')} />}
      </div>
    </>
  );
};
