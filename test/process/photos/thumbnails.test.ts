import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import sharp, { type Sharp } from 'sharp';
import { createDiskPhotoStore, type PhotoForm, type PhotoStore } from '../../../src/platform/files/photo-store';
import type { PhotoRecord } from '../../../src/process/photos/photo.repository';
import { createPictures } from '../../../src/process/photos/pictures';
import { belongsTo, openShop, placed, type Reply, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
});
afterAll(() => shop.close());

const plain = (width: number, height: number, background = '#a52'): Sharp => sharp({ create: { width, height, channels: 3, background } });
/** A camera lying on its side, which says where it was. */
const lying = (): Promise<Buffer> =>
  plain(2_000, 1_500)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const uploaded = async (bytes: Buffer): Promise<{ readonly id: string; readonly sha256: string }> => {
  const form = new FormData();
  form.set('step', 'making');
  form.set('photo', new Blob([new Uint8Array(bytes)]), 'cake');
  const { status, body } = await shop.call('baker', 'POST', `/orders/${order}/photos`, { raw: form });
  expect(status).toBe(201);
  return body;
};
const get = (path: string, headers: Record<string, string> = {}): Promise<Reply> => shop.call('packer', 'GET', path, { headers });
/** The answer and its bytes. */
const seen = async (path: string): Promise<{ readonly answer: Response; readonly bytes: Buffer }> => {
  const answer = await fetch(`${shop.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${await shop.token('packer')}` } });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const fileOf = (sha256: string, form = ''): string => join(shop.home, 'files', sha256.slice(0, 2), sha256 + form);
const filesOf = async (sha256: string): Promise<string[]> =>
  (await readdir(join(shop.home, 'files', sha256.slice(0, 2)))).filter((file) => file.startsWith(sha256)).sort();

