// 票数平衡: issued = returned + outstanding, returned = at hand, contestant by contestant; a difference is spelled out and accepted only with its reason.
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords, type Words } from '../words.ts';
import { differenceOf, isLocked, type Difference, type PaperRow } from './paperParts.ts';

interface Props { readonly session: SessionView; readonly panel: Panel; readonly rows: readonly PaperRow[] }

const differenceWords = ({ paper }: Words, difference: Difference): string => say(paper[`difference_${difference.is}`], 'n' in difference ? { n: difference.n } : {});
const nameOf = (session: SessionView, id: string): string => session.contestants.find((row) => row.id === id)?.name ?? '';

const Line = ({ session, row }: { readonly session: SessionView; readonly row: PaperRow }): ReactElement => {
  const words = useWords();
  const { balance } = row;
  const difference = differenceOf(balance, row.atHand);
  const reason = balance === null || balance.reason === '' ? '' : say(words.paper.difference_why, { reason: balance.reason });
  return (
    <tr>
      <th scope="row">{nameOf(session, row.contestant)}</th>
      <td className="figure">{balance?.issued ?? '—'}</td>
      <td className="figure">{balance?.returned ?? '—'}</td>
      <td className="figure">{balance === null ? '—' : balance.issued - balance.returned}</td>
      <td className="figure">{row.atHand}</td>
      <td data-difference={difference.is}>{differenceWords(words, difference)}{reason === '' ? '' : ` · ${reason}`}{isLocked(row) ? ` · ${words.paper.locked}` : ''}</td>
    </tr>
  );
};

const count = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null);

const BalanceForm = ({ session, panel, rows }: Props): ReactElement => {
  const words = useWords();
  const { paper } = words;
  const send = useSend();
  const [issuedText, setIssued] = useState('');
  const [returnedText, setReturned] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, choose] = useState<readonly string[]>([]);
  const free = rows.filter((row) => !isLocked(row));
  const wanted = chosen.length === 0 ? free : free.filter((row) => chosen.includes(row.contestant));
  const [issued, returned] = [count(issuedText), count(returnedText)];
  const balance = issued === null || returned === null ? null : { issued, returned };
  const uneven = balance === null ? [] : wanted.map((row) => ({ row, difference: differenceOf(balance, row.atHand) })).filter(({ difference }) => difference.is !== 'even');
  const save = async (): Promise<void> => {
    if (balance === null) return;
    const answer = await send({ name: 'ballots.balance', input: { session: session.session, panel: panel.id, contestants: wanted.map((row) => row.contestant), ...balance, reason: uneven.length === 0 ? '' : reason.trim() } });
    if (!answer.ok) return;
    for (const empty of [setIssued, setReturned, setReason]) empty('');
  };
  return (
    <form className="paper-balance" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <label>{paper.issued} <Input className="figure-input" inputMode="numeric" value={issuedText} onChange={(event) => setIssued(event.target.value)} /></label>
      <label>{paper.returned} <Input className="figure-input" inputMode="numeric" value={returnedText} onChange={(event) => setReturned(event.target.value)} /></label>
      {balance !== null && <span className="quiet">{paper.outstanding} {balance.issued - balance.returned}</span>}
      <label className="paper-apply">{paper.apply} <Select mode="multiple" aria-label={paper.apply} value={[...chosen]} onChange={choose} placeholder={say(paper.applyAll, { n: free.length })} maxTagCount="responsive" options={free.map((row) => ({ value: row.contestant, label: nameOf(session, row.contestant) }))} /></label>
      <Button htmlType="submit" type="primary" disabled={balance === null || wanted.length === 0 || (uneven.length > 0 && reason.trim() === '')}>{paper.save}</Button>
      {uneven.length > 0 && (
        <div className="paper-uneven">
          <p className="paper-warning" role="alert">{uneven.slice(0, 4).map(({ row, difference }) => `${nameOf(session, row.contestant)}：${differenceWords(words, difference)}`).join('；')}{uneven.length > 4 ? '…' : ''}</p>
          <Input aria-label={paper.reason} placeholder={paper.reason} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      )}
    </form>
  );
};

export const BalancePart = (props: Props): ReactElement => {
  const { paper } = useWords();
  const { session, rows } = props;
  return (
    <section className="paper-part" aria-label={paper.balance}>
      <h2>{paper.balance}</h2>
      <p className="quiet">{paper.balanceNote}</p>
      {session.phase === 'live' && rows.some((row) => !isLocked(row)) && <BalanceForm {...props} />}
      <table className="plain-table wide paper-table">
        <thead><tr><th scope="col">{paper.unit}</th><th scope="col" className="figure">{paper.issued}</th><th scope="col" className="figure">{paper.returned}</th><th scope="col" className="figure">{paper.outstanding}</th><th scope="col" className="figure">{paper.atHand}</th><th scope="col">{paper.difference}</th></tr></thead>
        <tbody>{rows.filter((row) => row.phase !== 'closed').map((row) => <Line key={row.contestant} session={session} row={row} />)}</tbody>
      </table>
    </section>
  );
};
