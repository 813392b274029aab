// 加分、扣分与计时: what is put on and taken off the total, the limits of time and what overstepping them costs.
import type { Adjustment, TimePenalty } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { clauses, duration, line, linesIf, nameIn, rateClause, settingLine, type Line, type Saying } from './saying.ts';

const adjustmentText = (saying: Saying, { id, sign, fullMark, cap }: Adjustment): string => {
  const { rules, words: { adjusting: words } } = saying;
  const limit = cap === null ? words.noCap : say(words.cap, { cap });
  return say(words[sign], { name: nameIn(saying, rules.adjustments, id), full: fullMark, cap: limit }) + rateClause(saying, fullMark);
};

const tierTexts = ({ words: { adjusting: words } }: Saying, penalty: TimePenalty): readonly string[] => {
  const tiers = penalty.tiers.map(({ upTo, amount }, at) => say(words.tier, { from: (penalty.tiers[at - 1]?.upTo ?? penalty.graceSeconds) + 1, to: upTo, amount }));
  const grace = penalty.graceSeconds === 0 ? [] : [say(words.grace, { grace: penalty.graceSeconds })];
  return [...grace, ...tiers, say(words.beyond, { from: penalty.tiers.at(-1)?.upTo ?? penalty.graceSeconds, cap: penalty.cap })];
};

const penaltyLines = (saying: Saying, penalty: TimePenalty): readonly Line[] => {
  const { words: { adjusting: words } } = saying;
  const { under, fullMark, cap } = penalty;
  const isSpeechTimed = penalty.phases !== 'questions';
  const underText = under === null ? '' : say(words.under, { time: duration(saying, under.seconds), amount: under.amount });
  return [
    line(clauses(saying, [words.phases[penalty.phases], words.seconds, ...tierTexts(saying, penalty), ...(isSpeechTimed && under !== null ? [underText] : [])])),
    ...(isSpeechTimed ? [] : settingLine({ isUsed: false, isUsual: under === null }, underText)),
    line(say(words.scale, { full: fullMark, cap, rate: rateClause(saying, fullMark) })), line(words.proposed),
  ];
};

const timeLines = (saying: Saying): readonly Line[] => {
  const { rules: { time }, words: { adjusting: words } } = saying;
  const hasLimit = time.speechSeconds > 0 || time.questionSeconds > 0;
  const limits = [
    time.speechSeconds === 0 ? words.noSpeech : say(words.speech, { time: duration(saying, time.speechSeconds) }),
    time.questionSeconds === 0 ? words.noQuestions : say(words.questions, { time: duration(saying, time.questionSeconds) }),
  ];
  const warnings = say(words.warnings, { first: duration(saying, time.firstWarning), second: duration(saying, time.secondWarning) });
  return [
    line(clauses(saying, hasLimit ? [...limits, warnings] : limits)),
    ...settingLine({ isUsed: hasLimit, isUsual: time.firstWarning === 60 && time.secondWarning === 30 }, warnings).filter(({ isIdle }) => isIdle),
    ...(time.penalty === null ? [line(words.noPenalty)] : penaltyLines(saying, time.penalty)),
    ...linesIf(time.lateForfeitSeconds !== null, say(words.late, { time: duration(saying, time.lateForfeitSeconds ?? 0) })),
  ];
};

export const adjustingLines = (saying: Saying): readonly Line[] => {
  const { rules, words: { adjusting: words } } = saying;
  return [
    ...(rules.adjustments.length === 0 ? [line(words.none)] : rules.adjustments.map((each) => line(adjustmentText(saying, each)))),
    ...linesIf(rules.adjustments.length > 0, words.decided),
    ...linesIf(rules.adjustments.length > 0 || rules.time.penalty !== null, words.order),
    ...timeLines(saying),
  ];
};
