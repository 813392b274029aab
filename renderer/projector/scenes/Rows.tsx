// Ranking rows in fixed places: rank, name, remark, total. Places not yet filled stay empty; a row enters by opacity and transform only.
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/say.ts';
import type { WallWords } from '../../../shared/text/zh/wall.ts';
import { FitText } from '../FitText.tsx';
import { ROW, useEntrance } from '../motion.ts';
import type { PictureOf } from './picture.ts';
import { useTravel } from './useTravel.ts';

export type RankRow = PictureOf<'standings'>['rows'][number];
const AREA = 792;
const TALLEST = 108;

interface RowProps {
  readonly row: RankRow;
  readonly words: WallWords;
  readonly height: number;
  readonly newest: boolean;
  /** Whether the newest rows stand out; not in the finished list. */
  readonly lit: boolean;
  readonly totalWidth: string;
}

/** The first three stand out in the theme's accent. */
const medal = (rank: number | null): boolean => rank !== null && rank <= 3;

const Row = ({ row, words, height, newest, lit, totalWidth }: RowProps): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: newest, duration: ROW, from: { opacity: 0, transform: 'translateY(36px)' } });
  return (
    <div ref={element} className="ls-row" data-newest={newest && lit} data-name={row.name} style={{ height }}>
      <div className="ls-rank" data-first={medal(row.rank)}>{row.rank ?? words.none}</div>
      <FitText text={row.name} size={58} height={height - 3} floor={40} className="ls-row-name" />
      {row.corrected ? <span className="ls-tag">{words.corrected}</span> : null}
      {row.note === '' ? null : <div className="ls-note"><FitText text={say(words.tied, { rule: row.note })} size={40} height={height - 3} align="end" /></div>}
      <div className="ls-row-total" style={{ minWidth: totalWidth }}>{row.total ?? words.none}</div>
    </div>
  );
};

interface RowsProps {
  /** One entry per place of this page; null is a place not yet revealed. */
  readonly places: readonly (RankRow | null)[];
  /** How many places a full page has, so that a shorter last page keeps the size of the others. */
  readonly perPage: number;
  readonly words: WallWords;
  readonly newest: readonly string[];
  readonly lit: boolean;
  /** Longest total of the whole list in ems, so that the column is the same on every page. */
  readonly longest: number;
}

export const Rows = ({ places, perPage, words, newest, lit, longest }: RowsProps): ReactNode => {
  const height = Math.min(TALLEST, AREA / perPage);
  const travel = useTravel();
  return (
    <div ref={travel} className="ls-rows">
      {places.map((row, place) =>
        row === null
          ? <div key={`place ${place}`} className="ls-row" style={{ height }} />
          : <Row key={row.name} row={row} words={words} height={height} newest={newest.includes(row.name)} lit={lit} totalWidth={`${longest * 0.97}em`} />,
      )}
    </div>
  );
};
