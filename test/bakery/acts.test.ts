import { randomUUID } from 'node:crypto';
import { WorkflowClient, type WorkflowUpdateFailedError } from '@temporalio/client';
import { type ApplicationFailure, type Payload } from '@temporalio/common';
import { orderWorkflowId } from '../../src/orders/names.messages';
import type { Actor } from '../../src/base/actor';
import type { CompleteTask } from '../../src/process/process.messages';
import type { Role } from '../../src/base/roles';
import { bakeryOfThisFile, INTAKE, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const LARGEST = 2_147_483_647;
const MINUTE = 60_000;
const CUSTOMER: Actor = { kind: 'customer', via: 'link' };

/** The order is not frozen: it takes a payment, and what it recorded is what it believes. */
async function livesOn(order: Order): Promise<void> {
  await order.pays(1);
  expect(order.book.payments.map(({ amountFen }) => amountFen)).toEqual([1]);
  expect((await order.view()).money.receivedFen).toBe(1);
}

describe('BAK-04 what is sent to an order past the API', () => {
  const plain = (order: Order): WorkflowClient => new WorkflowClient({ connection: order.handle.client.connection });
  const cancellation = { cause: 'customer', by: staff('store-manager') };
  const NAMES = [
    'making-done',
    'refund',
    'assignTask',
    'requestChange',
    'refreshPreview',
    'decideChange',
    'confirmDetails',
    'cancelOrder',
    'recordPayment',
    'recordCost',
    'reportException',
    'chooseAlternative',
    'addPhoto',
    'rate',
  ];

  test('BAK-04 no act is taken that the API did not sign, and none is in its history', async () => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    for (const name of NAMES) {
      for (const args of [
        [],
        [{}],
        [null, { sealed: true }],
        [cancellation, { for: order.handle.workflowId, key: 'k', known: 0, sealed: true }],
      ]) {
        const sent = plain(order)
          .getHandle(order.handle.workflowId)
          .executeUpdate(name, { args: args as [], updateId: randomUUID() });
        expect(await refusal(sent)).toEqual({ code: 'not-allowed', rule: 'BAK-04' });
      }
    }
    const { events } = await order.handle.fetchHistory();
    expect((events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toEqual([]);
    await livesOn(order);
  });

  /** Sends payloads as somebody who has read them in a history would. */
  async function copied(order: Order, payloads: Payload[], updateId: string): Promise<string | undefined> {
    const { outcome } = await order.handle.client.workflowService.updateWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: order.handle.workflowId },
      waitPolicy: { lifecycleStage: 3 },
      request: { meta: { updateId, identity: 'a copyist' }, input: { name: 'recordCost', args: { payloads } } },
    });
    return outcome?.failure?.applicationFailureInfo?.type ?? undefined;
  }

  test('BAK-04 a signed act counts once: copied from history it is refused, also by another order, and when a word of it is changed', async () => {
    const [order, other] = [await bakery.places(), await bakery.places()];
    await order.costs('labour', 5);
    await other.task('feasibility-review');
    const event = (await order.handle.fetchHistory()).events?.find((found) => found.workflowExecutionUpdateAcceptedEventAttributes);
    const { acceptedRequest } = event?.workflowExecutionUpdateAcceptedEventAttributes ?? {};
    const [act, seal] = (acceptedRequest?.input?.args?.payloads ?? []) as [Payload, Payload];
    const key = String(acceptedRequest?.meta?.updateId);
    const moreExpensive = {
      ...act,
      data: Buffer.from(
        Buffer.from(act.data ?? '')
          .toString()
          .replace('"amountFen":5', '"amountFen":6'),
      ),
    };
    const forThis = { ...seal, data: Buffer.from(JSON.stringify({ for: order.handle.workflowId, key: 'a new key', known: 0 })) };
    expect(Buffer.from(moreExpensive.data).toString()).toContain('"amountFen":6');
    expect(await copied(order, [act, seal], 'a new key')).toBe('not-allowed');
    expect(await copied(order, [act, forThis], 'a new key')).toBe('not-allowed');
    expect(await copied(other, [act, seal], key)).toBe('not-allowed');
    expect(await copied(other, [moreExpensive, seal], key)).toBe('not-allowed');
    expect([order.book.costs, other.book.costs]).toMatchObject([[{ amountFen: 5 }], []]);
  });

  test.each<[string, Payload]>([
    ['an encoding nobody knows', { metadata: { encoding: Buffer.from('json/protobuf') }, data: Buffer.from('{}') }],
    ['what calls itself JSON', { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"taskId":') }],
    ['bytes without a name', { data: Buffer.from([0, 255]) }],
  ])('a signal of %s changes nothing and holds nobody up', async (_what, payload) => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    for (const signalName of ['approve', 'reject', 'cancel', 'noticeUndeliverable', 'nobody']) {
      await order.handle.client.workflowService.signalWorkflowExecution({
        namespace: 'default',
        workflowExecution: { workflowId: order.handle.workflowId },
        signalName,
        input: { payloads: [payload, payload] },
        requestId: randomUUID(),
      });
    }
    await order.settled();
    expect(order.events('signal.refused')).toHaveLength(4);
    await livesOn(order);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an object', { noticeId: {}, template: 'order-ready' }],
    ['a letter nobody writes', { noticeId: 'n', template: 'ransom-note' }],
    ['a huge id', { noticeId: 'n'.repeat(100_000), template: 'order-ready' }],
  ])('BAK-08 a letter said to be undeliverable by %s opens no call', async (_what, told) => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    await order.signal('noticeUndeliverable', told);
    expect(order.events('signal.refused')).toMatchObject([{ data: { code: 'invalid-request' }, actor: { via: 'temporal' } }]);
    expect(order.open('telephone-customer')).toEqual([]);
  });
});

