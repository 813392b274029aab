// The keying grid on the screen: one focusable table that takes every key itself; a mouse is allowed, never needed.
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { refusalSentence, useWords, type Words } from '../words.ts';
import { runningTotal, type Fault, type Grid, type GridRow } from './grid.ts';

export interface RowLabel { readonly id: string; readonly name: string; readonly note: string }
interface Props { readonly grid: Grid; /** What the table, its rows and its sums are called, where these are not sheets. */ readonly heads?: { readonly table: string; readonly row: string; readonly sum: string }; readonly labels: readonly RowLabel[]; readonly onKey: (key: string) => boolean; readonly onPoint: (row: number, column: number) => void }

/** The grid's own words for counts, else the house's. */
const faultSentence = (words: Words, fault: Fault): string => (fault.code === 'countMissing' || fault.code === 'countMalformed' ? words.paper[fault.code] : refusalSentence(words, fault));

const Message = ({ grid, row }: { readonly grid: Grid; readonly row: GridRow }): ReactElement | null => {
  const words = useWords();
  if (row.fault !== null) return <span className="key-fault">{faultSentence(words, row.fault)}</span>;
  if (row.status !== 'differs' || row.first === null) return null;
  const { first } = row;
  if (first.kind !== row.kind) return <span className="key-fault">{say(words.scores.differsKind, { first: words.scores[first.kind], second: words.scores[row.kind] })}</span>;
  const parts = row.values.flatMap((value, at) => (value === first.values[at] ? [] : [say(words.scores.differsMark, { criterion: grid.columns[at]?.name ?? '', first: first.values[at] ?? '', second: value })]));
  return <span className="key-fault">{parts.join('；')}。{words.scores.differsHint}</span>;
};

const Cells = ({ grid, row, at, onPoint }: { readonly grid: Grid; readonly row: GridRow; readonly at: number; readonly onPoint: Props['onPoint'] }): ReactElement => (
  <>
    {grid.columns.map((shown, column) => {
      const here = at === grid.row && column === grid.column;
      return (
        <td key={shown.id} data-here={here ? '' : undefined} data-fault={row.fault !== null && row.fault.column === column ? '' : undefined} aria-selected={here}
          data-differs={row.status === 'differs' && row.first !== null && row.first.values[column] !== row.values[column] ? '' : undefined} onPointerDown={() => onPoint(at, column)}>
          {row.kind === 'marks' ? row.values[column] : '—'}
        </td>
      );
    })}
  </>
);

export const KeyGrid = ({ grid, heads, labels, onKey, onPoint }: Props): ReactElement => {
  const { scores } = useWords();
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    table.current?.focus();
  }, []);
  useEffect(() => {
    // The whole row, since what is wrong with it is said at its end.
    table.current?.querySelector('tr[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [grid]);
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="key-grid" ref={table} tabIndex={0} data-keys-own="" role="grid" aria-label={heads?.table ?? scores.gridName} onKeyDown={pressed}>
      <table>
        <thead>
          <tr>
            <th scope="col">{heads?.row ?? scores.gridRow}</th>
            {grid.columns.map((column) => <th scope="col" key={column.id}>{column.name}<small>{column.note}</small></th>)}
            {grid.sums && <th scope="col">{heads?.sum ?? scores.total}</th>}
            <th scope="col">{scores.status}</th>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={row.id} data-status={row.status} data-current={at === grid.row ? '' : undefined}>
              <th scope="row">{labels[at]?.name ?? ''}<small>{labels[at]?.note ?? ''}</small></th>
              <Cells grid={grid} row={row} at={at} onPoint={onPoint} />
              {grid.sums && <td className="key-total">{row.kind !== 'marks' ? scores[row.kind] : row.values.every((value) => value === '') ? '' : runningTotal(row)}</td>}
              <td className="key-status">{scores[`key_${row.status}`]}<Message grid={grid} row={row} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
