// Sheets that came after the lock: received, not counted. Each counts only when the host admits it into a correction.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';

export const LateList = ({ session, window }: { readonly session: SessionView; readonly window: WindowView }): ReactElement | null => {
  const { live } = useWords();
  const send = useSend();
  if (window.late.length === 0) return null;
  const open = window.phase === 'open' || window.phase === 'allIn';
  return (
    <section className="late" aria-label={live.lateTitle}>
      <h3>{live.lateTitle}</h3>
      <p className="quiet">{live.lateNote}</p>
      <ul>
        {window.late.map((late) => (
          <li key={late.late}>
            <span>{session.judges.find((judge) => judge.id === late.judge)?.name ?? ''}</span>
            <span className="quiet">{new Date(late.at).toLocaleTimeString('zh-CN')}</span>
            {late.admitted ? <b>{live.lateAdmitted}</b> : <Button size="small" disabled={!open} onClick={() => void send({ name: 'sheet.admit', input: { session: session.session, contestant: window.contestant, late: late.late } })}>{live.lateAdmit}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
};
