// 规则: the whole of the rules on one page, with a check that says in words what does not add up. A frozen session shows them only.
import type { ReactElement } from 'react';
import { say } from '../../../shared/text/say.ts';
import { refusalSentence, useWords } from '../words.ts';
import { CriteriaTable } from './CriteriaTable.tsx';
import { PanelsTable } from './PanelsTable.tsx';
import { trimFor } from './panels.ts';
import { RulesOptions } from './RulesOptions.tsx';
import type { StepProps } from './stepProps.ts';
import { TiesList } from './TiesList.tsx';
import { useRulesDraft, type RulesDraft } from './useRulesDraft.ts';

const Check = ({ draft, session }: { readonly draft: RulesDraft; readonly session: StepProps['session'] }): ReactElement => {
  const words = useWords();
  const { setup } = words;
  const { rules, check } = draft;
  const short = rules.panels.map((panel) => ({ panel, count: session.judges.filter((judge) => judge.panel === panel.id).length })).filter(({ panel, count }) => count > 0 && count < panel.minimum);
  const fit = (): void => draft.change({ panels: rules.panels.map((panel) => {
    const found = short.find((each) => each.panel.id === panel.id);
    return found === undefined ? panel : { ...panel, ...trimFor(found.count) };
  }) });
  return (
    <aside className="rules-check" data-ok={check?.ok === true && short.length === 0 ? '' : undefined} role="status" aria-label={setup.checkTitle}>
      <h3>{setup.checkTitle}</h3>
      {check === null ? <p>{setup.checkForm}</p> : check.ok ? <p>{say(setup.checkOk, { full: rules.fullMark })}</p> : <p>{refusalSentence(words, check.refusal)}</p>}
      {short.map(({ panel, count }) => <p key={panel.id}>{say(setup.checkPanelSize, { panel: panel.name, count, minimum: panel.minimum })}</p>)}
      {short.length > 0 && <button type="button" className="text-button" onClick={fit}>{setup.fitPanels}</button>}
    </aside>
  );
};

export const RulesStep = ({ session, frozen }: StepProps): ReactElement => {
  const { setup } = useWords();
  const draft = useRulesDraft(session.session, session.rules);
  return (
    <section className="rules">
      <div className="rules-main">
        <p className="quiet">{setup.rulesIntro}</p>
        <fieldset disabled={frozen}>
          <CriteriaTable draft={draft} frozen={frozen} />
          <PanelsTable draft={draft} frozen={frozen} />
          <RulesOptions draft={draft} frozen={frozen} />
          <TiesList draft={draft} frozen={frozen} />
        </fieldset>
      </div>
      <Check draft={draft} session={session} />
    </section>
  );
};
