/** @jsxImportSource preact */
// One contestant's marks on a sheet that is sent as a whole: the same rows and pad; its button leads on instead of sending anything.
import type { ScoreForm as Form } from '../../shared/arena/forms.ts';
import { say } from '../../shared/text/say.ts';
import type { Content } from './outbox.ts';
import { ScoreForm } from './ScoreForm.tsx';
import { useWords } from './words.ts';

interface CellProps {
  readonly form: Form;
  readonly name: string;
  readonly cell: Content | undefined;
  /** Who follows on the sheet, null after the last. */
  readonly next: string | null;
  readonly onCell: (cell: Content) => void;
  readonly onNext: () => void;
}

export const CellScore = ({ form, name, cell, next, onCell, onNext }: CellProps) => {
  const words = useWords();
  const save = (marks: Content['marks']): void => onCell({ kind: 'marks', marks });
  const submit = (marks: Content['marks']): void => {
    save(marks);
    onNext();
  };
  const abstain = (): void => {
    onCell({ kind: 'abstained', marks: {} });
    onNext();
  };
  return (
    <>
      <ScoreForm
        key={name} form={form} marks={cell?.marks ?? {}} name={name} label={next === null ? words.ballot.toBallot : say(words.sheet.next, { name: next })}
        note={cell?.kind === 'abstained' ? words.state.abstained : words.sheet.draftKept} onMarks={save} onSubmit={submit}
      />
      <p class="aside"><button type="button" class="link" onClick={abstain}>{say(words.sheet.abstain, { name })}</button></p>
    </>
  );
};
