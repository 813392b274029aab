// Any rules that add up, as fast-check arbitraries that shrink: three ballots, parts, panels by category, fills, roundings, links, awards.
// Few values, so that ties, equal sheets and edges are common. Nothing here knows a result.
import fc from 'fast-check'
import type { Criterion, Form, GradeForm, PlaceValues } from '../../../shared/arena/forms.ts'
import type { Adjustment, Award, Panel, Part, Rules, TieRule } from '../../../shared/arena/rules.ts'
import { decimal, divide, exactText, multiply } from '../../../shared/kernel/fraction.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { aPart, aRule, category, entered, gradeForm, rankForm, scoreForm, WHOLE } from '../../support/ruleWords.ts'

export interface Bench { readonly panel: Panel; readonly voters: number }
export interface Setting { readonly rules: Rules; readonly benches: readonly Bench[]; readonly categories: readonly string[] }

export const often = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T> => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: seldom })
export const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

const CRITERIA: readonly (readonly Criterion[])[] = [
  [aCriterion('c1', '100', { step: '0.01' })],
  [aCriterion('c1', '10', { floor: '8', step: '0.1' })],
  [aCriterion('c1', '60'), aCriterion('c2', '40', { step: '0.1' })],
  [aCriterion('c1', '30', { step: '1' }), aCriterion('c2', '40', { step: '0.25', floor: '10' }), aCriterion('c3', '30')],
]
/** The scheme's full mark and its parts: one, two and three of them, nested, on 10, 100, 120 and 1,000. */
const LAYOUTS: readonly { readonly fullMark: string; readonly parts: readonly Part[] }[] = [
  { fullMark: '100', parts: [aPart('onSite', '100')] },
  { fullMark: '1000', parts: [aPart('onSite', '1000')] },
  { fullMark: '100', parts: [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points: '60' })] },
  { fullMark: '120', parts: [aPart('onSite', '100', { points: '72' }), entered('done', '10', { points: '48' })] },
  { fullMark: '100', parts: [aPart('onSite', '40'), aPart('people', '20', { kind: 'appraisal' }), entered('done', '50', { points: '40' })] },
]
/** Shares of a part, in hundredths, each for all or for one category; they add up in every category. */
type Split = readonly { readonly share: string; readonly of: 'x' | 'y' | null }[]
const PLAIN: readonly Split[] = [[['100']], [['60'], ['40']], [['33.3'], ['33.3'], ['33.4']]].map((shares) => shares.map(([share = '']) => ({ share, of: null })))
const DIVIDED: readonly Split[] = [[{ share: '60', of: null }, { share: '40', of: 'x' }, { share: '40', of: 'y' }], [{ share: '100', of: 'x' }, { share: '70', of: 'y' }, { share: '30', of: 'y' }]]

const shareOf = (share: string, fullMark: string): string => exactText(divide(multiply(decimal(share), decimal(fullMark)), decimal('100'))) ?? fullMark

const grades = fc.record<Partial<GradeForm>>({
  blank: oneOf('abstention', 'voidCell', 'voidSheet'), double: oneOf('voidCell', 'voidSheet'), abstentionsCount: fc.boolean(), allEqualVoid: fc.boolean(),
  fullMark: oneOf('100', '120'),
})
const placeValues: fc.Arbitrary<PlaceValues> = oneOf<PlaceValues>(
  { by: 'linear', top: '100', step: '3' }, { by: 'linear', top: '10', step: '0.7' }, { by: 'borda', last: 'zero' }, { by: 'borda', last: 'one' },
  { by: 'table', points: ['100', '90', '85', '85', '80', '70', '60', '50', '40'] },
)

interface Kind { readonly form: Form['kind']; readonly voters: Panel['voters'] }
/** A rank ballot ranks one category, so a panel for all of several has none. */
const kindOf = (mayRank: boolean): fc.Arbitrary<Kind> => fc.record({ form: oneOf<Form['kind']>('score', 'score', 'grade', ...(mayRank ? ['rank' as const] : [])), voters: often<Panel['voters']>(fc.constant('named'), oneOf('anonymous', 'counts'), 2) })
  .map(({ form, voters }) => ({ form, voters: form === 'score' && voters === 'counts' ? 'anonymous' : voters }))

interface Place { readonly id: string; readonly part: string; readonly points: string; readonly of: string | null; readonly mayRank: boolean }
/** Mostly a panel has voters enough for its trim and one or two to spare, seldom fewer. */
const benchOf = ({ id, part, points, of, mayRank }: Place): fc.Arbitrary<Bench> =>
  fc.tuple(kindOf(mayRank), fc.integer({ min: 1, max: 6 })).chain(([kind, voters]) => {
    const drop = fc.nat(Math.min(2, Math.max(0, Math.floor((voters - 2) / 2))))
    return fc.record({ dropHighest: drop, dropLowest: drop, spare: often(fc.constant(0), fc.nat(2)), trimOf: oneOf<Panel['trimOf']>('totals', 'criteria'), average: often<Panel['average']>(fc.constant('mean'), fc.constant('median'), 3) })
      .map(({ dropHighest, dropLowest, spare, trimOf, average }) => ({
        voters, panel: aPanel(id, points, {
          part, form: { score: 'form', grade: 'grades', rank: 'places' }[kind.form], voters: kind.voters, recusal: 'never', trimOf: kind.form === 'score' ? trimOf : 'totals', average,
          dropHighest, dropLowest, minimum: dropHighest + dropLowest + 1 + spare, categories: of === null ? null : [of],
        }),
      }))
  })

