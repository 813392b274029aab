// Finds the heading row of a table and which column holds which field; synonyms, title rows above and merged headings are understood.
// It reads headings only: what stands under them is the plan's business.

/** Cells joined into one, by zero-based first and last row and column. */
export interface MergedCells { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export type TextTable = readonly (readonly string[])[];
export interface FieldSpec<F extends string> { readonly field: F; readonly mandatory: boolean; readonly headings: readonly string[] }

/** In the template's order, which is also the order of columns when a pasted table has no headings. */
export const UNIT_FIELDS = [
  { field: 'fullName', mandatory: true, headings: ['单位全称', '单位名称', '全称', '名称', '单位', '机构名称', '部门', '部门名称', '参评单位', '打擂单位', 'name', 'fullname', 'unit', 'unitname'] },
  { field: 'shortName', mandatory: false, headings: ['简称', '单位简称', '短名', 'shortname', 'short'] },
  { field: 'aliases', mandatory: false, headings: ['别名', '别称', '又名', '曾用名', '其他名称', 'aliases', 'alias'] },
  { field: 'kind', mandatory: false, headings: ['类别', '类型', '单位类别', '单位类型', 'kind', 'type', 'category'] },
  { field: 'group', mandatory: false, headings: ['组别', '分组', '分类', '考核组', '考核分组', '小组', 'group'] },
] as const satisfies readonly FieldSpec<string>[];
export const PERSON_FIELDS = [
  { field: 'name', mandatory: true, headings: ['姓名', '评委姓名', '评委', '名字', 'name'] },
  { field: 'title', mandatory: false, headings: ['职务', '职称', '职务职称', '职务/职称', '单位及职务', '单位职务', 'title', 'position'] },
  { field: 'panel', mandatory: false, headings: ['评委组', '评委组别', '组别', '分组', '所属组', 'panel', 'group'] },
  { field: 'home', mandatory: false, headings: ['所在单位', '单位', '工作单位', '所属单位', '单位名称', 'home', 'unit'] },
] as const satisfies readonly FieldSpec<string>[];
export type UnitField = (typeof UNIT_FIELDS)[number]['field'];
export type PersonField = (typeof PERSON_FIELDS)[number]['field'];

/** Where a field stands: its column (zero-based) and the heading as written ('' without headings). */
export interface Column { readonly at: number; readonly heading: string }
export interface Columns<F extends string> {
  /** The heading row (zero-based), −1 when the table has none. */
  readonly row: number;
  readonly of: Readonly<Partial<Record<F, Column>>>;
  /** Headings that were not understood; their columns are left out. */
  readonly ignored: readonly string[];
  /** A field that two columns claim. */
  readonly twice: { readonly first: Column; readonly second: Column } | null;
}

const MOST_ROWS_ABOVE = 12;
/** What two headings are compared by: width, case, blanks and anything in brackets do not count. Example: '实绩得分（100 分）' → '实绩得分'. */
export const headingKey = (text: string): string => text.normalize('NFKC').replace(/[((【[][^))】\]]*[))】\]]/gu, '').replace(/[\s*:：、]+/gu, '').toLowerCase();

/** Zero-based column → letters as Excel writes them. Example: 0 → 'A', 27 → 'AB'. */
export const columnLetter = (at: number): string => (at < 26 ? '' : columnLetter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** A heading row with every joined cell saying what its top left cell says. */
const filledRow = (table: TextTable, row: number, merges: readonly MergedCells[]): readonly string[] => {
  const cells = [...(table[row] ?? [])];
  for (const merge of merges) {
    if (row < merge.top || row > merge.bottom) continue;
    const words = table[merge.top]?.[merge.left] ?? '';
    for (let at = merge.left; at <= merge.right && at < 64; at += 1) cells[at] = words;
  }
  return Array.from(cells, (words) => words ?? '');
};

function readHeadings<F extends string>(cells: readonly string[], specs: readonly FieldSpec<F>[]): Omit<Columns<F>, 'row'> {
  const of: Partial<Record<F, Column>> = {};
  const ignored: string[] = [];
  let twice: Columns<F>['twice'] = null;
  for (const [at, heading] of cells.entries()) {
    const key = headingKey(heading);
    if (key === '') continue;
    const field = specs.find((spec) => spec.headings.some((each) => headingKey(each) === key))?.field;
    const first = field === undefined ? undefined : of[field];
    if (field === undefined) ignored.push(heading);
    else if (first === undefined) of[field] = { at, heading };
    else if (cells[at - 1] !== heading) twice ??= { first, second: { at, heading } };
  }
  return { of, ignored, twice };
}

const found = (of: object): number => Object.keys(of).length;

/**
 * The heading row is the one of the first twelve that names most fields; it must name a mandatory one, and either a second field or nothing else.
 * Null when there is none. Example: [['××名册'], ['单位全称', '简称']] → row 1, fullName in column 0, shortName in column 1.
 */
export const findColumns = <F extends string>(table: TextTable, specs: readonly FieldSpec<F>[], merges: readonly MergedCells[]): Columns<F> | null => {
  let best: Columns<F> | null = null;
  for (let row = 0; row < Math.min(table.length, MOST_ROWS_ABOVE); row += 1) {
    const cells = filledRow(table, row, merges);
    const read = readHeadings(cells, specs);
    if (specs.some((spec) => spec.mandatory && read.of[spec.field] === undefined)) continue;
    const alone = found(read.of) === 1 && read.ignored.length === 0 && read.twice === null;
    if (found(read.of) < 2 && !alone) continue;
    if (best === null || found(read.of) > found(best.of)) best = { row, ...read };
  }
  return best;
};

/** The template's own order of columns, for tables pasted without headings. */
export const templateColumns = <F extends string>(specs: readonly FieldSpec<F>[]): Columns<F> => ({
  row: -1, ignored: [], twice: null,
  of: Object.fromEntries(specs.map((spec, at) => [spec.field, { at, heading: '' }])) as Partial<Record<F, Column>>,
});
