// Faults in the desk's set-up: rules left half changed, sums that lie, a fault that leads nowhere, figures sent that nobody can read.
import type { Fault } from '../fault.ts';

const page = ['tests/unit/console/rulesPage.test.ts'];
const panels = ['tests/unit/console/panels.test.ts'];
const words = ['tests/unit/console/words.test.ts'];
const edits = 'renderer/console/rules/editRules.ts';
const places = 'renderer/console/rules/faultPlace.ts';

export const setUpFaults: readonly Fault[] = [
  { name: 'a removed panel leaves its tie link behind', tests: page, file: edits, find: 'withLiveTies({ ...rules, panels: rules.panels.filter((panel) => panel.id !== id) })', replace: '({ ...rules, panels: rules.panels.filter((panel) => panel.id !== id) })' },
  { name: 'a ballot of another kind keeps its panels’ trimming by criterion', tests: page, file: edits, find: "{ trimOf: 'totals' as const }", replace: '{}' },
  { name: 'a panel without names still proposes recusals', tests: page, file: edits, find: "fitting.voters === 'named' ? fitting", replace: "fitting.voters !== 'counts' ? fitting" },
  { name: 'a removed part stays the order of the reveal', tests: page, file: edits, find: "rankingReveal.by === 'knownPart' && rankingReveal.part === id ?", replace: "rankingReveal.by === 'knownPart' && rankingReveal.part !== id ?" },
  { name: 'a removed category keeps its awards', tests: page, file: edits, find: 'rules.awards.tiers.filter((tier) => tier.category !== id)', replace: 'rules.awards.tiers' },
  { name: 'a part’s full mark changes the points of several panels', tests: page, file: edits, find: 'own.length === 1 && before !== undefined', replace: 'before !== undefined' },
  { name: 'a figure that cannot be read counts as nothing in a sum', tests: page, file: 'renderer/console/rules/shares.ts', find: 'if (known.length < read.length || goal === null)', replace: 'if (goal === null)' },
  { name: 'the sum of a category counts panels of another', tests: page, file: 'renderer/console/rules/shares.ts', find: 'own.filter((panel) => panelScores(panel, category?.id ?? null))', replace: 'own.filter((panel) => panelScores(panel, null))' },
  { name: 'equal shares lose the last hundredth', tests: [...page, ...panels], file: 'renderer/console/rules/shares.ts', find: 'at === 0 ? hundredths - each * (count - 1) : each', replace: 'at < 0 ? hundredths : each' },
  { name: 'a panel too small to trim leads to the wrong section', tests: page, file: places, find: "minimumTooSmall: 'trimming'", replace: "minimumTooSmall: 'parts'" },
  { name: 'a whole-sheet ballot is offered half a remedy', tests: page, file: places, find: "windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' }", replace: "reveal: 'allAtEnd' }" },
  { name: 'panels from the register take the entered part’s place', tests: panels, file: 'renderer/console/setup/panels.ts', find: "rules.parts.find((part) => part.source === 'panels')", replace: "rules.parts.find((part) => part.source === 'entered')" },
  { name: 'a unit is put into a category it is not called', tests: panels, file: 'renderer/console/setup/setupOrders.ts', find: 'each.name === unit.group.trim()', replace: "unit.group.trim() !== ''" },
  { name: 'a refused file of rules is told as any other input', tests: words, file: 'renderer/console/words.ts', find: "return code === 'badInput' && faults.file[reason] !== undefined ?", replace: "return code === '' && faults.file[reason] !== undefined ?" },
  { name: 'a malformed figure is forgotten on leaving the page', tests: page, file: 'renderer/console/rules/unreadDrafts.ts', find: 'left?.basis === JSON.stringify(kept) ? left.rules', replace: "left?.basis === '' ? left.rules" },
  { name: 'an old draft goes before rules that came from elsewhere', tests: page, file: 'renderer/console/rules/unreadDrafts.ts', find: 'left?.basis === JSON.stringify(kept) ?', replace: 'left !== undefined ?' },
  { name: 'part scores with faults can be confirmed', tests: page, file: 'renderer/console/setup/figureShapes.ts', find: 'plan?.ready === true && values.length > 0', replace: 'values.length > 0' },
];
