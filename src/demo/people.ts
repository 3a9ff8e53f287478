import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { TaskKind } from '../process/tasks/tasks.rules';
import { pause, type ShopClient } from './shop-client';

/** A task as the inbox shows it. */
export interface InboxTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly order: string;
  readonly rung: number;
  readonly dueAt: string | null;
  readonly context: Readonly<Record<string, unknown>>;
}
/** An order as the API shows it, as far as its people look. */
export interface ShownOrder {
  readonly number: string;
  readonly state: string;
  readonly overlays: readonly string[];
  readonly version: number;
  readonly money: { readonly totalFen: number; readonly depositFen: number; readonly receivedFen: number; readonly outstandingFen: number };
  readonly deliveryAt: string;
  readonly plannedStartAt: string | null;
  readonly followUpAt: string | null;
  readonly openTasks: readonly { readonly kind: TaskKind }[];
  readonly workflow: { readonly id: string; readonly url: string };
}

/** Real milliseconds between looks into the inbox, and until somebody gives up waiting for a step. */
const LOOK_MS = 40;
const WAIT_MS = 180_000;

/** The people of a shop, as far as they all do the same: look into the inbox, answer, photograph. Built on HTTP alone. */
export interface People {
  readonly shop: ShopClient;
  /** The open task of a kind, as soon as the inbox has it. `which` picks among several. */
  task(order: string, kind: TaskKind, which?: (task: InboxTask) => boolean): Promise<InboxTask>;
  /** Answers the open task of a kind as `login`. */
  answers(login: string, order: string, kind: TaskKind, answer: object, which?: (task: InboxTask) => boolean): Promise<InboxTask>;
  photographs(login: string, order: string, step: string): Promise<string>;
  order(number: string): Promise<ShownOrder>;
  /** Waits until the order looks right. */
  until(number: string, right: (order: ShownOrder) => boolean): Promise<ShownOrder>;
  /** Staff ids by login. */
  readonly ids: Readonly<Record<string, string>>;
  /** Shop time now, epoch ms. */
  now(): Promise<number>;
}

export interface Eagerness {
  /** Real milliseconds between looks into the inbox, and until somebody gives up waiting for a step. */
  readonly lookMs: number;
  readonly waitMs: number;
}

export async function createPeople(
  shop: ShopClient,
  { lookMs, waitMs }: Eagerness = { lookMs: LOOK_MS, waitMs: WAIT_MS },
): Promise<People> {
  const { items } = await shop.get<{ items: { id: string; roles: string[]; login?: string }[] }>('/staff', { as: 'store-manager' });
  const ids = Object.fromEntries(items.flatMap((person) => person.roles.map((role) => [role, person.id] as const)).reverse());
  const pictures = new Map<string, Promise<Buffer>>();
  const pictureOf = (step: string): Promise<Buffer> => {
    const known = pictures.get(step) ?? paint(step);
    pictures.set(step, known);
    return known;
  };

  const find = async (order: string, kind: TaskKind, which: (task: InboxTask) => boolean): Promise<InboxTask | undefined> => {
    const page = await shop.get<{ items: InboxTask[] }>(`/tasks?order=${order}&kind=${kind}&state=open`, { as: 'store-manager' });
    return page.items.find(which);
  };
  const task: People['task'] = (order, kind, which = () => true) =>
    waitFor(() => find(order, kind, which), `${kind} of ${order}`, lookMs, waitMs);
  const order = (number: string): Promise<ShownOrder> => shop.get(`/orders/${number}`, { as: 'store-manager' });

  return {
    shop,
    ids,
    task,
    async answers(login, number, kind, answer, which) {
      const found = await task(number, kind, which);
      await shop.post(`/tasks/${found.id}/completion`, { answer }, { as: login });
      return found;
    },
    photographs: async (login, number, step) => shop.photo(number, step, await pictureOf(step), { as: login }),
    order,
    until: (number, right) =>
      waitFor(
        async () => {
          const shown = await order(number);
          return right(shown) ? shown : undefined;
        },
        `the order ${number}`,
        lookMs,
        waitMs,
      ),
    now: async () => Date.parse((await shop.get<{ now: string }>('/clock')).now),
  };
}

/** Every step has its own picture, for one picture proves one thing (BAK-75). */
const paint = (step: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: `#${sha256(step).slice(0, 6)}` } })
    .png()
    .toBuffer();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Looks again and again until there is something. @throws after `waitMs` (three minutes), naming what was waited for. */
export async function waitFor<T>(look: () => Promise<T | undefined>, what: string, lookMs = LOOK_MS, waitMs = WAIT_MS): Promise<T> {
  const until = Date.now() + waitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited ${waitMs / 1000} s for ${what}`);
    await pause(lookMs);
  }
}
