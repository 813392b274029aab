// Words of the desk's frame, its home page and its key list.
export const consoleZh = {
  product: '擂台', placeHome: '首页', placeRegister: '名册', placeSetup: '筹备', placeLive: '现场', placeResult: '成绩',
  connecting: '正在连接主机…', tokenOld: '此页面已过期。请从程序重新打开主持台。', linkLost: '与主机断开，正在重连', language: '语言', sample: '示例数据', sampleNote: '这里的单位、评委和分数都是虚构的，供熟悉操作。正式使用前请清空。', sampleLeave: '清空示例，正式使用', sampleLeaveAsk: '示例单位、评委和两场示例擂台将移出（文件保留在数据位置，不再显示），程序从空白名册开始。',
  unknownRefusal: '未能完成（{code}）', noSecrets: '不得处理涉密信息',
  lock: '锁屏', lockedTitle: '主持台已锁定', lockedNote: '大屏照常显示，评委照常打分。输入口令继续。', pin: '口令', unlock: '解锁',
  backupNone: '尚未备份', backupAt: '已备份 {time}', backupFailed: '备份失败 {time}',
  ok: '确定', cancel: '取消', close: '关闭', save: '保存', edit: '修改', add: '新增', remove: '删除', up: '上移', down: '下移', all: '全选', none: '全不选', back: '上一步', forward: '下一步', working: '处理中…',
  keysTitle: '按键说明', keysLive: '现场', keysKeying: '录票', keyBig: '大按钮：下一步', keyTake: '上屏', keyTimer: '计时：开始／暂停', keyPeek: '按住查看分数', keyKeying: '录票',
  keyDigits: '输入分数', keyEnter: '下一格；末格提交本票', keyMove: '移动光标', keyAccept: '以第二次录入为准',
  keysClicker: '翻页笔会发出的键（PageUp、PageDown、F5、Esc、方向键、空格、B、.）在让屏后须先点一下主持台才起作用，并且永远不能单独公布分数。Esc 不会取消任何已做的事。',
  firstTitle: '使用前请知悉', firstBody: '本程序不得处理涉密信息。名册、评分和成绩只保存在本机，不连接互联网。', firstOk: '我已知悉',
  sessionsTitle: '场次', sessionNew: '新建场次', sessionName: '场次名称', sessionNameHint: '如：2026年第三季度书记擂台', sessionCreate: '建立', sessionsEmpty: '还没有场次。先把参评单位和评委录入名册，再新建场次。', sessionsEmptyReady: '名册已有 {units} 个单位、{people} 人。点「新建场次」开始筹备。',
  openRegister: '去录名册', sessionUnits: '{count} 个单位', sessionJudges: '{count} 名评委', sessionDone: '已完成 {done}／{count}', onAir: '在大屏',
  phase_setup: '筹备中', phase_ready: '已就绪', phase_live: '进行中', phase_finalised: '已定稿', phase_archived: '已归档', archive: '归档', archiveAsk: '归档后本场次只读，评委手机不再保留已交评分。确定归档「{title}」？',
  roomsTitle: '评委手机使用的地址', roomsEmpty: '没有找到局域网地址。请接入无线网或打开热点；全部用纸票也可以正常进行。', roomsChosen: '印在席位卡上', roomsChoose: '改用此地址', roomsNote: '更换地址后请重新打印席位卡。',
  stateTitle: '本机', stateUnits: '名册单位', statePeople: '名册人员', stateBackup: '备份', stateData: '数据位置', stateProjector: '大屏窗口', projector_none: '未打开', projector_shown: '已打开', projector_hidden: '已让屏', projectorOpen: '打开大屏窗口',
  settingsTitle: '设置', marking: '标注行', theme: '大屏主题', theme_cinnabar: '朱砂', theme_ocean: '海蓝', theme_daylight: '日光', pinTitle: '主持台口令', pinNote: '设置后可锁屏；15 分钟无人操作自动锁定。4 至 12 位数字。', pinOld: '原口令', pinNew: '新口令', pinSet: '设置口令', pinDone: '口令已设置',
} as const;
