// Every refusal code as a plain Chinese sentence: what, where, what to do.
import type { ErrorCode } from '../../kernel/errors.ts';

export const errors: Readonly<Record<ErrorCode, string>> = {
  badInput: '内容不符合要求：{where}。请检查后重试', unknownCommand: '没有“{name}”这项操作', unknownView: '没有“{name}”这个页面', notAllowed: '当前身份不能做这项操作',
  tooLarge: '内容太大，未接收', tooFast: '操作太快，请稍候再试', staleEpoch: '主机数据已恢复或更换，正在重新同步',
  idReused: '同一编号的操作内容不一致，未执行', internal: '程序出错，本次操作未执行，数据未改变', diskFull: '磁盘已满，未能保存。请清理磁盘后重试',
  deskLocked: '主持台已锁定，请输入口令', wrongPin: '口令不对', notThisDevice: '此席位已由另一台设备使用', nativeUnavailable: '这台电脑上不能执行该操作：{what}',
  unknownUnit: '名册里没有单位“{name}”', unknownPerson: '名册里没有这个人', nameEmpty: '名称不能为空：{what}', nameTaken: '“{name}”与“{other}”重名', aliasTaken: '别名“{name}”已被“{other}”使用',
  importInvalid: '文件不能导入：{reason}', importStale: '预览之后名册已有改动，请重新预览',
  unknownMeeting: '没有这场会议', unknownItem: '会议中没有这一项', nothingOnAir: '大屏上还没有画面', stepOutOfRange: '没有第 {step} 步', sceneNotAllowed: '按公布范围，“{scene}”不能上屏',
  alreadyYielded: '已经让屏', notYielded: '当前没有让屏', unknownSeat: '没有这个席位',
  unknownSession: '没有这场擂台', wrongPhase: '当前阶段不能做这项操作（{phase}）', rulesInvalid: '规则有误：{what}（{reason}）', rulesDoNotAddUp: '规则对不上：{what}合计 {is}，应为 {should}',
  noContestants: '还没有选择打擂单位', noJudges: '还没有选择评委', panelEmpty: '“{panel}”里没有评委', unknownPanel: '规则里没有评委组“{panel}”', unknownContestant: '没有这个打擂单位', unknownJudge: '没有这位评委',
  orderIncomplete: '出场顺序应包含全部 {should} 个单位，现有 {given} 个', orderNotSet: '还没有确定出场顺序', recusalsUndecided: '有 {count} 位评委应否回避尚未确认',
  categoryMissing: '还有单位没有分类别；请在“单位”一步给每个单位选好类别', lotNotCommitted: '还没有公布秘密号的校验码；请先公布，再请现场报数', lotCommitted: '秘密号的校验码已经公布，不能更换；请直接请现场报数', numberNotCalled: '还没有现场报的数；请现场报一个数，填入后再抽签',
  noCaseForResult: '按这套规则可能排不出结果（{what}：现为 {is}，应为 {should}）；请先改规则或名单', unknownPreset: '没有这套办法，可能已被删除；请重新选择', unknownPart: '规则里没有可录入的部分“{part}”；请先在规则里设好', valueOutOfRange: '“{part}”的 {value} 超出 0～{highest}；请核对后重新填写',
  notFinalised: '这场擂台还没有定稿；请先定稿', tooFewQualified: '能进下一轮的只有 {count} 个单位，至少要 2 个；请增加名额',
  boxOpen: '“{panel}”的票箱还没有封存；请先截止投票', boxNotOpen: '票箱没有开放，不能投票或截止', alreadyCast: '这张票已经投过，不能再投', notAnonymous: '这个评委组不是无记名投票，请按实名打分', countsMissing: '“{panel}”的票数还没有录入；请录入各档票数',
  countsUnbalanced: '“{panel}”的票数对不平；请核对有效、作废、弃权张数', notBalanced: '“{panel}”发出、收回与手头的票数对不平；请核对，或写明原因', balanceWrong: '收回 {returned} 张多于发出 {issued} 张；请核对，或写明原因',
  unknownBatch: '没有这批票，可能已撤回；请刷新后再录', notYourBatch: '这批票没有分给本录票点；请录分给自己的票，或请主持台改派', batchClosed: '这批票已经收回，不能再录；如要补录，请主持台重新分派', batchInUse: '其中有票已在另一批里录入；请先收回那一批', sameKeyer: '录入和核对不能是同一个人；请换另一位',
  notKeyed: '这张票还没有录第一遍；请先录入', entryChanged: '核对的内容与录入的不一致，录入可能刚被改过；请刷新后重新核对', entryIncomplete: '这张票还有单位没有录；请把票上每个单位都录上', entryUnsettled: '“{panel}”有票两遍录得不一致，尚未裁定；请对照纸票裁定',
  unknownAdjustment: '规则里没有这一项加分或扣分，或已经撤销', penaltyUndecided: '计时提出扣 {amount} 分（{seconds} 秒），尚未决定；请确认或免除', nothingToDecide: '没有等待决定的事项，可能已经处理', trialNotSet: '规则没有设试评', playOffNotNeeded: '这些单位不需要加赛',
  alreadyOnStage: '该单位已在台上', nobodyOnStage: '该单位不在台上', contestantNotWaiting: '该单位已上场或已开始打分', contestantWithdrawn: '该单位已退出', windowStillOpen: '上一单位的打分还没有锁定',
  timerRunning: '计时还在走；请先停表', timerNotRunning: '计时没有进行',
  scoringClosed: '该单位打分已锁定', scoringNotOpened: '该单位尚未开始打分', alreadyOpen: '该单位已开始打分', markMissing: '“{criterion}”还没有打分', markUnknown: '没有评分项“{criterion}”', markMalformed: '“{criterion}”的分数“{mark}”不是数字',
  markOffStep: '“{criterion}”的分数 {mark} 不合步长 {step}', markOutOfRange: '“{criterion}”的分数 {mark} 超出 {floor}～{ceiling}', judgeRecused: '该评委对此单位回避', judgeLeft: '该评委已提前离场',
  staleRevision: '这张票已有新版本（第 {revision} 版），请核对后再提交', tooManySheets: '这张票修改次数过多，请联系工作人员', sheetIsIn: '该评委已交票；要去除请登记“回避”，或在录票中作废', sheetsMissing: '还有 {missing} 张票未收到', notAllIn: '票还没有收齐或已复核', notChecked: '还没有复核', notLocked: '该单位尚未锁定',
  tooFewSheets: '“{panel}”有效票 {valid} 张，按规则至少 {needed} 张，请决定如何去分', shortAfterLock: '锁定以后有票作废，“{panel}”有效票只剩 {valid} 张，按规则至少 {needed} 张；请写明原因重开该单位，决定如何去分', unknownLateSheet: '没有这张迟到票', revealTooEarly: '按公布规则，现在还不能公布该单位得分',
  totalOutsideCorridor: '合计 {total} 分不在规定的 {lowest}～{highest} 分之间；请调整各项打分', gradeUnknown: '“{form}”没有“{grade}”这一档；请从票上的档次里选', placeOutOfRange: '名次 {place} 不在第 1～{of} 名之内', rankingIncomplete: '第 {place} 名缺少或重复；{of} 个单位要排成第 1～{of} 名，一个名次一个单位',
  notYourPanel: '该评委所在的组不评这个单位', wholeSheetOnly: '这种票要把全部单位填好后一次提交', partMissing: '还有单位的部分得分没有录入；请录齐后再公布或定稿',
  windowsNotLocked: '还有单位没有锁定得分', drawNotNeeded: '这些单位不需要抽签', alreadyDrawn: '已经抽过签，不能重抽', resultOpen: '有 {count} 个单位得分相同，须抽签决定', correctionFirst: '该单位的成绩已经公布；请先对它「更正」（重新打开），改好后再锁定、公布', trimUnchanged: '“{panel}”去分只能放宽，不能加严', wallHidden: '会场现在看不到大屏（冻结、黑屏或让屏），请先按「直播」或「收屏」', unlockedCorrection: '请先写明原因重开该单位，再计入迟到票',
};

