// Import of units or people: paste or file → preview of what would change and what is wrong, cell by cell → one confirm. Nothing changes before it.
import { App, Button, Input, Modal } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import type { PersonInput, UnitInput } from '../../../shared/register/commands.ts';
import { useSend, type Order } from '../host.ts';
import { useWords } from '../words.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { base64Of, MOST_BYTES, type Preview, type Source, type What } from './importShapes.ts';

interface Props { readonly what: What; readonly from: 'paste' | 'file'; readonly onClose: () => void }

const importOrder = (what: What, preview: Preview): Order => {
  const stand = { basis: preview.basis, sourceHash: preview.sourceHash };
  return what === 'units'
    ? { name: 'units.import', input: { ...stand, rows: [...preview.rows] as UnitInput[] } }
    : { name: 'people.import', input: { ...stand, rows: [...preview.rows] as PersonInput[] } };
};

const FilePick = ({ onFile }: { readonly onFile: (file: File) => void }): ReactElement => {
  const { register } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="file-pick">
      <input ref={input} type="file" hidden accept=".xlsx,.csv" aria-label={register.chooseFile} onChange={(event) => { const file = event.target.files?.[0]; if (file !== undefined) onFile(file); event.target.value = ''; }} />
      <p className="quiet">{register.fileNote}</p>
      <Button onClick={() => input.current?.click()}>{register.chooseFile}</Button>
    </div>
  );
};

export const ImportDialog = ({ what, from, onClose }: Props): ReactElement => {
  const { register, shell } = useWords();
  const send = useSend();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (source: Source): Promise<void> => {
    setBusy(true);
    const answer = await send({ name: 'import.preview', input: { what, source } });
    setBusy(false);
    if (answer.ok) setPreview(answer.result as unknown as Preview);
  };
  const pick = async (file: File): Promise<void> => {
    if (file.size > MOST_BYTES) return void message.error(register.fileTooLarge);
    await look({ from: 'file', name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) });
  };
  const apply = async (): Promise<void> => {
    if (preview === null) return;
    setBusy(true);
    const answer = await send(importOrder(what, preview));
    setBusy(false);
    if (!answer.ok) return;
    void message.success(register.imported);
    onClose();
  };
  const ready = preview !== null && preview.errors.length === 0 && preview.rows.length > 0;
  const footer = (
    <>
      {preview !== null && <Button onClick={() => setPreview(null)}>{from === 'file' ? register.againFile : register.again}</Button>}
      {preview === null && from === 'paste' && <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void look({ from: 'paste', text })}>{register.preview}</Button>}
      {preview !== null && <Button type="primary" loading={busy} disabled={!ready} onClick={() => void apply()}>{register.confirm}</Button>}
      <Button onClick={onClose}>{shell.cancel}</Button>
    </>
  );
  return (
    <Modal open title={what === 'units' ? register.importUnits : register.importPeople} width={860} footer={footer} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      {preview !== null && <ImportPreview preview={preview} />}
      {preview === null && from === 'file' && <FilePick onFile={(file) => void pick(file)} />}
      {preview === null && from === 'paste' && (
        <>
          <p className="quiet">{register.pasteNote} {what === 'units' ? register.pasteColumnsUnits : register.pasteColumnsPeople}</p>
          <Input.TextArea autoFocus rows={12} aria-label={register.pasteHere} placeholder={register.pasteHere} value={text} onChange={(event) => setText(event.target.value)} />
        </>
      )}
    </Modal>
  );
};
