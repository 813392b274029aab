import { describe, expect, it } from 'vitest'
import { windowPhase } from '../../../shared/arena/missing.ts'
import type { Rules } from '../../../shared/arena/rules.ts'
import { aPanel } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'
import { nextOf, press, walk, type Marks } from './bigButton.ts'

const WINDOWS: readonly Rules['windows'][] = [{ policy: 'withContestant' }, { policy: 'untilNextFinished' }, { policy: 'batch', size: 1 }, { policy: 'batch', size: 2 }, { policy: 'batch', size: 9 }, { policy: 'calibration', size: 2 }, { policy: 'wholeSession' }]
const REVEALS: readonly Rules['reveal'][] = ['atOnce', 'afterNext', 'calibration', 'allAtEnd']
const ALL: NonNullable<RuleWords['disclosure']> = { marks: 'bySeat', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: false }
const cases = WINDOWS.flatMap((windows) => REVEALS.map((reveal) => ({ windows, reveal, name: `${windows.policy}${'size' in windows ? ` of ${windows.size}` : ''}, ${reveal}` })))
  .filter(({ windows, reveal }) => reveal !== 'calibration' || windows.policy === 'calibration')
const room = (rules: RuleWords, units = 4): Room => aRoom({ units, judges: judgesOf(2), rules })
/** A total of its own for every contestant. */
const apart = (each: Room): Marks => (contestant) => ({ c1: String(10 + each.units.indexOf(contestant)), c2: '10', c3: '10', c4: '10', c5: '1' })
const seen = (each: Room): readonly string[] => each.units.map((_, at) => windowPhase(each.session, each.contestant(at)))

describe.each(cases)('the big button leads a whole session to its end: $name', ({ windows, reveal }) => {
  it('with every score locked, seen by the room and final', () => {
    const each = room({ windows, reveal, disclosure: ALL })
    expect(walk(each, { marks: apart(each) }).at(-1)).toBe('printResult')
    expect([each.session.phase, seen(each)]).toEqual(['finalised', ['revealed', 'revealed', 'revealed', 'revealed']])
  })

  it('with one contestant, with recusals to confirm and with a contestant that withdraws in the middle', () => {
    const one = room({ windows, reveal }, 1)
    expect(walk(one).at(-1)).toBe('printResult')
    const home = aRoom({ units: 4, judges: [{ panel: 'A', home: 0 }, { panel: 'A', home: 3 }, { panel: 'A' }], rules: { windows, reveal, disclosure: ALL } })
    let left = false
    const actions = walk(home, { each: (action) => { if (action === 'call' && !left) { left = true; home.at(1, 'stage.withdraw', { reason: '示例' }) } } })
    expect([actions.includes('confirmRecusals'), actions.at(-1), home.session.phase]).toEqual([true, 'printResult', 'finalised'])
  })

  it('through a tie that is drawn and a panel that is too small', () => {
    const each = room({ windows, reveal, ties: [{ by: 'draw' }], panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })] })
    expect(walk(each).at(-1)).toBe('printResult')
    expect(each.session.draws).toHaveLength(1)
  })

  it('with nothing public at all', () => {
    const each = room({ windows, reveal, disclosure: { marks: 'hidden', panelMeans: false, total: 'hidden', ranking: { show: 'none' }, standings: false } })
    const actions = walk(each, { marks: apart(each) })
    expect([actions.at(-1), actions.some((action) => action === 'reveal' || action === 'showRanking')]).toEqual(['printResult', false])
  })

  it('again after a correction in the middle, and after one of a final result', () => {
    const each = room({ windows, reveal, disclosure: ALL })
    let corrected = false
    walk(each, { marks: apart(each), each: (action) => { if (action === 'lock' && !corrected) { corrected = true; const id = each.units.find((_, at) => each.contestant(at).window.phase === 'locked') ?? ''; each.do('window.reopen', { contestant: id, reason: '示例' }) } } })
    expect([each.session.phase, seen(each).filter((phase) => phase === 'corrected').length]).toEqual(['finalised', 1])
    each.do('session.reopen', { reason: '示例' })
    each.at(2, 'window.reopen', { reason: '示例' })
    expect(walk(each).at(-1)).toBe('printResult')
    expect([each.session.phase, new Set(seen(each)).has('locked')]).toEqual(['finalised', false])
  })
})

