/** @jsxImportSource preact */
// A whole sheet on the glass: every row with its number and name, the cell in hand framed, cells that differ named in words. It shows and keys nothing by itself.
import { useEffect, useRef } from 'preact/hooks';
import { columnsOf } from '../../../shared/arena/forms.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import { useWords } from '../words.ts';
import { rowTotal } from './places.ts';
import { cellText } from './sheetWords.ts';
import { fieldsOf, type SheetShape, type Typed } from './typing.ts';

interface GridProps { readonly view: BatchView; readonly shape: SheetShape; readonly typed: Typed; readonly sheet: BatchView['sheets'][number] | null; readonly onField?: (at: number) => void }

/** Longer lists stand in columns side by side, so that the whole sheet is seen. */
const MOST_IN_ONE_COLUMN = 14;

export const SheetGrid = ({ view, shape, typed, sheet, onField }: GridProps) => {
  const words = useWords();
  const { form } = view;
  const fields = fieldsOf(shape);
  const inHand = fields[typed.at];
  const current = useRef<HTMLTableCellElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [typed.at, sheet?.voter]);
  const cell = (row: string, column: string) => {
    const isHere = inHand !== undefined && inHand.row === row && inHand.column === column;
    const differs = sheet?.differsAt?.some((each) => each.contestant === row && (each.columns.length === 0 || each.columns.includes(column))) === true;
    const text = isHere && typed.text !== '' ? typed.text : cellText(words, form, { cell: typed.cells[row], column });
    const at = fields.findIndex((field) => field.row === row && field.column === column);
    return (
      <td key={column} ref={isHere ? current : null} class={`cell${isHere ? ' here' : ''}${differs ? ' differs' : ''}`} aria-current={isHere ? 'true' : undefined} onClick={() => at >= 0 && onField?.(at)}>
        {text}{differs ? <em>{words.paper.state.differs}</em> : null}
      </td>
    );
  };
  return (
    <table class={form.kind === 'score' ? 'grid score' : view.contestants.length > MOST_IN_ONE_COLUMN ? 'grid many' : 'grid'} aria-label={words.paper.grid}>
      {form.kind !== 'score' ? null : (
        <thead><tr><th /><th />{form.criteria.map((criterion) => <th key={criterion.id} scope="col">{criterion.name}<small>{criterion.points}</small></th>)}<th scope="col">{words.paper.total}</th></tr></thead>
      )}
      <tbody>
        {view.contestants.map((contestant, at) => (
          <tr key={contestant.id}>
            <td class="number">{at + 1}</td>
            <th scope="row">{contestant.name}</th>
            {shape.rows[at]?.recused === true
              ? <td class="cell recused" colSpan={columnsOf(form).length}>{words.paper.recused}</td>
              : columnsOf(form).map((column) => cell(contestant.id, column))}
            {form.kind === 'score' ? <td class="total">{rowTotal(form, typed.cells[contestant.id]) ?? ''}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The cell in hand, large: which row, whose, and what stands in it. */
export const InHand = ({ view, shape, typed }: Pick<GridProps, 'view' | 'shape' | 'typed'>) => {
  const words = useWords();
  const field = fieldsOf(shape)[typed.at];
  if (field === undefined) return <div class="inHand"><span class="whose">{words.paper.fault.sheetFull}</span></div>;
  const at = view.contestants.findIndex((contestant) => contestant.id === field.row);
  const criterion = view.form.kind === 'score' ? view.form.criteria.find((each) => each.id === field.column) : undefined;
  const value = typed.text !== '' ? typed.text : cellText(words, view.form, { cell: typed.cells[field.row], column: field.column });
  return (
    <div class="inHand">
      <span class="whose">{at + 1} {view.contestants[at]?.name}{criterion === undefined ? '' : ` · ${criterion.name}`}</span>
      <strong>{value}<i aria-hidden="true" /></strong>
    </div>
  );
};
