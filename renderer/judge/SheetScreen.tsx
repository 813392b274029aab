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
import { faultsOf, tidySheet, valueOf } from './forms.ts';
import { GradeForm } from './GradeForm.tsx';
import type { Marks } from './marks.ts';
import { placeKey, sheetOf, type Place, type Sheet } from './outbox.ts';
import { inConflict } from './reconcile.ts';
import { isExcused, nextWindow, ownWindows, refusalText, stateOf, stateText, toldOf, windowName, type SeatSession, type SeatWindow } from './sheetState.ts';
import { useWords } from './words.ts';

export interface SheetProps {
  readonly store: JudgeStore;
  readonly snapshot: Snapshot;
  readonly session: SeatSession;
  readonly window: SeatWindow;
  readonly now: () => number;
  readonly onGo: (place: Place | null) => void;
}
interface BodyProps extends SheetProps { readonly name: string; readonly place: Place; readonly sheet: Sheet; readonly next: SeatWindow | null; readonly movedOn: boolean }

/** The form's button: what it says when complete, or null while the host's answer to the last sheet is awaited. */
const useLabel = ({ sheet, window, session }: BodyProps): string | null => {
  const told = toldOf(useWords(), session.form);
  if (sheet.sending !== null) return null;
  if (!window.open) return told.submitLate;
  return sheet.held === null ? told.submit : told.submitAgain;
};

/** What it means not to mark this contestant: abstaining, or by the ballot's own rules something else. */
const useAbstaining = ({ session, name }: BodyProps): { readonly link: string; readonly title: string; readonly text: string; readonly yes: string } => {
  const { grade, abstain, sheet } = useWords();
  const { form } = session;
  if (form.kind !== 'grade') return { link: say(sheet.abstain, { name }), title: say(abstain.title, { name }), text: abstain.text, yes: abstain.yes };
  if (form.blank !== 'abstention') return { link: say(grade.leaveBlank, { name }), title: say(grade.leaveBlankTitle, { name }), text: grade.abstainText.voidCell, yes: grade.leaveBlankYes };
  return { link: say(sheet.abstain, { name }), title: say(abstain.title, { name }), text: form.abstentionsCount ? grade.abstainText.counted : grade.abstainText.abstention, yes: abstain.yes };
};

const Banners = (props: BodyProps & { readonly onSubmit: (marks: Marks) => void }) => {
  const { sheet, window, session, name, next, movedOn, onGo, onSubmit } = props;
  const words = useWords();
  const marks = sheet.draft?.marks ?? {};
  const ready = sheet.draft?.kind === 'marks' && sheet.sending === null && faultsOf(session.form, marks) === 0;
  const total = valueOf(session.form, marks) ?? '';
  const { refused } = sheet;
  return (
    <>
      {refused === null ? null : <p class="banner bad" role="alert">{refusalText(words, refused, name)}</p>}
      {sheet.draft !== null && !window.open && refused === null ? <p class="banner" role="status">{say(words.sheet.closedNote, { name })}</p> : null}
      {movedOn && next !== null ? (
        <div class="banner moved" role="alert">
          <p>{say(words.sheet.movedOn, { next: windowName(words, next), name })}</p>
          <div class="pair">
            <button type="button" class="plain" onClick={() => onGo({ session: session.id, contestant: next.id })}>{say(words.sheet.goNext, { next: windowName(words, next) })}</button>
            {ready ? <button type="button" class="main" onClick={() => onSubmit(marks)}>{say(toldOf(words, session.form).submit, { name, total })}</button> : null}
          </div>
        </div>
      ) : null}
    </>
  );
};

