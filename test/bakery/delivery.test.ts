import { HOUR_MS, MINUTE_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, shanghai, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();
const DRIVER = staff('delivery-staff');
const LINES = ['custom-box', 'quality-card', 'shock-proof', 'fragile-label', 'greeting-card', 'order-number', 'signee'];

test.each(['order-number', 'signee'] as const)('BAK-69 packing with the line “%s” open is refused', async (open) => {
  const order = await bakery.places();
  await order.isPacking();
  const lines = LINES.filter((id) => id !== open);
  expect(await refusal(order.complete('packing-checklist', { lines, orderNumber: order.number }))).toEqual({
    code: 'invalid-request',
    rule: 'BAK-69',
  });
  expect((await order.view()).state).toBe('packing');
});

test('fair weather starts no backup plan and alarms nobody', async () => {
  const order = await bakery.places();
  await order.isOnTheWay();
  expect(order.events('delivery.backup-plan')).toEqual([]);
  expect(order.letters('order-delayed')).toEqual([]);
});

test('BAK-75 a signature later than the photo is the moment of delivery; an unknown signature is refused', async () => {
  const order = await bakery.places();
  await order.isOnTheWay();
  const at = shanghai('2026-12-01', '11:00');
  await order.waitUntil(at + HOUR_MS);
  const photoId = await order.photo('hand-over', DRIVER, at);
  expect(await refusal(order.complete('hand-over', { photoId, signatureId: 'none' }))).toMatchObject({ rule: 'BAK-75' });
  const signatureId = await order.photo('signature', DRIVER, at + MINUTE_MS);
  await order.complete('hand-over', { photoId, signatureId });
  expect((await order.view()).deliveredAt).toBe(at + MINUTE_MS);
});
