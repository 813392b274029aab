/** @jsxImportSource preact */
// One batch on the table: what this station does with it (keys a pass, reads back, or settles) and how far it is.
import type { ComponentChildren } from 'preact';
import type { StationBatch } from '../../../shared/contract/station.ts';
import type { LinkParts } from '../../common/sealed/linkParts.ts';
import type { Watch } from '../stationStore.ts';
import { useWords } from '../words.ts';
import { Keying } from './Keying.tsx';
import type { PaperBench } from './paperBench.ts';
import { ReadBack } from './ReadBack.tsx';
import { Settle } from './Settle.tsx';
import { taskOf } from './sheetWords.ts';
import { useBatch, type SeenBatch } from './useBatch.ts';

interface BatchDeskProps { readonly batch: StationBatch; readonly bench: PaperBench; readonly after: LinkParts['after']; readonly watch: Watch; readonly onLeave: () => void }

const Head = ({ batch, what, progress, onLeave }: { readonly batch: StationBatch; readonly what: string; readonly progress: string; readonly onLeave: () => void }) => {
  const { paper } = useWords();
  return (
    <header class="batchHead">
      <button type="button" class="plain" onClick={onLeave}>{paper.back}</button>
      <h2>{batch.title}<span>{batch.panel}</span></h2>
      <span class="pass">{what}</span>
      <span class="done">{progress}</span>
    </header>
  );
};

const Said = ({ children }: { readonly children: ComponentChildren }) => <div class="nothing" role="status"><h2>{children}</h2></div>;

export const BatchDesk = ({ batch, bench, after, watch, onLeave }: BatchDeskProps) => {
  const { paper } = useWords();
  const seen: SeenBatch = useBatch(watch, batch);
  const { view, version } = seen;
  const isReadBack = view?.check === 'readBack' && view.pass === 2;
  const work = (): ComponentChildren => {
    if (view === null) return <Said>{seen.refused ? paper.gone : paper.loading}</Said>;
    if (view.closed) return <Said>{paper.closed}</Said>;
    if (view.pass === null) return <Settle view={view} bench={bench} watch={watch} />;
    if (isReadBack) return <ReadBack view={view} bench={bench} watch={watch} />;
    return <Keying view={view} version={version} pass={view.pass} bench={bench} after={after} watch={watch} />;
  };
  return (
    <section class="batchDesk">
      <Head batch={batch} {...taskOf(paper, batch)} onLeave={onLeave} />
      {work()}
    </section>
  );
};
