// Lists of the rules: kinds of bonus and penalty, categories, and awards with points by final place.
import { Button, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import type { Adjustment, Award, Rules } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { useWords } from '../words.ts';
import { freshId, removeCategory } from './editRules.ts';
import { Choice, MaybeDecimal, NameInput, PlainChoice, PlainDecimal, RemoveButton, Tick } from './fields.tsx';
import { PlaceValuesFields } from './PlaceValuesFields.tsx';
import { withOne, type SectionProps } from './section.ts';

export const AdjustmentsSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const list = (adjustments: Adjustment[]): void => put({ ...rules, adjustments });
  const set = (id: string, part: Partial<Adjustment>): void => list(withOne(rules.adjustments, id, part));
  return (
    <>
      {rules.adjustments.length > 0 && (
        <table className="plain-table wide">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.sign}</th><th scope="col">{words.scale}</th><th scope="col">{words.limit}</th><th /></tr></thead>
          <tbody>
            {rules.adjustments.map((each) => (
              <tr key={each.id}>
                <td><NameInput label={words.name} value={each.name} frozen={frozen} onChange={(name) => set(each.id, { name })} /></td>
                <td><PlainChoice label={`${each.name} ${words.sign}`} frozen={frozen} value={each.sign} options={[['bonus', words.bonus], ['penalty', words.penaltySign]]} onChange={(sign) => set(each.id, { sign })} /></td>
                <td><PlainDecimal label={`${each.name} ${words.scale}`} value={each.fullMark} frozen={frozen} onChange={(fullMark) => set(each.id, { fullMark })} /></td>
                <td><MaybeDecimal label={`${each.name} ${words.limit}`} empty={words.unlimited} value={each.cap} frozen={frozen} onChange={(cap) => set(each.id, { cap })} /></td>
                <td><RemoveButton what={each.name} frozen={frozen} onClick={() => list(rules.adjustments.filter((other) => other.id !== each.id))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row-gap"><Button size="small" disabled={frozen || rules.adjustments.length >= 12} onClick={() => list([...rules.adjustments, { id: freshId(rules.adjustments, 'adjust'), name: words.newBonus, sign: 'bonus', fullMark: rules.fullMark, cap: null }])}>{words.addAdjustment}</Button></div>
    </>
  );
};

export const CategoriesSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const add = (): void => put({ ...rules, categories: [...rules.categories, { id: freshId(rules.categories, 'cat'), name: say(words.newCategory, { n: rules.categories.length + 1 }) }] });
  return (
    <>
      <ul className="category-list">
        {rules.categories.map((each) => (
          <li key={each.id}>
            <NameInput label={words.category} value={each.name} frozen={frozen} onChange={(name) => put({ ...rules, categories: withOne(rules.categories, each.id, { name }) })} />
            <RemoveButton what={each.name} frozen={frozen} onClick={() => put(removeCategory(rules, each.id))} />
          </li>
        ))}
      </ul>
      <div className="row-gap"><Button size="small" disabled={frozen || rules.categories.length >= 12} onClick={add}>{words.addCategory}</Button></div>
    </>
  );
};

const ALL = '—';
const AwardRow = ({ award, rules, frozen, set, remove }: Pick<SectionProps, 'rules' | 'frozen'> & { readonly award: Award; readonly set: (part: Partial<Award>) => void; readonly remove: () => void }): ReactElement => {
  const { rules: words } = useWords();
  return (
    <tr>
      <td><NameInput label={words.award} value={award.name} frozen={frozen} onChange={(name) => set({ name })} /></td>
      {rules.categories.length > 0 && <td><PlainChoice label={`${award.name} ${words.awardCategory}`} frozen={frozen} value={award.category ?? ALL} options={[[ALL, words.everyone] as const, ...rules.categories.map((each) => [each.id, each.name] as const)]} onChange={(id) => set({ category: id === ALL ? null : id })} /></td>}
      <td><InputNumber size="small" className="figure-input" min={1} max={200} precision={0} placeholder={words.unlimited} aria-label={`${award.name} ${words.quota}`} value={award.quota} disabled={frozen} onChange={(quota) => set({ quota })} /></td>
      <td><MaybeDecimal label={`${award.name} ${words.score}`} empty={words.unlimited} value={award.score} frozen={frozen} onChange={(score) => set({ score })} /></td>
      <td><RemoveButton what={award.name} frozen={frozen} onClick={remove} /></td>
    </tr>
  );
};

const PlacePoints = ({ rules, put, frozen }: Omit<SectionProps, 'session'>): ReactElement => {
  const { rules: words } = useWords();
  const { placePoints } = rules;
  return (
    <>
      <div className="row-gap"><Tick label={words.placePoints} frozen={frozen} value={placePoints !== null} onChange={(on) => put({ ...rules, placePoints: on ? { points: { by: 'linear', top: '10', step: '1' }, ties: 'averaged' } : null })} />
        {placePoints !== null && <span className="row-inline">{words.placeTies} <PlainChoice label={words.placeTies} frozen={frozen} value={placePoints.ties} options={(['averaged', 'same'] as const).map((each) => [each, words[`placeTies_${each}`]] as const)} onChange={(ties) => put({ ...rules, placePoints: { ...placePoints, ties } })} /></span>}
      </div>
      {placePoints !== null && <PlaceValuesFields values={placePoints.points} frozen={frozen} onChange={(points) => put({ ...rules, placePoints: { ...placePoints, points } })} />}
    </>
  );
};

export const AwardsSection = ({ rules, put, frozen }: SectionProps): ReactElement => {
  const { rules: words } = useWords();
  const { awards } = rules;
  const set = (part: Partial<Rules['awards']>): void => put({ ...rules, awards: { ...awards, ...part } });
  const add = (): void => set({ tiers: [...awards.tiers, { id: freshId(awards.tiers, 'award'), name: words.newAward, category: null, quota: 1, score: null }] });
  return (
    <>
      {awards.tiers.length > 0 && (
        <>
          <table className="plain-table wide">
            <thead><tr><th scope="col">{words.award}</th>{rules.categories.length > 0 && <th scope="col">{words.awardCategory}</th>}<th scope="col">{words.quota}</th><th scope="col">{words.score}</th><th /></tr></thead>
            <tbody>{awards.tiers.map((tier) => <AwardRow key={tier.id} award={tier} rules={rules} frozen={frozen} set={(part) => set({ tiers: withOne(awards.tiers, tier.id, part) })} remove={() => set({ tiers: awards.tiers.filter((each) => each.id !== tier.id) })} />)}</tbody>
          </table>
          <div className="fields">
            <Choice label={words.edge} frozen={frozen} value={awards.edge} options={(['all', 'none'] as const).map((each) => [each, words[`edge_${each}`]] as const)} onChange={(edge) => set({ edge })} />
            <Choice label={words.announce} frozen={frozen} value={awards.announce} options={(['fromLowest', 'straight'] as const).map((each) => [each, words[`announce_${each}`]] as const)} onChange={(announce) => set({ announce })} />
          </div>
        </>
      )}
      <div className="row-gap"><Button size="small" disabled={frozen || awards.tiers.length >= 20} onClick={add}>{words.addAward}</Button></div>
      <PlacePoints rules={rules} put={put} frozen={frozen} />
    </>
  );
};
