import { CancellationScope, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { ProcessActivities } from '../../src/process/ports.messages';

/** Real seconds one round of delivery lasts, and rounds before history is cut. */
const ROUND_SECONDS = 60;
const ROUNDS = 200;

const { deliverNotices } = proxyActivities<ProcessActivities>({
  startToCloseTimeout: '3m',
  heartbeatTimeout: '10s', // a stopped worker's round is taken over within ten seconds
  retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
  summary: 'deliver notices (BAK-08)',
});

/** BAK-08. The shop's post: one activity at a time sends what has fallen due; it lives as long as the shop, whoever asks it to stop. */
export async function postOffice(): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    for (let round = 0; round < ROUNDS; round += 1) await deliverNotices({ forSeconds: ROUND_SECONDS });
  });
  await continueAsNew<typeof postOffice>();
}
