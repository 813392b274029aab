/** @jsxImportSource preact */
// Every window of this judge: what is open first, what is over behind it, each with its state in words. Nobody else's marks, ever.
import { say } from '../../shared/text/say.ts';
import type { SeatView } from '../../shared/arena/views.ts';
import { LinkBanner, LinkLine } from './LinkLine.tsx';
import type { LinkStatus } from '../common/sealed/link.ts';
import { sheetOf, type Box, type Place } from './outbox.ts';
import { ballotOf } from './ballot.ts';
import { ballotRow } from './ballotState.ts';
import { ballotWindows, isExcused, ownWindows, stateOf, stateText, windowName, type SeatSession, type SeatWindow, type StateName } from './sheetState.ts';
import { useWords } from './words.ts';

interface ListProps {
  readonly seat: SeatView;
  readonly box: Box;
  readonly epoch: string | null;
  readonly status: LinkStatus;
  readonly now: () => number;
  readonly onOpen: (place: Place) => void;
}

const TONES: Readonly<Partial<Record<StateName, string>>> = { received: 'good', elsewhere: 'good', missing: 'due', draft: 'due', changed: 'due', conflict: 'bad', refused: 'bad', closedUnsent: 'bad' };
const ACTING: readonly StateName[] = ['missing', 'draft', 'changed', 'conflict', 'refused'];

interface RowProps { readonly session: SeatSession; readonly window: SeatWindow; readonly box: Box; readonly onOpen: (place: Place) => void }

const WindowRow = ({ session, window, box, onOpen }: RowProps) => {
  const words = useWords();
  const place = { session: session.id, contestant: window.id };
  const sheet = sheetOf(box, place);
  const state = stateOf(window, sheet);
  const shut = state === 'closedMissing' || (isExcused(window) && state === 'excused');
  const acting = window.open && ACTING.indexOf(state) >= 0;
  const action = acting ? (state === 'missing' ? words.list.score : words.list.continue) : words.list.look;
  return (
    <li>
      <button type="button" class={`window ${TONES[state] ?? ''}`} disabled={shut} onClick={() => onOpen(place)}>
        {window.order > 0 ? <span class="order" aria-label={say(words.list.order, { n: window.order })}>{window.order}</span> : <span class="order" aria-hidden="true">{words.list.trialMark}</span>}
        <span class="names">
          <span class="name">{windowName(words, window)}</span>
          <span class="state">{stateText(words, window, sheet)}</span>
        </span>
        {shut ? null : <span class={acting ? 'go' : 'look'} aria-hidden="true">{action}</span>}
      </button>
    </li>
  );
};

/** The one row of a whole sheet: what it is, how far it is, and into it. */
const BallotRow = ({ session, box, epoch, onOpen }: Omit<RowProps, 'window'> & { readonly epoch: string | null }) => {
  const words = useWords();
  const { tone, text, action } = ballotRow(words, session, { ballot: ballotOf(box, session.id), epoch });
  return (
    <ul class="windows">
      <li>
        <button type="button" class={`window ${tone}`} onClick={() => onOpen({ session: session.id, contestant: '' })}>
          <span class="order" aria-hidden="true">{words.list.ballot}</span>
          <span class="names">
            <span class="name">{session.form.name}</span>
            <span class="state">{say(words.list.ballotOf, { n: ballotWindows(session).length })} · {text}</span>
          </span>
          <span class={action === null ? 'look' : 'go'} aria-hidden="true">{action ?? words.list.look}</span>
        </button>
      </li>
    </ul>
  );
};

const SessionList = ({ session, box, epoch, onOpen }: Omit<RowProps, 'window'> & { readonly epoch: string | null }) => {
  const words = useWords();
  const own = ownWindows(session);
  const parts = [{ title: words.list.open, windows: own.filter((window) => window.open) }, { title: words.list.closed, windows: own.filter((window) => !window.open) }];
  const whole = session.send !== 'each' && (session.box !== undefined || session.windows.length > 0);
  return (
    <section aria-label={session.title}>
      <h2 class="session">{session.title}</h2>
      <p class="named">{session.send === 'box' ? words.ballot.nameless : (words.named[session.shown] ?? words.named.hidden)}</p>
      {whole ? <BallotRow session={session} box={box} epoch={epoch} onOpen={onOpen} /> : null}
      {whole || own.some((window) => window.open) ? null : <p class="hint">{words.list.empty}</p>}
      {parts.map(({ title, windows }) =>
        windows.length === 0 ? null : (
          <div key={title}>
            <h3>{title}</h3>
            <ul class="windows">{windows.map((window) => <WindowRow key={window.id} session={session} window={window} box={box} onOpen={onOpen} />)}</ul>
          </div>
        ),
      )}
    </section>
  );
};

export const ListScreen = ({ seat, box, epoch, status, now, onOpen }: ListProps) => {
  const words = useWords();
  return (
    <main class="screen">
      <header class="top">
        <div class="who">
          <h1>{seat.name}</h1>
          <p>{seat.title}</p>
        </div>
        <LinkLine status={status} now={now} />
      </header>
      <LinkBanner status={status} now={now} />
      {seat.sessions.length === 0 ? <p class="hint">{words.list.noSession}</p> : null}
      {seat.sessions.map((session) => <SessionList key={session.id} session={session} box={box} epoch={epoch} onOpen={onOpen} />)}
      <p class="marking">{seat.sample ? `${words.sample}　` : ''}{seat.marking}</p>
    </main>
  );
};
