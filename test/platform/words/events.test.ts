import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summaryOf } from '../../../src/process/record/timeline-words';
import type { Actor } from '../../../src/base/actor';
import { instantsIn, type Tongue } from '../../../src/platform/words/instants';
import { eventKinds } from '../../../src/platform/words/register';

const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00+08:00`);
const SYSTEM: Actor = { kind: 'system', via: 'timer' };
const NAMES = new Map([['s1', '陈麦']]);
const said = (language: Tongue, kind: string, data: Record<string, unknown> = {}, actor: Actor = SYSTEM): string =>
  summaryOf({ kind, actor, data }, NAMES, { language, when: instantsIn(language, 'Asia/Shanghai') });

/** Every kind of event that the workflows' sources, and the recorder, name where they record one; `supplier.${result}` stands for each result. */
function emitted(): string[] {
  const sources = readdirSync('workflows', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('workflows', file), 'utf8'))
    .join('\n');
  const calls = [...sources.matchAll(/recorder\.event\(([^{]*)/g)].map(([, before]) => String(before));
  const kinds = calls.flatMap((call) => [...call.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, kind]) => String(kind)));
  const results = ['asked', 'promised', 'refused', 'no-answer', 'withdrawn', 'failed'].map((result) => `supplier.${result}`);
  const unread = calls.filter((call) => !/'[a-z-]+\.[a-z-]+'/.test(call));
  expect(unread.map((call) => call.trim())).toEqual(['`supplier.$']); // a kind that is no literal has to be named here
  const byRecorder = [...readFileSync('src/process/record/recorder.ts', 'utf8').matchAll(/kind: '([a-z-]+\.[a-z-]+)'/g)].map(([, kind]) =>
    String(kind),
  );
  return [...new Set([...kinds, ...results, ...byRecorder])];
}

test('every event that a workflow records is said in both languages, and no words are left over', () => {
  const kinds = emitted();
  expect(kinds.length).toBeGreaterThan(50);
  expect(kinds.filter((kind) => !eventKinds().includes(kind))).toEqual([]);
  expect(eventKinds().filter((kind) => !kinds.includes(kind))).toEqual([]);
  for (const kind of kinds) {
    expect(said('zh', kind)).toMatch(/^[\p{Script=Han}，A-Za-z ]+$/u);
    expect(said('en', kind)).toMatch(/^[A-Za-z, -]+$/);
  }
});

test('what nobody has words for is never shown raw', () => {
  expect([said('zh', 'moon.risen', { from: 'east' }), said('en', 'moon.risen')]).toEqual([
    '订单有新的进展',
    'Something happened on the order',
  ]);
  expect(said('zh', 'photo.added', { photo: 'p1', step: 'moonlight' })).toBe('已上传照片');
  expect(said('en', 'order.moved', { from: 'making', to: 'nowhere' })).toBe('The order moved on');
  expect(said('en', 'payment.received', { amountFen: 1, method: 'cash' }, { kind: 'staff', id: 'gone', via: 'http' })).toBe(
    'A payment was recorded: ¥0.01, cash (a member of staff)',
  );
});

