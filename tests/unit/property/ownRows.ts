// The program's own result in the words of the second count, so that both can be laid side by side.
import { awardsOf, placePointsOf } from '../../../shared/arena/awards.ts'
import { categoriesOf, resultOf, type RankedRow } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { sum, type Fraction } from '../../../shared/kernel/fraction.ts'

const text = ({ top, bottom }: Fraction): string => `${top}/${bottom}`
const ruleName = ({ decidedBy }: RankedRow): string | null => (decidedBy === null ? null : 'id' in decidedBy ? `${decidedBy.by}:${decidedBy.id}` : decidedBy.by)
/** The program's own rows in the words of the second count. */
export const ownRows = (session: ArenaSession): unknown => {
  const { rows } = resultOf(session)
  const ofCategory = (category: string | null): readonly RankedRow[] => rows.filter((row) => row.category === category)
  const tiers = new Map(categoriesOf(session).flatMap((category) => [...awardsOf(session.rules, category, ofCategory(category))]))
  const points = new Map(categoriesOf(session).flatMap((category) => [...placePointsOf(session.rules, ofCategory(category))]))
  return rows.map((row) => {
    const { tally, contestant, rank, shared, category } = row
    const given = points.get(contestant)
    return {
      contestant, category, total: tally.text, rank, shared, decidedBy: ruleName(row),
      panels: tally.panels.map((panel) => ({ panel: panel.panel, mean: text(panel.mean), dropped: panel.dropped.map(({ voter, criterion, end }) => ({ judge: voter, criterion, end })) })),
      parts: tally.parts.map((part) => ({ part: part.part, score: text(part.score) })),
      adjustment: tally.adjustments.length === 0 ? null : text(sum(tally.adjustments.map((line) => line.points))),
      tier: tiers.get(contestant)?.id ?? null, placePoints: given === undefined ? null : text(given),
    }
  })
}
