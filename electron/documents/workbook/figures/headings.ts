// The words over columns and beside rows that sheets of figures use, in both languages. Knows no layout.
import { PERSON_FIELDS, UNIT_FIELDS } from '../../../../shared/register/importColumns.ts';

const headingsOf = (fields: readonly { readonly field: string; readonly headings: readonly string[] }[], field: string): readonly string[] =>
  fields.find((each) => each.field === field)?.headings ?? [];

export const UNIT_HEADINGS = [...headingsOf(UNIT_FIELDS, 'fullName'), '选手', '选手姓名', '参赛单位', '被评单位', '受评单位', '考核单位', '被考核单位', '述职单位', '县区', '区市', '镇街', 'contestant'];
export const SHORT_HEADINGS = headingsOf(UNIT_FIELDS, 'shortName');
export const VOTER_HEADINGS = [
  ...headingsOf(PERSON_FIELDS, 'name'), '评委编号', '评委号', '评委席位', '席位', '票号', '选票', '选票号', '选票编号', '打分人', '评分人', 'judge', 'ballot', 'ballotno', 'voter',
];
export const CRITERION_HEADINGS = ['项目', '评分项', '评分项目', '评分要素', '要素', '指标', '评分内容', 'criterion', 'item'];
export const MARK_HEADINGS = ['得分', '分数', '打分', '评分', '分值', '成绩', '分', '数值', '值', 'mark', 'score', 'points', 'value'];
/** A part called 实绩 also stands over a column as 实绩得分. */
export const SCORE_ENDINGS = ['', '得分', '分', '分数', '成绩', '分值', '评分'];

/** 单位＼评委 in the corner of a table, either way round. */
export const CORNER = /(?:单位|选手)\s*[\\/＼／|\s]\s*(?:评委|裁判|票)|(?:评委|裁判|票号?)\s*[\\/＼／|\s]\s*(?:单位|选手)/u;

/** What stands over or beside figures without being a voter or a unit: numbering, sums, ranks, remarks, signatures. Written as heading keys. */
const FURNITURE = /^(?:序号|编号|no\.?|合计|总计|总分|总成绩|小计|平均.*|均分|最高分?|最低分?|去掉.*|名次|排名|排序|位次|备注|说明|签名.*|签字.*|.*得分|最终成绩|类别|组别|分组|简称|职务.*|时间|出场顺序|顺序|抽签号|监督.*|统分.*|记分.*|填表.*|注.*|total|sum|mean|average|rank|remarks?|notes?)$/u;
export const isFurniture = (key: string): boolean => FURNITURE.test(key);
