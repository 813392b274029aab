// The list of results: standings between contestants, and the ceremony from the last place to the first. Long lists page by themselves;
// during the ceremony the page is the one around the newest row.
import type { ReactNode } from 'react';
import { newestWindow, pageCount, pageLength, pageWindow, type Window } from '../pages.ts';
import { usePage } from '../usePage.ts';
import { Heading } from './parts.tsx';
import type { SceneProps } from './picture.ts';
import { Rows, type RankRow } from './Rows.tsx';

const longestTotal = (rows: readonly RankRow[]): number => Math.max(1, ...rows.map((row) => row.total?.length ?? 1));

const cut = <T,>(list: readonly T[], { from, length }: Window): readonly T[] => list.slice(from, from + length);

export const StandingsScene = ({ picture, words }: SceneProps<'standings'>): ReactNode => {
  const { rows, title } = picture;
  const pages = pageCount(rows.length);
  const page = usePage(pages, title);
  return (
    <div className="ls-list">
      <Heading kind={words.headStandings} title={title} page={page} pages={pages} />
      <Rows places={cut(rows, pageWindow(rows.length, page))} perPage={pageLength(rows.length)} words={words} newest={[]} lit={false} longest={longestTotal(rows)} />
    </div>
  );
};

export const RankingScene = ({ picture, words }: SceneProps<'ranking'>): ReactNode => {
  const count = Math.max(picture.of, picture.rows.length);
  const hidden = count - picture.rows.length;
  // Places are those of the final list, so a row stands where it will stand in the end.
  const places: readonly (RankRow | null)[] = [...Array.from({ length: hidden }, () => null), ...picture.rows];
  const newestPlaces = places.flatMap((row, place) => (row !== null && picture.newest.includes(row.name) ? [place] : []));
  const pages = pageCount(count);
  const turned = usePage(picture.complete ? pages : 1, `${picture.title} ${picture.complete}`);
  const newest = { first: newestPlaces[0] ?? count - 1, last: newestPlaces[newestPlaces.length - 1] ?? count - 1 };
  const shown = picture.complete ? pageWindow(count, turned) : newestWindow(count, newest);
  return (
    <div className="ls-list">
      <Heading kind={words.headRanking} title={picture.title} page={Math.floor(shown.from / shown.length)} pages={pages} />
      <Rows places={cut(places, shown)} perPage={shown.length} words={words} newest={picture.newest} lit={!picture.complete} longest={longestTotal(picture.rows)} />
    </div>
  );
};
