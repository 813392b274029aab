/** @jsxImportSource preact */
// 唱分: what was keyed of one ballot, large, while somebody reads the paper aloud. One key agrees, one sends it back; nothing can be changed here.
import { useEffect, useState } from 'preact/hooks';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import type { Watch } from '../stationStore.ts';
import { useWords } from '../words.ts';
import type { PaperBench, Refusal } from './paperBench.ts';
import { SheetGrid } from './SheetGrid.tsx';
import { SheetRail } from './SheetRail.tsx';
import { faultText, labelOf } from './sheetWords.ts';
import { fieldsOf, sheetFrom } from './typing.ts';
import { keepFocus, useKeys, useSheet } from './useBatch.ts';
import { shapeOf } from './keyingDesk.ts';

interface ReadBackProps { readonly view: BatchView; readonly bench: PaperBench; readonly watch: Watch }

export const ReadBack = ({ view, bench, watch }: ReadBackProps) => {
  const words = useWords();
  const [chosen, choose] = useState<string | null>(null);
  /** Answered or on its way: not offered again until the host's picture has changed. */
  const [done, setDone] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const due = view.sheets.filter((sheet) => sheet.state === 'keyed' && !done.includes(sheet.voter));
  const sheet = due.find((each) => each.voter === chosen) ?? due[0] ?? null;
  const held = useSheet(watch, view, sheet?.voter ?? null);
  const cells = held?.cells ?? null;
  // A sheet that was keyed anew after it went back is to be read again.
  useEffect(() => setDone((before) => before.filter((voter) => view.sheets.some((each) => each.voter === voter && each.state === 'keyed'))), [view]);
  const decide = (name: 'entry.readBack' | 'entry.sendBack'): void => {
    if (sheet === null || cells === null) return;
    const { voter } = sheet;
    const about = { session: view.session, batch: view.batch, voter };
    setDone((before) => [...before, voter]);
    setRefused(null);
    void bench.send({ name, input: name === 'entry.readBack' ? { ...about, cells } : about }).then((answer: Answer) => {
      if (answer.ok) return;
      setDone((before) => before.filter((each) => each !== voter));
      setRefused({ code: answer.code, details: answer.details });
    });
  };
  useKeys((key) => { if (key === 'enter') decide('entry.readBack'); else if (key === 'leave') decide('entry.sendBack'); });
  const shape = sheet === null ? null : shapeOf(view, sheet.voter);
  return (
    <div class="keying reading">
      <SheetRail sheets={view.sheets.map((each) => ({ sheet: each, state: each.state === 'empty' ? 'waiting' : each.state === 'keyed' ? 'empty' : each.state }))} current={sheet?.voter ?? null} onOpen={choose} />
      <div class="sheetPane">
        {refused === null ? null : <p class="alert" role="alert">{faultText(words, refused)}</p>}
        {sheet === null || shape === null || cells === null
          ? <div class="nothing" role="status"><h2>{sheet === null ? words.paper.readFinished : words.paper.loading}</h2><p>{sheet === null ? words.paper.readFinishedText : ''}</p></div>
          : (
            <>
              <h3 class="ballot">{labelOf(words, sheet)}</h3>
              <p class="hint">{words.paper.readOut}</p>
              <SheetGrid view={view} shape={shape} typed={sheetFrom(shape, cells, fieldsOf(shape).length)} sheet={null} />
            </>
          )}
      </div>
      {cells === null ? null : (
        <aside class="keys">
          <button type="button" class="main" onMouseDown={keepFocus} onClick={() => decide('entry.readBack')}>{words.paper.agree}</button>
          <button type="button" class="plain" onMouseDown={keepFocus} onClick={() => decide('entry.sendBack')}>{words.paper.sendBack}</button>
          <p class="hint">{words.paper.agreeKey}</p>
        </aside>
      )}
    </div>
  );
};
