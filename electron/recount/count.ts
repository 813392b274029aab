// One contestant's total: panels → parts → bonuses and penalties → total. Too few sheets or a missing part is an answer, never a guess.
import { add, compare, divide, fraction, multiply, subtract, sum, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Contestant } from './readContestants.ts'
import type { Pending } from './result.ts'
import { formFullMark, scores } from './rules.ts'
import type { Panel, Part, Rules } from './rules.ts'
import { seatsOf } from './seats.ts'
import type { Asked, Room } from './seats.ts'
import { demandOf, figureOf, rounded } from './trim.ts'
import type { Figure } from './trim.ts'

export interface PanelCount extends Omit<Figure, 'value'> {
  readonly panel: Panel
  /** The panel's figure after its rounding. */
  readonly mean: Fraction
  /** What a point of this panel's ballot brings of the part's full mark, and of the scheme's. */
  readonly ofPart: Fraction
  readonly ofTotal: Fraction
  readonly onSite: boolean
}

export interface PartScore {
  readonly part: Part
  /** On the part's full mark, after its rounding. */
  readonly score: Fraction
}

export interface Counted {
  readonly contestant: Contestant
  readonly panels: readonly PanelCount[]
  readonly parts: readonly PartScore[]
  /** Bonuses less penalties on the scheme's full mark; null when there are none. */
  readonly adjustment: Fraction | null
  readonly exact: Fraction
}

const partOf = ({ parts }: Rules, id: string): Part => {
  const part = parts.find((each) => each.id === id)
  if (part === undefined) throw new Error(`a panel belongs to the part ${id}, which is not there`)
  return part
}

/** A lone contestant's Borda ballot is worth nothing at best, and brings nothing. */
const shareOf = (points: Fraction, fullMark: Fraction): Fraction => (compare(fullMark, zero) === 0 ? zero : divide(points, fullMark))

const countPanel = (room: Room, asked: Asked): PanelCount | Pending => {
  const { rules } = room.file
  const { contestant, panel } = asked
  const seats = seatsOf(room, asked)
  const { needed, ...drops } = demandOf(panel, contestant.relaxed.get(panel.id))
  const valid = seats.filter(({ entry }) => entry === 'written').length
  if (valid < needed) return { contestant: contestant.id, reason: 'tooFewSheets', panel: panel.id, valid, needed }
  const { value, ...figure } = figureOf(seats, { panel, ...drops, markPlaces: rules.rounding.mark, fillPlaces: rules.missing.fillPlaces })
  const part = partOf(rules, panel.part)
  const ofPart = shareOf(panel.points, formFullMark(panel.form, room.rosterOf(contestant.category).length))
  return { ...figure, panel, mean: rounded(value, rules.rounding.panel), ofPart, ofTotal: divide(multiply(ofPart, part.points), part.fullMark), onSite: part.kind === 'onSite' }
}

const scoreOf = (part: Part, panels: readonly PanelCount[], contestant: Contestant): Fraction | undefined =>
  part.source === 'entered' ? contestant.parts.get(part.id) : sum(panels.filter(({ panel }) => panel.part === part.id).map((count) => multiply(count.ofPart, count.mean)))

const countParts = (rules: Rules, contestant: Contestant, panels: readonly PanelCount[]): readonly PartScore[] | Pending => {
  const scored: PartScore[] = []
  for (const part of rules.parts) {
    const score = scoreOf(part, panels, contestant)
    if (score === undefined) return { contestant: contestant.id, reason: 'partMissing', part: part.id }
    scored.push({ part, score: rounded(score, rules.rounding.part) })
  }
  return scored
}

/** Per kind: added up, capped in its own full mark, re-scaled to the scheme's. */
const adjustmentOf = ({ adjustments, fullMark }: Rules, contestant: Contestant): Fraction | null => {
  if (contestant.adjustments.length === 0) return null
  return [...adjustments].reduce((all, [kind, rule]) => {
    const added = sum(contestant.adjustments.filter((each) => each.kind === kind).map(({ amount }) => amount))
    const capped = rule.cap !== null && compare(added, rule.cap) > 0 ? rule.cap : added
    const scaled = divide(multiply(capped, fullMark), rule.fullMark)
    return rule.sign === 'bonus' ? add(all, scaled) : subtract(all, scaled)
  }, fraction(0n))
}

const whyNot = (contestant: Contestant): Pending['reason'] | null => {
  if (contestant.withdrawn) return 'withdrawn'
  if (contestant.forfeited) return 'forfeited'
  return contestant.locked ? null : 'notLocked'
}

/** The contestant's count, or why there is none; of several short panels or missing parts the first in the rules' order is named, panels before parts. */
export const countContestant = (room: Room, contestant: Contestant): Counted | Pending => {
  const { rules } = room.file
  const reason = whyNot(contestant)
  if (reason !== null) return { contestant: contestant.id, reason }
  const panels: PanelCount[] = []
  for (const panel of rules.panels.filter((each) => scores(each, contestant.category))) {
    const count = countPanel(room, { contestant, panel })
    if ('reason' in count) return count
    panels.push(count)
  }
  const parts = countParts(rules, contestant, panels)
  if ('reason' in parts) return parts
  const adjustment = adjustmentOf(rules, contestant)
  const exact = sum(parts.map(({ part, score }) => divide(multiply(part.points, score), part.fullMark)))
  return { contestant, panels, parts, adjustment, exact: add(exact, adjustment ?? zero) }
}

/** The mean of one criterion over what each panel kept, by what the panel brings. */
export const criterionValue = ({ panels }: Counted, criterion: string): Fraction =>
  sum(panels.map(({ criterionMeans, ofTotal }) => multiply(ofTotal, criterionMeans.get(criterion) ?? zero)))

/** On-site: the mean of all written sheets of every panel, nothing dropped, nothing rounded. */
export const untrimmedValue = ({ panels }: Counted): Fraction => sum(panels.filter(({ onSite }) => onSite).map(({ untrimmed, ofTotal }) => multiply(ofTotal, untrimmed)))
