// Words of the register page.
export const consoleRegisterZh = {
  title: '名册', units: '单位', people: '人员', addUnit: '新增单位', addPerson: '新增人员', paste: '粘贴导入', file: '文件导入', template: '下载模板', unitsEmpty: '还没有单位。从 Excel 复制后点「粘贴导入」，或下载模板填好后「文件导入」。', peopleEmpty: '还没有人员。评委从这里选：从 Excel 复制后点「粘贴导入」。',
  fullName: '单位全称', shortName: '简称', aliases: '别名', kind: '类别', group: '组别', name: '姓名', personTitle: '职务', panel: '评委组', home: '所在单位', order: '排序', acts: '操作', archive: '停用', restore: '恢复', archived: '已停用', aliasesHint: '多个别名用顿号分开', shortHint: '不填则显示全称', homeNone: '（无）',
  importUnits: '导入单位', importPeople: '导入人员', pasteNote: '从 Excel 或 WPS 选中单元格复制，粘贴到下面。首行可带标题。', pasteColumnsUnits: '没有标题时按顺序：单位全称、简称、别名、类别、组别', pasteColumnsPeople: '没有标题时按顺序：姓名、职务、评委组、所在单位', pasteHere: '在此粘贴', preview: '预览', fileNote: '可先下载模板填好。先预览核对，确认后才写入名册；文件不超过 5 MB。', againFile: '重选文件', again: '重新粘贴', chooseFile: '选择 .xlsx 或 .csv 文件', confirm: '确认导入', counts: '新增 {add}，修改 {change}，不变 {same}', skipped: '略过 {count} 行（空行或示例）', errors: '{count} 处需要改正后再导入', row: '行', change_add: '新增', change_change: '修改', change_same: '不变', imported: '已导入', nothing: '没有变化', fileTooLarge: '文件超过 5 MB', search: '查找',
} as const;
