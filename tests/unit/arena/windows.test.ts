import { describe, expect, it } from 'vitest'
import type { Panel, Rules } from '../../../shared/arena/rules.ts'
import { windowPhase } from '../../../shared/arena/missing.ts'
import { aPanel } from '../../support/anArena.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'

type Policy = Rules['windows']
const room = (windows: Policy, units = 4): Room => aRoom({ units, judges: judgesOf(1), rules: { windows } }).live()
const phases = (each: Room): readonly string[] => each.units.map((_, at) => windowPhase(each.session, each.contestant(at)))
const refused = (each: Room, unit: number) => (name: string, more: object = {}): unknown => {
  const refusal = each.refusal(name, { contestant: each.unit(unit), ...more })
  return typeof refusal === 'string' ? refusal : refusal.code
}
const speak = (each: Room, unit: number): void => {
  each.at(unit, 'stage.call')
  each.at(unit, 'timer.start', { phase: 'speech' })
}

describe('a window', () => {
  it('opens once, when its contestant has been called, and never for one who withdrew', () => {
    const each = room({ policy: 'withContestant' })
    expect(refused(each, 0)('window.open')).toBe('scoringNotOpened')
    each.opened(0)
    expect(refused(each, 0)('window.open')).toBe('alreadyOpen')
    each.at(1, 'stage.withdraw', { reason: '示例' })
    expect(refused(each, 1)('window.open')).toBe('contestantWithdrawn')
  })

  it('is checked when all is in, locked when checked, and each only then', () => {
    const each = aRoom().live().opened(0)
    expect(refused(each, 1)('window.check')).toBe('notAllIn')
    expect(refused(each, 0)('window.check')).toBe('sheetsMissing')
    each.submitAll(0)
    expect(refused(each, 0)('window.lock')).toBe('notChecked')
    each.at(0, 'window.check')
    expect(refused(each, 0)('window.check')).toBe('notAllIn')
    each.at(0, 'window.lock')
    expect(refused(each, 0)('window.lock')).toBe('notChecked')
    expect(phases(each)[0]).toBe('locked')
  })

  it('with too few valid sheets is not checked until the host relaxes the trim with a reason', () => {
    const panels: readonly Panel[] = [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })]
    const each = aRoom({ rules: { panels: [...panels] } }).live().opened(0)
    each.submitAll(0)
    expect(each.refusal('window.check', { contestant: each.unit(0) })).toEqual({ code: 'tooFewSheets', details: { panel: 'A', valid: 2, needed: 3 } })
    expect(refused(each, 0)('trim.relax', { panel: 'A', dropHighest: 2, dropLowest: 0, reason: '示例' })).toBe('trimUnchanged')
    expect(refused(each, 0)('trim.relax', { panel: 'Z', dropHighest: 0, dropLowest: 0, reason: '示例' })).toBe('unknownPanel')
    expect(refused(each, 0)('trim.relax', { panel: 'A', dropHighest: 0, dropLowest: 0, reason: '' })).toBe('badInput')
    each.at(0, 'trim.relax', { panel: 'A', dropHighest: 0, dropLowest: 1, reason: '只到两位评委' })
    each.at(0, 'window.check')
    each.at(0, 'window.lock')
    expect(each.contestant(0).window.locks[0]?.relaxed).toMatchObject({ A: { dropHighest: 0, dropLowest: 1 } })
  })
})

describe('with the contestant', () => {
  it('the window must be locked before anybody else is called', () => {
    const each = room({ policy: 'withContestant' })
    each.opened(0)
    expect(refused(each, 1)('stage.call')).toBe('windowStillOpen')
    each.at(0, 'stage.finish')
    expect(refused(each, 1)('stage.call')).toBe('windowStillOpen')
    each.locked(0)
    each.at(1, 'stage.call')
    expect(phases(each)).toEqual(['locked', 'closed', 'closed', 'closed'])
  })

  it('a contestant that is called but not opened is in the way too', () => {
    const each = room({ policy: 'withContestant' })
    speak(each, 0)
    expect(refused(each, 1)('stage.call')).toBe('windowStillOpen')
  })
})

describe('until the next has finished', () => {
  it('one window may stay open beside that of the contestant on stage, not two', () => {
    const each = room({ policy: 'untilNextFinished' })
    each.opened(0)
    each.opened(1)
    expect(phases(each)).toEqual(['open', 'open', 'closed', 'closed'])
    expect(refused(each, 2)('stage.call')).toBe('windowStillOpen')
    each.locked(0)
    each.at(2, 'stage.call')
    expect(each.session.onStage).toBe(each.unit(2))
  })
})

