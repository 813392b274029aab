// 算给你看: from one contestant's total back to every mark, as a drawer beside whatever was on the desk. Printed from here too. It shows what the host worked out.
import { Button, Drawer } from 'antd';
import type { ReactElement } from 'react';
import type { PartWorking, RankWorking, Working } from '../../../shared/arena/explainShape.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useDocument, useWorking } from '../host.ts';
import { useWords } from '../words.ts';
import { StepText, WorkingPanel } from './WorkingPanel.tsx';
import './result.css';
import { adjustmentText, aside, equationText, figureText, headed, isAnyCut, joined, listed, pendingText, tieName } from './workingWords.ts';

interface Props { readonly session: SessionView; readonly working: Working }

const Part = ({ part, working: given }: { readonly part: PartWorking; readonly working: Working }): ReactElement | null => {
  const words = useWords();
  const { working } = words;
  // One part that takes over one panel's figure says nothing more.
  if (given.parts.length === 1 && part.step.equation === null && part.step.rounding === null) return null;
  const hidden = part.step.equation === null && given.panels.some((panel) => panel.part === part.part && panel.small);
  const taken = part.source === 'entered' ? `${working.entered} ${part.score.text}` : hidden ? `${working.hiddenFormula} ${part.step.rounding === null ? part.score.text : ''}` : part.score.text;
  return <p className="working-line">{headed(words, say(working.partFigure, { name: part.name, fullMark: part.fullMark, points: part.points }))}<StepText step={part.step} taken={taken} /></p>;
};

const Adjustments = ({ working: given }: { readonly working: Working }): ReactElement => {
  const words = useWords();
  const { working } = words;
  return <>{given.adjustments.map((line) => <p key={line.kind} className="working-line">{headed(words, `${line.name ?? working.time}${aside(words, adjustmentText(words, line, given.fullMark))}`)}{working[line.sign]} {figureText(line.points)}</p>)}</>;
};

const Tie = ({ session, rank }: { readonly session: SessionView; readonly rank: RankWorking }): ReactElement | null => {
  const words = useWords();
  const { working } = words;
  const { tie } = rank;
  if (tie === null) return null;
  if (tie.rule.by === 'shared') return <p>{working.tieShared}</p>;
  const { panels, parts, forms } = session.rules;
  const names = [...panels, ...parts, ...forms.flatMap((form) => (form.kind === 'score' ? form.criteria : []))];
  const figures = tie.compared.map(({ name, figure }) => say(working.compared, { name, figure: figure === null ? '' : figureText(figure) }));
  return <p>{headed(words, say(working.tie, { rule: tieName(working, names, tie.rule) }))}{listed(words, figures)}</p>;
};

const Place = ({ session, rank }: { readonly session: SessionView; readonly rank: RankWorking }): ReactElement => {
  const words = useWords();
  const { working } = words;
  const place = say(rank.category === null ? working.rankOf : working.rankIn, { rank: rank.rank, of: rank.of, category: rank.category ?? '' });
  return (
    <>
      <p><b>{place}</b>{rank.shared ? aside(words, working.sharedRank) : ''}</p>
      <Tie session={session} rank={rank} />
      {rank.tier !== null && <p>{say(working.tier, { name: rank.tier })}</p>}
      {rank.placePoints !== null && <p>{headed(words, working.placePoints)}{rank.placePoints.equation === null ? rank.placePoints.text.text : equationText(rank.placePoints.equation)}</p>}
    </>
  );
};

const Body = ({ session, working: given }: Props): ReactElement => {
  const words = useWords();
  const { working, scores } = words;
  const only = given.parts.length === 1 ? given.parts[0]?.score.text ?? '' : given.total?.text ?? '';
  return (
    <div className="working">
      {given.pending !== null && <p className="check-short">{pendingText(words, given.pending)}</p>}
      {given.corrections.length > 0 && <p className="quiet">{headed(words, scores.corrections)}{joined(words, given.corrections)}</p>}
      {given.panels.map((panel) => <WorkingPanel key={panel.panel} panel={panel} />)}
      {given.parts.map((part) => <Part key={part.part} part={part} working={given} />)}
      <Adjustments working={given} />
      {given.total !== null && (
        <section className="working-total">
          <p><span>{working.total}</span><b>{given.total.text}</b></p>
          <p className="working-line"><StepText step={given.total.step} taken={only} /></p>
          {given.rank !== null && <Place session={session} rank={given.rank} />}
        </section>
      )}
      {isAnyCut(given) && <p className="quiet">{working.cut}</p>}
    </div>
  );
};

export const WorkingDrawer = ({ session, contestant, onClose }: { readonly session: SessionView; readonly contestant: string; readonly onClose: () => void }): ReactElement => {
  const words = useWords();
  const { working, scores, shell } = words;
  const make = useDocument();
  const view = useWorking(session.session, contestant);
  const name = session.contestants.find((row) => row.id === contestant)?.name ?? '';
  return (
    <Drawer open title={`${headed(words, working.title)}${name}`} size={760} onClose={onClose} destroyOnHidden extra={<Button onClick={() => void make({ kind: 'scoreDetail', session: session.session, contestant })}>{scores.print}</Button>}>
      {view === null ? <p className="quiet">{shell.connecting}</p> : <Body session={session} working={view.working} />}
    </Drawer>
  );
};
