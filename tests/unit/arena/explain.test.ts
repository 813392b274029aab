// 算给你看: the working of a score is the tally's own, and every formula shown gives what stands behind it, or says ≈.
import { describe, expect, it } from 'vitest'
import { checkRules } from '../../../shared/arena/checkRules.ts'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import type { ArenaEvent } from '../../../shared/arena/events.ts'
import { evolveArena } from '../../../shared/arena/evolve.ts'
import { explain } from '../../../shared/arena/explain.ts'
import { workingSchema, type Equation, type PanelWorking, type Working } from '../../../shared/arena/explainShape.ts'
import type { Panel, Rules } from '../../../shared/arena/rules.ts'
import { panelMeanShown } from '../../../shared/arena/reveal.ts'
import { groundNow, resultOf, tallyOn } from '../../../shared/arena/sessionResult.ts'
import { emptyArena, type ArenaSession } from '../../../shared/arena/state.ts'
import { add, compare, decimal, divide, multiply, subtract, ZERO, type Fraction } from '../../../shared/kernel/fraction.ts'
import type { TextRef } from '../../../shared/kernel/decision.ts'
import { randomSession, readWords, unit } from './explainSessions.ts'

/** Reckons a shown formula as a person with a pencil would: × and ÷ before + and −, brackets first. */
const reckon = (text: string): Fraction => {
  const signs = text.match(/\d+(?:\.\d+)?|[()×÷+−]/g) ?? []
  let at = 0
  const factor = (): Fraction => {
    const sign = signs[at]
    at += 1
    if (sign !== '(') return decimal(sign ?? '')
    const inside = total()
    at += 1
    return inside
  }
  const product = (): Fraction => {
    let value = factor()
    while (signs[at] === '×' || signs[at] === '÷') value = (signs[at++] === '×' ? multiply : divide)(value, factor())
    return value
  }
  const total = (): Fraction => {
    let value = product()
    while (signs[at] === '+' || signs[at] === '−') value = (signs[at++] === '+' ? add : subtract)(value, product())
    return value
  }
  const value = total()
  if (at !== signs.length) throw new Error(`left over in ${text}`)
  return value
}

const equationsOf = (value: unknown): readonly Equation[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'left' in value && 'sign' in value ? [value as Equation] : []
  return [...own, ...Object.values(value).flatMap(equationsOf)]
}
const scored = (session: ArenaSession): readonly { readonly working: Working; readonly text: string }[] => session.order.flatMap((id) => {
  const tallied = tallyOn(session, groundNow(session), id)
  return tallied?.ok === true ? [{ working: explain({ session, contestant: id, read: readWords }), text: tallied.text }] : []
})
const SEEDS = Array.from({ length: 150 }, (_, at) => at + 1)

