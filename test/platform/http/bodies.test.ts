import { once } from 'node:events';
import { connect } from 'node:net';
import sharp from 'sharp';
import { anOrder, openShop, placed, type Reply, type Shop } from '../../support/http/shop';

let shop: Shop;
let order: string;
let before: number[];
const counts = async (): Promise<number[]> => [await shop.db.order.count(), await shop.db.photo.count(), await shop.db.text.count()];
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
});
beforeEach(async () => {
  before = await counts();
});
afterAll(() => shop.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };
/** Sends the bytes as they are. */
async function sends(path: string, bytes: Buffer | string, headers: Record<string, string> = JSON_TYPE, token?: string): Promise<Reply> {
  const answer = await fetch(`${shop.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: new Uint8Array(Buffer.from(bytes)),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
const takes = async (bytes: Buffer | string, headers?: Record<string, string>): Promise<Reply> =>
  sends('/orders', bytes, headers, await shop.token('sales-consultant'));

/** A field error as these tests name it: its code, and the rule it stands under. */
const told = ({ pointer, code, rule }: { pointer: string; code: string; rule?: string }) => ({
  pointer,
  what: rule ? `${code} (${rule})` : code,
});

/** Refused at this pointer, and nothing kept. */
async function expectRefused(reply: Promise<Reply>, pointer: string, code: string, status = 400): Promise<void> {
  const { status: answered, body } = await reply;
  expect([answered, body.errors?.map(told)]).toEqual([status, [{ pointer, what: expect.stringContaining(code) }]]);
  expect(await counts()).toEqual(before);
}

describe('a JSON body is UTF-8', () => {
  // 王 in GBK.
  const gbk = (text: string): Buffer => {
    const [head = '', tail = ''] = text.split('王');
    return Buffer.concat([Buffer.from(head), Buffer.from([0xcd, 0xf5]), Buffer.from(tail)]);
  };

  test('or is refused before any word of it is destroyed, by whom it may come', async () => {
    const body = gbk(JSON.stringify(anOrder(shop, { customer: { name: '王', phone: '13800138000' } })).replaceAll(/[^ -~王]/g, 'x'));
    await expectRefused(takes(body), '', 'not-utf8');
    const token = shop.link({ scope: 'customer', order });
    await expectRefused(sends(`/links/${token}/rating`, gbk('{"score":5,"comment":"王"}')), '', 'not-utf8');
    await expectRefused(sends('/sessions', gbk('{"login":"王","password":"x"}')), '', 'not-utf8');
  });

  test('nor half a character, nor half a surrogate pair written as bytes', async () => {
    for (const bytes of [[0xe7, 0x8e], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xff]]) {
      const body = Buffer.concat([Buffer.from('{"kind":"'), Buffer.from(bytes), Buffer.from('"}')]);
      await expectRefused(takes(body), '', 'not-utf8');
    }
  });

  test('and no other charset, though a byte-order mark is overlooked', async () => {
    const text = JSON.stringify(anOrder(shop));
    for (const charset of ['gbk', 'utf-16', 'utf-16le', 'iso-8859-1']) {
      const { status, body } = await takes(text, { 'Content-Type': `application/json; charset=${charset}` });
      expect([charset, status, body.type]).toEqual([charset, 415, '/problems/unsupported-media-type']);
    }
    expect((await takes(`\ufeff${text}`)).status).toBe(201);
    expect((await takes(text, { 'Content-Type': 'application/json; charset="UTF-8"' })).status).toBe(201);
  });

  test('a query that is not percent-encoded UTF-8 is no search for something else', async () => {
    const { status, body } = await shop.call('baker', 'GET', '/orders?q=%CD%F5');
    expect([status, body.type]).toEqual([400, '/problems/invalid-request']);
    expect((await shop.call('baker', 'GET', `/orders?q=${encodeURIComponent('王')}`)).status).toBe(200);
  });
});

describe('no name stands twice in an object', () => {
  const taken = (change: (text: string) => string): Promise<Reply> => takes(change(JSON.stringify(anOrder(shop))));

  test('BAK-21 a second, empty list of allergens does not win over the first', () =>
    expectRefused(
      taken((text) => text.replace(/"allergens":\[[^\]]*\]/, '$&,"allergens":[]')),
      '/lines/0/allergens',
      'given-twice',
    ));

  test('wherever it stands, and however it is written', async () => {
    await expectRefused(
      taken((text) => text.replace('{', '{"kind":"bakery",')),
      '/kind',
      'given-twice',
    );
    await expectRefused(
      taken((text) => text.replace('"needsChecked"', '"k\\u0069nd":"bakery","needsChecked"')),
      '/kind',
      'given-twice',
    );
    await expectRefused(
      taken((text) => text.replace(/"recipient":\{/, '$&"phone":"1","name":"}]\\",{[",')),
      '/delivery/recipient/name',
      'given-twice',
    );
    const token = shop.link({ scope: 'customer', order });
    await expectRefused(sends(`/links/${token}/rating`, '{"score":1,"score":5}'), '/score', 'given-twice');
    await expectRefused(sends('/sessions', '{"login":"a","login":"b","password":"x"}'), '/login', 'given-twice');
  });

  test('though other objects may have it, and a text may look like one', async () => {
    const text = JSON.stringify(anOrder(shop)).replace('写生日快乐', '{\\"a\\":1,\\"a\\":2}');
    expect((await takes(text)).status).toBe(201);
  });

  test('and none is __proto__ or constructor', async () => {
    await expectRefused(
      taken((text) => text.replace('{', '{"__proto__":{"kind":"goods"},')),
      '/__proto__',
      'unknown-field',
    );
    await expectRefused(
      taken((text) => text.replace('{', '{"constructor":{"prototype":{}},')),
      '/constructor',
      'unknown-field',
    );
  });
});

describe('numbers are what they look like', () => {
  const priced = (price: string): Promise<Reply> =>
    takes(JSON.stringify(anOrder(shop)).replace('"unitPriceFen":28800', `"unitPriceFen":${price}`));
  test.each(['1e400', '-1e400', '9007199254740993', '2147483648', '0.5', '1e-3', '-1'])('an amount of %s is refused', async (price) => {
    const { status, body } = await priced(price);
    expect([status, body.errors[0].pointer]).toEqual([400, '/lines/0/unitPriceFen']);
    expect(await counts()).toEqual(before);
  });
  test.each(['01', '+1', '.5', '1.', '0x10', 'NaN', 'Infinity'])('%s is no JSON', (price) => expectRefused(priced(price), '', 'not-json'));
  test('less than nothing by a sign alone is nothing', async () => {
    const { status, body } = await priced('-0');
    expect([status, body.money.totalFen, Object.is(body.lines[0].unitPriceFen, -0)]).toEqual([201, 0, false]);
  });
});

describe('a form that cannot be read is the caller’s', () => {
  const CRLF = '\r\n';
  const BOUNDARY = 'XX';
  const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
  const part = (disposition: string, content: string | Buffer, more = ''): Buffer =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}${CRLF}Content-Disposition: ${disposition}${CRLF}${more}${CRLF}`),
      Buffer.from(content),
      Buffer.from(CRLF),
    ]);
  const END = Buffer.from(`--${BOUNDARY}--${CRLF}`);
  const step = part('form-data; name="step"', 'making');
  const photo = (content: Buffer): Buffer => part('form-data; name="photo"; filename="a.png"', content, `Content-Type: image/png${CRLF}`);
  let picture: Buffer;
  beforeAll(async () => {
    picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#369' } })
      .png()
      .toBuffer();
  });
  const uploads = async (bytes: Buffer, type = TYPE): Promise<Reply> =>
    sends(`/orders/${order}/photos`, bytes, { 'Content-Type': type }, await shop.token('baker'));

  test('while a whole one is taken', async () => {
    expect((await uploads(Buffer.concat([step, photo(picture), END]))).status).toBe(201);
  });

  const NAMED = 'form-data; name="photo"; filename="a.png"';
  const BAD: [string, (picture: Buffer) => Buffer, string?][] = [
    ['cut off within the picture', (bytes) => Buffer.concat([step, photo(bytes)]).subarray(0, -40)],
    ['cut off before its end', (bytes) => Buffer.concat([step, photo(bytes)])],
    ['cut off within a header', () => Buffer.concat([step, Buffer.from(`--${BOUNDARY}${CRLF}Content-Dispo`)])],
    ['with a header that is none', (bytes) => Buffer.concat([step, part(NAMED, bytes, `no header at all${CRLF}`), END])],
    ['with a header without a name', (bytes) => Buffer.concat([step, part(NAMED, bytes, `: nothing${CRLF}`), END])],
    ['with a header of 100 KB', (bytes) => Buffer.concat([step, part(NAMED, bytes, `X-Long: ${'x'.repeat(100_000)}${CRLF}`), END])],
    ['that is empty', () => Buffer.alloc(0)],
    ['of nothing but its end', () => END],
    ['of something else altogether', () => Buffer.from('step=making&photo=no')],
    ['with a field without a name', (bytes) => Buffer.concat([part('form-data', 'making'), photo(bytes), END])],
    ['with a file without a name', (bytes) => Buffer.concat([step, part('form-data; filename="a.png"', bytes), END])],
    ['with a photo that is no file', (bytes) => Buffer.concat([step, part('form-data; name="photo"', bytes.subarray(0, 20)), END])],
    ['with a file of another name', (bytes) => Buffer.concat([step, part('form-data; name="picture"; filename="a.png"', bytes), END])],
    ['with two photos', (bytes) => Buffer.concat([step, photo(bytes), photo(bytes), END])],
    ['with a form within', (bytes) => Buffer.concat([step, part(NAMED, bytes, `Content-Type: multipart/mixed; boundary=YY${CRLF}`)])],
    ['with a list of steps', (bytes) => Buffer.concat([part('form-data; name="step[]"', 'making'), photo(bytes), END])],
    [
      'with seven parts',
      (bytes) => Buffer.concat([...Array.from({ length: 6 }, (_, n) => part(`form-data; name="f${n}"`, 'x')), photo(bytes), END]),
    ],
    ['with a field of 10 KB', (bytes) => Buffer.concat([part('form-data; name="step"', 'x'.repeat(10_000)), photo(bytes), END])],
    ['without a boundary', (bytes) => Buffer.concat([step, photo(bytes), END]), 'multipart/form-data'],
    ['with an empty boundary', (bytes) => Buffer.concat([step, photo(bytes), END]), 'multipart/form-data; boundary='],
    ['with a quoted empty boundary', (bytes) => Buffer.concat([step, photo(bytes), END]), 'multipart/form-data; boundary=""'],
    ['with half a parameter', (bytes) => Buffer.concat([step, photo(bytes), END]), 'multipart/form-data; boundary=XX; x'],
    [
      'with a boundary of 3,000 characters',
      (bytes) => Buffer.concat([step, photo(bytes), END]),
      `multipart/form-data; boundary=${'x'.repeat(3_000)}`,
    ],
    ['with another boundary than its own', (bytes) => Buffer.concat([step, photo(bytes), END]), 'multipart/form-data; boundary=YY'],
  ];
  test.each(BAD.map(([what, bytes, type = TYPE]) => ({ what, bytes, type })))('$what', async ({ bytes, type }) => {
    const { status, body } = await uploads(bytes(picture), type);
    expect([status, body.type, body.errors?.[0].pointer]).toEqual([400, '/problems/invalid-request', '/photo']);
    expect(await counts()).toEqual(before);
  });

  test('a step that is given twice, or is not UTF-8, is no step', async () => {
    for (const steps of [[step, step], [part('form-data; name="step"', Buffer.from([0xcd, 0xf5]))]]) {
      await expectRefused(uploads(Buffer.concat([...steps, photo(picture), END])), '/step', '');
    }
  });

  test('without any body at all, over a bare socket', async () => {
    const { hostname, port } = new URL(shop.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /api/v1/orders/${order}/photos HTTP/1.1${CRLF}Host: shop.test${CRLF}Connection: close${CRLF}` +
        `Authorization: Bearer ${await shop.token('baker')}${CRLF}Content-Type: ${TYPE}${CRLF}${CRLF}`,
    );
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"pointer":"/photo"');
  });
});
