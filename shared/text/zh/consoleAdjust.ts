// Words of bonuses, penalties, the clock's proposals, the calibration round and the lots on the live desk.
export const consoleAdjustZh = {
  over: '超时 {n} 秒', under: '少用 {n} 秒', speech: '汇报', questions: '提问', proposed: '按规则建议扣 {amount} 分（{full} 分制）', uncertain: '计时曾中断，请核对后再定',
  confirm: '确认扣分', otherFigure: '改扣分', waive: '不扣分', figure: '扣分（{full} 分制）', figureReason: '改动理由（会印在成绩单上）', waiveTitle: '不扣分：{name}', waiveNote: '写明理由，会记录并印在成绩单上。', reason: '理由',
  adjust: '加减分', adjustTitle: '加分扣分：{name}', kind: '项目', amount: '分值（{full} 分制）', make: '记一笔', remove: '撤销', removeTitle: '撤销加减分', made: '已记', bonus: '加', penalty: '扣', time: '计时扣分', capNote: '本项合计最多 {cap} 分', none: '尚未加减分', locked: '已锁定，改动须先「更正」。',
  forfeitLate: '弃权（迟到）', forfeit: '弃权', forfeitTitle: '弃权：{name}', forfeitNote: '弃权后不计成绩、不参加排名，也不影响其他单位。',
  trialOpen: '开始试评（不计分）', trialClose: '结束试评', trialTitle: '试评（不计分）', trialNote: '评委在手机上对「试评」打分，用来统一尺度。分数只在这里显示，不进任何成绩。', trialNobody: '还没有评委提交', trialMiddle: '中位数 {middle}，最高 {high}，最低 {low}', trialShow: '看试评',
  far: '偏离', farNote: '与本组中位数相差较大，仅主持台可见',
  figureCombined: '合成总分', figureOnSite: '只看现场', figureLabel: '大屏分数', scene_awards: '奖项公布', scene_lot: '抽签承诺', ofCategory: '{scene} · {category}',
  playOffNeeded: '{names} 得分相同，按规则加赛决定名次。', playOff: '录入加赛结果', playOffTitle: '加赛结果', playOffNote: '按加赛成绩从前到后排列；加赛仍相同的，勾选「与上一名相同」。', playOffSame: '与上一名相同', playOffHeld: '已加赛，先后为：{names}', up: '上移', down: '下移', note: '说明（可不填）', save: '确认',
  category: '类别', tier: '奖次', placePoints: '名次分', adjustment: '加减分',
  namelessAtHand: '手头 {n} 张', namelessDone: '已对平',
} as const;
