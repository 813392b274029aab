// 试评: the calibration round that never counts, at the head of the run sheet: start, look at the spread, end. Its figures are seen here and nowhere else.
import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { TRIAL } from '../../../shared/arena/state.ts';
import { compare, exactText, parseDecimal } from '../../../shared/kernel/fraction.ts';
import { median } from '../../../shared/arena/trimming.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend, useWindow } from '../host.ts';
import { useWords } from '../words.ts';

const totalsOf = (window: WindowView) => window.judges.flatMap((square) => { const value = square.total === null ? null : parseDecimal(square.total); return value === null ? [] : [{ judge: square.judge, value }]; }).sort((a, b) => compare(b.value, a.value));

const Spread = ({ session }: { readonly session: SessionView }): ReactElement => {
  const { adjust } = useWords();
  const window = useWindow(session.session, TRIAL);
  const totals = window === null ? [] : totalsOf(window);
  if (totals.length === 0) return <p className="quiet">{adjust.trialNobody}</p>;
  const text = (value: Parameters<typeof exactText>[0] | undefined): string => (value === undefined ? '' : exactText(value) ?? '');
  return (
    <>
      <p><b>{say(adjust.trialMiddle, { middle: text(median(totals.map(({ value }) => value))), high: text(totals[0]?.value), low: text(totals.at(-1)?.value) })}</b></p>
      <ol className="trial-list">{totals.map(({ judge, value }) => <li key={judge}><span>{session.judges.find((each) => each.id === judge)?.name}</span><b>{text(value)}</b></li>)}</ol>
    </>
  );
};

export const TrialPart = ({ session }: { readonly session: SessionView }): ReactElement | null => {
  const { adjust, shell } = useWords();
  const send = useSend();
  const [shown, setShown] = useState(false);
  if (!session.rules.trial || session.phase !== 'live') return null;
  const input = { session: session.session };
  return (
    <div className="trial-part">
      {session.trial === 'none' && <Button size="small" onClick={() => void send({ name: 'trial.open', input })}>{adjust.trialOpen}</Button>}
      {session.trial !== 'none' && <Button size="small" onClick={() => setShown(true)}>{adjust.trialShow}</Button>}
      {session.trial === 'open' && <Button size="small" onClick={() => void send({ name: 'trial.close', input })}>{adjust.trialClose}</Button>}
      {shown && (
        <Modal open title={adjust.trialTitle} footer={<Button onClick={() => setShown(false)}>{shell.close}</Button>} onCancel={() => setShown(false)} destroyOnHidden>
          <p className="quiet">{adjust.trialNote}</p>
          <Spread session={session} />
        </Modal>
      )}
    </div>
  );
};
