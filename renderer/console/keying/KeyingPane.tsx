// 录票: one contestant's sheets judge by judge, or one judge's all-units sheet; first pass or comparing second pass. Sends each sheet when its last cell is left.
import { Button, Select, Segmented } from 'antd';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { Form } from '../../../shared/arena/forms.ts';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { useQuietSend, useWindow } from '../host.ts';
import { namedJudges } from '../live/liveParts.ts';
import { useWords } from '../words.ts';
import { answered, gridOf, isComplete, marksOf, pointAt, pressKey, type Grid, type GridRow, type KnownSheet } from './grid.ts';
import { ballotLayout, type Layout } from './columns.ts';
import { KeyGrid, type RowLabel } from './KeyGrid.tsx';
import { kindOf, type SheetRow } from './sheetRows.ts';

interface SheetsProps { readonly session: SessionView; readonly ballot: Layout; readonly rows: readonly SheetRow[]; readonly second: boolean; readonly onDone: () => void }

/** The grid with its sending. It is made anew when its rows change, and keeps what was typed while the host's snapshots come in. */
const Sheets = ({ session, ballot, rows, second, onDone }: SheetsProps): ReactElement => {
  const { scores } = useWords();
  const send = useQuietSend();
  const [grid, show] = useState<Grid>(() => gridOf(ballot, rows.map((row): KnownSheet => ({ id: row.id, kind: kindOf(row), marks: row.square?.marks ?? {} })), second));
  // A key may come before the last answer is drawn: every change starts from the newest grid, never from the one on the screen.
  const newest = useRef(grid);
  const setGrid = (next: Grid): void => {
    newest.current = next;
    show(next);
  };
  const submit = async (sheet: GridRow): Promise<void> => {
    const row = rows.find((each) => each.id === sheet.id);
    if (row === undefined) return;
    const answer = await send({ name: 'sheet.key', input: { session: session.session, contestant: row.contestant, judge: row.judge, kind: sheet.kind, marks: marksOf(newest.current, sheet), basis: row.square?.revision ?? 0 } });
    setGrid(answered(newest.current, sheet.id, answer.ok ? null : { code: answer.code, details: answer.details }));
  };
  const onKey = (key: string): boolean => {
    const outcome = pressKey(newest.current, key);
    if (outcome === null) return false;
    setGrid(outcome.grid);
    if (outcome.send !== null) void submit(outcome.send);
    return true;
  };
  const labels = rows.map((row): RowLabel => ({ id: row.id, name: row.name, note: row.note }));
  return (
    <>
      {rows.length === 0 ? <p className="quiet">{scores.gridEmpty}</p> : <KeyGrid grid={grid} labels={labels} onKey={onKey} onPoint={(row, column) => setGrid(pointAt(newest.current, row, column))} />}
      <footer className="key-foot">
        <span className="quiet">{scores.keyHint}</span>
        <span className="desk-space" />
        {isComplete(grid) && <b role="status">{second ? scores.allSame : scores.allKeyed}</b>}
        <Button onClick={onDone}>{scores.keyingDone}</Button>
      </footer>
    </>
  );
};

/** The ballot of a judge's panel. */
const formOfJudge = (session: SessionView, judge: string): Form | undefined => {
  const panel = session.rules.panels.find((each) => each.id === session.judges.find((seat) => seat.id === judge)?.panel);
  return panel === undefined ? undefined : session.rules.forms.find((each) => each.id === panel.form);
};
/** The contestants that are ranked beside this one. */
const ballotOf = (session: SessionView, form: string, contestant: string): Layout => {
  const category = session.contestants.find((row) => row.id === contestant)?.category ?? null;
  const of = session.contestants.filter((row) => row.category === category && row.stage !== 'withdrawn' && row.stage !== 'forfeited').length;
  const found = session.rules.forms.find((each) => each.id === form) ?? session.rules.forms[0];
  if (found === undefined) throw new Error('rules without a ballot');
  return ballotLayout({ form: found, of });
};

const useByContestant = (session: SessionView, contestant: string): readonly SheetRow[] | null => {
  const window = useWindow(session.session, contestant);
  if (window === null) return null;
  return session.judges.flatMap((judge): readonly SheetRow[] => {
    const square = window.judges.find((each) => each.judge === judge.id);
    return square !== undefined && square.status !== 'recused' ? [{ id: judge.id, judge: judge.id, contestant, name: judge.name, note: judge.title, square }] : [];
  });
};

/** Which rows there are is fixed when keying begins: a sheet arriving by phone must not move the cursor. */
const FixedSheets = ({ rows, every, ...props }: SheetsProps & { readonly every: readonly SheetRow[] }): ReactElement => {
  const [ids] = useState(() => rows.map((row) => row.id));
  return <Sheets {...props} rows={ids.map((id) => every.find((row) => row.id === id)).filter((row) => row !== undefined)} />;
};

