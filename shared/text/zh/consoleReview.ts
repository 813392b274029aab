// Words of 评委复盘, the review of judges after the end.
export const consoleReviewZh = {
  place: '评委复盘', title: '评委复盘', information: '信息参考，不影响成绩。', notYet: '定稿以后才有复盘。', blind: '评委以字母代称，次序与席位无关。', opened: '已揭开字母，揭开的人和时间已记入日志。', open: '揭开字母', openTitle: '揭开字母？', openNote: '揭开后显示每个字母是哪位评委，并记入日志，不能收回。复盘只供内部总结，不能作为改动成绩的理由。', openConfirm: '揭开',
  noJudges: '没有实名评委组，没有可复盘的打分。', table: '按 {judges} 位评委、{contestants} 个单位的完整打分表计算', leftOut: '；另有 {judges} 位评委、{contestants} 个单位因缺分未列入', concordance: '一致程度 W', concordanceNote: '0 为各打各的，1 为排序完全一致', test: 'χ²＝{chi}，自由度 {degrees}，p {p}', single: '单个评委可信度 ICC(2,1)', average: '全组平均分可信度 ICC(2,k)', range: '{low} ～ {high}', interval: '95% 区间 {low}～{high}', onContestants: '{n} 个单位', panelDropped: '本组被去掉的打分 {share}', 
  letter: '评委', marks: '打分数', severity: '宽严', severityNote: '与同组其他评委对同一单位的打分之差，平均（分）；正数偏宽，负数偏严', spread: '分差', spreadNote: '本人打分的标准差；括号内为与同组其他评委之比', agreement: '与他人一致', agreementNote: '与其他评委平均排序的等级相关，−1～1', droppedShare: '被去掉', droppedNote: '被去高去低去掉的比例', own: '本系统', ownNote: '给本系统单位的宽严减去给其他单位的宽严', noOwn: '没有评委给本系统的单位打过分', lenient: '偏宽', severe: '偏严', like: '与他人相近',
} as const;
