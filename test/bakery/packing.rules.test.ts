import { packingLines } from '../../src/bakery/packing.rules';

const OCCASIONS = ['birthday', 'wedding', 'corporate', 'other'] as const;
const asked = (facts: { fragile?: boolean; occasion?: (typeof OCCASIONS)[number] }): string[] =>
  packingLines({ fragile: false, occasion: 'other', ...facts }).map(({ id, ruleId }) => `${ruleId} ${id}`);
const everyOrder = OCCASIONS.flatMap((occasion) => [true, false].map((fragile) => asked({ fragile, occasion })));

test('BAK-62 every order is packed into the custom box', () => {
  for (const lines of everyOrder) expect(lines).toContain('BAK-62 custom-box');
});

test('BAK-63 every box holds the quality card, whose four fields are named', () => {
  for (const lines of everyOrder) expect(lines).toContain('BAK-63 quality-card');
  const card = packingLines({ fragile: false, occasion: 'other' }).find(({ id }) => id === 'quality-card');
  expect(card?.zh).toMatch(/店长签名.*生产日期.*保质期.*投诉电话/);
});

test('BAK-64 a fragile order, and no other, gets double shock-proof packing', () => {
  expect(asked({ fragile: true })).toContain('BAK-64 shock-proof');
  expect(asked({ fragile: false })).not.toContain('BAK-64 shock-proof');
});

test('BAK-65 a fragile order, and no other, is marked with the word for it', () => {
  expect(asked({ fragile: true })).toContain('BAK-65 fragile-label');
  expect(asked({ fragile: false })).not.toContain('BAK-65 fragile-label');
  expect(packingLines({ fragile: true, occasion: 'other' }).find(({ id }) => id === 'fragile-label')?.zh).toContain('“易碎”');
});

test.each(OCCASIONS)('BAK-66 the greeting card comes with birthdays only: %s', (occasion) => {
  expect(asked({ occasion }).includes('BAK-66 greeting-card')).toBe(occasion === 'birthday');
});

test.each(OCCASIONS)('BAK-67 eco packaging comes with corporate orders only: %s', (occasion) => {
  expect(asked({ occasion }).includes('BAK-67 eco-packaging')).toBe(occasion === 'corporate');
});

test.each(OCCASIONS)('BAK-68 the green-baking statement comes with corporate orders only: %s', (occasion) => {
  expect(asked({ occasion }).includes('BAK-68 green-statement')).toBe(occasion === 'corporate');
});

test('BAK-69 order number and signee are checked last, on every order', () => {
  for (const lines of everyOrder) expect(lines.slice(-2)).toEqual(['BAK-69 order-number', 'BAK-69 signee']);
});

test('no line is asked twice, and each says what to do in both languages', () => {
  for (const lines of everyOrder) expect(new Set(lines).size).toBe(lines.length);
  for (const { zh, en } of packingLines({ fragile: true, occasion: 'birthday' })) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z]/);
  }
});