/** Why rules are refused (`rulesInvalid`), by reason: what is wrong and what to do; `what` is named before it. */
export const ruleFaults = {
  usedTwice: '用了两次；请改成不重复的', pointsNotPositive: '分值须大于 0；请改大', stepNotPositive: '每档分须大于 0；请改大', floorAboveCeiling: '最低分须小于最高分；请改其中一个', limitsOutsidePoints: '打分范围须在 0 与满分之间；请改范围或满分',
  limitsOffStep: '最低分、最高分须是每档分的整数倍；请改范围或每档分', placesNotFalling: '靠后名次的分不能高于靠前名次；请从大到小填', gradesNotFalling: '各档分值须从高到低、互不相同；请重排', gradeOutsideFullMark: '档次分值须在 0 与满分之间；请改分值或满分',
  corridorOutsideLimits: '合计的上下限须在各项能打出的范围之内，且下限小于上限；请改上下限', formUnknown: '用的票已不在规则里；请重新选票', partUnknown: '所属部分不存在，或不由评委打分；请重新选', weightNotPositive: '所占分值须大于 0；请改大或删去该组',
  minimumTooSmall: '最少有效票须多于去掉的张数；请增加最少有效票或少去分', trimCriteriaNeedsScoreSheet: '逐项去分只能用于打分票；请改为按总分去分', countsNeedGrades: '只录票数只能用于评价票或名次票；请改用票或投票方式', recusalNeedsNames: '无记名、只录票数和名次票不能设回避；请改为不设回避',
  categoryUnknown: '所指类别不存在；请重新选类别', rankBallotNeedsOneCategory: '分类别时，名次票的评委组只能评一个类别；请给每个类别设一个组', wholeSheetNeedsWholeSession: '无记名票和整张票要全场统一收票；请把打分时段改为全场', wholeSheetNeedsRevealAtEnd: '整张有效或作废的票要最后才能计；请改为全部打完后公布',
  capNotPositive: '上限和扣分须大于 0；请改大或不设', tiersNotRising: '各档超时须逐档加长、扣分不减，且不超过上限；请重排', underNeedsSpeech: '只对提问计时的，不能按汇报不满时扣分；请改计时环节，或不设', underAboveLimit: '不满时限的起点不能超过汇报限时；请改短', penaltyWithoutLimit: '设了超时扣分却没有限时；请设限时，或不扣分',
  tieListOpenEnded: '同分规则的最后一条须是抽签或并列；请补上', tiePanelUnknown: '同分规则所指的评委组不存在；请重新选', tieCriterionUnknown: '同分规则所指的评分项不存在；请重新选', tiePartUnknown: '同分规则所指的部分不存在；请重新选',
  awardWithoutCondition: '奖次要有名额或最低得分；请至少填一项', awardScoresNotFalling: '低的奖次，最低得分须低于高的奖次；请从高到低填', calibrationNeedsWindows: '前几个单位一起公布，须先设前几个单位一起打分；请改打分时段', withdrawnNeedsRevealAtEnd: '离场即撤回已打的分，须全部打完后才公布；请改公布方式',
  knownPartNotEntered: '按已知部分公布名次，须选一个录入的部分；请重新选', tierNeedsCombined: '只公布奖次时，大屏分数须为合成总分；请改其中一项', noOnSitePart: '大屏单独显示现场得分，须恰有一个现场部分；请改大屏显示或各部分', tierWithoutAwards: '只公布奖次，却没有设奖次；请先设奖次',
} as const;
export type RuleFault = keyof typeof ruleFaults;

