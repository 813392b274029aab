/** @jsxImportSource preact */
// What a station works on: the batches the desk gave it, and the one in hand. Where there is none it says so; nothing can be keyed that was not given.
import { useState } from 'preact/hooks';
import type { StationBatch, StationView } from '../../shared/contract/station.ts';
import { say } from '../../shared/text/say.ts';
import type { LinkParts } from '../common/sealed/linkParts.ts';
import { BatchDesk } from './keying/BatchDesk.tsx';
import { taskOf } from './keying/sheetWords.ts';
import type { PaperBench } from './keying/paperBench.ts';
import type { Watch } from './stationStore.ts';
import { useWords } from './words.ts';

export interface WorkProps {
  readonly view: StationView;
  readonly bench: PaperBench;
  readonly after: LinkParts['after'];
  /** Further views of the host, for screens that need more than the list. */
  readonly watch: Watch;
}

const Nothing = ({ role }: Pick<StationView, 'role'>) => {
  const { work } = useWords();
  return (
    <div class="nothing" role="status">
      <h2>{work[role].title}</h2>
      <p>{work[role].text}</p>
    </div>
  );
};

const Line = ({ batch, onOpen }: { readonly batch: StationBatch; readonly onOpen: () => void }) => {
  const { paper } = useWords();
  const { sheets, differing } = batch;
  const { what, progress } = taskOf(paper, batch);
  return (
    <li>
      <span class="batchName">
        <strong>{batch.title}</strong>
        <span>{say(paper.batch, { panel: batch.panel, sheets, contestants: batch.contestants })}</span>
      </span>
      <span class="pass">{what}</span>
      <span class="done">{progress}{differing > 0 ? <em>{say(batch.check === 'readBack' ? paper.sentBack : paper.differing, { n: differing })}</em> : null}</span>
      <button type="button" class="main" onClick={onOpen}>{paper.open}</button>
    </li>
  );
};

export const Work = ({ view, bench, after, watch }: WorkProps) => {
  const { work } = useWords();
  const [chosen, choose] = useState(bench.batchInHand());
  const take = (batch: string | null): void => {
    bench.takeBatch(batch);
    choose(batch);
  };
  const current = view.batches.find((batch) => batch.batch === chosen);
  if (current !== undefined) return <BatchDesk key={current.batch} batch={current} bench={bench} after={after} watch={watch} onLeave={() => take(null)} />;
  if (view.batches.length === 0) return <Nothing role={view.role} />;
  return (
    <section class="batches">
      <h2>{view.role === 'supervisor' ? work.toCheck : work.given}</h2>
      <ul>{view.batches.map((batch) => <Line key={batch.batch} batch={batch} onOpen={() => take(batch.batch)} />)}</ul>
    </section>
  );
};
