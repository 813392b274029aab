/** @jsxImportSource preact */
// Two versions of one's own sheet, side by side: the judge chooses, nothing is overwritten unseen.
import { say } from '../../shared/text/say.ts';
import type { Form } from '../../shared/arena/forms.ts';
import { faultsOf, linesOf, valueOf } from './forms.ts';
import type { Marks } from './marks.ts';
import type { Draft, Held } from './outbox.ts';
import { toldOf } from './sheetState.ts';
import { useWords } from './words.ts';

interface ConflictProps {
  readonly form: Form;
  readonly mine: Draft;
  readonly theirs: Held;
  readonly onMine: (marks: Marks) => void;
  readonly onTheirs: () => void;
}

export const Conflict = ({ form, mine, theirs, onMine, onTheirs }: ConflictProps) => {
  const words = useWords();
  const complete = mine.kind === 'abstained' || faultsOf(form, mine.marks) === 0;
  const [left, right] = [mine, theirs].map((content) => (content.kind === 'abstained' ? words.state.abstained : content.kind === 'void' ? words.state.voided : (valueOf(form, content.marks) ?? '—')));
  const others = linesOf(form, theirs);
  return (
    <section class="sheetCard conflict" role="alert">
      <h2>{words.sheet.conflictTitle}</h2>
      <table class="marks two">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.sheet.mine}</th>
            <th scope="col">{say(theirs.source === 'paper' ? words.sheet.theirsPaper : words.sheet.theirs, { revision: theirs.revision })}</th>
          </tr>
        </thead>
        <tbody>
          {form.kind === 'score' ? linesOf(form, mine).map(({ id, name, text }, at) => (
            <tr key={id} class={text === others[at]?.text ? '' : 'differs'}>
              <th scope="row">{name}</th>
              <td>{text ?? '—'}</td>
              <td>{others[at]?.text ?? '—'}</td>
            </tr>
          )) : null}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{form.kind === 'score' ? words.total : form.name}</th>
            <td>{left}</td>
            <td>{right}</td>
          </tr>
        </tfoot>
      </table>
      <div class="pair">
        <button type="button" class="plain" onClick={onTheirs}>{words.sheet.takeTheirs}</button>
        {complete ? <button type="button" class="main" onClick={() => onMine(mine.marks)}>{say(toldOf(words, form).keepMine, { total: left ?? '' })}</button> : null}
      </div>
    </section>
  );
};
