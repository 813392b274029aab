// Faults in the presets and in taking over rules from a file: half-taken rules, rules nobody checked, a preset that is not what its source says.
import type { Fault } from '../fault.ts';

const exchange = ['tests/unit/golden/exchange.test.ts'];
const golden = ['tests/unit/golden/sessions.test.ts'];
const worked = ['tests/unit/golden/worked.test.ts'];
const jining = ['tests/unit/golden/jining.test.ts'];

export const presetFaults: readonly Fault[] = [
  { name: 'fields that nobody knows are dropped from imported rules', tests: exchange, file: 'shared/arena/presets/exchange.ts', find: 'return stray === undefined ?', replace: 'return stray !== null ?' },
  { name: 'imported rules need not add up', tests: exchange, file: 'shared/arena/presets/exchange.ts', find: 'return checked.ok ?', replace: 'return checked !== null ?' },
  { name: 'rules of a newer program are taken', tests: exchange, file: 'shared/arena/presets/exchange.ts', find: 'if (version !== 1 && version !== VERSION)', replace: "if (typeof version !== 'number')" },
  { name: 'any file with rules in it is taken', tests: exchange, file: 'shared/arena/presets/exchange.ts', find: 'if (format !== FORMAT)', replace: 'if (format === undefined)' },
  { name: 'rules without a name are taken', tests: exchange, file: 'shared/arena/presets/exchange.ts', find: "if (whole.value.name === '')", replace: "if (whole.value.name === '\\0')" },
  { name: 'raised rules are not held against today’s limits', tests: exchange, file: 'shared/arena/presets/exchange.ts', find: "old.ok ? taken(rulesSchema, raiseRules(old.value), ['rules'])", replace: 'old.ok ? done(raiseRules(old.value))' },
  { name: 'the county preset settles ties by the room before performance', tests: golden, file: 'shared/arena/presets/countySecretaries.ts', find: "{ by: 'part', id: 'performance' }, { by: 'untrimmedMean' }", replace: "{ by: 'untrimmedMean' }, { by: 'part', id: 'performance' }" },
  { name: 'the bureau preset rounds at the end only', tests: golden, file: 'shared/arena/presets/bureauHeads.ts', find: 'panel: 2', replace: 'panel: null' },
  { name: 'thirty seconds over cost as little as eleven', tests: worked, file: 'shared/arena/presets/bureauHeadsQuestions.ts', find: 'upTo: 29', replace: 'upTo: 30' },
  { name: 'an all-equal sheet counts in the one-sheet preset', tests: golden, file: 'shared/arena/presets/oneSheet.ts', find: 'allEqualVoid: true', replace: 'allEqualVoid: false' },
  { name: 'a place costs two points in the rank preset', tests: jining, file: 'shared/arena/presets/siteVisits.ts', find: "step: '3'", replace: "step: '2'" },
  { name: 'the interview preset trims totals', tests: golden, file: 'shared/arena/presets/interview.ts', find: "trimOf: 'criteria'", replace: "trimOf: 'totals'" },
];
