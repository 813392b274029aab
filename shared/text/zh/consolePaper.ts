// Words of the paper desk: counts, balance, batches for the stations, the sealed box.
export const consolePaperZh = {
  place: '纸票', title: '纸票', back: '回现场', ready: '本组纸票已齐', owes: '还差：{list}', owesOf: '{what} {n} 个单位', none: '规则里没有无记名或只录票数的评委组，也没有录票台。', join: '、', closedYet: '这个组的单位都还没有开始打分。开始打分后在这里录票。',
  due_boxOpen: '票箱未封存', due_countsMissing: '票数未录', due_notBalanced: '票数未对平', due_entryUnsettled: '有票未定', panel: '评委组', sum: '合计', unit: '单位',
  box: '无记名票箱', box_open: '投票中', box_closed: '正在封存', box_sealed: '已封存', boxCast: '已投 {n}／{of}', boxNote: '只知道投了几张，不知道谁投了什么；封存时打乱次序。', boxAgain: '再试封箱', boxClose: '截止投票', boxCloseTitle: '截止投票：{panel}', boxCloseOwing: '还有 {n} 人没有投。', boxCloseNote: '截止后不能再投，也不能重开；票箱随即封存。', boxCount: '封存 {n} 张', boxRoot: '封存校验码', boxRootNote: '可抄录或印出，日后核对票箱未被改动。',
  counts: '录票数', countsNote: '每行一个单位，依次录各栏张数，没有就录 0；Enter 下一格，末格提交。', countsGrid: '票数表', blank: '弃权', void: '作废', countsEmpty: '没有可录的单位。', countMissing: '这一栏没有录；没有就录 0', countMalformed: '张数要是 0～9999 的整数',
  balance: '票数平衡', balanceNote: '发出＝收回＋未收回；收回＝手头（有效＋弃权＋作废）。对不平的，找到票或写明原因才能复核。', issued: '发出', returned: '收回', outstanding: '未收回', atHand: '手头', difference: '对账', reason: '对不平的原因（会印在成绩单上）', apply: '用于', applyAll: '全部未锁定单位（{n} 个）', save: '记入', locked: '已锁定',
  difference_even: '平', difference_unknown: '未填发出、收回', difference_more: '手头比收回多 {n} 张', difference_fewer: '手头比收回少 {n} 张', difference_beyond: '收回比发出多 {n} 张', difference_why: '原因：{reason}',
  batches: '票批', batchesNote: '把一叠票分给录票台；两遍由两个人录，一致才计票。', batchesNoteRead: '把一叠票分给录票台；录一遍，另一人照票面唱分核对，一致才计票。', batchNone: '还没有分出票批。', batchGive: '分派一批', batchUnits: '{n} 个单位', batchSheets: '{n} 张', firstPass: '第一遍', secondPass: '第二遍', readPass: '唱分核对', desk: '本机', keyed: '已录 {n}／{of}', settled: '已定 {n}／{of}', differing: '{n} 张不一致', open: '打开', settle: '裁定', close: '收回', closed: '已收回', closeTitle: '收回这批票？', closeOwing: '其中 {n} 张还没有定，收回后不计入；可另分一批重录。', closeDone: '本批各票都已定，收回后录票台不再显示这批票。', giveTitle: '分派一批票：{panel}', from: '从第', to: '号票到第', number: '号票', judges: '评委', units: '单位', unitsAll: '选中打分中的', give: '分派', removedStation: '已移除的席位', sheetsOf: '共 {n} 张',
  deskWork: '本机录票',
} as const;