/** What a refusal of rules is about, where that is no name the user gave. */
export const rulePlaces = {
  ties: '同分规则', time: '计时扣分', reveal: '公布次序', missing: '缺票处理', rankingReveal: '名次公布', disclosure: '公布范围', lot: '抽签', placePoints: '名次分', parts: '各部分分值',
} as const;

/** Rules and roster that could give no result (`noCaseForResult`, and the list beside the roster), by `why`. */
export const casesWithoutResult = {
  placeWithoutPoints: '“{what}”只给到第 {is} 名的分，参评单位有 {should} 个；请补足名次分值或减少单位', panelTooSmall: '“{what}”回避以后只剩 {is} 位评委，至少要 {should} 张有效票；请增加评委，或改最少有效票',
  noSpare: '“{what}”回避以后正好 {is} 位评委，至少要 {should} 张有效票：再缺一张就要由主持人决定；可增加评委，或改最少有效票',
  oneContestant: '“{what}”只有 {is} 个单位可排名次，至少要 {should} 个；请增加单位，或改用别的票',
} as const;

/** Why a file of rules cannot be taken over (`badInput` with a reason), by reason: what, where, what to do. */
export const rulesFileFaults = {
  notJson: '这不是评分办法文件；请选本软件导出的文件', formatUnknown: '这不是评分办法文件；请选本软件导出的文件', versionUnknown: '文件的版本 {is} 本软件不认识；请升级软件，或请对方重新导出',
  fieldMissing: '文件缺少“{where}”一项；请重新导出', fieldUnknown: '文件多出“{where}”一项，本软件不认识；请升级软件，或请对方重新导出', fieldMalformed: '文件里“{where}”的内容 {is} 不合要求；请改正或重新导出',
} as const;
