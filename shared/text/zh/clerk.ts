// Every word on the stations' page 录票台与监督员, and the desk's words for setting stations up. Templates are filled with `say`.

export const clerk = {
  title: '录票与监督',
  role: { clerk: '录票', supervisor: '监督' },
  language: 'English',
  languageLabel: '切换到英文',
  sample: '示例数据',
  retry: '重试',

  link: {
    connecting: '正在连接',
    open: '已连接 · {n} 秒前确认',
    stale: '未确认 · 上次确认 {n} 秒前',
    staleLong: '上次确认 {n} 秒前，正在重新连接。此刻看到的可能已不是最新。',
    offline: '正在连接主机，请确认本机连接的是会场网络。',
  },
  unsent: '有 {n} 项还没有送达主机，连上后自动送达，请不要关闭本页。',
  awaitingDesk: { title: '请主持台确认本机', text: '请工作人员在主持台「席位卡与选票」里对本台点一下“允许”，本页会自动继续。' },
  void: { title: '本台席位已失效', text: '席位已重发或移除。请向主持台要新的席位码，或扫新的席位卡。' },
  impostor: { title: '不是本场主机，或席位卡已重发', text: '对方不能证明自己是本场主机，本页没有发送任何内容。请确认连接的是会场网络；席位卡若已重发，请用新的席位码。' },
  otherTab: { title: '已在另一个页面打开', text: '本台已转到另一个页面继续，这里暂停使用，以免重复录入。', here: '改在这里继续' },
  code: {
    title: '请输入席位码',
    text: '请向主持台要本台的六位席位码；平板电脑也可以直接扫席位卡上的二维码。',
    label: '席位码（6 位）',
    send: '进入本台',
    sending: '正在核对…',
    refused: '席位码不对或已过期，请向主持台要一个新的。',
    unreachable: '连不上主机，请确认本机连接的是会场网络，再试一次。',
    instead: '输入席位码',
  },

  work: {
    clerk: { title: '录票任务还没有分到本台', text: '主持台把票批分给本台后，会自动出现在这里，不用刷新。' },
    supervisor: { title: '还没有送到本台复核的票批', text: '票批录完送来复核后，会自动出现在这里，不用刷新。' },
    given: '分到本台的票批',
    toCheck: '送来复核的票批',
  },

  paper: {
    batch: '{panel} · {sheets} 张票 · {contestants} 个单位',
    pass1: '第一遍', pass2: '第二遍', readBack: '唱分核对', settle: '复核',
    done: '已录 {done}/{sheets}', doneRead: '已核 {done}/{sheets}', doneSettled: '已定 {done}/{sheets}', differing: '{n} 张不一致', sentBack: '{n} 张退回', open: '开始', back: '全部票批',
    loading: '正在取票批…', gone: '这批票已收回，或不再分给本台。',
    sheet: '第 {n} 号票', closed: '主持台已收回这批票，不能再录。',
    row: '第 {n} 行', rowColumn: '第 {n} 行「{column}」', join: '、',
    blank: '空白', void: '作废', recused: '回避', total: '合计',
    blankKey: '空白', voidKey: '作废', undo: '撤销', erase: '退格', save: '保存，下一张', next: '下一格', point: '小数点',
    grid: '本票各格', pad: '按键', sheets: '本批各票',
    state: { empty: '未录', keyed: '已录', differs: '不一致', settled: '已定', onWay: '未送达', refused: '未收下', waiting: '等第一遍' },
    filled: '{row} {name}：{value}', cleared: '{row} {name}：已清除',
    fault: { noGrade: '没有“{key}”这个等次', noPlace: '没有第 {place} 名，共 {of} 个单位', tooLong: '数字太长', cellsLeft: '还有 {n} 格没有录', nothingToUndo: '没有可撤销的', sheetFull: '本票已录满，按 Enter 保存' },
    notice: { placeTwice: '第 {place} 名出现两次，按规则整张票作废。票面如此就照录。', placeMissing: '没有第 {place} 名，按规则整张票作废。票面如此就照录。', allEqual: '各单位等次全部相同，按规则整张票作废。票面如此就照录。' },
    checking: '正在与另一遍核对…',
    differs: '与第一遍不一致：{rows}', differsFirst: '与第二遍不一致：{rows}', lookAgain: '请再看一遍票面：录错了就改正后按 Enter；没录错就按“－”留给监督员。', leave: '留给监督员',
    ignored: '核对时按的 {n} 个键没有录入。', sentBackOne: '唱分时发现与票面不符，请看票面重录。',
    refused: '{sheet}没有收下：{reason} 所录内容保存在本机。', openIt: '打开',
    finished: '本遍已全部录完', finishedText: '没有轮到本台录的票了。有不一致的票，可在左侧点开再看一遍。', finishedWaiting: '第一遍录好的票会自动出现，不用刷新。',
    keysGrade: '每格一键：{grades}，0 空白，* 作废；退格键返回上一格，Enter 保存并到下一张。',
    keysRank: '录名次数字，录满自动到下一格；两位数名次中的“1”录完按 Enter；0 空白，* 作废；全部录完按 Enter 保存。',
    keysScore: '录数字，Enter 到下一格；/ 空白，* 作废；合计无误后按 Enter 保存。',
    readOut: '请唱票人照票面逐项读出，核对下面所录内容。', agree: '与票面一致', sendBack: '退回重录', agreeKey: 'Enter 一致 · － 退回', readFinished: '没有等待核对的票', readFinishedText: '录好的票会自动出现，不用刷新。',
    settleText: '请取出这张票，照票面定：点选某一遍所录，或按票面另录。', first: '第一遍', second: '第二遍', decided: '票面', takeFirst: '取第一遍', takeSecond: '取第二遍', settleSave: '按票面定', settleFinished: '没有不一致的票', settleFinishedText: '两遍不一致或唱分退回的票会自动出现在这里，不用刷新。', noEntry: '未录',
  },
} as const;

/** On the desk, in 席位卡与选票. */
export const stationsZh = {
  title: '录票台与监督员', intro: '录票、监督用另外的电脑或平板：扫席位卡，或打开地址输入席位码。录票台只录主持台分给它的票批，监督员只复核、不改票。',
  none: '还没有录票台，可在本机录票。', role_clerk: '录票台', role_supervisor: '监督员', name: '名称', add: '增加', addName: '新席位名称',
  live_live: '在线', live_stale: '无回应', live_gone: '未在线', unbound: '未连接',
  card: '席位卡', renew: '重发', remove: '移除', approve: '允许这台新设备', waiting: '有一台新设备等待允许',
  renewAsk: '重发后，{name} 的旧席位卡和已连接的设备立即失效，须用新卡或新席位码重新进入。已录的票保留。',
  removeAsk: '移除后，{name} 立即断开，席位卡失效。已录的票和录入记录保留。',
  cardTitle: '{name} 席位卡', scan: '平板扫码进入', type: '电脑打开下面的地址，输入席位码', code: '给一个席位码', codeUntil: '{time} 前有效', cardNote: '二维码含本台密钥，请勿拍照转发；用毕关闭本窗口。',
} as const;
