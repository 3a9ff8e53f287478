import { addDays, atTime, localDay, type Calendar } from '../../base/calendar';

/** By what an inbox can be sorted. */
export const TASK_SORTS = ['openedAt', 'dueAt'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** How urgent a task is: late by now, due later on the store's day, or after it or never. */
export const TASK_BUCKETS = ['late', 'today', 'later'] as const;
export type TaskBucket = (typeof TASK_BUCKETS)[number];

/** Where one bucket ends and the next begins, epoch ms of shop time. */
export interface BucketEdges {
  readonly now: number;
  /** The store's midnight that comes next. */
  readonly tomorrow: number;
}

export const bucketEdges = (calendar: Calendar, now: number): BucketEdges => ({
  now,
  tomorrow: atTime(calendar, addDays(localDay(calendar, now), 1), '00:00'),
});
