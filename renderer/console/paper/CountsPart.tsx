// 录票数: how many ballots said what, a row per contestant, in the same grid as sheets; a second look compares. Nothing is added up into a score here.
import { Button, Segmented } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { formOf, type Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { useQuietSend } from '../host.ts';
import { answered, gridOf, isComplete, pointAt, pressKey, type Grid, type GridRow, type KnownSheet } from '../keying/grid.ts';
import { KeyGrid } from '../keying/KeyGrid.tsx';
import { placeOf } from '../live/liveParts.ts';
import { useWords } from '../words.ts';
import { BLANK, countsLayout, isOpen, VOID, type PaperRow } from './paperParts.ts';

interface Props { readonly session: SessionView; readonly panel: Panel; readonly rows: readonly PaperRow[] }

/** What a count can be said of: the grades, or the places of a rank ballot. */
const keysOf = ({ session, panel, rows }: Props): readonly { readonly id: string; readonly name: string }[] => {
  const form = formOf(session.rules, panel);
  if (form.kind === 'grade') return form.grades.map(({ id, name }) => ({ id, name }));
  return rows.map((_, at) => ({ id: String(at + 1), name: String(at + 1) }));
};

const knownOf = ({ contestant, counts }: PaperRow): KnownSheet =>
  counts === null ? { id: contestant, kind: null, marks: {} }
    : { id: contestant, kind: 'marks', marks: { ...Object.fromEntries(Object.entries(counts.counts).map(([key, count]) => [key, String(count)])), [BLANK]: String(counts.blank), [VOID]: String(counts.void) } };

const Counts = ({ second, onDone, ...props }: Props & { readonly second: boolean; readonly onDone: () => void }): ReactElement => {
  const { session, panel, rows } = props;
  const { paper, scores } = useWords();
  const send = useQuietSend();
  const keys = keysOf(props);
  const [grid, show] = useState<Grid>(() => gridOf(countsLayout(keys, paper), rows.filter(isOpen).map(knownOf), second));
  // A key may come before the last answer is drawn: every change starts from the newest grid.
  const newest = useRef(grid);
  const setGrid = (next: Grid): void => {
    newest.current = next;
    show(next);
  };
  const submit = async (row: GridRow): Promise<void> => {
    const figure = (id: string): number => Number(row.values[newest.current.columns.findIndex((column) => column.id === id)] ?? '0');
    const answer = await send({ name: 'counts.enter', input: {
      session: session.session, contestant: row.id, panel: panel.id, counts: Object.fromEntries(keys.map(({ id }) => [id, figure(id)])), blank: figure(BLANK), void: figure(VOID),
      basis: rows.find((each) => each.contestant === row.id)?.counts?.revision ?? 0,
    } });
    setGrid(answered(newest.current, row.id, answer.ok ? null : { code: answer.code, details: answer.details }));
  };
  const onKey = (key: string): boolean => {
    const outcome = pressKey(newest.current, key);
    if (outcome === null) return false;
    setGrid(outcome.grid);
    if (outcome.send !== null) void submit(outcome.send);
    return true;
  };
  const labels = grid.rows.map((row) => ({ id: row.id, name: `${placeOf(session, row.id)?.n ?? ''} ${session.contestants.find((each) => each.id === row.id)?.name ?? ''}`, note: '' }));
  if (grid.rows.length === 0) return <p className="quiet">{paper.countsEmpty}</p>;
  return (
    <>
      <KeyGrid grid={grid} heads={{ table: paper.countsGrid, row: paper.unit, sum: paper.sum }} labels={labels} onKey={onKey} onPoint={(row, column) => setGrid(pointAt(newest.current, row, column))} />
      <footer className="key-foot">
        <span className="quiet">{paper.countsNote}</span>
        <span className="desk-space" />
        {isComplete(grid) && <b role="status">{second ? scores.allSame : scores.allKeyed}</b>}
        {!second && isComplete(grid) && <Button onClick={onDone}>{scores.passSecond}</Button>}
      </footer>
    </>
  );
};

export const CountsPart = (props: Props): ReactElement => {
  const { paper, scores } = useWords();
  const [second, setSecond] = useState(false);
  // Rows come and go with their windows; what was typed in a row that stays must not be lost to another's, so the grid is made anew only then.
  const open = props.rows.filter(isOpen).map((row) => row.contestant).join();
  return (
    <section className="paper-part" aria-label={paper.counts}>
      <h2>{paper.counts}<span className="desk-space" /><Segmented size="small" value={second ? 'second' : 'first'} onChange={(value) => setSecond(value === 'second')} options={[{ value: 'first', label: scores.passFirst }, { value: 'second', label: scores.passSecond }]} /></h2>
      <Counts key={`${open} ${second}`} {...props} second={second} onDone={() => setSecond(true)} />
    </section>
  );
};