const Scoring = (props: BodyProps & { readonly onSubmit: (marks: Marks) => void }) => {
  const { store, session, window, name, place, sheet, onSubmit } = props;
  const words = useWords();
  const label = useLabel(props);
  const abstaining = useAbstaining(props);
  const [asking, setAsking] = useState(false);
  const marks = (sheet.draft ?? sheet.sending ?? sheet.held)?.marks ?? {};
  const note = sheet.sending !== null ? words.state.sending : sheet.draft !== null ? words.sheet.draftKept : sheet.held === null ? words.sheet.draftEmpty : '';
  const abstain = (): void => {
    setAsking(false);
    store.submit(place, { kind: 'abstained', marks: {} });
  };
  const given = { marks, name, label, note, onMarks: (changed: Marks) => store.saveDraft(place, { kind: 'marks', marks: changed }), onSubmit };
  return (
    <>
      {session.form.kind === 'score' ? <ScoreForm form={session.form} {...given} /> : session.form.kind === 'grade' ? <GradeForm form={session.form} {...given} /> : null}
      {sheet.sending === null && window.open ? <p class="aside"><button type="button" class="link" onClick={() => setAsking(true)}>{abstaining.link}</button></p> : null}
      {asking ? <Dialog title={abstaining.title} yes={abstaining.yes} no={words.cancel} onYes={abstain} onNo={() => setAsking(false)}>{abstaining.text}</Dialog> : null}
    </>
  );
};

const Body = (props: BodyProps) => {
  const { store, snapshot, session, window, name, place, sheet, next, onGo } = props;
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const answeredBefore = sheet.held?.revision ?? 0;
  useEffect(() => setEditing(false), [answeredBefore, sheet.sending?.id]);
  const submit = (marks: Marks): void => store.submit(place, { kind: 'marks', marks: tidySheet(session.form, marks) });
  if (inConflict(sheet) && sheet.draft !== null && sheet.held !== null) {
    const { draft, held } = sheet;
    const mine = (marks: Marks): void => store.submit(place, { kind: draft.kind, marks: tidySheet(session.form, marks) }, held.revision);
    return <Conflict form={session.form} mine={draft} theirs={held} onMine={mine} onTheirs={() => store.dropDraft(place)} />;
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
  const forward = { label: next === null ? words.sheet.toList : say(words.sheet.next, { name: windowName(words, next) }), run: () => onGo(target) };
  if (!sent) return <p class="hint">{window.rev > 0 ? words.sheet.loading : stateText(words, window, sheet)}</p>;
  return <HeldSheet form={session.form} sheet={sheet} name={name} open={window.open} online={snapshot.status.phase === 'open'} next={forward} onChange={() => setEditing(true)} />;
};

export const SheetScreen = (props: SheetProps) => {
  const { snapshot, session, window, now, onGo } = props;
  const words = useWords();
  const place = { session: session.id, contestant: window.id };
  const sheet = sheetOf(snapshot.box, place);
  const [entered] = useState(snapshot.opened.length);
  const waits = (other: SeatWindow): boolean => ['missing', 'draft'].indexOf(stateOf(other, sheetOf(snapshot.box, { session: session.id, contestant: other.id }))) >= 0;
  const name = windowName(words, window);
  const next = nextWindow({ windows: ownWindows(session) }, window.id, waits);
  const newlyOpened = snapshot.opened.slice(entered);
  const movedOn = next !== null && newlyOpened.indexOf(placeKey({ session: session.id, contestant: next.id })) >= 0;
  return (
    <main class="screen sheet">
      <header class="top">
        <button type="button" class="back" aria-label={words.back} onClick={() => onGo(null)}>‹</button>
        <div class="who">
          <h1>{name}</h1>
          <p>{window.order > 0 ? say(words.list.order, { n: window.order }) : words.list.trialOrder} · <LinkLine status={snapshot.status} now={now} /></p>
        </div>
      </header>
      <p class="named">{words.named[session.shown] ?? words.named.hidden}</p>
      <LinkBanner status={snapshot.status} now={now} />
      <Body {...props} name={name} place={place} sheet={sheet} next={next} movedOn={movedOn} />
    </main>
  );
};
