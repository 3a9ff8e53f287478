/** Lets at most `most` pieces of work go on at a time; the others wait, and begin in the order in which they came. */
export function fewAtOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let places = most;
  return async (work) => {
    if (places > 0) places -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // whoever waited longest has the place, before anybody new can see that it is free
      if (next) next();
      else places += 1;
    }
  };
}
