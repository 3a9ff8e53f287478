import type { NoticeRow, ProcessRef, RecordBatch, Standing, TaskRow, TimelineEntry } from '../../src/process/process.messages';
import type { OrderFacts, OrderSnapshot } from '../../src/orders/order.messages';
import type { Db } from '../../src/platform/db/client';
import { insertOrder, type IntakeOrder } from '../../src/orders/intake.repository';
import { defaultCalendar } from '../../src/base/calendar';
import { BAKERY_VERSION } from '../../src/bakery/rulebook.rules';

export const STORE = 'store-1';
/** Tuesday 2026-12-01 10:00 in Shanghai. */
export const INTAKE = Date.parse('2026-12-01T02:00:00Z');
export const DELIVERY = Date.parse('2026-12-08T07:00:00Z');

export const someFacts = (own: Partial<OrderFacts> = {}): OrderFacts => ({
  lines: [{ product: 'birthday-cake', quantity: 1, unitPriceFen: 28_800, requirements: ['none'], allergens: ['egg'] }],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: DELIVERY,
  method: 'courier',
  decoration: true,
  fragile: false,
  highRisk: false,
  totalFen: 28_800,
  ...own,
});

export const anIntake = (own: Partial<IntakeOrder> = {}): IntakeOrder => ({
  kind: 'bakery',
  storeId: STORE,
  channel: 'counter',
  customer: { name: '李雷', phone: '13800138000', language: 'zh-CN' },
  delivery: { method: 'courier', address: '长乐路1号', recipient: { name: '韩梅梅', phone: '13900139000' } },
  lines: [
    {
      product: 'birthday-cake',
      quantity: 1,
      flavour: '香草',
      size: '8-inch',
      unitPriceFen: 28_800,
      requirements: ['none'],
      allergens: ['egg'],
    },
  ],
  facts: someFacts(),
  depositFen: 8_640,
  needsChecked: true,
  rulesVersion: BAKERY_VERSION,
  intakeAt: INTAKE,
  takenBy: 'staff-1',
  ...own,
});

export async function aStore(db: Db, own: { id?: string; zone?: string } = {}): Promise<void> {
  await db.store.createMany({
    data: {
      id: STORE,
      name: '一号店',
      address: '长乐路2号',
      complaintPhone: '1',
      emergencyContact: '2',
      windows: [{ from: '08:00', to: '12:00' }],
      weekdays: [1, 2, 3, 4, 5],
      ...own,
    },
    skipDuplicates: true,
  });
}

/** An order taken in, with its store. */
export async function anOrder(db: Db, own: Partial<IntakeOrder> = {}): Promise<string> {
  await aStore(db);
  const { number } = await insertOrder(db, anIntake(own), defaultCalendar());
  return number;
}

export const aSnapshot = (number: string, own: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  number,
  kind: 'bakery',
  storeId: STORE,
  state: 'feasibility-review',
  overlays: [],
  revision: 1,
  version: 1,
  planVersion: 0,
  facts: someFacts(),
  risk: false,
  money: { totalFen: 28_800, depositFen: 8_640, receivedFen: 0, refundedFen: 0, outstandingFen: 28_800 },
  costsFen: 0,
  acceptedAt: null,
  changeWindowEndsAt: null,
  plannedStartAt: null,
  makingDoneAt: null,
  deliveredAt: null,
  followUpAt: null,
  closedAt: null,
  stages: [],
  moments: [],
  shut: [],
  ...own,
});

export const anEvent = (number: string, n: number, own: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: `order/${number}/${n}`,
  at: INTAKE + n * 1_001,
  kind: 'task.opened',
  actor: { kind: 'staff', id: 'staff-1', roles: ['baker'], via: 'http' },
  ruleId: 'BAK-27',
  data: { zeta: n, alpha: { b: [1, 2.5, null], a: '核对 ✓' } },
  ...own,
});

export const aTask = (number: string, n: number, own: Partial<TaskRow> = {}): TaskRow => ({
  id: `${number}-${n}`,
  kind: 'feasibility-review',
  role: 'production-supervisor',
  assignee: null,
  department: null,
  openedAt: INTAKE,
  startedAt: INTAKE,
  dueAt: INTAKE + 4 * 3_600_000,
  firstDueAt: INTAKE + 4 * 3_600_000,
  pausedSince: null,
  pausedMs: 0,
  reason: { rule: 'BAK-27', base: 'reviewAt', baseAt: INTAKE, add: { n: 4, unit: 'hours' } },
  ruleIds: ['BAK-27', 'BAK-28'],
  breachedAt: null,
  rung: 0,
  nextRungAt: null,
  ladder: ['store-manager'],
  state: 'open',
  context: { order: number },
  answers: [],
  closedAt: null,
  ...own,
});

export const aNotice = (number: string, n: number, own: Partial<NoticeRow> = {}): NoticeRow => ({
  id: `order/${number}/${n}`,
  to: 'role:production-supervisor',
  template: 'task-opened',
  facts: { taskId: `${number}-1` },
  urgent: false,
  createdAt: INTAKE,
  ruleId: 'BAK-27',
  ...own,
});

/** The process of an order, or another about it. */
export const aProcess = (number: string, own: Partial<ProcessRef> = {}): ProcessRef => ({
  id: `order/${number}`,
  kind: 'order',
  number,
  storeId: STORE,
  aboutOrder: number,
  parentId: null,
  openedAt: INTAKE,
  ...own,
});

const standingOf = ({ state = 'feasibility-review', overlays = [], closedAt = null }: Partial<OrderSnapshot>): Standing => ({
  state,
  overlays,
  dueAt: null,
  closedAt,
});

/** A batch of any process: what every one has, and nothing of an order's own. */
export const aBareBatch = (process: ProcessRef, revision: number, own: Partial<RecordBatch> = {}): RecordBatch => ({
  process,
  revision,
  standing: { state: 'open', overlays: [], dueAt: null, closedAt: null },
  events: [],
  tasks: [],
  notices: [],
  withdrawals: [],
  acts: [],
  ...own,
});

/** A batch of the order's own workflow, with a snapshot of the same revision unless `snapshot` says otherwise. */
export const aBatch = (number: string, revision: number, own: Partial<RecordBatch> = {}): RecordBatch =>
  aBareBatch(aProcess(number), revision, {
    standing: standingOf(own.snapshot ?? {}),
    snapshot: aSnapshot(number, { revision }),
    changes: [],
    exceptions: [],
    ratings: [],
    suggestions: [],
    payments: [],
    costs: [],
    contacts: [],
    corrections: [],
    ...own,
  });