describe('BAK-50 a photo is looked at small', () => {
  test.each([320, 1280])('%d pixels wide, as WebP, the right way up and without metadata', async (w) => {
    const { id } = await uploaded(await lying());
    const { answer, bytes } = await seen(`/photos/${id}?w=${w}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const { format, width, height, exif } = await sharp(bytes).metadata();
    expect([format, width, height, exif]).toEqual(['webp', w, Math.round((w * 4) / 3), undefined]);
  });

  test.each([
    ['one that is smaller stays as it is', 40, 30, 40, 30],
    ['of a strip at most twice as high as wide', 40, 4_000, 6, 640],
  ])('%s', async (_what, width, height, wide, high) => {
    const { id } = await uploaded(await plain(width, height).png().toBuffer());
    const small = await sharp((await seen(`/photos/${id}?w=320`)).bytes).metadata();
    expect([small.width, small.height]).toEqual([wide, high]);
  });

  test('it never changes: a browser keeps it for good, and nothing between; the whole picture is asked for again', async () => {
    const { id, sha256 } = await uploaded(await plain(400, 300).jpeg().toBuffer());
    const { headers } = await get(`/photos/${id}?w=320`);
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['private, max-age=31536000, immutable', `"${sha256}-320"`]);
    expect((await get(`/photos/${id}?w=320`, { 'If-None-Match': `"${sha256}-320"` })).status).toBe(304);
    expect((await get(`/photos/${id}?w=1280`, { 'If-None-Match': `"${sha256}-320"` })).status).toBe(200);
    expect((await get(`/photos/${id}`)).headers.get('cache-control')).toBe('private, no-cache');
  });

  test('it is made when it is first asked for, and kept beside the original', async () => {
    const { id, sha256 } = await uploaded(await plain(500, 300).jpeg().toBuffer());
    expect(await filesOf(sha256)).toEqual([sha256, `${sha256}.shown`]);
    await get(`/photos/${id}?w=320`);
    expect(await filesOf(sha256)).toEqual([sha256, `${sha256}.shown`, `${sha256}.w320`]);
    await writeFile(fileOf(sha256, '.w320'), 'what was kept');
    expect((await seen(`/photos/${id}?w=320`)).bytes.toString()).toBe('what was kept');
    await rm(fileOf(sha256, '.w320')); // nobody's evidence: it is made again
    expect((await sharp((await seen(`/photos/${id}?w=320`)).bytes).metadata()).width).toBe(320);
  });

  test('it goes with the photo', async () => {
    const { id, sha256 } = await uploaded(await plain(600, 300).jpeg().toBuffer());
    for (const w of [320, 1280]) await get(`/photos/${id}?w=${w}`);
    expect(await filesOf(sha256)).toHaveLength(4);
    await createDiskPhotoStore(shop.home).remove(sha256);
    expect(await filesOf(sha256)).toEqual([]);
  });

  test('another width, and what is no width, are refused by name', async () => {
    const { id } = await uploaded(await plain(50, 30).jpeg().toBuffer());
    for (const w of ['640', 'big', '']) {
      const { status, body } = await get(`/photos/${id}?w=${w}`);
      expect([status, body.errors]).toEqual([
        400,
        [expect.objectContaining({ pointer: '/w', code: 'not-one-of', params: { values: ['320', '1280'] } })],
      ]);
    }
    expect((await get(`/photos/${id}?width=320`)).body.errors[0].pointer).toBe('/width');
  });

  test('of this store', async () => {
    const { id } = await uploaded(await plain(60, 30).jpeg().toBuffer());
    await belongsTo(shop, order, 'other');
    const { status, body } = await get(`/photos/${id}?w=320`);
    await belongsTo(shop, order, 'main');
    expect([status, body.type]).toEqual([404, '/problems/no-such-photo']);
  });
});

describe('a photo whose file is damaged', () => {
  test('is told of in words, and to the operators by its id; nothing is kept of it', async () => {
    const { id, sha256 } = await uploaded(await plain(700, 300).jpeg().toBuffer());
    await writeFile(fileOf(sha256, '.shown'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]));
    const { status, body } = await get(`/photos/${id}?w=320`, { 'Accept-Language': 'en' });
    expect([status, body.type, body.detail]).toEqual([
      415,
      '/problems/unsupported-media-type',
      'The file of this photo is damaged and cannot be shown; ask the operators to restore it from a backup.',
    ]);
    expect(shop.log.filter((line) => line.includes(`"photo":"${id}"`) && line.includes('"level":50'))).toHaveLength(1);
    expect(await filesOf(sha256)).toEqual([sha256, `${sha256}.shown`]);
    await rm(fileOf(sha256, '.shown')); // the original is whole
    expect((await get(`/photos/${id}?w=320`)).status).toBe(200);
  });

  test('is none when it is gone altogether', async () => {
    const { id, sha256 } = await uploaded(await plain(800, 300).jpeg().toBuffer());
    await rm(fileOf(sha256));
    await rm(fileOf(sha256, '.shown'));
    const { status, body } = await get(`/photos/${id}?w=1280`);
    expect([status, body.type]).toEqual([404, '/problems/no-such-photo']);
  });
});

describe('whoever asks while a thumbnail is made waits for the same one', () => {
  const photo = { id: 'p', processId: 'order/1', sha256: 'h', mime: 'image/jpeg' } as PhotoRecord;
  /** A store that takes its time, and counts what it is given. */
  function slowStore(original: Buffer): { readonly photos: PhotoStore; readonly kept: PhotoForm[] } {
    const forms = new Map<PhotoForm, Buffer>([['original', original]]);
    const kept: PhotoForm[] = [];
    const later = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), 5));
    const photos: PhotoStore = {
      get: (_hash, form = 'original') => later(forms.get(form) ?? null),
      put(_hash, bytes, form = 'original') {
        kept.push(form);
        forms.set(form, bytes);
        return later(true);
      },
      remove: () => later(undefined),
    };
    return { photos, kept };
  }
  const log = pino({ level: 'silent' });

  test('so that each form is made once, whatever is asked for at once', async () => {
    const { photos, kept } = slowStore(await plain(2_000, 900).jpeg().toBuffer());
    const pictures = createPictures({ photos, log });
    const widths = [320, 1280, 320, 320, 1280] as const;
    const made = await Promise.all(widths.map((width) => pictures.thumbnail(photo, width)));
    expect([...kept].sort()).toEqual(['shown', 'w1280', 'w320']);
    expect(await Promise.all(made.map(async (bytes) => (await sharp(bytes).metadata()).width))).toEqual(widths);
    await pictures.thumbnail(photo, 320);
    expect(kept).toHaveLength(3);
  });

  test('and one that failed is tried anew by the next', async () => {
    const store = slowStore(Buffer.from('no picture'));
    const pictures = createPictures({ photos: store.photos, log });
    const both = await Promise.allSettled([pictures.thumbnail(photo, 320), pictures.thumbnail(photo, 320)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await store.photos.put('h', await plain(30, 20).jpeg().toBuffer());
    expect((await sharp(await pictures.thumbnail(photo, 320)).metadata()).width).toBe(30);
  });
});
