// What a second count answers, in plain JSON values. Nothing is computed here.

export interface Dropped {
  /** The judge, the ballot without a name (`A-p7`), or the running number of a keyed count (`A-c3`). */
  readonly judge: string
  /** The criterion whose mark was dropped; null when the sheet's total was. */
  readonly criterion: string | null
  readonly end: 'highest' | 'lowest'
}

export type DecidedBy = 'moreDecimals' | `panel:${string}` | `criterion:${string}` | `part:${string}` | 'untrimmedMean' | 'playOff' | 'draw' | 'shared' | null

export interface Row {
  readonly contestant: string
  readonly name: string
  readonly category: string | null
  /** At the final places: '81.67'. */
  readonly total: string
  /** Within the category. */
  readonly rank: number
  /** Another row of the category bears the same rank. */
  readonly shared: boolean
  readonly decidedBy: DecidedBy
  /** Means are exact, 'n/d', after the panel's rounding, on the full mark of the panel's ballot. */
  readonly panels: readonly { readonly panel: string; readonly mean: string; readonly dropped: readonly Dropped[] }[]
  /** Exact, 'n/d', after the part's rounding, on the part's own full mark. */
  readonly parts: readonly { readonly part: string; readonly score: string }[]
  /** Bonuses less penalties, exact, 'n/d', on the scheme's full mark; null when there are none. */
  readonly adjustment: string | null
  readonly tier: string | null
  /** Exact, 'n/d'; null where none are given for the place. */
  readonly placePoints: string | null
}

export interface Pending {
  readonly contestant: string
  readonly reason: 'notLocked' | 'tooFewSheets' | 'withdrawn' | 'forfeited' | 'partMissing'
  readonly panel?: string
  readonly valid?: number
  readonly needed?: number
  readonly part?: string
}

/** A tied group that waits for a play-off or a draw. */
export interface Open {
  readonly by: 'playOff' | 'draw'
  readonly contestants: readonly string[]
}

export type Note =
  | { readonly code: 'boxRoot'; readonly panel: string; readonly count: number; readonly root: string }
  | { readonly code: 'unbalanced'; readonly panel: string; readonly contestant: string }

export interface RecountResult {
  readonly rows: readonly Row[]
  readonly pending: readonly Pending[]
  readonly open: readonly Open[]
  /** Contestants of the open groups that wait for a draw, one after the other. */
  readonly needsDraw: readonly string[]
  /** What this count could not check, or found unexplained. */
  readonly notes: readonly Note[]
}
