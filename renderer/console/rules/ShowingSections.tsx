// What happens when, and what the room may see: windows and reveal, 公布范围, and the lot, trial round, warnings and paper check.
import type { ReactElement } from 'react';
import type { Rules } from '../../../shared/arena/rules.ts';
import { useWords } from '../words.ts';
import { Choice, Count, Decimal, Tick } from './fields.tsx';
import type { SectionProps } from './section.ts';

const windowsOf = (policy: Rules['windows']['policy']): Rules['windows'] => (policy === 'batch' || policy === 'calibration' ? { policy, size: 3 } : { policy });
const rankingOf = (show: Rules['disclosure']['ranking']['show']): Rules['disclosure']['ranking'] => (show === 'first' ? { show, count: 3 } : { show });
const POLICIES = ['withContestant', 'untilNextFinished', 'batch', 'calibration', 'wholeSession'] as const;

/** Scoring the first k together is for settling the standard, so they are shown together too. */
const withWindows = (rules: Rules, policy: Rules['windows']['policy']): Rules => {
  const reveal = policy === 'calibration' ? 'calibration' : rules.reveal === 'calibration' ? 'atOnce' : rules.reveal;
  return { ...rules, windows: windowsOf(policy), reveal };
};

export const FlowSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const { windows, rankingReveal } = rules;
  const known = rules.parts.filter((part) => part.source === 'entered');
  const reveals = (['atOnce', 'afterNext', 'calibration', 'allAtEnd'] as const).filter((each) => each !== 'calibration' || windows.policy === 'calibration');
  const orders = (['lastFirst', 'knownPart'] as const).filter((each) => each === 'lastFirst' || known.length > 0);
  return (
    <div className="fields">
      <Choice label={words.windows} frozen={frozen} value={windows.policy} options={POLICIES.map((each) => [each, words[`windows_${each}`]] as const)} onChange={(policy) => put(withWindows(rules, policy))} />
      {'size' in windows && <Count label={words.batchSize} least={1} frozen={frozen} value={windows.size} onChange={(size) => put({ ...rules, windows: { ...windows, size } })} />}
      <Choice label={words.reveal} frozen={frozen} value={rules.reveal} options={reveals.map((each) => [each, words[`reveal_${each}`]] as const)} onChange={(reveal) => put({ ...rules, reveal })} />
      <Choice label={words.rankingReveal} frozen={frozen} value={rankingReveal.by} options={orders.map((each) => [each, words[`rankingReveal_${each}`]] as const)} onChange={(by) => put({ ...rules, rankingReveal: by === 'lastFirst' ? { by } : { by, part: known[0]?.id ?? '' } })} />
      {rankingReveal.by === 'knownPart' && <Choice label={words.knownPart} frozen={frozen} value={rankingReveal.part} options={known.map((part) => [part.id, part.name] as const)} onChange={(part) => put({ ...rules, rankingReveal: { by: 'knownPart', part } })} />}
    </div>
  );
};

export const DisclosureSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const { disclosure } = rules;
  const set = (part: Partial<Rules['disclosure']>): void => put({ ...rules, disclosure: { ...disclosure, ...part } });
  return (
    <div className="fields">
      <Choice label={words.total} frozen={frozen} value={disclosure.total} options={(['figure', 'tier', 'hidden'] as const).map((each) => [each, words[`total_${each}`]] as const)} onChange={(total) => set({ total })} />
      <Choice label={words.ranking} frozen={frozen} value={disclosure.ranking.show} options={(['all', 'first', 'none'] as const).map((each) => [each, words[`ranking_${each}`]] as const)} onChange={(show) => set({ ranking: rankingOf(show) })} />
      {disclosure.ranking.show === 'first' && <Count label={words.firstCount} least={1} frozen={frozen} value={disclosure.ranking.count} onChange={(count) => set({ ranking: { show: 'first', count } })} />}
      <Choice label={words.marks} frozen={frozen} value={disclosure.marks} options={(['hidden', 'shuffled', 'bySeat', 'byName'] as const).map((each) => [each, words[`marks_${each}`]] as const)} onChange={(marks) => set({ marks })} />
      {(rules.parts.length > 1 || disclosure.figure !== 'combined') && <Choice label={words.figure} frozen={frozen} value={disclosure.figure} options={(['combined', 'onSite', 'either'] as const).map((each) => [each, words[`figure_${each}`]] as const)} onChange={(figure) => set({ figure })} />}
      <Tick label={words.panelMeans} frozen={frozen} value={disclosure.panelMeans} onChange={(panelMeans) => set({ panelMeans })} />
      <Tick label={words.parts} frozen={frozen} value={disclosure.parts} onChange={(parts) => set({ parts })} />
      <Tick label={words.standings} frozen={frozen} value={disclosure.standings} onChange={(standings) => set({ standings })} />
    </div>
  );
};

export const ChecksSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  return (
    <div className="fields checks-fields">
      <Choice label={words.paperCheck} frozen={frozen} value={rules.paperCheck} options={(['secondEntry', 'readBack'] as const).map((each) => [each, words[`paper_${each}`]] as const)} onChange={(paperCheck) => put({ ...rules, paperCheck })} />
      <Tick label={words.singleOperator} frozen={frozen} value={rules.singleOperator} onChange={(singleOperator) => put({ ...rules, singleOperator })} />
      <Tick label={words.called} frozen={frozen} value={rules.lot.called} onChange={(called) => put({ ...rules, lot: { ...rules.lot, called } })} />
      {(rules.categories.length > 0 || rules.lot.byCategory) && <Tick label={words.byCategory} frozen={frozen} value={rules.lot.byCategory} onChange={(byCategory) => put({ ...rules, lot: { ...rules.lot, byCategory } })} />}
      <Tick label={words.trial} frozen={frozen} value={rules.trial} onChange={(trial) => put({ ...rules, trial })} />
      <Tick label={words.far} frozen={frozen} value={rules.farFromMedian !== null} onChange={(on) => put({ ...rules, farFromMedian: on ? '20' : null })} />
      {rules.farFromMedian !== null && <Decimal label={words.farNote} frozen={frozen} value={rules.farFromMedian} onChange={(farFromMedian) => put({ ...rules, farFromMedian })} />}
    </div>
  );
};
