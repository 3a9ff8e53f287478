import { condition } from '@temporalio/workflow';

/**
 * Lets what woke in the same breath run first, so that an act and all that follows from it share one transaction: a condition is looked at
 * again only when nothing else is left to run. Two rounds, because the first may wake a step that waits for another condition.
 */
export async function settle(): Promise<void> {
  for (let round = 0; round < SETTLING_ROUNDS; round += 1) {
    let asked = false;
    await condition(() => asked || !(asked = true));
  }
}
const SETTLING_ROUNDS = 2;
