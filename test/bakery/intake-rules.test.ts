import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, INTAKE, refusal, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();

describe('BAK-25 a complex order waits for its design', () => {
  test('BAK-25 the customer is reminded once a day while the draft waits', async () => {
    const order = await bakery.places({ facts: { complex: true } });
    const { openedAt } = await order.task('confirm-design');
    expect(await order.around(openedAt + DAY_MS, () => order.letters('design-waiting').length)).toEqual([1, 2, 2]);
    expect(await order.around(openedAt + 2 * DAY_MS, () => order.letters('design-waiting').length)).toEqual([2, 3, 3]);
    expect(order.letters('design-waiting').map(({ to, facts }) => [to, facts])).toEqual([
      ['customer', { draft: 1 }],
      ['customer', { draft: 1, again: true }],
      ['customer', { draft: 1, again: true }],
    ]);
  });

  test('BAK-25 BAK-26 a rejected draft loops back to a new version; both answers stand on record with who and when', async () => {
    const order = await bakery.places({ facts: { complex: true } });
    const first = await order.photo('design-draft', staff('sales-consultant'));
    await order.complete('confirm-design', { outcome: 'rejected' });
    expect((await order.task('confirm-design')).context).toMatchObject({ draft: 2 });
    await order.waitHours(1);
    const second = await order.photo('design-draft', staff('sales-consultant'));
    await order.complete('confirm-design', { outcome: 'approved' });
    await order.task('feasibility-review');
    expect([...order.events('design.rejected'), ...order.events('design.confirmed')]).toMatchObject([
      { data: { draft: 1, draftPhotoId: first }, actor: { id: 'sales-consultant' } },
      { data: { draft: 2, draftPhotoId: second }, actor: { id: 'sales-consultant' } },
    ]);
    const asked = order.letters('design-waiting').length;
    await order.waitUntil(INTAKE + 2 * DAY_MS);
    expect(order.letters('design-waiting')).toHaveLength(asked);
  });
});

test('BAK-25 nobody confirms a draft that is not on file, and a rejected one is no new one', async () => {
  const order = await bakery.places({ facts: { complex: true } });
  const refused = { code: 'invalid-request', rule: 'BAK-25' };
  const approve = (draftPhotoId?: string) =>
    order.complete('confirm-design', { outcome: 'approved', ...(draftPhotoId && { draftPhotoId }) });
  expect(await refusal(approve())).toEqual(refused);
  expect(await refusal(approve(await order.photo('piping')))).toEqual(refused);
  const first = await order.photo('design-draft', staff('sales-consultant'));
  await order.waitHours(1);
  await order.complete('confirm-design', { outcome: 'rejected' });
  expect(await refusal(approve())).toEqual(refused);
  expect(await refusal(approve(first))).toEqual(refused);
  await approve(await order.photo('design-draft', staff('sales-consultant')));
  await order.task('feasibility-review');
});

