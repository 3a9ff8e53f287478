import type { RecordedCall } from '../../bench/chaos/call-log';
import { judgeActs } from '../../bench/chaos/oracle/acts';
import type { Event } from '../../bench/chaos/oracle/finding';
import { judgeLetters, type Letters } from '../../bench/chaos/oracle/letters';
import { judgeOrders } from '../../bench/chaos/oracle/orders';
import { judgeWorkflow } from '../../bench/chaos/oracle/workflows';
import { messageId } from '../../src/process/outbox/delivery';

const ORDER = '20261126001';
let calls = 0;
const aCall = (outcome: RecordedCall['outcome'], own: Partial<RecordedCall> = {}): RecordedCall => ({
  n: (calls += 1),
  as: 'finance',
  path: `/orders/${ORDER}/payments`,
  key: `key-${calls}`,
  body: {},
  invokedAt: 0,
  endedAt: 0,
  outcome,
  status: null,
  code: null,
  answer: null,
  ...own,
});
const aPayment: Event = { order: ORDER, kind: 'payment.received', data: {}, actor: { kind: 'staff', id: 'finance', via: 'http' } };
const nothingKnown = { task: () => undefined, staffId: () => undefined };
const whats = (findings: readonly { what: string }[]): string[] => findings.map(({ what }) => what);

describe('acts and the timeline', () => {
  test.each<[string, RecordedCall['outcome'], number, string[]]>([
    ['acknowledged and there', 'ok', 1, []],
    ['acknowledged and missing', 'ok', 0, ['lost']],
    ['acknowledged and there twice', 'ok', 2, ['double']],
    ['unknown and there', 'unknown', 1, []],
    ['unknown and missing', 'unknown', 0, []],
    ['unknown and there twice', 'unknown', 2, ['double']],
    ['refused and there', 'fail', 1, ['double']],
  ])('an act %s', (_title, outcome, lines, found) => {
    expect(whats(judgeActs([aCall(outcome)], Array<Event>(lines).fill(aPayment), nothingKnown))).toEqual(found);
  });

  test('a request sent again under its key is one act', () => {
    expect(judgeActs([aCall('unknown', { key: 'a' }), aCall('ok', { key: 'a' })], [aPayment], nothingKnown)).toEqual([]);
  });

  test('a line of people’s making that is nobody’s call is one too many', () => {
    expect(whats(judgeActs([], [aPayment], nothingKnown))).toEqual(['double']);
  });

  test('a write the oracle does not know is an error of the oracle’s', () => {
    expect(() => judgeActs([aCall('ok', { path: '/orders/1/secrets' })], [], nothingKnown)).toThrow(/does not know/);
  });
});

describe('letters, the ledger and the catcher', () => {
  const notice = { id: `${ORDER}/1`, order: ORDER, template: 'task-opened', state: 'sent', due: true };
  const attempt = (outcome: string | null, n = 1, error: string | null = null) => ({
    noticeId: notice.id,
    id: `${notice.id}#${n}@0`,
    outcome,
    error,
  });
  const copy = { id: messageId(notice.id, 0), channel: 'email' as const, to: 'a@b.invalid' };
  const judged = (letters: Partial<Letters>) => {
    const { findings, repeats } = judgeLetters({ notices: [notice], attempts: [attempt('sent')], delivered: [copy], ...letters });
    return [whats(findings), repeats];
  };

  test('one notice, one send on the ledger, one letter', () => expect(judged({})).toEqual([[], 0]));
  test('a send the ledger calls done must have arrived', () => expect(judged({ delivered: [] })).toEqual([['lost'], 0]));
  test('a second copy past the ledger is double', () => expect(judged({ delivered: [copy, copy] })).toEqual([['double'], 1]));
  test('a second copy is a known repeat when the ledger did not see a send’s end', () => {
    expect(judged({ attempts: [attempt(null), attempt('sent', 2)], delivered: [copy, copy] })).toEqual([[], 1]);
  });
  test('a refused connection sent nothing, so it explains no copy', () => {
    const attempts = [attempt('failed', 1, 'connect ECONNREFUSED'), attempt('sent', 2)];
    expect(judged({ attempts, delivered: [copy, copy] })).toEqual([['double'], 1]);
  });
  test('a notice that is due and still queued is lost', () => {
    expect(judged({ notices: [{ ...notice, state: 'queued' }], attempts: [], delivered: [] })).toEqual([['lost'], 0]);
  });
  test('a letter of no notice contradicts the records', () => {
    expect(judged({ delivered: [copy, { ...copy, id: 'stranger@levain' }] })).toEqual([['broken'], 0]);
  });
});

describe('orders and their workflows', () => {
  const placed = (outcome: RecordedCall['outcome'], own: Partial<RecordedCall> = {}): RecordedCall =>
    aCall(outcome, { path: '/orders', body: { customer: { email: 'a@b.invalid' } }, answer: { number: ORDER }, ...own });
  const row = { number: ORDER, mark: 'a@b.invalid' };

  test('an acknowledged order is on file, once', () => {
    expect(judgeOrders([placed('ok')], [row])).toEqual([]);
    expect(whats(judgeOrders([placed('ok')], []))).toEqual(['lost']);
    expect(whats(judgeOrders([placed('ok')], [row, { ...row, number: '2' }]))).toEqual(['double']);
  });
  test('a refused order is not on file, and nobody’s order is one too many', () => {
    expect(whats(judgeOrders([placed('fail')], [row]))).toEqual(['double']);
    expect(whats(judgeOrders([], [row]))).toEqual(['double']);
  });

  const standing = { order: ORDER, state: 'making', openTasks: ['making-done'], waits: false };
  test('a workflow is there, has come to its end, and none of its tasks failed', () => {
    expect(judgeWorkflow(standing, { status: 'COMPLETED', failures: [], events: 9 })).toEqual([]);
    expect(whats(judgeWorkflow(standing, null))).toEqual(['lost']);
    expect(whats(judgeWorkflow(standing, { status: 'RUNNING', failures: [], events: 9 }))).toEqual(['stuck']);
    expect(judgeWorkflow({ ...standing, openTasks: [], waits: true }, { status: 'RUNNING', failures: [], events: 9 })).toEqual([]);
    expect(whats(judgeWorkflow(standing, { status: 'FAILED', failures: ['cause 14'], events: 9 }))).toEqual(['stuck', 'stuck']);
  });
});
