// Runs asynchronous jobs one after another, so that two requests for the same window or printer never interleave.

export type InTurn = <Value>(job: () => Promise<Value>) => Promise<Value>;

export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
}
