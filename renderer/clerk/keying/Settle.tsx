/** @jsxImportSource preact */
// The supervisor's ballots: those whose passes differ, or that were sent back when read. Both passes stand side by side; the paper decides, and who decided is recorded.
import { useState } from 'preact/hooks';
import type { Cell, Cells } from '../../../shared/arena/events.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { Watch } from '../stationStore.ts';
import { useWords } from '../words.ts';
import { shapeOf } from './keyingDesk.ts';
import { KeyPad } from './KeyPad.tsx';
import type { PaperBench, Refusal } from './paperBench.ts';
import { InHand, SheetGrid } from './SheetGrid.tsx';
import { SheetRail } from './SheetRail.tsx';
import { echoText, faultText, labelOf, wholeCell } from './sheetWords.ts';
import { fieldsOf, isFilled, press, sheetFrom, type Key, type Typed } from './typing.ts';
import { useKeys, useSheet } from './useBatch.ts';

interface SettleProps { readonly view: BatchView; readonly bench: PaperBench; readonly watch: Watch }
type Sheet = BatchView['sheets'][number];

/** Both passes of the rows that differ, each to be taken with one press. */
const Passes = ({ view, sheet, cells, onTake }: { readonly view: BatchView; readonly sheet: Sheet; readonly cells: Cells; readonly onTake: (row: string, cell: Cell) => void }) => {
  const words = useWords();
  const { paper } = words;
  const pass = (row: string, cell: Cell | null, label: string) => (
    <td><strong>{wholeCell(words, view.form, cell)}</strong>{cell === null ? null : <button type="button" class="plain" onClick={() => onTake(row, cell)}>{label}</button>}</td>
  );
  return (
    <table class="passes">
      <thead><tr><th /><th scope="col">{paper.first}</th><th scope="col">{paper.second}</th><th scope="col">{paper.decided}</th></tr></thead>
      <tbody>
        {(sheet.differences ?? []).map(({ contestant, first, second }) => (
          <tr key={contestant}>
            <th scope="row">{view.contestants.findIndex((each) => each.id === contestant) + 1} {view.contestants.find((each) => each.id === contestant)?.name}</th>
            {pass(contestant, first, paper.takeFirst)}
            {pass(contestant, second, paper.takeSecond)}
            <td class="decided">{cells[contestant] === undefined ? '—' : wholeCell(words, view.form, cells[contestant] ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Where the passes agree their cells stand; the rest is open until somebody has looked at the paper. */
const agreed = (sheet: Sheet): Cells => Object.fromEntries(Object.entries(sheet.cells ?? {}).filter(([row]) => !(sheet.differences ?? []).some((each) => each.contestant === row)));

const OneSheet = ({ view, sheet, bench }: { readonly view: BatchView; readonly sheet: Sheet; readonly bench: PaperBench }) => {
  const words = useWords();
  const shape = shapeOf(view, sheet.voter);
  const [typed, setTyped] = useState<Typed>(() => sheetFrom(shape, agreed(sheet)));
  const [refused, setRefused] = useState<Refusal | null>(null);
  const onKey = (key: Key): void => {
    const pressed = press(shape, typed, key);
    setTyped(pressed.typed);
    if (!pressed.save) return;
    setRefused(null);
    void bench.send({ name: 'entry.settle', input: { session: view.session, batch: view.batch, voter: sheet.voter, cells: pressed.typed.cells } }).then((answer) => { if (!answer.ok) setRefused({ code: answer.code, details: answer.details }); });
  };
  useKeys((key) => { if (key !== 'leave') onKey(key); });
  const take = (row: string, cell: Cell): void => setTyped((before) => ({ ...sheetFrom(shape, { ...before.cells, [row]: cell }), before: [...before.before, { cells: before.cells, at: before.at }] }));
  const isFull = fieldsOf(shape).every((field) => isFilled(typed.cells, field));
  return (
    <>
      <div class="sheetPane">
        <h3 class="ballot">{labelOf(words, sheet)}</h3>
        <p class="hint">{words.paper.settleText}</p>
        {refused === null ? null : <p class="alert" role="alert">{faultText(words, refused)}</p>}
        {(sheet.differences ?? []).length === 0 ? <p class="alert">{words.paper.sentBackOne}</p> : <Passes view={view} sheet={sheet} cells={typed.cells} onTake={take} />}
        <SheetGrid view={view} shape={shape} typed={typed} sheet={null} onField={(at) => setTyped({ ...typed, at, text: '', echo: null })} />
      </div>
      <aside class="keys">
        <InHand view={view} shape={shape} typed={typed} />
        <p class={typed.echo?.said === 'fault' ? 'echo wrong' : 'echo'} role="status">{echoText(words, view, { echo: typed.echo, cell: (field) => typed.cells[field.row] })}</p>
        <KeyPad form={view.form} saveLabel={isFull ? words.paper.settleSave : words.paper.next} onKey={onKey} />
      </aside>
    </>
  );
};

export const Settle = ({ view, bench, watch }: SettleProps) => {
  const words = useWords();
  const [chosen, choose] = useState<string | null>(null);
  const open = view.sheets.filter((sheet) => sheet.state === 'differs');
  const sheet = open.find((each) => each.voter === chosen) ?? open[0] ?? null;
  const held = useSheet(watch, view, sheet?.voter ?? null);
  return (
    <div class="keying settling">
      <SheetRail sheets={open.map((each) => ({ sheet: each, state: 'differs' }))} current={sheet?.voter ?? null} onOpen={choose} />
      {sheet === null || held === null || held.cells === null
        ? <div class="sheetPane"><div class="nothing" role="status"><h2>{sheet === null ? words.paper.settleFinished : words.paper.loading}</h2><p>{sheet === null ? words.paper.settleFinishedText : ''}</p></div></div>
        // What the passes say may change while it is looked at: the decision then begins anew.
        : <OneSheet key={JSON.stringify(held)} view={view} sheet={held} bench={bench} />}
    </div>
  );
};
