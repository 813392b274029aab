// 规则: presets on top, thirteen sections that open one at a time, and beside them the rules in words with what does not add up. A frozen session shows them only.
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { BallotsSection } from '../rules/BallotsSection.tsx';
import { Beside } from '../rules/Beside.tsx';
import { MissingSection, RoundingSection, TrimmingSection } from '../rules/CountingSections.tsx';
import { SECTIONS, sectionOf, unreadSection, type Section } from '../rules/faultPlace.ts';
import { AdjustmentsSection, AwardsSection, CategoriesSection } from '../rules/ListSections.tsx';
import { PartsSection } from '../rules/PartsSection.tsx';
import { PresetBar } from '../rules/PresetBar.tsx';
import type { SectionProps } from '../rules/section.ts';
import { ChecksSection, DisclosureSection, FlowSection } from '../rules/ShowingSections.tsx';
import { summaryOf } from '../rules/summaries.ts';
import { TiesSection } from '../rules/TiesSection.tsx';
import { TimeSection } from '../rules/TimeSection.tsx';
import type { Rules } from '../../../shared/arena/rules.ts';
import { useSend } from '../host.ts';
import { useWords } from '../words.ts';
import { assignPanels } from './panels.ts';
import { activePeople } from './setupOrders.ts';
import type { StepProps } from './stepProps.ts';
import { useRulesDraft } from './useRulesDraft.ts';
import '../rules/rules.css';

const BODIES: Readonly<Record<Section, (props: SectionProps) => ReactElement>> = {
  ballots: BallotsSection, parts: PartsSection, trimming: TrimmingSection, missing: MissingSection, rounding: RoundingSection, time: TimeSection, adjustments: AdjustmentsSection,
  categories: CategoriesSection, ties: TiesSection, awards: AwardsSection, flow: FlowSection, disclosure: DisclosureSection, checks: ChecksSection,
};

interface RowProps extends SectionProps { readonly section: Section; readonly open: boolean; readonly faulty: boolean; readonly onToggle: () => void }

const SectionRow = ({ section, open, faulty, onToggle, ...props }: RowProps): ReactElement => {
  const { rules: words } = useWords();
  const Body = BODIES[section];
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <section ref={row} className="rules-section" data-open={open ? '' : undefined} data-section={section}>
      <button type="button" className="section-head" aria-expanded={open} onClick={onToggle}>
        <b>{words[`sec_${section}`]}</b>
        <span className="section-summary">{open ? words[`hint_${section}`] : summaryOf(section, words, props.rules)}</span>
        {faulty && <span className="section-fault">{words.faultTitle}</span>}
        <span aria-hidden className="section-sign">{open ? '▾' : '▸'}</span>
      </button>
      {open && <div className="section-body"><Body {...props} /></div>}
    </section>
  );
};

/** Judges whose panel another set of rules does not have go where the register's labels say; where those say nothing they stay, and the judges step tells. */
const useReplacing = ({ session, register }: StepProps): ((rules: Rules) => void) => {
  const send = useSend();
  return (rules) => {
    const stray = session.judges.filter((judge) => !rules.panels.some((panel) => panel.id === judge.panel));
    const { judges } = assignPanels(activePeople(register).filter((person) => stray.some((judge) => judge.id === person.id)), rules.panels);
    if (judges.length === 0) return;
    void send({ name: 'session.judges', input: { session: session.session, judges: session.judges.map((judge) => ({ judge: judge.id, panel: judges.find((each) => each.judge === judge.id)?.panel ?? judge.panel })) } });
  };
};

export const RulesStep = (props: StepProps): ReactElement => {
  const { session, frozen } = props;
  const replacing = useReplacing(props);
  const { rules, put, check } = useRulesDraft(session.session, session.rules);
  const [open, setOpen] = useState<Section | null>(null);
  const faulty = check === null ? unreadSection(rules) : check.ok ? null : sectionOf(rules, check.refusal);
  return (
    <div className="rules-page">
      <PresetBar rules={rules} sound={check?.ok === true} title={session.title} frozen={frozen} put={(next) => { put(next); replacing(next); }} />
      <div className="rules">
        <div className="rules-main">
          {SECTIONS.map((section) => (
            <SectionRow key={section} section={section} open={open === section} faulty={faulty === section} onToggle={() => setOpen(open === section ? null : section)} rules={rules} put={put} frozen={frozen} session={session} />
          ))}
        </div>
        <Beside rules={rules} check={check} session={session} frozen={frozen} onGo={setOpen} put={put} />
      </div>
    </div>
  );
};
