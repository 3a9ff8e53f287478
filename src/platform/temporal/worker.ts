import { cpus, totalmem } from 'node:os';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { TASK_QUEUE } from './task-queue';
import { checking } from './seal';

/** Memory a cached order needs, generously (field notes F), and the share of the machine the cache may take. */
const CACHED_ORDER_BYTES = 512 * 1024;
const CACHE_SHARE = 0.25;
const MOST_CACHED = 5_000;

export interface WorkerSettings {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** The prebuilt bundle of `workflows/`. */
  readonly codePath: string;
  readonly activities: object;
  /** The API's secret, and former ones whose acts may still be on their way: what is not signed with one is no act. */
  readonly secrets: readonly string[];
  /** Orders kept in memory; sized from the machine when absent. */
  readonly maxCached?: number | undefined;
}

/** How a worker of ours runs: every number here is explained where it stands (field notes B9, C16). */
export const workerOptions = ({ connection, namespace, codePath, activities, secrets, maxCached }: WorkerSettings): WorkerOptions => ({
  connection,
  namespace,
  taskQueue: TASK_QUEUE,
  workflowBundle: { codePath },
  activities,
  dataConverter: { payloadCodecs: [checking(secrets)] },
  maxCachedWorkflows: maxCached ?? Math.min(MOST_CACHED, Math.floor((totalmem() * CACHE_SHARE) / CACHED_ORDER_BYTES)),
  // enough for the database pool to be the limit, not the slots
  maxConcurrentWorkflowTaskExecutions: 20 * Math.max(2, cpus().length),
  maxConcurrentLocalActivityExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
  workflowTaskPollerBehavior: { type: 'autoscaling' },
  activityTaskPollerBehavior: { type: 'autoscaling' },
  // one Node thread runs the workflows of a small machine; more only where there are cores for them
  workflowThreadPoolSize: Math.max(1, Math.floor(cpus().length / 2)),
  shutdownGraceTime: '30s',
  shutdownForceTime: '40s',
});
