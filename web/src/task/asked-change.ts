import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pendingChangesQuery } from '../api/order-queries';
import type { Change, Task } from '../api/route-types';

/** Real milliseconds between two looks while the task and its change do not speak of one preview. */
const LOOK_AGAIN_MS = 1_000;

/** The change that a task asks to be decided. */
export interface AskedChange {
  readonly now: Change;
  /** What was looked at before its preview was made anew. */
  readonly before: Change | undefined;
  /** Whether it is the very preview that the task's form names; a decision about another would be refused. */
  readonly isCurrent: boolean;
}

/**
 * The change that an open task is about; null where it is about none, undefined until it is read. A preview that is made anew while somebody
 * looks comes with the one that they had looked at.
 */
export function useAskedChange({ state, order, context }: Pick<Task, 'state' | 'order' | 'context'>): AskedChange | null | undefined {
  const { change: id, previewHash } = context;
  const isAsked = state === 'open' && order !== null && typeof id === 'string' && typeof previewHash === 'string';
  const isIt = (one: Change): boolean => one.id === id && one.previewHash === previewHash;
  const { data } = useQuery({
    ...pendingChangesQuery(order ?? ''),
    enabled: isAsked,
    refetchInterval: ({ state: { data: all } }) => (all?.some(isIt) ? false : LOOK_AGAIN_MS),
  });
  const read = data?.find(isIt);
  const [looked, setLooked] = useState<Pick<AskedChange, 'now' | 'before'>>();
  if (read && read.previewHash !== looked?.now.previewHash) setLooked({ now: read, before: looked?.now });
  if (!isAsked) return null;
  return looked && { ...looked, isCurrent: looked.now.previewHash === previewHash };
}