describe('BAK-27 the feasibility review', () => {
  test('BAK-27 is reminded after 2 h and late only after 4 h; the store manager hears of it', async () => {
    const order = await bakery.places();
    const { openedAt } = await order.task('feasibility-review');
    expect(await order.around(openedAt + 2 * HOUR_MS, () => order.told('task-reminder', 'feasibility-review').length)).toEqual([0, 1, 1]);
    expect(await order.around(openedAt + 4 * HOUR_MS, () => order.told('task-late', 'feasibility-review').length)).toEqual([0, 0, 2]);
    expect(order.told('task-late', 'feasibility-review')).toEqual(['role:production-supervisor', 'role:store-manager']);
    expect((await order.view()).state).toBe('feasibility-review');
  });

  test('BAK-27 not feasible and no alternative: declined, and what was paid is owed back in full', async () => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    await order.pays(5_000);
    await order.complete('feasibility-review', { outcome: 'not-feasible' });
    await order.complete('offer-alternative', { outcome: 'decline' });
    expect((await order.task('refund')).context).toMatchObject({ refundFen: 5_000 });
    expect((await order.view()).state).toBe('declined');
    expect(order.letters('order-declined')).toMatchObject([{ to: 'customer', facts: { refundFen: 5_000 } }]);
  });

  test('BAK-27 feasible with conditions is feasible: the order goes on to its prepayment, and the decision says under which verdict', async () => {
    const order = await bakery.places();
    await order.isFeasible(undefined, { outcome: 'feasible-with-conditions' });
    await order.settled();
    expect(await order.view()).toMatchObject({ state: 'awaiting-deposit', planVersion: 1 });
    expect(order.events('feasibility.decided')).toMatchObject([{ data: { outcome: 'feasible-with-conditions' }, ruleId: 'BAK-27' }]);
    expect(order.open('offer-alternative')).toEqual([]);
  });

  test('BAK-27 an alternative the customer takes is reviewed again', async () => {
    const order = await bakery.places();
    await order.complete('feasibility-review', { outcome: 'not-feasible' });
    await order.complete('offer-alternative', { outcome: 'review-again' });
    expect((await order.task('feasibility-review')).state).toBe('open');
  });

  test('BAK-28 the supply of each ingredient stands with the decision', async () => {
    const order = await bakery.places();
    const { id } = await order.task('feasibility-review');
    await order.isFeasible(undefined, { ingredients: [{ item: 'imported-chocolate', status: 'to-buy' }] });
    expect(order.row(id).answers[0]?.choices).toMatchObject({ ingredients: [{ item: 'imported-chocolate', status: 'to-buy' }] });
  });

  test('BAK-29 making planned after the decoration deadline is refused, and the review stays open', async () => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    const refused = await refusal(order.isFeasible(order.input.facts.deliveryAt - 23 * HOUR_MS));
    expect(refused).toMatchObject({ code: 'invalid-request', rule: 'BAK-29' });
    expect((await order.task('feasibility-review')).state).toBe('open');
    await order.isFeasible(order.input.facts.deliveryAt - 25 * HOUR_MS);
    await order.until('the plan', () => (order.book.snapshot?.planVersion === 1 ? true : undefined));
  });

  test('BAK-29 making planned before the order was taken is refused; in the instant in which it was taken it is not', async () => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    expect(await refusal(order.isFeasible(INTAKE - 1))).toEqual({ code: 'invalid-request', rule: 'BAK-29' });
    await order.isFeasible(INTAKE);
    expect((await order.view()).plannedStartAt).toBe(INTAKE);
  });

  test('BAK-29 making planned exactly at the decoration deadline is refused; a millisecond earlier it is not', async () => {
    const order = await bakery.places();
    await order.task('feasibility-review');
    const deadline = order.input.facts.deliveryAt - 24 * HOUR_MS;
    expect(await refusal(order.isFeasible(deadline))).toEqual({ code: 'invalid-request', rule: 'BAK-29' });
    await order.isFeasible(deadline - 1);
    expect((await order.view()).plannedStartAt).toBe(deadline - 1);
  });

  test('BAK-29 a compressed decoration deadline lies before the promised delivery', async () => {
    const order = await bakery.places({ facts: { urgency: 'rush' } });
    const { deliveryAt } = order.input.facts;
    const compressed = { materialsDueAt: deliveryAt - HOUR_MS, decorationDueAt: deliveryAt + 1 };
    expect(await refusal(order.isFeasible(deliveryAt - 2 * HOUR_MS, { compressed }))).toEqual({ code: 'invalid-request', rule: 'BAK-29' });
  });

  test('BAK-29 BAK-46 what the same review finds to have no decoration may start later than a day before delivery', async () => {
    const order = await bakery.places();
    await order.isFeasible(order.input.facts.deliveryAt - 5 * HOUR_MS, { decoration: false });
    expect((await order.view()).state).toBe('awaiting-deposit');
  });

  test('BAK-24 compressed deadlines are for rush orders only', async () => {
    const compressed = { materialsDueAt: 0, decorationDueAt: 0 };
    const normal = await bakery.places();
    await normal.task('feasibility-review');
    const due = normal.input.facts.deliveryAt - 2 * HOUR_MS;
    const hasty = { compressed: { ...compressed, materialsDueAt: due - 3 * HOUR_MS, decorationDueAt: due } };
    expect(await refusal(normal.isFeasible(undefined, hasty))).toMatchObject({ rule: 'BAK-24' });
    const rush = await bakery.places({ facts: { urgency: 'rush' } });
    await rush.isFeasible(due - HOUR_MS, hasty);
    await rush.until('the plan', () => (rush.book.snapshot?.planVersion === 1 ? true : undefined));
  });

  test('BAK-30 the risk the supervisor confirms stays with the order', async () => {
    const order = await bakery.places();
    await order.isFeasible(undefined, { highRisk: true });
    await order.until('the risk', () => order.book.snapshot?.risk || undefined);
    expect((await order.view()).risk).toBe(true);
  });
});

test('BAK-09 BAK-46 who takes a step’s task over is its person from then on', async () => {
  const order = await bakery.places();
  await order.isMaking();
  const { id } = await order.task('making-done');
  await order.act('assignTask', { taskId: id, to: 'other-baker', by: staff('production-supervisor') });
  expect((await order.stage('making'))?.assignee).toBe('other-baker');
  for (const step of ['baking', 'piping', 'decoration']) await order.photo(step);
  await order.waitUntil(INTAKE + DAY_MS);
  expect(await order.task('daily-photos')).toMatchObject({ assignee: 'other-baker' });
});