describe('the big button', () => {
  it('in the thin case says 开始 → 上台 → 汇报 → 打分 → 收齐 → 复核 → 锁定 → 上屏 → 定稿 → 打印', () => {
    expect(walk(room({}, 1))).toEqual(['ready', 'start', 'call', 'present', 'openWindow', 'collect', 'check', 'lock', 'reveal', 'finalise', 'printResult'])
  })

  it('reveals every part of a score step by step before it goes on', () => {
    expect(walk(room({ disclosure: ALL }, 1)).slice(-6)).toEqual(['reveal', 'revealStep', 'revealStep', 'revealStep', 'finalise', 'printResult'])
  })

  it('announces the ranking from the last place when scores are revealed all at the end', () => {
    const each = room({ reveal: 'allAtEnd' }, 3)
    expect(walk(each, { marks: apart(each) }).slice(-6)).toEqual(['showRanking', 'rankingStep', 'rankingStep', 'rankingStep', 'finalise', 'printResult'])
  })

  it('reveals one by one at the end where the ranking is not public', () => {
    const each = room({ reveal: 'allAtEnd', disclosure: { ...ALL, marks: 'hidden', panelMeans: false, ranking: { show: 'none' } } }, 2)
    expect(walk(each, { marks: apart(each) }).slice(-4)).toEqual(['reveal', 'reveal', 'finalise', 'printResult'])
  })

  it('reveals a score after the next has spoken, before the one behind is called', () => {
    const each = room({ reveal: 'afterNext' }, 3)
    const told: string[] = []
    walk(each, { each: (action) => { if (action === 'call' || action === 'reveal') told.push(`${action} ${each.units.indexOf((action === 'call' ? each.session.onStage : each.meeting.air.show?.subject) ?? '')}`) } })
    expect(told).toEqual(['call 0', 'call 1', 'reveal 0', 'call 2', 'reveal 1', 'reveal 2'])
  })

  it('says what stands in the way of freezing', () => {
    const each = room({ fullMark: '120', panels: [aPanel('A', '100')] })
    expect(nextOf(each)).toMatchObject({ action: 'ready', blocked: { code: 'rulesDoNotAddUp' } })
    expect(press(each)).toBe(false)
  })

  it('says how many sheets are missing', () => {
    const each = room({}).live().opened(0)
    each.submit(0, 0)
    expect(nextOf(each)).toEqual({ action: 'collect', contestant: each.unit(0), blocked: { code: 'sheetsMissing', details: { missing: 1 } } })
  })

  it('says that too few sheets are valid, and that a draw is open', () => {
    const small = room({ panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })] }).live().opened(0)
    small.submitAll(0)
    expect(nextOf(small)).toMatchObject({ action: 'check', blocked: { code: 'tooFewSheets', details: { valid: 2, needed: 3 } } })
    const tied = room({ ties: [{ by: 'draw' }] }, 2).live().opened(0).locked(0).opened(1).locked(1)
    tied.show('score', 0)
    tied.show('score', 1)
    expect(nextOf(tied)).toMatchObject({ action: 'finalise', blocked: { code: 'resultOpen', details: { count: 2 } } })
  })

  it('opens the window of a contestant whose presentation was ended by hand', () => {
    const each = room({}).live()
    each.at(0, 'stage.call')
    each.at(0, 'stage.finish')
    expect(nextOf(each)).toMatchObject({ action: 'openWindow', contestant: each.unit(0), blocked: null })
  })

  it('says nothing more when the session is archived', () => {
    const each = room({}, 1)
    walk(each)
    each.do('session.archive')
    expect(nextOf(each).action).toBe('none')
  })
})
