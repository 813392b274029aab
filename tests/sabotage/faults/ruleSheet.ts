// Faults in the rule sheet: a setting that is not said, said of the wrong thing, or not frozen with the rules.
import type { Fault } from '../fault.ts';

const every = 'tests/documents/ruleSheet/everySetting.test.ts';
const said = 'tests/documents/ruleSheet/ruleSheet.test.ts';
const folder = 'electron/documents/ruleSheet';

export const ruleSheetFaults: readonly Fault[] = [
  { name: 'settings of no use are left out of the rule sheet', tests: [every, said], file: `${folder}/saying.ts`, find: '(setting.isUsed || !setting.isUsual ?', replace: '(setting.isUsed ?' },
  { name: 'two panels of one name read alike', tests: [said], file: `${folder}/saying.ts`, find: 'place !== at && each.name === found.name', replace: 'place === at && each.name !== found.name' },
  { name: 'a full mark other than 100 is not divided by', tests: [said], file: `${folder}/saying.ts`, find: "if (compare(fullMark, decimal('100')) === 0) return", replace: "if (compare(fullMark, decimal('1')) >= 0) return" },
  { name: 'the lowest dropped are said as many as the highest', tests: [every, said], file: `${folder}/reckoning.ts`, find: 'say(words.lowest, { n: panel.dropLowest })', replace: 'say(words.lowest, { n: panel.dropHighest })' },
  { name: 'rounding of the parts is not said', tests: [every], file: `${folder}/reckoning.ts`, find: 'if (mark === null && panel === null && part === null)', replace: 'if (mark === null && panel === null)' },
  { name: 'every category reads the formula of all panels', tests: [said], file: `${folder}/reckoning.ts`, find: 'panel.part === part.id && panelScores(panel, category)', replace: 'panel.part === part.id && panelScores(panel, null)' },
  { name: 'a tier begins a second early', tests: [said], file: `${folder}/adjusting.ts`, find: '(penalty.tiers[at - 1]?.upTo ?? penalty.graceSeconds) + 1', replace: '(penalty.tiers[at - 1]?.upTo ?? penalty.graceSeconds)' },
  { name: 'the grace is not said', tests: [said], file: `${folder}/adjusting.ts`, find: 'penalty.graceSeconds === 0 ? []', replace: 'penalty.graceSeconds >= 0 ? []' },
  { name: 'an award is said without its lowest score', tests: [every], file: `${folder}/publishing.ts`, find: 'score === null ? words.quota : words.both', replace: 'words.quota' },
  { name: 'causes of a missing sheet are said under the wrong fill', tests: [every, said], file: `${folder}/collecting.ts`, find: 'rules.missing[cause] === fill);', replace: 'rules.missing.absent === fill);' },
  { name: 'the English text is frozen instead of the Chinese', tests: [said], file: `${folder}/ruleSheet.ts`, find: "sha256Hex(ruleSheetText(rules, 'zh'))", replace: "sha256Hex(ruleSheetText(rules, 'en'))" },
];
