import { describe, expect, it } from 'vitest'
import { ARegister, person, unit } from './aRegister.ts'

const keep = (values: ReturnType<typeof unit>, id: string | null = null) => ({ name: 'unit.keep', input: { unit: id, values } }) as const
const keepPerson = (values: ReturnType<typeof person>, id: string | null = null) => ({ name: 'person.keep', input: { person: id, values } }) as const

describe('a unit', () => {
  it('is kept with its names on one line and without blanks at the ends', () => {
    const register = new ARegister().withUnits(unit('\u3000甲区\u00a0 \n机关 ', { shortName: ' 甲 ' }))
    expect(register.stored).toEqual(['甲区 机关', '甲'])
  })

  it('shows its full name as short name when the short one is empty, stored as one text', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    const [kept] = Object.values(register.state.units)
    expect(kept?.shortName).toEqual(kept?.fullName)
    expect(register.stored).toEqual(['甲区'])
  })

  it('needs a full name', () => {
    expect(new ARegister().refusal(keep(unit(' \u3000')))).toEqual({ code: 'nameEmpty', details: { what: 'fullName' } })
  })

  it('may not be longer than 60 characters in any name, the first alias included', () => {
    const register = new ARegister()
    expect(register.refusal(keep(unit('甲'.repeat(61))))).toEqual({ code: 'badInput', details: { what: 'fullName', limit: 60 } })
    expect(register.refusal(keep(unit('甲', { aliases: ['乙'.repeat(61), '丙'] })))).toEqual({ code: 'badInput', details: { what: 'aliases', limit: 60 } })
  })

  it.each([
    ['a full name', unit('甲区'), 'nameTaken', '甲区'],
    ['a short name', unit('丙区', { shortName: '甲' }), 'nameTaken', '甲'],
    ['a name that is an alias elsewhere', unit('老甲县'), 'nameTaken', '老甲县'],
    ['an alias', unit('丙区', { aliases: ['甲区'] }), 'aliasTaken', '甲区'],
    ['a name in full-width letters and other blanks', unit('Ａ ａ 局'), 'nameTaken', 'Ａ ａ 局'],
  ])('may not take %s of another active unit', (...[, values, code, name]) => {
    const register = new ARegister().withUnits(unit('甲区', { shortName: '甲', aliases: ['老甲县'] }), unit('Aa局'))
    expect(register.refusal(keep(values))).toMatchObject({ code, details: { name } })
  })

  it('may take the name of an archived unit, which then cannot come back', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    const old = register.unitId('甲区')
    register.do({ name: 'unit.archive', input: { unit: old, archived: true } })
    register.withUnits(unit('甲区'))
    expect(register.refusal({ name: 'unit.archive', input: { unit: old, archived: false } })).toEqual({ code: 'nameTaken', details: { name: '甲区', other: '甲区' } })
  })

  it('may repeat its own names as aliases, which are left out', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['甲 区', '老甲县', '老甲县', ''] }))
    expect(Object.values(register.state.units)[0]?.aliases.map(register.tools.read)).toEqual(['老甲县'])
  })

  it('that is kept unchanged leaves no event', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县'] }))
    expect(register.do(keep(unit(' 甲区', { aliases: ['老甲县'] }), register.unitId('甲区')))).toEqual([])
  })

  it('that changes keeps the references of words that stay', () => {
    const register = new ARegister().withUnits(unit('甲区', { aliases: ['老甲县', '甲城'] }))
    const before = Object.values(register.state.units)[0]
    register.do(keep(unit('甲新区', { shortName: '甲区', aliases: ['甲城'] }), before?.id ?? ''))
    expect(register.stored).toEqual(['甲区', '老甲县', '甲城', '甲新区'])
    expect(Object.values(register.state.units)[0]).toMatchObject({ shortName: before?.shortName, aliases: [before?.aliases[1]] })
  })

  it('that is unknown is refused', () => {
    expect(new ARegister().refusal(keep(unit('甲'), 'nobody'))).toMatchObject({ code: 'unknownUnit' })
    expect(new ARegister().refusal({ name: 'unit.archive', input: { unit: 'nobody', archived: true } })).toMatchObject({ code: 'unknownUnit' })
  })

  it('archived twice leaves one event', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    const archive = { name: 'unit.archive', input: { unit: register.unitId('甲区'), archived: true } } as const
    expect(register.do(archive)).toHaveLength(1)
    expect(register.do(archive)).toEqual([])
  })
})

