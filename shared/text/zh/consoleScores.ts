// Words of paper keying, checking and the result page.
export const consoleScoresZh = {
  gridName: '录票表', gridRow: '票', gridEmpty: '没有需要录入的票。可点「显示全部评委」修改手机已交的票。', loading: '正在读取…', total: '总分', status: '状态', judge: '评委', seat: '席位', marks: '打分', abstained: '弃权', abstain: '弃权', void: '作废',
  key_empty: '', key_typing: '录入中', key_sending: '提交中', key_sent: '已收到', key_same: '两次一致', key_differs: '两次不一致', key_refused: '未收到',
  differsKind: '第一次「{first}」，这次「{second}」', differsMark: '{criterion}：第一次 {first}，这次 {second}', differsHint: '按 + 以这次为准，或重新输入后按 Enter',
  keyHint: '数字键输入，Enter 下一格，末格提交；* 弃权，/ 作废', allKeyed: '全部录完', allSame: '全部核对一致', keyingDone: '录完返回', byContestant: '按单位（逐个评委）', byJudge: '按评委（一票多单位）', passFirst: '录入', passSecond: '二次核对', showAll: '显示全部评委', showOwing: '只看未交与纸票',
  dropped_highest: '去高', dropped_lowest: '去低', revision: '第 {n} 版', working: '算式', showWorking: '算给你看', corrections: '更正', hiddenNote: '打分进行中，分数已隐藏。按住「按住查看分数」或 H 键查看。',
  resultTitle: '成绩', rank: '名次', unit: '单位', decidedBy: '同分依据', shared: '并列', corrected: '更正', notReady: '尚无已锁定的成绩。完成打分并锁定后，成绩出现在这里。', pendingTitle: '尚未计入', pending_notLocked: '未锁定', pending_tooFewSheets: '有效票不足', pending_withdrawn: '已退出',
  drawNeeded: '{names} 得分相同，按规则抽签决定名次。', draw: '抽签', drawn: '已抽签，先后为：{names}。种子 {seed}（可用 SHA-256 验证），不能重抽。', relaxed: '「{panel}」已放宽去分：去最高 {highest}，去最低 {lowest}。理由：{reason}', finalise: '定稿', finaliseNote: '定稿后即可打印签字。如需改动，须写明理由重新打开。', finalised: '已定稿', reopen: '重新打开', reopenTitle: '重新打开本场', reopenNote: '重新打开后可更正，理由会记录并印在成绩单上。', reason: '理由', signOrder: '签字顺序：统分人 → 监督人 → 主持人',
  resultSheet: '成绩单', workbook: '导出 Excel', sessionFile: '会话文件 JSON', tie_moreDecimals: '增加小数位', tie_panel: '{name}平均分', tie_criterion: '{name}得分', tie_untrimmedMean: '不去分平均', tie_draw: '抽签', tie_shared: '并列',
  partMissing: '「{part}」还没有录入，暂不能合成总分。', tie_part: '{name}得分', tie_playOff: '加赛', pending_partMissing: '缺录入得分', pending_forfeited: '弃权（视同放弃）',
  open_draw: '待抽签', open_playOff: '待加赛', print: '打印', papers: '其他材料', ruleSheet: '评分办法', countSheet: '计票单', awardList: '获奖名单', pendingSee: '看依据',
} as const;
