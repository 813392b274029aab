import { describe, expect, it } from 'vitest'
import type { RegisterCommand } from '../../../shared/register/commands.ts'
import { registerFingerprint } from '../../../shared/register/names.ts'
import { ARegister, person, unit } from './aRegister.ts'

const basisOf = (register: ARegister): string => registerFingerprint(register.state, register.tools.read)
const units = (register: ARegister, rows: readonly ReturnType<typeof unit>[], basis = basisOf(register)): RegisterCommand =>
  ({ name: 'units.import', input: { basis, sourceHash: 'f00d', rows: [...rows] } })
const people = (register: ARegister, rows: readonly ReturnType<typeof person>[]): RegisterCommand =>
  ({ name: 'people.import', input: { basis: basisOf(register), sourceHash: 'f00d', rows: [...rows] } })

describe('the fingerprint of the register', () => {
  it('changes with every word, order and archive, and with nothing else', () => {
    const register = new ARegister().withUnits(unit('甲区'), unit('乙区'))
    const seen = [basisOf(register)]
    register.do({ name: 'unit.order', input: { units: [register.unitId('乙区'), register.unitId('甲区')] } })
    seen.push(basisOf(register))
    register.do({ name: 'unit.archive', input: { unit: register.unitId('乙区'), archived: true } })
    seen.push(basisOf(register))
    register.do({ name: 'person.keep', input: { person: null, values: person('张三') } })
    seen.push(basisOf(register))
    expect(new Set(seen).size).toBe(4)
    expect(seen.every((each) => /^[0-9a-f]{64}$/.test(each))).toBe(true)
  })
})

describe('an import', () => {
  it('of a preview made on another register is refused', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    const basis = basisOf(register)
    register.withUnits(unit('乙区'))
    expect(register.refusal(units(register, [unit('丙区')], basis))).toEqual({ code: 'importStale', details: {} })
  })

  it('is one event, then one per row that changes something, and none for the others', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }), unit('乙区'))
    const events = register.do(units(register, [unit('甲区', { aliases: ['老甲县'], group: '一组' }), unit('乙区'), unit('丙区')]))
    expect(events.map((event) => event.name)).toEqual(['registerImported', 'unitKept', 'unitKept'])
    expect(events[0]?.body).toEqual({ what: 'units', sourceHash: 'f00d', rows: 3 })
    expect(Object.values(register.state.units).map((each) => each.order)).toEqual([1, 2, 3])
  })

  it('that changes nothing leaves no event at all', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    expect(register.do(units(register, [unit('甲区')]))).toEqual([])
  })

  it('finds a unit by an alias and renames it in place', () => {
    const register = new ARegister().withUnits(unit('黄岛区'))
    const id = register.unitId('黄岛区')
    register.do(units(register, [unit('西海岸新区', { aliases: ['黄岛区'] })]))
    expect(register.unitId('西海岸新区')).toBe(id)
    expect(Object.keys(register.state.units)).toHaveLength(1)
  })

  it('may swap names between two units of one sheet', () => {
    const register = new ARegister().withUnits(unit('甲局', { shortName: '甲' }), unit('乙局', { shortName: '乙' }))
    register.do(units(register, [unit('甲局', { shortName: '乙' }), unit('乙局', { shortName: '甲' })]))
    expect(Object.values(register.state.units).map((each) => register.tools.read(each.shortName))).toEqual(['乙', '甲'])
  })

  it('brings an archived unit back instead of making a second one', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    const id = register.unitId('甲区')
    register.do({ name: 'unit.archive', input: { unit: id, archived: true } })
    register.do(units(register, [unit('甲区')]))
    expect(register.state.units).toMatchObject({ [id]: { archived: false } })
    expect(Object.keys(register.state.units)).toEqual([id])
  })

  it.each([
    ['a row without a name', [unit('丙区'), unit('')], { row: 2, reason: 'nameEmpty', what: 'fullName' }],
    ['a row that means two units', [unit('甲区', { aliases: ['乙区'] })], { row: 1, reason: 'matchesTwoUnits', name: '甲区', other: '乙区' }],
    ['two rows that mean one unit', [unit('甲区'), unit('老甲县')], { row: 2, reason: 'rowTwice', first: 1 }],
    ['two new rows of one name', [unit('丙区'), unit('丁区', { shortName: '丙区' })], { row: 2, reason: 'nameTaken', name: '丙区', other: '丙区' }],
    ['a short name that belongs to another unit', [unit('丙区', { shortName: '乙' })], { row: 1, reason: 'nameTaken', name: '乙', other: '乙区' }],
    ['no rows', [], { row: 0, reason: 'noRows' }],
  ])('with %s is refused whole', (_, rows, details) => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }), unit('乙区', { shortName: '乙' }))
    expect(register.refusal(units(register, rows))).toEqual({ code: 'importInvalid', details })
  })

  it('of people matches by name and title and finds homes by any name', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }))
    register.do(people(register, [person('张三', { title: '局长' }), person('李四', { title: '主任', home: '老甲县' })]))
    const events = register.do(people(register, [person('张三', { title: '局长', panel: '一组' }), person('李四', { title: '主任', home: '甲区' })]))
    expect(events.map((event) => event.name)).toEqual(['registerImported', 'personKept'])
    expect(Object.keys(register.state.people)).toHaveLength(2)
  })

  it('of people refuses an unknown home and a person named twice, by row', () => {
    const register = new ARegister()
    expect(register.refusal(people(register, [person('张三'), person('李四', { home: '丙区' })]))).toEqual({ code: 'importInvalid', details: { row: 2, reason: 'unknownUnit', name: '丙区' } })
    expect(register.refusal(people(register, [person('张三'), person('张三')]))).toEqual({ code: 'importInvalid', details: { row: 2, reason: 'rowTwice', first: 1 } })
  })
})
