// Everything of the rules that is a choice: trimming, roundings, windows, reveal, 公布范围, time, one operator.
import { Checkbox, InputNumber, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Rules } from '../../../shared/arena/rules.ts';
import { useWords } from '../words.ts';
import type { RulesDraft } from './useRulesDraft.ts';

interface Props { readonly draft: RulesDraft; readonly frozen: boolean }
interface ChoiceProps<T extends string> { readonly label: string; readonly value: T; readonly options: readonly (readonly [T, string])[]; readonly frozen: boolean; readonly onChange: (value: T) => void }

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement => <div className="field"><span>{label}</span>{children}</div>;

const Choice = <T extends string>({ label, value, options, frozen, onChange }: ChoiceProps<T>): ReactElement => (
  <Field label={label}><Select<T> size="small" className="fill" aria-label={label} value={value} disabled={frozen} onChange={onChange} options={options.map(([each, text]) => ({ value: each, label: text }))} /></Field>
);

const Count = ({ label, value, frozen, onChange }: { readonly label: string; readonly value: number; readonly frozen: boolean; readonly onChange: (value: number) => void }): ReactElement => (
  <Field label={label}><InputNumber size="small" min={0} max={600} aria-label={label} value={value} disabled={frozen} onChange={(next) => onChange(next ?? 0)} /></Field>
);

const windowsOf = (policy: Rules['windows']['policy']): Rules['windows'] => (policy === 'batch' ? { policy, size: 3 } : { policy });
const rankingOf = (show: Rules['disclosure']['ranking']['show']): Rules['disclosure']['ranking'] => (show === 'first' ? { show, count: 3 } : { show });

const Counting = ({ draft: { rules, change }, frozen }: Props): ReactElement => {
  const { setup } = useWords();
  const places = ['off', '0', '1', '2', '3', '4'] as const;
  const place = (stage: 'mark' | 'panel'): ReactElement => (
    <Choice label={`${setup.rounding} · ${setup[`rounding_${stage}`]}`} frozen={frozen} value={rules.rounding[stage] === null ? 'off' : String(rules.rounding[stage])} options={places.map((each) => [each as string, each === 'off' ? setup.roundingOff : each] as const)}
      onChange={(value) => change({ rounding: { ...rules.rounding, [stage]: value === 'off' ? null : Number(value) } })} />
  );
  return (
    <>
      <Choice label={setup.trimOf} frozen={frozen} value={rules.trimOf} options={[['totals', setup.trim_totals], ['criteria', setup.trim_criteria]]} onChange={(trimOf) => change({ trimOf })} />
      {place('mark')}
      {place('panel')}
      <Choice label={`${setup.rounding} · ${setup.rounding_final}`} frozen={frozen} value={String(rules.rounding.final)} options={places.slice(1).map((each) => [each as string, each] as const)} onChange={(value) => change({ rounding: { ...rules.rounding, final: Number(value) } })} />
    </>
  );
};

const Running = ({ draft: { rules, change }, frozen }: Props): ReactElement => {
  const { setup } = useWords();
  const { windows } = rules;
  return (
    <>
      <Choice label={setup.windows} frozen={frozen} value={windows.policy} options={(['withContestant', 'untilNextFinished', 'batch', 'wholeSession'] as const).map((each) => [each, setup[`windows_${each}`]] as const)} onChange={(policy) => change({ windows: windowsOf(policy) })} />
      {windows.policy === 'batch' && <Count label={setup.batchSize} frozen={frozen} value={windows.size} onChange={(size) => change({ windows: { policy: 'batch', size: Math.max(1, size) } })} />}
      <Choice label={setup.reveal} frozen={frozen} value={rules.reveal} options={(['atOnce', 'afterNext', 'allAtEnd'] as const).map((each) => [each, setup[`reveal_${each}`]] as const)} onChange={(reveal) => change({ reveal })} />
    </>
  );
};

const Disclosing = ({ draft: { rules, change }, frozen }: Props): ReactElement => {
  const { setup } = useWords();
  const { disclosure } = rules;
  const set = (part: Partial<Rules['disclosure']>): void => change({ disclosure: { ...disclosure, ...part } });
  return (
    <>
      <Choice label={setup.marks} frozen={frozen} value={disclosure.marks} options={(['hidden', 'shuffled', 'bySeat', 'byName'] as const).map((each) => [each, setup[`marks_${each}`]] as const)} onChange={(marks) => set({ marks })} />
      <Choice label={setup.total} frozen={frozen} value={disclosure.total} options={(['figure', 'hidden'] as const).map((each) => [each, setup[`total_${each}`]] as const)} onChange={(total) => set({ total })} />
      <Choice label={setup.ranking} frozen={frozen} value={disclosure.ranking.show} options={(['all', 'first', 'none'] as const).map((each) => [each, setup[`ranking_${each}`]] as const)} onChange={(show) => set({ ranking: rankingOf(show) })} />
      {disclosure.ranking.show === 'first' && <Count label={setup.firstCount} frozen={frozen} value={disclosure.ranking.count} onChange={(count) => set({ ranking: { show: 'first', count } })} />}
      <Checkbox checked={disclosure.panelMeans} disabled={frozen} onChange={(event) => set({ panelMeans: event.target.checked })}>{setup.panelMeans}</Checkbox>
      <Checkbox checked={disclosure.standings} disabled={frozen} onChange={(event) => set({ standings: event.target.checked })}>{setup.standings}</Checkbox>
    </>
  );
};

const Timing = ({ draft: { rules, change }, frozen }: Props): ReactElement => {
  const { setup } = useWords();
  const { time } = rules;
  const set = (part: Partial<Rules['time']>): void => change({ time: { ...time, ...part } });
  return (
    <>
      <Count label={setup.speech} frozen={frozen} value={time.speechSeconds / 60} onChange={(value) => set({ speechSeconds: Math.round(value * 60) })} />
      <Count label={setup.firstWarning} frozen={frozen} value={time.firstWarning} onChange={(firstWarning) => set({ firstWarning })} />
      <Count label={setup.secondWarning} frozen={frozen} value={time.secondWarning} onChange={(secondWarning) => set({ secondWarning })} />
      <Count label={setup.questions} frozen={frozen} value={time.questionSeconds / 60} onChange={(value) => set({ questionSeconds: Math.round(value * 60) })} />
      <Checkbox checked={rules.singleOperator} disabled={frozen} title={setup.singleOperatorNote} onChange={(event) => change({ singleOperator: event.target.checked })}>{setup.singleOperator}</Checkbox>
    </>
  );
};

export const RulesOptions = (props: Props): ReactElement => {
  const { setup } = useWords();
  return (
    <>
      <section className="rules-part"><h3>{setup.counting}</h3><div className="fields"><Counting {...props} /></div></section>
      <section className="rules-part"><h3>{setup.windows}</h3><div className="fields"><Running {...props} /></div></section>
      <section className="rules-part"><h3>{setup.disclosure}</h3><div className="fields"><Disclosing {...props} /></div></section>
      <section className="rules-part"><h3>{setup.time}</h3><div className="fields"><Timing {...props} /></div></section>
    </>
  );
};
