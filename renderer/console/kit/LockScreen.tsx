// What stands on a locked desk: a place for the PIN and nothing of the meeting.
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useQuietSend } from '../host.ts';
import { answerSentence, useWords } from '../words.ts';

export const LockScreen = ({ marking }: { readonly marking: string }): ReactElement => {
  const words = useWords();
  const send = useQuietSend();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState('');
  const unlock = async (): Promise<void> => {
    const answer = await send({ name: 'desk.unlock', input: { pin } });
    setPin('');
    setSaid(answer.ok ? '' : answerSentence(words, answer));
  };
  return (
    <main className="desk-lock">
      <form onSubmit={(event) => { event.preventDefault(); void unlock(); }}>
        <h1>{words.shell.lockedTitle}</h1>
        <p>{words.shell.lockedNote}</p>
        <Input.Password autoFocus size="large" inputMode="numeric" maxLength={12} aria-label={words.shell.pin} placeholder={words.shell.pin} value={pin} onChange={(event) => setPin(event.target.value)} />
        <Button type="primary" size="large" htmlType="submit" block disabled={pin.length < 4}>{words.shell.unlock}</Button>
        <p role="alert" className="desk-lock-said">{said}</p>
      </form>
      <footer>{marking}</footer>
    </main>
  );
};
