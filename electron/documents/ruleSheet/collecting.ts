// 收票与核对 and 缺席、回避与弃权: when sheets are collected, how paper is checked, and what a missing sheet counts as.
import { formOf, type Fill, type Panel, type Rules } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { line, linesIf, listed, panelNames, placesText, settingLine, type Line, type Saying } from './saying.ts';

const windowsText = ({ rules: { windows }, words }: Saying): string =>
  say(words.collecting.windows[windows.policy], 'size' in windows ? { size: windows.size, next: windows.size + 1 } : {});

export const collectingLines = (saying: Saying): readonly Line[] => {
  const { rules, words: { collecting: words } } = saying;
  return [
    line(windowsText(saying)), line(words.late), line(words.paper[rules.paperCheck]), line(rules.singleOperator ? words.operator.single : words.operator.double),
    ...linesIf(rules.panels.some((panel) => panel.voters !== 'named'), words.balance),
  ];
};

type Cause = 'absent' | 'recused' | 'leftEarly' | 'abstained' | 'void';
const CAUSES: readonly Cause[] = ['absent', 'recused', 'leftEarly', 'abstained', 'void'];
const FILLS: readonly Fill[] = ['excluded', 'zero', 'fillBefore', 'fillAfter'];

const hasNamed = (rules: Rules): boolean => rules.panels.some((panel) => panel.voters === 'named');
/** Grade and rank ballots say themselves what their blank and void cells mean; only named judges can be absent. */
const canHappen = (rules: Rules, cause: Cause): boolean =>
  (cause === 'abstained' || cause === 'void' ? rules.panels.some((panel) => formOf(rules, panel).kind === 'score') : hasNamed(rules));

/** Abstentions and void ballots of other kinds have rules of their own, so where there are any the score sheet is named. */
const causeText = ({ rules, words: { missing: words } }: Saying, cause: Cause): string => {
  const isOfSheets = (cause === 'abstained' || cause === 'void') && rules.panels.some((panel) => formOf(rules, panel).kind !== 'score');
  return isOfSheets ? say(words.ofScoreSheets, { cause: words.cause[cause] }) : words.cause[cause];
};

const fillLines = (saying: Saying, isUsed: boolean): readonly Line[] => {
  const { rules, words } = saying;
  return FILLS.flatMap((fill) => {
    const causes = CAUSES.filter((cause) => canHappen(rules, cause) === isUsed && rules.missing[cause] === fill);
    const text = say(words.missing.fill[fill], { causes: listed(saying, causes.map((cause) => causeText(saying, cause))) });
    return causes.length === 0 ? [] : settingLine({ isUsed, isUsual: fill === 'excluded' }, text);
  });
};

const recusalLines = (saying: Saying): readonly Line[] => {
  const { rules, words } = saying;
  const named = rules.panels.filter((panel) => panel.voters === 'named');
  const policies = [...new Set(named.map((panel) => panel.recusal))];
  const text = (recusal: Panel['recusal']): string => say(words.missing.recusal[recusal], { panels: panelNames(saying, named.filter((panel) => panel.recusal === recusal)) });
  return [...policies.map(text).map(line), ...linesIf(policies.some((recusal) => recusal !== 'never'), words.missing.oversight)];
};

export const missingLines = (saying: Saying): readonly Line[] => {
  const { rules, words: { missing: words } } = saying;
  const { leftEarlyMarks, fillPlaces } = rules.missing;
  const isFilled = CAUSES.some((cause) => canHappen(rules, cause) && rules.missing[cause].startsWith('fill'));
  return [
    ...recusalLines(saying), ...fillLines(saying, true), ...fillLines(saying, false),
    ...settingLine({ isUsed: hasNamed(rules), isUsual: leftEarlyMarks === 'stand' }, words.leftEarlyMarks[leftEarlyMarks]),
    ...settingLine({ isUsed: isFilled, isUsual: fillPlaces === null }, fillPlaces === null ? words.fillPlaces.none : say(words.fillPlaces.some, { places: placesText(saying, fillPlaces) })),
    ...linesIf(rules.panels.length > 0, words.minimum), ...linesIf(isFilled, words.fillsNever),
  ];
};
