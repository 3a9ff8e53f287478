import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, INTAKE, refusal, shanghai, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
/** Hours before the cake is promised. */
const SOON = shanghai('2026-12-04', '08:00');
const ITEM = { item: 'imported-chocolate' };
const calls = (order: Order): number => order.open('telephone-customer').filter((task) => task.context.why === 'alternatives').length;

describe('BAK-59 the search for a supplier', () => {
  test('BAK-59 a promise by the supplier’s link closes the exception and takes the supervisor’s task back', async () => {
    const order = await bakery.places({ market: { first: 'silent', second: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.task('contact-supplier');
    await order.until('the question', () => order.book.asked[0]);
    await order.supplierAnswers(id, { supplierId: 'first', available: true, promisedAt: SOON });
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    expect(order.book.asked).toEqual(['first']);
    expect(order.open('contact-supplier')).toEqual([]);
    expect((await order.view()).overlays).not.toContain('exception-open');
  });

  test('BAK-41 BAK-59 a promise that meets the cancellation is called off like any other', async () => {
    const order = await bakery.places({ market: { first: 'silent' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the question', () => order.book.asked[0]);
    order.book.outages = 4; // the search has its promise and cannot put it on record yet
    await order.supplierAnswers(id, { supplierId: 'first', available: true, promisedAt: SOON });
    await order.cancels('store');
    await order.complete('refund', { amountFen: 8_640, method: 'cash' });
    expect(await order.handle.result()).toMatchObject({ state: 'cancelled' });
    expect(order.book.withdrawn).toEqual(['first']);
    expect(order.events('purchase.called-off')).toHaveLength(1);
  });

  test('BAK-59 what is no answer changes nothing, and the search goes on', async () => {
    const order = await bakery.places({ market: { first: 'silent', second: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the question', () => order.book.asked[0]);
    const said = { supplierId: 'first', available: true, promisedAt: SOON };
    for (const answer of [null, {}, { ...said, promisedAt: 'tomorrow' }, { ...said, promisedAt: INTAKE - 1 }, { ...said, more: 1 }]) {
      expect(await refusal(order.supplierAnswers(id, answer as never))).toMatchObject({ code: 'invalid-request' });
    }
    expect(await refusal(order.supplierAnswers(id, { ...said, supplierId: 'second' }))).toMatchObject({ code: 'already-answered' });
    await order.waitHours(1.1);
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    expect(order.book.asked).toEqual(['first', 'second']);
  });
});

describe('BAK-59 what the supervisor hears by telephone', () => {
  const contacts = (order: Order): unknown[] =>
    [...order.book.contacts.values()].map(({ supplierId, result, promisedAt }) => [supplierId, result, promisedAt]);

  test('BAK-59 a promise from a supplier nobody has asked ends the search, is on record, and the one being asked is told', async () => {
    const order = await bakery.places({ market: { asked: 'silent', next: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the question', () => order.book.asked[0]);
    await order.complete('contact-supplier', { result: 'promised', supplier: 'friend', promisedAt: SOON });
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    expect(contacts(order)).toEqual([
      ['asked', 'withdrawn', null],
      ['friend', 'promised', SOON],
    ]);
    expect([order.book.asked, order.book.withdrawn]).toEqual([['asked'], ['asked']]);
    expect(order.events('supplier.promised')).toMatchObject([{ actor: { kind: 'staff', id: 'production-supervisor' } }]);
    expect(order.events('shortage.sourced')).toMatchObject([{ data: { supplierId: 'friend', promisedAt: SOON } }]);
  });

  test('BAK-59 a promise from the supplier being asked is its answer: nobody tells it off', async () => {
    const order = await bakery.places({ market: { asked: 'silent', next: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the question', () => order.book.asked[0]);
    await order.complete('contact-supplier', { result: 'promised', supplier: 'asked', promisedAt: SOON });
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    expect(contacts(order)).toEqual([['asked', 'promised', SOON]]);
    expect(order.book.withdrawn).toEqual([]);
  });

  test('BAK-59 one being asked that cannot be told is not noted as told', async () => {
    const order = await bakery.places({ market: { asked: 'silent' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the question', () => order.book.asked[0]);
    order.book.shutDoor = true;
    await order.complete('contact-supplier', { result: 'promised', supplier: 'friend', promisedAt: SOON });
    await order.waitHours(0.1); // its door is tried for five minutes
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    expect(contacts(order)).toEqual([
      ['asked', 'failed', null],
      ['friend', 'promised', SOON],
    ]);
    expect(order.events('supplier.withdrawn')).toEqual([]);
  });

  test('BAK-59 a refusal spares the supplier the letter, and the search goes on', async () => {
    const order = await bakery.places({ market: { asked: 'silent', next: 'promises', last: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.until('the question', () => order.book.asked[0]);
    await order.complete('contact-supplier', { result: 'refused', supplier: 'next' });
    await order.waitHours(1.1);
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    expect(order.book.asked).toEqual(['asked', 'last']);
    expect(contacts(order)).toEqual([
      ['asked', 'no-answer', null],
      ['next', 'refused', null],
      ['last', 'promised', 1],
    ]);
  });
});

describe('BAK-60 the customer is asked', () => {
  test('BAK-60 at once; without a reply in 12 h somebody telephones', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isAccepted();
    await order.reports('ingredient-shortage', ITEM);
    const letter = await order.until('the letter', () => order.letters('alternatives')[0]);
    expect(letter).toMatchObject({ to: 'customer', urgent: true, facts: ITEM });
    expect(await order.around(letter.createdAt + 12 * HOUR_MS, () => calls(order))).toEqual([0, 1, 1]);
  });

  test('BAK-60 two shortages without a reply are two calls', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isAccepted();
    await order.reports('ingredient-shortage', ITEM);
    await order.reports('ingredient-shortage', { item: 'vanilla' });
    await order.waitHours(13);
    expect(calls(order)).toBe(2);
  });

  test('BAK-60 sourced at last, nobody need telephone any more', async () => {
    const silent = Array.from({ length: 13 }, (_, n) => [`silent-${n}`, 'silent'] as const); // an hour each
    const order = await bakery.places({ market: { ...Object.fromEntries(silent), last: 'promises' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    await order.waitHours(12.5);
    expect(calls(order)).toBe(1);
    await order.waitHours(1);
    await order.until('the goods', () => (order.book.exceptions.get(id)?.outcome === 'sourced' ? true : undefined));
    await order.settled();
    expect(calls(order)).toBe(0);
  });

  test('BAK-60 a reply spares the call, and a second reply is refused', async () => {
    const order = await bakery.places({ market: { a: 'refuses' } });
    await order.isAccepted();
    const id = await order.reports('ingredient-shortage', ITEM);
    expect(await refusal(order.chooses('no-such-shortage', null))).toMatchObject({ code: 'no-such-exception' });
    await order.chooses(id, 'other-flavour');
    expect(await refusal(order.chooses(id, null))).toEqual({ code: 'already-answered', rule: 'BAK-60' });
    await order.waitHours(13);
    expect(calls(order)).toBe(0);
  });
});

test('BAK-86 the first human response to a shortage is noted when the supervisor answers', async () => {
  const order = await bakery.places({ market: { a: 'silent', b: 'silent', c: 'silent' } });
  await order.isAccepted();
  const id = await order.reports('ingredient-shortage', ITEM);
  await order.task('contact-supplier');
  expect(order.book.exceptions.get(id)?.firstResponseAt).toBeNull();
  await order.waitHours(1);
  await order.complete('contact-supplier', { result: 'refused', supplier: 'a' });
  const row = order.book.exceptions.get(id);
  expect(row?.firstResponseAt).toBeGreaterThanOrEqual((row?.reportedAt ?? 0) + HOUR_MS);
});
