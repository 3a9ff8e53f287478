import type { Actor } from '../../src/base/actor';
import type { OrderFacts } from '../../src/orders/order.messages';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const ITEM = { item: 'imported-chocolate' };
const exception = (order: Order, id: string) => order.book.exceptions.get(id);

describe('BAK-58 a shortage is reported', () => {
  test.each([
    [0, false],
    [1, true],
  ])('BAK-58 two hours and %i ms after it was found: late is %s', async (more, late) => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.waitHours(3);
    const id = await order.reports('ingredient-shortage', { ...ITEM, foundAt: (await order.now()) - 2 * HOUR_MS - more });
    expect(exception(order, id)).toMatchObject({ late, state: 'open' });
    expect(order.letters('exception-reported')[0]).toMatchObject({ to: 'role:production-supervisor', urgent: true });
  });
});

describe('BAK-58 when it was found', () => {
  test('BAK-58 the baker who signed the task sheet found it no earlier; nothing is opened, and the others are believed', async () => {
    const order = await bakery.places({ market: { first: 'silent' } });
    const li = staff('baker', 'li');
    await order.isAccepted();
    await order.waitHours(1);
    await order.complete('sign-task-sheet', { signed: true, version: 1 }, li);
    const signedAt = await order.now();
    const found = (foundAt: number, by: Actor): Promise<string> => order.reports('ingredient-shortage', { ...ITEM, foundAt, by });
    expect(await refusal(found(signedAt - HOUR_MS / 2, li))).toEqual({ code: 'invalid-request', rule: 'BAK-58' });
    expect(order.book.exceptions.size).toBe(0);
    await found(signedAt + 1, li);
    await found(signedAt - HOUR_MS / 2, staff('ingredient-custodian'));
    expect(order.book.exceptions.size).toBe(2);
    await order.until('both questions', () => order.book.asked[1]);
  });
});

