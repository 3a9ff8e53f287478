import { Client } from 'pg';
import { orderWorkflowId } from '../../src/orders/names.messages';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';

/** An open task as a driver needs it. */
export interface OpenTask {
  readonly id: string;
  readonly order: string;
  readonly kind: string;
  /** BAK-51: the check after decoration. */
  readonly final: boolean;
}

interface Waiter {
  readonly order: string;
  readonly right: (task: OpenTask) => boolean;
  readonly found: (task: OpenTask) => void;
  readonly failed: (error: Error) => void;
  readonly until: number;
}

/** Real milliseconds between looks, and until a task is given up. */
const LOOK_MS = 10;
const WAIT_MS = 60_000;

/** Waits for open tasks of many orders with one statement a look: the cheapest reader that still sees only what is on record. */
export interface Inbox {
  /** The id of the order's open task of that kind, as soon as it is on record. `final` asks for the check after decoration. */
  task(order: string, kind: TaskKind, final?: boolean): Promise<string>;
  close(): Promise<void>;
}

/** Prepared once: a look costs the client and Postgres next to nothing. */
const LOOK = {
  name: 'bench-inbox',
  text: `SELECT id, substr(process_id, 7) AS "order", kind, coalesce((context->>'final')::boolean, false) AS final
    FROM tasks WHERE process_id = ANY($1) AND state = 'open'`,
} as const;

export async function openInbox(databaseUrl: string): Promise<Inbox> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  const waiting = new Set<Waiter>();
  let looking = false;

  async function look(): Promise<void> {
    const orders = [...new Set([...waiting].map(({ order }) => orderWorkflowId(order)))];
    const { rows: open } = await db.query<OpenTask>({ ...LOOK, values: [orders] });
    for (const waiter of waiting) {
      const task = open.find((row) => row.order === waiter.order && waiter.right(row));
      if (task) waiter.found(task);
      else if (Date.now() > waiter.until) waiter.failed(new Error(`waited ${WAIT_MS / 1000} s for a task of ${waiter.order}`));
      else continue;
      waiting.delete(waiter);
    }
  }

  async function lookUntilAllFound(): Promise<void> {
    while (waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      await look().catch((error: Error) => {
        for (const waiter of waiting) waiter.failed(error);
        waiting.clear();
      });
    }
    looking = false;
  }

  return {
    task(order, kind, final = false) {
      return new Promise((resolve, reject) => {
        waiting.add({
          order,
          right: (task) => task.kind === kind && task.final === final,
          found: ({ id }) => resolve(id),
          failed: reject,
          until: Date.now() + WAIT_MS,
        });
        if (looking) return;
        looking = true;
        void lookUntilAllFound();
      });
    },
    close: () => db.end(),
  };
}
