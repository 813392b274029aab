// One batch in hand at the desk, which is a station itself: keyed, read back or settled on the stations' own grid.
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { StationBatch } from '../../../shared/contract/station.ts';
import { PaperBench } from '../../clerk/keying/paperBench.ts';
import { browserParts } from '../../common/sealed/linkParts.ts';
import { pageStorage } from '../../common/sealed/storage.ts';
import { useLink } from '../../common/useView.ts';
import { useWords } from '../words.ts';
import { drawBatch, eraseBatch } from './batchIsland.tsx';
import { deskStore } from './deskStore.ts';
import type { BatchRow } from './paperParts.ts';

interface Props { readonly session: SessionView; readonly row: BatchRow; readonly onLeave: () => void }

/** What the desk does with a batch now: the pass that was given to nobody; both where both are its own, one after the other; else it settles. */
const passOf = ({ rules }: SessionView, row: BatchRow): StationBatch['pass'] => {
  if (row.first !== null) return row.second === null ? 2 : null;
  if (row.second !== null || row.keyed < row.sheets) return 1;
  return (rules.paperCheck === 'readBack' ? row.settled : row.secondKeyed) < row.sheets ? 2 : null;
};

const asStationBatch = (session: SessionView, row: BatchRow): StationBatch => {
  const pass = passOf(session, row);
  const check = session.rules.paperCheck;
  return {
    session: session.session, batch: row.batch, title: session.title, panel: session.rules.panels.find((panel) => panel.id === row.panel)?.name ?? '', sheets: row.sheets, contestants: row.contestants,
    pass, check, done: pass === 1 ? row.keyed : pass === 2 && check === 'secondEntry' ? row.secondKeyed : row.settled, differing: row.differing,
  };
};

export const BatchWork = ({ session, row, onLeave }: Props): ReactElement => {
  const { language, paper } = useWords();
  const link = useLink();
  const place = useRef<HTMLDivElement>(null);
  const bench = useMemo(() => new PaperBench(deskStore(link), { storage: pageStorage('clerk', () => sessionStorage), seat: 'desk' }), [link]);
  const batch = useMemo(() => asStationBatch(session, row), [session, row]);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    if (place.current === null) return;
    drawBatch(place.current, language, { batch, bench, after: browserParts.after, watch: (topic, params = {}) => link.view(topic, params), onLeave: () => leave.current() });
  }, [language, batch, bench, link]);
  useEffect(() => {
    const held = place.current;
    return () => { if (held !== null) eraseBatch(held); };
  }, []);
  return <main className="page paper-work" aria-label={paper.deskWork}><div ref={place} className="paper-island" data-keys-own="" /></main>;
};
