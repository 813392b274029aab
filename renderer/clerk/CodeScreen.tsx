/** @jsxImportSource preact */
// Without a card: six characters from the desk, the usual way in for a laptop. It keeps nothing but what is being typed.
import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../common/sealed/card.ts';
import { pairByCode, readCode, type CodeOutcome } from '../common/sealed/codePairing.ts';
import { loadCurve } from '../common/sealed/curve.ts';
import type { LinkParts } from '../common/sealed/linkParts.ts';
import { STATION_DOOR } from './door.ts';
import { useWords } from './words.ts';

interface CodeScreenProps { readonly browser: string; readonly parts: LinkParts; readonly onCard: (card: Card) => void }

const redeem = async (code: string, { browser, parts }: CodeScreenProps): Promise<CodeOutcome> => {
  const curve = await loadCurve();
  return curve === null ? { ok: false, fault: 'unreachable' } : pairByCode({ code, browser, curve, door: STATION_DOOR }, parts);
};

export const CodeScreen = (props: CodeScreenProps) => {
  const words = useWords();
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
  const fault = state === 'refused' || state === 'unreachable' ? words.code[state] : '';
  return (
    <main class="notice">
      <form class="card" onSubmit={(event) => void send(event)}>
        <h1>{words.code.title}</h1>
        <p>{words.code.text}</p>
        <label for="code">{words.code.label}</label>
        <input
          id="code" class="code" value={typed} maxLength={8} autocomplete="off" autocapitalize="characters" spellcheck={false} autofocus aria-describedby="codeFault" aria-invalid={state === 'refused'}
          onInput={(event) => {
            setTyped(event.currentTarget.value.toUpperCase());
            if (state !== 'sending') setState('idle');
          }}
        />
        <p id="codeFault" class="fault" role="alert">{fault}</p>
        <button type="submit" class="main" disabled={code === null || state === 'sending'}>{state === 'sending' ? words.code.sending : words.code.send}</button>
      </form>
    </main>
  );
};
