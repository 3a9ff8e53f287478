import type { PartyLink } from '../../src/platform/links/link';
import { routesUnder } from '../../src/platform/http/routes-under';
import { contextOf, defineHttp, holderOf, httpOfChapters } from '../../src/process/define.http';
import type { Services } from '../../src/process/services';

const services = {} as Services;
const { route } = routesUnder({ 'GET /bells': 'staff', 'POST /bells/{id}/rope': ['baker'] });
const link = (order: string): PartyLink => ({ id: 'l', process: `bell/${order}`, party: 'customer', may: ['view'], exp: 0 });

const bells = {
  name: 'bells',
  routes: () => [
    route({ key: 'GET /bells', summary: 'The bells', tag: 'bells', status: 204, handle: () => Promise.resolve({ status: 204 }) }),
    route({
      key: 'POST /bells/{id}/rope',
      summary: 'Pull the rope',
      tag: 'bells',
      status: 200,
      handle: ({ params }) => Promise.resolve({ status: 200, body: params.id }),
    }),
  ],
  taskContext: () => Promise.resolve(new Map([['42', { bell: 'great' }]])),
  linkHolder: (_services: Services, { process }: PartyLink) =>
    Promise.resolve(process === 'bell/42' ? { language: 'en', storeId: 'tower' } : null),
};
const clocks = {
  name: 'clocks',
  routes: () => [],
  taskContext: () =>
    Promise.resolve(
      new Map([
        ['42', { clock: 'slow' }],
        ['43', { clock: 'fast' }],
      ]),
    ),
};

beforeAll(() => {
  defineHttp(bells);
  defineHttp(clocks);
  defineHttp(bells); // again
});

test('a chapter brings its routes once, each for whom its table says', () => {
  expect(httpOfChapters().flatMap(({ routes }) => routes(services).map(({ key, permission }) => [key, permission]))).toEqual([
    ['GET /bells', 'staff'],
    ['POST /bells/{id}/rope', ['baker']],
  ]);
});

test('two chapters of one name are refused', () => {
  expect(() => defineHttp({ name: 'bells', routes: () => [] })).toThrow('two chapters have a HTTP half called bells');
});

test('whoever answers a task is told what each chapter knows of the order it is about', async () => {
  const contexts = await contextOf(services, ['42', '43', '44']);
  expect(['42', '43', '44'].map((order) => contexts(order))).toEqual([{ bell: 'great', clock: 'slow' }, { clock: 'fast' }, {}]);
});

test('the holder of a link is whom the chapter says that gave it out', async () => {
  expect(await holderOf(services, link('42'))).toEqual({ language: 'en', storeId: 'tower' });
  expect(await holderOf(services, link('43'))).toBeNull();
});
