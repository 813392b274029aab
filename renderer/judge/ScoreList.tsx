/** @jsxImportSource preact */
// A score sheet of all contestants for the sealed box: one row each with its total; a tap opens that contestant's marks.
import { say } from '../../shared/text/say.ts';
import type { ScoreForm } from '../../shared/arena/forms.ts';
import { isFilled } from './ballotForm.ts';
import { totalOf } from './marks.ts';
import type { Cells } from './outbox.ts';
import type { SeatWindow } from './sheetState.ts';
import { useWords } from './words.ts';

interface ListProps { readonly form: ScoreForm; readonly windows: readonly SeatWindow[]; readonly cells: Cells; readonly onOpen: (contestant: string) => void }

export const ScoreList = ({ form, windows, cells, onOpen }: ListProps) => {
  const words = useWords();
  const textOf = (id: string): string => (cells[id] === undefined ? words.state.missing : cells[id].kind === 'abstained' ? words.state.abstained : `${words.total} ${totalOf(form.criteria, cells[id].marks) ?? '—'}`);
  return (
    <ul class="windows">
      {windows.map(({ id, name, order }) => (
        <li key={id}>
          <button type="button" class={isFilled(form, cells[id]) ? 'window' : 'window due'} onClick={() => onOpen(id)}>
            <span class="order" aria-label={say(words.list.order, { n: order })}>{order}</span>
            <span class="names"><span class="name">{name}</span><span class="state">{textOf(id)}</span></span>
            <span class={isFilled(form, cells[id]) ? 'look' : 'go'} aria-hidden="true">{isFilled(form, cells[id]) ? words.list.look : words.list.score}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
