// Every scene of the wall as a view, with the names and counts that break layouts. All units and figures are invented (示例).
import { ruleSheetLines } from '../../../electron/documents/ruleSheet/ruleSheet.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { Picture, WallView } from '../../../shared/meeting/views.ts';

export const LONG_NAME = '示例甲海岸新区（乙岛区）经济技术开发区管理委员会';
const letters = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
const kinds = ['区', '市', '新区', '高新区', '经济技术开发区', '功能区管理委员会'] as const;

export const unitName = (index: number): string => (index === 2 ? LONG_NAME : `示例市${letters[index % 10] ?? ''}${kinds[Math.floor(index / 10)] ?? '区'}`);

type Row = Extract<Picture, { scene: 'standings' }>['rows'][number];
type Score = Extract<Picture, { scene: 'score' }>;

/** `count` rows, best first; the third and fourth tie, the fifth is corrected. */
export const ranked = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({
    rank: index === 3 ? 3 : index + 1,
    name: unitName(index),
    total: (96.4 - (index === 3 ? 2 : index) * 0.87).toFixed(2),
    corrected: index === 4,
    note: '',
  }));

/** The ceremony with `shown` of `of` rows revealed; the topmost is the newest, tied rows together. */
export const ceremony = (of: number, shown: number): Picture => {
  const rows = ranked(of).slice(of - shown);
  const newest = rows.filter((row) => row.rank === rows[0]?.rank).map((row) => row.name);
  return { scene: 'ranking', title: '2026年第三季度书记擂台 名次', of, rows: [...rows], newest, complete: shown === of };
};

/** In the order of a part the room knows: `shown` of `of` rows, ranked among themselves; one in the middle came last. */
export const knownPart = (of: number, shown: number): Picture => {
  const rows = ranked(shown).map((row, index) => ({ ...row, rank: index + 1 }));
  return { scene: 'ranking', title: '2026年第三季度书记擂台 名次', of, rows, newest: [rows[Math.floor(shown / 2)]?.name ?? ''], complete: shown === of };
};

type Tiers = Extract<Picture, { scene: 'awards' }>['tiers'];
const tiersOf = (counts: readonly number[]): Tiers =>
  counts.map((count, tier) => {
    const before = counts.slice(0, tier).reduce((sum, each) => sum + each, 0);
    return { name: ['一等奖', '二等奖', '三等奖'][tier] ?? '', rows: ranked(before + count).slice(before) };
  });

const marks = (count: number, labelled: boolean) =>
  Array.from({ length: count }, (_, index) => ({
    label: labelled ? `${index + 1}号评委` : '',
    text: (88 + ((index * 7) % 9) + 0.5).toFixed(2),
    dropped: index === 1 || index === count - 1,
  }));

export const scoreStart: Score = { scene: 'score', name: '示例市丙高新区', order: 3, of: 10, corrected: false };
const panels = [{ name: '领导评委组', mean: '92.33', weight: '60%' }, { name: '群众代表组', mean: '91.20', weight: '40%' }];
const parts = [{ name: '现场得分', score: '91.88', weight: '60%' }, { name: '工作实绩', score: '94.50', weight: '40%' }];
const figures = '60% × 91.88 + 40% × 94.50 + 1.5 − 0.02 = 94.41';
/** The reveal of one score, step by step. */
export const scoreSteps: readonly Score[] = [
  scoreStart,
  { ...scoreStart, marks: marks(7, true) },
  { ...scoreStart, marks: marks(7, true), struck: true },
  { ...scoreStart, marks: marks(7, true), struck: true, panels },
  { ...scoreStart, marks: marks(7, true), struck: true, panels, parts },
  { ...scoreStart, marks: marks(7, true), struck: true, panels, parts, total: '94.41', formula: figures },
];

const timer = (left: number, running = true) => ({
  name: '示例市丙高新区', phase: 'speech' as const, limit: 480, firstWarning: 60, secondWarning: 30, elapsed: (480 - left) * 1000, at: 0, running, uncertain: false,
});
const at = { order: 3, of: 10 };
const rule = '每位选手汇报8分钟，依次为晒成绩、摆问题、亮目标、列举措；超时按办法扣分。';

