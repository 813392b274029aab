/** @jsxImportSource preact */
// Filling in a whole sheet: its list, what its blanks mean, how far it is, and the one button that sends all of it. It asks before anything void leaves.
import { useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import type { Form } from '../../shared/arena/forms.ts';
import { blankSheet, filledCount, isSendable, sentCells, VOIDING, warningOf, type Warning } from './ballotForm.ts';
import { Dialog } from './Dialog.tsx';
import { GradeList } from './GradeList.tsx';
import type { Cells } from './outbox.ts';
import { RankList } from './RankList.tsx';
import { ScoreList } from './ScoreList.tsx';
import type { SeatWindow } from './sheetState.ts';
import { useWords, type PageWords } from './words.ts';

export interface BallotFormProps {
  readonly form: Form;
  readonly windows: readonly SeatWindow[];
  readonly cells: Cells;
  readonly sealed: boolean;
  /** The button's sentence with {n}; null while an answer is awaited. */
  readonly label: string | null;
  readonly note: string;
  readonly onCells: (cells: Cells) => void;
  readonly onSend: (cells: Cells) => void;
  readonly onOpen: (contestant: string) => void;
}

const hintOf = ({ ballot }: PageWords, form: Form): string => {
  if (form.kind !== 'grade') return form.kind === 'rank' ? ballot.hintRank : ballot.hintScore;
  const blank = form.blank === 'abstention' && form.abstentionsCount ? 'counted' : form.blank;
  return `${ballot.hintGrade}${ballot.blanks[blank]}${form.allEqualVoid ? ballot.allEqualRule : ''}`;
};

const Rows = ({ form, windows, cells, onCells, onOpen }: BallotFormProps) => {
  if (form.kind === 'grade') return <GradeList form={form} windows={windows} cells={cells} onCells={onCells} />;
  if (form.kind === 'rank') return <RankList windows={windows} cells={cells} onCells={onCells} />;
  return <ScoreList form={form} windows={windows} cells={cells} onOpen={onOpen} />;
};

interface AskProps { readonly warning: Warning | null; readonly blanks: number; readonly sealed: boolean; readonly onYes: () => void; readonly onNo: () => void }

const Ask = ({ warning, blanks, sealed, onYes, onNo }: AskProps) => {
  const { ballot, cancel } = useWords();
  const isVoid = warning !== null && VOIDING.indexOf(warning) >= 0;
  const title = isVoid ? ballot.voidTitle : sealed ? ballot.castTitle : ballot.sureTitle;
    return (
    <Dialog title={title} yes={sealed ? ballot.cast : ballot.yes} no={warning === null ? cancel : ballot.back} onYes={onYes} onNo={onNo}>
      {warning === null ? '' : say(ballot.warnings[warning], { n: blanks })}{sealed ? ballot.castText : ''}
    </Dialog>
  );
};

export const BallotForm = (props: BallotFormProps) => {
  const { form, windows, cells, sealed, label, note, onSend } = props;
  const words = useWords();
  const ids = windows.map((window) => window.id);
  const [asking, setAsking] = useState<Cells | null>(null);
  const done = filledCount(form, ids, cells);
  const ready = isSendable(form, ids, cells);
  const warning = asking === null ? null : warningOf(form, ids, asking);
  const send = (): void => {
    if (!ready) return document.getElementById('waiting')?.scrollIntoView();
    const whole = sentCells(form, ids, cells);
    if (sealed || warningOf(form, ids, whole) !== null) setAsking(whole);
    else onSend(whole);
  };
  const yes = (): void => {
    if (asking !== null) onSend(asking);
    setAsking(null);
  };
  const left = say(form.kind === 'rank' ? words.ballot.unranked : words.ballot.unmarked, { n: ids.length - done });
  return (
    <div class="form">
      <p class="hint">{hintOf(words, form)}</p>
      <Rows {...props} />
      <div class="dock">
        <div class="sum">
          <span class="note" role="status">{note}</span>
          <span class="sumLabel">{say(words.ballot.progress, { n: done, all: ids.length })}</span>
        </div>
        <button type="button" id="submit" class={ready ? 'main' : 'main waitingMarks'} disabled={label === null} onClick={send}>{ready ? say(label ?? words.ballot.sending, { n: ids.length }) : left}</button>
      </div>
      {label !== null && done === 0 && ids.length > 0 && form.kind !== 'grade' ? (
        <p class="aside"><button type="button" class="link" onClick={() => setAsking(blankSheet(ids))}>{words.ballot.abstainAll}</button></p>
      ) : null}
      {asking === null ? null : <Ask warning={warning} blanks={ids.filter((id) => asking[id]?.kind === 'abstained').length} sealed={sealed} onYes={yes} onNo={() => setAsking(null)} />}
    </div>
  );
};
