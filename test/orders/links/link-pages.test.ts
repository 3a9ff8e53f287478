import { runInNewContext } from 'node:vm';
import { PAGE_WORDS } from '../../../src/orders/links/link-words';
import { ORDER_STATES, STAGES } from '../../../src/orders/order-state.rules';
import { aQuestion, aTask, HOUR, openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(() => shop.desk.accept());
afterAll(() => shop.close());

const LANGUAGES = ['zh-CN', 'en'] as const;
const HAN = /\p{Script=Han}/u;

/** An order whose customer reads this language and is asked to confirm the delivery details. */
async function reminded(language: 'zh-CN' | 'en', delivery?: object): Promise<{ order: string; page: () => Promise<string> }> {
  const customer = { name: 'Lin', phone: '13800138000', email: 'lin@home.example', language };
  const order = await placed(shop, { customer, ...(delivery && { delivery }) });
  await shop.db.process.update({ where: { id: `order/${order}` }, data: { state: 'materials' } });
  const at = new Date(shop.now());
  await shop.db.notice.create({
    data: {
      id: `${order}/warm-reminder`,
      processId: `order/${order}`,
      storeId: 'main',
      thread: order,
      to: 'customer',
      template: 'warm-reminder',
      facts: {},
      urgent: false,
      createdAt: at,
      notBefore: at,
      channels: [],
    },
  });
  return { order, page: () => pageOf(order) };
}
const pageOf = async (order: string): Promise<string> => (await fetch(`${shop.url}/o/${shop.link({ scope: 'customer', order })}`)).text();
/** What the page says, without the shop's and the people's own words. */
const proseOf = (html: string): string => html.replace(/<dd>.*?<\/dd>|value=".*?"/g, '').replace(/<[^>]+>/g, ' ');

interface Field {
  readonly name: string;
  readonly type: string;
  readonly dataset: { readonly type?: string | undefined };
  readonly checked: boolean;
  value: string;
  focus(): void;
}
const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#x3D;': '=', '&amp;': '&' };
const unescape = (text: string): string => text.replace(/&[^;]+;/g, (sign) => SIGNS[sign] ?? sign);

/** A page as its script sees it: forms, fields and the line that says how it went. */
class Browser {
  readonly sent: { url: string; body: unknown }[] = [];
  readonly result = { textContent: '', focus: () => (this.focused = 'result') };
  focused = '';
  gone = 0;
  private readonly submits: (() => Promise<void>)[] = [];
  private readonly forms: Field[][];

  constructor(html: string, script: string) {
    const sources = [...html.matchAll(/<form data-post="([^"]*)">(.*?)<\/form>/gs)];
    this.forms = sources.map(([, , inside]) => [...(inside ?? '').matchAll(/<(?:input|textarea)[^>]*>/g)].map(([tag]) => this.field(tag)));
    const forms = sources.map(([, post], n) => ({
      dataset: { post },
      elements: this.forms[n],
      closest: () => ({ remove: () => (this.gone += 1) }),
      addEventListener: (_what: string, submit: (event: object) => Promise<void>) =>
        this.submits.push(() => submit({ preventDefault: () => undefined })),
    }));
    const document = {
      documentElement: { lang: attribute(html, 'lang') },
      querySelectorAll: () => forms,
      getElementById: () => this.result,
    };
    const post = async (url: string, init: RequestInit & { body: string }): Promise<Response> => {
      this.sent.push({ url, body: JSON.parse(init.body) });
      return fetch(shop.url + url, init);
    };
    runInNewContext(script, { document, crypto, fetch: post });
  }

  /** What the customer reads after an answer. */
  get said(): string {
    return this.result.textContent;
  }

  private field(tag: string): Field {
    const name = attribute(tag, 'name') ?? '';
    return {
      name,
      type: attribute(tag, 'type') ?? 'text',
      dataset: { type: attribute(tag, 'data-type') },
      checked: false,
      value: unescape(attribute(tag, 'value') ?? ''),
      focus: () => (this.focused = name),
    };
  }

  /** Fills fields of the first form that has them all, and sends it. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    const n = this.forms.findIndex((fields) => Object.keys(values).every((name) => fields.some((field) => field.name === name)));
    for (const field of this.forms[n] ?? []) field.value = values[field.name] ?? field.value;
    await this.submits[n]?.();
  }
}
const open = async (page: () => Promise<string>): Promise<Browser> =>
  new Browser(await page(), await (await fetch(`${shop.url}/assets/link.js`)).text());

describe('BAK-06 the customer’s page', () => {
  test.each(LANGUAGES)('says in %s where the order stands and what is asked', async (language) => {
    const { order, page } = await reminded(language);
    await aTask(shop, order, 'confirm-design', 'sales-consultant');
    const becomes = (state: string, data: object) =>
      shop.db.order.update({ where: { number: order }, data: { ...data, process: { update: { state } } } });
    await becomes('making', { changeWindowEndsAt: new Date(shop.now() + HOUR) });
    const making = await page();
    await becomes('delivered', {
      deliveredAt: new Date(shop.now()),
      moments: [{ name: 'rating-close', at: shop.now() + HOUR, ruleId: 'BAK-82', reason: { rule: 'BAK-82', base: 'deliveredAt' } }],
    });
    const html = making + (await page());
    const words = PAGE_WORDS[language];
    expect(html).toContain(`<html lang="${language}">`);
    for (const said of [
      words.states.making,
      words.design.heading,
      words.details.heading,
      words.states.delivered,
      words.rating.heading,
      words.change.other,
      words.cancellation.heading,
    ])
      expect(proseOf(html)).toContain(said);
    if (language === 'en') expect(proseOf(html)).not.toMatch(HAN);
    else expect(proseOf(html).replace(/Shop main/g, '')).not.toMatch(/[a-z]{3}/i);
  });

  test('offers the alternatives in the customer’s language', async () => {
    const { order, page } = await reminded('en');
    const at = new Date(shop.now());
    const id = `${order}-e`;
    const found = { type: 'ingredient-shortage', foundAt: at, reportedAt: at, reporter: {}, late: false, state: 'open' };
    await shop.db.orderException.create({ data: { id, orderNumber: order, ...found } });
    await shop.db.notice.update({ where: { id: `${order}/warm-reminder` }, data: { template: 'alternatives', facts: { exception: id } } });
    expect(await page()).toContain('another flavour');
    expect(proseOf(await page())).not.toMatch(HAN);
  });

  test('has a word for every state and stage in both languages', () => {
    for (const language of LANGUAGES) {
      const { states, stages } = PAGE_WORDS[language];
      expect([Object.keys(states).sort(), Object.keys(stages).sort()]).toEqual([[...ORDER_STATES].sort(), [...STAGES].sort()]);
      const said = [...Object.values(states), ...Object.values(stages)];
      expect(said.filter((word) => word.trim() === '' || HAN.test(word) !== (language === 'zh-CN'))).toEqual([]);
    }
  });

  test('that cannot be opened says so in both languages', async () => {
    const html = await (await fetch(`${shop.url}/o/nonsense`)).text();
    expect(html).toContain('链接无效');
    expect(html).toMatch(/<section lang="en">.*not valid/);
  });
});

test('no page has a script, a style or an outside host of its own', async () => {
  const { order, page } = await reminded('en');
  await aTask(shop, order, 'confirm-design', 'sales-consultant');
  const supplier = await aQuestion(shop, order);
  const others = [`/s/${supplier}`, '/o/nonsense', '/s/nonsense'].map(async (path) => (await fetch(shop.url + path)).text());
  for (const html of [await page(), ...(await Promise.all(others))]) {
    expect(html.match(/<script.*?<\/script>/gs)).toEqual(['<script src="/assets/link.js"></script>']);
    expect(html).not.toMatch(/<style|\s(?:style|on\w+)=|https?:/);
  }
});

test('the supplier’s page is in Chinese, whatever the customer reads', async () => {
  const { order } = await reminded('en');
  const html = await (await fetch(`${shop.url}/s/${await aQuestion(shop, order)}`)).text();
  expect(html).toContain('<html lang="zh-CN">');
  expect(html).toContain('能否供货');
});

describe('BAK-45 on the page the customer', () => {
  test.each(LANGUAGES)('reads in %s the hour, method, address and recipient that are to be confirmed', async (language) => {
    const { order, page } = await reminded(language, {
      method: 'courier',
      address: '南京西路100号 "A" <b>',
      recipient: { name: '李华', phone: '13900139000' },
    });
    await shop.db.order.update({ where: { number: order }, data: { deliveryAt: new Date('2026-12-01T15:00:00+08:00') } });
    const html = await page();
    const words = { 'zh-CN': ['2026年12月1日 星期二 15:00', '送货上门'], en: ['Tuesday 1 December 2026, 15:00', 'delivery to the door'] };
    for (const shown of [...words[language], '南京西路100号 &quot;A&quot; &lt;b&gt;', '李华', '139********'])
      expect(html).toContain(`<dd>${shown}</dd>`);
    expect(html).not.toContain('13900139000');
  });

  test('confirms them with one press', async () => {
    const { order, page } = await reminded('en');
    const browser = await open(page);
    await browser.fill({ confirmed: 'true' });
    expect(shop.desk.asked.at(-1)).toMatchObject({ act: 'confirmDetails', order, message: { confirmed: true } });
    expect([browser.gone, browser.said, browser.focused]).toEqual([1, 'Received, thank you.', 'result']);
  });

  test('corrects what has changed, with the last digits of the telephone; what is left empty stays', async () => {
    const { order, page } = await reminded('en');
    const browser = await open(page);
    const recipient = { 'correction.recipient.name': '赵六', 'correction.recipient.phone': '137 0013 7000' };
    await browser.fill({ ...recipient, phoneLastFour: '8000' });
    const correction = { recipient: { name: '赵六', phone: '13700137000' } };
    expect(browser.sent).toEqual([{ url: expect.any(String), body: { confirmed: false, correction, phoneLastFour: '8000' } }]);
    const asked = shop.desk.asked.at(-1);
    expect(asked).toMatchObject({ act: 'confirmDetails', order, message: { confirmed: false, correctionId: expect.any(String) } });
    expect((await shop.db.text.findUnique({ where: { id: asked?.message.correctionId } }))?.body).toEqual(correction);
    expect([browser.gone, browser.said]).toEqual([1, 'Received, thank you.']);
  });

  test('is led to the field that is not right', async () => {
    const { page } = await reminded('zh-CN');
    const browser = await open(page);
    await browser.fill({ 'correction.recipient.name': '赵六', 'correction.recipient.phone': '123', phoneLastFour: '8000' });
    expect([browser.gone, browser.said, browser.focused]).toEqual([0, '未能提交，请检查后重试。', 'correction.recipient.phone']);
    await browser.fill({ 'correction.recipient.phone': '13700137000', phoneLastFour: '0001' });
    expect([browser.gone, browser.said, browser.focused]).toEqual([0, expect.stringContaining('末四位不符'), 'phoneLastFour']);
  });

  test('is sent to the telephone when the link has been used up for the day', async () => {
    const { order, page } = await reminded('en');
    const browser = await open(page);
    const { id } = await shop.db.link.findFirstOrThrow({ where: { processId: `order/${order}` } });
    await shop.db.linkAct.create({ data: { linkId: id, day: '2026-11-23', acts: 30 } });
    await browser.fill({ confirmed: 'true' });
    expect([browser.gone, browser.said]).toEqual([0, expect.stringContaining('call the shop')]);
  });

  test('who collects the order is not asked for an address', async () => {
    const { page } = await reminded('en', { method: 'pickup', recipient: { name: '李华', phone: '13900139000' } });
    const html = await page();
    expect(html).toContain('name="correction.recipient.name"');
    expect(html).not.toContain('correction.address');
  });

  test('every field has its label', async () => {
    const { order, page } = await reminded('en');
    await aTask(shop, order, 'confirm-design', 'sales-consultant');
    const fields = (await page()).match(/<(?:input(?! type="hidden")|textarea)/g) ?? [];
    const labelled = (await page()).match(/<label>(?:[^<]+ <(?:input|textarea)|<input[^>]*> [^<]+)/g) ?? [];
    expect(fields.length).toBeGreaterThan(5);
    expect(labelled).toHaveLength(fields.length);
  });
});
