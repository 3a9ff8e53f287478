import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { SEARCH_ATTRIBUTES } from '../../src/orders/names.messages';
import { resolveTemporal } from '../../tools/temporal-servers.mjs';

/** `IndexedValueType` of Temporal's API. */
const TYPE_NUMBERS = { Keyword: 2, Bool: 5, Datetime: 6 } as const;

const quiet = new DefaultLogger('ERROR');

/** The time-skipping server, found where the project's set-up put it. One environment per test file: skipping is global to it. Its client speaks as `dataConverter` says. */
export async function timeSkippingServer(dataConverter?: DataConverter): Promise<TestWorkflowEnvironment> {
  Runtime.install({ logger: quiet, telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });
  const { testServer } = await resolveTemporal();
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: testServer } },
    ...(dataConverter && { client: { dataConverter } }),
  });
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, TYPE_NUMBERS[type]])),
  });
  return env;
}

/** The workflows at a path, bundled from their sources. */
export const bundleOf = (workflowsPath: string): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath, logger: quiet });

/**
 * The workflows of this checkout. `TEST_WORKFLOW_BUNDLE` names a file that keeps them from one test file to the next, for whoever runs many of
 * them one after the other on the same sources (`npm run bite`).
 */
export async function workflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  const kept = process.env['TEST_WORKFLOW_BUNDLE'];
  if (kept && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as WorkflowBundleWithSourceMap;
  const bundle = await bundleOf(require.resolve('../../workflows'));
  if (kept) writeFileSync(kept, JSON.stringify(bundle));
  return bundle;
}