describe('BAK-04 an act that cannot be believed', () => {
  const payment = { paymentId: 'p', amountFen: 100, method: 'cash', receivedAt: INTAKE, by: staff('finance') };

  test.each<[string, string, object, string]>([
    ['recordPayment', 'without anything', {}, 'BAK-32'],
    ['cancelOrder', 'without anything', {}, 'BAK-39'],
    ['recordPayment', 'of a negative amount', { ...payment, amountFen: -28_800 }, 'BAK-32'],
    ['recordPayment', 'of half a fen', { ...payment, amountFen: 0.5 }, 'BAK-32'],
    ['recordPayment', 'received before the order was taken', { ...payment, receivedAt: INTAKE - 1 }, 'BAK-32'],
    ['recordPayment', 'received tomorrow', { ...payment, receivedAt: INTAKE + 86_400_000 }, 'BAK-32'],
    ['recordPayment', 'by nobody', { ...payment, by: null }, 'BAK-32'],
    ['recordCost', 'of a negative amount', { costId: 'c', cost: 'labour', amountFen: -1, by: staff('finance') }, 'BAK-41'],
    ['addPhoto', 'of the year 1999', { photoId: 'f', step: 'baking', takenAt: Date.UTC(1999, 0, 1), by: staff('baker') }, 'BAK-50'],
    ['addPhoto', 'from before the order', { photoId: 'f', step: 'baking', takenAt: INTAKE - 1, by: staff('baker') }, 'BAK-50'],
    ['confirmDetails', 'without a yes or no', { by: CUSTOMER }, 'BAK-45'],
  ])('%s %s is refused, and the order lives on', async (name, _what, message, rule) => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    expect(await refusal(order.act(name, message))).toEqual({ code: 'invalid-request', rule });
    await livesOn(order);
  });

  test('BAK-58 a problem is found between the order’s intake and now', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const early = { code: 'invalid-request', rule: 'BAK-58' };
    expect(await refusal(order.reports('other', { foundAt: INTAKE - 1 }))).toEqual(early);
    expect(await refusal(order.reports('other', { foundAt: (await order.now()) + 10 * MINUTE }))).toEqual(early);
    expect(await refusal(order.reports('other', { foundAt: Date.parse('0000-01-01T00:00:00Z') }))).toEqual(early);
    await order.reports('other', { foundAt: INTAKE });
    expect([...order.book.exceptions.values()]).toMatchObject([{ foundAt: INTAKE }]);
  });

  test('BAK-27 an answer of another type than the step’s is refused by its field', async () => {
    const order = await bakery.places();
    const { id } = await order.task('feasibility-review');
    const review = { outcome: 'feasible', plannedStartAt: INTAKE + 86_400_000 };
    const bad = [
      { ...review, plannedStartAt: 'tomorrow' },
      { ...review, plannedStartAt: 8.64e15 },
      { ...review, assignees: ['baker'] },
      { ...review, assignees: { making: 7 } },
      { ...review, compressed: {} },
      { ...review, ['words']: '王小明' },
      { outcome: 'perhaps' },
      [],
    ];
    for (const choices of bad) {
      expect(await refusal(order.answer(id, choices, staff('production-supervisor')))).toMatchObject({ code: 'invalid-request' });
    }
    expect(order.row(id).state).toBe('open');
    await order.isFeasible();
  });

  test('BAK-59 a supplier’s promise lies ahead', async () => {
    const order = await bakery.places({ market: { first: 'silent' } });
    await order.isAccepted();
    await order.reports('ingredient-shortage', { item: 'cream' });
    const promised = { result: 'promised', supplier: 'friend', promisedAt: INTAKE - 1 } as const;
    expect(await refusal(order.complete('contact-supplier', promised))).toEqual({ code: 'invalid-request', rule: 'BAK-59' });
  });
});

