// Every word in the result workbook: rules, marks, ranking. Filled with `say`; figures and names come from outside, nothing here is a rule.

export const workbookWords = {
  marking: '内部资料 注意保存',
  sheet: { rules: '评分办法', marks: '打分', ranking: '名次' },
  dash: '—',
  comma: '、',
  semicolon: '；',
  seats: '{n} 号席',
  unnamed: '（未定）',
  panelNamed: '{name}（{number}）',

  rules: {
    title: '{session} 评分办法',
    item: '项目', content: '内容',
    fullMark: '满分', criterion: '评分项 {n}', panel: '评委组 {n}', steps: '计算顺序 {n}', ties: '同分处理 {n}', outside: '不计入', draw: '抽签', relaxed: '现场调整', correction: '更正', exactness: '说明', operator: '录入复核',
    criterionLine: '{name}：满分 {points}，可打 {floor}～{ceiling}，每档 {step}',
    panelLine: '{name}：权重 {weight}%，评委 {count} 名，去掉 {highest} 个最高、{lowest} 个最低，至少 {minimum} 张有效票',
    sumTotals: '每张打分票各项相加得合计，{rounding}',
    trimTotals: '每个评委组按合计去掉最高、最低；合计相同的，去掉席位在前的一张；先去最高，再从余下的去最低',
    meanTotals: '余下各票合计的平均数为组均分，{rounding}',
    trimCriteria: '每个评委组每个评分项分别去掉最高、最低；分数相同的，去掉席位在前的一个；先去最高，再从余下的去最低',
    meanCriteria: '余下分数的平均数为该项均分，{rounding}',
    sumCriteria: '各项均分相加得组均分，{rounding}',
    weighted: '总分 = 各组均分 × 权重 之和 ÷ 100，四舍五入保留 {places} 位小数',
    ranked: '名次按公布的总分（保留 {places} 位小数后）从高到低；总分相同的依次按“同分处理”比较未取整的数；{end}',
    endShared: '仍相同的并列，其后名次空出（1、2、2、4）', endDraw: '仍相同的抽签',
    noRounding: '不取整', roundingTo: '四舍五入保留 {places} 位小数',
    outsideLine: '弃权、作废、回避、缺席、中途离席的票不计入，分子分母都不算；它们不等于 0 分',
    drawLine: '{names}：种子 {seed}，按 SHA-256(种子:编号) 从小到大，先后为 {order}',
    relaxedLine: '{contestant}，{panel}：改为去掉 {highest} 个最高、{lowest} 个最低',
    correctionLine: '{contestant}：{reason}',
    single: '单人录入并复核', double: '双人：一人录入，另一人复核',
    exactLine: '本表结果格均为公式，改动分数即重新计算。电子表格用浮点数，公式已先取到 10 位小数再取整；与程序的精确计算不一致时，以程序为准。',
  },
  tie: {
    moreDecimals: '总分多看一位小数，逐位比较', panel: '{name}的组均分', criterion: '“{name}”的加权均分', untrimmedMean: '去分前的加权平均',
    draw: '现场抽签', shared: '并列',
  },

  marks: {
    title: '{session} 打分明细', block: '{n} 号 {name}', withdrawn: '（已退出）', unlocked: '（未锁定，无成绩）', corrected: '（已更正 {n} 次）',
    seat: '席位', judge: '评委', panel: '评委组', panelNumber: '组号', status: '票况',
    criterion: '{name}（{points}）', sum: '合计', counted: '合计（取整）', high: '由高排序', low: '余下由低排序', keep: '计入', note: '去留',
    criterionHelper: '{name} {what}',
    number: '组号', name: '评委组', weight: '权重', highest: '去最高', lowest: '去最低', untrimmed: '去分前平均', needed: '至少', valid: '有效票', mean: '组均分',
    weighted: '加权', total: '总分',
    droppedHighest: '去最高', droppedLowest: '去最低',
  },
  status: { counted: '有效', abstained: '弃权', void: '作废', recused: '回避', absent: '缺席', leftEarly: '中途离席', missing: '未交', dash: '—' },

  ranking: {
    title: '{session} 成绩和名次', rank: '名次', number: '出场', name: '单位', total: '总分', decidedBy: '同分裁定', panelMean: '{name}均分', remark: '备注',
    exact: '总分（未取整）', startRank: '按总分', decimals: '第 {places} 位', value: '同分{n}：{rule}', afterRank: '比较后', drawNumber: '抽签{n}',
    notLocked: '未锁定', tooFewSheets: '有效票不足', withdrawn: '已退出', waitingDraw: '待抽签', helpers: '以下各列为名次推算过程',
  },
};