test('BAK-09 a step handed to somebody else keeps from, to and who did it', async () => {
  const order = await bakery.places();
  const { id } = await order.task('feasibility-review');
  await order.act('assignTask', { taskId: id, to: 'deputy', by: staff('store-manager') });
  expect(order.row(id).assignee).toBe('deputy');
  expect(order.events('task.assigned')).toMatchObject([{ data: { from: null, to: 'deputy' }, actor: { id: 'store-manager' } }]);
  expect(order.letters('task-opened').map((letter) => letter.to)).toEqual(['staff:deputy']);
  await order.act('assignTask', { taskId: id, to: 'second', by: staff('production-supervisor', 'second') });
  expect(order.letters('task-opened')).toHaveLength(1); // who claims it knows
});

test('BAK-09 a step handed to somebody else keeps the reason it was handed on for', async () => {
  const order = await bakery.places();
  const { id } = await order.task('feasibility-review');
  await order.act('assignTask', { taskId: id, to: 'deputy', by: staff('store-manager'), textId: 'because-of-illness' });
  expect(order.events('task.assigned')).toMatchObject([{ textId: 'because-of-illness', ruleId: 'BAK-09' }]);
});

describe('BAK-31 the prepayment', () => {
  test('BAK-31 paid, it is neither asked for again nor chased', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.waitHours(50);
    expect(order.letters('deposit-due').filter(({ facts }) => facts.again)).toEqual([]);
    expect(order.open('chase-deposit')).toEqual([]);
  });

  test('BAK-31 of 30 %: one fen less does not accept the order, the full deposit does', async () => {
    const order = await bakery.places();
    await order.isFeasible();
    await order.until('the deposit', () => (order.book.snapshot?.state === 'awaiting-deposit' ? true : undefined));
    await order.pays(8_639);
    expect((await order.view()).state).toBe('awaiting-deposit');
    await order.pays(1);
    await order.task('materials-settled');
    expect((await order.view()).state).toBe('materials');
  });

  test('BAK-31 unpaid: the customer is reminded at 24 h, the consultant takes over at 48 h, nothing is cancelled', async () => {
    const order = await bakery.places();
    await order.isFeasible();
    await order.until('the deposit', () => order.letters('deposit-due')[0]);
    const from = order.moment('deposit-remind') - DAY_MS;
    expect(await order.around(from + DAY_MS, () => order.letters('deposit-due').length)).toEqual([1, 2, 2]);
    expect(await order.around(from + 2 * DAY_MS, () => order.open('chase-deposit').length)).toEqual([0, 1, 1]);
    await order.waitHours(24);
    expect((await order.view()).state).toBe('awaiting-deposit');
    await order.paysDeposit();
    await order.task('materials-settled');
    expect(order.open('chase-deposit')).toEqual([]);
  });

  test('BAK-31 a customer who will not pay is asked of the store manager; a promise is chased again a day later', async () => {
    const order = await bakery.places();
    await order.isFeasible();
    await order.waitUntil((await order.now()) + 2 * DAY_MS + 1000);
    await order.complete('chase-deposit', { outcome: 'will-pay' });
    await order.settled();
    expect(order.open('chase-deposit')).toEqual([]);
    await order.waitHours(25);
    await order.complete('chase-deposit', { outcome: 'cancel' });
    expect((await order.task('cancellation-decision')).context).toMatchObject({ cause: 'customer' });
  });

  test('BAK-32 what is outstanding follows from the payments; more than is owed is refused', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    expect((await order.view()).money).toMatchObject({ receivedFen: 8_640, outstandingFen: 20_160 });
    expect(await refusal(order.pays(20_161))).toMatchObject({ code: 'invalid-request', rule: 'BAK-32' });
    await order.pays(20_160);
    expect((await order.view()).money).toMatchObject({ outstandingFen: 0 });
  });

  test('BAK-33 BAK-35 accepted once: the letter goes out at that instant, and a later payment does not move it', async () => {
    const order = await bakery.places();
    await order.isFeasible();
    await order.waitHours(2);
    await order.paysDeposit();
    await order.task('materials-settled');
    const { acceptedAt } = await order.view();
    expect(order.events('payment.received')).toMatchObject([{ at: acceptedAt }]);
    expect(order.events('order.accepted')).toMatchObject([{ at: acceptedAt, data: { acceptedAt } }]);
    expect(order.letters('confirmation-letter')).toMatchObject([{ to: 'customer', urgent: true, facts: { version: 1 } }]);
    await order.waitHours(1);
    await order.pays(10_000);
    expect((await order.view()).acceptedAt).toBe(acceptedAt);
    expect(order.letters('confirmation-letter')).toHaveLength(1);
  });
});