const IDS = 'ABCDEFGH'
const benchesOf = (parts: readonly Part[], isDivided: boolean): fc.Arbitrary<readonly Bench[]> => {
  const scored = parts.filter((part) => part.source === 'panels')
  return fc.tuple(...scored.map(() => fc.constantFrom(...(isDivided ? [...DIVIDED, ...PLAIN] : PLAIN)))).chain((splits) => {
    const places = splits.flatMap((split, at) => split.map(({ share, of }) => ({ part: scored[at]?.id ?? '', points: shareOf(share, scored[at]?.fullMark ?? '100'), of })))
    return fc.tuple(...places.map((place, at) => benchOf({ ...place, id: IDS[at] ?? '', mayRank: !isDivided || place.of !== null })))
  })
}

const places = oneOf(null, null, 0, 1, 2)
const fill = oneOf('excluded' as const, 'zero' as const, 'fillBefore' as const, 'fillAfter' as const)
const missing: fc.Arbitrary<Rules['missing']> = fc.record({ absent: fill, recused: fill, abstained: fill, void: fill, leftEarly: fill, leftEarlyMarks: oneOf('stand' as const, 'withdrawn' as const), fillPlaces: places })

export const ADJUSTMENTS: readonly Adjustment[] = [{ id: 'up', name: '加分', sign: 'bonus', fullMark: '100', cap: '2' }, { id: 'down', name: '扣分', sign: 'penalty', fullMark: '10', cap: null }]
const TIME: Rules['time'] = { speechSeconds: 480, firstWarning: 60, secondWarning: 30, questionSeconds: 0, lateForfeitSeconds: null, penalty: { fullMark: '10', phases: 'speech', graceSeconds: 0, tiers: [{ upTo: 10, amount: '0.02' }], cap: '0.2', under: null } }

const tieList = (forms: readonly Form[], given: { readonly parts: readonly Part[]; readonly benches: readonly Bench[] }): fc.Arbitrary<TieRule[]> => {
  const criteria = forms.flatMap((form) => (form.kind === 'score' ? form.criteria : []))
  const links: readonly TieRule[] = [
    { by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'playOff' },
    ...given.benches.map(({ panel }): TieRule => ({ by: 'panel', id: panel.id })), ...criteria.map(({ id }): TieRule => ({ by: 'criterion', id })), ...given.parts.map(({ id }): TieRule => ({ by: 'part', id })),
  ]
  return fc.tuple(fc.array(fc.constantFrom(...links), { maxLength: 3 }), oneOf<TieRule>({ by: 'shared' }, { by: 'draw' })).map(([list, last]) => [...list, last])
}

const tier = (place: number, quota: number | null, score: string | null): Award => ({ id: `t${place}`, name: `${place}等奖`, category: null, quota, score })
const awardsOf = (isDivided: boolean): fc.Arbitrary<Rules['awards']> => fc.record({
  tiers: oneOf<Award[]>([], [tier(1, 1, null), tier(2, 2, null)], [tier(1, null, '80'), tier(2, null, '60')], [tier(1, 2, '60'), tier(2, 1, null), tier(3, null, '20')], ...(isDivided ? [[{ ...tier(1, 1, null), category: 'x' }, tier(2, 1, null)]] : [])),
  edge: oneOf('all' as const, 'none' as const), announce: oneOf('fromLowest' as const, 'straight' as const),
})

/** Rules, the voters of each panel, and the categories to be given out. */
export const setting: fc.Arbitrary<Setting> = fc.tuple(fc.constantFrom(...LAYOUTS), often(fc.constant(false), fc.constant(true), 3), fc.constantFrom(...CRITERIA)).chain(([layout, isDivided, criteria]) =>
  fc.tuple(benchesOf(layout.parts, isDivided), grades, placeValues).chain(([benches, grade, points]) => {
    const forms = [scoreForm([...criteria]), gradeForm(grade), rankForm(points)].filter((form) => benches.some(({ panel }) => panel.form === form.id))
    const rest = fc.record({
      rounding: fc.record({ mark: places, panel: places, part: places, final: oneOf(0, 0, 1, 2, 3) }), missing, ties: tieList(forms, { parts: layout.parts, benches }),
      awards: awardsOf(isDivided), placePoints: oneOf<Rules['placePoints']>(null, { points: { by: 'table', points: ['9', '7', '6', '5', '4'] }, ties: 'averaged' }, { points: { by: 'borda', last: 'one' }, ties: 'same' }),
    })
    return rest.map((more) => ({
      benches, categories: isDivided ? ['x', 'y'] : [],
      rules: aRule({ ...WHOLE, ...more, fullMark: layout.fullMark, parts: [...layout.parts], forms, panels: benches.map(({ panel }) => panel), adjustments: [...ADJUSTMENTS], time: TIME, categories: isDivided ? [category('x'), category('y')] : [] }),
    }))
  }))