describe('BAK-59 backup suppliers', () => {
  test('BAK-59 are asked in their order, each within its limit; the first promise closes the exception', async () => {
    const order = await bakery.places({ market: { silent: 'silent', refuses: 'refuses', third: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the first question', () => order.book.asked[0]);
    await order.waitUntil((await order.now()) + 59 * MINUTE_MS);
    expect(order.book.asked).toEqual(['silent']);
    await order.waitUntil((await order.now()) + 2 * MINUTE_MS);
    await order.until('the goods', () => (exception(order, id)?.state === 'closed' ? true : undefined));
    expect(order.book.asked).toEqual(['silent', 'refuses', 'third']);
    expect([...order.book.contacts.values()].map(({ supplierId, result }) => [supplierId, result])).toEqual([
      ['silent', 'no-answer'],
      ['refuses', 'refused'],
      ['third', 'promised'],
    ]);
    expect(exception(order, id)).toMatchObject({ outcome: 'sourced' });
  });

  test('BAK-59 one whose door stays shut does not end the search: that is on record, and the next one is asked', async () => {
    const order = await bakery.places({ market: { first: 'broken', second: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the first question', () => order.book.asked[0]);
    await order.waitUntil((await order.now()) + 5 * MINUTE_MS); // it is tried again for a while
    await order.until('the goods', () => (exception(order, id)?.state === 'closed' ? true : undefined));
    expect(new Set(order.book.asked)).toEqual(new Set(['first', 'second']));
    expect([...order.book.contacts.values()].map(({ supplierId, result }) => [supplierId, result])).toEqual([
      ['first', 'failed'],
      ['second', 'promised'],
    ]);
    expect(exception(order, id)).toMatchObject({ outcome: 'sourced' });
  });

  test('BAK-59 the supervisor is reminded at 3 h and late after 4 h without a contact; the store manager hears of it', async () => {
    const order = await bakery.places({ market: { a: 'silent', b: 'silent', c: 'silent', d: 'silent', e: 'silent' } });
    await order.isAccepted();
    await order.reports('ingredient-shortage', ITEM);
    const { openedAt } = await order.task('contact-supplier');
    expect(await order.around(openedAt + 3 * HOUR_MS, () => order.told('task-reminder', 'contact-supplier').length)).toEqual([0, 1, 1]);
    expect(await order.around(openedAt + 4 * HOUR_MS, () => order.told('task-late', 'contact-supplier'))).toEqual([
      [],
      [],
      ['role:production-supervisor', 'role:store-manager'],
    ]);
  });

  test('BAK-59 when every supplier declines, the store manager steps in', async () => {
    const order = await bakery.places({ market: { a: 'refuses', b: 'refuses' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    expect((await order.task('escalated')).context).toMatchObject({ exception: id });
    expect(order.events('sourcing.dry')).toMatchObject([{ data: { asked: 2 } }]);
  });
});

describe('BAK-60 the customer hears the alternatives', () => {
  test('BAK-60 refusing them all asks the store manager to cancel for a cause of the store', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isAccepted();
    await order.chooses(await order.reports('ingredient-shortage', ITEM), null);
    expect((await order.task('cancellation-decision')).context).toMatchObject({ cause: 'store' });
  });

  test('BAK-60 a choice is settled by the consultant, whose change is exempt from the closed window', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isDecorating(); // the window closed early
    const exceptionId = await order.reports('ingredient-shortage', ITEM);
    await order.chooses(exceptionId, 'other-flavour');
    const calls = (): unknown => order.open('telephone-customer').find((task) => task.context.why === 'alternative-chosen')?.context;
    expect(await order.until('the call', calls)).toMatchObject({ option: 'other-flavour' });
    await order.asksForChange({}, { exceptionId });
    expect((await order.view()).overlays).toContain('change-pending');
  });

  test('BAK-60 a shortage sourced long ago exempts nothing: the closed window stands', async () => {
    const order = await bakery.places({ market: { a: 'promises' } });
    await order.isDecorating();
    const exceptionId = await order.reports('ingredient-shortage', ITEM);
    await order.until('the shortage sourced', () => (order.book.exceptions.get(exceptionId)?.state === 'closed' ? true : undefined));
    expect(await refusal(order.asksForChange({}, { exceptionId }))).toEqual({ code: 'not-in-this-state', rule: 'BAK-60' });
    expect(await refusal(order.asksForChange({}, { exceptionId: 'unheard-of' }))).toEqual({ code: 'no-such-exception', rule: 'BAK-60' });
    expect(order.book.changes.size).toBe(0);
  });

  test.each<[string, (facts: OrderFacts) => Partial<OrderFacts>]>([
    ['a dearer cake', (facts) => ({ lines: facts.lines.map((line) => ({ ...line, unitPriceFen: 50_000 })), totalFen: 50_000 })],
    ['more of them', (facts) => ({ lines: facts.lines.map((line) => ({ ...line, quantity: 2, unitPriceFen: 14_400 })) })],
    ['another cake beside it', (facts) => ({ lines: [...facts.lines, ...facts.lines.map((line) => ({ ...line, unitPriceFen: 0 }))] })],
    ['other needs', (facts) => ({ lines: facts.lines.map((line) => ({ ...line, requirements: ['none'] })) })],
    ['an earlier hour', ({ deliveryAt }) => ({ deliveryAt: deliveryAt - HOUR_MS })],
    ['another way of delivery', () => ({ method: 'pickup' as const })],
    ['a rush order', () => ({ urgency: 'rush' as const })],
    ['a total that has risen', () => ({ totalFen: 28_801 })],
  ])('BAK-60 an open shortage exempts the swap it offers, not %s', async (_what, change) => {
    const order = await bakery.places({ market: { a: 'silent' } });
    await order.isDecorating();
    const exceptionId = await order.reports('ingredient-shortage', ITEM);
    const asks = order.asksForChange(change(order.input.facts), { exceptionId });
    expect(await refusal(asks)).toEqual({ code: 'invalid-request', rule: 'BAK-60' });
  });

  test('BAK-60 another product of the same price, or a later hour, is such a swap', async () => {
    const order = await bakery.places({ market: { a: 'silent' } });
    await order.isDecorating();
    const exceptionId = await order.reports('ingredient-shortage', ITEM);
    const { lines, deliveryAt } = order.input.facts;
    const other = lines.map((line) => ({ ...line, product: 'cream-cake', allergens: ['milk'], unitPriceFen: 27_000 }));
    await order.asksForChange({ lines: other, totalFen: 27_000, deliveryAt: deliveryAt + DAY_MS }, { exceptionId });
    expect(order.book.changes.size).toBe(1);
  });

  test('BAK-60 a swap that another change has made the dearer one is not approved at an extra charge', async () => {
    const order = await bakery.places({ market: { a: 'silent' } });
    await order.isAccepted();
    const exceptionId = await order.reports('ingredient-shortage', ITEM);
    const swap = await order.asksForChange({}, { exceptionId });
    await order.changes({ totalFen: 20_000 });
    await order.refreshes(swap, { totalFen: 28_800 });
    expect(await refusal(order.decides(swap, 'approve', { previewHash: 'newer' }))).toEqual({ code: 'invalid-request', rule: 'BAK-60' });
    await order.decides(swap, 'reject', { previewHash: 'newer' });
  });

  test('BAK-60 what is packed is not changed any more, shortage or not', async () => {
    const order = await bakery.places();
    await order.isReady();
    const exceptionId = await order.reports('ingredient-shortage', ITEM);
    expect(await refusal(order.asksForChange({}, { exceptionId }))).toEqual({ code: 'not-in-this-state', rule: 'BAK-60' });
  });

  test('BAK-60 what the customer has chosen stays the consultant’s to settle when the shortage is decided otherwise', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isAccepted();
    await order.chooses(await order.reports('ingredient-shortage', ITEM), 'other-flavour');
    await order.complete('escalated', { decision: 'continue' });
    await order.settled();
    expect(order.open('telephone-customer').map((task) => task.context.why)).toEqual(['alternative-chosen']);
  });

  test('BAK-61 when no supplier has it the store manager hears of it at once', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isAccepted();
    await order.reports('ingredient-shortage', ITEM);
    await order.task('escalated');
    expect(order.letters('exception-reported').map((letter) => [letter.to, letter.ruleId])).toContainEqual([
      'role:store-manager',
      'BAK-61',
    ]);
  });
});
