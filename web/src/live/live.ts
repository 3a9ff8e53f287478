import { useEffect, useState } from 'react';
import { client } from '../api/client';
import type { FeedChange } from '../api/route-types';
import { hearFeed } from './leader';
import { noteChanges } from './recent';

/** Real milliseconds that changes are gathered for: one act writes several tasks. */
const GATHER_MS = 150;

/** The reads that changes make old: every list, the tasks that were written, and all that was read of the orders they are about. */
function forget(changes: readonly FeedChange[]): void {
  const tasks = new Set(changes.flatMap((change) => change.tasks));
  const orders = new Set(changes.flatMap(({ order }) => order ?? []));
  void client.invalidateQueries({
    predicate: ({ queryKey: [route, asked] }) => {
      if (route === 'GET /tasks' || route === 'GET /orders') return true;
      if (String(route).startsWith('GET /orders/{number}')) return orders.has((asked as { readonly number: string }).number);
      return route === 'GET /tasks/{id}' && tasks.has((asked as { readonly id: string }).id);
    },
  });
}

/** Everything that can change; what the shop is, it stays. */
const forgetAll = (): void =>
  void client.invalidateQueries({ predicate: ({ queryKey: [route] }) => !['GET /me', 'GET /catalogue'].includes(String(route)) });

/** Keeps what is shown true while somebody is signed in. Answers whether the shop is heard. */
export function useLive(): boolean {
  const [hearing, setHearing] = useState(true);
  useEffect(() => {
    let waiting: FeedChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = hearFeed((news) => {
      if (news.kind === 'hearing') return setHearing(news.hearing);
      if (news.kind === 'reset') return forgetAll();
      noteChanges(news.changes);
      waiting.push(...news.changes);
      timer ??= setTimeout(() => {
        timer = undefined;
        forget(waiting);
        waiting = [];
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return hearing;
}