describe('the working of any session', () => {
  const sessions = SEEDS.map((seed) => ({ seed, session: randomSession(seed) }))

  it('stands on rules that add up, and on enough of every kind to prove anything', () => {
    expect(sessions.filter(({ session }) => !checkRules(session.rules).ok).map(({ seed }) => seed)).toEqual([])
    const workings = sessions.flatMap(({ session }) => scored(session))
    const share = (of: (working: Working) => boolean): number => workings.filter(({ working }) => of(working)).length
    expect(workings.length).toBeGreaterThan(200)
    for (const of of [
      (each: Working) => each.panels.some((panel) => panel.fills.length > 0), (each: Working) => each.panels.some((panel) => panel.form === 'rank'), (each: Working) => each.panels.some((panel) => panel.small),
      (each: Working) => each.adjustments.some((line) => line.isCapped), (each: Working) => each.rank?.tie != null, (each: Working) => each.panels.some((panel) => panel.sorted !== null), (each: Working) => each.parts.length > 1,
    ]) expect([of.toString(), share(of) >= 5]).toEqual([of.toString(), true])
  })

  it('ends in the text of the tally', () => {
    for (const { seed, session } of sessions) for (const { working, text } of scored(session)) expect([seed, working.total?.text]).toEqual([seed, text])
  })

  it('says = only where the figures shown give exactly the figure shown', () => {
    for (const { seed, session } of sessions) {
      for (const equation of scored(session).flatMap(({ working }) => equationsOf(working))) {
        const isCut = `${equation.left}${equation.right}`.includes('…')
        expect([seed, equation, isCut || compare(reckon(equation.left), decimal(equation.right)) === 0]).toEqual([seed, { ...equation, sign: isCut ? '≈' : '=' }, true])
      }
    }
  })

  it('adds the sheets not struck out to the panel’s figure', () => {
    const figures = (panel: PanelWorking) => panel.rows.filter((row) => row.by !== null && row.dropped === null).map((row) => row.total)
    for (const { session } of sessions) {
      for (const panel of scored(session).flatMap(({ working }) => working.panels)) {
        if (panel.trimOf !== 'totals' || panel.average !== 'mean' || panel.rows.length === 0 || panel.figure?.cut !== false || panel.step?.rounding != null) continue
        const totals = figures(panel)
        if (totals.some((total) => total?.cut !== false)) continue
        expect(compare(totals.reduce((sum, total) => add(sum, decimal(total?.text ?? '')), ZERO), multiply(decimal(panel.figure.text), decimal(String(totals.length))))).toBe(0)
      }
    }
  })

  it('adds votes × values, blanks and dropped ones left aside, to the figure of a grade panel', () => {
    let proven = 0
    for (const { session } of sessions) {
      for (const panel of scored(session).flatMap(({ working }) => working.panels)) {
        const aside = panel.gaps.some((gap) => gap.as !== 'excluded') || panel.drops.highest + panel.drops.lowest > 0 || panel.average === 'median' || panel.small
        if (panel.form !== 'grade' || aside || panel.step?.equation == null || panel.step.equation.sign === '≈') continue
        const votes = panel.cells.reduce((sum, cell) => sum + cell.count, 0)
        const products = panel.cells.reduce((sum, cell) => add(sum, decimal(cell.product.text)), ZERO)
        expect(compare(products, multiply(decimal(panel.step.equation.right), decimal(String(votes))))).toBe(0)
        proven += 1
      }
    }
    expect(proven).toBeGreaterThan(5)
  })

  it('gives ranks, ties and tiers as the result has them', () => {
    for (const { session } of sessions) {
      const result = resultOf(session)
      const isOpen = result.pending.length > 0 || result.open.length > 0
      for (const { working } of scored(session)) {
        const row = result.rows.find((each) => each.contestant === working.contestant)
        expect(working.rank?.rank).toBe(isOpen ? undefined : row?.rank)
        if (working.rank?.tie == null || row === undefined) continue
        expect(working.rank.tie.rule).toEqual(row.decidedBy)
        const alike = working.rank.tie.compared.filter((each) => each.figure?.text === working.rank?.tie?.compared.find((own) => own.contestant === working.contestant)?.figure?.text)
        expect([row.contestant, row.decidedBy?.by === 'shared' || row.shared ? 1 : alike.length]).toEqual([row.contestant, 1])
      }
    }
  })

  it('can be sent: its shape is the schema’s, and it says no name of a judge unless asked', () => {
    for (const { session } of sessions.slice(0, 30)) {
      for (const { working } of scored(session)) {
        expect(workingSchema.safeParse(JSON.parse(JSON.stringify(working))).success).toBe(true)
        expect(JSON.stringify(working)).not.toContain('评委')
      }
    }
  })
})

const words = (text: string): TextRef => ({ text, hash: '' })
const S = { session: 's1' }
interface Wanted { readonly rules?: Partial<Rules>; readonly panel?: Partial<Panel>; readonly sheets: readonly (readonly string[] | 'absent')[]; readonly more?: readonly ArenaEvent[] }
const criteria = (points: readonly string[]) => points.map((each, at) => ({ id: `c${at}`, name: `第${at + 1}项`, points: each, step: '0.5', floor: '0', ceiling: each }))
/** One contestant, one panel A with one highest and one lowest dropped, locked. */
const lockedSession = ({ rules: change, panel, sheets, more = [] }: Wanted): ArenaSession => {
  const rules: Rules = {
    ...defaultRules, forms: [{ kind: 'score', id: 'form', name: '打分票', corridor: null, criteria: criteria(['40', '40', '20']) }],
    panels: defaultRules.panels.map((each) => ({ ...each, minimum: 3, ...panel })), ...change,
  }
  const judges = sheets.map((_, at) => ({ judge: `j${at + 1}`, panel: 'A', name: words(`评委${at + 1}`), title: words(''), home: null }))
  const form = rules.forms[0]
  const events: readonly ArenaEvent[] = [
    { name: 'sessionCreated', body: { ...S, meeting: 'm1', title: words('擂台'), rules } },
    { name: 'contestantsChosen', body: { ...S, contestants: ['u1'] } },
    { name: 'orderSet', body: { ...S, order: ['u1'], method: 'hand', seed: null } },
    { name: 'sessionReadied', body: { ...S, rules, contestants: [{ contestant: 'u1', name: words('甲区'), shortName: words('甲') }], judges } },
    { name: 'windowOpened', body: { ...S, contestant: 'u1' } },
    ...sheets.map((sheet, at): ArenaEvent => (sheet === 'absent' ? { name: 'gapDecided', body: { ...S, contestant: 'u1', judge: `j${at + 1}`, cause: 'absent', note: null } }
      : { name: 'sheetRecorded', body: { ...S, contestant: 'u1', judge: `j${at + 1}`, revision: 1, source: 'phone', kind: 'marks', marks: Object.fromEntries((form?.kind === 'score' ? form.criteria : []).map(({ id }, place) => [id, sheet[place] ?? '0'])) } })),
    ...more, { name: 'windowLocked', body: { ...S, contestant: 'u1', lock: 1 } },
  ]
  const session = events.reduce((before, event) => evolveArena(before, event, { wall: 1, device: 'd' }), emptyArena).sessions['s1']
  if (session === undefined) throw new Error('no session')
  return session
}
const workingOf = (wanted: Wanted, names = false): Working => explain({ session: lockedSession(wanted), contestant: 'u1', read: readWords, names })
const shown = (equation: Equation | null | undefined): string => (equation == null ? '' : `${equation.left} ${equation.sign} ${equation.right}`)
const FIVE = [['28', '35', '18'], ['30', '34', '17'], ['27', '38', '19'], ['29', '36', '14'], ['26', '37', '18']]

