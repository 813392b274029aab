// One panel of 算给你看: its sheets with what was dropped struck out, or votes by grade or place, and how they become the panel's figure.
import type { ReactElement } from 'react';
import type { CellCount, ColumnStep, PanelWorking, RowWorking, Step } from '../../../shared/arena/explainShape.ts';
import { SMALLEST_GROUP } from '../../../shared/arena/smallGroups.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { beforeText, equationText, figureText, headed, joined, labelText, listed, markText, rowNote } from './workingWords.ts';

/** A formula and the rounding behind it. */
export const StepText = ({ step, taken = '' }: { readonly step: Step; readonly taken?: string }): ReactElement => {
  const { working } = useWords();
  return <>{step.equation === null ? taken : equationText(step.equation)}{step.rounding !== null && <b> → {say(working.roundTo, { places: step.rounding.places, value: step.rounding.text })}</b>}</>;
};

const Struck = ({ text, out }: { readonly text: string; readonly out: boolean }): ReactElement => (out ? <s>{text}</s> : <>{text}</>);

const SheetRow = ({ panel, row }: { readonly panel: PanelWorking; readonly row: RowWorking }): ReactElement => {
  const words = useWords();
  const whole = row.dropped !== null;
  const sums = panel.columns.length > 1;
  return (
    <tr data-out={whole ? '' : undefined}>
      <th scope="row">{labelText(words, row)}</th>
      {row.marks.length === 0 ? <td className="figure" colSpan={panel.columns.length + (sums ? 1 : 0)}>—</td> : (
        <>
          {row.marks.map((mark) => <td key={mark.column} className="figure"><Struck text={markText(words, panel, mark)} out={whole || mark.dropped !== null} /></td>)}
          {sums && <td className="figure"><b><Struck text={row.total === null ? '—' : `${row.sum.rounding === null && row.sum.equation?.sign === '≈' ? '≈ ' : ''}${row.total.text}`} out={whole} /></b></td>}
        </>
      )}
      <td className="quiet">{rowNote(words, panel, row)}</td>
    </tr>
  );
};

const Sheets = ({ panel }: { readonly panel: PanelWorking }): ReactElement => {
  const { scores } = useWords();
  return (
    <table className="plain-table wide working-table">
      <thead><tr><th scope="col">{panel.voters === 'named' ? scores.judge : scores.gridRow}</th>{panel.columns.map((column) => <th scope="col" key={column.id} className="figure">{column.name} <small>{column.points}</small></th>)}{panel.columns.length > 1 && <th scope="col" className="figure">{scores.total}</th>}<th scope="col">{scores.status}</th></tr></thead>
      <tbody>{panel.rows.map((row) => <SheetRow key={`${row.label.kind} ${row.label.kind === 'seat' ? row.label.seat : row.label.number}`} panel={panel} row={row} />)}</tbody>
    </table>
  );
};

const Votes = ({ panel }: { readonly panel: PanelWorking }): ReactElement => {
  const { working } = useWords();
  const value = (cell: CellCount): string => (cell.rounding === null ? cell.value.text : say(working.rounded, { value: cell.value.text, rounded: cell.rounding.text }));
  return (
    <table className="plain-table working-votes">
      <thead><tr><th scope="col">{working.choice[panel.form]}</th><th scope="col" className="figure">{working.value}</th><th scope="col" className="figure">{working.votes}</th><th scope="col" className="figure">{working.product}</th></tr></thead>
      <tbody>{panel.cells.map((cell) => <tr key={cell.key}><td>{panel.form === 'rank' ? say(working.place, { n: cell.name }) : cell.name}</td><td className="figure">{value(cell)}</td><td className="figure">{cell.count}</td><td className="figure">{figureText(cell.product)}</td></tr>)}</tbody>
    </table>
  );
};

const Column = ({ panel, column, average }: { readonly panel: PanelWorking; readonly column: ColumnStep; readonly average: 'mean' | 'median' }): ReactElement => {
  const words = useWords();
  const { working } = words;
  const sorted = column.sorted === null ? '' : say(working.sorted, { values: listed(words, column.sorted) });
  return <p>{headed(words, say(working.columnFigure, { name: panel.columns.length === 1 ? '' : column.name, average: working.average[average] }))}{sorted === '' ? '' : `${sorted} `}<StepText step={column.step} /></p>;
};

const Reckoning = ({ panel }: { readonly panel: PanelWorking }): ReactElement => {
  const words = useWords();
  const { working } = words;
  if (panel.small) return <p className="working-line">{joined(words, [say(working.valid, { count: panel.valid }), say(working.small, { least: SMALLEST_GROUP })])}</p>;
  const sorted = panel.sorted === null ? '' : `${say(working.sorted, { values: listed(words, panel.sorted) })} `;
  return (
    <>
      {beforeText(words, panel).map((line) => <p key={line} className="quiet">{line}</p>)}
      {panel.fills.map((fill) => <div key={fill.by} className="working-columns"><p className="quiet">{working.fills[fill.by]}</p>{fill.columns.map((column) => <Column key={column.column} panel={panel} column={column} average="mean" />)}</div>)}
      {panel.perColumn.length > 0 && <div className="working-columns">{panel.perColumn.map((column) => <Column key={column.column} panel={panel} column={column} average={panel.average} />)}</div>}
      {panel.step !== null && panel.figure !== null && <p className="working-line">{headed(words, say(working.panelFigure, { name: panel.name }))}{sorted}<StepText step={panel.step} taken={panel.figure.text} /></p>}
    </>
  );
};

export const WorkingPanel = ({ panel }: { readonly panel: PanelWorking }): ReactElement => (
  <section className="working-panel" aria-label={panel.name}>
    <h3>{panel.name}</h3>
    {panel.rows.length > 0 && <Sheets panel={panel} />}
    {panel.cells.length > 0 && <Votes panel={panel} />}
    <Reckoning panel={panel} />
  </section>
);