describe('BAK-41 BAK-32 sums that an order’s record cannot hold', () => {
  test('BAK-41 two costs, each as high as an amount can be, are one too many, and the order lives on', async () => {
    const order = await bakery.places();
    await order.costs('labour', LARGEST);
    expect(await refusal(order.costs('labour', LARGEST))).toEqual({ code: 'invalid-request', rule: 'BAK-41' });
    expect(await refusal(order.costs('labour', 1))).toEqual({ code: 'invalid-request', rule: 'BAK-41' });
    expect((await order.view()).costsFen).toBe(LARGEST);
    await livesOn(order);
  });

  test('BAK-32 what has come in, come back and come in again is bounded too', async () => {
    const order = await bakery.places({ facts: { totalFen: LARGEST } });
    await order.isAccepted();
    await order.pays((await order.view()).money.outstandingFen);
    await order.changes({ totalFen: 100 });
    await order.complete('refund', { amountFen: LARGEST - 100, method: 'cash' });
    await order.changes({ totalFen: LARGEST });
    expect(await refusal(order.pays(1))).toEqual({ code: 'invalid-request', rule: 'BAK-32' });
    await order.cancels('store');
  });

  test('BAK-32 a payment, a cost and a photo that are on record are not taken again', async () => {
    const order = await bakery.places();
    const by = staff('finance');
    const again: [string, object][] = [
      ['recordPayment', { paymentId: 'p', amountFen: 100, method: 'cash', receivedAt: INTAKE, by }],
      ['recordCost', { costId: 'p2', cost: 'labour', amountFen: 100, by }],
      ['addPhoto', { photoId: 'p3', step: 'baking', takenAt: INTAKE, by: staff('baker') }],
    ];
    for (const [name, message] of again) {
      await order.act(name, message);
      expect(await refusal(order.act(name, message))).toMatchObject({ code: 'already-answered' });
    }
    expect(await order.view()).toMatchObject({ costsFen: 100, money: { receivedFen: 100 } });
  });
});

