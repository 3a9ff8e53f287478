import type { NoticeRow, RecordBatch, TaskRow } from '../../src/process/process.messages';
import type { OrderSnapshot } from '../../src/orders/order.messages';
import { createRecorder } from '../../src/process/record/recorder';
import type { Db } from '../../src/platform/db/client';
import { REAL_TIME } from '../../src/base/clock';
import type { Mail } from '../../src/process/outbox/channels';
import { createPostOffice } from '../../src/process/outbox/post-office';
import { anIntake, anOrder, STORE } from './records';
import type { Order } from './bakery';
import { SECRET } from './outbox';

const HOUR = 3_600_000;

/** What its workflow decided, batch after batch, and when the last of each was decided. */
export interface Life {
  readonly number: string;
  readonly batches: readonly RecordBatch[];
  readonly instants: readonly number[];
}

/** The life of an order that was played under the test server, to be recorded again under any weather. */
export function lifeOf(order: Order): Life {
  const instants: number[] = [];
  let last = order.input.intakeAt;
  for (const batch of order.book.batches) {
    last = Math.max(last, ...batch.events.map(({ at }) => at), ...batch.notices.map(({ createdAt }) => createdAt));
    instants.push(last);
  }
  return { number: order.number, batches: order.book.batches, instants };
}

/** The post between two batches: when the office looks, as a share of the time between them, and whether the mail server answers. */
export interface Weather {
  readonly looks: readonly { readonly share: number; readonly mail: boolean }[];
}

/** A letter that went out, with what was true when it did. */
export interface Sent {
  readonly mail: Mail;
  readonly at: number;
  readonly notice: NoticeRow;
  /** Its place in the order of decision. */
  readonly place: number;
  readonly then: Truth;
}
/** What an onlooker knows of the order at an instant: the facts of its batches so far, and nothing of any letter. */
export interface Truth {
  readonly at: number;
  readonly order: OrderSnapshot;
  readonly tasks: ReadonlyMap<string, TaskRow>;
  readonly rated: boolean;
  readonly confirmed: boolean;
  readonly openShortages: ReadonlySet<string>;
}

/** Records a life in Postgres batch by batch, with a post office that works in this weather, then in fair weather for two days. */
export async function live(db: Db, life: Life, weather: readonly Weather[]): Promise<Sent[]> {
  const email = `lin-${Math.random().toString(36).slice(2)}@home.example`;
  const { facts } = life.batches[0]?.snapshot ?? {};
  const number = await anOrder(db, { customer: { ...anIntake().customer, email }, ...(facts && { facts }) });
  const sent: Sent[] = [];
  const written: NoticeRow[] = [];
  let now = 0;
  let mail = true;
  let then: Truth | null = null;
  const post = createPostOffice({
    db,
    texter: null,
    clock: REAL_TIME,
    baseUrl: 'http://shop.example',
    linkSecret: SECRET,
    now: () => now,
    mailer: {
      close: () => undefined,
      send(letter) {
        if (!mail) return Promise.reject(new Error('451 the mail server is away'));
        const place = written.findIndex(
          ({ id }) =>
            letter.id.startsWith(`${id.replace(/[^A-Za-z0-9-]+/g, '.')}@`) ||
            letter.id.startsWith(`${id.replace(/[^A-Za-z0-9-]+/g, '.')}.`),
        );
        const notice = written[place];
        if (then === null || notice === undefined) return Promise.reject(new Error(`a letter of no decision: ${letter.id}`));
        sent.push({ mail: letter, at: now, notice, place, then: { ...then, at: now } });
        return Promise.resolve();
      },
    },
  });
  await db.change.deleteMany(); // a life that is lived again brings the same ids
  const recorder = createRecorder(db);
  for (const [n, given] of life.batches.entries()) {
    const batch = JSON.parse(JSON.stringify(given).replaceAll(life.number, number)) as RecordBatch;
    now = life.instants[n]!;
    await layOut(db, number, batch);
    await recorder.record({ ...batch, process: { ...batch.process, storeId: STORE } });
    written.push(...batch.notices);
    then = learn(then, batch, now);
    const until = life.instants[n + 1] ?? now + 48 * HOUR;
    const looks =
      n + 1 === life.instants.length
        ? [...Array(96).keys()].map((k) => ({ share: k / 96, mail: true }))
        : (weather[n % weather.length]?.looks ?? []);
    for (const look of [...looks].sort((a, b) => a.share - b.share)) {
      now = Math.max(now, Math.floor(life.instants[n]! + (until - life.instants[n]!) * look.share));
      mail = look.mail;
      await post.deliverDue(100);
    }
  }
  return sent;
}

/** The private patch of a change that this batch applies; the words of its lines are the test's. */
async function layOut(db: Db, number: string, batch: RecordBatch): Promise<void> {
  for (const change of batch.changes ?? []) {
    const lines = batch.snapshot?.facts?.lines.map((line) => ({ ...line, flavour: '抹茶', size: '8-inch' }));
    await db.change.createMany({
      data: [
        {
          id: change.id,
          orderNumber: number,
          state: 'pending',
          requestedBy: {},
          requestedAt: new Date(),
          facts: {},
          patch: { ...(change.apply && lines ? { lines: lines } : {}) },
          preview: {},
          previewHash: '',
          basis: '',
        },
      ],
      skipDuplicates: true,
    });
    if (change.apply && lines) await db.change.update({ where: { id: change.id }, data: { patch: { lines: lines } } });
  }
}

function learn(before: Truth | null, batch: RecordBatch, at: number): Truth {
  const heard = (kind: string): boolean => batch.events.some((event) => event.kind === kind);
  const open = new Set(before?.openShortages);
  for (const { id, type, state } of batch.exceptions ?? []) {
    if (type !== 'ingredient-shortage') continue;
    if (state === 'open') open.add(id);
    else open.delete(id);
  }
  for (const { kind, data } of batch.events) if (kind === 'alternative.chosen') open.delete(String(data['exception']));
  return {
    at,
    order: { ...before?.order, ...(batch.snapshot && { ...batch.snapshot, ...batch.standing }) } as OrderSnapshot,
    tasks: new Map([...(before?.tasks ?? []), ...batch.tasks.map((row) => [row.id, row] as const)]),
    rated: (before?.rated ?? false) || heard('order.rated'),
    confirmed: (before?.confirmed ?? false) || heard('details.confirmed'),
    openShortages: open,
  };
}
