/** @jsxImportSource preact */
// A rank ballot: tapped in order of place; those placed can be moved up, down or out, and the last change undone. Nothing needs dragging.
import { useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import { cellsOfRanking, moved, rankingOf } from './ballotForm.ts';
import type { Cells } from './outbox.ts';
import type { SeatWindow } from './sheetState.ts';
import { useWords } from './words.ts';

interface RankProps { readonly windows: readonly SeatWindow[]; readonly cells: Cells; readonly onCells: (cells: Cells) => void }
type Ranking = readonly string[];

const FARTHEST_UNDO = 50;

const Placed = ({ window, at, ranking, onRanking }: { readonly window: SeatWindow; readonly at: number; readonly ranking: Ranking; readonly onRanking: (ranking: Ranking) => void }) => {
  const words = useWords();
  const { id, name } = window;
  return (
    <li class="placed">
      <span class="placeNumber" aria-label={say(words.ballot.place, { n: at + 1 })}>{at + 1}</span>
      <span class="placeName">{name}</span>
      <button type="button" class="step" aria-label={say(words.ballot.up, { name })} disabled={at === 0} onClick={() => onRanking(moved(ranking, id, -1))}>↑</button>
      <button type="button" class="step" aria-label={say(words.ballot.down, { name })} disabled={at === ranking.length - 1} onClick={() => onRanking(moved(ranking, id, 1))}>↓</button>
      <button type="button" class="step" aria-label={say(words.ballot.out, { name })} onClick={() => onRanking(ranking.filter((each) => each !== id))}>×</button>
    </li>
  );
};

export const RankList = ({ windows, cells, onCells }: RankProps) => {
  const words = useWords();
  const [past, setPast] = useState<readonly Ranking[]>([]);
  const ranking = rankingOf(cells, windows.map((window) => window.id));
  const change = (next: Ranking): void => {
    setPast([...past.slice(1 - FARTHEST_UNDO), ranking]);
    onCells(cellsOfRanking(next));
  };
  const undo = (): void => {
    onCells(cellsOfRanking(past[past.length - 1] ?? []));
    setPast(past.slice(0, -1));
  };
  const placed = ranking.map((id) => windows.filter((window) => window.id === id)[0]).filter((window) => window !== undefined);
  const waiting = windows.filter((window) => ranking.indexOf(window.id) < 0);
  return (
    <>
      {placed.length === 0 ? null : (
        <section>
          <div class="rankHead">
            <h3>{words.ballot.ranked}</h3>
            <button type="button" class="link" disabled={past.length === 0} onClick={undo}>{words.ballot.undo}</button>
          </div>
          <ol class="ballotRows">{placed.map((window, at) => <Placed key={window.id} window={window} at={at} ranking={ranking} onRanking={change} />)}</ol>
        </section>
      )}
      {waiting.length === 0 ? null : (
        <section id="waiting">
          <h3>{words.ballot.waiting}</h3>
          <ul class="windows">
            {waiting.map(({ id, name }) => (
              <li key={id}>
                <button type="button" class="window" onClick={() => change([...ranking, id])}>
                  <span class="names"><span class="name">{name}</span></span>
                  <span class="go">{say(words.ballot.give, { n: ranking.length + 1 })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