describe('BAK-04 who may do it', () => {
  const notAllowed = { code: 'not-allowed', rule: 'BAK-04' };

  test('BAK-37 a baker decides no change, through whichever act', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const changeId = await order.asksForChange({ urgency: 'rush' });
    const { id } = await order.task('change-decision');
    const by = staff('baker');
    expect(await refusal(order.decides(changeId, 'approve', { by }))).toEqual(notAllowed);
    expect(await refusal(order.answer(id, { decision: 'approve', previewHash: 'seen' }, by))).toEqual(notAllowed);
    expect(await refusal(order.refreshes(changeId, {}, { by }))).toEqual(notAllowed);
    expect(order.book.changes.get(changeId)?.state).toBe('pending');
  });

  test.each<[string, Role, (order: Order, by: Actor) => Promise<unknown>]>([
    ['ask for a change', 'packer', (order, by) => order.asksForChange({}, { by })],
    ['ask for a cancellation', 'baker', (order, by) => order.cancels('store', by)],
    ['add a photo', 'finance', (order, by) => order.photo('baking', by)],
    ['photograph a step', 'sales-consultant', (order, by) => order.photo('fragile-label', by)],
    [
      'take money',
      'baker',
      (order, by) => order.act('recordPayment', { paymentId: 'p', amountFen: 1, method: 'cash', receivedAt: INTAKE, by }),
    ],
    ['enter a cost', 'store-manager', (order, by) => order.act('recordCost', { costId: 'c', cost: 'labour', amountFen: 1, by })],
    ['confirm what the customer confirms', 'sales-consultant', (order, by) => order.act('confirmDetails', { confirmed: true, by })],
    ['rate', 'customer-service', (order, by) => order.act('rate', { score: 5, by })],
  ])('BAK-04 nobody may %s whose work it is not (%s)', async (_what, role, act) => {
    const order = await bakery.places();
    await order.isAccepted();
    expect(await refusal(act(order, staff(role)))).toEqual(notAllowed);
  });

  test('BAK-04 a task is answered by its role, its assignee or a deputy of either, and by nobody else', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const { id } = await order.task('making-done');
    const answer = (by: Actor, deputyFor?: CompleteTask['deputyFor']): Promise<unknown> =>
      order.answer(id, { done: true }, by, { ...(deputyFor && { deputyFor }) });
    expect(await refusal(answer(staff('finance')))).toEqual(notAllowed);
    expect(await refusal(answer(CUSTOMER))).toEqual(notAllowed);
    expect(await refusal(answer(staff('finance'), [{ id: 'somebody', roles: ['packer'] }]))).toEqual(notAllowed);
    await answer(staff('finance', 'wang'), [{ id: 'li', roles: ['baker'] }]);
    expect(order.row(id)).toMatchObject({ state: 'done', answers: [{ by: { id: 'wang', roles: ['finance'] } }] });
    expect(JSON.stringify(order.book.batches)).not.toContain('deputyFor');
  });

  test('BAK-05 whoever holds several roles answers a step of any of them', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const { id } = await order.task('making-done');
    expect(await refusal(order.answer(id, { done: true }, { ...staff('packer', 'li'), roles: ['packer', 'finance'] }))).toEqual(notAllowed);
    await order.answer(id, { done: true }, { ...staff('packer', 'li'), roles: ['packer', 'baker'] });
    expect(order.row(id)).toMatchObject({ state: 'done', answers: [{ by: { id: 'li', roles: ['packer', 'baker'] } }] });
  });

  test('BAK-04 a deputy photographs for whoever is away, and for nobody else', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const photo = (roles: readonly Role[]): Promise<unknown> =>
      order.act('addPhoto', {
        photoId: 'f',
        step: 'piping',
        takenAt: INTAKE,
        by: staff('finance', 'wang'),
        deputyFor: [{ id: 'li', roles }],
      });
    expect(await refusal(photo(['packer']))).toEqual(notAllowed);
    await photo(['baker']);
    expect(order.events('photo.added')).toMatchObject([{ actor: { id: 'wang' }, data: { photo: 'f', step: 'piping' } }]);
  });

  test('BAK-09 a task is handed over by its person or who leads its role; what it is already, nobody makes it again', async () => {
    const order = await bakery.places();
    const { id: taskId } = await order.task('feasibility-review');
    const assign = (to: string | null, by: Actor): Promise<unknown> => order.act('assignTask', { taskId, to, by });
    const mei = staff('production-supervisor', 'mei');
    expect(await refusal(assign('finance', staff('finance')))).toEqual(notAllowed);
    expect(await refusal(assign('mei', staff('baker')))).toEqual(notAllowed);
    expect(await refusal(assign(null, staff('store-manager')))).toEqual({ code: 'already-answered', rule: 'BAK-09' });
    await assign('mei', mei);
    expect(await refusal(assign('mei', mei))).toEqual({ code: 'already-answered', rule: 'BAK-09' });
    expect(await refusal(assign(null, staff('production-supervisor')))).toEqual(notAllowed);
    await assign(null, mei);
    expect(order.events('task.assigned').map(({ data }) => [data['from'], data['to']])).toEqual([
      [null, 'mei'],
      ['mei', null],
    ]);
  });
});

describe('acts that change nothing, and wishes without end', () => {
  test('BAK-45 details confirmed again are not confirmed again', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.confirms({ confirmed: true });
    for (let n = 0; n < 3; n += 1)
      expect(await refusal(order.confirms({ confirmed: true }))).toEqual({ code: 'already-answered', rule: 'BAK-45' });
    expect(order.events('details.confirmed')).toHaveLength(1);
  });

  test('BAK-36 a customer has at most two changes waiting for a decision; the consultant’s do not count', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const wish = (): Promise<string> => order.asksForChange({ urgency: 'rush' }, { by: CUSTOMER });
    await order.asksForChange({ urgency: 'rush' });
    const first = await wish();
    await wish();
    expect(await refusal(wish())).toEqual({ code: 'too-many-open-changes', rule: 'BAK-36' });
    await order.asksForChange({ urgency: 'rush' });
    await order.decides(first, 'reject');
    await wish();
    expect(order.open('change-decision')).toHaveLength(5 - 1);
  });
});

test('the refusal of an act names the field, and not what stood in it', async () => {
  const order = await bakery.places();
  const sent = order.act('recordPayment', { by: { kind: '王小明' }, paymentId: '13800138000 ' });
  const error: unknown = await sent.catch((refused: unknown) => refused);
  const cause = (error as WorkflowUpdateFailedError).cause as ApplicationFailure;
  expect(JSON.stringify([cause.message, cause.details])).not.toMatch(/王小明|138/);
  expect(cause.details).toMatchObject([
    {
      errors: expect.arrayContaining([
        { pointer: '/by/kind', code: 'not-one-of', params: { values: ['staff', 'customer', 'supplier', 'system'] } },
      ]),
    },
  ]);
  expect(order.handle.workflowId).toBe(orderWorkflowId(order.number));
});
