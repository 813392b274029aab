// What always stands beside the rules: what does not add up and the way to it, what the roster cannot bear, and the whole of the rules in words.
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Rules } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { say } from '../../../shared/text/say.ts';
import { trimFor } from '../setup/panels.ts';
import { refusalSentence, useWords } from '../words.ts';
import { remedyFor, sectionOf, unreadSection, type Section } from './faultPlace.ts';
import { SheetText } from './SheetText.tsx';
import { useDescription } from './useDescription.ts';

interface Props { readonly rules: Rules; readonly check: Result<true> | null; readonly session: SessionView; readonly frozen: boolean; readonly onGo: (section: Section) => void; readonly put: (rules: Rules) => void }

const Check = ({ rules, check, frozen, onGo, put }: Props): ReactElement => {
  const words = useWords();
  const { rules: text } = words;
  if (check?.ok === true) return <p className="fits">✓ {text.fine}</p>;
  const unread = check === null ? unreadSection(rules) : null;
  const place = check === null ? unread : sectionOf(rules, check.refusal);
  const remedy = check === null ? null : remedyFor(rules, check.refusal);
  return (
    <>
      <h3>{text.faultTitle}{place !== null && ` · ${text[`sec_${place}`]}`}</h3>
      <p>{check === null ? text.unread : refusalSentence(words, check.refusal)}</p>
      <p className="row-inline">
        {place !== null && <Button size="small" onClick={() => onGo(place)}>{text.faultGo}</Button>}
        {remedy !== null && !frozen && <Button size="small" type="primary" onClick={() => put(remedy)}>{text.faultMend}</Button>}
      </p>
    </>
  );
};

/** Panels of named judges that are smaller than the rules need, told before the host's own cases come back. */
const shortPanels = (rules: Rules, session: SessionView): readonly { readonly id: string; readonly name: string; readonly minimum: number; readonly count: number }[] =>
  rules.panels.filter((panel) => panel.voters === 'named').map((panel) => ({ id: panel.id, name: panel.name, minimum: panel.minimum, count: session.judges.filter((judge) => judge.panel === panel.id).length })).filter(({ count, minimum }) => count > 0 && count < minimum);

const Roster = ({ rules, session, frozen, put }: Props): ReactElement | null => {
  const { rules: text, faults } = useWords();
  const short = shortPanels(rules, session);
  const cases = session.cases.filter((each) => !short.some((panel) => panel.name === each.what));
  if (short.length === 0 && cases.length === 0) return null;
  const fit = (): void => put({ ...rules, panels: rules.panels.map((panel) => { const found = short.find((each) => each.id === panel.id); return found === undefined ? panel : { ...panel, ...trimFor(found.count) }; }) });
  return (
    <div className="beside-cases" data-fatal={cases.some((each) => each.isFatal) ? '' : undefined}>
      <h3>{text.casesTitle}</h3>
      {short.map(({ id, name, count, minimum }) => <p key={id}>{say(text.panelSize, { panel: name, count, minimum })}</p>)}
      {short.length > 0 && !frozen && <Button size="small" onClick={fit}>{text.fitPanels}</Button>}
      {cases.map((each) => <p key={`${each.why} ${each.what}`}>{say(faults.why[each.why], { what: each.what, is: each.is, should: each.should })}</p>)}
    </div>
  );
};

export const Beside = (props: Props): ReactElement => {
  const { rules, check, session, frozen } = props;
  const { rules: text, language } = useWords();
  const said = useDescription(frozen ? null : rules);
  const lines = (said ?? session.ruleSheet)[language];
  return (
    <aside className="beside" aria-label={text.sheetTitle}>
      <div className="rules-check" data-ok={check?.ok === true ? '' : undefined} role="status"><Check {...props} /></div>
      <Roster {...props} />
      <div className="beside-sheet">
        <h3>{text.sheetTitle}</h3>
        {lines.length === 0 ? <p className="quiet">{text.sheetWaiting}</p> : <SheetText lines={lines} />}
      </div>
    </aside>
  );
};
