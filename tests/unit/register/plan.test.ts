import { describe, expect, it } from 'vitest'
import { planPeople, planUnits } from '../../../shared/register/importPlan.ts'
import { IMPORT_FAULTS } from '../../../shared/register/importTable.ts'
import { knownPeople, knownUnits, registerFingerprint } from '../../../shared/register/names.ts'
import { registerWords as english } from '../../../shared/text/en/register.ts'
import { registerWords as chinese } from '../../../shared/text/zh/register.ts'
import { ARegister, person, unit } from './aRegister.ts'

const required = { headings: 'required' } as const
const optional = { headings: 'optional' } as const
const unitsOf = (register: ARegister) => knownUnits(register.state, register.tools.read)
const known = (register: ARegister) => ({ units: unitsOf(register), people: knownPeople(register.state, register.tools.read) })
const faultsOf = (plan: { readonly errors: readonly { row: number; column: string; code: string }[] }) => plan.errors.map((error) => `${error.row}${error.column} ${error.code}`)

describe('the headings of a sheet', () => {
  it.each([
    [['单位全称', '简称', '别名', '类别', '组别']],
    [['单位名称*', '单位简称', '曾用名', '类型（必填）', '考核分组']],
    [['Full name', 'Short name', 'Aliases', 'Kind', 'Group']],
    [['单 位：', '简 称', '别 称', '单位类别', '分组']],
  ])('are understood as %j', (headings) => {
    const plan = planUnits([headings, ['甲区', '甲', '老甲县', '区', '一组']], [], required)
    expect(plan.rows).toEqual([{ fullName: '甲区', shortName: '甲', aliases: ['老甲县'], kind: '区', group: '一组' }])
  })

  it('may stand in any order, under title rows, beside columns that are passed over', () => {
    const plan = planUnits([['示例市参评单位名册', '', '', ''], [], ['序号', '组别', '备注', '单位全称'], ['1', '一组', '无', '甲区']], [], required)
    expect(plan).toMatchObject({ rows: [{ fullName: '甲区', group: '一组' }], errors: [], ignoredHeadings: ['序号', '备注'] })
    expect(plan.changes[0]?.row).toBe(4)
  })

  it('in two rows with joined cells are read as one', () => {
    const table = [['名册', '', '', ''], ['序号', '单位', '', '类别'], ['', '全称', '简称', ''], ['1', '甲区', '甲', '区']]
    const merges = [{ top: 0, left: 0, bottom: 0, right: 3 }, { top: 1, left: 0, bottom: 2, right: 0 }, { top: 1, left: 1, bottom: 1, right: 2 }, { top: 1, left: 3, bottom: 2, right: 3 }]
    expect(planUnits(table, [], { ...required, merges }).rows).toEqual([{ fullName: '甲区', shortName: '甲', aliases: [], kind: '区', group: '' }])
  })

  it('may be absent when pasted: then the template\'s order counts', () => {
    expect(planUnits([['甲区', '甲', '', '区', '一组']], [], optional).rows).toEqual([{ fullName: '甲区', shortName: '甲', aliases: [], kind: '区', group: '一组' }])
    expect(faultsOf(planUnits([['甲区', '甲']], [], required))).toEqual(['1 headingMissing'])
  })

  it('that name one field twice are refused with both columns', () => {
    expect(planUnits([['全称', '组别', '单位名称'], ['甲区', '', '']], [], required).errors).toEqual([
      { row: 1, column: 'C', heading: '单位名称', code: 'headingTwice', details: { heading: '单位名称', first: 'A', second: 'C' } },
    ])
  })

  it('repeated for printing, blank rows and rows marked 示例 are passed over', () => {
    const plan = planUnits([['单位全称', '简称'], ['示例：甲区', ''], ['', '\u3000'], ['乙区', ''], ['单位全称', '简称'], ['丙区', '']], [], required)
    expect(plan.rows.map((row) => row.fullName)).toEqual(['乙区', '丙区'])
    expect(plan.skipped).toBe(3)
  })

  it('with nothing under them are an error', () => {
    expect(faultsOf(planUnits([['单位全称', '简称']], [], required))).toEqual(['2 nothingToImport'])
  })
})

describe('a cell', () => {
  it('loses blanks of every kind, full-width letters and an export\'s apostrophe; aliases are split', () => {
    const plan = planUnits([['单位全称', '组别', '别名'], ['\u3000甲区\u00a0机关 ', ' 第１组\u00a0', '老甲县、甲城,甲州；旧甲/ 甲府 、老甲县'], ["'-号单位", '', '']], [], required)
    expect(plan.rows[0]).toMatchObject({ fullName: '甲区 机关', group: '第1组', aliases: ['老甲县', '甲城', '甲州', '旧甲', '甲府'] })
    expect(plan.rows[1]?.fullName).toBe('-号单位')
  })

  it('with a formula error, without a name or too long is named by row, column and heading', () => {
    const plan = planUnits([['单位全称', '简称'], ['甲区', '#DIV/0!'], ['', '乙'], ['丙'.repeat(61), '丙']], [], required)
    expect(plan.errors.map(({ row, column, heading, code }) => [row, column, heading, code])).toEqual([
      [2, 'B', '简称', 'cellError'], [3, 'A', '单位全称', 'nameMissing'], [4, 'A', '单位全称', 'tooLong'],
    ])
    expect(plan.rows).toEqual([])
  })
})