describe('a working by hand', () => {
  it('drops of totals: (81 + 81 + 81) ÷ 3 = 81 → 81.00, seat 3 struck as the highest and seat 4 as the lowest', () => {
    const working = workingOf({ sheets: FIVE })
    expect(shown(working.panels[0]?.step?.equation)).toBe('(81 + 81 + 81) ÷ 3 = 81')
    expect(working.panels[0]?.rows.map((row) => row.dropped)).toEqual([null, null, 'highest', 'lowest', null])
    expect(shown(working.panels[0]?.rows[0]?.sum.equation)).toBe('28 + 35 + 18 = 81')
    expect(working.total).toEqual({ step: { equation: null, rounding: { places: 2, text: '81.00' } }, text: '81.00' })
  })

  it('drops of each criterion: 28 + 36 + 17.666… ≈ 81.666… → 81.67, cut figures marked and never rounded up', () => {
    // c3 without 19 and 14: (18 + 17 + 18) ÷ 3 = 53 ÷ 3 = 17.666…
    const working = workingOf({ panel: { trimOf: 'criteria' }, sheets: FIVE })
    expect(working.panels[0]?.perColumn.map((column) => shown(column.step.equation))).toEqual(['(28 + 27 + 29) ÷ 3 = 28', '(35 + 36 + 37) ÷ 3 = 36', '(18 + 17 + 18) ÷ 3 ≈ 17.666666…'])
    expect(shown(working.panels[0]?.step?.equation)).toBe('28 + 36 + 17.666666… ≈ 81.666666…')
    expect(working.total?.text).toBe('81.67')
  })

  it('writes the roundings of a criterion where the rules set them', () => {
    const working = workingOf({ panel: { trimOf: 'criteria' }, rules: { rounding: { mark: 2, panel: 1, part: null, final: 2 } }, sheets: FIVE })
    expect(working.panels[0]?.perColumn[2]?.step.rounding).toEqual({ places: 2, text: '17.67' })
    expect(shown(working.panels[0]?.step?.equation)).toBe('28 + 36 + 17.67 = 81.67')
    expect(working.panels[0]?.step?.rounding).toEqual({ places: 1, text: '81.7' })
  })

  it('shows how an absent judge’s sheet was filled before dropping, to the places set', () => {
    // Means of the four written sheets: 28.5, 35.75 → 36, 17 ; the filled sheet is 28.5 → 29 + 36 + 17 = 82.
    const working = workingOf({ rules: { missing: { ...defaultRules.missing, absent: 'fillBefore', fillPlaces: 0 } }, sheets: [...FIVE.slice(0, 4), 'absent'] })
    expect(working.panels[0]?.fills[0]?.columns.map((column) => `${shown(column.step.equation)} → ${column.step.rounding?.text ?? ''}`)).toEqual([
      '(28 + 30 + 27 + 29) ÷ 4 = 28.5 → 29', '(35 + 34 + 38 + 36) ÷ 4 = 35.75 → 36', '(18 + 17 + 19 + 14) ÷ 4 = 17 → 17',
    ])
    expect(working.panels[0]?.rows[4]).toMatchObject({ by: 'fillBefore', cause: 'absent', total: { text: '82' } })
  })

  it('takes the middle of an odd and the two middles of an even panel as its median', () => {
    const panel = { average: 'median', dropHighest: 0, dropLowest: 0 } as const
    expect(shown(workingOf({ panel, sheets: FIVE }).panels[0]?.step?.equation)).toBe('81 = 81')
    const even = workingOf({ panel, sheets: FIVE.slice(0, 4) }).panels[0]
    expect([shown(even?.step?.equation), even?.sorted]).toEqual(['(81 + 81) ÷ 2 = 81', ['79', '81', '81', '84']])
  })

  it('re-scales, caps and takes off after everything else: 81 − 0.5 = 80.5 → 80.50', () => {
    const made = (amount: string): ArenaEvent => ({ name: 'adjustmentMade', body: { ...S, contestant: 'u1', adjustment: `a${amount}`, kind: 'down', amount, phase: null, seconds: null, reason: words('超时') } })
    const working = workingOf({ rules: { adjustments: [{ id: 'down', name: '超时扣分', sign: 'penalty', fullMark: '10', cap: '0.05' }] }, sheets: FIVE, more: [made('0.02'), made('0.05')] })
    const [line] = working.adjustments
    expect([shown(line?.sum), line?.isCapped, shown(line?.scale), line?.points.text]).toEqual(['0.02 + 0.05 = 0.07', true, '0.05 × 100 ÷ 10 = 0.5', '0.5'])
    expect(shown(working.total?.step.equation)).toBe('81 − 0.5 = 80.5')
  })

  it('names judges only when asked', () => {
    expect(workingOf({ sheets: FIVE }).panels[0]?.rows[0]?.label).toEqual({ kind: 'seat', seat: 1, name: null })
    expect(workingOf({ sheets: FIVE }, true).panels[0]?.rows[0]?.label).toEqual({ kind: 'seat', seat: 1, name: '评委1' })
  })

  it('lists the sheets but no figure where too few are left, and says which panel', () => {
    const working = workingOf({ panel: { minimum: 5 }, sheets: [...FIVE.slice(0, 4), 'absent'] })
    expect(working.pending).toEqual({ why: 'tooFewSheets', panel: '评委组', valid: 4, needed: 5 })
    expect([working.total, working.panels[0]?.figure, working.panels[0]?.rows.map((row) => row.total?.text ?? row.cause)]).toEqual([null, null, ['81', '81', '84', '79', 'absent']])
  })
})

