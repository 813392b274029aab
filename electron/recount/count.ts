// One contestant's total from the sheets that count: trim, panel means, weights. Too few sheets is an answer, never a guess.
import { compare, fraction, mean, multiply, roundHalfUp, sum, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { SessionFile } from './read.ts'
import type { Contestant } from './readContestants.ts'
import type { Panel, Rules } from './readRules.ts'
import type { Dropped, Pending } from './result.ts'

export interface PanelCount {
  readonly panel: Panel
  readonly mean: Fraction
  /** Per criterion the mean of the marks left after dropping, unrounded. */
  readonly criterionMeans: ReadonlyMap<string, Fraction>
  /** The mean of all counted sheets' sums, nothing dropped, nothing rounded. */
  readonly untrimmed: Fraction
  readonly dropped: readonly Dropped[]
}

export interface Counted {
  readonly contestant: Contestant
  readonly panels: readonly PanelCount[]
  readonly exact: Fraction
}

interface Ballot {
  readonly judge: string
  readonly marks: ReadonlyMap<string, Fraction>
}

interface Drops {
  readonly highest: number
  readonly lowest: number
}

interface Trimmed {
  readonly kept: readonly Ballot[]
  readonly dropped: readonly { readonly judge: string; readonly end: 'highest' | 'lowest' }[]
}

const excludingCauses: readonly string[] = ['recused', 'absent', 'leftEarly']

const markOf = (ballot: Ballot, criterion: string): Fraction => {
  const mark = ballot.marks.get(criterion)
  if (mark === undefined) throw new Error(`a sheet without a mark for ${criterion} was counted`)
  return mark
}

const rounded = (value: Fraction, places: number | null): Fraction => (places === null ? value : roundHalfUp(value, places))

/** The panel's sheets that count, in seat order: complete marks from a judge who was neither recused nor absent nor gone early. */
const countedBallots = (file: SessionFile, contestant: Contestant, panel: Panel): readonly Ballot[] =>
  file.judges.flatMap((judge) => {
    if (judge.panel !== panel.id) return []
    const sheet = contestant.sheets.find((candidate) => candidate.judge === judge.id)
    const excluded = contestant.gaps.some((gap) => gap.judge === judge.id && excludingCauses.includes(gap.cause))
    const complete = sheet?.kind === 'marks' && file.rules.criteria.every(({ id }) => sheet.marks.has(id))
    return sheet !== undefined && complete && !excluded ? [{ judge: judge.id, marks: sheet.marks }] : []
  })

/** Takes away the highest first, then the lowest of what is left; of equal values the earlier seat's goes. */
const trim = (ballots: readonly Ballot[], drops: Drops, value: (ballot: Ballot) => Fraction): Trimmed => {
  const ends = [...Array<'highest'>(drops.highest).fill('highest'), ...Array<'lowest'>(drops.lowest).fill('lowest')]
  let kept = ballots
  const dropped = ends.map((end) => {
    const direction = end === 'highest' ? 1 : -1
    const out = kept.reduce((chosen, next) => (compare(value(next), value(chosen)) * direction > 0 ? next : chosen))
    kept = kept.filter((ballot) => ballot !== out)
    return { judge: out.judge, end }
  })
  return { kept, dropped }
}

interface PanelValue {
  readonly value: Fraction
  readonly criterionMeans: ReadonlyMap<string, Fraction>
  readonly dropped: readonly Dropped[]
}

const meanMark = (ballots: readonly Ballot[], criterion: string): Fraction => mean(ballots.map((ballot) => markOf(ballot, criterion)))

const valueByTotals = (ballots: readonly Ballot[], drops: Drops, rules: Rules): PanelValue => {
  const total = (ballot: Ballot): Fraction => rounded(sum(rules.criteria.map(({ id }) => markOf(ballot, id))), rules.rounding.mark)
  const { kept, dropped } = trim(ballots, drops, total)
  return {
    value: mean(kept.map(total)),
    criterionMeans: new Map(rules.criteria.map(({ id }) => [id, meanMark(kept, id)])),
    dropped: dropped.map(({ judge, end }) => ({ judge, criterion: null, end })),
  }
}

const valueByCriteria = (ballots: readonly Ballot[], drops: Drops, rules: Rules): PanelValue => {
  const parts = rules.criteria.map(({ id }) => {
    const { kept, dropped } = trim(ballots, drops, (ballot) => markOf(ballot, id))
    return { id, mean: meanMark(kept, id), dropped: dropped.map(({ judge, end }) => ({ judge, criterion: id, end })) }
  })
  return {
    value: sum(parts.map((part) => rounded(part.mean, rules.rounding.mark))),
    criterionMeans: new Map(parts.map((part) => [part.id, part.mean])),
    dropped: parts.flatMap((part) => part.dropped),
  }
}

const countPanel = (file: SessionFile, contestant: Contestant, panel: Panel): PanelCount | Pending => {
  const { rules } = file
  const ballots = countedBallots(file, contestant, panel)
  const relaxed = contestant.relaxed.find((entry) => entry.panel === panel.id)
  const drops = { highest: (relaxed ?? panel).dropHighest, lowest: (relaxed ?? panel).dropLowest }
  const needed = Math.max(relaxed === undefined ? panel.minimum : 0, drops.highest + drops.lowest + 1)
  if (ballots.length < needed) {
    return { contestant: contestant.id, reason: 'tooFewSheets', panel: panel.id, valid: ballots.length, needed }
  }
  const { value, criterionMeans, dropped } = (rules.trimOf === 'totals' ? valueByTotals : valueByCriteria)(ballots, drops, rules)
  const sums = ballots.map((ballot) => sum(rules.criteria.map(({ id }) => markOf(ballot, id))))
  return { panel, mean: rounded(value, rules.rounding.panel), criterionMeans, untrimmed: mean(sums), dropped }
}

/** Σ weight × value ÷ 100 over the panels. */
export const weighted = (panels: readonly PanelCount[], value: (panel: PanelCount) => Fraction): Fraction =>
  sum(panels.map((count) => multiply(multiply(count.panel.weight, value(count)), fraction(1n, 100n))))

/** The contestant's count, or why there is none; of several short panels the first in the rules' order is named. */
export const countContestant = (file: SessionFile, contestant: Contestant): Counted | Pending => {
  if (contestant.withdrawn) return { contestant: contestant.id, reason: 'withdrawn' }
  if (!contestant.locked) return { contestant: contestant.id, reason: 'notLocked' }
  const panels: PanelCount[] = []
  for (const panel of file.rules.panels) {
    const count = countPanel(file, contestant, panel)
    if ('reason' in count) return count
    panels.push(count)
  }
  return { contestant, panels, exact: weighted(panels, ({ mean: panelMean }) => panelMean) }
}

/** The weighted mean of one criterion over what each panel kept. */
export const criterionValue = (counted: Counted, criterion: string): Fraction =>
  weighted(counted.panels, ({ criterionMeans }) => criterionMeans.get(criterion) ?? zero)
