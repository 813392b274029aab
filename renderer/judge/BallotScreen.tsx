/** @jsxImportSource preact */
// A whole sheet of one session, under one's name or into the sealed box. No name stands beside a ballot without names, and once cast nothing of it is shown.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import { ballotInConflict, ballotOf } from './ballot.ts';
import { isSendable, sentCells } from './ballotForm.ts';
import { BallotForm } from './BallotForm.tsx';
import { BallotConflict, CellsTable, HeldBallot } from './BallotHeld.tsx';
import { hasCast } from './ballotMeets.ts';
import { CellScore } from './CellScore.tsx';
import { LinkBanner, LinkLine } from './LinkLine.tsx';
import type { JudgeStore, Snapshot } from './judgeStore.ts';
import type { Ballot, Cells, Place } from './outbox.ts';
import { ballotWindows, refusalText, type SeatSession, type SeatWindow } from './sheetState.ts';
import { useWords } from './words.ts';

export interface BallotProps {
  readonly store: JudgeStore;
  readonly snapshot: Snapshot;
  readonly session: SeatSession;
  /** The contestant whose marks are open, or '' for the sheet itself. */
  readonly contestant: string;
  readonly now: () => number;
  readonly onGo: (place: Place | null) => void;
}
interface BodyProps extends BallotProps { readonly ballot: Ballot; readonly windows: readonly SeatWindow[]; /** Every window still open: a change reaches all cells or none. */ readonly open: boolean }

const Sent = ({ ballot, session, windows, snapshot }: BodyProps) => {
  const words = useWords();
  const sealed = ballot.sending?.token !== null;
  return (
    <div class="held">
      <div class="stamp" role="status">
        <strong>{sealed ? words.ballot.casting : words.ballot.sending}</strong>
        {snapshot.status.phase === 'open' ? null : <span>{words.sheet.sendingOffline}</span>}
      </div>
      {sealed || ballot.sending === null ? null : <div class="sheetCard"><CellsTable form={session.form} windows={windows} cells={ballot.sending.cells} /></div>}
    </div>
  );
};

const Cast = ({ onGo }: BodyProps) => {
  const words = useWords();
  return (
    <div class="held">
      <div class="stamp good" role="status"><span class="tick" aria-hidden="true">✓</span><strong>{words.ballot.castDone}</strong></div>
      <p class="hint">{words.ballot.castNote}</p>
      <div class="dock"><button type="button" class="main" onClick={() => onGo(null)}>{words.sheet.toList}</button></div>
    </div>
  );
};

const Filling = (props: BodyProps) => {
  const { store, session, ballot, windows, contestant, open, onGo } = props;
  const words = useWords();
  const sealed = session.send === 'box';
  const cells = (ballot.draft ?? ballot.held)?.cells ?? {};
  const keep = (changed: Cells): void => store.keepBallot(session.id, changed);
  const goTo = (to: string): void => onGo({ session: session.id, contestant: to });
  const window = windows.filter((each) => each.id === contestant)[0];
  if (session.form.kind === 'score' && window !== undefined) {
    const after = windows[windows.indexOf(window) + 1];
    return <CellScore form={session.form} name={window.name} cell={cells[window.id]} next={after?.name ?? null} onCell={(cell) => keep({ ...cells, [window.id]: cell })} onNext={() => goTo(after?.id ?? '')} />;
  }
  const label = sealed ? words.ballot.cast : !open ? words.ballot.submitLate : ballot.held === null ? words.ballot.submit : words.ballot.submitAgain;
  return (
    <>
      {open || sealed ? null : <p class="banner" role="status">{words.ballot.closedNote}</p>}
      <BallotForm
        form={session.form} windows={windows} cells={cells} sealed={sealed} label={label} note={ballot.draft === null ? '' : words.sheet.draftKept}
        onCells={keep} onSend={(whole) => store.sendBallot(session.id, whole, { sealed })} onOpen={goTo}
      />
      {ballot.draft !== null && ballot.held !== null ? <p class="aside"><button type="button" class="link" onClick={() => store.dropBallot(session.id)}>{words.sheet.dropChange}</button></p> : null}
    </>
  );
};

const Body = (props: BodyProps) => {
  const { store, snapshot, session, ballot, windows, open, onGo } = props;
  const words = useWords();
  const [editing, setEditing] = useState(false);
  useEffect(() => setEditing(false), [ballot.held?.at, ballot.sending?.id]);
  const { draft, held } = ballot;
  if (ballot.sending !== null) return <Sent {...props} />;
  if (session.send === 'box') {
    if (hasCast(session, ballot, snapshot.epoch)) return <Cast {...props} />;
    if (session.box?.open !== true) return <p class="hint">{session.box === undefined ? words.ballot.notOpen : words.ballot.closed}</p>;
  }
  if (draft !== null && held !== null && ballotInConflict(ballot)) {
    const ids = windows.map((window) => window.id);
    const mine = (): void => store.sendBallot(session.id, sentCells(session.form, ids, draft.cells), { sealed: false, bases: held.revisions });
    return <BallotConflict form={session.form} windows={windows} mine={draft} theirs={held} complete={isSendable(session.form, ids, draft.cells)} onMine={mine} onTheirs={() => store.dropBallot(session.id)} />;
  }
  if (draft === null && held === null && windows.some((window) => window.rev > 0)) return <p class="hint">{words.sheet.loading}</p>;
  if (windows.length === 0) return <p class="hint">{words.list.empty}</p>;
  if (draft === null && held !== null && !editing) return <HeldBallot form={session.form} windows={windows} held={held} open={open} onChange={() => setEditing(true)} onBack={() => onGo(null)} />;
  return <Filling {...props} />;
};

export const BallotScreen = (props: BallotProps) => {
  const { snapshot, session, contestant, now, onGo } = props;
  const words = useWords();
  const windows = ballotWindows(session);
  const ballot = ballotOf(snapshot.box, session.id);
  const { refused } = ballot;
  const name = windows.filter((window) => window.id === contestant)[0]?.name;
  return (
    <main class="screen sheet">
      <header class="top">
        <button type="button" class="back" aria-label={name === undefined ? words.back : words.ballot.toBallot} onClick={() => onGo(name === undefined ? null : { session: session.id, contestant: '' })}>‹</button>
        <div class="who">
          <h1>{name ?? session.form.name}</h1>
          <p>{say(words.list.ballotOf, { n: windows.length })} · <LinkLine status={snapshot.status} now={now} /></p>
        </div>
      </header>
      <p class="named">{session.send === 'box' ? words.ballot.nameless : (words.named[session.shown] ?? words.named.hidden)}</p>
      <LinkBanner status={snapshot.status} now={now} />
      {refused === null ? null : <p class="banner bad" role="alert">{refusalText(words, refused, session.title)}</p>}
      <Body {...props} ballot={ballot} windows={windows} open={windows.every((window) => window.open)} />
    </main>
  );
};