describe('ballots without names', () => {
  const small = SEEDS.map(randomSession).flatMap((session) => session.order.map((id) => explain({ session, contestant: id, read: readWords }))).flatMap((working) => working.panels.map((panel) => ({ working, panel }))).filter(({ panel }) => panel.small)

  it('show neither sheets, counts, formula nor figure of a group under five, nor the formula of its part', () => {
    expect(small.length).toBeGreaterThan(3)
    for (const { working, panel } of small) {
      expect([panel.rows, panel.cells, panel.step, panel.figure, panel.fills, panel.perColumn]).toEqual([[], [], null, null, [], []])
      expect(working.parts.find((part) => part.part === panel.part)?.step.equation ?? null).toBeNull()
    }
  })

  it('are too few on the wall exactly where they are too few here, counted panels too', () => {
    let counts = 0
    for (const session of SEEDS.map(randomSession)) {
      for (const { working } of scored(session)) {
        const tallied = tallyOn(session, groundNow(session), working.contestant)
        if (tallied?.ok !== true) throw new Error('a scored contestant has a tally')
        expect(working.panels.map((_, at) => panelMeanShown(session.rules, tallied, at) === '—')).toEqual(working.panels.map((panel) => panel.small))
        counts += working.panels.filter((panel) => panel.voters === 'counts' && panel.small).length
      }
    }
    expect(counts).toBeGreaterThan(0)
  })

  it('stand by their numbers, and as counts where cells are counted', () => {
    const panels = SEEDS.map(randomSession).flatMap((session) => session.order.flatMap((id) => explain({ session, contestant: id, read: readWords }).panels)).filter((panel) => panel.voters === 'anonymous' && !panel.small)
    expect(panels.filter((panel) => panel.form === 'grade').every((panel) => panel.rows.length === 0 && panel.cells.some((cell) => cell.count > 0))).toBe(true)
    const rows = panels.filter((panel) => panel.form === 'score').flatMap((panel) => panel.rows)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.label.kind === 'paper')).toBe(true)
  })
})

it('a contestant the session does not have is a bug of the caller', () => {
  expect(() => explain({ session: randomSession(1), contestant: unit(99), read: readWords })).toThrow('u100')
})
