// Rules of the review of judges on any table of marks, complete or with gaps.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeReview, reviewLetters, type ReviewInput } from '../../../shared/arena/judgeReview.ts'
import { judgeReviewSchema, type ReviewedJudge } from '../../../shared/arena/judgeReviewShape.ts'

const review = (holes: number): fc.Arbitrary<ReviewInput> =>
  fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 14 })).chain(([judges, contestants]) => {
    const mark = fc.integer({ min: 0, max: 999 }).map((draw) => (draw % 100 < holes ? null : (700 + draw % 97) / 10))
    const row = fc.array(mark, { minLength: contestants, maxLength: contestants })
    const pairs = fc.array(fc.tuple(fc.nat(judges - 1), fc.nat(contestants - 1)), { maxLength: 12 })
    return fc.tuple(fc.array(row, { minLength: judges, maxLength: judges }), pairs).map(([rows, own]) => ({
      seed: 'seed', judges: rows.map((_, at) => ({ id: `j${at}`, panel: at % 5 === 4 ? 'B' : 'A' })),
      contestants: Array.from({ length: contestants }, (_, at) => `u${at}`),
      totals: Object.fromEntries(rows.map((marks, judge) => [`j${judge}`, Object.fromEntries(marks.map((each, at) => [`u${at}`, each]))])),
      dropped: { j0: { dropped: 2, counted: contestants + 2 } }, own: own.map(([judge, at]) => [`j${judge}`, `u${at}`] as const),
    }))
  })
const shift = (input: ReviewInput, judge: string, tenths: number): ReviewInput => ({
  ...input,
  totals: { ...input.totals, [judge]: Object.fromEntries(Object.entries(input.totals[judge] ?? {}).map(([id, mark]) => [id, mark === null ? null : (Math.round(mark * 10) + tenths) / 10])) },
})
const judgesOf = (input: ReviewInput): readonly ReviewedJudge[] => judgeReview(input).panels.flatMap((panel) => panel.judges)

/** The same but for rounding in the last places of doubles. */
const near = (left: unknown, right: unknown): void => {
  const rounded = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_key, each: unknown) => (typeof each === 'number' ? expect.closeTo(each, 7) as unknown : each)) as unknown
  expect(left).toEqual(rounded(right))
}

describe('the review of any session', () => {
  it('is plain data of its schema, with a reason wherever there is no figure', () => {
    fc.assert(fc.property(fc.oneof(review(0), review(15), review(60), review(95)), (input) => {
      const found = judgeReview(input)
      expect(judgeReviewSchema.safeParse(found).success).toBe(true)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    }))
  })

  it('is the same, to the last digit, in whatever order judges, contestants and pairs come', () => {
    fc.assert(fc.property(review(15), fc.infiniteStream(fc.nat(1_000_000)), (input, chance) => {
      const shuffled = <T>(values: readonly T[]): readonly T[] => values.map((value) => ({ value, at: chance.next().value })).sort((a, b) => a.at - b.at).map(({ value }) => value)
      const record = <T>(values: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(shuffled(Object.entries(values)))
      const totals = record(Object.fromEntries(Object.entries(input.totals).map(([id, marks]) => [id, record(marks)])))
      expect(judgeReview({ ...input, judges: shuffled(input.judges), contestants: shuffled(input.contestants), own: shuffled(input.own), totals })).toEqual(judgeReview(input))
    }))
  })

  it('moves only severity when a constant is added to a judge’s marks: by the constant for that judge', () => {
    fc.assert(fc.property(review(0), fc.integer({ min: -300, max: 300 }), (input, tenths) => {
      const letter = reviewLetters('seed', input.judges.map((judge) => judge.id)).get('j0')
      const [before, after] = [judgesOf(input), judgesOf(shift(input, 'j0', tenths))]
      const fixed = ({ severity: _severity, own, ...rest }: ReviewedJudge): unknown => ({ ...rest, excess: own.excess })
      near(after.map(fixed), before.map(fixed))
      const [old, now] = [before, after].map((judges) => judges.find((judge) => judge.letter === letter)?.severity.figure ?? null)
      const moved = old == null || now == null ? [now, old] : [now - old, tenths / 10]
      near(moved[0], moved[1])
    }))
  })

  it('keeps W, every spread and every agreement when a constant is added, with gaps too', () => {
    fc.assert(fc.property(review(15), fc.integer({ min: -300, max: 300 }), (input, tenths) => {
      const fixed = (given: ReviewInput): unknown => judgeReview(given).panels.map(({ table, concordance, judges }) => ({ table, concordance, judges: judges.map(({ letter, spread, agreement }) => ({ letter, spread, agreement })) }))
      near(fixed(shift(input, 'j0', tenths)), fixed(input))
    }))
  })

  it('gives W in 0 to 1, agreement in −1 to 1, and 1 to judges who rank alike', () => {
    fc.assert(fc.property(review(0), (input) => {
      for (const { concordance, judges } of judgeReview(input).panels) {
        expect(concordance.figure ?? 0).toBeGreaterThanOrEqual(0)
        expect(concordance.figure ?? 0).toBeLessThanOrEqual(1)
        for (const { agreement } of judges) expect(Math.abs(agreement.figure ?? 0)).toBeLessThanOrEqual(1)
      }
      const alike = Object.fromEntries(input.judges.map(({ id }, judge) => [id, Object.fromEntries(input.contestants.map((contestant, at) => [contestant, (judge + 1) * at + judge]))]))
      const found = judgeReview({ ...input, totals: alike }).panels.flatMap(({ concordance, judges }) => [concordance, ...judges.map((judge) => judge.agreement)])
      for (const each of found) expect(each.figure ?? 1).toBeCloseTo(1, 12)
    }))
  })
})
