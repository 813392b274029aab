// Contests at an edge of a rule, which chance seldom meets: each by name, for both counts to agree on. Nothing here knows a result.
import type { Award, TieRule } from '../../../shared/arena/rules.ts'
import { anArena, aCriterion, aPanel, SESSION, unitId, words, type ArenaBuilder, type CellWords } from '../../support/anArena.ts'
import { aPart, category, entered, gradeForm, rankForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'

const FIGURE = [aCriterion('c1', '100', { step: '0.0001' })]
const totals = (figures: readonly (number | string)[], rules: RuleWords = {}): ArenaBuilder =>
  figures.reduce<ArenaBuilder>((builder, figure, unit) => builder.sheet(unit, 0, [figure]).locked(unit), anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100')], ties: [{ by: 'shared' }], ...rules }).withUnits(figures.length).withJudges(1))
const halves = (ties: TieRule[], more: RuleWords = {}): RuleWords => ({ parts: [aPart('onSite', '100', { points: '50' }), entered('done', '100', { points: '50' })], ties, ...more })
const kinds: RuleWords['adjustments'] = [{ id: 'up', name: '加分', sign: 'bonus', fullMark: '100', cap: null }, { id: 'down', name: '扣分', sign: 'penalty', fullMark: '10', cap: '0.2' }]
const adjusted = (figure: number, [kind, amount]: readonly [kind: string, amount: string], rules: RuleWords = {}): ArenaBuilder => totals([figure], { adjustments: kinds, ...rules }).reopened(0, '示例').adjusted(0, kind, amount).locked(0)
const whole = (rules: RuleWords, ballots: readonly (readonly (CellWords | null)[])[]): ArenaBuilder => {
  const units = ballots[0]?.length ?? 0
  const roster = anArena().withRules({ ...WHOLE, ties: [{ by: 'shared' }], ...rules }).withUnits(units).withJudges(ballots.length)
  return ballots.reduce<ArenaBuilder>((builder, cells, judge) => builder.ballot(judge, cells), roster).locked(...Array.from({ length: units }, (_, unit) => unit))
}
const graded = (more: Parameters<typeof gradeForm>[0], ballots: readonly (readonly (CellWords | null)[])[]): ArenaBuilder => whole({ forms: [gradeForm(more)], panels: [aPanel('A', '100', { form: 'grades' })] }, ballots)
const ranked = (ballots: readonly (readonly (CellWords | null)[])[]): ArenaBuilder => whole({ forms: [rankForm({ by: 'borda', last: 'zero' })], panels: [aPanel('A', '100', { form: 'places', recusal: 'never' })] }, ballots)
const tier = (place: number, quota: number | null, score: string | null): Award => ({ id: `t${place}`, name: `${place}等奖`, category: null, quota, score })
const awarded = (edge: 'all' | 'none'): ArenaBuilder => totals([90, 88, 88, 60], { awards: { tiers: [tier(1, 2, null), tier(2, 1, null), tier(3, null, '60')], edge }, placePoints: { points: { by: 'table', points: ['9', '7', '6'] }, ties: 'averaged' } })
/** One missing judge of five, whose gap is answered by a fill; one highest and one lowest are dropped. */
const filled = (fill: 'fillBefore' | 'fillAfter', rules: RuleWords = {}): ArenaBuilder =>
  anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100', { dropHighest: 1, dropLowest: 1, minimum: 3 })], missing: { absent: fill, fillPlaces: 0 }, ties: [{ by: 'untrimmedMean' }, { by: 'shared' }], ...rules }).withUnits(1).withJudges(5).sheets(0, [[60], [80], [100], [91]]).gap(0, 4, 'absent').locked(0)
const threeTied = totals([85, 85, 85, 70], { ties: [{ by: 'playOff' }, { by: 'draw' }] })
/** A panel of four and its figures. */
const four = (figures: readonly (number | string)[], panel: Parameters<typeof aPanel>[2], rules: RuleWords = {}): ArenaBuilder =>
  anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100', panel)], ties: [{ by: 'shared' }], ...rules }).withUnits(1).withJudges(figures.length).sheets(0, figures.map((figure) => [figure]))
/** On site against an appraisal: equal totals, unlike halves, each of one sheet. */
const appraised = anArena().withRules({ criteria: FIGURE, parts: [aPart('onSite', '50'), aPart('people', '50', { kind: 'appraisal' })], panels: [aPanel('A', '50'), aPanel('B', '50', { part: 'people' })], ties: [{ by: 'untrimmedMean' }, { by: 'shared' }] })
  .withUnits(2).withJudges(1, 'A').withJudges(1, 'B').sheets(0, [[80], [90]]).sheets(1, [[90], [80]]).locked(0, 1)
/** Judge 2 scores the first contestant and leaves at the second, which then withdraws. */
const left = anArena().withRules({ ...WHOLE, criteria: FIGURE, panels: [aPanel('A', '100')], missing: { leftEarlyMarks: 'withdrawn' }, ties: [{ by: 'shared' }] })
  .withUnits(2).withJudges(2).sheets(0, [[80], [60]]).sheet(1, 0, [90]).gap(1, 1, 'leftEarly').locked(0, 1)
const counted = anArena().withRules({ forms: [gradeForm({ abstentionsCount: true })], panels: [aPanel('A', '100', { form: 'grades', voters: 'counts', recusal: 'never' })] }).withUnits(1).counted(0, 'A', { counts: { g1: 3, g2: 2 }, blank: 2, void: 1 }).locked(0)
const divided = totals([80, 90, 85, 85], { categories: [category('x'), category('y')] }).withCategories('x', 'y', 'x', 'y')

/** Two equal totals made of other halves: the panels, the parts and the criteria differ. */
const unlike = (ties: TieRule[]): ArenaBuilder => totals([80, 90], halves(ties)).entered('done', [90, 80])

export const edges: Readonly<Record<string, ArenaBuilder>> = {
  'a total below 0': adjusted(0, ['down', '0.1']),
  'half a hundredth below 0': adjusted(0, ['up', '0.005'], { adjustments: [{ id: 'up', name: '扣分', sign: 'penalty', fullMark: '100', cap: null }] }),
  'a total above the full mark': adjusted(99, ['up', '3']),
  'a penalty beyond its cap on another scale': adjusted(80, ['down', '0.3']),
  'penalties for time on their own scale': totals([80], { time: { penalty: { fullMark: '10', phases: 'both', graceSeconds: 0, tiers: [], cap: '0.2', under: null } } }).reopened(0, '示例')
    .event({ name: 'adjustmentMade', body: { session: SESSION, contestant: unitId(0), adjustment: 'x', kind: 'time', amount: '0.15', phase: 'speech', seconds: 9, reason: words('') } }, { name: 'adjustmentMade', body: { session: SESSION, contestant: unitId(0), adjustment: 'y', kind: 'time', amount: '0.15', phase: 'questions', seconds: 9, reason: words('') } }).locked(0),
  'totals that round to the same': totals(['81.666', '81.674', '81.67']),
  'a fill before dropping, rounded': filled('fillBefore'),
  'a fill after dropping, rounded': filled('fillAfter'),
  'a fill before dropping, by criterion': filled('fillBefore', { trimOf: 'criteria' }),
  'links in this order': unlike([{ by: 'part', id: 'done' }, { by: 'part', id: 'onSite' }, { by: 'shared' }]),
  'links in the other order': unlike([{ by: 'part', id: 'onSite' }, { by: 'part', id: 'done' }, { by: 'shared' }]),
  'a link by the criterion': unlike([{ by: 'criterion', id: 'c1' }, { by: 'shared' }]),
  'a link by the mean without dropping': unlike([{ by: 'untrimmedMean' }, { by: 'shared' }]),
  'a link by a part that is rounded': totals(['80.1', '80.4'], halves([{ by: 'part', id: 'onSite' }, { by: 'panel', id: 'A' }, { by: 'shared' }], { rounding: { part: 0 } })).entered('done', [90, 90]),
  'a link by a panel that is rounded': totals(['80.1', '80.4'], { rounding: { panel: 0 }, ties: [{ by: 'panel', id: 'A' }, { by: 'criterion', id: 'c1' }, { by: 'shared' }] }),
  'more decimals, one place at a time': totals(['81.674', '81.6701', '81.6702'], { ties: [{ by: 'moreDecimals' }, { by: 'shared' }] }),
  'a play-off nobody has held': threeTied,
  'a play-off held twice': threeTied.playedOff([[0], [1], [2]]).playedOff([[2], [0, 1]]),
  'a draw of another group': threeTied.playedOff([[0, 1, 2]]).drawn([0, 1], 'AB12'),
  'a part entered a second time': totals([80, 80], halves([{ by: 'shared' }])).entered('done', [90, 70]).entered('done', [null, 100]),
  'a part not entered': totals([80, 80], halves([{ by: 'shared' }])).entered('done', [90]),
  'a tie on the edge of a tier, all in': awarded('all'),
  'a tie on the edge of a tier, none in': awarded('none'),
  'an all-equal sheet': graded({ allEqualVoid: true }, [['g1', 'g2'], ['g4', 'g4']]),
  'an all-equal sheet but for a cell that is recused': anArena().withRules({ ...WHOLE, forms: [gradeForm({ allEqualVoid: true })], panels: [aPanel('A', '100', { form: 'grades' })], ties: [{ by: 'shared' }] }).withUnits(3).withJudges(2).ballot(0, ['g1', 'g2', 'g3']).ballot(1, ['g4', 'g4', 'g1']).gap(2, 1, 'recused').locked(0, 1, 2),
  'an all-equal sheet of one cell': graded({ allEqualVoid: true }, [['g4'], ['g2']]),
  'a blank sheet where a blank cell voids': graded({ blank: 'voidSheet', abstentionsCount: true }, [['g1', 'g2'], ['abstained', 'abstained'], ['g4', 'abstained']]),
  'a blank cell that is void, beside abstentions that count': graded({ blank: 'voidCell', abstentionsCount: true }, [['g1', 'g2'], ['abstained', 'abstained'], ['g4', 'abstained']]),
  'a double mark that voids the sheet': graded({ double: 'voidSheet', abstentionsCount: true }, [['g1', 'g2'], ['g3', 'void']]),
  'a ranking with a tie': ranked([[1, 2, 3], [1, 1, 3]]),
  'a ranking with a gap': ranked([[1, 2, 3], [1, 2, 4]]),
  'a ranking without one of the contestants': ranked([[1, 2, 3], [2, 1, null]]),
  'a ranking of those who stayed, beside one of all': whole({ forms: [rankForm()], panels: [aPanel('A', '100', { form: 'places', recusal: 'never' })] }, [[1, 3, 2], [1, 2, null]]).withdrawn(2),
  'a median of four': four([70, 94, 80, 90], { average: 'median' }).locked(0),
  'sheets rounded before the mean': four(['80.45', '80.44'], {}, { rounding: { mark: 1 } }).locked(0),
  'criteria rounded before they are added': four(['80.45', '80.44'], { trimOf: 'criteria' }, { rounding: { mark: 1 } }).locked(0),
  'equal sheets at both ends': four([80, 80, 80, 80], { dropHighest: 1, dropLowest: 1, minimum: 3 }).locked(0),
  'fewer sheets than the minimum': four([80, 80], { minimum: 3 }).locked(0),
  'a relaxed trim': four([80, 70], { dropHighest: 1, dropLowest: 1, minimum: 3 }).relaxed(0, 'A', { highest: 0, lowest: 0 }).locked(0),
  'the mean without dropping, of on-site panels only': appraised,
  'a judge who left early': left,
  'a judge who left a contestant that withdrew': left.withdrawn(1),
  'keyed counts with blanks in the denominator': counted,
  'categories': divided,
  'panels of one category each': anArena().withRules({ criteria: FIGURE, categories: [category('x'), category('y')], panels: [aPanel('A', '60'), aPanel('B', '40', { categories: ['x'] }), aPanel('C', '40', { categories: ['y'] })] })
    .withUnits(2).withCategories('x', 'y').withJudges(1, 'A').withJudges(1, 'B').withJudges(1, 'C').sheet(0, 0, [90]).sheet(0, 1, [80]).sheet(1, 0, [90]).sheet(1, 2, [70]).locked(0, 1),
  'a tier that is full': totals([90, 80, 70, 60], { awards: { tiers: [tier(1, 1, null), tier(2, 1, null)] } }),
  'a contestant left alone': ranked([[1, null]]).withdrawn(1),
}
