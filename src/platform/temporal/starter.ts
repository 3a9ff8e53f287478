/** What a process is started with, as far as the starter knows it. */
interface Owed {
  readonly number: string;
}

export interface StarterDeps<T extends Owed> {
  /** Orders on file whose workflow is still owed, oldest first. */
  readonly owed: (limit: number) => Promise<T[]>;
  readonly launch: (input: T) => Promise<void>;
  readonly launched: (number: string) => Promise<void>;
  readonly log: (message: string, error?: unknown) => void;
}

/** Real milliseconds between looks, and orders launched per look. */
const EVERY_MS = 1_000;
const BATCH = 50;

/**
 * Launches what intake could not: an order accepted over HTTP is never lost. Runs in every worker; a second launch does nothing. A look
 * ends at the first failure, for mostly it is Temporal that is away; the order that failed is tried last in the next one.
 */
export function runStarter<T extends Owed>({ owed, launch, launched, log }: StarterDeps<T>, stopping: AbortSignal): Promise<void> {
  const failures = new Map<string, number>();
  const failuresOf = ({ number }: T): number => failures.get(number) ?? 0;

  const look = async (): Promise<void> => {
    const orders = await owed(BATCH + failures.size); // those that failed stand in front
    for (const number of failures.keys()) if (!orders.some((order) => order.number === number)) failures.delete(number);
    for (const input of orders.sort((a, b) => failuresOf(a) - failuresOf(b))) {
      if (stopping.aborted) return;
      failures.set(input.number, failuresOf(input) + 1);
      await launch(input);
      await launched(input.number);
      failures.delete(input.number);
      log(`launched order ${input.number}, which intake could not`);
    }
  };
  return (async () => {
    while (!stopping.aborted) {
      await look().catch((error: unknown) => log('the starter will try again', error));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
}
