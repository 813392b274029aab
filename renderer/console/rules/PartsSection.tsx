// 组成: the parts of the total with their panels inside, and the sums that must come out, live while they are typed.
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts';
import type { Panel, Part } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { addPanel, addPart, putFullMark, putPanel, putPart, removePanel, removePart } from './editRules.ts';
import { Choice, Decimal, Field, NameInput, PlainChoice, PlainDecimal, RemoveButton } from './fields.tsx';
import type { SectionProps } from './section.ts';
import { equalShares, panelBrings, panelTotals, partsTotal } from './shares.ts';

type Props = Omit<SectionProps, 'session'>;
const KINDS = ['onSite', 'performance', 'appraisal', 'visit', 'carried'] as const;
const RECUSALS = ['propose', 'default', 'automatic', 'never'] as const;
const Colour = ({ value }: { readonly value: string }): ReactElement => <svg width="12" height="12" aria-hidden><rect width="12" height="12" fill={value} /></svg>;

const PanelRow = ({ panel, part, rules, put, frozen }: Props & { readonly panel: Panel; readonly part: Part }): ReactElement => {
  const { rules: words } = useWords();
  const set = (change: Partial<Panel>): void => put(putPanel(rules, { ...panel, ...change }));
  const label = (what: string): string => `${panel.name} ${what}`;
  const form = rules.forms.find((each) => each.id === panel.form);
  const voters = (['named', 'anonymous', 'counts'] as const).filter((each) => each !== 'counts' || form?.kind !== 'score');
  const canRecuse = panel.voters === 'named' && form?.kind !== 'rank';
  return (
    <tr>
      <td><NameInput label={words.panel} value={panel.name} frozen={frozen} onChange={(name) => set({ name })} /></td>
      <td><PlainDecimal label={label(words.panelPoints)} value={panel.points} frozen={frozen} onChange={(points) => set({ points })} /></td>
      <td><PlainChoice label={label(words.ballot)} value={panel.form} frozen={frozen} options={rules.forms.map((each) => [each.id, each.name] as const)} onChange={(id) => set({ form: id })} /></td>
      <td><PlainChoice label={label(words.voters)} value={panel.voters} frozen={frozen} options={voters.map((each) => [each, words[`voters_${each}`]] as const)} onChange={(each) => set({ voters: each })} /></td>
      <td><PlainChoice label={label(words.recusal)} value={panel.recusal} frozen={frozen || (!canRecuse && panel.recusal === 'never')} options={RECUSALS.map((each) => [each, words[`recusal_${each}`]] as const)} onChange={(recusal) => set({ recusal })} /></td>
      {rules.categories.length > 0 && <td><Select<string[]> size="small" mode="multiple" className="fill" aria-label={label(words.panelCategories)} placeholder={words.allCategories} value={panel.categories ?? []} disabled={frozen} onChange={(ids) => set({ categories: ids.length === 0 ? null : ids })} options={rules.categories.map((each) => ({ value: each.id, label: each.name }))} /></td>}
      <td><Select<string> size="small" aria-label={label(words.colour)} value={panel.colour} disabled={frozen} onChange={(colour) => set({ colour })} options={PANEL_COLOURS.map((value) => ({ value, label: <Colour value={value} /> }))} /></td>
      <td className="figure quiet">{rules.parts.length > 1 || part.fullMark !== rules.fullMark ? panelBrings(panel, part) ?? '—' : ''}</td>
      <td><RemoveButton what={panel.name} frozen={frozen} onClick={() => put(removePanel(rules, panel.id))} /></td>
    </tr>
  );
};

const Sums = ({ rules, part }: Pick<Props, 'rules'> & { readonly part: Part }): ReactElement => {
  const { rules: words } = useWords();
  return (
    <>
      {panelTotals(rules, part).map((total) => (
        <span key={total.category ?? ''} className="sum" data-fits={total.fits ? '' : undefined}>
          {total.category !== null && `${total.category}：`}{say(words.partSum, { terms: total.terms.join(' + ') || '0', is: total.is ?? '—', should: total.should })} {total.fits ? '✓' : `✕ ${words.sumBad}`}
        </span>
      ))}
    </>
  );
};

