// File names and small sentences of documents. Documents are Chinese.
export const documentWords = {
  unitsTemplate: '单位名册模板', peopleTemplate: '评委名册模板', orderSheet: '出场顺序', resultSheet: '成绩单', scoreDetail: '算给你看', workbook: '成绩明细', sessionFile: '会话文件', seatCards: '席位卡', ballots: '选票',
  rulesFile: '评分办法', ruleSheet: '评分办法', countSheet: '计票单', awardList: '获奖名单',
  recountHint: '复核：按上述办法用纸笔即可重算；也可用会话文件由独立程序 recount 重算。记录校验码 {head}（用备份文件核对：verify 备份文件 --head 校验码）',
  shortCodeHint: '向工作人员索取 6 位短码',
  timerCard: '台上计时', timerCardTitle: '手机或平板扫码后显示倒计时', timerCardPanel: '计时',
} as const;
