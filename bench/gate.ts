/** At most so many orders are worked on at a time. One that waits for its clock lets another in meanwhile. */
export interface Gate {
  /** Runs `work` when there is room. `aside` lets another order in while this one waits for nobody's work. */
  enter<T>(work: (aside: <W>(wait: () => Promise<W>) => Promise<W>) => Promise<T>): Promise<T>;
  /** Real milliseconds so far in which at least one order was worked on: time in which all only waited does not count. */
  busyMs(): number;
}

export function createGate(room: number, now: () => number = () => performance.now()): Gate {
  const queue: (() => void)[] = [];
  let inside = 0;
  let busyMs = 0;
  let since = 0;

  const come = async (): Promise<void> => {
    if (inside < room) {
      if (inside === 0) since = now();
      inside += 1;
      return;
    }
    await new Promise<void>((resolve) => queue.push(resolve)); // who leaves hands the place over
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next) return next();
    inside -= 1;
    if (inside === 0) busyMs += now() - since;
  };

  return {
    async enter(work) {
      await come();
      try {
        return await work(async (wait) => {
          leave();
          try {
            return await wait();
          } finally {
            await come();
          }
        });
      } finally {
        leave();
      }
    },
    busyMs: () => busyMs + (inside > 0 ? now() - since : 0),
  };
}
