import { dataOf, Refusal, revived, type RefusalData } from '../../src/base/refusals';

/** Through Temporal, or through the row of an idempotency key. */
const travelled = (refusal: Refusal): Refusal => revived(JSON.parse(JSON.stringify(dataOf(refusal))) as RefusalData);

test('a refusal arrives as it left: what is wrong stays data, and prose stays prose', () => {
  const answered = { by: { id: 's1' }, at: 7, choices: { decision: 'approved' } };
  for (const refusal of [
    new Refusal('change-window-closed', { code: 'window-closed', params: { endedAt: 7 } }, { rule: 'BAK-36' }),
    new Refusal('already-answered', { code: 'answered-already' }, { rule: 'BAK-37', answered }),
    new Refusal('invalid-request', { code: 'unreadable' }, { errors: [{ pointer: '/a', code: 'required', rule: 'BAK-23' }] }),
  ]) {
    const again = travelled(refusal);
    expect([again.code, again.why, again.more, again.message]).toEqual([refusal.code, refusal.why, refusal.more, refusal.message]);
  }
});

test('its message, for logs and Temporal UI, names the fault with its values', () => {
  expect(new Refusal('invalid-request', { code: 'over-the-balance', params: { outstandingFen: 5 } }).message).toBe(
    'over-the-balance {"outstandingFen":5}',
  );
});
