// The panels of judges: weight, trimming, least sheets, recusal policy and colour.
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import { useWords } from '../words.ts';
import type { RulesDraft } from './useRulesDraft.ts';

const COUNTS = ['dropHighest', 'dropLowest', 'minimum'] as const;
const RECUSALS = ['propose', 'default', 'automatic', 'never'] as const;

const Colour = ({ value }: { readonly value: string }): ReactElement => <svg width="12" height="12" aria-hidden><rect width="12" height="12" fill={value} /></svg>;

export const PanelsTable = ({ draft, frozen }: { readonly draft: RulesDraft; readonly frozen: boolean }): ReactElement => {
  const { setup, shell } = useWords();
  const { rules, change } = draft;
  const set = (id: string, part: Partial<Panel>): void => change({ panels: rules.panels.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  const addOne = (): void => {
    const at = rules.panels.length;
    const id = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N'].find((letter) => !rules.panels.some((panel) => panel.id === letter)) ?? `P${at + 1}`;
    change({ panels: [...rules.panels, { id, name: `${setup.panel}${id}`, weight: '0', colour: PANEL_COLOURS[at % PANEL_COLOURS.length] ?? PANEL_COLOURS[0], dropHighest: 1, dropLowest: 1, minimum: 5, recusal: 'propose' }] });
  };
  const removeOne = (id: string): void => change({ panels: rules.panels.filter((each) => each.id !== id), ties: rules.ties.filter((tie) => tie.by !== 'panel' || tie.id !== id) });
  return (
    <section className="rules-part">
      <h3>{setup.panels}</h3>
      <table className="plain-table">
        <thead><tr><th scope="col">{setup.panel}</th><th scope="col">{setup.weight}</th>{COUNTS.map((field) => <th scope="col" key={field}>{setup[field]}</th>)}<th scope="col">{setup.recusal}</th><th scope="col">{setup.colour}</th><th /></tr></thead>
        <tbody>
          {rules.panels.map((panel) => (
            <tr key={panel.id}>
              <td><Input size="small" aria-label={setup.panel} value={panel.name} maxLength={40} disabled={frozen} onChange={(event) => set(panel.id, { name: event.target.value })} /></td>
              <td><Input size="small" className="figure-input" aria-label={`${panel.name} ${setup.weight}`} value={panel.weight} disabled={frozen} onChange={(event) => set(panel.id, { weight: event.target.value.trim() })} /></td>
              {COUNTS.map((field) => <td key={field}><InputNumber size="small" className="figure-input" min={0} max={600} precision={0} aria-label={`${panel.name} ${setup[field]}`} value={panel[field]} disabled={frozen} onChange={(value) => set(panel.id, { [field]: value ?? 0 })} /></td>)}
              <td><Select size="small" className="fill" aria-label={`${panel.name} ${setup.recusal}`} value={panel.recusal} disabled={frozen} onChange={(recusal) => set(panel.id, { recusal })} options={RECUSALS.map((value) => ({ value, label: setup[`recusal_${value}`] }))} /></td>
              <td><Select<string> size="small" aria-label={`${panel.name} ${setup.colour}`} value={panel.colour} disabled={frozen} onChange={(colour) => set(panel.id, { colour })} options={PANEL_COLOURS.map((value) => ({ value, label: <Colour value={value} /> }))} /></td>
              <td><Button size="small" type="text" disabled={frozen || rules.panels.length === 1} {...(rules.panels.length === 1 ? { title: setup.keepOne } : {})} onClick={() => removeOne(panel.id)}>{shell.remove}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" disabled={frozen || rules.panels.length >= 12} onClick={addOne}>{setup.addPanel}</Button>
    </section>
  );
};