const Panels = ({ part, rules, put, frozen }: Props & { readonly part: Part }): ReactElement => {
  const { rules: words } = useWords();
  const own = rules.panels.filter((panel) => panel.part === part.id);
  const shares = equalShares(part.fullMark, own.length);
  const evenly = (): void => put({ ...rules, panels: rules.panels.map((panel) => { const share = shares[own.indexOf(panel)]; return share === undefined ? panel : { ...panel, points: share }; }) });
  const uneven = rules.categories.length === 0 && own.length > 1 && panelTotals(rules, part).some((total) => !total.fits && total.is !== null);
  return (
    <>
      {own.length > 0 && (
        <table className="plain-table wide panels-table">
          <thead><tr><th scope="col">{words.panel}</th><th scope="col">{words.panelPoints}</th><th scope="col">{words.ballot}</th><th scope="col">{words.voters}</th><th scope="col">{words.recusal}</th>{rules.categories.length > 0 && <th scope="col">{words.panelCategories}</th>}<th scope="col">{words.colour}</th><th scope="col" colSpan={2}>{rules.parts.length > 1 ? say(words.brings, { points: '' }) : ''}</th></tr></thead>
          <tbody>{own.map((panel) => <PanelRow key={panel.id} panel={panel} part={part} rules={rules} put={put} frozen={frozen} />)}</tbody>
        </table>
      )}
      <div className="row-gap">
        <Button size="small" disabled={frozen || rules.panels.length >= 12} onClick={() => put(addPanel(rules, part, words.newPanel))}>{words.addPanel}</Button>
        {uneven && <Button size="small" disabled={frozen} onClick={evenly}>{words.evenly}</Button>}
        <Sums rules={rules} part={part} />
      </div>
    </>
  );
};

const PartCard = (props: Props & { readonly part: Part }): ReactElement => {
  const { part, rules, put, frozen } = props;
  const { rules: words } = useWords();
  const set = (change: Partial<Part>): void => put(putPart(rules, { ...part, ...change }));
  const label = (what: string): string => `${part.name} ${what}`;
  const hasPanels = rules.panels.some((panel) => panel.part === part.id);
  const why = hasPanels ? words.partHasPanels : rules.parts.length === 1 ? words.keepOne : null;
  return (
    <div className="rules-card">
      <div className="card-head part-head">
        <Field label={words.part}><NameInput label={words.part} value={part.name} frozen={frozen} onChange={(name) => set({ name })} /></Field>
        <Decimal label={words.partPoints} value={part.points} frozen={frozen} onChange={(points) => set({ points })} />
        <Decimal label={words.partFull} value={part.fullMark} frozen={frozen} onChange={(fullMark) => set({ fullMark })} />
        <Choice label={words.source} value={part.source} frozen={frozen || hasPanels} options={(['panels', 'entered'] as const).map((each) => [each, words[`source_${each}`]] as const)} onChange={(source) => set({ source })} />
        <Choice label={words.partKind} value={part.kind} frozen={frozen} options={KINDS.map((each) => [each, words[`kind_${each}`]] as const)} onChange={(kind) => set({ kind })} />
        <span className="desk-space" />
        {rules.parts.length > 1 && <RemoveButton what={label('')} frozen={frozen} why={why} onClick={() => put(removePart(rules, part.id))} />}
      </div>
      {part.source === 'panels' ? <Panels {...props} /> : <p className="quiet">{words.enteredNote}</p>}
    </div>
  );
};

export const PartsSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const total = partsTotal(rules);
  return (
    <>
      <div className="row-gap">
        <label>{words.fullMark} <PlainDecimal label={words.fullMark} value={rules.fullMark} frozen={frozen} onChange={(fullMark) => put(putFullMark(rules, fullMark))} /></label>
        <span className="sum" data-fits={total.fits ? '' : undefined}>{say(words.partsSum, { is: total.is ?? '—', should: total.should })} {total.fits ? '✓' : `✕ ${words.sumBad}`}</span>
      </div>
      {rules.parts.map((part) => <PartCard key={part.id} part={part} rules={rules} put={put} frozen={frozen} />)}
      <div className="row-gap"><Button size="small" disabled={frozen || rules.parts.length >= 8} onClick={() => put(addPart(rules, words.kind_performance))}>{words.addPart}</Button></div>
    </>
  );
};
