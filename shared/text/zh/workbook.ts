// Every word in the result workbook: rules, marks and ranking. Filled with `say`; figures and names come from outside, nothing here is a rule.

export const workbookWords = {
  marking: '内部资料 注意保存',
  sheet: { rules: '评分办法', values: '分值', marks: '打分', ranking: '名次' },
  dash: '—',
  comma: '、',
  unnamed: '（未定）',
  named: '{name}（{number}）',
  ballot: { p: '纸票 {n}', b: '票箱 {n}' },

  rules: {
    title: '{session} 评分办法',
    item: '项目', content: '内容',
    draw: '抽签', playOff: '加赛', relaxed: '现场调整', correction: '更正', balance: '票数平衡', note: '说明 {n}',
    drawLine: '{names}：种子 {seed}，按 SHA-256(种子:编号) 从小到大，先后为 {order}',
    playOffLine: '先后为 {order}', level: '（并列）',
    relaxedLine: '{contestant}，{panel}：改为去掉 {highest} 个最高、{lowest} 个最低',
    correctionLine: '{contestant}：{reason}',
    balanceLine: '{contestant}，{panel}：发出 {issued} 张，收回 {returned} 张{reason}', balanceReason: '；{reason}',
    notes: [
      '公式：各组得分、各部分得分、加分扣分、总分、名次和同分裁定。改动票面分数、票数、录入的部分得分或加扣分数额，即重新计算；补票行也随之重算。',
      '数值，不随改动重算：票况（作废、弃权、回避、缺席等）和整张票是否作废，加赛与抽签的先后，名次票的参评单位数，名次分，奖次。',
      '未锁定、已退出、弃赛的单位没有得分，只列名称。',
      '“打分”“名次”两表的行序是成表时的次序；改动以后名次数字会变，行不重新排列。',
      '去分时数值相同的，去席位或票号在前的一张；先去最高，再从余下的去最低。',
      '电子表格用浮点数，公式先取到 10 位小数再取整，“更多小数位”看到第 9 位；与程序的精确计算不一致时，以程序为准。',
    ],
    small: '无记名的组有效票不足 {count} 张的，不列票数和该组得分；它所在部分的得分是数值，不是公式。',
  },

  values: { title: '{session} 票面分值', grade: '{form}：等次', rank: '{form}：{of} 家排名', name: '票面', value: '分值' },

  marks: {
    title: '{session} 打分明细', block: '{n} 号 {name}', category: '（{name}）', corrected: '（已更正 {n} 次）',
    state: { withdrawn: '（已退出）', forfeited: '（弃赛）', notLocked: '（未锁定，无成绩）' },
    panel: '{name}：{form}', small: '{name}：无记名有效票不足 {count} 张，不列票数和得分',
    order: '席位', number: '票号', voter: '评委', ballot: '票', status: '票况', effect: '备注', cell: '票面', value: '分值',
    criterion: '{name}（{points}）', sum: '合计', counted: '取整后', compared: '比较用', high: '由高排序', low: '余下由低排序', used: '计入', kept: '去留',
    helper: '{name} {what}', means: '留下各票的各项平均', figures: '各项得分',
    fullMark: '满分', points: '所占分值', highest: '去最高', lowest: '去最低', needed: '至少', valid: '有效票', untrimmed: '去分前平均', exact: '得分（未取整）', figure: '得分', share: '折合',
    count: '票数', upTo: '累计', keptCount: '去分后票数', countedValue: '计入分值', product: '小计', keptUpTo: '去分后累计',
    part: '部分', entered: '录入', fromPanels: '评委打分', hidden: '数值（含不足 {count} 张的组）',
    adjustment: '加分扣分', amount: '数额', cap: '上限', noCap: '不设', capped: '计入数额', scale: '满分', reason: '事由', bonus: '加分：{name}', penalty: '扣分：{name}', sumOf: '{name} 合计', time: '计时',
    exactTotal: '总分（未取整）', total: '总分',
    droppedHighest: '去最高', droppedLowest: '去最低',
  },
  status: { counted: '有效', abstained: '弃权', void: '作废', voidSheet: '整张作废', recused: '回避', absent: '缺席', leftEarly: '中途离席', missing: '未交', filled: '补票' },
  effect: { excluded: '不计入', zero: '按 0 分计入', fillBefore: '去分前按组均分补', fillAfter: '去分后按留下各票均分补' },

  ranking: {
    title: '{session} 成绩和名次', rank: '名次', number: '出场', name: '单位', category: '组别', total: '总分', decidedBy: '同分裁定', part: '{name}', panel: '{name}得分', adjustment: '加扣分', remark: '备注',
    placePoints: '名次分（数值）', tier: '奖次（数值）',
    exact: '总分（未取整）', startRank: '按总分', decimals: '第 {places} 位', value: '同分{n}：{rule}', valueHidden: '同分{n}：{rule}（次序，数值）', afterRank: '比较后', drawNumber: '抽签{n}', playOffNumber: '加赛{n}', matched: '适用次序', waiting: '待加赛',
    notLocked: '未锁定', tooFewSheets: '有效票不足', partMissing: '部分得分未录入', withdrawn: '已退出', forfeited: '弃赛', uncategorised: '未分组', shared: '并列', waitingDraw: '待抽签', waitingPlayOff: '待加赛', helpers: '以下各列为名次推算过程',
  },
};
