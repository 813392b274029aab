// Starting from a set of rules, keeping one's own, and handing one on as a file. A file that is not right in every field is refused with the place.
import { App, Button, Input, Modal } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { exportRules, importRules } from '../../../shared/arena/presets/exchange.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { refusalSentence, useWords } from '../words.ts';
import { PresetDialog } from './PresetDialog.tsx';

interface Props { readonly rules: Rules; /** Readable and adding up: only such rules are kept or handed on. */ readonly sound: boolean; readonly title: string; readonly frozen: boolean; readonly put: (rules: Rules) => void }

const SaveDialog = ({ rules, title, onClose }: Pick<Props, 'rules' | 'title'> & { readonly onClose: () => void }): ReactElement => {
  const { rules: text, shell } = useWords();
  const send = useSend();
  const { message } = App.useApp();
  const [name, setName] = useState(title);
  const save = async (): Promise<void> => {
    const answer = await send({ name: 'preset.save', input: { name, rules } });
    if (!answer.ok) return;
    void message.success(say(text.saved, { name }));
    onClose();
  };
  return (
    <Modal open title={text.saveTitle} okText={shell.save} cancelText={shell.cancel} okButtonProps={{ disabled: name.trim() === '' }} onOk={() => void save()} onCancel={onClose} destroyOnHidden>
      <label className="stacked">{text.presetName}<Input autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={() => void save()} /></label>
    </Modal>
  );
};

const saveFile = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replaceAll(/[\\/:*?"<>|]/gu, '_')}.leitai-rules.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
};

export const PresetBar = ({ rules, sound, title, frozen, put }: Props): ReactElement => {
  const words = useWords();
  const { rules: text } = words;
  const { message } = App.useApp();
  const [open, setOpen] = useState<'presets' | 'save' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = (next: Rules, name: string): void => {
    put(next);
    setOpen(null);
    void message.success(say(text.imported, { name }));
  };
  const read = async (file: File): Promise<void> => {
    const taken = importRules(await file.text());
    if (taken.ok) take(taken.value.rules, taken.value.name);
    else void message.error({ content: refusalSentence(words, taken.refusal), duration: 10 });
  };
  return (
    <div className="preset-bar">
      <Button type="primary" disabled={frozen} onClick={() => setOpen('presets')}>{text.presets}</Button>
      <span className="quiet">{text.intro}</span>
      <span className="desk-space" />
      <Button size="small" disabled={!sound} onClick={() => setOpen('save')}>{text.saveAs}</Button>
      <Button size="small" disabled={frozen} onClick={() => input.current?.click()}>{text.importFile}</Button>
      <Button size="small" disabled={!sound} onClick={() => saveFile(title, exportRules({ name: title, rules }))}>{text.exportFile}</Button>
      <input ref={input} type="file" hidden accept=".json" aria-label={text.importFile} onChange={(event) => { const file = event.target.files?.[0]; if (file !== undefined) void read(file); event.target.value = ''; }} />
      {open === 'presets' && <PresetDialog onTake={take} onClose={() => setOpen(null)} />}
      {open === 'save' && <SaveDialog rules={rules} title={title} onClose={() => setOpen(null)} />}
    </div>
  );
};
