// 评委复盘: after the end, how the judges marked: panel by panel, by letters until the host opens them. Information only; nothing here can touch a result.
import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CountedEstimate, ReviewedPanel } from '../../../shared/arena/judgeReviewShape.ts';
import { say } from '../../../shared/text/say.ts';
import { useReview, useSend, useSession } from '../host.ts';
import { useWords } from '../words.ts';
import { chance, figure, gapText, isGap, percent } from './figures.ts';
import { JudgesTable } from './JudgesTable.tsx';
import './review.css';

const Estimate = ({ label, value }: { readonly label: string; readonly value: CountedEstimate }): ReactElement => {
  const { review } = useWords();
  return (
    <div className="review-figure">
      <span>{label}</span>
      {isGap(value) ? <em>{gapText(review, value)}</em> : <><b>{figure(value.figure)}</b><small>{say(review.interval, { low: figure(value.low), high: figure(value.high) })} · {say(review.onContestants, { n: value.n })}</small></>}
    </div>
  );
};

const Concordance = ({ value }: { readonly value: ReviewedPanel['concordance'] }): ReactElement => {
  const { review } = useWords();
  return (
    <div className="review-figure">
      <span title={review.concordanceNote}>{review.concordance}</span>
      {value.figure === null ? <em>{gapText(review, value)}</em> : (
        <><b>{figure(value.figure)}</b><small>{say(review.test, { chi: figure(value.chiSquare), degrees: value.degrees, p: chance(value.p) })} · {say(review.onContestants, { n: value.n })}</small><small>{review.approximations[value.approximation]}</small></>
      )}
    </div>
  );
};

const Panel = ({ panel, name, names }: { readonly panel: ReviewedPanel; readonly name: string; readonly names: Readonly<Record<string, string>> }): ReactElement => {
  const { review } = useWords();
  const { table, dropped } = panel;
  const left = table.judgesLeftOut + table.contestantsLeftOut === 0 ? '' : say(review.leftOut, { judges: table.judgesLeftOut, contestants: table.contestantsLeftOut });
  return (
    <section className="review-panel" aria-label={name}>
      <h2>{name}</h2>
      <p className="quiet">{say(review.table, { judges: table.judges, contestants: table.contestants })}{left}{isGap(dropped) || dropped.figure === 0 ? '' : ` · ${say(review.panelDropped, { share: percent(dropped.figure) })}`}</p>
      <div className="review-figures"><Concordance value={panel.concordance} /><Estimate label={review.single} value={panel.single} /><Estimate label={review.average} value={panel.average} /></div>
      <JudgesTable panel={panel} names={names} />
    </section>
  );
};

const Opening = ({ session, onClose }: { readonly session: string; readonly onClose: () => void }): ReactElement => {
  const { review, shell } = useWords();
  const send = useSend();
  const open = async (): Promise<void> => {
    if ((await send({ name: 'review.open', input: { session } })).ok) onClose();
  };
  return <Modal open title={review.openTitle} okText={review.openConfirm} cancelText={shell.cancel} onOk={() => void open()} onCancel={onClose} destroyOnHidden><p>{review.openNote}</p></Modal>;
};

export const ReviewPage = ({ session: id }: { readonly session: string }): ReactElement => {
  const session = useSession(id);
  const view = useReview(id);
  const { review, shell } = useWords();
  const [opening, setOpening] = useState(false);
  if (session === null) return <main className="desk-waiting">{shell.connecting}</main>;
  const ended = session.phase === 'finalised' || session.phase === 'archived';
  return (
    <main className="page">
      <div className="page-head">
        <h1>{review.title}</h1><b className="review-information">{review.information}</b>
        <span className="desk-space" />
        {view !== null && !view.opened && view.review.panels.length > 0 && <Button onClick={() => setOpening(true)}>{review.open}</Button>}
      </div>
      {view === null || !ended ? <p className="empty">{ended ? shell.connecting : review.notYet}</p> : (
        <>
          {view.review.panels.length > 0 && <p className="quiet review-blind">{view.opened ? review.opened : review.blind}</p>}
          {view.review.panels.length === 0 && <p className="empty">{review.noJudges}</p>}
          {view.review.panels.map((panel) => <Panel key={panel.panel} panel={panel} name={view.panelNames[panel.panel] ?? panel.panel} names={view.names} />)}
        </>
      )}
      {opening && <Opening session={id} onClose={() => setOpening(false)} />}
    </main>
  );
};
