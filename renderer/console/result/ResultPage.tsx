// 成绩: the ranking of every category as it stands, what decides ties, what is not counted yet; the next round, and the papers that leave the room.
import { Button, Dropdown } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ResultView, SessionView } from '../../../shared/arena/views.ts';
import { useDocument, useResult, useSend, useSession } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { ReasonDialog } from '../live/ReasonDialog.tsx';
import { NextRoundButton } from '../setup/NextRound.tsx';
import { useWords } from '../words.ts';
import { Ties } from './OpenTies.tsx';
import { Ranking } from './Ranking.tsx';
import { WorkingDrawer } from './WorkingDrawer.tsx';
import './result.css';

/** Papers that not every session has. */
const papersOf = ({ rules }: SessionView): readonly ('ruleSheet' | 'countSheet' | 'awardList')[] =>
  ['ruleSheet', ...(rules.panels.some((panel) => panel.voters !== 'named') ? ['countSheet' as const] : []), ...(rules.awards.tiers.length > 0 ? ['awardList' as const] : [])];

const Papers = ({ session }: { readonly session: SessionView }): ReactElement => {
  const { scores } = useWords();
  const make = useDocument();
  const items = papersOf(session).map((kind) => ({ key: kind, label: scores[kind], onClick: () => void make({ kind, session: session.session }) }));
  return <Dropdown trigger={['click']} menu={{ items }}><Button>{scores.papers}</Button></Dropdown>;
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
      <Papers session={session} />
      <NextRoundButton session={session} />
      {session.phase === 'finalised' && <Button type="text" onClick={onReopen}>{scores.reopen}</Button>}
    </div>
  );
};

const Rankings = ({ session, result, onWorking }: { readonly session: SessionView; readonly result: ResultView; readonly onWorking: (contestant: string) => void }): ReactElement => {
  const { scores } = useWords();
  const { categories } = session.rules;
  if (result.rows.length === 0) return <p className="empty">{scores.notReady}</p>;
  if (categories.length === 0) return <Ranking session={session} open={result.open} rows={result.rows} title="" onWorking={onWorking} />;
  return <>{categories.map((category) => { const rows = result.rows.filter((row) => row.category === category.id); return rows.length === 0 ? null : <Ranking key={category.id} session={session} open={result.open} rows={rows} title={category.name} onWorking={onWorking} />; })}</>;
};

const Pending = ({ result, onWorking }: { readonly result: ResultView; readonly onWorking: (contestant: string) => void }): ReactElement | null => {
  const { scores } = useWords();
  if (result.pending.length === 0) return null;
  return (
    <section className="result-pending" aria-label={scores.pendingTitle}>
      <h2>{scores.pendingTitle}</h2>
      <ul>{result.pending.map((each) => (
        <li key={each.contestant}>{each.name}<span className="quiet">{scores[`pending_${each.reason}`]}</span>{(each.reason === 'tooFewSheets' || each.reason === 'partMissing') && <Button size="small" type="link" onClick={() => onWorking(each.contestant)}>{scores.pendingSee}</Button>}</li>
      ))}</ul>
    </section>
  );
};

export const ResultPage = ({ session: id }: { readonly session: string }): ReactElement => {
  const session = useSession(id);
  const result = useResult(id);
  const { scores, shell } = useWords();
  const send = useSend();
  const [reopening, setReopening] = useState(false);
  const [shown, show] = useState<string | null>(null);
  if (session === null || result === null) return <main className="desk-waiting">{shell.connecting}</main>;
  return (
    <main className="page">
      <div className="page-head"><h1>{scores.resultTitle}</h1><Acts session={session} onReopen={() => setReopening(true)} /></div>
      <Ties session={session} result={result} />
      <Rankings session={session} result={result} onWorking={show} />
      <Pending result={result} onWorking={show} />
      <p className="quiet">{scores.signOrder}</p>
      {reopening && <ReasonDialog onClose={() => setReopening(false)} asked={{ title: scores.reopenTitle, note: scores.reopenNote, label: scores.reason, confirm: scores.reopen, act: async (reason) => (await send({ name: 'session.reopen', input: { session: id, reason } })).ok }} />}
      {shown !== null && <WorkingDrawer session={session} contestant={shown} onClose={() => show(null)} />}
    </main>
  );
};
