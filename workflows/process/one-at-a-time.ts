/**
 * Runs `work` when everything that asked before has ended, in the caller's own scope.
 *
 * Local activities of one workflow, and its records, run one at a time: never two under way at once. Two that overlap are resolved one after
 * the other when they run and together when they are replayed, and what follows from them would then come in another order. With one at a
 * time, a replay sees what the run saw. The replay gate (test/replay) holds us to it.
 */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
