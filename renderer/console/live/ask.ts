// A dialog of the live desk that was asked for, and about whom.
export type Ask =
  | { readonly what: 'gaps'; readonly contestant: string; readonly first: readonly string[] }
  | { readonly what: 'recusals' | 'relax' | 'reopen' | 'withdraw' | 'substitute' | 'adjust' | 'forfeit' | 'forfeitLate'; readonly contestant: string };
