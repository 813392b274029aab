// The list of results: standings between contestants, and the ceremony, from the last place to the first or in the order of a part the room knows.
// Long lists page by themselves; during the ceremony the page is the one around the newest row.
import type { ReactNode } from 'react';
import { newestWindow, pageCount, pageLength, pageWindow, type Window } from '../pages.ts';
import { usePage } from '../usePage.ts';
import { emsOf } from './marks.ts';
import { Heading, kindOf } from './parts.tsx';
import type { PictureOf, SceneProps } from './picture.ts';
import { Rows, type RankRow } from './Rows.tsx';

const longestTotal = (rows: readonly RankRow[]): number => Math.max(1, ...rows.map((row) => emsOf(row.total ?? '')));

const cut = <T,>(list: readonly T[], { from, length }: Window): readonly T[] => list.slice(from, from + length);

export const StandingsScene = ({ picture, words }: SceneProps<'standings'>): ReactNode => {
  const { rows, title, category } = picture;
  const pages = pageCount(rows.length);
  const page = usePage(pages, title);
  return (
    <div className="ls-list">
      <Heading kind={kindOf(words.headStandings, category)} title={title} page={page} pages={pages} />
      <Rows places={cut(rows, pageWindow(rows.length, page))} perPage={pageLength(rows.length)} words={words} newest={[]} lit={false} longest={longestTotal(rows)} />
    </div>
  );
};

/**
 * The places of the final list with what is revealed of it. From the last place up a row stands where it will stand in the end; in the order of a known
 * part the best so far is always rank 1, and rows make room for those that come between them.
 */
const placesOf = ({ of, rows }: PictureOf<'ranking'>): readonly (RankRow | null)[] => {
  const hidden = Array.from({ length: Math.max(0, of - rows.length) }, () => null);
  return rows[0]?.rank === 1 ? [...rows, ...hidden] : [...hidden, ...rows];
};

export const RankingScene = ({ picture, words }: SceneProps<'ranking'>): ReactNode => {
  const places = placesOf(picture);
  const count = places.length;
  const newestPlaces = places.flatMap((row, place) => (row !== null && picture.newest.includes(row.name) ? [place] : []));
  const pages = pageCount(count);
  const turned = usePage(picture.complete ? pages : 1, `${picture.title} ${picture.complete}`);
  const newest = { first: newestPlaces[0] ?? count - 1, last: newestPlaces[newestPlaces.length - 1] ?? count - 1 };
  const shown = picture.complete ? pageWindow(count, turned) : newestWindow(count, newest);
  const kind = kindOf(picture.figure === 'onSite' ? words.headRankingOnSite : words.headRanking, picture.category);
  return (
    <div className="ls-list">
      <Heading kind={kind} title={picture.title} page={Math.floor(shown.from / shown.length)} pages={pages} />
      <Rows places={cut(places, shown)} perPage={shown.length} words={words} newest={picture.newest} lit={!picture.complete} longest={longestTotal(picture.rows)} />
    </div>
  );
};
