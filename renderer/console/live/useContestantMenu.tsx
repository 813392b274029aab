// What can happen to one contestant beside the plain run: skip, move to the end, withdraw, another speaker, open the PPT, change recusals.
import type { MenuProps } from 'antd';
import type { SessionView } from '../../../shared/arena/views.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import type { Ask } from './ask.ts';
import type { RunRow } from './liveParts.ts';

export const useContestantMenu = (session: SessionView, row: RunRow, ask: (what: Ask) => void): MenuProps => {
  const { live, adjust } = useWords();
  const send = useSend();
  const input = { session: session.session, contestant: row.id };
  const running = session.phase === 'live';
  // Under "whole session" every window is open from the start and says nothing about the stage.
  const fresh = running && row.stage !== 'withdrawn' && row.stage !== 'forfeited' && row.stage !== 'done' && (row.window === 'closed' || session.rules.windows.policy === 'wholeSession');
  const acts: Readonly<Record<string, () => void>> = {
    skip: () => void send({ name: 'stage.skip', input }),
    moveToEnd: () => void send({ name: 'stage.moveToEnd', input }),
    substitute: () => ask({ what: 'substitute', contestant: row.id }),
    openFile: () => void send({ name: 'file.open', input }),
    recusals: () => ask({ what: 'recusals', contestant: row.id }),
    adjust: () => ask({ what: 'adjust', contestant: row.id }),
    forfeit: () => ask({ what: 'forfeit', contestant: row.id }),
    forfeitLate: () => ask({ what: 'forfeitLate', contestant: row.id }),
    withdraw: () => ask({ what: 'withdraw', contestant: row.id }),
  };
  return {
    onClick: ({ key }) => acts[key]?.(),
    items: [
      { key: 'openFile', label: live.openFile, disabled: row.file === '' },
      { key: 'substitute', label: live.substitute, disabled: !running },
      { key: 'recusals', label: live.recusalEdit, disabled: row.window === 'locked' || row.window === 'revealed' || row.window === 'corrected' },
      ...(session.rules.adjustments.length === 0 && session.rules.time.penalty === null ? [] : [{ key: 'adjust', label: adjust.adjust, disabled: !running }]),
      { type: 'divider' },
      { key: 'skip', label: live.skip, disabled: !fresh },
      { key: 'moveToEnd', label: live.moveToEnd, disabled: !fresh },
      ...(session.rules.time.lateForfeitSeconds === null ? [] : [{ key: 'forfeitLate', label: adjust.forfeitLate, disabled: !fresh, danger: true }]),
      { key: 'forfeit', label: adjust.forfeit, disabled: !fresh, danger: true },
      { key: 'withdraw', label: live.withdraw, disabled: !running || row.stage === 'withdrawn', danger: true },
    ],
  };
};
