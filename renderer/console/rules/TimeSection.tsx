// 时间: limits and warnings, the penalty by tiers of whole seconds with its cap and full mark, too short, and late as a forfeit.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Rules, TimePenalty } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { Choice, Count, Decimal, PlainCount, PlainDecimal, RemoveButton, Tick } from './fields.tsx';
import type { SectionProps } from './section.ts';
import { minutesOf } from './summaries.ts';

const FRESH: TimePenalty = { fullMark: '100', phases: 'speech', graceSeconds: 0, tiers: [{ upTo: 30, amount: '0.5' }, { upTo: 60, amount: '1' }], cap: '2', under: null };
const secondsIn = (minutes: number): number => Math.round(minutes * 60);

const Tiers = ({ penalty, frozen, onChange }: { readonly penalty: TimePenalty; readonly frozen: boolean; readonly onChange: (part: Partial<TimePenalty>) => void }): ReactElement => {
  const { rules: words } = useWords();
  const { tiers } = penalty;
  const set = (at: number, part: Partial<TimePenalty['tiers'][number]>): void => onChange({ tiers: tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)) });
  const last = tiers.at(-1);
  const add = (): void => onChange({ tiers: [...tiers, { upTo: (last?.upTo ?? penalty.graceSeconds) + 30, amount: last?.amount ?? penalty.cap }] });
  return (
    <div className="tiers">
      {tiers.length > 0 && (
        <table className="plain-table">
          <thead><tr><th scope="col">{words.upTo}</th><th scope="col">{words.amount}</th><th /></tr></thead>
          <tbody>
            {tiers.map((tier, at) => (
              // A tier has no name but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td><PlainCount label={`${at + 1} ${words.upTo}`} most={3600} frozen={frozen} value={tier.upTo} onChange={(upTo) => set(at, { upTo })} /></td>
                <td><PlainDecimal label={`${at + 1} ${words.amount}`} frozen={frozen} value={tier.amount} onChange={(amount) => set(at, { amount })} /></td>
                <td><RemoveButton what={`${at + 1}`} frozen={frozen} onClick={() => onChange({ tiers: tiers.filter((_, index) => index !== at) })} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row-gap"><Button size="small" disabled={frozen || tiers.length >= 20} onClick={add}>{words.addTier}</Button><span className="quiet">{say(words.beyond, { cap: penalty.cap })}</span></div>
    </div>
  );
};

const Penalty = ({ penalty, frozen, onChange }: { readonly penalty: TimePenalty; readonly frozen: boolean; readonly onChange: (penalty: TimePenalty) => void }): ReactElement => {
  const { rules: words } = useWords();
  const set = (part: Partial<TimePenalty>): void => onChange({ ...penalty, ...part });
  const { under } = penalty;
  return (
    <div className="penalty">
      <div className="fields">
        <Choice label={words.penaltyPhases} frozen={frozen} value={penalty.phases} options={(['speech', 'questions', 'both'] as const).map((each) => [each, words[`phase_${each}`]] as const)} onChange={(phases) => set({ phases })} />
        <Decimal label={words.penaltyFull} frozen={frozen} value={penalty.fullMark} onChange={(fullMark) => set({ fullMark })} />
        <Count label={words.grace} frozen={frozen} value={penalty.graceSeconds} onChange={(graceSeconds) => set({ graceSeconds })} />
        <Decimal label={words.cap} frozen={frozen} value={penalty.cap} onChange={(cap) => set({ cap })} />
        <Tick label={words.under} frozen={frozen} value={under !== null} onChange={(on) => set({ under: on ? { seconds: 360, amount: '0.5' } : null })} />
        {under !== null && <Count label={words.underSeconds} broken frozen={frozen} value={Number(minutesOf(under.seconds))} onChange={(value) => set({ under: { ...under, seconds: secondsIn(value) } })} />}
        {under !== null && <Decimal label={words.amount} frozen={frozen} value={under.amount} onChange={(amount) => set({ under: { ...under, amount } })} />}
      </div>
      <Tiers penalty={penalty} frozen={frozen} onChange={set} />
    </div>
  );
};

export const TimeSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const { time } = rules;
  const set = (part: Partial<Rules['time']>): void => put({ ...rules, time: { ...time, ...part } });
  return (
    <>
      <div className="fields">
        <Count label={words.speech} broken frozen={frozen} value={Number(minutesOf(time.speechSeconds))} onChange={(value) => set({ speechSeconds: secondsIn(value) })} />
        <Count label={words.firstWarning} frozen={frozen} value={time.firstWarning} onChange={(firstWarning) => set({ firstWarning })} />
        <Count label={words.secondWarning} frozen={frozen} value={time.secondWarning} onChange={(secondWarning) => set({ secondWarning })} />
        <Count label={words.questions} broken frozen={frozen} value={Number(minutesOf(time.questionSeconds))} onChange={(value) => set({ questionSeconds: secondsIn(value) })} />
        <Tick label={words.late} frozen={frozen} value={time.lateForfeitSeconds !== null} onChange={(on) => set({ lateForfeitSeconds: on ? 60 : null })} />
        {time.lateForfeitSeconds !== null && <Count label={words.lateSeconds} most={3600} frozen={frozen} value={time.lateForfeitSeconds} onChange={(lateForfeitSeconds) => set({ lateForfeitSeconds })} />}
        <Tick label={words.penalty} frozen={frozen} value={time.penalty !== null} onChange={(on) => set({ penalty: on ? FRESH : null })} />
      </div>
      {time.penalty !== null && <Penalty penalty={time.penalty} frozen={frozen} onChange={(penalty) => set({ penalty })} />}
    </>
  );
};
