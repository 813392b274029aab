// 复核: every sheet of one contestant with what was dropped struck out, the panel means and the formula, as the host worked them out. It computes nothing.
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Form } from '../../../shared/arena/forms.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { columnsFor } from '../keying/columns.ts';
import { WorkingDrawer } from '../result/WorkingDrawer.tsx';
import { useWords } from '../words.ts';

interface Props { readonly session: SessionView; readonly window: WindowView; readonly hidden: boolean }
type Result = Extract<WindowView['result'], { ok: true }>;

const isDropped = (result: Result | null, judge: string, criterion: string | null): 'highest' | 'lowest' | null =>
  result?.panels.flatMap((panel) => panel.dropped).find((drop) => drop.voter === judge && drop.criterion === criterion)?.end ?? null;

const Figure = ({ text, end }: { readonly text: string; readonly end: 'highest' | 'lowest' | null }): ReactElement => {
  const { scores } = useWords();
  return end === null ? <>{text}</> : <s title={scores[`dropped_${end}`]}>{text}<small>{scores[`dropped_${end}`]}</small></s>;
};

/** A grade by its name; a mark or a place as it is. */
const markText = (form: Form, mark: string): string => (form.kind === 'grade' ? form.grades.find((grade) => grade.id === mark)?.name ?? mark : mark);

const Sheet = ({ session, window, hidden, at, form, result }: Props & { readonly at: number; readonly form: Form; readonly result: Result | null }): ReactElement | null => {
  const { live, scores } = useWords();
  const judge = session.judges[at];
  const square = window.judges.find((each) => each.judge === judge?.id);
  if (judge === undefined || square === undefined) return null;
  const counts = Object.keys(square.marks).length > 0 && !['recused', 'absent', 'leftEarly'].includes(square.status);
  const whole = isDropped(result, judge.id, null);
  return (
    <tr data-status={square.status}>
      <td>{at + 1}</td>
      <th scope="row">{judge.name}<small>{judge.title}</small></th>
      {columnsFor(form, session.contestants.length).map((column) => <td key={column.id} className="figure">{!counts ? '—' : hidden ? '··' : <Figure text={markText(form, square.marks[column.id] ?? '')} end={isDropped(result, judge.id, column.id) ?? null} />}</td>)}
      <td className="figure"><b>{!counts || square.total === null ? '—' : hidden ? '··' : <Figure text={square.total} end={whole} />}</b></td>
      <td>{live[`seat_${square.status}`]}{square.note === '' ? '' : ` · ${square.note}`}{square.revision > 1 ? ` · ${say(scores.revision, { n: square.revision })}` : ''}</td>
    </tr>
  );
};

/** A relaxed trimming stands beside the working it changed, with the reason that is printed. */
const Relaxed = ({ session, window }: Pick<Props, 'session' | 'window'>): ReactElement => {
  const { scores } = useWords();
  const panels = session.rules.panels.flatMap((panel) => {
    const drop = window.relaxed[panel.id];
    return drop === undefined ? [] : [{ id: panel.id, sentence: say(scores.relaxed, { panel: panel.name, highest: drop.dropHighest, lowest: drop.dropLowest, reason: drop.reason }) }];
  });
  return <>{panels.map((panel) => <p key={panel.id} className="check-relaxed">{panel.sentence}</p>)}</>;
};

/** Only a locked score can be taken apart: before, there is none. */
const LOCKED: readonly string[] = ['locked', 'revealed', 'corrected'];

const Working = ({ session, window }: Pick<Props, 'session' | 'window'>): ReactElement => {
  const { live, scores } = useWords();
  const [shown, setShown] = useState(false);
  const { result } = window;
  const panelName = (id: string): string => session.rules.panels.find((panel) => panel.id === id)?.name ?? '';
  if (!result.ok) {
    const part = result.why === 'partMissing' ? session.rules.parts.find((each) => each.id === result.part)?.name ?? '' : '';
    return <p className="check-short">{result.why === 'partMissing' ? say(scores.partMissing, { part }) : say(live.relaxNote, { panel: panelName(result.panel), valid: result.valid, needed: result.needed })}</p>;
  }
  return (
    <section className="check-working" aria-label={scores.working}>
      {result.panels.map((panel) => <p key={panel.panel}><b>{panelName(panel.panel)}</b><span>{panel.formula}</span><em>{panel.mean}</em></p>)}
      <p className="check-total"><b>{scores.total}</b><span>{result.formula}</span><em>{result.total}</em></p>
      <Relaxed session={session} window={window} />
      {window.corrections.length > 0 && <p className="quiet">{scores.corrections}：{window.corrections.join('；')}</p>}
      {LOCKED.includes(window.phase) && <Button size="small" onClick={() => setShown(true)}>{scores.showWorking}</Button>}
      {shown && <WorkingDrawer session={session} contestant={window.contestant} onClose={() => setShown(false)} />}
    </section>
  );
};

const PanelSheets = ({ panel, result, ...props }: Props & { readonly panel: Panel; readonly result: Result | null }): ReactElement | null => {
  const { scores } = useWords();
  const { session } = props;
  const form = session.rules.forms.find((each) => each.id === panel.form);
  if (form === undefined) return null;
  const part = session.rules.parts.find((each) => each.id === panel.part);
  return (
    <table className="check-table">
      <caption><svg width="10" height="10" aria-hidden><rect width="10" height="10" fill={panel.colour} /></svg>{panel.name} {panel.points}/{part?.fullMark ?? ''}</caption>
      <thead><tr><th scope="col">{scores.seat}</th><th scope="col">{scores.judge}</th>{columnsFor(form, session.contestants.length).map((column) => <th scope="col" key={column.id} className="figure">{column.name}</th>)}<th scope="col" className="figure">{scores.total}</th><th scope="col">{scores.status}</th></tr></thead>
      <tbody>{session.judges.map((judge, at) => (judge.panel === panel.id ? <Sheet key={judge.id} {...props} at={at} form={form} result={result} /> : null))}</tbody>
    </table>
  );
};

export const CheckTable = (props: Props): ReactElement => {
  const { session, window, hidden } = props;
  const { scores } = useWords();
  const result = window.result.ok ? window.result : null;
  return (
    <div className="check">
      {hidden ? <p className="quiet">{scores.hiddenNote}</p> : <Working session={session} window={window} />}
      {session.rules.panels.filter((panel) => window.judges.some((square) => session.judges.some((judge) => judge.id === square.judge && judge.panel === panel.id))).map((panel) => <PanelSheets key={panel.id} {...props} panel={panel} result={result} />)}
    </div>
  );
};
