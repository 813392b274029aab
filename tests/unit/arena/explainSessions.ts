// Random arena sessions of every kind of ballot, part, trimming, fill, bonus and tie, made from events, for the test of the working.
// Rules add up and ballots are complete; what a session misses (too few sheets, a part not entered) it misses on purpose.
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import type { ArenaEvent, GapCause } from '../../../shared/arena/events.ts'
import { evolveArena } from '../../../shared/arena/evolve.ts'
import { CELL, type Form } from '../../../shared/arena/forms.ts'
import { formOf, panelScores, type Panel, type Rules } from '../../../shared/arena/rules.ts'
import { emptyArena, type ArenaSession } from '../../../shared/arena/state.ts'
import type { TextRef } from '../../../shared/kernel/decision.ts'
import { below, seeded, type Chance } from '../../support/chance.ts'

export const readWords = (reference: TextRef): string => reference.text
const words = (text: string): TextRef => ({ text, hash: '' })
const pick = <T>(chance: Chance, of: readonly [T, ...T[]]): T => of[below(chance, of.length)] ?? of[0]
const S = 's1'
const RECORDED = { wall: 1, device: 'd' }

const scoreForm = (chance: Chance): Form => {
  const full = pick(chance, [['100'], ['40', '60'], ['30', '50', '20']])
  return { kind: 'score', id: 'score', name: '打分票', corridor: null, criteria: full.map((points, at) => ({ id: `c${at}`, name: `项${at}`, points, step: '0.5', floor: '0', ceiling: points })) }
}
const gradeForm = (chance: Chance): Form => ({
  kind: 'grade', id: 'grade', name: '评价票', fullMark: '100', grades: [['a', '好', '100'], ['b', '较好', '80'], ['c', '一般', '60.5']].map(([id = '', name = '', value = '']) => ({ id, name, value })),
  blank: pick(chance, ['abstention', 'voidCell']), double: 'voidCell', abstentionsCount: chance() < 0.5, allEqualVoid: chance() < 0.3,
})
const rankForm: Form = { kind: 'rank', id: 'rank', name: '名次票', points: { by: 'linear', top: '100', step: '3' } }

/** Shares of 100 that need not be round. */
const SHARES: Readonly<Record<number, readonly string[]>> = { 1: ['100'], 2: ['60', '40'], 3: ['33.3', '33.3', '33.4'] }
const panelOf = (chance: Chance, form: Form, { id, share }: { readonly id: string; readonly share: string }): Panel => {
  const [dropHighest, dropLowest] = [below(chance, 2), below(chance, 2)]
  const voters = form.kind === 'score' ? pick<Panel['voters']>(chance, ['named', 'named', 'anonymous']) : form.kind === 'rank' ? 'named' : pick<Panel['voters']>(chance, ['named', 'anonymous', 'counts'])
  return {
    id, name: `${id}组`, colour: '#1f5fa8', form: form.id, part: 'onSite', points: share, voters, trimOf: form.kind === 'score' ? pick(chance, ['totals', 'criteria']) : 'totals',
    dropHighest, dropLowest, minimum: dropHighest + dropLowest + 1, average: pick(chance, ['mean', 'mean', 'median']), recusal: 'never', categories: null,
  }
}

const fill = (chance: Chance) => pick(chance, ['excluded', 'zero', 'fillBefore', 'fillAfter'] as const)
const places = (chance: Chance, of: readonly [number | null, ...(number | null)[]]) => pick(chance, of)

export const randomRules = (chance: Chance): Rules => {
  const forms = [scoreForm(chance), gradeForm(chance), ...(chance() < 0.3 ? [rankForm] : [])]
  const count = 1 + below(chance, 3)
  const panels = Array.from({ length: count }, (_, at) => panelOf(chance, forms[below(chance, forms.length)] ?? scoreForm(chance), { id: 'ABC'[at] ?? '', share: SHARES[count]?.[at] ?? '0' }))
  const entered = chance() < 0.5
  const fullMark = pick(chance, ['100', '120', '1000'])
  const [own, other] = entered ? [String(Number(fullMark) * 0.4), String(Number(fullMark) * 0.6)] : [fullMark, '0']
  return {
    ...defaultRules, fullMark, forms, panels,
    parts: [{ id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark: '100', points: own }, ...(entered ? [{ id: 'work', name: '实绩', kind: 'performance' as const, source: 'entered' as const, fullMark: '100', points: other }] : [])],
    adjustments: [{ id: 'up', name: '加分', sign: 'bonus', fullMark: '10', cap: pick(chance, [null, '0.3']) }, { id: 'down', name: '扣分', sign: 'penalty', fullMark, cap: null }],
    missing: { absent: fill(chance), recused: fill(chance), abstained: fill(chance), void: fill(chance), leftEarly: fill(chance), leftEarlyMarks: 'stand', fillPlaces: places(chance, [null, 0, 2]) },
    rounding: { mark: places(chance, [null, null, 0, 1]), panel: places(chance, [null, null, 2]), part: places(chance, [null, null, 1]), final: pick(chance, [0, 1, 2]) },
    ties: pick<Rules['ties']>(chance, [[{ by: 'shared' }], [{ by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'shared' }], [{ by: 'panel', id: 'A' }, { by: 'part', id: 'onSite' }, { by: 'draw' }]]),
    placePoints: pick<Rules['placePoints']>(chance, [null, { points: { by: 'borda', last: 'one' }, ties: 'averaged' }]),
    awards: { tiers: [{ id: 't1', name: '一等奖', category: null, quota: 1, score: null }, { id: 't2', name: '二等奖', category: null, quota: null, score: '50' }], edge: 'all', announce: 'straight' },
    windows: { policy: 'wholeSession' }, reveal: 'allAtEnd',
  }
}

