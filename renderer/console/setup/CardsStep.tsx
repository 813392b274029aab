// 单位资料: speaker, PPT file, promises and problems per unit; kept when a field is left. May be filled until the session is final.
import { Button, Drawer, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { SessionView } from '../../../shared/arena/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import type { StepProps } from './stepProps.ts';

type Row = SessionView['contestants'][number];
interface Card { readonly speaker: string; readonly file: string; readonly promises: readonly string[]; readonly problems: readonly string[] }

const lines = (text: string): string[] => text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '').slice(0, 20);

const CardDrawer = ({ row, onKeep, onClose }: { readonly row: Row; readonly onKeep: (card: Card) => Promise<boolean>; readonly onClose: () => void }): ReactElement => {
  const { setup, shell } = useWords();
  const [speaker, setSpeaker] = useState(row.speaker);
  const [file, setFile] = useState(row.file);
  const [promises, setPromises] = useState(row.promises.join('\n'));
  const [problems, setProblems] = useState(row.problems.join('\n'));
  const keep = async (): Promise<void> => {
    if (await onKeep({ speaker, file, promises: lines(promises), problems: lines(problems) })) onClose();
  };
  return (
    <Drawer open title={row.fullName} size={480} onClose={onClose} destroyOnHidden footer={<Button type="primary" onClick={() => void keep()}>{shell.save}</Button>}>
      <label className="stacked">{setup.speaker}<Input value={speaker} maxLength={60} onChange={(event) => setSpeaker(event.target.value)} /></label>
      <label className="stacked">{setup.filePath}<Input value={file} placeholder={setup.fileHint} maxLength={500} onChange={(event) => setFile(event.target.value)} /></label>
      <label className="stacked">{setup.promises}<Input.TextArea rows={6} placeholder={setup.linesHint} value={promises} onChange={(event) => setPromises(event.target.value)} /></label>
      <label className="stacked">{setup.problems}<Input.TextArea rows={6} placeholder={setup.linesHint} value={problems} onChange={(event) => setProblems(event.target.value)} /></label>
    </Drawer>
  );
};

export const CardsStep = ({ session }: StepProps): ReactElement => {
  const { setup, shell } = useWords();
  const send = useSend();
  const [edited, setEdited] = useState<string | null>(null);
  const keep = async (row: Row, card: Card): Promise<boolean> =>
    (await send({ name: 'session.card', input: { session: session.session, contestant: row.id, speaker: card.speaker, file: card.file, promises: [...card.promises], problems: [...card.problems] } })).ok;
  const keepSpeaker = (row: Row, speaker: string): void => {
    if (speaker.trim() !== row.speaker) void keep(row, { ...row, speaker: speaker.trim() });
  };
  const open = session.contestants.find((row) => row.id === edited);
  const count = (list: readonly string[]): string => (list.length === 0 ? '' : say(setup.linesCount, { count: list.length }));
  return (
    <section>
      <p className="quiet">{setup.cardsIntro}</p>
      <table className="plain-table wide">
        <thead><tr><th scope="col">{setup.unitName}</th><th scope="col">{setup.speaker}</th><th scope="col">{setup.file}</th><th scope="col">{setup.promises}</th><th scope="col">{setup.problems}</th><th /></tr></thead>
        <tbody>
          {session.contestants.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.fullName}</th>
              <td><Input key={row.speaker} size="small" aria-label={`${row.name} ${setup.speaker}`} defaultValue={row.speaker} maxLength={60} onBlur={(event) => keepSpeaker(row, event.target.value)} onPressEnter={(event) => keepSpeaker(row, event.currentTarget.value)} /></td>
              <td className="path" title={row.file}>{row.file}</td>
              <td>{count(row.promises)}</td>
              <td>{count(row.problems)}</td>
              <td><Button size="small" type="link" onClick={() => setEdited(row.id)}>{shell.edit}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      {open !== undefined && <CardDrawer key={open.id} row={open} onKeep={(card) => keep(open, card)} onClose={() => setEdited(null)} />}
    </section>
  );
};
