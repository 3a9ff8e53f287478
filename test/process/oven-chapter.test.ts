import './oven/oven.http';
import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../src/base/rule';
import { createLinks } from '../../src/platform/links/link.repository';
import { renderNotice } from '../../src/process/outbox/render';
import { verifyTimeline } from '../../src/process/record/timeline';
import type { Reply } from '../support/http/shop';
import { someFacts } from '../support/letter-facts';
import { OVEN, standOven, type Oven } from './oven/oven.support';

// A chapter is a folder (here test/process/oven) and a line that loads it: what every process can do is there for it with no edit elsewhere.

let env: Oven['env'];
let shop: Oven['shop'];
let clear: Oven['clear'];
beforeAll(async () => {
  ({ env, shop, clear } = await standOven());
}, 120_000);
afterAll(() => clear(), 60_000);

/** The oven's task, once it stands in the baker's inbox. */
async function task(): Promise<Reply['body']> {
  for (;;) {
    const { body } = await shop.call('baker', 'GET', '/tasks?mine=true&state=open&kind=light-the-oven');
    if (body.items.length > 0) return body.items[0];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** An oven that burns has a flame, and a heat. */
const LIT = { flame: '蓝色', zones: [{ place: 'left', degrees: 240 }] };
const answer = async (who: 'baker' | 'packer', burns: boolean): Promise<Reply> =>
  shop.call(who, 'POST', `/tasks/${(await task()).id}/completion`, {
    body: { answer: { burns, ...(burns && LIT), remarks: '木柴是湿的' } },
    headers: { 'Idempotency-Key': randomUUID() },
  });

test('a chapter of a few dozen lines has inbox, ladder, permissions, record, letters, timeline and API', async () => {
  expect(await task()).toMatchObject({ title: '点炉', order: null, role: 'baker', rung: 0, form: { required: ['burns'] } });
  await env.sleep(61 * MINUTE_MS);
  expect(await task()).toMatchObject({ rung: 1, breachedAt: expect.any(String) });

  expect(await answer('packer', true)).toMatchObject({ status: 403, body: { type: '/problems/not-allowed' } });
  const cold = await answer('baker', false);
  expect(cold).toMatchObject({
    status: 200,
    body: { state: 'done', answers: [{ choices: { burns: false }, text: { remarks: '木柴是湿的' } }] },
  });
  expect(await answer('baker', true)).toMatchObject({ status: 200, body: { state: 'done' } });
  await env.client.workflow.getHandle(OVEN).result();

  expect((await shop.call('packer', 'GET', '/ovens/7')).status).toBe(403);
  expect((await shop.call('baker', 'GET', '/ovens/7')).body).toEqual({ number: '7', state: 'used', looks: 2 });

  const found = [];
  for await (const one of verifyTimeline(shop.db)) found.push(one);
  const timeline = await shop.db.timelineEvent.findMany({ where: { processId: OVEN }, orderBy: { seq: 'asc' } });
  expect(found).toEqual([{ process: OVEN, ok: true, events: timeline.length }]);
  expect(timeline.map(({ kind }) => kind)).toEqual([
    'task.opened',
    'task.breached',
    'task.done',
    'task.opened',
    'letter.withdrawn', // that it is late, which nobody needs any more
    'task.done',
    'oven.used',
  ]);

  const letters = await shop.db.notice.findMany({ where: { processId: OVEN, template: 'oven-burns' } });
  expect(letters).toMatchObject([{ to: 'role:store-manager', ruleId: 'TOY-02', facts: { degrees: 240 } }]);
  const written = renderNotice('oven-burns', 'en', { ...someFacts(), about: null, audience: 'staff', notice: { degrees: 240 } });
  expect([written.subject, written.text]).toEqual(['The oven burns', expect.stringContaining('It has 240 degrees.')]);
}, 60_000);

test('somebody outside the shop looks at it by a link, which lets them do nothing else, and is revoked', async () => {
  const link = { id: 'wood', process: OVEN, party: 'stoker:tom', may: ['view'], exp: shop.now() + MINUTE_MS } as const;
  const links = createLinks(shop.db);
  await links.issue(link, { by: 'main-baker', at: shop.now() });
  const token = shop.sign(link);
  expect(await shop.call(null, 'GET', `/links/${token}`)).toMatchObject({
    status: 200,
    body: { scope: 'stoker', number: '7', state: expect.any(String) },
  });
  const rating = await shop.call(null, 'POST', `/links/${token}/rating`, { body: { score: 5 } });
  expect(rating).toMatchObject({
    status: 404,
    body: { fault: { code: 'link-for-something-else' }, detail: expect.stringMatching(/[a-z]/) },
  });
  expect(await links.list([OVEN], 10)).toMatchObject([{ id: 'wood', party: 'stoker:tom', issuedBy: 'main-baker', lastUsedAt: shop.now() }]);
  expect(await links.revoke([OVEN], 'wood', 'main-store-manager', shop.now())).toBe(true);
  expect((await shop.call(null, 'GET', `/links/${token}`)).status).toBe(410);
});

test('what its routes and tasks are stands in the API’s description', async () => {
  const { paths, components } = (await (await fetch(`${shop.url}/openapi.json`)).json()) as Record<string, any>;
  expect(Object.keys(paths)).toContain('/api/v1/ovens/{number}');
  expect(JSON.stringify(components.schemas.Task.properties.kind)).toContain('light-the-oven');
  expect(components.schemas.TimelineItem.properties.actor.properties.kind.enum).toContain('stoker');
  expect(JSON.stringify(components.schemas.LinkStatus)).toContain('stoker');
});
