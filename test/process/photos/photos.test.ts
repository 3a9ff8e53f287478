import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import sharp from 'sharp';
import { createApp } from '../../../src/main/app';
import { sha256 } from '../../../src/platform/http/crypto';
import { DEFAULT_LIMITS } from '../../../src/platform/http/deps';
import { REAL_TIME } from '../../../src/base/clock';
import { Refusal } from '../../../src/base/refusals';
import { createDiskPhotoStore, type PhotoStore } from '../../../src/platform/files/photo-store';
import { openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
/** What else happens at the store's two moments, once. */
let meanwhile: { afterPut?: () => Promise<unknown>; beforeRemove?: () => Promise<unknown> } = {};
let url: string;
let close: () => Promise<unknown>;

beforeAll(async () => {
  shop = await openShop();
  const disk = createDiskPhotoStore(shop.home);
  const once = async (moment: keyof typeof meanwhile): Promise<void> => {
    const does = meanwhile[moment];
    delete meanwhile[moment];
    await does?.();
  };
  const photos: PhotoStore = {
    get: disk.get,
    async put(hash, bytes, form) {
      const isNew = await disk.put(hash, bytes, form);
      if (form === undefined) await once('afterPut');
      return isNew;
    },
    async remove(hash) {
      await once('beforeRemove');
      await disk.remove(hash);
    },
  };
  const settings = {
    publicUrl: 'http://shop.test',
    secret: 'a secret of these tests',
    version: '0.0.0-test',
    temporalUiUrl: null,
    temporalNamespace: 'default',
    zone: 'Asia/Shanghai',
    trustProxy: 0,
    orderAheadDays: 731,
    limits: DEFAULT_LIMITS,
  };
  const { db, desk, time } = shop;
  const log = pino({ level: 'silent' });
  const app = createApp({
    db,
    desk,
    photos,
    settings,
    log,
    clock: REAL_TIME,
    realNow: () => time.now,
    metrics: new Registry(),
    stopping: new AbortController().signal,
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
});
beforeEach(async () => {
  order = await placed(shop);
});
afterAll(async () => {
  await close();
  await shop.close();
});

const send = async (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url + path, { ...init, headers: { Authorization: `Bearer ${await shop.token('baker')}` } });
const upload = (bytes: Buffer): Promise<Response> => {
  const body = new FormData();
  body.set('step', 'making');
  body.set('photo', new Blob([new Uint8Array(bytes)]), 'cake.png');
  return send(`/orders/${order}/photos`, { method: 'POST', body });
};
const picture = (width: number): Promise<Buffer> =>
  sharp({ create: { width, height: 10, channels: 3, background: '#a52' } })
    .png()
    .toBuffer();

/** The order accepts the upload called `kept` and refuses the one called `refused`. */
function refusing(): { kept: (bytes: Buffer) => Promise<Response>; refused: (bytes: Buffer) => Promise<Response> } {
  const steps: ('kept' | 'refused')[] = [];
  shop.desk.answer('addPhoto', () =>
    steps.pop() === 'refused'
      ? Promise.reject(new Refusal('not-in-this-state', { code: 'order-ended' }, { rule: 'BAK-50' }))
      : Promise.resolve(),
  );
  const as = (step: 'kept' | 'refused') => (bytes: Buffer) => {
    steps.push(step);
    return upload(bytes);
  };
  return { kept: as('kept'), refused: as('refused') };
}

describe('the same picture sent twice at once, once in vain, stays with the photo that was taken', () => {
  const expectKept = async (kept: Response | undefined, bytes: Buffer): Promise<void> => {
    expect(kept?.status).toBe(201);
    const { id } = (await kept?.json()) as { id: string };
    const shown = await send(`/photos/${id}`);
    expect([shown.status, await createDiskPhotoStore(shop.home).get(sha256(bytes))]).toEqual([200, bytes]);
  };

  test('when the refused one takes its bytes away while the other has just put them', async () => {
    const bytes = await picture(21);
    const { kept, refused } = refusing();
    const other: { answer?: Response } = {};
    meanwhile = { afterPut: async () => (other.answer = await refused(bytes)) };
    const taken = await kept(bytes);
    expect(other.answer?.status).toBe(409);
    await expectKept(taken, bytes);
  });

  test('when the other comes while the refused one is taking its bytes away', async () => {
    const bytes = await picture(22);
    const { kept, refused } = refusing();
    const other: { answer?: Response } = {};
    meanwhile = { beforeRemove: async () => (other.answer = await kept(bytes)) };
    expect((await refused(bytes)).status).toBe(409);
    await expectKept(other.answer, bytes);
  });

  test('and a picture nobody else sent is gone with its refusal', async () => {
    const bytes = await picture(23);
    const before = await shop.db.photo.count();
    expect((await refusing().refused(bytes)).status).toBe(409);
    expect(await shop.db.photo.count()).toBe(before);
    expect(await createDiskPhotoStore(shop.home).get(sha256(bytes))).toBeNull();
  });
});