describe('the protocol order', () => {
  const three = (): ARegister => new ARegister().withUnits(unit('甲'), unit('乙'), unit('丙'))

  it('names every active unit exactly once', () => {
    const register = three()
    const [a, b, c] = ['甲', '乙', '丙'].map((name) => register.unitId(name)) as [string, string, string]
    for (const units of [[a, b], [a, b, b], [a, b, c, c]]) expect(register.refusal({ name: 'unit.order', input: { units } })).toMatchObject({ code: 'orderIncomplete' })
    expect(register.refusal({ name: 'unit.order', input: { units: [a, b, 'nobody'] } })).toEqual({ code: 'unknownUnit', details: { name: 'nobody' } })
    register.do({ name: 'unit.archive', input: { unit: b, archived: true } })
    expect(register.refusal({ name: 'unit.order', input: { units: [a, b, c] } })).toMatchObject({ code: 'orderIncomplete' })
    expect(register.do({ name: 'unit.order', input: { units: [c, a] } })).toHaveLength(1)
  })

  it('that is already so leaves no event, and new units stand at its end', () => {
    const register = three()
    const units = ['丙', '甲', '乙'].map((name) => register.unitId(name))
    register.do({ name: 'unit.order', input: { units } })
    expect(register.do({ name: 'unit.order', input: { units } })).toEqual([])
    register.withUnits(unit('丁'))
    expect(register.state.units[register.unitId('丁')]?.order).toBe(4)
  })

  it('of people names every active person exactly once', () => {
    const register = new ARegister()
    register.do(keepPerson(person('张三')))
    register.do(keepPerson(person('李四')))
    const ids = Object.keys(register.state.people)
    expect(register.refusal({ name: 'person.order', input: { people: ids.slice(1) } })).toMatchObject({ code: 'orderIncomplete' })
    expect(register.do({ name: 'person.order', input: { people: [...ids].reverse() } })).toHaveLength(1)
  })
})

describe('a person', () => {
  it('may share a name when the title differs, but not name and title', () => {
    const register = new ARegister()
    register.do(keepPerson(person('张三', { title: '局长' })))
    register.do(keepPerson(person('张三', { title: '主任' })))
    expect(register.refusal(keepPerson(person('张 三', { title: '局长' })))).toEqual({ code: 'nameTaken', details: { name: '张 三', other: '局长' } })
  })

  it('belongs to an active unit found by name or alias', () => {
    const register = new ARegister().withUnits(unit('西海岸新区', { aliases: ['黄岛区'] }))
    register.do(keepPerson(person('张三', { home: '黄岛区' })))
    expect(Object.values(register.state.people)[0]?.home).toBe(register.unitId('西海岸新区'))
    expect(register.refusal(keepPerson(person('李四', { home: '红岛区' })))).toEqual({ code: 'unknownUnit', details: { name: '红岛区' } })
  })

  it('of a unit that was archived can still be edited without losing the unit', () => {
    const register = new ARegister().withUnits(unit('甲区'))
    register.do(keepPerson(person('张三', { home: '甲区' })))
    register.do({ name: 'unit.archive', input: { unit: register.unitId('甲区'), archived: true } })
    const [id = ''] = Object.keys(register.state.people)
    register.do(keepPerson(person('张三', { title: '书记', home: '甲区' }), id))
    expect(register.state.people[id]?.home).toBe(register.unitId('甲区'))
    expect(register.refusal(keepPerson(person('李四', { home: '甲区' })))).toMatchObject({ code: 'unknownUnit' })
  })

  it('that is kept unchanged leaves no event, and without a name is refused', () => {
    const register = new ARegister()
    register.do(keepPerson(person('张三')))
    expect(register.do(keepPerson(person('张三'), Object.keys(register.state.people)[0] ?? ''))).toEqual([])
    expect(register.refusal(keepPerson(person('')))).toEqual({ code: 'nameEmpty', details: { what: 'name' } })
  })
})
