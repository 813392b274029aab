/** @jsxImportSource preact */
// Every window of this judge: what is open first, what is over behind it, each with its state in words. Nobody else's marks, ever.
import { say } from '../../shared/text/say.ts';
import type { SeatView } from '../../shared/arena/views.ts';
import { LinkBanner, LinkLine } from './LinkLine.tsx';
import type { LinkStatus } from './link.ts';
import { sheetOf, type Box, type Place } from './outbox.ts';
import { isExcused, stateOf, stateText, type SeatSession, type SeatWindow, type StateName } from './sheetState.ts';
import { useWords } from './words.ts';

interface ListProps {
  readonly seat: SeatView;
  readonly box: Box;
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
        <span class="order" aria-label={say(words.list.order, { n: window.order })}>{window.order}</span>
        <span class="names">
          <span class="name">{window.name}</span>
          <span class="state">{stateText(words, window, sheet)}</span>
        </span>
        {shut ? null : <span class={acting ? 'go' : 'look'} aria-hidden="true">{action}</span>}
      </button>
    </li>
  );
};

const SessionList = ({ session, box, onOpen }: Omit<RowProps, 'window'>) => {
  const words = useWords();
  const parts = [{ title: words.list.open, windows: session.windows.filter((window) => window.open) }, { title: words.list.closed, windows: session.windows.filter((window) => !window.open) }];
  return (
    <section aria-label={session.title}>
      <h2 class="session">{session.title}</h2>
      <p class="named">{words.named[session.shown] ?? words.named.hidden}</p>
      {session.windows.some((window) => window.open) ? null : <p class="hint">{words.list.empty}</p>}
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

export const ListScreen = ({ seat, box, status, now, onOpen }: ListProps) => {
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
      {seat.sessions.map((session) => <SessionList key={session.id} session={session} box={box} onOpen={onOpen} />)}
      <p class="marking">{seat.sample ? `${words.sample}　` : ''}{seat.marking}</p>
    </main>
  );
};
