// One contestant's score as it is revealed: marks together, the dropped ones struck, panel means, then the total with its formula.
// A part that is not (yet) there keeps its place, so that nothing on the wall jumps.
import type { ReactNode } from 'react';
import { FitText } from '../FitText.tsx';
import { useEntrance } from '../motion.ts';
import { pageCount, pageWindow } from '../pages.ts';
import { useStageWidth } from '../StageFrame.tsx';
import { usePage } from '../usePage.ts';
import { emsOf, GAP, markGrid } from './marks.ts';
import { Panels } from './Panels.tsx';
import { Contestant } from './parts.tsx';
import type { PictureOf, SceneProps } from './picture.ts';

type Score = PictureOf<'score'>;
type Mark = NonNullable<Score['marks']>[number];

const MarkTile = ({ mark, struck, width }: { readonly mark: Mark; readonly struck: boolean; readonly width: number }): ReactNode => {
  const out = struck && mark.dropped;
  const line = useEntrance<HTMLDivElement>({ shown: out, duration: 350, from: { transform: 'scaleX(0)' } });
  return (
    <div className="ls-mark" data-out={out} style={{ width }}>
      {mark.label === '' ? null : <FitText text={mark.label} size={38} height={46} align="center" className="ls-mark-label" />}
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
    <div ref={element} className="ls-marks" style={{ fontSize: grid.size, columnGap: GAP, width: grid.columns * (grid.tile + GAP) - GAP + 1 }}>
      {marks.slice(shown.from, shown.from + shown.length).map((mark, index) => <MarkTile key={shown.from + index} mark={mark} struck={struck} width={grid.tile} />)}
    </div>
  );
};

const Total = ({ total, word }: { readonly total: string; readonly word: string }): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, duration: 600 });
  return (
    <div ref={element}>
      <div className="ls-label">{word}</div>
      <FitText text={total} size={250} height={290} align="center" className="ls-total" />
    </div>
  );
};

const Formula = ({ text }: { readonly text: string }): ReactNode => {
  const element = useEntrance<HTMLDivElement>({ shown: true, delay: 300 });
  return <div ref={element}><FitText text={text} size={48} height={78} floor={40} align="center" className="ls-formula" /></div>;
};

/** Where marks are shown at all they are the first part: a picture that has others without them never gets any. */
const lacksMarks = ({ marks, panels, total }: Score): boolean => marks === undefined && (panels !== undefined || total !== undefined);

export const ScoreScene = ({ picture, words }: SceneProps<'score'>): ReactNode => (
  <div className="ls-one" data-marks={lacksMarks(picture) ? 'never' : 'first'}>
    <Contestant contestant={picture} words={words} corrected={picture.corrected} />
    <div className="ls-place ls-place-marks">
      {picture.marks === undefined ? null : <Marks marks={picture.marks} struck={picture.struck === true} about={picture.name} />}
    </div>
    <div className="ls-place ls-place-total">{picture.total === undefined ? null : <Total total={picture.total} word={words.total} />}</div>
    <div className="ls-place ls-place-panels">{picture.panels === undefined ? null : <Panels panels={picture.panels} rows={lacksMarks(picture) ? 2 : 1} />}</div>
    <div className="ls-place ls-place-formula">{picture.formula === undefined ? null : <Formula text={picture.formula} />}</div>
  </div>
);
