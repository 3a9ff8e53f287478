import type { Role } from '../../../src/base/roles';
import { aTask, openShop, placed, staffId, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  order = await placed(shop);
});
afterAll(() => shop.close());

/** Of the order of this test, and of no other. */
const inbox = async (query: string, who: Role = 'store-manager') => {
  const { status, body } = await shop.call(who, 'GET', `/tasks?order=${order}&${query}`);
  return { status, body, ids: (body.items as { id: string }[] | undefined)?.map(({ id }) => id) };
};
const at = (iso: string): Date => new Date(Date.parse(iso));
const due = (iso: string, kind = 'making-done', role: Role = 'baker', more: object = {}) =>
  aTask(shop, order, kind, role, { dueAt: at(iso), firstDueAt: at(iso), ...more });

describe('the inbox by what is due', () => {
  test('late is what is past, today what is left of the store’s day, later what comes after it or never', async () => {
    // the shop's clock says Monday 23 November, 10:00 in Shanghai
    const late = await due('2026-11-23T09:59:59+08:00');
    const onTheDot = await due('2026-11-23T10:00:00+08:00');
    const lastToday = await due('2026-11-23T23:59:59+08:00');
    const midnight = await due('2026-11-24T00:00:00+08:00');
    const never = await aTask(shop, order, 'packing-checklist', 'packer');
    const found = async (bucket: string) => (await inbox(`bucket=${bucket}&sort=dueAt`)).ids;
    expect([await found('late'), await found('today'), await found('later')]).toEqual([[late], [onTheDot, lastToday], [midnight, never]]);
    const { body } = await inbox('bucket=late&counts=true');
    expect([body.items.length, body.counts]).toEqual([1, { late: 1, today: 2, later: 2 }]);
    expect((await inbox('state=open')).body.counts).toBeUndefined();
  });

  test('comes by its deadline, page by page, what is never due last; a cursor is good for its own sorting', async () => {
    const second = await due('2026-11-24T09:00:00+08:00');
    const never = [await aTask(shop, order, 'making-done', 'baker'), await aTask(shop, order, 'making-done', 'baker')].sort();
    const first = await due('2026-11-23T09:00:00+08:00');
    const third = await due('2026-11-25T09:00:00+08:00');
    const pages: string[][] = [];
    let cursor = '';
    for (;;) {
      const { body, ids } = await inbox(`sort=dueAt&limit=2${cursor}`);
      pages.push(ids!);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(pages).toEqual([[first, second], [third, never[0]], [never[1]]]);
    const { status, body } = await inbox(`sort=openedAt&limit=2${cursor}`);
    expect([status, body.type]).toEqual([400, '/problems/invalid-cursor']);
  });

  test('is narrowed by role, by whose it is, and by the number of its order', async () => {
    const bakers = await aTask(shop, order, 'making-done', 'baker', { assignee: staffId('baker') });
    const packers = await aTask(shop, order, 'packing-checklist', 'packer');
    expect([
      (await inbox('role=packer')).ids,
      (await inbox(`assignee=${staffId('baker')}`)).ids,
      (await inbox('assignee=nobody')).ids,
    ]).toEqual([[packers], [bakers], [packers]]);
    const { body } = await shop.call('store-manager', 'GET', `/tasks?q=${order.slice(2)}&limit=200`);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([bakers, packers].sort());
    expect((await inbox('q=%25')).ids).toEqual([]);
  });

  test('is narrowed to what others wait for a word of; a decision, a vote and money are answered at once or not at all', async () => {
    const kinds = async (query: string) => {
      const { body } = await inbox(`rows=true&${query}`);
      return Object.fromEntries(
        body.items.map(({ kind, decision, atOnce }: Record<string, unknown>) => [
          kind,
          `${decision ? 'decides' : ''} ${atOnce ? 'at once' : ''}`,
        ]),
      );
    };
    for (const [kind, role] of [
      ['change-decision', 'store-manager'],
      ['cancellation-decision', 'store-manager'],
      ['escalated', 'store-manager'],
      ['committee-vote', 'food-safety-committee'],
      ['refund', 'finance'],
      ['settle-balance', 'finance'],
      ['answer-exception', 'production-supervisor'],
      ['making-done', 'baker'],
      ['feasibility-review', 'production-supervisor'],
    ] as const)
      await aTask(shop, order, kind, role, { context: { previewHash: 'h', change: 'c', cause: 'store', refundFen: 1 } });
    const decisions = {
      'change-decision': 'decides at once',
      'cancellation-decision': 'decides at once',
      escalated: 'decides at once',
      'committee-vote': 'decides at once',
    };
    expect(await kinds('decision=true')).toEqual(decisions);
    expect(await kinds('decision=false')).toEqual({
      ...decisions,
      refund: ' at once',
      'settle-balance': ' at once',
      'answer-exception': ' at once',
      'making-done': ' ',
      'feasibility-review': ' ',
    });
    expect((await inbox('decision=true&mine=true', 'store-manager')).body.items).toHaveLength(3); // a vote is its committee's alone
    expect((await inbox('decision=perhaps')).body.errors[0].pointer).toBe('/decision');
  });

  test('as rows says everything but what answering needs', async () => {
    const id = await due('2026-11-24T09:00:00+08:00', 'making-done', 'baker', { assignee: staffId('baker') });
    const [row] = (await inbox('rows=true')).body.items;
    const {
      form,
      context,
      answers,
      candidates: _to,
      photos: _steps,
      ...rest
    } = (await shop.call('store-manager', 'GET', `/tasks/${id}`)).body;
    expect(row).toEqual(rest);
    expect([form, context, answers]).toEqual([expect.anything(), expect.anything(), []]);
  });
});

describe('BAK-04 what somebody may do with a task is what its routes let them do', () => {
  const DEEDS = { answer: 'completion', claim: 'claim', release: 'release', reassign: 'reassign' } as const;
  const BODIES: Readonly<Record<string, object>> = {
    completion: { answer: { done: true } },
    reassign: { to: staffId('store-manager'), reason: '换人' },
  };
  const mayOf = async (who: Role, id: string): Promise<string[]> => (await shop.call(who, 'GET', `/tasks/${id}`)).body.may;

  test.each<[string, Role, Record<string, unknown>, string[]]>([
    ['its role’s, nobody’s', 'baker', {}, ['answer', 'claim']],
    ['its role’s, mine', 'baker', { assignee: staffId('baker') }, ['answer', 'release', 'reassign']],
    ['my people’s', 'production-supervisor', {}, ['reassign']],
    ['my people’s, somebody’s', 'production-supervisor', { assignee: staffId('baker') }, ['release', 'reassign']],
    ['raised to me', 'production-supervisor', { rung: 1 }, ['answer', 'claim', 'reassign']],
    ['the shop’s', 'store-manager', {}, ['reassign']],
    ['none of mine', 'packer', {}, []],
    ['answered', 'baker', { state: 'done' }, []],
  ])('%s', async (_what, who, more, deeds) => {
    const id = await aTask(shop, order, 'making-done', 'baker', more);
    expect(await mayOf(who, id)).toEqual(deeds);
    expect((await inbox('rows=true', who)).body.items[0].may).toEqual(deeds);
    shop.desk.accept();
    for (const [deed, path] of Object.entries(DEEDS)) {
      if (more['state'] === 'done' || (deed === 'claim' && more['assignee'] === staffId(who)) || (deed === 'release' && !more['assignee']))
        continue;
      const { status } = await shop.call(who, 'POST', `/tasks/${id}/${path}`, { body: BODIES[path] ?? {} });
      expect([deed, status === 200]).toEqual([deed, deeds.includes(deed)]);
    }
  });

  test('is nothing where no answer brings it about', async () => {
    const id = await aTask(shop, order, 'repair', 'store-manager', { context: { what: 'record-refused', actions: [] } });
    expect(await mayOf('store-manager', id)).toEqual([]);
  });
});

test('the shop’s clock stands as these tests say', () => expect(shop.now()).toBe(Date.parse('2026-11-23T02:00:00Z')));
