/** @jsxImportSource preact */
// One contestant's grade: the grades as large buttons and the button that names whom it is for. Each tap is handed on to be kept at once.
import { say } from '../../shared/text/say.ts';
import type { GradeForm as Form } from '../../shared/arena/forms.ts';
import { CELL, gradeOf } from './forms.ts';
import type { Marks } from './marks.ts';
import { useWords } from './words.ts';

interface GradeProps {
  readonly form: Form;
  readonly marks: Marks;
  readonly name: string;
  readonly label: string | null;
  readonly note: string;
  readonly onMarks: (marks: Marks) => void;
  readonly onSubmit: (marks: Marks) => void;
}

export const GradeForm = ({ form, marks, name, label, note, onMarks, onSubmit }: GradeProps) => {
  const words = useWords();
  const chosen = gradeOf(form, marks);
  const send = (): void => {
    if (chosen !== undefined && label !== null) onSubmit({ [CELL]: chosen.id });
  };
  return (
    <div class="form">
      <div class="grades" role="group" aria-label={name}>
        {form.grades.map((grade) => (
          <button key={grade.id} type="button" class="grade" aria-pressed={grade === chosen} onClick={() => onMarks(grade === chosen ? {} : { [CELL]: grade.id })}>{grade.name}</button>
        ))}
      </div>
      <div class="dock">
        <div class="sum"><span class="note" role="status">{note}</span></div>
        <button type="button" id="submit" class={chosen === undefined ? 'main waitingMarks' : 'main'} disabled={label === null} onClick={send}>
          {chosen === undefined ? words.grade.choose : say(label ?? words.state.sending, { name, total: chosen.name })}
        </button>
      </div>
    </div>
  );
};
