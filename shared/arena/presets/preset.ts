// What a preset that comes with the program is: a complete set of rules under a name. It is a start to edit, never applied behind anyone's back.
import type { Criterion } from '../forms.ts';
import type { Panel, Part, Rules } from '../rules.ts';

/** Words in both languages; Chinese is what a person reads first. */
export interface InWords { readonly zh: string; readonly en: string }

/** A preset of the program. `sample` says in one sentence which of its figures no public source gives: they are 示例 and meant to be changed. */
export interface BuiltInPreset {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly about: InWords;
  readonly sample: InWords;
  readonly rules: Rules;
}

/** A criterion from 0 to its points in halves. Example: `marked('facts', '晒成绩', '30')` takes 28.5. */
export const marked = (id: string, name: string, points: string): Criterion => ({ id, name, points, step: '0.5', floor: '0', ceiling: points });

/** The one part scored in the room, on 100, bringing `points` of the scheme's. */
export const onSite = (name: string, points: string): Part => ({ id: 'onSite', name, kind: 'onSite', source: 'panels', fullMark: '100', points });

type PanelWords = Pick<Panel, 'id' | 'name' | 'colour' | 'points'>;

/** Named judges with a score sheet, nothing dropped, at least three sheets; the home unit's judge is proposed as recused. */
export const namedPanel = (given: PanelWords & Partial<Panel>): Panel => ({
  form: 'form', part: 'onSite', voters: 'named', trimOf: 'totals', dropHighest: 0, dropLowest: 0, minimum: 3, average: 'mean', recusal: 'propose', categories: null, ...given,
});

/** Ballots without names: nothing dropped, and at least five valid ones, because smaller groups are not shown for themselves (design §1 item 11). */
export const namelessPanel = (given: PanelWords & Partial<Panel>): Panel => ({
  form: 'form', part: 'onSite', voters: 'anonymous', trimOf: 'totals', dropHighest: 0, dropLowest: 0, minimum: 5, average: 'mean', recusal: 'never', categories: null, ...given,
});
