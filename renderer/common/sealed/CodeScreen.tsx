/** @jsxImportSource preact */
// Without a card: six characters from the desk. Each page brings its own words and its own door; nothing is kept but what is being typed.
import { useEffect, useState } from 'preact/hooks';
import type { Card } from './card.ts';
import { pairByCode, readCode, type CodeOutcome } from './codePairing.ts';
import { loadCurve } from './curve.ts';
import type { LinkParts } from './linkParts.ts';

type CodeWords = Readonly<Record<'title' | 'text' | 'label' | 'send' | 'sending' | 'refused' | 'unreachable', string>>;
interface CodeScreenProps {
  readonly words: CodeWords; readonly door: Parameters<typeof pairByCode>[0]['door'];
  readonly browser: string; readonly parts: LinkParts; readonly onCard: (card: Card) => void;
  /** A laptop has its keys ready; a phone would cover half the page with them. */
  readonly focused?: boolean;
}

const redeem = async (code: string, { browser, parts, door }: CodeScreenProps): Promise<CodeOutcome> => {
  const curve = await loadCurve();
  return curve === null ? { ok: false, fault: 'unreachable' } : pairByCode({ code, browser, curve, door }, parts);
};

export const CodeScreen = (props: CodeScreenProps) => {
  const { words } = props;
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'idle' | 'sending' | 'refused' | 'unreachable'>('idle');
  const code = readCode(typed);
  // It comes while the code is being typed.
  useEffect(() => void loadCurve(), []);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (code === null || state === 'sending') return;
    setState('sending');
    const outcome = await redeem(code, props);
    if (outcome.ok) props.onCard(outcome.card);
    else setState(outcome.fault);
  };
  const fault = state === 'refused' || state === 'unreachable' ? words[state] : '';
  return (
    <main class="notice">
      <form class="card" onSubmit={(event) => void send(event)}>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <label for="code">{words.label}</label>
        <input
          id="code" class="code" value={typed} maxLength={8} autocomplete="off" autocapitalize="characters" spellcheck={false} autofocus={props.focused === true} aria-describedby="codeFault" aria-invalid={state === 'refused'}
          onInput={(event) => {
            setTyped(event.currentTarget.value.toUpperCase());
            if (state !== 'sending') setState('idle');
          }}
        />
        <p id="codeFault" class="fault" role="alert">{fault}</p>
        <button type="submit" class="main" disabled={code === null || state === 'sending'}>{state === 'sending' ? words.sending : words.send}</button>
      </form>
    </main>
  );
};
