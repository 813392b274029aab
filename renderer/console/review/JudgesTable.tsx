// One row per judge of a panel: severity with its interval, spread, agreement, share dropped, own line. A figure that is not given says why.
import type { ReactElement } from 'react';
import type { Counted, CountedEstimate, ReviewedJudge, ReviewedPanel } from '../../../shared/arena/judgeReviewShape.ts';
import { say } from '../../../shared/text/say.ts';
import { aside } from '../result/workingWords.ts';
import { useWords } from '../words.ts';
import { figure, gapText, isGap, percent, signed } from './figures.ts';

type Written = (value: number) => string;

const Cell = ({ value, written = figure, also = '' }: { readonly value: Counted | CountedEstimate; readonly written?: Written; readonly also?: string }): ReactElement => {
  const { review } = useWords();
  if (isGap(value)) return <td className="figure review-gap"><span title={gapText(review, value)}>—</span><small>{gapText(review, value)}</small></td>;
  return <td className="figure"><b>{written(value.figure)}</b>{also}{'low' in value && <small>{say(review.range, { low: written(value.low), high: written(value.high) })}</small>}</td>;
};

/** Whether the interval leaves out 0: only then is a judge called lenient or severe. */
const verdict = (severity: CountedEstimate): 'lenient' | 'severe' | 'like' | null => (isGap(severity) ? null : severity.low > 0 ? 'lenient' : severity.high < 0 ? 'severe' : 'like');

const Row = ({ judge, name, own }: { readonly judge: ReviewedJudge; readonly name: string | undefined; readonly own: boolean }): ReactElement => {
  const words = useWords();
  const { review } = words;
  const said = verdict(judge.severity);
  const { sd, ratio } = judge.spread;
  return (
    <tr>
      <th scope="row"><b>{judge.letter}</b>{name !== undefined && <span>{name}</span>}</th>
      <td className="figure">{judge.marks}</td>
      <Cell value={judge.severity} written={signed} />
      <td className="review-said" data-said={said ?? undefined}>{said === null ? '' : review[said]}</td>
      <Cell value={sd} also={isGap(ratio) ? '' : aside(words, figure(ratio.figure))} />
      <Cell value={judge.agreement} />
      <Cell value={judge.dropped} written={percent} />
      {own && <Cell value={judge.own.excess} written={signed} />}
    </tr>
  );
};

export const JudgesTable = ({ panel, names }: { readonly panel: ReviewedPanel; readonly names: Readonly<Record<string, string>> }): ReactElement => {
  const { review } = useWords();
  const own = panel.judges.some((judge) => !isGap(judge.own.excess) || judge.own.excess.why !== 'noOwnLine');
  const heads = [[review.severity, review.severityNote], ['', ''], [review.spread, review.spreadNote], [review.agreement, review.agreementNote], [review.droppedShare, review.droppedNote], ...(own ? [[review.own, review.ownNote] as const] : [])] as const;
  const notes = [...heads.filter(([head]) => head !== ''), ...(own ? [] : [[review.own, review.noOwn] as const])];
  return (
    <>
      <table className="plain-table wide review-table">
        <thead><tr><th scope="col">{review.letter}</th><th scope="col" className="figure">{review.marks}</th>{heads.map(([head, note], at) => <th scope="col" key={head} className={at === 1 ? undefined : 'figure'} title={note}>{head}</th>)}</tr></thead>
        <tbody>{panel.judges.map((judge) => <Row key={judge.letter} judge={judge} name={names[judge.letter]} own={own} />)}</tbody>
      </table>
      <dl className="review-notes">{notes.map(([head, note]) => <div key={head}><dt>{head}</dt><dd>{note}</dd></div>)}</dl>
    </>
  );
};
