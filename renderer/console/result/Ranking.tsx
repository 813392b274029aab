// The ranking of one category as it stands: parts or panels, bonuses and penalties, total, what settled a tie, tier and 名次分. Any row opens its working.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { TieRule } from '../../../shared/arena/rules.ts';
import type { ResultView, SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { Badge } from '../kit/Badge.tsx';
import { useWords, type Words } from '../words.ts';

type Row = ResultView['rows'][number];
interface Props { readonly session: SessionView; readonly open: ResultView['open']; readonly rows: readonly Row[]; readonly title: string; readonly onWorking: (contestant: string) => void }
interface Column { readonly id: string; readonly name: string; readonly of: (row: Row) => string }

const tieWords = (words: Words, session: SessionView, tie: TieRule): string => {
  const named = [...session.rules.panels, ...session.rules.parts, ...session.rules.forms.flatMap((form) => (form.kind === 'score' ? form.criteria : []))];
  const name = 'id' in tie ? named.find((each) => each.id === tie.id)?.name : '';
  return say(words.scores[`tie_${tie.by}`], { name: name ?? '' });
};

/** What a total is made of: the parts where there are several, else the panels; the rest stands in the working. */
const madeOf = ({ rules }: SessionView): readonly Column[] => {
  if (rules.parts.length > 1) return rules.parts.map(({ id, name }) => ({ id, name, of: (row) => row.parts.find((each) => each.part === id)?.score ?? '—' }));
  if (rules.panels.length < 2) return [];
  return rules.panels.map(({ id, name }) => ({ id, name, of: (row) => row.panels.find((each) => each.panel === id)?.mean ?? '—' }));
};

const signed = (text: string | null): string => (text === null ? '' : text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`);

export const Ranking = ({ session, open, rows, title, onWorking }: Props): ReactElement => {
  const words = useWords();
  const { scores, adjust, working } = words;
  const { rules } = session;
  const columns = madeOf(session);
  const adjusted = rows.some((row) => row.adjustment !== null);
  const settledBy = (row: Row): string => {
    const waits = open.find((each) => each.contestants.includes(row.contestant));
    if (waits !== undefined) return scores[`open_${waits.by}`];
    return row.shared ? scores.shared : row.decidedBy === null ? '' : tieWords(words, session, row.decidedBy);
  };
  const tiers = rules.awards.tiers.length > 0;
  return (
    <table className="result-table" aria-label={title === '' ? scores.resultTitle : title}>
      {title !== '' && <caption>{title}</caption>}
      <thead>
        <tr>
          <th scope="col" className="figure">{scores.rank}</th><th scope="col">{scores.unit}</th>
          {columns.map((column) => <th scope="col" key={column.id} className="figure">{column.name}</th>)}
          {adjusted && <th scope="col" className="figure">{adjust.adjustment}</th>}
          <th scope="col" className="figure">{scores.total}</th>
          {tiers && <th scope="col">{adjust.tier}</th>}
          {rules.placePoints !== null && <th scope="col" className="figure">{adjust.placePoints}</th>}
          <th scope="col">{scores.decidedBy}</th><th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.contestant}>
            <td className="figure rank">{row.rank}</td>
            <th scope="row">{row.name}{row.corrected && <Badge tone="warn">{scores.corrected}</Badge>}</th>
            {columns.map((column) => <td key={column.id} className="figure">{column.of(row)}</td>)}
            {adjusted && <td className="figure">{signed(row.adjustment)}</td>}
            <td className="figure total">{row.total}</td>
            {tiers && <td>{row.tier ?? ''}</td>}
            {rules.placePoints !== null && <td className="figure">{row.placePoints ?? ''}</td>}
            <td>{settledBy(row)}</td>
            <td className="figure"><Button size="small" type="link" onClick={() => onWorking(row.contestant)}>{working.title}</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
