// 评分办法 in plain Chinese: every sentence that a rule setting can make, short enough to be read aloud. Templates are filled with `say`.
// A sentence has no full stop of its own; no Latin letter stands here, names and figures come from the rules.

export const ruleSheet = {
  title: '评分办法',
  lead: '【{heading}】{sentence}',
  numbered: '{number}、{heading}',
  numbers: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'],
  stop: '。', comma: '、', semicolon: '；', step: '（{n}）{text}', among: '{name}（第 {n} 个）', percent: '{figure}%',
  time: { minutes: '{m} 分钟', seconds: '{s} 秒', both: '{m} 分 {s} 秒' },
  heading: {
    voters: '评委与票种', marking: '怎么打票', collecting: '收票与核对', missing: '缺席、回避与弃权', reckoning: '去分与计算',
    adjusting: '加分、扣分与计时', ties: '名次与同分', publishing: '公布', awards: '奖次', lots: '抽签', idle: '另有设定，本场用不到',
  },

  voters: {
    fullMark: '总分满分 {points} 分',
    categories: '打擂单位分 {count} 个类别：{list}',
    formNamed: '{name}（{kind}）', kind: { score: '打分票', grade: '评价票', rank: '名次票' },
    panel: '{name}：{voters}，用{form}，占“{part}” {points} 分，{scope}有效票不少于 {minimum} 张',
    voting: { named: '实名评委', anonymous: '无记名投票', counts: '只录票数、不逐张录票' },
    scope: '只评{list}，', noPanels: '本场不设评委组',
    smallGroup: '无记名的组，有效票不足 {count} 张的，不单独公布该组得分',
  },

  marking: {
    score: '{form}：满分 {full} 分，共 {count} 项：{list}', item: '{name} {points} 分', itemRange: '{name} {points} 分（可打 {floor} 至 {ceiling} 分）', itemStep: '{item}，每 {step} 分一档',
    fullRange: '各项从 0 分打到该项满分', step: '每 {step} 分一档', unused: '{form}备而不用，没有评委组用它',
    corridor: '{form}：各项合计须在 {lowest} 分至 {highest} 分之间，超出的不能提交，纸票作废',
    scoreVoid: '打分票漏打、超出范围、不合档次的，手机上不能提交；纸票有这些情形或一项两分的，这个单位的打分作废',
    grade: '{form}：每个单位只选一档：{list}；满分 {full} 分', gradeItem: '{name} {value} 分',
    blank: { abstention: '{form}：空着的格算弃权，整张空白算每格都弃权', voidCell: '{form}：空着的格作废，其余各格有效', voidSheet: '{form}：有一格空着的，整张作废' },
    blankSheet: '{form}：整张空白的不作废，算每格都弃权',
    double: { voidCell: '{form}：一格选了两档的，这一格作废，其余各格有效', voidSheet: '{form}：有一格选了两档的，整张作废' },
    abstentions: { counted: '{form}：弃权计入票数，按 0 分算', left: '{form}：弃权不计入票数' },
    allEqual: { void: '{form}：所有单位都选同一档的，整张作废（只评一个单位的除外）', valid: '{form}：所有单位都选同一档的，照样有效' },
    rank: '{form}：给参评的全部单位排名次，一个名次一个单位；{values}',
    rankVoid: '{form}：名次重复、有缺或涂改的，整张作废；整张空白算弃权，不计入票数',
    values: {
      linear: '第 1 名 {top} 分，往后每名少 {step} 分', table: '从第 1 名起依次为 {list} 分',
      zero: '得分为单位总数减名次，末名 0 分', one: '得分为单位总数减名次再加 1，末名 1 分',
    },
    trial: '正式打分前先试评一轮，试评的分不计入', noTrial: '不设试评',
    far: '一张票的分与本组中位数相差超过满分 {share}%的，只提醒主持台，不改分',
  },

  collecting: {
    windows: {
      withContestant: '一个单位汇报、一个单位打分，得分锁定后才请下一个单位上台',
      untilNextFinished: '一个单位的打分，最晚到下一个单位汇报结束时收齐锁定',
      batch: '每 {size} 个单位汇报完，一起打分',
      calibration: '前 {size} 个单位汇报完一起打分、定下尺度，从第 {next} 个单位起逐个打分、逐个锁定',
      wholeSession: '全场一直可以打票，最后一个单位汇报完再统一收票',
    },
    late: '锁定以后才交来的票只登记、不计入；要计入，须由主持人写明原因更正',
    paper: { secondEntry: '纸票录两遍，两遍对不上的，对照纸票裁定', readBack: '纸票录入后唱分核对：一人念纸票，一人对录入' },
    operator: { double: '录入和核对不能是同一个人', single: '录入和核对允许是同一个人（单人），成绩单上注明' },
    balance: '无记名和只录票数的组，发出、收回与有效、作废、弃权的张数对平才能定分；对不平要写明原因',
  },

  missing: {
    recusal: {
      propose: '{panels}：评委所在单位上台时，由系统提请回避、主持人确认', default: '{panels}：评委所在单位上台时，原则上应当回避、主持人确认',
      automatic: '{panels}：评委所在单位上台时，自动回避', never: '{panels}：不设回避',
    },
    oversight: '只是分管该单位的，不必回避',
    cause: { absent: '缺席', recused: '回避', leftEarly: '提前离场', abstained: '弃权', void: '作废' }, ofScoreSheets: '打分票{cause}',
    fill: {
      excluded: '{causes}的，不计入，也不按 0 分算', zero: '{causes}的，按 0 分计入，算有效票', fillBefore: '{causes}的，在去分以前按本组各项平均分补上，补上的票也可能被去掉',
      fillAfter: '{causes}的，在去分以后按留下各票的各项平均分补上',
    },
    leftEarlyMarks: { stand: '提前离场的评委，离场前打的分有效', withdrawn: '提前离场的评委，离场前打的分对所有单位一并撤回' },
    fillPlaces: { none: '补上的分不舍入', some: '补上的分{places}' },
    minimum: '有效票不够的，停下来由主持人决定：补收，或写明原因少去分', fillsNever: '补上的票不算有效票',
  },

  reckoning: {
    base: { totals: '每张票各项得分相加', criteria: '每个评分项单独算', grade: '每张票按所选的档计分', rank: '每张票按所填的名次计分' },
    panel: '{panels}：{base}，{trim}{average}',
    trim: '去掉{list}，其余', highest: '最高分 {n} 个', lowest: '最低分 {n} 个', noTrim: '不去高低分，',
    average: {
      mean: { totals: '取平均，为本组得分', criteria: '取平均，各项相加为本组得分' },
      median: { totals: '取中位数（双数时取中间两个的平均），为本组得分', criteria: '取中位数（双数时取中间两个的平均），各项相加为本组得分' },
    },
    equalDrop: '分数相同的，去掉席位或票号在前的一张',
    panelScore: '{panel}得分', partWorth: '“{part}”（{kind}，满分 {full} 分）', part: '{worth}由评委打分得出：{formula}', partIn: '{worth}由评委打分得出，{formulas}',
    entered: '{worth}由工作人员录入', inCategory: '{category}：{formula}',
    kind: { onSite: '现场打分', performance: '实绩考核', appraisal: '民主测评', visit: '会前察看', carried: '上一轮成绩' },
    equals: '{left}＝{right}', plus: '＋', timesPercent: '{name}×{share}%', scaled: '{name}÷{full}×{points}', scaledFirst: '{name}÷第 1 名的分值×{points}',
    total: '总分', bonuses: '＋加分', penalties: '－扣分',
    onlyFinal: '中间各步都不舍入，只把最后得分四舍五入、{places}',
    rounding: '舍入一律四舍五入：{list}',
    stage: { totals: '每张票得分', criteria: '每个评分项的得分', mixed: '每张票得分（逐项去分的组为每项得分）', panel: '各组得分', part: '各部分得分', final: '最后得分' },
    stageItem: '{stage}{places}', places: { none: '不舍入', whole: '取整数', some: '保留 {n} 位小数' },
  },

  adjusting: {
    none: '不设加分项和扣分项', bonus: '加分项“{name}”：按 {full} 分制给分，{cap}', penalty: '扣分项“{name}”：按 {full} 分制扣分，{cap}',
    cap: '累计不超过 {cap} 分', noCap: '不设上限', rate: '，每 1 分折合总分 {rate} 分',
    order: '加分和扣分在去分、合成以后，直接加减在总分上，不因低于 0 分或高于满分而截止',
    decided: '每一笔加分、扣分由主持人写明原因作出',
    speech: '汇报限时 {time}', noSpeech: '汇报不限时', questions: '提问限时 {time}', noQuestions: '提问不限时或不设提问',
    warnings: '剩 {first}、剩 {second}时各提醒一次', noPenalty: '超时只提醒，不扣分',
    phases: { speech: '只对汇报计时扣分', questions: '只对提问计时扣分', both: '汇报和提问分别计时扣分' },
    seconds: '超时按整秒计', grace: '超时 {grace} 秒以内不扣', tier: '超时 {from} 至 {to} 秒扣 {amount} 分', beyond: '超时超过 {from} 秒的，一律扣 {cap} 分',
    scale: '时间扣分按 {full} 分制，合计不超过 {cap} 分{rate}', under: '汇报不满 {time}的，扣 {amount} 分',
    proposed: '时间扣分由计时提出，主持人确认后才扣',
    late: '超过上场时间 {time}仍未到场的，按弃赛处理',
  },

  ties: {
    ranking: '名次按舍入后的总分从高到低排', byCategory: '各类别分别排名',
    list: '总分相同的，依次看：{list}', exact: '这里比的是舍入前的分；比某组、某部分得分时，用它舍入后的分',
    rule: { moreDecimals: '更多小数位', panel: '{name}得分', criterion: '“{name}”平均分', untrimmedMean: '现场不去高低分的平均分', part: '“{name}”', playOff: '加赛', draw: '抽签', shared: '并列' },
    open: '加赛、抽签没有办完，同一排名内都不排名次；抽签只抽一次，不重抽', shared: '并列的占用名次，例如第 1、2、2、4 名',
    out: '退出、弃赛的单位不排名次，也不影响别的单位排名',
  },

  publishing: {
    reveal: {
      atOnce: '每个单位得分锁定后当场公布', afterNext: '下一个单位汇报完，再公布上一个单位的得分',
      calibration: '前 {size} 个单位的得分一起公布，以后逐个当场公布', allAtEnd: '全部单位打完分后统一公布得分',
    },
    marks: { hidden: '评委各自打的分不公布', shuffled: '公布评委各自打的分，打乱次序、不注席位和姓名', bySeat: '公布评委各自打的分，注明席位', byName: '公布评委各自打的分，注明姓名' },
    panelMeans: { shown: '公布各组得分', hidden: '不公布各组得分' }, parts: { shown: '公布各部分得分', hidden: '不公布各部分得分' },
    total: { figure: '公布总分', tier: '不公布总分，得分处只写奖次', hidden: '不公布总分' },
    figure: { combined: '大屏上的得分和名次按总分算', onSite: '大屏上的得分和名次只按“{part}”算，其他部分和加减分不在内', either: '大屏上的得分和名次按总分算，还是只按“{part}”算，由主持人切换' },
    ranking: { all: '公布全部名次', first: '只公布前 {count} 名，其余按出场顺序列出、不注分数', none: '不公布名次' },
    order: { lastFirst: '名次从最后一名往前公布', knownPart: '名次按“{part}”从低到高的次序逐个公布' },
    standings: { shown: '打擂过程中可公布当前排名', hidden: '打擂过程中不公布当前排名' },
    recombine: '公布的各项数字凑不出总分的，多显示两位小数或写约等于',
  },

  awards: {
    none: '不设奖次', tier: '{name}{category}：{condition}', category: '（{category}）', everyCategory: '（每个类别分别评）',
    quota: '{quota} 名', score: '得分不低于 {score} 分', both: '不超过 {quota} 名，且得分不低于 {score} 分',
    downwards: '从高的奖次往低评，已得奖的不再评低的奖次',
    edge: { all: '名额末位有并列的，并列的都得这个奖', none: '名额末位有并列的，并列的都不得这个奖' },
    offWall: '名次不公布，奖次也不在大屏宣布',
    announce: { fromLowest: '从低的奖次到高的奖次逐档宣布', straight: '各奖次一次宣布' },
    placePoints: '另计名次分：{values}', placeTies: { averaged: '并列的，平分所占各名次的分', same: '并列的，都按较好的名次计分' },
  },

  lots: {
    random: '出场顺序如抽签决定：由程序随机取号为种子，抽完当场公布，任何人都可核对',
    called: '出场顺序如抽签决定：主持台先取一个秘密号、在大屏公布它的校验码，再由现场报一个数，两个合成种子；抽完公布秘密号，任何人都可核对',
    together: '全部单位一起抽', byCategory: '各类别分别抽，类别先后按本办法所列',
  },

  page: { signatures: ['主持人', '监督人', '统分人', '日期'], check: '规则校验码 {hash}', draft: '未冻结，仍可修改' },
};
