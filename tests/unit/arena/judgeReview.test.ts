import { describe, expect, it } from 'vitest'
import { judgeReview, reviewLetters, type ReviewInput } from '../../../shared/arena/judgeReview.ts'
import { judgeReviewSchema, type ReviewedJudge, type ReviewedPanel } from '../../../shared/arena/judgeReviewShape.ts'

type Marks = Readonly<Record<string, readonly (number | null)[]>>

/** One panel whose judges are the keys and whose contestants are u0, u1 … */
const aReview = (marks: Marks, change: Partial<ReviewInput> = {}): ReviewInput => ({
  seed: 'seed', judges: Object.keys(marks).map((id) => ({ id, panel: 'A' })),
  contestants: Object.values(marks)[0]?.map((_, at) => `u${at}`) ?? [],
  totals: Object.fromEntries(Object.entries(marks).map(([id, row]) => [id, Object.fromEntries(row.map((mark, at) => [`u${at}`, mark]))])),
  dropped: {}, own: [], ...change,
})
const panelOf = (input: ReviewInput): ReviewedPanel => {
  const panel = judgeReview(input).panels[0]
  if (panel === undefined) throw new Error('no panel')
  return panel
}
const judgeOf = (input: ReviewInput, id: string): ReviewedJudge => {
  const letter = reviewLetters(input.seed, input.judges.map((judge) => judge.id)).get(id)
  const judge = judgeReview(input).panels.flatMap((panel) => panel.judges).find((each) => each.letter === letter)
  if (judge === undefined) throw new Error(`no judge ${id}`)
  return judge
}

const BASE = [80, 81, 82, 83, 84]
const plus = (differences: readonly number[]): number[] => differences.map((difference, at) => 80 + at + difference)
/** One generous judge beside two who agree: differences 1, 2, 3, 4, 5 to both. */
const RISING = { one: plus([1, 2, 3, 4, 5]), two: BASE, three: BASE }

describe('one judge beside the panel', () => {
  // 3 ± t(0.975; 4) 2.776445 × √2.5 ÷ √5 = 3 ± 1.963243; scatter √2.5.
  it('has as severity the mean difference to the others for the same contestants, with its interval and count', () => {
    const { severity, scatter, marks } = judgeOf(aReview(RISING), 'one')
    expect(severity).toMatchObject({ figure: 3, n: 5 })
    expect(severity).toMatchObject({ low: expect.closeTo(1.036757, 6), high: expect.closeTo(4.963243, 6) })
    expect(scatter).toEqual({ figure: expect.closeTo(Math.sqrt(2.5), 12), n: 5 })
    expect(marks).toBe(5)
  })

  // The other two: 80 … 84 against the mean of itself and 81, 83, 85, 87, 89: −0.5, −1, −1.5, −2, −2.5.
  it('is severe where the others are generous', () => {
    expect(judgeOf(aReview(RISING), 'two').severity).toMatchObject({ figure: -1.5 })
  })

  // Own sd of 81, 83, 85, 87, 89 is √10, the others' √2.5: twice as wide.
  it('has its spread and the ratio of it to the others’', () => {
    expect(judgeOf(aReview(RISING), 'one').spread).toEqual({ sd: { figure: expect.closeTo(Math.sqrt(10), 12), n: 5 }, ratio: { figure: expect.closeTo(2, 12), n: 5 } })
  })

  // Ranks 5 4 3 2 1 against 1 … 5 of both others.
  it('agrees with the others’ mean ranking from −1 to 1', () => {
    expect(judgeOf(aReview({ ...RISING, one: [90, 89, 88, 87, 86] }), 'one').agreement).toEqual({ figure: -1, n: 5 })
    expect(judgeOf(aReview(RISING), 'two').agreement).toEqual({ figure: 1, n: 5 })
  })

  // Two and three rank 1 … 5 and 2 1 3 4 5, mean 1.5 1.5 3 4 5; one ranks 1 2 3 5 4: Σxy 8.5, Σx² 10, Σy² 9.5 → 8.5 ÷ √95.
  it('is held against the mean of the others’ ranks, ties by average ranks', () => {
    const { agreement } = judgeOf(aReview({ one: [1, 2, 3, 5, 4], two: [1, 2, 3, 4, 5], three: [20, 10, 30, 40, 50] }), 'one')
    expect(agreement).toEqual({ figure: expect.closeTo(8.5 / Math.sqrt(95), 12), n: 5 })
  })

  it('has the share of its values that trimming dropped, beside the panel’s', () => {
    const input = aReview(RISING, { dropped: { one: { dropped: 3, counted: 5 }, two: { dropped: 1, counted: 5 } } })
    expect([judgeOf(input, 'one').dropped, judgeOf(input, 'three').dropped, panelOf(input).dropped])
      .toEqual([{ figure: 0.6, n: 5 }, { figure: null, why: 'noMarks', n: 0 }, { figure: 0.4, n: 10 }])
    expect(() => judgeReview(aReview(RISING, { dropped: { one: { dropped: 6, counted: 5 } } }))).toThrow('entered the trim')
  })

  it('with a mark that is no number is a bug', () => {
    expect(() => judgeReview(aReview({ one: [Number.NaN] }))).toThrow('not a number')
  })
})

