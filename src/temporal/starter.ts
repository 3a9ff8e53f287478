import type { OrderInput } from '../contracts/order';

export interface StarterDeps {
  /** Orders on file whose workflow is still owed, oldest first. */
  readonly owed: (limit: number) => Promise<OrderInput[]>;
  readonly launch: (input: OrderInput) => Promise<void>;
  readonly launched: (number: string) => Promise<void>;
  readonly log: (message: string, error?: unknown) => void;
}

/** Real milliseconds between looks, and orders launched per look. */
const EVERY_MS = 1_000;
const BATCH = 50;

/** Launches what intake could not: an order accepted over HTTP is never lost. Runs in every worker; a second launch does nothing. */
export function runStarter({ owed, launch, launched, log }: StarterDeps, stopping: AbortSignal): Promise<void> {
  const look = async (): Promise<void> => {
    for (const input of await owed(BATCH)) {
      if (stopping.aborted) return;
      await launch(input);
      await launched(input.number);
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
