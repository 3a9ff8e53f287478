import { createInterface } from 'node:readline';
import { isGoneWithin, isStill } from './process-identity';
import type { WardenWord } from './warden-client';

/** Entry point: see `warden-client.ts`. Its stdin closes when the shop's main process is gone, whatever took it. */
const watched = new Map<number, Extract<WardenWord, { watch: number }>>();

function hear(line: string): void {
  const word = JSON.parse(line) as WardenWord;
  if ('forget' in word) watched.delete(word.forget);
  else watched.set(word.watch, word);
}

/** The same order as a stop by hand: the last one started goes first, the database last. */
async function stopTheRest(): Promise<void> {
  for (const { watch: pid, identity, stopSignal, graceMs } of [...watched.values()].reverse()) {
    if (!isStill(pid, identity)) continue;
    process.kill(pid, stopSignal);
    if (!(await isGoneWithin(pid, graceMs)) && isStill(pid, identity)) process.kill(pid, 'SIGKILL');
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
createInterface({ input: process.stdin })
  .on('line', hear)
  .once('close', () => void stopTheRest());
