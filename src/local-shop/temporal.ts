import { join } from 'node:path';
import { msToTs } from '@temporalio/common/lib/time';
import { SEARCH_ATTRIBUTES } from '../orders/names.messages';
import { openConnection } from '../platform/temporal/connect';
import { logFileOf, type Home } from './home';
import type { PartSpec } from './part';
import { ensureSearchAttributes } from './temporal-namespace';

export const EMBEDDED_NAMESPACE = 'default';
/** Histories of finished orders stay readable in Temporal UI that long; the records in Postgres stay for ever. */
const RETENTION = '90 days';
const DYNAMIC_CONFIG = {
  'frontend.enableServerVersionCheck': 'false', // no question to the vendor's host
  'frontend.enableUpdateWorkflowExecution': 'true',
  'frontend.enableUpdateWorkflowExecutionAsyncAccepted': 'true',
} as const;

/** The command line of the embedded server. FULL: what was promised to a customer must survive a power cut. */
export const temporalArgs = (database: string, port: number, uiPort: number): string[] => [
  ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', EMBEDDED_NAMESPACE],
  ...['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort), '--ui-disable-news-fetch'],
  ...['--db-filename', database, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
  ...['--log-level', 'warn', '--log-format', 'json'],
  ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
  ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
];

/** How to run the embedded Temporal dev server of this home. `cli` is the path of the `temporal` program. */
export function temporalPart(home: Home, cli: string, port: number, uiPort: number): PartSpec {
  return {
    name: 'temporal',
    logFile: logFileOf(home, 'temporal'),
    stopSignal: 'SIGINT',
    graceMs: 10_000,
    startMs: 60_000,
    command: () =>
      Promise.resolve({
        file: cli,
        args: temporalArgs(join(home.temporal, 'temporal.db'), port, uiPort),
        env: { PATH: process.env['PATH'], HOME: home.temporal }, // no TEMPORAL_… of ours, no configuration file of the user's
        cwd: home.temporal,
      }),
    serves: () => untilItServes(`127.0.0.1:${port}`),
  };
}

/** Throws while the namespace does not answer yet. */
async function untilItServes(address: string): Promise<void> {
  const connection = await openConnection({ address }, 2_000);
  try {
    await connection.withDeadline(Date.now() + 5_000, async () => {
      await ensureSearchAttributes(connection, EMBEDDED_NAMESPACE); // a data file of an older version lacks newer ones
      await connection.workflowService.updateNamespace({
        namespace: EMBEDDED_NAMESPACE,
        config: { workflowExecutionRetentionTtl: msToTs(RETENTION) },
      });
    });
  } finally {
    await connection.close();
  }
}