describe('a batch of k', () => {
  it('opens together when its last contestant has finished', () => {
    const each = room({ policy: 'batch', size: 2 })
    speak(each, 0)
    speak(each, 1)
    expect(phases(each)).toEqual(['closed', 'closed', 'closed', 'closed'])
    speak(each, 2)
    expect(phases(each)).toEqual(['open', 'open', 'closed', 'closed'])
  })

  it('that is the last may be smaller', () => {
    const each = room({ policy: 'batch', size: 3 })
    for (const unit of [0, 1, 2, 3]) speak(each, unit)
    expect(phases(each)).toEqual(['open', 'open', 'open', 'closed'])
    each.at(3, 'stage.finish')
    expect(phases(each)).toEqual(['open', 'open', 'open', 'open'])
  })

  it('does not hold up the stage', () => {
    const each = room({ policy: 'batch', size: 1 })
    for (const unit of [0, 1, 2]) speak(each, unit)
    expect(phases(each)).toEqual(['open', 'open', 'closed', 'closed'])
  })
})

describe('the whole session', () => {
  it('opens every window at the start', () => {
    expect(phases(room({ policy: 'wholeSession' }))).toEqual(['open', 'open', 'open', 'open'])
  })

  it('starts only when every proposed recusal is confirmed, which is done before the start', () => {
    const each = aRoom({ judges: [{ panel: 'A', home: 1 }, { panel: 'A' }], rules: { windows: { policy: 'wholeSession' } } })
    each.do('session.ready')
    expect(each.refusal('session.start')).toEqual({ code: 'recusalsUndecided', details: { contestant: each.unit(1), count: 1 } })
    each.at(1, 'recusal.confirm', { judges: [each.judges[0]] })
    each.do('session.start')
    expect(each.contestant(1).window).toMatchObject({ phase: 'open', gaps: { [each.judges[0] ?? '']: { cause: 'recused' } } })
  })
})

describe('recusals', () => {
  const home = (recusal: Panel['recusal']): Room => {
    const each = aRoom({ judges: [{ panel: 'A', home: 0 }, { panel: 'A' }], rules: { panels: [aPanel('A', '100', { recusal })] } }).live()
    each.at(0, 'stage.call')
    return each
  }
  const gapOf = (each: Room): string | undefined => each.contestant(0).window.gaps[each.judges[0] ?? '']?.cause

  it.each(['propose', 'default'] as const)('under the policy %s are confirmed by the host before scoring opens', (policy) => {
    const each = home(policy)
    expect(refused(each, 0)('window.open')).toBe('recusalsUndecided')
    each.at(0, 'recusal.confirm', { judges: [each.judges[0]] })
    each.at(0, 'window.open')
    expect(gapOf(each)).toBe('recused')
  })

  it('may be confirmed as none: then the judge scores', () => {
    const each = home('propose')
    each.at(0, 'recusal.confirm', { judges: [] })
    each.at(0, 'window.open')
    expect([gapOf(each), each.submit(0, 0).ok]).toEqual([undefined, true])
  })

  it('under the policy automatic are recorded at the opening', () => {
    const each = home('automatic')
    each.at(0, 'window.open')
    expect(gapOf(each)).toBe('recused')
  })

  it('under the policy never are not made', () => {
    const each = home('never')
    each.at(0, 'window.open')
    expect(gapOf(each)).toBeUndefined()
  })

  it('confirmed again replace those before, and leave other decisions alone', () => {
    const each = home('propose')
    each.at(0, 'recusal.confirm', { judges: [each.judges[0]] })
    each.at(0, 'gap.decide', { judge: each.judges[1], cause: 'absent', note: '' })
    each.at(0, 'recusal.confirm', { judges: [] })
    expect(each.contestant(0).window.gaps).toEqual({ [each.judges[1] ?? '']: { cause: 'absent', note: null } })
  })

  it('name only judges of the session, and not after the lock', () => {
    const each = home('never')
    expect(refused(each, 0)('recusal.confirm', { judges: ['nobody'] })).toBe('unknownJudge')
    each.at(0, 'window.open')
    each.locked(0)
    expect(refused(each, 0)('recusal.confirm', { judges: [] })).toBe('scoringClosed')
  })

  it('take a sheet that is in out of the count', () => {
    const each = home('never')
    each.at(0, 'window.open')
    each.submitAll(0)
    each.at(0, 'recusal.confirm', { judges: [each.judges[0]] })
    each.at(0, 'window.check')
    each.at(0, 'window.lock')
    expect(each.contestant(0).window.locks[0]?.gaps).toMatchObject({ [each.judges[0] ?? '']: { cause: 'recused' } })
  })
})
