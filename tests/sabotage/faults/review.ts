// Faults in what is said about judges after the event: a wrong statistic, a figure where there should be a reason, a letter that names a seat.
import type { Fault } from '../fault.ts';

const agreement = 'tests/unit/kernel/statisticsAgreement.test.ts';
const review = 'tests/unit/arena/judgeReview.test.ts';

export const reviewFaults: readonly Fault[] = [
  {
    name: 'Kendall’s W is not corrected for ties', tests: [agreement], file: 'shared/kernel/statisticsAgreement.ts',
    find: '(contestants ** 3 - contestants) - judges * ties;', replace: '(contestants ** 3 - contestants);',
  },
  {
    name: 'the ICC forgives a constant difference between judges', tests: [agreement], file: 'shared/kernel/statisticsAgreement.ts',
    find: 'const all = between + (k - 1) * error + (k * (judges - error)) / n;', replace: 'const all = between + (k - 1) * error;',
  },
  {
    name: 'the ICC’s interval takes whole degrees of freedom', tests: [agreement], file: 'shared/kernel/statisticsAgreement.ts',
    find: 'fQuantile(tail, n - 1, free), fQuantile(tail, free, n - 1)', replace: 'fQuantile(tail, n - 1, (n - 1) * (k - 1)), fQuantile(tail, (n - 1) * (k - 1), n - 1)',
  },
  {
    name: 'a poor chi-square is called good', tests: [agreement], file: 'shared/kernel/statisticsAgreement.ts',
    find: "judges < ENOUGH_JUDGES ? 'fewJudges' : 'good'", replace: "'good'",
  },
  {
    name: 'tied marks rank as the first of their places', tests: ['tests/unit/kernel/statistics.test.ts'], file: 'shared/kernel/statistics.ts',
    find: 'ranks[index] = (start + 1 + end) / 2;', replace: 'ranks[index] = start + 1;',
  },
  {
    name: 'a judge is compared with a panel that counts the judge too', tests: [review], file: 'shared/arena/judgeReviewFigures.ts',
    find: 'panel.filter((other) => other !== judge).map(', replace: 'panel.map(',
  },
  {
    name: 'a severity is given from too few marks', tests: [review], file: 'shared/arena/judgeReviewFigures.ts',
    find: 'if (differences < MINIMUM_MARKS) return', replace: 'if (differences < 1) return',
  },
  {
    name: 'judges who share no contestants are compared all the same', tests: [review], file: 'shared/arena/judgeReviewFigures.ts',
    find: "return near.length * 2 > able.length ? null : gap('notConnected', differences);", replace: 'return null;',
  },
  {
    name: 'a panel in two parts is not noticed', tests: [review], file: 'shared/arena/judgeReview.ts',
    find: 'return reached.size === judges.length;', replace: 'return true;',
  },
  {
    name: 'a mean for the own line is given from one unit', tests: [review], file: 'shared/arena/judgeReviewFigures.ts',
    find: 'here.length < MINIMUM_OWN ?', replace: 'here.length < 1 ?',
  },
  {
    name: 'a missing mark counts as 0 in the review', tests: [review], file: 'shared/arena/judgeReview.ts',
    find: 'if (mark !== null) marks.set(contestant, checked(mark));', replace: 'marks.set(contestant, checked(mark ?? 0));',
  },
  {
    name: 'a judge who left early empties the panel’s table', tests: [review], file: 'shared/arena/judgeReview.ts',
    find: 'judge.marks.size >= contestants.length * TABLE_SHARE', replace: 'judge.marks.size >= 0',
  },
  {
    name: 'letters follow the seats', tests: [review], file: 'shared/arena/judgeReview.ts',
    find: 'drawOrder(`${seed}:review`, judges).map(', replace: 'judges.map(',
  },
];
