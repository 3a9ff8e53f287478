import type { TaskLine } from '../../api/route-types';
import { epoch, isToday } from '../../time/time';

export type Bucket = 'late' | 'today' | 'later';

/** How urgent a task is by the shop's clock: late by now, due later on the store's day, or after it or never. */
export function bucketOf({ dueAt }: Pick<TaskLine, 'dueAt'>, zone: string, now: number): Bucket {
  if (dueAt === null) return 'later';
  if (epoch(dueAt) < now) return 'late';
  return isToday(dueAt, zone, now) ? 'today' : 'later';
}

/** One line of the list: the head of a bucket, or a task. */
export type ListLine = { readonly head: Bucket; readonly id: string } | { readonly task: TaskLine; readonly id: string };

/** Tasks that come sorted by deadline, under the heads of their buckets. */
export function linesOf(tasks: readonly TaskLine[], bucket: (task: TaskLine) => Bucket): ListLine[] {
  const lines: ListLine[] = [];
  let last: Bucket | null = null;
  for (const task of tasks) {
    const head = bucket(task);
    if (head !== last) lines.push({ head, id: `head-${head}` });
    last = head;
    lines.push({ task, id: task.id });
  }
  return lines;
}
