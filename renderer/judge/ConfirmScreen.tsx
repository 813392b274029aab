/** @jsxImportSource preact */
// Once per browser and seat: is this phone in the right hand? No score can be entered before yes.
import { useState } from 'preact/hooks';
import { say } from '../../shared/text/say.ts';
import type { SeatView } from '../../shared/arena/views.ts';
import { useWords } from './words.ts';

interface ConfirmProps { readonly seat: SeatView; readonly onYes: () => void }

export const ConfirmScreen = ({ seat, onYes }: ConfirmProps) => {
  const words = useWords();
  const [denied, setDenied] = useState(false);
  const panel = seat.sessions[0]?.panel ?? '';
  return (
    <main class="notice">
      <div class="card confirm">
        <p class="ask">{words.confirm.ask}</p>
        <h1>
          <small>{words.confirm.before}</small>
          <strong>{seat.name}</strong>
          <small>{words.confirm.after}</small>
        </h1>
        {seat.title === '' ? null : <p class="post">{seat.title}</p>}
        {panel === '' ? null : <p class="panel">{say(words.confirm.panel, { panel })}</p>}
        {denied ? <p class="banner" role="alert">{words.confirm.noText}</p> : null}
        <button type="button" class="main" onClick={onYes}>{words.confirm.yes}</button>
        {denied ? null : <button type="button" class="plain" onClick={() => setDenied(true)}>{words.confirm.no}</button>}
      </div>
    </main>
  );
};
