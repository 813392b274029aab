// The live desk: run sheet, stage, air, one big button, and the dialogs that belong to a step. Nothing reaches the wall but by an order of its own.
import { App } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView, WindowView } from '../../../shared/arena/views.ts';
import type { HomeView } from '../../../shared/contract/home.ts';
import type { AirView, SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { sendAll, useAir, useDocument, useSeats, useSend, useSession, useWindow, type Order } from '../host.ts';
import { useKeys } from '../kit/useKeys.ts';
import { PaneGuard } from '../kit/PaneGuard.tsx';
import { useRoute } from '../route.ts';
import { useWords } from '../words.ts';
import { AdjustDialog } from './AdjustDialog.tsx';
import { AirPane } from './AirPane.tsx';
import type { Ask } from './ask.ts';
import { BigButton, blockedSentence, useAlong } from './BigButton.tsx';
import { bigStep } from './bigStep.ts';
import { GapsDialog } from './GapsDialog.tsx';
import type { RunRow } from './liveParts.ts';
import { ReasonDialog, type Asked } from './ReasonDialog.tsx';
import { RecusalDialog } from './RecusalDialog.tsx';
import { RelaxDialog } from './RelaxDialog.tsx';
import { RunSheet } from './RunSheet.tsx';
import { StagePane } from './StagePane.tsx';
import { useTimerToggle } from './TimerBox.tsx';
import { useClickerGuard } from './useClickerGuard.ts';
import './live.css';

interface DialogProps { readonly session: SessionView; readonly seats: SeatsView | null; readonly row: RunRow; readonly asked: Ask; readonly onClose: () => void }

const WindowDialog = ({ session, seats, row, asked, onClose }: DialogProps): ReactElement | null => {
  const window: WindowView | null = useWindow(session.session, row.id);
  if (window === null) return null;
  if (asked.what === 'adjust') return <AdjustDialog session={session} window={window} onClose={onClose} />;
  if (asked.what === 'gaps') return <GapsDialog session={session} window={window} seats={seats} first={asked.first} onClose={onClose} />;
  return window.result.ok || window.result.why !== 'tooFewSheets' ? null : <RelaxDialog session={session} window={window} shortage={window.result} onClose={onClose} />;
};

const useAsked = (session: SessionView, row: RunRow, what: Ask['what']): Asked | null => {
  const { live, adjust } = useWords();
  const send = useSend();
  const input = { session: session.session, contestant: row.id };
  const done = async (order: Order): Promise<boolean> => (await send(order)).ok;
  const { name } = row;
  switch (what) {
    case 'reopen': return { title: say(live.reopenTitle, { name }), note: live.reopenNote, label: live.reason, confirm: live.reopenConfirm, act: (reason) => done({ name: 'window.reopen', input: { ...input, reason } }) };
    case 'withdraw': return { title: say(live.withdrawTitle, { name }), note: live.withdrawNote, label: live.reason, confirm: live.withdrawConfirm, act: (reason) => done({ name: 'stage.withdraw', input: { ...input, reason } }) };
    case 'substitute': return { title: say(live.substituteTitle, { name }), note: '', label: live.substituteName, confirm: live.substitute, first: row.speaker, act: (speaker) => done({ name: 'stage.substitute', input: { ...input, speaker } }) };
    case 'forfeit': case 'forfeitLate': return { title: say(adjust.forfeitTitle, { name }), note: adjust.forfeitNote, label: live.reason, confirm: adjust.forfeit, act: (reason) => done({ name: 'stage.forfeit', input: { ...input, cause: what === 'forfeit' ? 'other' : 'late', reason } }) };
    default: return null;
  }
};

const Dialog = (props: DialogProps): ReactElement | null => {
  const { session, row, asked, onClose } = props;
  const words = useAsked(session, row, asked.what);
  if (asked.what === 'recusals') return <RecusalDialog session={session} row={row} onClose={onClose} />;
  return words === null ? <WindowDialog {...props} /> : <ReasonDialog asked={words} onClose={onClose} />;
};

/** What is still to be done at the paper desk. */
const PAPER: readonly string[] = ['boxOpen', 'countsMissing', 'notBalanced', 'countsUnbalanced', 'entryUnsettled'];
/** The proposal stands in its strip over the squares; the first key to press there is confirming it. */
const toTheStrip = (): void => document.querySelector<HTMLElement>('.time-strip .ant-btn')?.focus();

interface Asking { readonly ask: (what: Ask) => void; readonly onPenalty: () => void }
const useStep = (session: SessionView, air: AirView | null, { ask, onPenalty }: Asking) => {
  const send = useSend();
  const make = useDocument();
  const along = useAlong();
  const [busy, setBusy] = useState(false);
  const words = useWords();
  const { go } = useRoute();
  const { message } = App.useApp();
  /** A blocked step leads to what would clear it, where the desk has a place for that; it never goes ahead all the same. */
  const clear = (code: string): void => {
    const { contestant } = session.next;
    if (code === 'shortAfterLock' && contestant !== null) return ask({ what: 'reopen', contestant });
    if (code === 'tooFewSheets' && contestant !== null) return ask({ what: 'relax', contestant });
    if (code === 'resultOpen') return go({ page: 'result', session: session.session });
    if (PAPER.includes(code)) return go({ page: 'paper', session: session.session });
    if (code === 'penaltyUndecided') return onPenalty();
    void message.warning(blockedSentence(words, session, air));
  };
  const press = async (): Promise<void> => {
    const step = bigStep(session, air, along[0]);
    if (busy) return;
    if (step.does === 'recusals') return ask({ what: 'recusals', contestant: step.contestant });
    if (step.does === 'gaps' && !PAPER.includes(session.next.blocked?.code ?? '')) return ask({ what: 'gaps', contestant: step.contestant, first: [] });
    if (session.next.blocked !== null) return clear(session.next.blocked.code);
    setBusy(true);
    try {
      if (step.does === 'send') await sendAll(send, step.orders);
      if (step.does === 'print') await make({ kind: 'resultSheet', session: session.session });
    } finally {
      setBusy(false);
    }
  };
  return { along, busy, press };
};

const LiveDesk = ({ session }: { readonly session: SessionView }): ReactElement => {
  const air = useAir(session.meeting);
  const seats = useSeats(session.meeting);
  const [asked, setAsked] = useState<Ask | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [keyed, setKeyed] = useState<string | null>(null);
  const step = useStep(session, air, { ask: setAsked, onPenalty: () => { setPicked(null); setTimeout(toTheStrip); } });
  const timer = useTimerToggle(session);
  useClickerGuard(air?.yielded === true);
  useKeys({ F2: () => void step.press(), P: () => timer?.() });
  const focus = session.next.contestant ?? session.onStage ?? session.contestants[0]?.id ?? '';
  // A row chosen by hand holds until the run goes on to somebody else; one whose sheets are being keyed holds whatever the stage does.
  const [ranTo, setRanTo] = useState(focus);
  if (ranTo !== focus) {
    setRanTo(focus);
    setPicked(null);
  }
  const selected = keyed ?? (ranTo === focus ? picked : null) ?? focus;
  const row = session.contestants.find((each) => each.id === selected) ?? session.contestants[0];
  const askedRow = session.contestants.find((each) => each.id === asked?.contestant);
  return (
    <main className="live">
      <PaneGuard><RunSheet session={session} selected={row?.id ?? null} onSelect={(contestant) => { setKeyed(null); setPicked(contestant); }} /></PaneGuard>
      <section className="pane stage-pane">
        {row !== undefined && <PaneGuard place={row.id}><StagePane session={session} row={row} seats={seats} ask={setAsked} onKeying={setKeyed} /></PaneGuard>}
        <BigButton session={session} air={air} busy={step.busy} along={step.along} onPress={() => void step.press()} />
      </section>
      <PaneGuard><AirPane session={session} air={air} seats={seats} subject={row?.id ?? null} /></PaneGuard>
      {asked !== null && askedRow !== undefined && <PaneGuard place={asked.what}><Dialog session={session} seats={seats} row={askedRow} asked={asked} onClose={() => setAsked(null)} /></PaneGuard>}
    </main>
  );
};

export const LivePage = ({ session: id }: { readonly session: string; readonly home: HomeView }): ReactElement => {
  const session = useSession(id);
  const { shell } = useWords();
  return session === null ? <main className="desk-waiting">{shell.connecting}</main> : <LiveDesk session={session} />;
};
