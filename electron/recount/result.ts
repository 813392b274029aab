// What a second count answers, in plain JSON values. Nothing is computed here.

export interface Dropped {
  readonly judge: string
  /** The criterion whose mark was dropped; null when the sheet's total was. */
  readonly criterion: string | null
  readonly end: 'highest' | 'lowest'
}

export type DecidedBy = 'moreDecimals' | `panel:${string}` | `criterion:${string}` | 'untrimmedMean' | 'draw' | 'shared' | null

export interface Row {
  readonly contestant: string
  readonly name: string
  /** At the final places: '81.67'. */
  readonly total: string
  readonly rank: number
  /** Another row bears the same rank. */
  readonly shared: boolean
  readonly decidedBy: DecidedBy
  /** Means are exact, 'n/d', after the panel's rounding. */
  readonly panels: readonly { readonly panel: string; readonly mean: string; readonly dropped: readonly Dropped[] }[]
}

export interface Pending {
  readonly contestant: string
  readonly reason: 'notLocked' | 'tooFewSheets' | 'withdrawn'
  readonly panel?: string
  readonly valid?: number
  readonly needed?: number
}

export interface RecountResult {
  readonly rows: readonly Row[]
  readonly pending: readonly Pending[]
  /** Contestants of tied groups that wait for a draw. */
  readonly needsDraw: readonly string[]
}
