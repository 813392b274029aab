// What no single field can show: ballots beyond those sealed, places beyond the last, a contestant whose panels do not make up the full mark.
// Refuses such a file; what is merely unexplained is noted and counted.
import { refuse } from './fields.ts'
import { rosterOf } from './roster.ts'
import { demandPanelSums } from './readPanels.ts'
import type { Contestant } from './readContestants.ts'
import { namelessNumber } from './readSheets.ts'
import type { Note } from './result.ts'
import { scores } from './rules.ts'
import type { Panel } from './rules.ts'
import type { SessionFile } from './sessionFile.ts'

const demandSealed = (file: SessionFile, contestant: Contestant, path: string): void => {
  for (const { id } of file.rules.panels.filter(({ voters }) => voters === 'anonymous')) {
    const sealed = file.boxes.find((box) => box.panel === id)?.count ?? 0
    for (const voter of contestant.sheets.keys()) {
      const ballot = namelessNumber(id, voter)
      if (ballot?.box === true && ballot.number > sealed) refuse(`${path}.sheets`, `${voter} 不在封存的 ${sealed} 张之内`, `${voter} is not one of the ${sealed} sealed ballots`)
    }
  }
}

/** Keyed counts are read before the roster is known, so places beyond its end show only here. */
const demandPlaces = (file: SessionFile, contestant: Contestant, path: string): void => {
  for (const panel of file.rules.panels.filter(({ form }) => form.kind === 'rank')) {
    const last = rosterOf(file, contestant.category).length
    for (const [place, votes] of contestant.counts.get(panel.id)?.votes ?? []) {
      if (votes > 0 && Number(place) > last) refuse(`${path}.counts`, `第 ${place} 名超出了 ${last} 个单位`, `place ${place} lies beyond the ${last} contestants`)
    }
  }
}

export const demandConsistency = (file: SessionFile): void => {
  for (const [index, contestant] of file.contestants.entries()) {
    const path = `contestants[${index}]`
    demandSealed(file, contestant, path)
    demandPlaces(file, contestant, path)
    if (contestant.category === null && file.rules.categories.length > 0) demandPanelSums(`${path}.category`, file.rules, [null])
  }
}

/** How many of a panel's ballots lie behind a contestant, as its balance counts them: paper and sealed box together; null where none are counted. */
const ballotsBehind = (contestant: Contestant, panel: Panel): number | null => {
  if (panel.voters === 'named') return null
  const counts = contestant.counts.get(panel.id)
  if (panel.voters === 'counts') return counts === undefined ? null : [...counts.votes.values()].reduce((all, votes) => all + votes, counts.blank + counts.void)
  return [...contestant.sheets.keys()].filter((voter) => namelessNumber(panel.id, voter) !== null).length
}

const unbalanced = (contestant: Contestant, panel: Panel): boolean => {
  const balance = contestant.balances.find((each) => each.panel === panel.id)
  const behind = ballotsBehind(contestant, panel)
  return balance !== undefined && behind !== null && !balance.explained && (balance.returned > balance.issued || balance.returned !== behind)
}

/** What a reader should know beside the result: roots that this file cannot prove, and balances that do not come out and nobody explained. */
export const notesOf = (file: SessionFile): readonly Note[] => [
  ...file.boxes.map(({ panel, count, root }) => ({ code: 'boxRoot' as const, panel, count, root })),
  ...file.contestants.flatMap((contestant) =>
    file.rules.panels.filter((panel) => scores(panel, contestant.category) && unbalanced(contestant, panel)).map(({ id }) => ({ code: 'unbalanced' as const, contestant: contestant.id, panel: id })),
  ),
]