describe('the line says which stage, how much, what picture', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    [
      'order.received',
      { totalFen: 28_800, deliveryAt: at('2026-12-01 15:00') },
      '订单已录入：¥288.00，交付 2026-12-01 周二 15:00',
      'The order was taken: ¥288.00, delivery Tue 2026-12-01 15:00',
    ],
    ['order.moved', { from: 'making', to: 'final-check' }, '订单进入下一阶段：制作 → 终检', 'The order moved on: making → final check'],
    [
      'order.cancelled',
      { cause: 'customer', refundFen: 8_140 },
      '订单已取消：顾客原因，应退 ¥81.40',
      'The order was cancelled: the customer’s cause, refund due ¥81.40',
    ],
    [
      'plan.made',
      { planVersion: 2, plannedStartAt: at('2026-11-30 09:00') },
      '生产计划已更新：计划开工 2026-11-30 周一 09:00',
      'The plan was made: planned start Mon 2026-11-30 09:00',
    ],
    ['payment.received', { amountFen: 8_640, method: 'wechat' }, '已登记收款：¥86.40，微信', 'A payment was recorded: ¥86.40, WeChat'],
    ['refund.paid', { amountFen: 18_799, why: 'change-1' }, '已退款：¥187.99', 'A refund was paid: ¥187.99'],
    ['price.allowed', { allowanceFen: 500 }, '已减免金额：¥5.00', 'An allowance was made: ¥5.00'],
    ['cost.recorded', { cost: 'labour', amountFen: 5_000 }, '已登记成本：人工，¥50.00', 'A cost was recorded: labour, ¥50.00'],
    ['photo.added', { photo: 'p1', step: 'piping' }, '已上传照片：裱花', 'A photo was added: Piping'],
    ['photo.added', { photo: 'p2', step: 'hand-over' }, '已上传照片：交付现场', 'A photo was added: the hand-over'],
    [
      'change.requested',
      { change: 'c1', parts: ['lines', 'deliveryAt'], fromFen: 28_800, toFen: 50_000, deliveryAt: at('2026-12-02 15:00') },
      '已申请调整：产品、交付时间，¥288.00 → ¥500.00，新的交付时间 2026-12-02 周三 15:00',
      'A change was asked for: what is made, when it is delivered, ¥288.00 → ¥500.00, now delivered Wed 2026-12-02 15:00',
    ],
    [
      'change.approved',
      { change: 'c1', parts: ['details'] },
      '调整已批准：收货信息或备注',
      'A change was approved: delivery details or notes',
    ],
    [
      'exception.reported',
      { type: 'ingredient-shortage', item: 'cream', late: true },
      '已上报异常：原料短缺，淡奶油，迟报',
      'A problem was reported: ingredient shortage, Cream, reported late',
    ],
    ['order.rated', { score: 4.5 }, '顾客已评分：4.5 分', 'The customer rated the order: 4.5 of 5'],
    [
      'task.done',
      { task: '1-3', kind: 'quality-check', choices: { result: 'pass' } },
      '任务已完成：质量抽检，合格',
      'A task was done: Check quality, pass',
    ],
    [
      'task.withdrawn',
      { task: '1-3', kind: 'refund', why: 'newer-amount' },
      '任务已撤回：支付退款，金额已更新',
      'A task was withdrawn: Pay the refund, a newer amount takes its place',
    ],
    [
      'task.moved',
      { task: '1-3', kind: 'refund', dueAt: at('2026-12-02 15:00'), from: at('2026-12-01 15:00') },
      '任务期限已调整：支付退款，最迟 2026-12-02 周三 15:00，原为 2026-12-01 周二 15:00',
      'A task has a new deadline: Pay the refund, by Wed 2026-12-02 15:00, it was Tue 2026-12-01 15:00',
    ],
    [
      'task.paused',
      { task: '1-3', kind: 'refund', why: 'customer-to-answer' },
      '任务计时已暂停：支付退款，等待顾客答复',
      'The clock of a task stands: Pay the refund, the customer is to answer',
    ],
    [
      'task.resumed',
      { task: '1-3', kind: 'refund', dueAt: at('2026-12-02 15:00') },
      '任务计时已恢复：支付退款，最迟 2026-12-02 周三 15:00',
      'The clock of a task goes on: Pay the refund, by Wed 2026-12-02 15:00',
    ],
    [
      'task.raised',
      { task: '1-3', kind: 'refund', rung: 2, to: 'head:customer-service' },
      '任务已上报：支付退款，客服部负责人',
      'A task was raised: Pay the refund, head of customer service',
    ],
    ['task.assigned', { task: '1-3', from: null, to: 's1' }, '任务已指派：陈麦', 'A task was assigned: 陈麦'],
    [
      'supplier.promised',
      { promisedAt: at('2026-11-30 09:00') },
      '供应商承诺供货：最迟 2026-11-30 周一 09:00',
      'A supplier promised to deliver: by Mon 2026-11-30 09:00',
    ],
    [
      'signal.refused',
      { signal: 'approve', code: 'not-allowed', why: { code: 'needs-role', params: { roles: ['store-manager'] } } },
      '来自 Temporal 的指令未被接受：须具有以下角色之一：店长。',
      'A signal was refused: This needs one of the roles: store manager.',
    ],
  ])('%s %j', (kind, data, zh, en) => expect([said('zh', kind, data), said('en', kind, data)]).toEqual([zh, en]));
});
