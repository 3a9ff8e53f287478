import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { sha256 } from '../../../src/platform/http/crypto';
import { ROLES, type Role } from '../../../src/base/roles';
import { belongsTo, openShop, placed, type Reply, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
});
afterAll(() => shop.close());

const upload = async (bytes: Buffer): Promise<Reply> => {
  const form = new FormData();
  form.set('step', 'making');
  form.set('photo', new Blob([new Uint8Array(bytes)]), 'cake');
  return shop.call('baker', 'POST', `/orders/${order}/photos`, { raw: form });
};
const get = async (path: string, who: Role = 'packer'): Promise<{ answer: Response; bytes: Buffer }> => {
  const answer = await fetch(`${shop.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${await shop.token(who)}` } });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const shown = async (bytes: Buffer): Promise<{ id: string; answer: Response; bytes: Buffer }> => {
  const { status, body } = await upload(bytes);
  expect([status, body.sha256]).toEqual([201, sha256(bytes)]);
  return { id: body.id as string, ...(await get(`/photos/${body.id}`)) };
};

/** 60 × 40, its left half red, and lying on its side; it says where it was taken, by whom, and more. */
const lying = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#00f' } })
    .composite([{ input: { create: { width: 30, height: 40, channels: 3, background: '#f00' } }, left: 0, top: 0 }])
    .withExif({
      IFD0: { Copyright: 'SECRET-OWNER', Model: 'SECRET-PHONE' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRET-PLACE</a></x:xmpmeta>');
/** A JPEG's comment, and a second picture after its end, as telephones append thumbnails and films. */
const withMore = (jpeg: Buffer): Buffer => {
  const comment = Buffer.from('SECRET-COMMENT');
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2), Buffer.from('SECRET-THUMBNAIL')]);
};

