// Part scores from a table: paste or file → what would be entered and what is wrong, cell by cell → one confirm. Nothing is entered before it.
import { App, Button, Input, Modal } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { base64Of, MOST_BYTES, type Source } from '../register/importShapes.ts';
import { useWords } from '../words.ts';
import { asks, faultSentences, noteSentences, valuesOf, type FigurePlan } from './figureShapes.ts';

interface Choices { readonly rounded?: 'stored' | 'shown'; readonly hidden?: 'read' | 'skip' }
interface Props { readonly session: SessionView; readonly from: 'paste' | 'file'; readonly onClose: () => void }

const Asking = ({ plan, onChoose }: { readonly plan: FigurePlan; readonly onChoose: (choices: Choices) => void }): ReactElement => {
  const { setup } = useWords();
  const { rounded, hidden } = asks(plan);
  return (
    <>
      {rounded && <p className="row-gap">{setup.figuresRounded}<Button size="small" onClick={() => onChoose({ rounded: 'stored' })}>{setup.figuresStored}</Button><Button size="small" onClick={() => onChoose({ rounded: 'shown' })}>{setup.figuresShown}</Button></p>}
      {hidden && <p className="row-gap">{setup.figuresHidden}<Button size="small" onClick={() => onChoose({ hidden: 'read' })}>{setup.figuresRead}</Button><Button size="small" onClick={() => onChoose({ hidden: 'skip' })}>{setup.figuresSkip}</Button></p>}
    </>
  );
};

const Plan = ({ plan, session, onChoose }: { readonly plan: FigurePlan; readonly session: SessionView; readonly onChoose: (choices: Choices) => void }): ReactElement => {
  const words = useWords();
  const parts = session.rules.parts.filter((part) => part.source === 'entered');
  const row = (unit: string): SessionView['contestants'][number] | undefined => session.contestants.find((each) => each.id === unit);
  const faults = faultSentences(words.figures, plan);
  return (
    <div className="figures-plan">
      {faults.length > 0 && <ul className="figures-faults" role="alert">{faults.slice(0, 50).map((fault) => <li key={fault}>{fault}</li>)}</ul>}
      <Asking plan={plan} onChoose={onChoose} />
      {noteSentences(words, plan, (unit) => row(unit)?.name ?? unit).map((note) => <p key={note} className="quiet">{note}</p>)}
      <table className="plain-table wide">
        <thead><tr><th scope="col">{words.setup.unitName}</th>{parts.map((part) => <th scope="col" key={part.id} className="figure">{part.name}</th>)}</tr></thead>
        <tbody>
          {plan.rows.map(({ unit, values }) => (
            <tr key={unit}><th scope="row">{row(unit)?.fullName ?? unit}</th>{parts.map((part) => <td key={part.id} className="figure">{row(unit)?.parts[part.id] !== undefined && row(unit)?.parts[part.id] !== values[part.id] && <s>{row(unit)?.parts[part.id]}</s>} {values[part.id] ?? ''}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Asked = ({ from, busy, text, onText, onFile }: { readonly from: 'paste' | 'file'; readonly busy: boolean; readonly text: string; readonly onText: (text: string) => void; readonly onFile: (file: File) => void }): ReactElement => {
  const { setup, register } = useWords();
  const input = useRef<HTMLInputElement>(null);
  if (from === 'paste') return <><p className="quiet">{setup.figuresPasteNote}</p><Input.TextArea autoFocus rows={12} aria-label={register.pasteHere} placeholder={register.pasteHere} value={text} onChange={(event) => onText(event.target.value)} /></>;
  return (
    <div className="file-pick">
      <input ref={input} type="file" hidden accept=".xlsx,.csv" aria-label={register.chooseFile} onChange={(event) => { const file = event.target.files?.[0]; if (file !== undefined) onFile(file); event.target.value = ''; }} />
      <p className="quiet">{setup.figuresFileNote}</p>
      <Button loading={busy} onClick={() => input.current?.click()}>{register.chooseFile}</Button>
    </div>
  );
};

export const FiguresDialog = ({ session, from, onClose }: Props): ReactElement => {
  const { register, setup, shell } = useWords();
  const send = useSend();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [source, setSource] = useState<{ readonly of: Source; readonly name: string; readonly choices: Choices } | null>(null);
  const [plan, setPlan] = useState<FigurePlan | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (of: Source, name: string, choices: Choices): Promise<void> => {
    setBusy(true);
    const answer = await send({ name: 'figures.preview', input: { session: session.session, want: { of: 'parts' }, source: of, ...choices } });
    setBusy(false);
    if (!answer.ok) return;
    setSource({ of, name, choices });
    setPlan(answer.result as unknown as FigurePlan);
  };
  const pick = async (file: File): Promise<void> => {
    if (file.size > MOST_BYTES) return void message.error(register.fileTooLarge);
    await look({ from: 'file', name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) }, file.name, {});
  };
  const values = valuesOf(plan);
  const apply = async (): Promise<void> => {
    if (values === null) return;
    setBusy(true);
    const answer = await send({ name: 'session.parts', input: { session: session.session, values: [...values], source: source?.name ?? '' } });
    setBusy(false);
    if (!answer.ok) return;
    void message.success(say(setup.figuresDone, { count: values.length }));
    onClose();
  };
  const footer = (
    <>
      {plan !== null && <Button onClick={() => setPlan(null)}>{from === 'file' ? register.againFile : register.again}</Button>}
      {plan === null && from === 'paste' && <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void look({ from: 'paste', text }, setup.figuresPasted, {})}>{register.preview}</Button>}
      {plan !== null && <Button type="primary" loading={busy} disabled={values === null} onClick={() => void apply()}>{register.confirm}</Button>}
      <Button onClick={onClose}>{shell.cancel}</Button>
    </>
  );
  return (
    <Modal open title={setup.figuresTitle} width={820} footer={footer} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      {plan === null && <Asked from={from} busy={busy} text={text} onText={setText} onFile={(file) => void pick(file)} />}
      {plan !== null && source !== null && <Plan plan={plan} session={session} onChoose={(choices) => void look(source.of, source.name, { ...source.choices, ...choices })} />}
    </Modal>
  );
};
