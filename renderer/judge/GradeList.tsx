/** @jsxImportSource preact */
// A grade ballot of all contestants: one row each with its grades; a second tap takes a grade back. It keeps nothing.
import type { GradeForm } from '../../shared/arena/forms.ts';
import { gradeTapped } from './ballotForm.ts';
import { CELL } from './forms.ts';
import type { Cells } from './outbox.ts';
import type { SeatWindow } from './sheetState.ts';

interface ListProps { readonly form: GradeForm; readonly windows: readonly SeatWindow[]; readonly cells: Cells; readonly onCells: (cells: Cells) => void }

export const GradeList = ({ form, windows, cells, onCells }: ListProps) => (
  <ol class="ballotRows">
    {windows.map(({ id, name, order }) => (
      <li key={id}>
        <p class="ballotName" id={`unit-${id}`}><span class="order">{order}</span>{name}</p>
        <div class={form.grades.length > 5 ? 'choices many' : 'choices'} role="group" aria-labelledby={`unit-${id}`}>
          {form.grades.map((grade) => (
            <button key={grade.id} type="button" class="choice" aria-pressed={cells[id]?.marks[CELL] === grade.id} onClick={() => onCells(gradeTapped(cells, id, grade.id))}>{grade.name}</button>
          ))}
        </div>
      </li>
    ))}
  </ol>
);
