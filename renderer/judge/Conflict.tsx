/** @jsxImportSource preact */
// Two versions of one's own sheet, side by side: the judge chooses, nothing is overwritten unseen.
import { say } from '../../shared/text/say.ts';
import type { Criterion } from '../../shared/arena/rules.ts';
import { firstFault, totalOf, type Marks } from './marks.ts';
import type { Draft, Held } from './outbox.ts';
import { useWords } from './words.ts';

interface ConflictProps {
  readonly criteria: readonly Criterion[];
  readonly mine: Draft;
  readonly theirs: Held;
  readonly onMine: (marks: Marks) => void;
  readonly onTheirs: () => void;
}

export const Conflict = ({ criteria, mine, theirs, onMine, onTheirs }: ConflictProps) => {
  const words = useWords();
  const total = (marks: Marks): string => totalOf(criteria, marks) ?? '—';
  const complete = mine.kind === 'abstained' || firstFault(criteria, mine.marks) === null;
  const [left, right] = [mine, theirs].map((content) => (content.kind === 'abstained' ? words.state.abstained : total(content.marks)));
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
          {criteria.map(({ id, name }) => (
            <tr key={id} class={mine.marks[id] === theirs.marks[id] ? '' : 'differs'}>
              <th scope="row">{name}</th>
              <td>{mine.marks[id] ?? '—'}</td>
              <td>{theirs.marks[id] ?? '—'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{left}</td>
            <td>{right}</td>
          </tr>
        </tfoot>
      </table>
      <div class="pair">
        <button type="button" class="plain" onClick={onTheirs}>{words.sheet.takeTheirs}</button>
        {complete ? <button type="button" class="main" onClick={() => onMine(mine.marks)}>{say(words.sheet.keepMine, { total: left ?? '' })}</button> : null}
      </div>
    </section>
  );
};
