// The list of keys behind `?`. It only lists; the keys themselves are bound where they act.
import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useWords, type Words } from '../words.ts';

const lists = (words: Words): readonly (readonly [string, readonly (readonly [string, string])[]])[] => [
  [words.shell.keysLive, [
    ['F2', words.shell.keyBig], ['F4', words.shell.keyTake], ['L', words.live.airLive], ['F', words.live.airFreeze], ['K', words.live.airBlank],
    ['Y', words.live.airYield], ['R', words.live.airReturn], ['P', words.shell.keyTimer], ['H', words.shell.keyPeek], ['E', words.shell.keyKeying], ['?', words.shell.keysTitle],
  ]],
  [words.shell.keysKeying, [
    ['0–9 .', words.shell.keyDigits], ['Enter', words.shell.keyEnter], ['↑ ↓ ← →', words.shell.keyMove], ['*', words.scores.abstain], ['/', words.scores.void], ['+', words.shell.keyAccept],
  ]],
];

export const KeyList = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement => {
  const words = useWords();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={words.shell.keysTitle} width={640} destroyOnHidden>
      <div className="key-list">
        {lists(words).map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>{keys.map(([key, meaning]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{meaning}</dd></div>)}</dl>
          </section>
        ))}
      </div>
      <p className="quiet">{words.shell.keysClicker}</p>
    </Modal>
  );
};