export const pictures: Readonly<Record<string, Picture>> = {
  cover: { scene: 'cover', title: '2026年第三季度书记擂台', subtitle: '示例市委组织部　2026年10月' },
  'cover-long': { scene: 'cover', title: '示例市2026年度镇（街道）党（工）委书记抓基层党建工作述职评议暨“摘星夺旗”擂台赛', subtitle: '中共示例市委组织部　示例市综合绩效考核委员会办公室　联合主办' },
  rules: { scene: 'rules', title: '评分办法', lines: [rule, '评委当场打分，满分100分，去掉一个最高分和一个最低分。', '领导评委组占60%，群众代表组占40%。', '得分保留两位小数，四舍五入。', '得分相同的，依次比较更多小数位、领导评委组均分；仍相同的抽签。'] },
  'rules-many': { scene: 'rules', title: '评分办法', lines: Array.from({ length: 12 }, (_, index) => `${rule}第${index + 1}条补充：${rule}`) },
  'rules-sheet': { scene: 'rules', title: '2026年第三季度书记擂台', lines: [...ruleSheetLines(defaultRules, 'zh')] },
  'rules-short': { scene: 'rules', title: '评分办法', lines: ['每人8分钟', '当场打分', '当场公布'] },
  'order-few': { scene: 'order', title: '出场顺序（抽签）', seed: '7f3a91c04be2', rows: Array.from({ length: 6 }, (_, index) => ({ order: index + 1, name: unitName(index) })) },
  order: { scene: 'order', title: '出场顺序（抽签）', seed: '7f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be2abcd', rows: Array.from({ length: 10 }, (_, index) => ({ order: index + 1, name: unitName(index) })) },
  'order-many': { scene: 'order', title: '出场顺序（上届名次）', seed: null, rows: Array.from({ length: 59 }, (_, index) => ({ order: index + 1, name: unitName(index) })) },
  next: { scene: 'next', ...at, name: '示例市丙高新区', speaker: '示例甲' },
  'next-long': { scene: 'next', order: 71, of: 71, name: '青岛西海岸新区（黄岛区）经济技术开发区管理委员会', speaker: '示例甲　党工委书记、管委会主任、一级巡视员' },
  'timer-ready': { scene: 'timer', finished: false, ...at, name: '示例市丙高新区', timer: null },
  'timer-calm': { scene: 'timer', finished: false, ...at, name: '示例市丙高新区', timer: timer(402, false) },
  'timer-first': { scene: 'timer', finished: false, ...at, name: LONG_NAME, timer: { ...timer(54, false), elapsed: 426_000 } },
  'timer-second': { scene: 'timer', finished: false, ...at, name: '示例市丙高新区', timer: timer(21, false) },
  'timer-over': { scene: 'timer', finished: false, ...at, name: '示例市丙高新区', timer: timer(-723, false) },
  scoring: { scene: 'scoring', ...at, name: '示例市丙高新区', received: 6, expected: 7 },
  'scoring-many': { scene: 'scoring', ...at, name: LONG_NAME, received: 148, expected: 154 },
  ...Object.fromEntries(scoreSteps.map((picture, step) => [`score-${step}`, picture])),
  'score-total': { ...scoreStart, total: '91.88', formula: '去掉一个最高分、一个最低分，取平均' },
  'score-corrected': { ...scoreStart, name: LONG_NAME, corrected: true, marks: marks(17, true), struck: true, panels: [...panels, { name: '往届选手代表组', mean: '90.47', weight: '12.5%' }], total: '1091.884', formula: '92.33 × 52.5% + 91.20 × 35% + 90.47 × 12.5% + 加分 1.00 − 超时扣分 0.05 = 91.88' },
  'score-named': { ...scoreStart, marks: marks(9, true).map((mark, index) => ({ ...mark, label: index === 4 ? '阿卜杜热西提·示例' : `示例${letters[index] ?? ''}` })), struck: true, panels: [{ name: '评委', mean: '91.88', weight: '24/30' }], total: '91.88' },
  'score-panels': { ...scoreStart, panels: Array.from({ length: 7 }, (_, index) => ({ name: `${letters[index] ?? ''}组往届选手代表`, mean: '90.47', weight: '12.5%' })), total: '91.88' },
  'score-parts': { ...scoreStart, marks: marks(7, true), struck: true, panels, parts, total: '94.41', formula: figures },
  'score-parts-plain': { ...scoreStart, panels, parts, total: '94.41', formula: figures },
  'score-parts-alone': { ...scoreStart, name: LONG_NAME, parts: [...parts, { name: '群众满意度测评', score: '96.20', weight: '24/30' }, { name: '上门走访', score: '18.00', weight: '10/20' }], total: '118.35', formula: `60% × 91.88 + 30% × 94.50 + 24/30 × 96.20 + 10/20 × 18.00 + 1.5 − 0.02 = 118.35` },
  'score-onsite': { ...scoreStart, figure: 'onSite', marks: marks(9, true), struck: true, panels, total: '91.88' },
  'score-seats': { ...scoreStart, marks: marks(30, true).map((mark, index) => ({ ...mark, label: String(index + 1) })), struck: true, panels, parts, total: '94.41', formula: figures },
  'score-thirty': { ...scoreStart, marks: marks(30, true).map((mark, index) => ({ ...mark, label: `示例${letters[index % 10] ?? ''}` })), struck: true, panels, total: '91.88', formula: '60% × 92.33 + 40% × 91.20 ≈ 91.88' },
  'score-marks': { ...scoreStart, marks: marks(33, false), struck: true, total: '91.88' },
  'score-voters': { ...scoreStart, marks: marks(154, false), struck: true, total: '91.88' },
  standings: { scene: 'standings', title: '目前名次', rows: [...ranked(7)] },
  'standings-few': { scene: 'standings', title: '目前名次', rows: [...ranked(2)] },
  'standings-none': { scene: 'standings', title: '目前名次', rows: ranked(4).map((row) => ({ ...row, rank: null, total: null, note: '未全部锁定' })) },
  'ranking-start': ceremony(10, 0),
  'ranking-some': ceremony(10, 4),
  'ranking-tied': ceremony(10, 8),
  ranking: ceremony(10, 10),
  'ranking-paged': ceremony(23, 9),
  'ranking-category': { ...ceremony(10, 10), category: '一类区县', figure: 'onSite', rows: ranked(10).map((row, index) => ({ ...row, note: index === 2 || index === 3 ? '领导评委组得分' : index === 7 ? '现场不去高低分的平均分' : '' })) } as Picture,
  'ranking-tiers': { ...ceremony(10, 10), rows: ranked(10).map((row, index) => ({ ...row, total: ['一等奖', '二等奖', '三等奖', '优秀组织奖'][Math.min(3, index)] ?? '' })) } as Picture,
  'ranking-known': knownPart(10, 5),
  awards: { scene: 'awards', title: '2026年第三季度书记擂台', tiers: tiersOf([1, 3, 5]), complete: true },
  'awards-first': { scene: 'awards', title: '2026年第三季度书记擂台', category: '一类区县', tiers: tiersOf([1, 3, 5]).slice(2), complete: false },
  'awards-vacant': { scene: 'awards', title: '2026年第三季度书记擂台', tiers: [{ name: '一等奖', rows: [] }, ...tiersOf([0, 3]).slice(1)], complete: false },
  'awards-many': { scene: 'awards', title: '示例市2026年度镇（街道）党（工）委书记抓基层党建工作述职评议', tiers: tiersOf([4, 11, 44]), complete: true },
  'lot-sealed': { scene: 'lot', title: '2026年第三季度书记擂台', commitment: '7f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be2abcd', called: null, secret: null },
  'lot-open': { scene: 'lot', title: '2026年第三季度书记擂台', commitment: '7f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be2abcd', called: '2026', secret: '9C41E07B2A5D83F6' },
  'lot-long': { scene: 'lot', title: '2026年第三季度书记擂台', commitment: '7f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be27f3a91c04be2abcd', called: '123456789', secret: '9C41E07B2A5D83F6' },
  'ranking-long': { scene: 'ranking', title: '示例市2026年度镇（街道）党（工）委书记抓基层党建工作述职评议 最终名次', of: 10, complete: true, newest: [], rows: ranked(10).map((row, index) => ({ ...row, name: `${LONG_NAME.slice(0, 23)}${letters[index] ?? ''}`, corrected: index < 3, note: index > 7 ? '并列，抽签定先后' : '' })) },
};

export const wallView = (picture: Picture, change: Partial<WallView> = {}): WallView => ({
  mode: 'live', step: 0, picture, theme: 'cinnabar', marking: '内部资料 注意保存', sample: true, language: 'zh', ...change,
});
