import { houseLetters, type HouseLetter } from '../../support/house';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAIL_TEMPLATES } from '../../../src/generated/mail-templates';
import { letterOf, type LetterFacts } from '../../../src/process/outbox/register.letters';
import { bakeryRules } from '../../../src/bakery/rulebook.rules';
import { calendarDays, hours } from '../../../src/base/rule';
import type { OrderContext, OrderWords } from '../../../src/orders/letter-context.repository';
import { LANGUAGES, LetterIncomplete, type NoticeFacts } from '../../../src/process/outbox/facts';
import { renderNotice } from '../../../src/process/outbox/render';
import { withLook } from '../../../tools/look.mjs';
import { someFacts } from '../../support/letter-facts';

/** MJML brings no types. */
const mjml = jest.requireActual<(source: string, options: object) => Promise<{ html: string; errors: unknown[] }>>('mjml');
const at = (iso: string): number => Date.parse(iso);

const A_TASK = {
  task: '20261123001-3',
  kind: 'decoration-done',
  dueAt: at('2026-11-30T15:00:00+08:00'),
  reason: { rule: 'BAK-52', base: 'deliveryAt', before: { n: 24, unit: 'hours' } },
} as const;
const AN_EXCEPTION = { exception: 'e-1', item: 'cream', dueAt: at('2026-11-24T12:00:00+08:00') };
const A_QUESTION = { item: 'cream', exceptionId: 'e-1', supplierId: 's-1', expiresAt: at('2026-11-25T12:00:00+08:00') };

/** What the workflow says with each letter. */
const SAID: Pick<LetterFacts, HouseLetter> = {
  'task-opened': A_TASK,
  'task-reminder': { task: '20261123001-4', kind: 'settle-balance', dueAt: null, reason: null },
  'task-late': { ...A_TASK, rung: 1 },
  'design-waiting': { draft: 2, again: true },
  'deposit-due': { missingFen: 13_140, changed: false },
  'confirmation-letter': { version: 1 },
  'change-window-closing': { endsAt: at('2026-11-27T10:00:00+08:00') },
  'order-changed': { version: 2 },
  'change-refused': { change: 'c-1' },
  'warm-reminder': { plannedStartAt: at('2026-11-30T08:00:00+08:00') },
  'details-corrected': { address: true, recipient: false },
  'making-started': {},
  'order-ready': { method: 'courier' },
  'out-for-delivery': {},
  'order-delivered': { balanceFen: 30_660 },
  'order-delayed': { type: 'severe-weather' },
  'order-cancelled': { cause: 'customer', receivedFen: 13_140, refundedFen: 0, costsFen: 5000, refundFen: 8140 },
  'order-declined': { refundFen: 0 },
  'refund-paid': { refundFen: 8140 },
  'price-allowed': { allowanceFen: 5000, refundFen: 0 },
  alternatives: { exception: 'e-1', item: 'strawberry' },
  'exception-reported': { ...AN_EXCEPTION, type: 'ingredient-shortage' },
  'committee-called': { ...AN_EXCEPTION, type: 'food-safety', round: 1 },
  'supplier-request': A_QUESTION,
  'supplier-withdrawn': A_QUESTION,
  'rating-invitation': { again: false },
  suggestion: { attempt: 1 },
};

const factsOf = (template: HouseLetter): NoticeFacts =>
  someFacts({
    audience: letterOf(template).recipient,
    notice: { ...SAID[template] },
    words: template === 'suggestion' ? '包装可以再结实一些' : null,
  });

/** An order that was accepted under these numbers. */
const someAbout = (rules: OrderContext['rules']): Pick<NoticeFacts, 'about'> => ({ about: someFacts({ rules }).about });