describe('BAK-50 what is shown of a photo is its pixels alone, the right way up', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('of a %s', async (format) => {
    const plain = await lying().toFormat(format).toBuffer();
    const bytes = format === 'jpeg' ? withMore(plain) : plain;
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    expect(bytes.toString('latin1')).toContain('SECRET');
    const served = await shown(bytes);
    expect([served.answer.status, served.answer.headers.get('content-type')]).toEqual([200, `image/${format}`]);
    const { exif, xmp, iptc, comments, orientation, width, height } = await sharp(served.bytes).metadata();
    expect([exif, xmp, iptc, comments, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(served.bytes.toString('latin1')).not.toMatch(/SECRET|Exif|GPS|xmp/i);
    expect([width, height]).toEqual([40, 60]);
    const { data } = await sharp(served.bytes)
      .extract({ left: 20, top: 5, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([(data[0] ?? 0) > 200, (data[2] ?? 255) < 60]).toEqual([true, true]); // the red half is on top
  });

  test('of a photo that is older than this, too; and what was made once is kept beside the original', async () => {
    const bytes = await lying().jpeg().toBuffer();
    const { id, bytes: first } = await shown(bytes);
    const hash = sha256(bytes);
    const folder = join(shop.home, 'files', hash.slice(0, 2));
    const files = async (): Promise<string[]> => (await readdir(folder)).filter((file) => file.startsWith(hash)).sort();
    expect(await files()).toEqual([hash, `${hash}.shown`]);
    await rm(join(folder, `${hash}.shown`));
    expect((await get(`/photos/${id}`)).bytes).toEqual(first);
    expect(await files()).toEqual([hash, `${hash}.shown`]);
  });

  test('and has a tag of its own', async () => {
    const { answer, id } = await shown(await lying().png().toBuffer());
    const tag = answer.headers.get('etag') ?? '';
    const again = await shop.call('packer', 'GET', `/photos/${id}`, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    expect((await get(`/photos/${id}/original`, 'store-manager')).answer.headers.get('etag')).not.toBe(tag);
  });
});

describe('BAK-50 the original is evidence', () => {
  const MAY: readonly Role[] = ['store-manager', 'qc-inspector', 'food-safety-committee'];

  test('byte for byte, for those who judge by it and nobody else; whoever reads it stands in the log', async () => {
    const bytes = withMore(await lying().jpeg().toBuffer());
    const { id } = await shown(bytes);
    for (const role of ROLES) {
      const { answer, bytes: got } = await get(`/photos/${id}/original`, role);
      expect([role, answer.status, got.equals(bytes)]).toEqual([role, MAY.includes(role) ? 200 : 403, MAY.includes(role)]);
    }
    expect(shop.log.join('')).toMatch(new RegExp(`"photo":"${id}","process":"order/${order}","by":"main-qc-inspector"`));
    expect((await fetch(`${shop.url}/api/v1/photos/${id}/original`)).status).toBe(401);
  });

  test('BAK-49 a photo whose file is gone is none', async () => {
    const { body } = await upload(await lying().rotate(180).png().toBuffer());
    await rm(join(shop.home, 'files', body.sha256.slice(0, 2), body.sha256));
    const { status, body: problem } = await shop.call('store-manager', 'GET', `/photos/${body.id}/original`);
    expect([status, problem.type]).toEqual([404, '/problems/no-such-photo']);
  });

  test('of this store', async () => {
    const { body } = await upload(await lying().png().toBuffer());
    await belongsTo(shop, order, 'other');
    const { status, body: problem } = await shop.call('store-manager', 'GET', `/photos/${body.id}/original`);
    await belongsTo(shop, order, 'main');
    expect([status, problem.type]).toEqual([404, '/problems/no-such-photo']);
  });
});

describe('what cannot be shown is not taken, and the reason is said', () => {
  /** A small JPEG whose frame says that it is 12,000 × 9,000. */
  const enormous = async (): Promise<Buffer> => {
    const jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#a52' } })
      .jpeg()
      .toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(9_000, frame + 5);
    jpeg.writeUInt16BE(12_000, frame + 7);
    return jpeg;
  };
  /** As telephones call it: an AVIF's brand says HEIC. */
  const heic = async (): Promise<Buffer> => {
    const avif = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a0' } })
      .avif()
      .toBuffer();
    avif.write('heic', avif.indexOf('ftyp') + 4, 'latin1');
    return avif;
  };

  const plain = (): Sharp => sharp({ create: { width: 16, height: 16, channels: 3, background: '#a52' } });

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['AVIF', () => plain().avif().toBuffer()],
    ['GIF', () => plain().gif().toBuffer()],
    ['TIFF', () => plain().tiff().toBuffer()],
    ['a drawing in SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>')],
    ['a document', () => Buffer.from('%PDF-1.7\n%%EOF\n')],
    ['a picture behind something else', async () => Buffer.concat([Buffer.from('<html>'), await plain().jpeg().toBuffer()])],
  ])('%s, which no telephone takes, though most of these could be decoded', async (_kind, made) => {
    const { status, body } = await upload(await made());
    expect([status, body.errors]).toEqual([415, [expect.objectContaining({ pointer: '/photo', code: 'unknown-picture' })]]);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('a %s that is cut off', async (format) => {
    const whole = await lying().toFormat(format).toBuffer();
    const { status, body } = await upload(whole.subarray(0, 40));
    expect([status, body.errors]).toEqual([415, [expect.objectContaining({ pointer: '/photo', code: 'broken-picture' })]]);
  });

  test('108 megapixels', async () => {
    const before = await shop.db.photo.count();
    const { status, body } = await upload(await enormous());
    expect([status, body.type, body.errors]).toEqual([
      413,
      '/problems/too-large',
      [{ pointer: '/photo', code: 'over-megapixels', params: { megapixels: 108, max: 50 }, detail: '有 108 百万像素，最多 50' }],
    ]);
    expect(await shop.db.photo.count()).toBe(before);
  });

  test('and OpenAPI says the limit', async () => {
    const document = (await (await fetch(`${shop.url}/openapi.json`)).json()) as any;
    expect(document.paths['/api/v1/orders/{number}/photos'].post.description).toContain('at most 15 MB and 50 megapixels');
  });

  test('HEIC that cannot be decoded here; one that can is shown as JPEG', async () => {
    const { answer, bytes } = await shown(await heic());
    expect([answer.headers.get('content-type'), (await sharp(bytes).metadata()).format]).toEqual(['image/jpeg', 'jpeg']);
    const licensed = await heic();
    for (const [known, unknown] of [
      ['av01', 'hvc1'],
      ['av1C', 'hvcC'],
    ] as const)
      licensed.write(unknown, licensed.indexOf(known), 'latin1');
    const { status, body } = await upload(licensed);
    expect([status, body.errors]).toEqual([415, [expect.objectContaining({ pointer: '/photo', code: 'heic-undecodable' })]]);
  });
});
