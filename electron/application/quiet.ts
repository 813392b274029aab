// Work for quiet moments: done once after something has happened and then nothing for a whole beat.

/** Called at each beat; runs `work` when the count has changed since the last run but not since the last beat. */
export const onceQuiet = (count: () => number, work: () => void): (() => void) => {
  let before = count();
  let worked = before;
  return () => {
    const now = count();
    if (now === before && now !== worked) {
      worked = now;
      work();
    }
    before = now;
  };
};
