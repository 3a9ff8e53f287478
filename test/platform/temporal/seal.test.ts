import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { checking, sealing } from '../../../src/platform/temporal/seal';

const SECRET = 'the secret of this shop';
const ACT = { by: { kind: 'customer', via: 'link' }, score: 5 };
const SEAL = { for: 'order/1', key: 'k', known: 7 };

const payload = (x: unknown): Payload => defaultPayloadConverter.toPayload(x);
const value = (x: Payload | undefined): unknown => defaultPayloadConverter.fromPayload(x as Payload);
const sent = (...args: unknown[]): Promise<Payload[]> => sealing(SECRET).encode(args.map(payload));
const arrived = async (payloads: Payload[], secrets = [SECRET]): Promise<unknown[]> =>
  (await checking(secrets).decode(payloads)).map(value);

test('BAK-04 what the API signs arrives as signed; what it says stays readable on its way', async () => {
  const payloads = await sent(ACT, SEAL);
  expect(payloads.map(value)).toEqual([ACT, SEAL]);
  expect(await arrived(payloads)).toEqual([ACT, { ...SEAL, sealed: true }]);
});

test('BAK-04 the secret before the last one still opens what was on its way; another one opens nothing', async () => {
  const payloads = await sent(ACT, SEAL);
  expect(await arrived(payloads, ['a newer secret', SECRET])).toEqual([ACT, { ...SEAL, sealed: true }]);
  expect(await arrived(payloads, ['a newer secret'])).toEqual([ACT, SEAL]);
});

test('BAK-04 a changed act, a changed seal and a signature of other lengths are not signed', async () => {
  const [act, seal] = (await sent(ACT, SEAL)) as [Payload, Payload];
  const other = { ...act, data: payload({ ...ACT, score: 1 }).data ?? null };
  expect(await arrived([other, seal])).toEqual([{ ...ACT, score: 1 }, SEAL]);
  const elsewhere = { ...seal, data: payload({ ...SEAL, for: 'order/2' }).data ?? null };
  expect(await arrived([act, elsewhere])).toEqual([ACT, { ...SEAL, for: 'order/2' }]);
  const cut = { ...seal, metadata: { ...seal.metadata, 'levain-signature': Buffer.from('short') } };
  expect(await arrived([act, cut])).toEqual([ACT, SEAL]);
});

test.each([
  ['plainly', '{"for":"order/1","key":"k","known":7,"sealed":true}'],
  ['in another spelling', '{"for":"order/1","key":"k","known":7,"\\u0073ealed":true}'],
  ['twice', '{"sealed":false,"for":"order/1","key":"k","sealed":true}'],
])('BAK-04 who claims %s that the API signed is not believed', async (_how, claim) => {
  const claimed: Payload = { ...payload(null), metadata: payload({}).metadata ?? null, data: Buffer.from(claim) };
  expect(await arrived([payload(ACT), claimed])).toEqual([ACT, { sealed: false }]);
  expect(await arrived(await sealing(SECRET).encode([payload(ACT), claimed]))).toEqual([ACT, { sealed: false }]);
});

test('what is no act passes unchanged; what no converter reads arrives as nothing', async () => {
  const rest = [[payload({ state: 'draft' })], [payload(undefined)], [payload(Buffer.from('bytes'))], [1, 2, 3].map(payload)];
  for (const payloads of rest) {
    expect(await checking([SECRET]).decode(payloads)).toEqual(payloads);
    expect(await sealing(SECRET).encode(payloads)).toEqual(payloads);
  }
  const garbage: Payload[] = [
    {},
    { metadata: { encoding: Buffer.from('json/plain') } },
    { metadata: { encoding: Buffer.from('x') }, data: Buffer.from('{}') },
  ];
  expect(await arrived(garbage)).toEqual([undefined, undefined, undefined]);
});
