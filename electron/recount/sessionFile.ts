// A session file once it has been read and believed: the same shape for every version of the format. Reads nothing.
import type { Contestant } from './readContestants.ts'
import type { Draw, PlayOff } from './readDraws.ts'
import type { Rules } from './rules.ts'

export interface Judge {
  readonly id: string
  readonly panel: string
}

/** A sealed box: how many ballots came out of it, and the root hash over their texts, which the file does not hold. */
export interface Box {
  readonly panel: string
  readonly count: number
  readonly root: string
}

export interface SessionFile {
  readonly version: 1 | 2
  readonly title: string
  readonly phase: string
  readonly rules: Rules
  /** In seat order. */
  readonly judges: readonly Judge[]
  /** In the file's order. */
  readonly contestants: readonly Contestant[]
  readonly order: readonly string[]
  readonly draws: readonly Draw[]
  readonly playOffs: readonly PlayOff[]
  readonly boxes: readonly Box[]
}
