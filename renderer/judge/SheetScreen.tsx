/** @jsxImportSource preact */
// One contestant's sheet. It stays on this contestant until the judge leaves it: when the host moves on, it asks and never changes by itself.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import { Conflict } from './Conflict.tsx';
import { Dialog } from './Dialog.tsx';
import { HeldSheet } from './HeldSheet.tsx';
import { LinkBanner, LinkLine } from './LinkLine.tsx';
import { ScoreForm } from './ScoreForm.tsx';
import type { JudgeStore, Snapshot } from './judgeStore.ts';
import { firstFault, tidyMarks, totalOf, type Marks } from './marks.ts';
import { placeKey, sheetOf, type Place, type Sheet } from './outbox.ts';
import { inConflict } from './reconcile.ts';
import { isExcused, nextWindow, refusalText, stateOf, stateText, type SeatSession, type SeatWindow } from './sheetState.ts';
import { useWords } from './words.ts';

export interface SheetProps {
  readonly store: JudgeStore;
  readonly snapshot: Snapshot;
  readonly session: SeatSession;
  readonly window: SeatWindow;
  readonly now: () => number;
  readonly onGo: (place: Place | null) => void;
}
interface BodyProps extends SheetProps { readonly place: Place; readonly sheet: Sheet; readonly next: SeatWindow | null; readonly movedOn: boolean }

/** The form's button: what it says when complete, or null while the host's answer to the last sheet is awaited. */
const useLabel = ({ sheet, window }: BodyProps): string | null => {
  const words = useWords();
  if (sheet.sending !== null) return null;
  if (!window.open) return words.sheet.submitLate;
  return sheet.held === null ? words.sheet.submit : words.sheet.submitAgain;
};

const Banners = (props: BodyProps & { readonly onSubmit: (marks: Marks) => void }) => {
  const { sheet, window, session, next, movedOn, onGo, onSubmit } = props;
  const words = useWords();
  const marks = sheet.draft?.marks ?? {};
  const ready = sheet.draft?.kind === 'marks' && sheet.sending === null && firstFault(session.criteria, marks) === null;
  const total = totalOf(session.criteria, marks) ?? '';
  const { refused } = sheet;
  return (
    <>
      {refused === null ? null : <p class="banner bad" role="alert">{refusalText(words, refused, window.name)}</p>}
      {sheet.draft !== null && !window.open && refused === null ? <p class="banner" role="status">{say(words.sheet.closedNote, { name: window.name })}</p> : null}
      {movedOn && next !== null ? (
        <div class="banner moved" role="alert">
          <p>{say(words.sheet.movedOn, { next: next.name, name: window.name })}</p>
          <div class="pair">
            <button type="button" class="plain" onClick={() => onGo({ session: session.id, contestant: next.id })}>{say(words.sheet.goNext, { next: next.name })}</button>
            {ready ? <button type="button" class="main" onClick={() => onSubmit(marks)}>{say(words.sheet.submit, { name: window.name, total })}</button> : null}
          </div>
        </div>
      ) : null}
    </>
  );
};

const Scoring = (props: BodyProps & { readonly onSubmit: (marks: Marks) => void }) => {
  const { store, session, window, place, sheet, onSubmit } = props;
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const marks = (sheet.draft ?? sheet.sending ?? sheet.held)?.marks ?? {};
  const note = sheet.sending !== null ? words.state.sending : sheet.draft !== null ? words.sheet.draftKept : sheet.held === null ? words.sheet.draftEmpty : '';
  const abstain = (): void => {
    setAsking(false);
    store.submit(place, { kind: 'abstained', marks: {} });
  };
  return (
    <>
      <ScoreForm
        criteria={session.criteria} marks={marks} name={window.name} label={useLabel(props)} note={note}
        onMarks={(changed) => store.saveDraft(place, { kind: 'marks', marks: changed })} onSubmit={onSubmit}
      />
      {sheet.sending === null && window.open ? (
        <p class="aside"><button type="button" class="link" onClick={() => setAsking(true)}>{say(words.sheet.abstain, { name: window.name })}</button></p>
      ) : null}
      {asking ? <Dialog title={say(words.abstain.title, { name: window.name })} yes={words.abstain.yes} no={words.cancel} onYes={abstain} onNo={() => setAsking(false)}>{words.abstain.text}</Dialog> : null}
    </>
  );
};

const Body = (props: BodyProps) => {
  const { store, snapshot, session, window, place, sheet, next, onGo } = props;
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const answeredBefore = sheet.held?.revision ?? 0;
  useEffect(() => setEditing(false), [answeredBefore, sheet.sending?.id]);
  const submit = (marks: Marks): void => store.submit(place, { kind: 'marks', marks: tidyMarks(session.criteria, marks) });
  if (inConflict(sheet) && sheet.draft !== null && sheet.held !== null) {
    const { draft, held } = sheet;
    const mine = (marks: Marks): void => store.submit(place, { kind: draft.kind, marks: tidyMarks(session.criteria, marks) }, held.revision);
    return <Conflict criteria={session.criteria} mine={draft} theirs={held} onMine={mine} onTheirs={() => store.dropDraft(place)} />;
  }
  const sent = sheet.sending !== null || sheet.held !== null || sheet.late !== null;
  if (sheet.draft !== null || (window.open && (editing || !sent) && !isExcused(window) && (sent || window.rev === 0))) {
    return (
      <>
        <Banners {...props} onSubmit={submit} />
        <Scoring {...props} onSubmit={submit} />
        {sheet.draft !== null && sheet.held !== null ? <p class="aside"><button type="button" class="link" onClick={() => store.dropDraft(place)}>{words.sheet.dropChange}</button></p> : null}
      </>
    );
  }
  const target = next === null ? null : { session: session.id, contestant: next.id };
  const forward = { label: next === null ? words.sheet.toList : say(words.sheet.next, { name: next.name }), run: () => onGo(target) };
  if (!sent) return <p class="hint">{window.rev > 0 ? words.sheet.loading : stateText(words, window, sheet)}</p>;
  return <HeldSheet criteria={session.criteria} sheet={sheet} name={window.name} open={window.open} online={snapshot.status.phase === 'open'} next={forward} onChange={() => setEditing(true)} />;
};

export const SheetScreen = (props: SheetProps) => {
  const { snapshot, session, window, now, onGo } = props;
  const words = useWords();
  const place = { session: session.id, contestant: window.id };
  const sheet = sheetOf(snapshot.box, place);
  const [entered] = useState(snapshot.opened.length);
  const waits = (other: SeatWindow): boolean => ['missing', 'draft'].indexOf(stateOf(other, sheetOf(snapshot.box, { session: session.id, contestant: other.id }))) >= 0;
  const next = nextWindow(session, window.id, waits);
  const newlyOpened = snapshot.opened.slice(entered);
  const movedOn = next !== null && newlyOpened.indexOf(placeKey({ session: session.id, contestant: next.id })) >= 0;
  return (
    <main class="screen sheet">
      <header class="top">
        <button type="button" class="back" aria-label={words.back} onClick={() => onGo(null)}>‹</button>
        <div class="who">
          <h1>{window.name}</h1>
          <p>{say(words.list.order, { n: window.order })} · <LinkLine status={snapshot.status} now={now} /></p>
        </div>
      </header>
      <p class="named">{words.named[session.shown] ?? words.named.hidden}</p>
      <LinkBanner status={snapshot.status} now={now} />
      <Body {...props} place={place} sheet={sheet} next={next} movedOn={movedOn} />
    </main>
  );
};