describe.each(LANGUAGES)('every letter in %s', (language) => {
  test.each(houseLetters())('%s is complete, names no outside host and says its language', (template) => {
    const letter = renderNotice(template, language, factsOf(template));
    for (const part of [letter.subject, letter.text, letter.html, letter.sms ?? '-']) {
      expect(part.trim()).not.toBe('');
      expect(part).not.toMatch(/undefined|null|NaN|Invalid Date|\[object|\{\{|\}\}|\{[a-zA-Z]+[,}]/);
    }
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.html).toContain(`<html lang="${language}"`);
    const hosts = [...letter.html.matchAll(/(?:src|href|url\(|@import)[^>]*?(?:https?:)?\/\/([^/"')\s:]+)/g)].map((hit) => hit[1]);
    expect(hosts.filter((host) => host !== '127.0.0.1')).toEqual([]);
    expect(letter.html).not.toMatch(/<script|<img|<link/);
  });

  test.each(houseLetters().filter((template) => letterOf(template).recipient === 'customer'))(
    'BAK-08 %s has a short message',
    (template) => {
      const { sms } = renderNotice(template, language, factsOf(template));
      expect(sms).toContain('20261123001');
      expect(sms).toContain('麦香烘焙坊');
    },
  );
});

test('the generated layout is the one in the repository', async () => {
  const folder = join(__dirname, '../../../src/process/outbox/templates');
  expect(readdirSync(folder)).toEqual(Object.keys(MAIL_TEMPLATES).map((name) => `${name}.mjml`));
  const { html, errors } = await mjml(withLook(readFileSync(join(folder, 'letter.mjml'), 'utf8')), { validationLevel: 'strict' });
  expect(errors).toEqual([]);
  expect(html.replace(/^\s+/gm, '')).toBe(MAIL_TEMPLATES.letter);
});

describe('BAK-33 the confirmation letter', () => {
  test('carries number, specification, amounts, the end of the change window and the refund rules, in the consultant’s name', () => {
    const { text, html } = renderNotice('confirmation-letter', 'zh-CN', someFacts());
    const facts = [
      '20261123001',
      '生日蛋糕',
      '草莓奶油',
      '8 寸',
      '低糖',
      '蛋、奶、麸质',
      '¥288.00',
      '¥438.00',
      '¥131.40',
      '¥306.60',
      '2026年11月27日周五 10:00',
      '全额退款',
      '陈静',
    ];
    for (const fact of facts) {
      expect(text).toContain(fact);
      expect(html).toContain(fact);
    }
  });

  test.each([
    ['zh-CN', ['因我方原因取消（如逾期交付），全额退款', '退款为已付款项扣除已实际产生的成本', '退款在确认后 3 日内支付']],
    ['en', ['refunded in full', 'what you paid less the costs that have actually arisen', 'paid within 3 days of the decision']],
  ] as const)('says in %s what is paid back when either side cancels, and when', (language, rules) => {
    const { text, html } = renderNotice('confirmation-letter', language, someFacts());
    for (const rule of rules) for (const part of [text, html]) expect(part).toContain(rule);
  });

  test('names production cycle, delivery method and emergency contact in the short message too, for a customer without e-mail', () => {
    const { sms } = renderNotice('confirmation-letter', 'zh-CN', someFacts());
    for (const fact of ['11月30日周一 08:00', '送货上门', '139 0000 1234', 'http://127.0.0.1:3000/o/']) expect(sms).toContain(fact);
  });

  test('says that it replaces the earlier one when it is issued again after a change', () => {
    const { text } = renderNotice('confirmation-letter', 'zh-CN', someFacts({ notice: { version: 2 } }));
    expect(text).toContain('更新后的确认函（第 2 版）');
  });

  test('no longer invites changes when it is issued after the window has closed', () => {
    const { text } = renderNotice('confirmation-letter', 'zh-CN', someFacts({ writtenAt: at('2026-11-28T10:00:00+08:00') }));
    expect(text).toContain('调整期已结束');
  });
});

describe('BAK-34 the confirmation letter refuses to be written', () => {
  test.each([
    ['the production cycle', someFacts({ order: { plannedStartAt: null } })],
    ['the delivery method', someFacts({ order: { method: null } })],
    ['the delivery method', someFacts({ order: { method: 'courier', address: '' } })],
    ['the emergency contact', someFacts({ shop: { emergencyContact: ' ' } })],
  ])('without %s', (missing, facts) => {
    for (const language of LANGUAGES) {
      expect(() => renderNotice('confirmation-letter', language, facts)).toThrow(
        expect.objectContaining({ name: 'LetterIncomplete', missing, rule: 'BAK-34' }),
      );
    }
  });

  test('and is written with all three', () => {
    const { text } = renderNotice('confirmation-letter', 'zh-CN', someFacts({ order: { method: 'pickup', address: null } }));
    expect(text).toContain('制作周期：11月30日周一 08:00 开始制作，12月1日周二 15:00 交付（约 1 天）');
    expect(text).toContain('交付方式：到店自取');
    expect(text).toMatch(/取货地址：.+\n取货人：林晓雨/);
    expect(text).toContain('应急联系：值班经理 139 0000 1234');
  });
});

test('BAK-45 the warm reminder refuses to be written without the delivery method', () => {
  for (const language of LANGUAGES) {
    expect(() => renderNotice('warm-reminder', language, someFacts({ order: { method: null } }))).toThrow(
      expect.objectContaining({ name: 'LetterIncomplete', missing: 'the delivery method', rule: 'BAK-45' }),
    );
  }
});

test('BAK-45 the warm reminder asks to confirm delivery hour, address, recipient and method, with a link', () => {
  const { text, html } = renderNotice('warm-reminder', 'zh-CN', someFacts());
  for (const fact of ['2026年12月1日周二 15:00', '南京西路 1266 号', '林晓雨', '13800138000', '送货上门', '2026年11月30日周一 08:00'])
    expect(text).toContain(fact);
  expect(html).toContain('href="http://127.0.0.1:3000/o/token.signature"');
});

describe('a cancellation shows how the refund was reckoned', () => {
  const cancelled = (language: 'zh-CN' | 'en', cause: string, costsFen: number, refundFen: number): string =>
    renderNotice('order-cancelled', language, someFacts({ notice: { cause, receivedFen: 13_140, costsFen, refundFen } })).text;

  test('BAK-40 what was received less what was spent when the customer cancels', () => {
    expect(cancelled('zh-CN', 'customer', 5000, 8140)).toContain('已收款：¥131.40\n扣除已产生成本：− ¥50.00\n应退金额：¥81.40\n');
    expect(cancelled('en', 'customer', 5000, 8140)).toContain('Received: ¥131.40\nCosts already incurred: − ¥50.00\nRefund: ¥81.40\n');
  });

  test('BAK-40 everything, without a word of costs, when neither side is the cause', () => {
    const text = cancelled('zh-CN', 'neither', 5000, 13_140);
    expect(text).toContain('取消原因：非双方原因\n已收款：¥131.40\n应退金额：¥131.40\n');
    expect(text).not.toContain('成本');
  });

  test('BAK-40 what the store manager keeps when neither side is the cause and the decision is lower', () => {
    expect(cancelled('en', 'neither', 5000, 10_000)).toContain(
      "Received: ¥131.40\nKept by the store manager's decision: − ¥31.40\nRefund: ¥100.00\n",
    );
  });

  test('BAK-39 what was refunded before, so that the sum of both is what came in', () => {
    const notice = { cause: 'store', receivedFen: 28_800, refundedFen: 18_800, costsFen: 0, refundFen: 10_000 };
    const text = (language: 'zh-CN' | 'en') => renderNotice('order-cancelled', language, someFacts({ notice })).text;
    expect(text('zh-CN')).toContain('已收款：¥288.00\n此前已退款：− ¥188.00\n应退金额：¥100.00\n');
    expect(text('en')).toContain('Received: ¥288.00\nRefunded before: − ¥188.00\nRefund: ¥100.00\n');
  });

  test('BAK-41 that costs beyond what was received are not collected', () => {
    expect(cancelled('zh-CN', 'customer', 20_000, 0)).toContain(
      '已收款：¥131.40\n扣除已产生成本：− ¥200.00\n超出部分不再收取：+ ¥68.60\n应退金额：¥0.00\n',
    );
  });

  test.each([
    ['store', 20_000, 13_140],
    ['customer', 5000, 8140],
    ['customer', 20_000, 0],
    ['neither', 20_000, 13_140],
    ['neither', 5000, 10_000],
  ])('BAK-41 in rows that add up: %s, costs of %i fen', (cause, costsFen, refundFen) => {
    for (const language of LANGUAGES) {
      const amounts = [...cancelled(language, cause, costsFen, refundFen).matchAll(/(?:： ?|: )(?:([−+]) )?¥([\d.]+)$/gm)].map(
        ([, sign, yuan]) => (sign === '−' ? -1 : 1) * Math.round(Number(yuan) * 100),
      );
      expect(amounts.at(-1)).toBe(refundFen);
      expect(amounts.slice(0, -1).reduce((sum, fen) => sum + fen, 0)).toBe(refundFen);
    }
  });
});

test('the last call for changes leads to the telephone, since its page has no form for a change', () => {
  for (const language of LANGUAGES) {
    const { text, sms } = renderNotice('change-window-closing', language, factsOf('change-window-closing'));
    for (const part of [text, sms]) expect(part).toMatch(/(?:call |致电 ?)021-5555 0101/);
    expect(text).toMatch(/^(?:See the order: |查看订单：)http/m);
  }
});

test('the design letter says who shows the draft, and where to answer', () => {
  const said = (language: 'zh-CN' | 'en'): string => renderNotice('design-waiting', language, someFacts({ notice: { draft: 1 } })).text;
  expect(said('en')).toMatch(/your consultant shows it to you[^]*\nConfirm the design or ask for a new draft: http/);
  expect(said('zh-CN')).toMatch(/订单顾问会请您过目[^]*\n确认设计稿或提出修改：http/);
});

test('BAK-60 the customer is told of the alternatives, that they cost nothing more, and where to answer', () => {
  const { text, html } = renderNotice('alternatives', 'zh-CN', factsOf('alternatives'));
  for (const fact of ['草莓', '换一种口味', '换一款同价产品', '差价由我们承担', '12 小时']) expect(text).toContain(fact);
  expect(html).toContain('选择备选方案');
});

test('BAK-76 a customer whose order is made again hears so, by when, and that it costs no more', () => {
  const said = (language: 'zh-CN' | 'en'): string =>
    renderNotice('order-delayed', language, someFacts({ notice: { type: 'replacement' } })).text;
  expect(said('zh-CN')).toContain('签收时发现了问题，我们将为您重新制作，并于 2026年12月1日周二 15:00 交付，不另收费。');
  expect(said('zh-CN')).not.toContain('确定新的时间');
  expect(said('en')).toContain('We are making it again');
  expect(said('en')).not.toContain('as soon as we know the new time');
});

test('BAK-06 every letter about a running order shows the way to its page', () => {
  for (const template of [
    'confirmation-letter',
    'making-started',
    'order-ready',
    'out-for-delivery',
    'order-delivered',
    'order-changed',
    'order-delayed',
  ] as const) {
    expect(renderNotice(template, 'en', factsOf(template)).text).toContain('http://127.0.0.1:3000/o/');
  }
});

describe('a running order’s letters say the numbers stamped on it', () => {
  const stamped = { ...bakeryRules(), refundDue: calendarDays(5), alternativeReply: hours(9) };

  test('BAK-39 a refund is paid within the days that it was accepted under', () => {
    const { text, sms } = renderNotice('order-cancelled', 'zh-CN', { ...factsOf('order-cancelled'), ...someAbout(stamped) });
    expect(text).toContain('将在 5 日内原路退回');
    expect(sms).toContain('将在5日内退回');
  });

  test('BAK-60 and the customer has the hours to choose that it was accepted under', () => {
    expect(renderNotice('alternatives', 'en', { ...factsOf('alternatives'), ...someAbout(stamped) }).text).toContain('within 9 hours');
  });

  test('a letter that needs numbers which this program does not know is refused', () => {
    expect(() => renderNotice('alternatives', 'en', { ...factsOf('alternatives'), ...someAbout(null) })).toThrow(LetterIncomplete);
    expect(renderNotice('making-started', 'en', { ...factsOf('making-started'), ...someAbout(null) }).text).toContain('Our bakers');
  });
});

test('instants are written in the store’s zone, whatever the host’s is', () => {
  const { text } = renderNotice('warm-reminder', 'en', someFacts({ shop: { zone: 'America/New_York' } }));
  expect(text).toContain('Tue, December 1, 2026 02:00');
});

test('what a deadline rests on is said in the letter’s language', () => {
  const reason = { rule: 'BAK-52', base: 'deliveryAt', baseAt: at('2026-12-01T15:00:00+08:00'), before: { n: 24, unit: 'hours' } };
  const late = { kind: 'decoration-done', dueAt: at('2026-11-30T15:00:00+08:00'), reason, rung: 1 };
  const said = (language: 'zh-CN' | 'en'): string =>
    renderNotice('task-late', language, someFacts({ notice: late, audience: 'staff' })).text;
  expect(said('zh-CN')).toContain('约定交付（12月1日周二 15:00）前24小时 → 11月30日周一 15:00（BAK-52）');
  expect(said('en')).toMatch(/24 h before the promised delivery Tue, December 1 15:00 → Mon, November 30 15:00 \(BAK-52\)/);
});

test('staff copies of a customer’s letter show neither address, telephone nor link', () => {
  const { text, html } = renderNotice('order-changed', 'zh-CN', someFacts({ audience: 'staff', recipientName: '陈麦', link: null }));
  for (const part of [text, html]) expect(part).not.toMatch(/13800138000|南京西路|\/o\//);
  expect(text).toContain('生日蛋糕  1 件');
});

test('what a customer wrote is text, never markup', () => {
  const lines = [
    { product: 'birthday-cake', quantity: 1, unitPriceFen: 1, requirements: ['none'], allergens: [], note: '<img src=x onerror=alert(1)>' },
  ];
  const { html } = renderNotice('confirmation-letter', 'en', someFacts({ order: { lines }, recipientName: '<b>Eve</b>' }));
  expect(html).not.toMatch(/<img|<b>Eve/);
  expect(html).toContain('&lt;img src');
});

test('a letter that names what is not known is refused, not sent with a gap', () => {
  expect(() => renderNotice('change-window-closing', 'en', someFacts({ order: { changeWindowEndsAt: null } }))).toThrow(LetterIncomplete);
  expect(() => renderNotice('deposit-due', 'en', someFacts())).toThrow(LetterIncomplete); // no sum
  expect(() => renderNotice('supplier-request', 'en', someFacts({ notice: { item: 'cream' } }))).toThrow(LetterIncomplete); // no hour
});

test('an item that is called like something every object has is named as it was reported', () => {
  const notice = { exception: 'e', type: 'ingredient-shortage', item: 'constructor' };
  expect(renderNotice('exception-reported', 'en', someFacts({ notice, audience: 'staff' })).text).toContain('constructor');
});

test('BAK-71 a customer asked to collect what was to be brought is given the shop’s address', () => {
  const order = { method: 'courier' as const };
  const { text } = renderNotice('order-ready', 'en', someFacts({ order, notice: { method: 'pickup' } }));
  expect(text).toContain('collect it');
  expect(text).toContain('安福路 12 号');
  expect(renderNotice('order-ready', 'en', someFacts({ order })).text).toContain('bring it to the address');
});

describe('BAK-07, BAK-38 a letter about a change', () => {
  const before = {
    version: 1,
    method: 'courier' as const,
    address: '上海市静安区南京西路 1266 号 18 楼',
    deliveryAt: at('2026-12-01T15:00:00+08:00'),
    lines: [
      {
        product: 'birthday-cake',
        quantity: 1,
        flavour: '草莓鲜奶',
        size: '6-inch',
        unitPriceFen: 28_800,
        requirements: ['none'],
        allergens: ['egg', 'milk'],
      },
    ],
  };
  const after = { ...before.lines[0]!, flavour: '抹茶', size: '8-inch', requirements: ['low-sugar'], allergens: ['egg', 'milk', 'nuts'] };
  const told = (language: 'zh-CN' | 'en', audience: 'staff' | 'customer'): string =>
    renderNotice('order-changed', language, someFacts({ audience, before, notice: { version: 2 }, order: { lines: [after], version: 2 } }))
      .text;

  test.each([
    ['zh-CN', ['口味：草莓鲜奶 → 抹茶', '规格：6 寸 → 8 寸', '要求：无特殊要求 → 低糖', '过敏原：蛋、奶 → 蛋、奶、坚果']],
    [
      'en',
      ['Flavour: 草莓鲜奶 → 抹茶', 'Size: 6 inches → 8 inches', 'Requirements: none → low sugar', 'Allergens: egg, milk → egg, milk, nuts'],
    ],
  ] as const)('in %s says flavour, size, requirements and allergens, old and new, to whoever makes it', (language, rows) => {
    const text = told(language, 'staff');
    for (const row of rows) expect(text).toContain(row);
    expect(text).not.toMatch(/¥|南京西路|13800138000/);
    expect(told(language, 'customer')).toContain(rows[0]);
  });

  test('says what was left out, and the whole specification as it is now', () => {
    const two = { ...before, lines: [...before.lines, { ...after, product: 'cookie-box', flavour: '黄油', quantity: 2 }] };
    const facts = someFacts({ audience: 'staff', before: two, order: { lines: [after] } });
    const { text } = renderNotice('order-changed', 'zh-CN', facts);
    expect(text).toContain('曲奇礼盒：2 件 → 无');
    expect(text).toContain('生日蛋糕  1 件\n  口味：抹茶\n  规格：8 寸\n  要求：低糖\n  过敏原：蛋、奶、坚果');
  });
});

describe('BAK-39 a price cut after payment', () => {
  const cheaper = { totalFen: 10_001, depositFen: 3_000, receivedFen: 28_800, outstandingFen: 0, version: 2 };
  test.each([
    ['zh-CN', '多付的 ¥187.99 将在 2026年12月4日周五 10:00 前原路退还给您', '应退款项：¥187.99', '多付的¥187.99将在3日内退还'],
    ['en', '¥187.99 will be paid back to you by', 'Due back to you: ¥187.99', '¥187.99 comes back to you within 3 days'],
  ] as const)('in %s is told with what comes back, and by when', (language, sentence, row, short) => {
    const notice = { version: 2, refundBy: at('2026-12-04T10:00:00+08:00') };
    const { text, sms } = renderNotice('order-changed', language, someFacts({ notice, order: cheaper }));
    expect(text).toContain(sentence);
    expect(text).toContain(row);
    expect(sms).toContain(short);
  });
});

describe('BAK-31 thanks and sums are of this order', () => {
  const free = { totalFen: 0, depositFen: 0, receivedFen: 0, outstandingFen: 0 };
  const said = (template: HouseLetter, order: Partial<OrderWords>, notice: NoticeFacts['notice'] = {}): string[] =>
    LANGUAGES.map((language) => renderNotice(template, language, someFacts({ order, notice })).text);

  test('nobody is thanked for the prepayment of an order that costs nothing, nor told that it is paid', () => {
    for (const text of [...said('confirmation-letter', free), ...said('order-delivered', free)])
      expect(text).not.toMatch(/已收到|已全部结清|has arrived|Everything is paid/);
    for (const text of [
      ...said('order-delayed', free, { type: 'overdue' }),
      ...said('order-cancelled', free, { cause: 'store', refundFen: 0 }),
    ])
      expect(text).not.toMatch(/获得全额退款|全额退还|get all your money back|All you have paid/);
  });

  test('who has paid all of it is thanked for all of it', () => {
    const [zh, en] = said('confirmation-letter', { receivedFen: 43_800, outstandingFen: 0 });
    expect(zh).toContain('您的款项已全部收到');
    expect(en).toContain('Your payment has arrived in full');
  });

  test('a prepayment that is paid in part is no change of the order', () => {
    const [zh, en] = said('deposit-due', { receivedFen: 10_000, outstandingFen: 33_800 }, { missingFen: 3_140, changed: false });
    expect(zh).toContain('订单总额为 ¥438.00，30% 的预付款为 ¥131.40，请补付 ¥31.40');
    expect(en).toContain('please pay the remaining ¥31.40');
    expect(`${zh}${en}`).not.toMatch(/已调整|has been changed/);
  });

  test('BAK-22 an hour that has passed is not promised any more', () => {
    const writtenAt = at('2026-12-01T16:00:00+08:00');
    for (const template of ['making-started', 'order-ready', 'out-for-delivery'] as const) {
      for (const language of LANGUAGES) {
        const { text, sms } = renderNotice(template, language, someFacts({ writtenAt }));
        expect(text.split('■')[0]).not.toMatch(/15:00/);
        expect(sms).not.toMatch(/15:00/);
      }
    }
  });
});

describe('BAK-08 a letter to the staff', () => {
  const call = (why: string, more: object = {}): string[] =>
    LANGUAGES.map(
      (language) =>
        renderNotice(
          'task-opened',
          language,
          someFacts({ audience: 'staff', notice: { task: '1-3', kind: 'telephone-customer', yours: true, why, ...more } }),
        ).text,
    );

  test.each([
    [
      'undeliverable',
      { template: 'warm-reminder' },
      '发给顾客的通知（温馨提示）未能送达',
      'A letter to the customer (A warm reminder) could not be delivered',
    ],
    ['letter-late', {}, '确认函一小时内未能送达', 'The confirmation letter was not delivered within an hour'],
    ['details-unconfirmed', {}, '顾客未答复《温馨提示》', 'The customer has not answered the warm reminder'],
    ['alternatives', {}, '十二小时内未答复备选方案', 'has not answered the alternatives'],
    ['alternative-chosen', { option: 'other-flavour' }, '顾客已选定备选方案（换一种口味）', 'has chosen an alternative (another flavour)'],
    ['change-wanted', {}, '店长决定调整订单', 'The store manager wants the order changed'],
  ])('says why the customer is to be telephoned: %s', (why, more, zh, en) => {
    const texts = call(why, more);
    expect(texts[0]).toContain(zh);
    expect(texts[1]).toContain(en);
    for (const text of texts) expect(text).not.toMatch(/1380013|Due soon|即将到期/);
  });

  test('is “due soon” only while it is', () => {
    const remind = (dueAt: number | null): string =>
      renderNotice('task-reminder', 'zh-CN', someFacts({ audience: 'staff', notice: { kind: 'committee-vote', dueAt } })).subject;
    expect(remind(at('2026-11-24T12:00:00+08:00'))).toContain('即将到期');
    expect(remind(at('2026-11-24T09:00:00+08:00'))).toContain('已逾期');
    expect(remind(null)).toContain('尚未完成');
  });

  test('BAK-03 speaks to the owner as the owner, and to those above as those above', () => {
    const late = (yours: boolean): string =>
      renderNotice('task-late', 'zh-CN', someFacts({ audience: 'staff', notice: { kind: 'making-done', ...(yours && { yours }) } })).text;
    expect(late(true)).toContain('您负责的订单');
    expect(late(true)).not.toContain('上报给您');
    expect(late(false)).toContain('现按制度上报给您');
  });
});
