// 票批: which pile lies where and how far it is; giving one out, opening one at this desk, taking one back. Sheets themselves are not shown here.
import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords } from '../words.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { clerksOf, isOpen, type BatchRow, type PaperRow } from './paperParts.ts';

interface Props { readonly session: SessionView; readonly seats: SeatsView | null; readonly panel: Panel; readonly rows: readonly PaperRow[]; readonly onBatch: (batch: string) => void }

const Closing = ({ session, batch, onClose }: { readonly session: SessionView; readonly batch: BatchRow; readonly onClose: () => void }): ReactElement => {
  const { paper, shell } = useWords();
  const send = useSend();
  const owing = batch.sheets - batch.settled;
  const close = async (): Promise<void> => {
    if ((await send({ name: 'batch.close', input: { session: session.session, batch: batch.batch } })).ok) onClose();
  };
  return (
    <Modal open title={paper.closeTitle} okText={paper.close} cancelText={shell.cancel} okButtonProps={{ danger: owing > 0 }} onOk={() => void close()} onCancel={onClose} destroyOnHidden>
      <p className={owing > 0 ? 'paper-warning' : 'quiet'}>{owing > 0 ? say(paper.closeOwing, { n: owing }) : paper.closeDone}</p>
    </Modal>
  );
};

const Line = ({ session, seats, batch, onOpen, onClose }: Pick<Props, 'session' | 'seats'> & { readonly batch: BatchRow; readonly onOpen: () => void; readonly onClose: () => void }): ReactElement => {
  const { paper } = useWords();
  const place = (station: string | null): string => (station === null ? paper.desk : clerksOf(seats).find((seat) => seat.seat === station)?.name ?? paper.removedStation);
  const read = session.rules.paperCheck === 'readBack';
  const isOwn = batch.first === null || batch.second === null;
  return (
    <li data-closed={batch.closed ? '' : undefined}>
      <span className="batch-what"><b>{say(paper.batchSheets, { n: batch.sheets })}</b><span>{say(paper.batchUnits, { n: batch.contestants })}</span></span>
      <span>{paper.firstPass} <b>{place(batch.first)}</b> {say(paper.keyed, { n: batch.keyed, of: batch.sheets })}</span>
      <span>{read ? paper.readPass : paper.secondPass} <b>{place(batch.second)}</b>{read ? '' : ` ${say(paper.keyed, { n: batch.secondKeyed, of: batch.sheets })}`}</span>
      <span>{say(paper.settled, { n: batch.settled, of: batch.sheets })}</span>
      {batch.differing > 0 && <Badge tone="warn">{say(paper.differing, { n: batch.differing })}</Badge>}
      <span className="desk-space" />
      {batch.closed ? <Badge>{paper.closed}</Badge> : (
        <>
          {isOwn ? <Button size="small" type="primary" onClick={onOpen}>{paper.open}</Button> : batch.differing > 0 && <Button size="small" type="primary" onClick={onOpen}>{paper.settle}</Button>}
          <Button size="small" onClick={onClose}>{paper.close}</Button>
        </>
      )}
    </li>
  );
};

export const BatchesPart = (props: Props): ReactElement => {
  const { session, seats, panel, rows, onBatch } = props;
  const { paper } = useWords();
  const [giving, setGiving] = useState(false);
  const [closing, setClosing] = useState<string | null>(null);
  const batches = session.batches.filter((batch) => batch.panel === panel.id);
  const taken = batches.find((batch) => batch.batch === closing);
  return (
    <section className="paper-part" aria-label={paper.batches}>
      <h2>{paper.batches}<span className="desk-space" />{session.phase === 'live' && <Button size="small" disabled={!rows.some(isOpen)} onClick={() => setGiving(true)}>{paper.batchGive}</Button>}</h2>
      <p className="quiet">{session.rules.paperCheck === 'readBack' ? paper.batchesNoteRead : paper.batchesNote}</p>
      {batches.length === 0 ? <p className="quiet">{paper.batchNone}</p> : (
        <ul className="paper-batches">{batches.map((batch) => <Line key={batch.batch} session={session} seats={seats} batch={batch} onOpen={() => onBatch(batch.batch)} onClose={() => setClosing(batch.batch)} />)}</ul>
      )}
      {giving && <GiveDialog session={session} seats={seats} panel={panel} rows={rows} onClose={() => setGiving(false)} />}
      {taken !== undefined && !taken.closed && <Closing session={session} batch={taken} onClose={() => setClosing(null)} />}
    </section>
  );
};
