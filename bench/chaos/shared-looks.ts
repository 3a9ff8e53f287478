import type { InboxTask } from '../../src/demo/people';
import { pause, type CallOptions, type ShopClient } from '../../src/demo/shop-client';

/** How one person looks for one task of one order. */
const LOOK = /^\/tasks\?order=(\w+)&kind=([\w-]+)&state=open$/;
/** Real milliseconds in which others may join a look. */
const GATHER_MS = 250;

interface Page {
  readonly items: readonly InboxTask[];
  readonly next: string | null;
}

/** The same client, but everybody who looks for the same kind of task reads the inbox together: a hundred orders cost a dozen looks. */
export function shareLooks(shop: ShopClient): ShopClient {
  const gathering = new Map<string, Promise<InboxTask[]>>();

  function look(kind: string, options: CallOptions | undefined): Promise<InboxTask[]> {
    const known = gathering.get(kind);
    if (known) return known;
    const begun = pause(GATHER_MS).then(() => {
      gathering.delete(kind); // who asks from now on must not be given an older answer
      return readAll(kind, options);
    });
    gathering.set(kind, begun);
    return begun;
  }

  async function readAll(kind: string, options: CallOptions | undefined): Promise<InboxTask[]> {
    const tasks: InboxTask[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
      const page: Page = await shop.get<Page>(`/tasks?kind=${kind}&state=open&limit=200${cursor}`, options);
      tasks.push(...page.items);
      next = page.next;
    }
    return tasks;
  }

  return {
    ...shop,
    async get<T>(path: string, options?: CallOptions): Promise<T> {
      const [, order, kind] = LOOK.exec(path) ?? [];
      if (kind === undefined) return shop.get<T>(path, options);
      return { items: (await look(kind, options)).filter((task) => task.order === order) } as T;
    },
  };
}
