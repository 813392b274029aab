// One contestant's score as it is revealed: marks together, the dropped ones struck, panel figures, parts, then the total with its formula.
// What is not (yet) there keeps its place, so that nothing on the wall jumps.
import type { ReactNode } from 'react';
import type { WallWords } from '../../../shared/text/zh/wall.ts';
import { FitText } from '../FitText.tsx';
import { useEntrance } from '../motion.ts';
import { pageCount, pageWindow } from '../pages.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { usePage } from '../usePage.ts';
import { emsOf, markGrid, type MarkGrid } from './marks.ts';
import { Contestant } from './parts.tsx';
import type { PictureOf, SceneProps } from './picture.ts';
import { Shares } from './Shares.tsx';

type Score = PictureOf<'score'>;
type Mark = NonNullable<Score['marks']>[number];

const HERO = 230;
const LABEL = 130;

const MarkTile = ({ mark, struck, grid }: { readonly mark: Mark; readonly struck: boolean; readonly grid: MarkGrid }): ReactNode => {
  const out = struck && mark.dropped;
  const line = useEntrance<HTMLDivElement>({ shown: out, duration: 350, from: { transform: 'scaleX(0)' } });
  return (
    <div className="ls-mark" data-out={out} data-inline={grid.inline} style={{ width: grid.tile }}>
      {mark.label === '' ? null : <div className="ls-mark-about" style={grid.inline ? { width: grid.label } : {}}><FitText text={mark.label} size={38} height={46} align={grid.inline ? 'end' : 'center'} className="ls-mark-label" /></div>}
      <div className="ls-mark-text">{mark.text}{out ? <div ref={line} className="ls-mark-strike" /> : null}</div>
    </div>
  );
};

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(emsOf));

const Marks = ({ marks, struck, about }: { readonly marks: readonly Mark[]; readonly struck: boolean; readonly about: string }): ReactNode => {
  const width = useStageWidth() * 0.8;
  const grid = markGrid({ count: marks.length, text: longest(marks.map((mark) => mark.text)), label: longest(marks.map((mark) => mark.label)), width });
  const shown = pageWindow(marks.length, usePage(pageCount(marks.length, grid.perPage), about), grid.perPage);
  const element = useEntrance<HTMLDivElement>({ shown: true });
  return (
    <div ref={element} className="ls-marks" data-inline={grid.inline} style={{ fontSize: grid.size, columnGap: grid.gap, width: grid.columns * (grid.tile + grid.gap) - grid.gap + 1 }}>
      {marks.slice(shown.from, shown.from + shown.length).map((mark, index) => <MarkTile key={shown.from + index} mark={mark} struck={struck} grid={grid} />)}
    </div>
  );
};

interface TotalProps { readonly total: string; readonly word: string }

/** Under its word, where nothing but shares stands above it. */
const TallTotal = ({ total, word }: TotalProps): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, duration: 600 });
  return (
    <div ref={element}>
      <div className="ls-label">{word}</div>
      <FitText text={total} size={250} height={290} align="center" className="ls-total" />
    </div>
  );
};

/** Beside its word, where marks, panels and parts have their bands above it. */
const WideTotal = ({ total, word }: TotalProps): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, duration: 600 });
  const width = Math.min(useStageWidth() * 0.8 - 2 * LABEL, emsOf(total) * HERO + 8);
  return (
    <div ref={element} className="ls-wide-total">
      <div style={{ width: LABEL }}><FitText text={word} size={52} height={130} floor={40} align="center" className="ls-wide-label" /></div>
      <div style={{ width }}><FitText text={total} size={HERO} height={276} align="center" className="ls-total" /></div>
      <div style={{ width: LABEL }} />
    </div>
  );
};

const Formula = ({ text }: { readonly text: string }): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, delay: 300 });
  return <div ref={element}><FitText text={text} size={48} height={78} floor={40} align="center" className="ls-formula" /></div>;
};

/** Where marks are shown at all they are the first part: a picture that has others without them never gets any. */
const lacksMarks = ({ marks, panels, parts, total }: Score): boolean => marks === undefined && (panels !== undefined || parts !== undefined || total !== undefined);

/** Panels and parts: one line each; panels may take both lines until parts come. */
const Makings = ({ picture, tall }: { readonly picture: Score; readonly tall: boolean }): ReactNode => {
  const { panels, parts } = picture;
  const height = tall ? 78 : 70;
  return (
    <>
      <div className="ls-place ls-place-panels">
        {panels === undefined ? null : <Shares shares={panels.map(({ name, mean, weight }) => ({ name, value: mean, weight }))} rows={tall && parts === undefined ? 2 : 1} height={height} />}
      </div>
      <div className="ls-place ls-place-parts">
        {parts === undefined ? null : <Shares shares={parts.map(({ name, score, weight }) => ({ name, value: score, weight }))} rows={1} height={height} />}
      </div>
    </>
  );
};

const wordFor = (picture: Score, words: WallWords): string => (picture.figure === 'onSite' ? words.totalOnSite : words.total);

export const ScoreScene = ({ picture, words }: SceneProps<'score'>): ReactNode => {
  const tall = lacksMarks(picture);
  const Total = tall ? TallTotal : WideTotal;
  return (
    <div className="ls-one" data-marks={tall ? 'never' : 'first'}>
      <Contestant contestant={picture} words={words} corrected={picture.corrected} />
      <div className="ls-place ls-place-marks">
        {picture.marks === undefined ? null : <Marks marks={picture.marks} struck={picture.struck === true} about={picture.name} />}
      </div>
      <Makings picture={picture} tall={tall} />
      <div className="ls-place ls-place-total">{picture.total === undefined ? null : <Total total={picture.total} word={wordFor(picture, words)} />}</div>
      <div className="ls-place ls-place-formula">{picture.formula === undefined ? null : <Formula text={picture.formula} />}</div>
    </div>
  );
};
