// One planted fault: a single line of the source changed so that a rule is broken, and the tests that must turn red for it.
// Text in, text out; the runner does the files.

export interface Fault {
  /** What the program then does wrong, in a few words. */
  readonly name: string;
  readonly file: string;
  /** Occurs exactly once in the file, within one line. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

/** Why a patch can no longer be planted as it stands, or null. */
export const staleness = ({ find, replace }: Pick<Fault, 'find' | 'replace'>, source: string): string | null => {
  if (find === '' || find.includes('\n') || replace.includes('\n')) return 'it is not a change within one line';
  if (find === replace) return 'it changes nothing';
  const times = source.split(find).length - 1;
  if (times === 0) return 'its text is no longer in the file';
  return times === 1 ? null : `its text stands in the file ${times} times`;
};

/** The source with the fault in it; throws when the patch is stale, because a fault that is not planted proves nothing. */
export const planted = (fault: Fault, source: string): string => {
  const stale = staleness(fault, source);
  if (stale !== null) throw new Error(`the patch "${fault.name}" is stale: ${stale} (${fault.file})`);
  return source.split(fault.find).join(fault.replace);
};
