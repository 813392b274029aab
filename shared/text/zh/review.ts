// 评委复盘 in Chinese: why a figure of the review is not given, and how far its test can be trusted. Information only, never a reason to change a result.

/** Instead of a figure; `n` is how many values there were. */
export const reviewGaps = {
  noMarks: '该评委没有打分，不给数字',
  onlyJudge: '没有同组评委给相同的单位打分，无从比较',
  tooFewMarks: '能与别人对照的打分只有 {n} 个，太少，不给数字',
  notConnected: '与同组多数评委共同打分的单位太少，或本组打分分成互不相连的几块，不能比较',
  noSpread: '打分或名次没有差别（共 {n} 个），算不出来',
  noOwnLine: '参评单位里没有该评委本系统的单位',
  tooFewOwn: '给本系统单位的打分只有 {n} 个，太少，不给数字',
  tooFewJudges: '本组评委太少（{n} 位），不给数字',
  tooFewContestants: '全体评委都打了分的单位太少（{n} 个），不给数字',
  notEstimable: '这组打分算出的方差小于零，数字没有意义，不给',
} as const;

/** Beside the test of agreement. */
export const reviewApproximations = {
  good: '单位和评委都够多，检验可以参考',
  fewContestants: '单位较少，检验只是近似、偏保守，仅供参考',
  fewJudges: '评委较少，检验偏保守，仅供参考',
} as const;
