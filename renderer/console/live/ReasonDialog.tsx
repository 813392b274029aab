// Asks for a line of words before an act that is written down: a correction, a withdrawal, another speaker. Nothing is sent without it.
import { Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useWords } from '../words.ts';

export interface Asked {
  readonly title: string;
  readonly note: string;
  readonly label: string;
  readonly confirm: string;
  readonly first?: string;
  /** True when it was done and the dialog may close. */
  readonly act: (words: string) => Promise<boolean>;
}

export const ReasonDialog = ({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }): ReactElement => {
  const { shell } = useWords();
  const [text, setText] = useState(asked.first ?? '');
  const act = async (): Promise<void> => {
    if (await asked.act(text.trim())) onClose();
  };
  return (
    <Modal open title={asked.title} okText={asked.confirm} cancelText={shell.cancel} okButtonProps={{ disabled: text.trim() === '' }} onOk={() => void act()} onCancel={onClose} destroyOnHidden>
      {asked.note !== '' && <p className="quiet">{asked.note}</p>}
      <Input.TextArea autoFocus rows={2} maxLength={500} aria-label={asked.label} placeholder={asked.label} value={text} onChange={(event) => setText(event.target.value)} />
    </Modal>
  );
};