describe('a judge’s own line', () => {
  const eight = [80, 81, 82, 83, 84, 85, 86, 87]
  const marks = { one: eight.map((mark, at) => mark + (at < 5 ? at + 1 : at)), two: eight, three: eight }
  const ownLine = (contestants: readonly string[]): ReviewedJudge['own'] => judgeOf(aReview(marks, { own: contestants.map((id) => ['one', id] as const) }), 'one').own

  // Here 5, 6, 7: 6 ± 4.302653 ÷ √3. Elsewhere 1 … 5: 3 ± 1.963243. Pooled s² = (2 + 10) ÷ 6 = 2; 3 ± t(0.975; 6) 2.446912 × √(2 × (1/3 + 1/5)).
  it('is set beside the same judge’s differences elsewhere', () => {
    expect(ownLine(['u5', 'u6', 'u7'])).toEqual({
      here: { figure: expect.closeTo(6, 12), low: expect.closeTo(6 - 4.302652730 / Math.sqrt(3), 6), high: expect.closeTo(8.484138, 6), n: 3 },
      elsewhere: { figure: expect.closeTo(3, 12), low: expect.closeTo(1.036757, 6), high: expect.closeTo(4.963243, 6), n: 5 },
      excess: { figure: expect.closeTo(3, 12), low: expect.closeTo(0.472840, 6), high: expect.closeTo(5.527160, 6), n: 3 },
    })
  })

  // 7 − (1 + 2 + 3 + 4 + 5 + 5 + 6) ÷ 7 = 23/7; squares elsewhere 116 − 26² ÷ 7 = 136/7 over 6 degrees; 23/7 ± 2.446912 × √(136/42 × 8/7) = 23/7 ± 4.707162.
  it('of one unit gives no mean, but still the excess over elsewhere with its wide interval', () => {
    const own = ownLine(['u7'])
    expect(own.here).toEqual({ figure: null, why: 'tooFewOwn', n: 1 })
    expect(own.excess).toEqual({ figure: expect.closeTo(23 / 7, 12) as number, low: expect.closeTo(-1.421447, 6) as number, high: expect.closeTo(7.992876, 6) as number, n: 1 })
  })

  it('without a unit, or without enough elsewhere, says so', () => {
    expect([ownLine([]).here, ownLine([]).excess]).toEqual([{ figure: null, why: 'noOwnLine', n: 0 }, { figure: null, why: 'noOwnLine', n: 0 }])
    expect(ownLine(['u0', 'u1', 'u2', 'u3']).excess).toEqual({ figure: null, why: 'tooFewMarks', n: 4 })
  })

  it('does not count a unit the judge did not mark', () => {
    const recused = { ...marks, one: marks.one.map((mark, at) => (at === 7 ? null : mark)) }
    expect(judgeOf(aReview(recused, { own: [['one', 'u7']] }), 'one').own.here).toEqual({ figure: null, why: 'noOwnLine', n: 0 })
  })
})

