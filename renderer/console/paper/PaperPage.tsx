// 纸票: everything of panels without names and of stations, panel by panel: the box, counts, the balance, batches. It says what is still missing
// and leads back to the live desk; scores are neither worked out nor shown here.
import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { usePaper, useSeats, useSession } from '../host.ts';
import { useRoute } from '../route.ts';
import { useWords } from '../words.ts';
import { BalancePart } from './BalancePart.tsx';
import { BatchesPart } from './BatchesPart.tsx';
import { BatchWork } from './BatchWork.tsx';
import { BoxPart } from './BoxPart.tsx';
import { CountsPart } from './CountsPart.tsx';
import { duesOf, isOpen, paperPanels, type PaperRow } from './paperParts.ts';
import './paper.css';

interface AtPanel { readonly session: SessionView; readonly seats: SeatsView | null; readonly panel: Panel; readonly rows: readonly PaperRow[]; readonly onBatch: (batch: string) => void }

const Owes = ({ rows }: Pick<AtPanel, 'rows'>): ReactElement => {
  const { paper } = useWords();
  const dues = duesOf(rows);
  if (dues.length > 0) return <p className="paper-owes" role="status">{say(paper.owes, { list: dues.map(({ due, count }) => say(paper.owesOf, { what: paper[`due_${due}`], n: count })).join(paper.join) })}</p>;
  return <p className="paper-owes" role="status" data-done="">{rows.some(isOpen) ? paper.ready : ''}</p>;
};

const PanelWork = (props: AtPanel): ReactElement => {
  const { session, panel, rows } = props;
  const { paper } = useWords();
  const box = session.boxes.find((each) => each.panel === panel.id);
  if (rows.every((row) => row.phase === 'closed') && box === undefined) return <p className="empty">{paper.closedYet}</p>;
  return (
    <>
      <Owes rows={rows} />
      {box !== undefined && <BoxPart session={session} panel={panel} box={box} />}
      {panel.voters === 'counts' && <CountsPart key={panel.id} session={session} panel={panel} rows={rows} />}
      {panel.voters !== 'counts' && <BatchesPart {...props} />}
      {panel.voters !== 'named' && <BalancePart key={`balance ${panel.id}`} session={session} panel={panel} rows={rows} />}
    </>
  );
};

export const PaperPage = ({ session: id }: { readonly session: string }): ReactElement => {
  const session = useSession(id);
  const seats = useSeats(session?.meeting ?? '');
  const view = usePaper(id);
  const { paper, shell } = useWords();
  const { go } = useRoute();
  const [chosen, choose] = useState<string | null>(null);
  const [batch, openBatch] = useState<string | null>(null);
  if (session === null || view === null) return <main className="desk-waiting">{shell.connecting}</main>;
  const panels = paperPanels(session, seats);
  const rowsOf = (panelId: string): readonly PaperRow[] => view.panels.find((each) => each.panel === panelId)?.rows ?? [];
  // Where something is still missing is where one begins.
  const panel = panels.find((each) => each.id === chosen) ?? panels.find((each) => duesOf(rowsOf(each.id)).length > 0) ?? panels[0];
  const inHand = session.batches.find((each) => each.batch === batch && !each.closed);
  if (inHand !== undefined) return <BatchWork session={session} row={inHand} onLeave={() => openBatch(null)} />;
  const isDone = panels.every((each) => duesOf(rowsOf(each.id)).length === 0) && panels.some((each) => rowsOf(each.id).some(isOpen));
  return (
    <main className="page paper-page">
      <div className="page-head">
        <h1>{paper.title}</h1>
        {panels.length > 1 && <Segmented aria-label={paper.panel} value={panel?.id ?? ''} onChange={choose} options={panels.map((each) => ({ value: each.id, label: each.name }))} />}
        {panels.length === 1 && <span className="quiet">{panel?.name}</span>}
        <span className="desk-space" />
        <Button type={isDone ? 'primary' : 'default'} onClick={() => go({ page: 'live', session: id })}>{paper.back}</Button>
      </div>
      {panel === undefined ? <p className="empty">{paper.none}</p> : <PanelWork session={session} seats={seats} panel={panel} rows={rowsOf(panel.id)} onBatch={openBatch} />}
    </main>
  );
};
