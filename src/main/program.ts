import { fstatSync } from 'node:fs';
import { reasonOf } from '../local-shop/start-problem';

/** A long-running program of ours: what it says when it is up, and how it stops. */
export interface Running {
  /** Ports and addresses, printed as one JSON line `{"ready":{…}}` on standard output. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** Finishes what is under way and lets go of everything. */
  stop(): Promise<void>;
}

/**
 * Runs a program until SIGTERM or SIGINT, or until its parent is gone (its standard input, when it is a pipe, closes). A start that fails
 * says why in one line and exits 1; a stop that fails exits 1; a second signal ends at once.
 */
export async function runProgram(start: () => Promise<Running>): Promise<void> {
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    console.error(reasonOf(error));
    process.exit(1);
  }
  let signals = 0;
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  // only signals are counted: whoever stops us lets go of our standard input, too, in whichever order we come to hear of it
  const hear = (): void => ((signals += 1) > 1 ? process.exit(1) : stop());
  process.on('SIGTERM', hear);
  process.on('SIGINT', hear);
  const leash = fstatSync(0);
  if (leash.isFIFO() || leash.isSocket()) process.stdin.on('end', stop).on('error', stop).resume();
  console.log(JSON.stringify({ ready: running.ready }));
}

/** Runs a job that comes to an end by itself and says what it did. One that fails says why in one line, and exits 1. */
export async function runJob(job: () => Promise<string>): Promise<void> {
  try {
    console.log(await job());
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}
