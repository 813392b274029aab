// Gives a batch: which ballots, about which units, to whom for each pass. What may not lie in two batches or with one person twice the host refuses.
import { Button, InputNumber, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { say } from '../../../shared/text/say.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { clerksOf, isOpen, nextNumber, type PaperRow } from './paperParts.ts';

interface Props { readonly session: SessionView; readonly seats: SeatsView | null; readonly panel: Panel; readonly rows: readonly PaperRow[]; readonly onClose: () => void }

const DESK = 'desk';
const PILE = 50;
const stationOf = (value: string): string | null => (value === DESK ? null : value);

const Stations = ({ session, seats, first, second, onChange }: Pick<Props, 'session' | 'seats'> & { readonly first: string; readonly second: string; readonly onChange: (which: 'first' | 'second', value: string) => void }): ReactElement => {
  const { paper } = useWords();
  const options = [{ value: DESK, label: paper.desk }, ...clerksOf(seats).map((seat) => ({ value: seat.seat, label: seat.name }))];
  const secondLabel = session.rules.paperCheck === 'readBack' ? paper.readPass : paper.secondPass;
  return (
    <div className="row-gap">
      <label>{paper.firstPass} <Select className="give-station" aria-label={paper.firstPass} value={first} onChange={(value) => onChange('first', value)} options={options} /></label>
      <label>{secondLabel} <Select className="give-station" aria-label={secondLabel} value={second} onChange={(value) => onChange('second', value)} options={options} /></label>
    </div>
  );
};

const Numbers = ({ from, to, onChange }: { readonly from: number; readonly to: number; readonly onChange: (from: number, to: number) => void }): ReactElement => {
  const { paper } = useWords();
  return (
    <div className="row-gap">
      <label>{paper.from} <InputNumber min={1} max={9999} value={from} aria-label={paper.from} onChange={(value) => onChange(value ?? 1, to)} /></label>
      <label>{paper.to} <InputNumber min={1} max={9999} value={to} aria-label={paper.to} onChange={(value) => onChange(from, value ?? 1)} /></label>
      <span>{paper.number}</span>
      <span className="quiet">{say(paper.sheetsOf, { n: Math.max(0, to - from + 1) })}</span>
    </div>
  );
};

const Judges = ({ session, panel, chosen, onChoose }: Pick<Props, 'session' | 'panel'> & { readonly chosen: readonly string[]; readonly onChoose: (judges: readonly string[]) => void }): ReactElement => {
  const { paper, shell } = useWords();
  const judges = session.judges.filter((judge) => judge.panel === panel.id);
  return (
    <div className="stacked">
      <span>{paper.judges} <Button size="small" type="link" onClick={() => onChoose(judges.map((judge) => judge.id))}>{shell.all}</Button></span>
      <Select mode="multiple" aria-label={paper.judges} value={[...chosen]} onChange={onChoose} maxTagCount={6} showSearch={{ optionFilterProp: 'label' }} options={judges.map((judge) => ({ value: judge.id, label: `${judge.name} ${judge.title}` }))} />
    </div>
  );
};

/** First pass to the first station, second to the next; this desk where there are not enough. */
const defaults = (seats: SeatsView | null): { readonly first: string; readonly second: string } => {
  const [one, two] = clerksOf(seats);
  return { first: one?.seat ?? DESK, second: two?.seat ?? DESK };
};

export const GiveDialog = ({ session, seats, panel, rows, onClose }: Props): ReactElement => {
  const { paper, shell } = useWords();
  const send = useSend();
  const start = nextNumber(session.batches, panel.id);
  const [pile, setPile] = useState({ from: start, to: start + PILE - 1 });
  const [judges, setJudges] = useState<readonly string[]>([]);
  const [stations, setStations] = useState(() => defaults(seats));
  const open = rows.filter(isOpen);
  const [units, setUnits] = useState<readonly string[]>(open.map((row) => row.contestant));
  const named = panel.voters === 'named';
  const give = async (): Promise<void> => {
    const voters = named ? { judges: [...judges] } : pile;
    const answer = await send({ name: 'batch.give', input: { session: session.session, panel: panel.id, contestants: [...units], ...voters, first: stationOf(stations.first), second: stationOf(stations.second) } });
    if (answer.ok) onClose();
  };
  const nothing = units.length === 0 || (named ? judges.length === 0 : pile.to < pile.from);
  return (
    <Modal open width={620} title={say(paper.giveTitle, { panel: panel.name })} okText={paper.give} cancelText={shell.cancel} okButtonProps={{ disabled: nothing }} onOk={() => void give()} onCancel={onClose} destroyOnHidden>
      {named ? <Judges session={session} panel={panel} chosen={judges} onChoose={setJudges} /> : <Numbers {...pile} onChange={(from, to) => setPile({ from, to })} />}
      <div className="stacked">
        <span>{paper.units} <Button size="small" type="link" onClick={() => setUnits(open.map((row) => row.contestant))}>{paper.unitsAll}</Button></span>
        <Select mode="multiple" aria-label={paper.units} value={[...units]} onChange={setUnits} maxTagCount={8} options={open.map((row) => ({ value: row.contestant, label: session.contestants.find((each) => each.id === row.contestant)?.name ?? '' }))} />
      </div>
      <Stations session={session} seats={seats} {...stations} onChange={(which, value) => setStations({ ...stations, [which]: value })} />
    </Modal>
  );
};
