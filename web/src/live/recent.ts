import { useSyncExternalStore } from 'react';
import { createListeners } from '../listeners';
import type { FeedChange } from '../api/route-types';

/** Real milliseconds for which a row says who has just changed it. */
const SHOWN_MS = 6_000;

/** Whose act it was: an id of staff, or which kind of party. */
type Doer = NonNullable<FeedChange['by']>;

const recent = new Map<string, Doer>();
const { listen, tell } = createListeners();

/** Notes whose act has just changed these tasks; what nobody did, the clock did. */
export function noteChanges(changes: readonly FeedChange[]): void {
  for (const { by, tasks } of changes)
    for (const task of tasks) {
      if (by === null) continue;
      recent.set(task, by);
      setTimeout(() => {
        if (recent.get(task) === by) recent.delete(task);
        tell();
      }, SHOWN_MS);
    }
  tell();
}

/** Who changed a task a moment ago; null when nobody did. */
export const useRecent = (task: string): Doer | null => useSyncExternalStore(listen, () => recent.get(task) ?? null);