describe('a panel', () => {
  // One always 2 above two equal judges: mean squares between 30, judges 20/3, residual 0; 30 ÷ (30 + 3 × 20/3 ÷ 5) = 30/34, mean 30 ÷ (30 + 20/15).
  it('has Kendall’s W and the two ICCs on the complete table', () => {
    const two = [88, 90, 92, 94, 96]
    const { concordance, single, average, table } = panelOf(aReview({ one: two.map((mark) => mark + 2), two, three: two }))
    expect(concordance).toMatchObject({ figure: 1, degrees: 4, chiSquare: 12, approximation: 'fewContestants', n: 5 })
    expect(single).toMatchObject({ figure: expect.closeTo(30 / 34, 12) as number, n: 5 })
    expect(average).toMatchObject({ figure: expect.closeTo(30 / (30 + 20 / 15), 12) as number, n: 5 })
    expect(table).toEqual({ judges: 3, contestants: 5, judgesLeftOut: 0, contestantsLeftOut: 0 })
  })

  it('with gaps stands on the contestants that all its judges marked, and says how many', () => {
    const marks = { one: [null, ...BASE], two: [79, ...BASE], three: [78, ...BASE] }
    expect(panelOf(aReview(marks)).table).toEqual({ judges: 3, contestants: 5, judgesLeftOut: 0, contestantsLeftOut: 1 })
  })

  it('leaves a judge who left early out of its table, rather than all the contestants after', () => {
    const full = [...BASE, ...BASE.map((mark) => mark + 5)]
    const marks = { one: full, two: full, three: full, four: full, early: full.map((mark, at) => (at < 4 ? mark : null)), absent: full.map(() => null) }
    const panel = panelOf(aReview(marks))
    expect(panel.table).toEqual({ judges: 4, contestants: 10, judgesLeftOut: 2, contestantsLeftOut: 0 })
    expect(panel.concordance).toMatchObject({ figure: 1 })
    expect(judgeOf(aReview(marks), 'early').severity).toEqual({ figure: null, why: 'tooFewMarks', n: 4 })
    expect(judgeOf(aReview(marks), 'absent').severity).toEqual({ figure: null, why: 'noMarks', n: 0 })
  })

  it.each([
    ['of two judges', { one: BASE, two: BASE }, 'tooFewJudges'],
    ['with four contestants', { one: [1, 2, 3, 4], two: [1, 2, 3, 4], three: [1, 2, 3, 4] }, 'tooFewContestants'],
    ['whose marks do not vary', { one: [9, 9, 9, 9, 9], two: [9, 9, 9, 9, 9], three: [9, 9, 9, 9, 9] }, 'noSpread'],
    ['without any mark', { one: [null], two: [null], three: [null] }, 'tooFewJudges'],
  ] satisfies [string, Marks, string][])('%s gives a reason instead of W and the ICCs', (_name, marks, why) => {
    const { concordance, single, average } = panelOf(aReview(marks))
    expect([concordance, single, average].map((each) => ('why' in each ? each.why : each.figure))).toEqual([why, why, why])
  })

  it('that falls into two halves with their own contestants is not connected, for its judges and as a whole', () => {
    const left = [...BASE, ...BASE.map(() => null)]
    const right = [...BASE.map(() => null), ...BASE]
    const input = aReview({ a: left, b: left, c: left, x: right, y: right, z: right })
    const { concordance, single } = panelOf(input)
    const { severity, scatter, agreement, spread } = judgeOf(input, 'a')
    for (const each of [concordance, single, severity, scatter, agreement, spread.ratio]) expect(each).toEqual(expect.objectContaining({ figure: null, why: 'notConnected' }))
  })

  it('whose halves one bridge holds together compares the larger half only', () => {
    const left = [...BASE, ...BASE.map(() => null)]
    const bridge = [...BASE, 90, null, null, null, null]
    const input = aReview({ a: left, b: left, c: left, d: bridge, y: [...BASE.map(() => null), ...BASE] })
    expect(judgeOf(input, 'a').severity).toMatchObject({ figure: 0, n: 5 })
    expect(judgeOf(input, 'y').severity).toMatchObject({ figure: null })
  })

  it('of one judge, or of too few marks, compares nobody', () => {
    expect(judgeOf(aReview({ one: BASE }), 'one').severity).toEqual({ figure: null, why: 'onlyJudge', n: 0 })
    expect(judgeOf(aReview({ one: [1, 2], two: [2, 3] }), 'one').agreement).toEqual({ figure: null, why: 'tooFewMarks', n: 2 })
  })

  it('is reviewed for itself, whatever another panel gave', () => {
    const judges = [...Object.keys(RISING).map((id) => ({ id, panel: 'B' })), { id: 'far', panel: 'A' }]
    const input = aReview({ ...RISING, far: [0, 0, 0, 0, 0] }, { judges })
    expect(judgeReview(input).panels.map((panel) => [panel.panel, panel.judges.length])).toEqual([['A', 1], ['B', 3]])
    expect(judgeOf(input, 'one').severity).toMatchObject({ figure: 3 })
  })
})

describe('the letters', () => {
  const ids = Array.from({ length: 30 }, (_, seat) => `seat${seat}`)

  it('do not follow the seats, and another seed gives others', () => {
    const orders = ['1', '2', '3'].map((seed) => [...reviewLetters(seed, ids).keys()])
    for (const order of orders) expect(order).not.toEqual(ids)
    expect(new Set(orders.map((order) => order.join())).size).toBe(3)
  })

  it('are one to a judge, and after Z comes AA', () => {
    const letters = [...reviewLetters('s', ids).values()]
    expect(new Set(letters).size).toBe(30)
    expect([letters[0], letters[25], letters[26], letters[29]]).toEqual(['A', 'Z', 'AA', 'AD'])
  })

  it('are all that a review says of who a judge is, and the judges stand in their order', () => {
    const input = aReview(Object.fromEntries(ids.map((id, at) => [id, BASE.map((mark) => mark + at)])), { own: [['seat3', 'u1']] })
    const text = JSON.stringify(judgeReview(input))
    for (const id of [...ids, ...input.contestants]) expect(text).not.toContain(`"${id}"`)
    expect(panelOf(input).judges.map((judge) => judge.letter)).toEqual([...reviewLetters('seed', ids).values()])
  })

  it('go with their schema', () => {
    const review = judgeReview(aReview(RISING))
    expect(judgeReviewSchema.parse(review)).toEqual(review)
  })
})
