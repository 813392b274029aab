// From sheets to a figure: trimming and averages by panel, what a missing sheet counts as, and where rounding happens.
import type { ReactElement } from 'react';
import type { Panel, Rules } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords, type Words } from '../words.ts';
import { Choice, PlainChoice, PlainCount } from './fields.tsx';
import { withOne, type SectionProps } from './section.ts';
import { CAUSES } from './summaries.ts';

const COUNTS = ['dropHighest', 'dropLowest', 'minimum'] as const;

export const TrimmingSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const set = (id: string, part: Partial<Panel>): void => put({ ...rules, panels: withOne(rules.panels, id, part) });
  return (
    <table className="plain-table wide">
      <thead><tr><th scope="col">{words.panel}</th><th scope="col">{words.trimOf}</th>{COUNTS.map((field) => <th scope="col" key={field}>{words[field]}</th>)}<th scope="col">{words.average}</th></tr></thead>
      <tbody>
        {rules.panels.map((panel) => {
          const isScore = rules.forms.find((form) => form.id === panel.form)?.kind === 'score';
          return (
            <tr key={panel.id}>
              <th scope="row">{panel.name}</th>
              <td><PlainChoice label={`${panel.name} ${words.trimOf}`} frozen={frozen || !isScore} value={panel.trimOf} options={(['totals', 'criteria'] as const).map((each) => [each, words[`trim_${each}`]] as const)} onChange={(trimOf) => set(panel.id, { trimOf })} /></td>
              {COUNTS.map((field) => <td key={field}><PlainCount label={`${panel.name} ${words[field]}`} frozen={frozen} value={panel[field]} onChange={(value) => set(panel.id, { [field]: value })} /></td>)}
              <td><PlainChoice label={`${panel.name} ${words.average}`} frozen={frozen} value={panel.average} options={(['mean', 'median'] as const).map((each) => [each, words[`average_${each}`]] as const)} onChange={(average) => set(panel.id, { average })} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const PLACES = ['off', '0', '1', '2', '3', '4', '5', '6'] as const;
type Places = (typeof PLACES)[number];
const placesOptions = (words: Words['rules']): readonly (readonly [Places, string])[] => PLACES.map((each) => [each, each === 'off' ? words.off : each === '0' ? words.whole : say(words.places, { n: each })] as const);
const keyOf = (places: number | null): Places => PLACES.find((each) => each === String(places)) ?? 'off';
const placesIn = (key: Places): number | null => (key === 'off' ? null : Number(key));

export const MissingSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const { missing } = rules;
  const set = (part: Partial<Rules['missing']>): void => put({ ...rules, missing: { ...missing, ...part } });
  const fills = CAUSES.some((cause) => missing[cause] === 'fillBefore' || missing[cause] === 'fillAfter');
  return (
    <div className="fields">
      {CAUSES.map((cause) => <Choice key={cause} label={words[cause]} frozen={frozen} value={missing[cause]} options={(['excluded', 'zero', 'fillBefore', 'fillAfter'] as const).map((each) => [each, words[`fill_${each}`]] as const)} onChange={(fill) => set({ [cause]: fill })} />)}
      <Choice label={words.leftEarlyMarks} frozen={frozen} value={missing.leftEarlyMarks} options={(['stand', 'withdrawn'] as const).map((each) => [each, words[`marks_${each}`]] as const)} onChange={(leftEarlyMarks) => set({ leftEarlyMarks })} />
      {fills && <Choice label={words.fillPlaces} frozen={frozen} value={keyOf(missing.fillPlaces)} options={placesOptions(words)} onChange={(key) => set({ fillPlaces: placesIn(key) })} />}
    </div>
  );
};

export const RoundingSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const { rounding } = rules;
  return (
    <div className="fields">
      {(['mark', 'panel', 'part'] as const).map((stage) => <Choice key={stage} label={words[`round_${stage}`]} frozen={frozen} value={keyOf(rounding[stage])} options={placesOptions(words)} onChange={(key) => put({ ...rules, rounding: { ...rounding, [stage]: placesIn(key) } })} />)}
      <Choice label={words.round_final} frozen={frozen} value={keyOf(rounding.final)} options={placesOptions(words).slice(1)} onChange={(key) => put({ ...rules, rounding: { ...rounding, final: placesIn(key) ?? 0 } })} />
    </div>
  );
};
