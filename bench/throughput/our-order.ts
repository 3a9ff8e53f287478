import { taskRule } from '../../src/process/tasks/tasks.rules';
import { randomUUID } from 'node:crypto';
import { orderWorkflowId } from '../../src/orders/names.messages';
import type { Actor } from '../../src/base/actor';
import type { OrderInput } from '../../src/orders/order.messages';
import type { Recorded } from '../../src/process/process.messages';
import type { OrderDesk } from '../../src/orders/ports.messages';
import type { TaskAnswers } from '../../src/process/tasks/tasks.rules';
import { depositFen } from '../../src/base/money';
import { packingLines } from '../../src/bakery/packing.rules';
import type { Role } from '../../src/base/roles';
import { HOUR_MS } from '../../src/base/rule';
import { type TaskKind } from '../../src/process/tasks/tasks.rules';
import type { Inbox } from './inbox';

const staff = (role: Role): Actor => ({ kind: 'staff', id: `demo-${role}`, roles: [role], via: 'http' });
const CUSTOMER: Actor = { kind: 'customer', via: 'link' };
const ASSIGNEES = {
  materials: 'demo-production-supervisor',
  making: 'demo-baker',
  'quality-check': 'demo-qc-inspector',
  decoration: 'demo-baker',
  packing: 'demo-packer',
  delivery: 'demo-delivery-staff',
};

/** Where an order's people wait for its clock; nothing waits where a place is left out. */
export interface Waits {
  /** Until the planned start of making. */
  readonly making?: () => Promise<void>;
  readonly packing?: () => Promise<void>;
  readonly dispatch?: () => Promise<void>;
  readonly handOver?: () => Promise<void>;
  readonly rating?: () => Promise<void>;
  /** Until the follow-up visit is about to open. */
  readonly visit?: () => Promise<void>;
}

export interface OrderLife {
  readonly input: OrderInput;
  readonly desk: OrderDesk;
  readonly inbox: Inbox;
  /** Shop time now, epoch ms. */
  readonly now: () => number;
  /** Told how long each update took, real ms. */
  readonly took: (ms: number) => void;
  readonly waits: Waits;
}

/** Shop time before the promised delivery at which making is planned to start. */
export const MAKING_BEFORE_MS = 48 * HOUR_MS;

/** The acts of one order, each an Update as the API sends it, under a key of its own. */
function actsOf({ input, desk, inbox, now, took }: OrderLife) {
  const { number } = input;
  const timed = async (act: Promise<Recorded>): Promise<void> => {
    const from = performance.now();
    await act;
    took(performance.now() - from);
  };
  return {
    async completes<K extends TaskKind>(kind: K, choices: TaskAnswers[K], final?: boolean): Promise<void> {
      const taskId = await inbox.task(number, kind, final);
      await timed(
        desk.completeTask({ processId: orderWorkflowId(number), aboutOrder: number, kind }, randomUUID(), {
          taskId,
          choices: { ...choices },
          by: staff(taskRule(kind).role),
        }),
      );
    },
    pays: (amountFen: number): Promise<void> =>
      timed(
        desk.recordPayment(number, randomUUID(), {
          paymentId: randomUUID(),
          amountFen,
          method: 'wechat',
          receivedAt: now(),
          by: staff('finance'),
        }),
      ),
    async photo(step: string, role: Role): Promise<string> {
      const photoId = randomUUID();
      await timed(desk.addPhoto(number, randomUUID(), { photoId, step, takenAt: now(), by: staff(role) }));
      return photoId;
    },
    confirms: (): Promise<void> => timed(desk.confirmDetails(number, randomUUID(), { confirmed: true, by: CUSTOMER })),
    rates: (): Promise<void> => timed(desk.rate(number, randomUUID(), { score: 5, by: CUSTOMER })),
  };
}

/** From the review to the accepted order whose materials stage is open. */
export async function bringToMaterials(life: OrderLife): Promise<void> {
  const { facts, rules } = life.input;
  const order = actsOf(life);
  await order.completes('feasibility-review', {
    outcome: 'feasible',
    plannedStartAt: facts.deliveryAt - MAKING_BEFORE_MS,
    assignees: ASSIGNEES,
    ingredients: [{ item: 'fresh-cream', status: 'in-stock' }],
  });
  await order.pays(depositFen(facts.totalFen, rules.depositShare));
}

/**
 * The standard order: launched, reviewed, paid, made, checked, packed, delivered, settled, rated, visited; no change, no exception, nobody
 * late. It has begun when this is called, and its last act closes it.
 */
export async function liveStandardOrder(life: OrderLife): Promise<void> {
  const { facts, rules, number } = life.input;
  const { waits } = life;
  const order = actsOf(life);
  const totalFen = facts.totalFen;
  await bringToMaterials(life);
  await order.confirms();
  await order.completes('materials-settled', { lines: [{ item: 'fresh-cream', source: 'stock' }] });
  await order.completes('materials-complete', { complete: true });
  await waits.making?.();
  await order.completes('sign-task-sheet', { signed: true, version: 1 });
  await order.photo('baking', 'baker');
  await order.photo('piping', 'baker');
  await order.completes('making-done', { done: true });
  await order.completes('decoration-done', { photoId: await order.photo('decoration', 'baker') });
  await order.completes('quality-check', { result: 'pass' }, true);
  await waits.packing?.();
  await order.completes('packing-checklist', {
    lines: packingLines(facts).map((line) => line.id),
    orderNumber: number,
    labelPhotoId: await order.photo('fragile-label', 'packer'),
  });
  await waits.dispatch?.();
  await order.completes('dispatch-check', { vehicle: true, route: true, vest: true, weather: 'fair', orderNumber: number });
  await waits.handOver?.();
  await order.completes('hand-over', {
    photoId: await order.photo('hand-over', 'delivery-staff'),
    signatureId: await order.photo('signature', 'delivery-staff'),
  });
  await order.completes('settle-balance', { amountFen: totalFen - depositFen(totalFen, rules.depositShare), method: 'wechat' });
  await waits.rating?.();
  await order.rates();
  await waits.visit?.();
  await order.completes('follow-up-visit', { reached: true, method: 'telephone', satisfaction: 5 });
}
