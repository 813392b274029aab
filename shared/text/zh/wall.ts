// Every word of the big screen and the stage timer in Chinese; names, titles and figures come with the picture.

export const wallZh = {
  orderOf: '第 {n} 位 · 共 {of} 位',
  speaker: '汇报人　{name}',
  sectionResults: '晒成绩',
  sectionProblems: '摆问题',
  sectionTargets: '亮目标',
  sectionMeasures: '列举措',
  seed: '抽签种子\u00a0{seed}',
  speech: '汇报',
  questions: '提问',
  ready: '准备汇报',
  left: '剩余时间',
  firstWarning: '请注意时间',
  secondWarning: '即将到时',
  timeUp: '时间到',
  overtime: '已超时',
  paused: '计时暂停',
  about: '{word}（约）',
  scoring: '评委打分',
  received: '已交',
  total: '得分',
  corrected: '更正',
  sample: '示例数据',
  none: '—',
  testTitle: '试屏卡',
  testSafe: '外框 5%：内容；内框 10%：数字',
  testSmallest: '最小字号 3.5%　一二三四五六七八九十 0123456789',
  testRow: '名次行 5.4%　示例市甲区 92.33',
} as const;

export type WallWords = Readonly<Record<keyof typeof wallZh, string>>;
