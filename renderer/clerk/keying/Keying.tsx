/** @jsxImportSource preact */
// Keying one pass of a batch: the ballot's number large, the whole sheet, the cell in hand, the last key echoed. Never a need for the mouse.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { BatchView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import type { Version } from '../../common/linkViews.ts';
import type { LinkParts } from '../../common/sealed/linkParts.ts';
import type { Watch } from '../stationStore.ts';
import { useWords } from '../words.ts';
import { KeyingDesk, shapeOf, type DeskSnapshot } from './keyingDesk.ts';
import { KeyPad } from './KeyPad.tsx';
import type { PaperBench, Place } from './paperBench.ts';
import { noticeOf } from './places.ts';
import { InHand, SheetGrid } from './SheetGrid.tsx';
import { SheetRail, type RailSheet } from './SheetRail.tsx';
import { differText, echoText, faultText, labelOf } from './sheetWords.ts';
import { fieldsOf, isFilled, type Key } from './typing.ts';
import { useKeys, useSheet } from './useBatch.ts';

interface KeyingProps { readonly view: BatchView; readonly version: Version | null; readonly pass: 1 | 2; readonly bench: PaperBench; readonly after: LinkParts['after']; readonly watch: Watch }

const useDesk = ({ view, version, pass, bench, after }: Omit<KeyingProps, 'watch'>): { readonly desk: KeyingDesk; readonly now: DeskSnapshot } => {
  // One desk as long as the batch is on the table; the newest picture is shown to it as it comes.
  // oxlint-disable-next-line react/exhaustive-deps
  const desk = useMemo(() => new KeyingDesk({ bench, after, pass }, view, version), [bench, after, pass, view.batch]);
  const [now, setNow] = useState(desk.snapshot);
  useEffect(() => {
    setNow(desk.snapshot());
    return desk.listen(() => setNow(desk.snapshot()));
  }, [desk]);
  useEffect(() => desk.show(view, version), [desk, view, version]);
  return { desk, now };
};

/** The rail's states: the host's, with what only this device knows laid over them. */
const railOf = ({ view, pass, bench }: Pick<KeyingProps, 'view' | 'pass' | 'bench'>): readonly RailSheet[] => {
  const refused = new Set(bench.refused(view.batch).map((sheet) => sheet.voter));
  return view.sheets.map((sheet) => {
    const place: Place = { session: view.session, batch: view.batch, voter: sheet.voter, pass };
    if (refused.has(sheet.voter)) return { sheet, state: 'refused' };
    if (bench.isOnItsWay(place)) return { sheet, state: 'onWay' };
    if (pass === 1) return { sheet, state: sheet.state };
    return { sheet, state: sheet.state === 'empty' ? 'waiting' : sheet.state === 'keyed' ? 'empty' : sheet.state };
  });
};

const Difference = ({ view, now, pass, onLeave }: { readonly view: BatchView; readonly now: DeskSnapshot; readonly pass: 1 | 2; readonly onLeave: () => void }) => {
  const words = useWords();
  if (now.phase !== 'differs' || now.sheet === null) return null;
  if (view.check === 'readBack') return <p class="alert" role="alert">{words.paper.sentBackOne}</p>;
  // Said once it is known where.
  if (now.sheet.differsAt === undefined) return null;
  return (
    <div class="alert actable" role="alert">
      <p><strong>{say(pass === 2 ? words.paper.differs : words.paper.differsFirst, { rows: differText(words, view, now.sheet) })}</strong></p>
      <p>{words.paper.lookAgain}{now.ignored > 0 ? say(words.paper.ignored, { n: now.ignored }) : ''}</p>
      <button type="button" class="plain" onClick={onLeave}>{words.paper.leave}</button>
    </div>
  );
};

/** Sheets the host did not take; each can be opened with what was keyed. */
const Refused = ({ view, bench, onOpen }: Pick<KeyingProps, 'view' | 'bench'> & { readonly onOpen: (voter: string) => void }) => {
  const words = useWords();
  return (
    <>
      {bench.refused(view.batch).map(({ voter, refused }) => {
        const sheet = view.sheets.find((each) => each.voter === voter);
        if (sheet === undefined || refused === null) return null;
        return <p key={voter} class="alert" role="alert">{say(words.paper.refused, { sheet: labelOf(words, sheet), reason: faultText(words, refused) })}<button type="button" class="plain" onClick={() => onOpen(voter)}>{words.paper.openIt}</button></p>;
      })}
    </>
  );
};

const Hint = ({ view }: Pick<KeyingProps, 'view'>) => {
  const { paper } = useWords();
  const { form } = view;
  return <p class="hint">{form.kind === 'grade' ? say(paper.keysGrade, { grades: form.grades.map((grade, at) => `${at + 1} ${grade.name}`).join(paper.join) }) : form.kind === 'rank' ? paper.keysRank : paper.keysScore}</p>;
};

export const Keying = ({ view, version, pass, bench, after, watch }: KeyingProps) => {
  const words = useWords();
  const { desk, now } = useDesk({ view, version, pass, bench, after });
  const { phase, sheet, typed } = now;
  const voter = phase === 'loading' ? sheet?.voter ?? null : null;
  const held = useSheet(watch, view, voter);
  useEffect(() => { if (voter !== null && held !== null) desk.loaded(voter, held.cells); }, [desk, voter, held]);
  const [, benchChanged] = useState({});
  useEffect(() => bench.listen(() => benchChanged({})), [bench]);
  const onKey = (key: Key | 'leave'): void => (key === 'leave' ? desk.leave() : desk.press(key));
  useKeys(onKey);
  const shape = useMemo(() => (sheet === null ? null : shapeOf(view, sheet.voter)), [view, sheet]);
  const isFull = shape !== null && typed !== null && fieldsOf(shape).every((field) => isFilled(typed.cells, field));
  const notice = isFull && typed !== null ? noticeOf(view.form, typed.cells) : null;
  return (
    <div class="keying">
      <SheetRail sheets={railOf({ view, pass, bench })} current={sheet?.voter ?? null} onOpen={(each) => desk.open(each)} />
      <div class="sheetPane">
        <Refused view={view} bench={bench} onOpen={(each) => desk.open(each)} />
        {sheet === null || shape === null || typed === null
          ? <div class="nothing" role="status"><h2>{phase === 'loading' ? words.paper.loading : words.paper.finished}</h2><p>{phase === 'loading' ? '' : pass === 2 ? words.paper.finishedWaiting : words.paper.finishedText}</p></div>
          : (
            <>
              <h3 class="ballot">{labelOf(words, sheet)}</h3>
              <Difference view={view} now={now} pass={pass} onLeave={() => desk.leave()} />
              {now.refused === null ? null : <p class="alert" role="alert">{faultText(words, now.refused)}</p>}
              <SheetGrid view={view} shape={shape} typed={typed} sheet={sheet} onField={(at) => desk.goTo(at)} />
            </>
          )}
      </div>
      {shape === null || typed === null ? null : (
        <aside class="keys">
          <InHand view={view} shape={shape} typed={typed} />
          <p class={typed.echo?.said === 'fault' ? 'echo wrong' : 'echo'} role="status">{phase === 'checking' ? words.paper.checking : echoText(words, view, { echo: typed.echo, cell: (field) => typed.cells[field.row] })}</p>
          {notice === null ? null : <p class="notes">{say(words.paper.notice[notice.code], { place: notice.place })}</p>}
          <KeyPad form={view.form} saveLabel={isFull ? words.paper.save : words.paper.next} onKey={onKey} />
          <Hint view={view} />
        </aside>
      )}
    </div>
  );
};