const ContestantSheets = ({ session, contestant, form, second, all, onDone }: Omit<SheetsProps, 'rows' | 'ballot'> & { readonly contestant: string; readonly form: string; readonly all: boolean }): ReactElement | null => {
  const known = useByContestant(session, contestant);
  if (known === null) return null;
  const own = known.filter((row) => formOfJudge(session, row.judge)?.id === form);
  const owed = own.filter((row) => all || row.square?.status !== 'submitted');
  return <FixedSheets session={session} ballot={ballotOf(session, form, contestant)} rows={owed} every={own} second={second} onDone={onDone} />;
};

const Probe = ({ session, contestant, onView }: { readonly session: string; readonly contestant: string; readonly onView: (view: WindowView) => void }): null => {
  const view = useWindow(session, contestant);
  useEffect(() => {
    if (view !== null) onView(view);
  }, [view, onView]);
  return null;
};

const JudgeSheets = ({ session, judge, second, onDone }: Omit<SheetsProps, 'rows' | 'ballot'> & { readonly judge: string }): ReactElement => {
  const { scores } = useWords();
  const [views, setViews] = useState<Readonly<Record<string, WindowView>>>({});
  const seen = useCallback((view: WindowView) => setViews((now) => ({ ...now, [view.contestant]: view })), []);
  const taking = session.contestants.filter((row) => row.window !== 'closed' && row.stage !== 'withdrawn' && !['locked', 'revealed', 'corrected'].includes(row.window));
  const [ids] = useState(() => taking.map((row) => row.id));
  const form = formOfJudge(session, judge);
  const ready = ids.every((id) => views[id] !== undefined);
  // Numbered as on the printed sheet: by speaking order, whether or not the earlier ones are still to be keyed.
  const rows = ids.flatMap((id): readonly SheetRow[] => {
    const square = views[id]?.judges.find((each) => each.judge === judge);
    const row = session.contestants.find((each) => each.id === id);
    return square === undefined || row === undefined || square.status === 'recused' ? [] : [{ id, judge, contestant: id, name: `${session.contestants.indexOf(row) + 1} ${row.name}`, note: row.speaker, square }];
  });
  return (
    <>
      {ids.map((id) => <Probe key={id} session={session.session} contestant={id} onView={seen} />)}
      {ready && form !== undefined ? <Sheets session={session} ballot={ballotOf(session, form.id, ids[0] ?? '')} rows={rows} second={second} onDone={onDone} /> : <p className="quiet">{scores.loading}</p>}
    </>
  );
};

export const KeyingPane = ({ session, contestant, compare, onDone }: { readonly session: SessionView; readonly contestant: string; /** Begin with the comparing pass. */ readonly compare: boolean; readonly onDone: () => void }): ReactElement => {
  const { scores } = useWords();
  const [judge, setJudge] = useState<string | null>(null);
  const [second, setSecond] = useState(compare);
  const [all, setAll] = useState(false);
  const judges = namedJudges(session);
  const by = judge === null ? 'contestant' : 'judge';
  // Sheets of different ballots have different columns, so they are keyed one ballot after the other.
  const forms = session.rules.forms.filter((form) => judges.some((each) => formOfJudge(session, each.id) === form));
  const [chosen, setForm] = useState<string | null>(null);
  const form = chosen ?? forms[0]?.id ?? '';
  return (
    <div className="keying">
      <div className="key-tools">
        <Segmented size="small" value={by} onChange={(value) => setJudge(value === 'judge' ? (judges[0]?.id ?? null) : null)} options={[{ value: 'contestant', label: scores.byContestant }, { value: 'judge', label: scores.byJudge }]} />
        {judge === null && forms.length > 1 && <Segmented size="small" value={form} onChange={setForm} options={forms.map((each) => ({ value: each.id, label: each.name }))} />}
        {judge !== null && <Select size="small" showSearch={{ optionFilterProp: 'label' }} className="key-judge" aria-label={scores.judge} value={judge} onChange={setJudge} options={judges.map((each) => ({ value: each.id, label: `${each.name} ${each.title}` }))} />}
        <Segmented size="small" value={second ? 'second' : 'first'} onChange={(value) => setSecond(value === 'second')} options={[{ value: 'first', label: scores.passFirst }, { value: 'second', label: scores.passSecond }]} />
        {judge === null && <Button size="small" type="text" aria-pressed={all} onClick={() => setAll(!all)}>{all ? scores.showOwing : scores.showAll}</Button>}
      </div>
      {judge === null
        ? <ContestantSheets key={`${contestant} ${form} ${second} ${all}`} session={session} contestant={contestant} form={form} second={second} all={all} onDone={onDone} />
        : <JudgeSheets key={`${judge} ${second}`} session={session} judge={judge} second={second} onDone={onDone} />}
    </div>
  );
};