const UNITS = 4
export const unit = (at: number): string => `u${at + 1}`

function cellEvents(chance: Chance, form: Form, given: { readonly voter: string; readonly at: number }): readonly ArenaEvent[] {
  const { voter, at } = given
  const body = { session: S, contestant: unit(at), judge: voter, revision: 1, source: 'paper' as const }
  const roll = chance()
  if (roll < 0.08) return [{ name: 'sheetRecorded', body: { ...body, kind: roll < 0.04 ? 'void' : 'abstained', marks: {} } }]
  const step = (points: string): string => String(Math.floor(Number(points) * (1.2 + chance() * 0.8)) / 2)
  const marks = form.kind === 'score' ? Object.fromEntries(form.criteria.map(({ id, points }) => [id, step(points)]))
    : { [CELL]: form.kind === 'grade' ? form.grades[below(chance, form.grades.length)]?.id ?? '' : String(1 + ((at + voter.length + Number(/\d+/.exec(voter)?.[0] ?? 0)) % UNITS)) }
  return [{ name: 'sheetRecorded', body: { ...body, kind: 'marks', marks } }]
}

function panelEvents(chance: Chance, rules: Rules, panel: Panel): readonly ArenaEvent[] {
  const form = formOf(rules, panel)
  const size = 4 + below(chance, 5)
  return Array.from({ length: UNITS }, (_, at): readonly ArenaEvent[] => {
    if (panel.voters === 'counts') {
      const counts = form.kind === 'grade' ? Object.fromEntries(form.grades.map((grade) => [grade.id, 1 + below(chance, pick(chance, [1, 9]))])) : {}
      return [{ name: 'countsEntered', body: { session: S, contestant: unit(at), panel: panel.id, revision: 1, counts, blank: below(chance, 2), void: below(chance, 2) } }]
    }
    return Array.from({ length: size }, (_each, seat) => {
      const voter = panel.voters === 'named' ? `${panel.id}j${seat}` : `${panel.id}-p${seat + 1}`
      const cause = pick<GapCause>(chance, ['absent', 'recused', 'leftEarly'])
      if (panel.voters === 'named' && form.kind !== 'rank' && chance() < 0.12) return [{ name: 'gapDecided' as const, body: { session: S, contestant: unit(at), judge: voter, cause, note: null } }]
      return cellEvents(chance, form, { voter, at })
    }).flat()
  }).flat()
}

/** One random session with all windows locked. */
export const randomSession = (seed: number): ArenaSession => {
  const chance = seeded(seed)
  const rules = randomRules(chance)
  const seats = rules.panels.filter((panel) => panel.voters === 'named').flatMap((panel) => Array.from({ length: 9 }, (_, seat) => ({ judge: `${panel.id}j${seat}`, panel: panel.id, name: words(`评委${panel.id}${seat}`), title: words('职务'), home: null })))
  const ids = Array.from({ length: UNITS }, (_, at) => unit(at))
  const entered = rules.parts.flatMap((part) => (part.source === 'entered' ? ids.flatMap((contestant) => (chance() < 0.95 ? [{ contestant, part: part.id, value: String(60 + below(chance, 400) / 10) }] : [])) : []))
  const bonus = (contestant: string, kind: string): ArenaEvent => ({ name: 'adjustmentMade', body: { session: S, contestant, adjustment: `${kind}${contestant}${chance()}`, kind, amount: String((1 + below(chance, 30)) / 100), phase: null, seconds: null, reason: words('据实') } })
  const events: readonly ArenaEvent[] = [
    { name: 'sessionCreated', body: { session: S, meeting: 'm1', title: words('擂台'), rules } },
    { name: 'contestantsChosen', body: { session: S, contestants: ids } }, { name: 'judgesChosen', body: { session: S, judges: seats.map(({ judge, panel }) => ({ judge, panel })) } },
    { name: 'orderSet', body: { session: S, order: ids, method: 'hand', seed: null } },
    { name: 'sessionReadied', body: { session: S, rules, contestants: ids.map((contestant) => ({ contestant, name: words(`单位${contestant}`), shortName: words(contestant) })), judges: seats } },
    { name: 'sessionStarted', body: { session: S } },
    ...(entered.length === 0 ? [] : [{ name: 'partsEntered' as const, body: { session: S, version: 1, values: entered, source: null } }]),
    ...ids.map((contestant): ArenaEvent => ({ name: 'windowOpened', body: { session: S, contestant } })),
    ...rules.panels.filter((panel) => panelScores(panel, null)).flatMap((panel) => panelEvents(chance, rules, panel)),
    ...ids.flatMap((contestant) => [...(chance() < 0.4 ? [bonus(contestant, 'up'), bonus(contestant, 'up')] : []), ...(chance() < 0.4 ? [bonus(contestant, 'down')] : [])]),
    ...ids.map((contestant): ArenaEvent => ({ name: 'windowLocked', body: { session: S, contestant, lock: 1 } })),
  ]
  const state = events.reduce((before, event) => evolveArena(before, event, RECORDED), emptyArena)
  const session = state.sessions[S]
  if (session === undefined) throw new Error('no session')
  return session
}
