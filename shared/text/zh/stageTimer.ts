// Words of the stage timer's page on a phone or tablet that are not on the wall's own timer.

export const stageTimer = {
  title: '台上计时',
  connecting: { title: '正在连接主持台', text: '连上后自动显示计时，不必操作。' },
  awaitingDesk: { title: '请工作人员确认本机', text: '请工作人员在主持台点一下“允许”，本页会自动显示计时。' },
  void: { title: '计时卡已失效', text: '请联系工作人员，换新卡后重新扫码。' },
  impostor: { title: '不是本场主机，或计时卡已换发', text: '对方不能证明自己是本场主机。请确认本机连接的是会场网络；计时卡若已换发，请扫新卡。' },
  waiting: '计时开始后自动显示',
  keepOn: '请把本机设为屏幕常亮，接好电源。',
} as const;
