// 成绩: the ranking as it stands, what decides ties, what is not counted yet; draw, finalise, and the papers that leave the room.
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { TieRule } from '../../../shared/arena/rules.ts';
import type { ResultView, SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useDocument, useResult, useSend, useSession } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { ReasonDialog } from '../live/ReasonDialog.tsx';
import { useWords, type Words } from '../words.ts';
import './result.css';

const tieWords = (words: Words, session: SessionView, tie: TieRule): string => {
  const name = tie.by === 'panel' ? session.rules.panels.find((panel) => panel.id === tie.id)?.name : tie.by === 'criterion' ? session.rules.criteria.find((criterion) => criterion.id === tie.id)?.name : '';
  return say(words.scores[`tie_${tie.by}`], { name: name ?? '' });
};

const Ranking = ({ session, result }: { readonly session: SessionView; readonly result: ResultView }): ReactElement => {
  const words = useWords();
  const make = useDocument();
  const { scores } = words;
  const panels = session.rules.panels.length > 1 ? session.rules.panels : [];
  return (
    <table className="result-table">
      <thead><tr><th scope="col" className="figure">{scores.rank}</th><th scope="col">{scores.unit}</th>{panels.map((panel) => <th scope="col" key={panel.id} className="figure">{panel.name}</th>)}<th scope="col" className="figure">{scores.total}</th><th scope="col">{scores.decidedBy}</th><th /></tr></thead>
      <tbody>
        {result.rows.map((row) => (
          <tr key={row.contestant}>
            <td className="figure rank">{row.rank}</td>
            <th scope="row">{row.name}{row.corrected && <Badge tone="warn">{scores.corrected}</Badge>}</th>
            {panels.map((panel) => <td key={panel.id} className="figure">{row.panels.find((each) => each.panel === panel.id)?.mean ?? '—'}</td>)}
            <td className="figure total">{row.total}</td>
            <td>{row.shared ? scores.shared : row.decidedBy === null ? '' : tieWords(words, session, row.decidedBy)}</td>
            <td className="figure"><Button size="small" type="link" onClick={() => void make({ kind: 'scoreDetail', session: session.session, contestant: row.contestant })}>{scores.showWorking}</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Acts = ({ session, onReopen }: { readonly session: SessionView; readonly onReopen: () => void }): ReactElement => {
  const { scores } = useWords();
  const send = useSend();
  const make = useDocument();
  const id = session.session;
  const ended = session.phase === 'finalised' || session.phase === 'archived';
  return (
    <div className="result-acts">
      {!ended && <Button type="primary" disabled={session.phase !== 'live' || session.next.action !== 'finalise' || session.next.blocked !== null} title={scores.finaliseNote} onClick={() => void send({ name: 'session.finalise', input: { session: id } })}>{scores.finalise}</Button>}
      {ended && <Badge tone="good">{scores.finalised}</Badge>}
      <Button type={ended ? 'primary' : 'default'} onClick={() => void make({ kind: 'resultSheet', session: id })}>{scores.resultSheet}</Button>
      <Button onClick={() => void make({ kind: 'workbook', session: id })}>{scores.workbook}</Button>
      <Button onClick={() => void make({ kind: 'sessionFile', session: id })}>{scores.sessionFile}</Button>
      {session.phase === 'finalised' && <Button type="text" onClick={onReopen}>{scores.reopen}</Button>}
    </div>
  );
};

export const ResultPage = ({ session: id }: { readonly session: string }): ReactElement => {
  const session = useSession(id);
  const result = useResult(id);
  const { scores, shell } = useWords();
  const send = useSend();
  const [reopening, setReopening] = useState(false);
  if (session === null || result === null) return <main className="desk-waiting">{shell.connecting}</main>;
  const nameOf = (contestant: string): string => session.contestants.find((row) => row.id === contestant)?.name ?? '';
  return (
    <main className="page">
      <div className="page-head"><h1>{scores.resultTitle}</h1><Acts session={session} onReopen={() => setReopening(true)} /></div>
      {result.needsDraw.length > 0 && (
        <div className="result-draw" role="alert">
          <span>{say(scores.drawNeeded, { names: result.needsDraw.map(nameOf).join('、') })}</span>
          <Button type="primary" onClick={() => void send({ name: 'tie.draw', input: { session: id, contestants: result.needsDraw } })}>{scores.draw}</Button>
        </div>
      )}
      {result.draws.map((draw) => <p key={draw.seed} className="result-drawn">{say(scores.drawn, { names: draw.order.map(nameOf).join('、'), seed: draw.seed })}</p>)}
      {result.rows.length === 0 ? <p className="empty">{scores.notReady}</p> : <Ranking session={session} result={result} />}
      {result.pending.length > 0 && <section className="result-pending"><h2>{scores.pendingTitle}</h2><ul>{result.pending.map((each) => <li key={each.contestant}>{each.name}<span className="quiet">{scores[`pending_${each.reason}`]}</span></li>)}</ul></section>}
      <p className="quiet">{scores.signOrder}</p>
      {reopening && <ReasonDialog onClose={() => setReopening(false)} asked={{ title: scores.reopenTitle, note: scores.reopenNote, label: scores.reason, confirm: scores.reopen, act: async (reason) => (await send({ name: 'session.reopen', input: { session: id, reason } })).ok }} />}
    </main>
  );
};
