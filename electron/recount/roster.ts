// Who stands on a ballot, who is ranked against whom, and who votes: contestants in the speaking order, voters in the order that decides ties among sheets.
import type { Contestant } from './readContestants.ts'
import { namelessNumber } from './readSheets.ts'
import { scores } from './rules.ts'
import type { Panel } from './rules.ts'
import type { SessionFile } from './sessionFile.ts'

/** The voters of a panel for one contestant in the order that decides which of equal sheets is dropped: seats, or paper before box by number. */
export const votersOf = (file: SessionFile, panel: Panel, contestant: Contestant): readonly string[] => {
  if (panel.voters === 'counts') return []
  if (panel.voters === 'named') return file.judges.filter((judge) => judge.panel === panel.id).map(({ id }) => id)
  const numbered = [...contestant.sheets.keys()].flatMap((voter) => {
    const ballot = namelessNumber(panel.id, voter)
    return ballot === null ? [] : [{ voter, box: Number(ballot.box), number: ballot.number }]
  })
  return numbered.toSorted((left, right) => left.box - right.box || left.number - right.number).map(({ voter }) => voter)
}

const wasRanked = (file: SessionFile, contestant: Contestant): boolean =>
  file.rules.panels.some((panel) => panel.form.kind === 'rank' && (contestant.counts.has(panel.id) || votersOf(file, panel, contestant).some((voter) => contestant.sheets.has(voter))))

/** Whether a contestant is still in the contest. */
export const isPresent = ({ withdrawn, forfeited }: Contestant): boolean => !withdrawn && !forfeited

/** The contestants of a category that are ranked against each other; one who left the contest only if somebody has given it a place. */
export const rosterOf = (file: SessionFile, category: string | null): readonly Contestant[] =>
  listed(file).filter((contestant) => contestant.category === category && (isPresent(contestant) || wasRanked(file, contestant)))

/** All contestants on the ballot of a panel, in the speaking order: one sheet holds every category the panel scores. */
export const listedFor = (file: SessionFile, panel: Panel): readonly Contestant[] => listed(file).filter(({ category }) => scores(panel, category))

const listed = ({ order, contestants }: SessionFile): readonly Contestant[] => order.flatMap((id) => contestants.find((each) => each.id === id) ?? [])
