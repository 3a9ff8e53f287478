import { useEffect, useState } from 'react';
import { client } from '../api/client';
import type { FeedChange } from '../api/route-types';
import { hearFeed } from './leader';
import { noteChanges } from './recent';

/** Real milliseconds that changes are gathered for: one act writes several tasks. */
const GATHER_MS = 150;

/** What the shop is and what it calls things: no order changes that. */
const STEADY: readonly string[] = ['GET /me', 'GET /catalogue', 'GET /staff'];

/** The reads that changes make old: all that was read of the tasks that were written and of the orders they are about, and whatever is of many orders. */
function forget(changes: readonly FeedChange[]): void {
  const tasks = new Set(changes.flatMap((change) => change.tasks));
  const orders = new Set(changes.flatMap(({ order }) => order ?? []));
  void client.invalidateQueries({
    predicate: ({ queryKey: [route, asked] }) => {
      if (STEADY.includes(String(route))) return false;
      const { number, id } = asked as { readonly number?: string; readonly id?: string };
      if (String(route).includes('/orders/{number}')) return number !== undefined && orders.has(number);
      return route === 'GET /tasks/{id}' ? id !== undefined && tasks.has(id) : true;
    },
  });
}

/** Everything that can change; what the shop is, it stays. */
const forgetAll = (): void => void client.invalidateQueries({ predicate: ({ queryKey: [route] }) => !STEADY.includes(String(route)) });

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
