/** @jsxImportSource preact */
// A whole sheet that was sent: the host's receipt and what stands on it, read only; or two versions side by side for the judge to choose.
import { say } from '../../shared/text/say.ts';
import type { Form } from '../../shared/arena/forms.ts';
import { valueOf } from './forms.ts';
import { rankingOf } from './ballotForm.ts';
import type { BallotDraft, BallotHeld, Cells, Content } from './outbox.ts';
import { receiptText, type SeatWindow } from './sheetState.ts';
import { useWords } from './words.ts';

interface TableProps { readonly form: Form; readonly windows: readonly SeatWindow[]; readonly cells: Cells; readonly theirs?: Cells }

const inOrder = ({ form, windows, cells }: TableProps): readonly SeatWindow[] => {
  if (form.kind !== 'rank') return windows;
  const ranking = rankingOf(cells, windows.map((window) => window.id));
  return [...windows].sort((a, b) => ranking.indexOf(a.id) - ranking.indexOf(b.id));
};

export const CellsTable = (props: TableProps) => {
  const words = useWords();
  const { form, cells, theirs } = props;
  const text = (content: Content | undefined): string => {
    if (content === undefined) return words.ballot.blank;
    return content.kind === 'abstained' ? words.state.abstained : content.kind === 'void' ? words.state.voided : (valueOf(form, content.marks) ?? words.ballot.blank);
  };
  return (
    <table class={theirs === undefined ? 'marks whole' : 'marks whole two'}>
      {theirs === undefined ? null : <thead><tr><td /><th scope="col">{words.sheet.mine}</th><th scope="col">{words.ballot.theirs}</th></tr></thead>}
      <tbody>
        {inOrder(props).map(({ id, name }) => (
          <tr key={id} class={theirs === undefined || text(cells[id]) === text(theirs[id]) ? '' : 'differs'}>
            <th scope="row">{name}</th>
            <td>{text(cells[id])}</td>
            {theirs === undefined ? null : <td>{text(theirs[id])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface HeldProps { readonly form: Form; readonly windows: readonly SeatWindow[]; readonly held: BallotHeld; readonly open: boolean; readonly onChange: () => void; readonly onBack: () => void }

export const HeldBallot = ({ form, windows, held, open, onChange, onBack }: HeldProps) => {
  const words = useWords();
  return (
    <div class="held">
      {held.late ? <div class="stamp late" role="status"><strong>{words.state.late}</strong></div> : (
        <div class="stamp good" role="status"><span class="tick" aria-hidden="true">✓</span><strong>{receiptText(words, held)}</strong></div>
      )}
      <div class="sheetCard"><CellsTable form={form} windows={windows} cells={held.cells} /></div>
      <p class="hint">{open ? words.sheet.changeNote : words.ballot.lockedNote}</p>
      <div class="dock">
        <div class="pair">
          {open ? <button type="button" class="plain" onClick={onChange}>{words.sheet.change}</button> : null}
          <button type="button" class="main" onClick={onBack}>{words.sheet.toList}</button>
        </div>
      </div>
    </div>
  );
};

interface ConflictProps { readonly form: Form; readonly windows: readonly SeatWindow[]; readonly mine: BallotDraft; readonly theirs: BallotHeld; readonly complete: boolean; readonly onMine: () => void; readonly onTheirs: () => void }

export const BallotConflict = ({ form, windows, mine, theirs, complete, onMine, onTheirs }: ConflictProps) => {
  const words = useWords();
  return (
    <section class="sheetCard conflict" role="alert">
      <h2>{words.sheet.conflictTitle}</h2>
      <CellsTable form={form} windows={windows} cells={mine.cells} theirs={theirs.cells} />
      <div class="pair">
        <button type="button" class="plain" onClick={onTheirs}>{words.sheet.takeTheirs}</button>
        {complete ? <button type="button" class="main" onClick={onMine}>{say(words.ballot.submitAgain, { n: windows.length })}</button> : null}
      </div>
    </section>
  );
};
