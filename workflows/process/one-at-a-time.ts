/**
 * Runs `work` when everything that asked before has ended, in the caller's own scope.
 *
 * Local activities of one workflow, and its records, run one at a time: never two under way at once. Two that overlap are resolved one after
 * the other when they run and together when they are replayed, and what follows from them would then come in another order. With one at a
 * time, a replay sees what the run saw. The replay gate (test/replay) holds us to it.
 */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/** Both the turn of a process's records, and that of its stories' local activities. */
export interface Turns {
  readonly record: OneAtATime;
  readonly lookUp: OneAtATime;
  /** No local activity is under way or waits for its turn. */
  readonly isStill: () => boolean;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let lookingUp = 0;
  const turn: OneAtATime = (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    record: turn,
    async lookUp(work) {
      lookingUp += 1;
      try {
        return await turn(work);
      } finally {
        lookingUp -= 1;
      }
    },
    isStill: () => lookingUp === 0,
  };
}