describe('a planned import of units', () => {
  it('names both rows of a name that appears twice', () => {
    const plan = planUnits([['单位全称', '简称', '别名'], ['甲区', '', ''], ['乙区', '', '甲 区'], ['丙区', '甲区', '']], [], required)
    expect(plan.errors.map(({ code, details }) => [code, details['name'], details['first'], details['second']])).toEqual([
      ['nameInTwoRows', '甲 区', 2, 3], ['nameInTwoRows', '甲区', 2, 4],
    ])
  })

  it('tells new, changed and unchanged rows apart, field by field', () => {
    const register = new ARegister().withUnits(unit('甲区', { group: '一组' }), unit('乙区'))
    const plan = planUnits([['单位全称', '组别'], ['甲区', '二组'], ['乙区', ''], ['丙区', '一组']], unitsOf(register), required)
    expect(plan.changes).toEqual([
      { kind: 'change', row: 2, name: '甲区', fields: [{ field: 'group', before: '一组', after: '二组' }] },
      { kind: 'same', row: 3, name: '乙区', fields: [] },
      { kind: 'add', row: 4, name: '丙区', fields: [{ field: 'fullName', before: '', after: '丙区' }, { field: 'shortName', before: '', after: '丙区' }, { field: 'group', before: '', after: '一组' }] },
    ])
  })

  it('leaves what an empty cell or an absent column does not mention', () => {
    const register = new ARegister().withUnits(unit('甲区', { shortName: '甲', aliases: ['老甲县'], kind: '区', group: '一组' }))
    const plan = planUnits([['单位全称', '简称', '组别'], ['甲区', '', '']], unitsOf(register), required)
    expect(plan.changes[0]?.kind).toBe('same')
  })

  it('does not rename a unit that is called by its alias, but does rename one whose old name is given as alias', () => {
    const register = new ARegister().withUnits(unit('西海岸新区', { aliases: ['黄岛区'] }), unit('乙县'))
    const plan = planUnits([['单位全称', '别名', '组别'], ['黄岛区', '', '一组'], ['乙区', '乙县', '']], unitsOf(register), required)
    expect(plan.errors).toEqual([])
    expect(plan.rows.map((row) => [row.fullName, row.aliases])).toEqual([['西海岸新区', ['黄岛区']], ['乙区', ['乙县']]])
  })

  it('never takes a shared short name for the same unit', () => {
    const register = new ARegister().withUnits(unit('甲区财政局', { shortName: '财政局' }))
    const plan = planUnits([['单位全称', '简称'], ['乙区财政局', '财政局']], unitsOf(register), required)
    expect(plan.errors).toMatchObject([{ row: 2, code: 'nameInUse', details: { name: '财政局', other: '甲区财政局' } }])
  })

  it('reports a row that means two known units and two rows that mean one', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }), unit('乙区'))
    expect(faultsOf(planUnits([['单位全称', '别名'], ['甲区', '乙区']], unitsOf(register), required))).toEqual(['2A matchesTwoUnits'])
    expect(faultsOf(planUnits([['单位全称', '别名'], ['甲区', ''], ['老甲县', '']], unitsOf(register), required))).toEqual(['3A nameInTwoRows'])
  })

  it('is accepted by the import command exactly as planned, and planned again changes nothing', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }), unit('丁区'))
    register.do({ name: 'unit.archive', input: { unit: register.unitId('丁区'), archived: true } })
    const table = [['单位全称', '简称', '别名', '组别'], ['老甲县', '甲', '', '一组'], ['乙区', '', '乙县/乙州', ''], ['丁区', '', '', '']]
    const plan = planUnits(table, unitsOf(register), required)
    expect(plan.changes.map((change) => change.kind)).toEqual(['change', 'add', 'change'])
    register.do({ name: 'units.import', input: { basis: registerFingerprint(register.state, register.tools.read), sourceHash: '', rows: [...plan.rows] } })
    expect(planUnits(table, unitsOf(register), required).changes.map((change) => change.kind)).toEqual(['same', 'same', 'same'])
  })
})

describe('a planned import of people', () => {
  it('finds homes by alias, joins names spaced for layout, and names unknown homes', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }))
    const plan = planPeople([['姓名', '职务/职称', '组别', '单位'], ['张\u3000三', '局长', '一组', '老甲县'], ['李四', '', '', '丙区']], known(register), required)
    expect(plan.rows).toEqual([{ name: '张三', title: '局长', panel: '一组', home: '甲区' }])
    expect(plan.errors).toMatchObject([{ row: 3, column: 'D', heading: '单位', code: 'homeUnknown', details: { name: '丙区' } }])
  })

  it('tells people of one name apart by title and refuses the same person twice', () => {
    const register = new ARegister()
    register.do({ name: 'person.keep', input: { person: null, values: person('张三', { title: '局长' }) } })
    const plan = planPeople([['姓名', '职务'], ['张三', '局长'], ['张三', '主任'], ['张三', '主任']], known(register), required)
    expect(plan.changes.map((change) => change.kind)).toEqual(['same', 'add'])
    expect(plan.errors).toMatchObject([{ row: 4, code: 'personInTwoRows', details: { first: 3, second: 4 } }])
  })
})

describe('the sentences of an import', () => {
  it('exist for every fault in both languages, with the same figures', () => {
    const figures = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort((a, b) => (a < b ? -1 : 1))
    for (const code of IMPORT_FAULTS) expect([code, figures(english.fault[code])]).toEqual([code, figures(chinese.fault[code])])
    expect(Object.keys(chinese.fault).sort()).toEqual([...IMPORT_FAULTS].sort())
  })
})
