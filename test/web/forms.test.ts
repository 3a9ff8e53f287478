import { requiredOf, shownOf } from '../../web/src/forms/conditions';
import { missing, refusedFields } from '../../web/src/forms/errors';
import { fenOf, yuanOf } from '../../web/src/forms/money';
import type { Field, Values } from '../../web/src/forms/schema';
import { answerOf, resumed, startOf } from '../../web/src/forms/values';

/** A form with all that forms have: a condition, a settled field, rows that are laid out, an optional group. */
const REVIEW: Field = {
  type: 'object',
  required: ['outcome'],
  allOf: [{ if: { properties: { outcome: { enum: ['no'] } }, required: ['outcome'] }, then: { required: ['reason'] } }],
  properties: {
    outcome: {
      type: 'string',
      oneOf: [
        { const: 'yes', title: '可行' },
        { const: 'no', title: '不可行' },
      ],
    },
    reason: { type: 'string' },
    version: { type: 'integer', const: 3 },
    risky: { type: 'boolean', default: false },
    items: {
      type: 'array',
      ui: { widget: 'rows' },
      default: [{ item: 'egg' }, { item: 'milk' }],
      items: { type: 'object', required: ['item', 'status'], properties: { item: { type: 'string' }, status: { type: 'string' } } },
    },
    sheet: {
      type: 'object',
      required: ['risks'],
      properties: { risks: { type: 'string' }, lines: { type: 'array', items: { type: 'string' } } },
    },
  },
};

describe('what is asked', () => {
  const names = (value: object): string[] => shownOf(REVIEW, { ...value }).map(([name]) => name);

  test('a field that a condition requires is asked for while the condition holds, and not before', () => {
    expect(names({})).not.toContain('reason');
    expect(names({ outcome: 'yes' })).not.toContain('reason');
    expect(names({ outcome: 'no' })).toContain('reason');
    expect([...requiredOf(REVIEW, { outcome: 'no' })]).toEqual(['outcome', 'reason']);
  });
});

/** Cakes, whose sizes hang on which it is. */
const CAKES: Field = {
  type: 'object',
  required: ['lines', 'allergens'],
  properties: {
    lines: {
      type: 'array',
      minItems: 1,
      ui: { widget: 'rows' },
      default: [{ quantity: 1 }],
      items: {
        type: 'object',
        required: ['product'],
        allOf: [
          {
            if: { properties: { product: { const: 'birthday-cake' } }, required: ['product'] },
            then: { required: ['size'], properties: { size: { oneOf: [{ const: '8-inch', title: '8 寸' }] } } },
          },
        ],
        properties: { product: { type: 'string' }, quantity: { type: 'integer' }, size: { type: 'string', title: '规格' } },
      },
    },
    allergens: { type: 'array', items: { type: 'string' } },
  },
};

describe('what hangs on what was chosen', () => {
  const line = CAKES.properties?.['lines']?.items ?? {};

  test('a field is then what the condition says, beside what it is anyway', () => {
    expect(shownOf(line, { product: 'birthday-cake' }).at(-1)).toEqual([
      'size',
      { type: 'string', title: '规格', oneOf: [{ const: '8-inch', title: '8 寸' }] },
    ]);
    expect(shownOf(line, { product: 'bread' }).map(([name]) => name)).toEqual(['product', 'quantity']);
  });

  test('of a list that is asked for every row counts, touched or not; one that may be empty is sent empty', () => {
    expect([...missing(CAKES, startOf(CAKES) as Values, '必填')]).toEqual([['/lines/0/product', '必填']]);
    expect(answerOf(CAKES, startOf(CAKES))).toEqual({ lines: [{ quantity: 1 }], allergens: [] });
    expect([...missing(CAKES, { lines: [{ product: 'birthday-cake' }] }, '必填')]).toEqual([['/lines/0/size', '必填']]);
    expect([...missing(CAKES, { lines: [] }, '必填')]).toEqual([['/lines', '必填']]);
  });
});

describe('what stands there to begin with', () => {
  test('what is settled and what the order says; an optional group is closed', () => {
    expect(startOf(REVIEW)).toEqual({ version: 3, risky: false, items: [{ item: 'egg' }, { item: 'milk' }] });
  });

  test('a tick is given, never found', () => {
    expect(startOf({ type: 'object', properties: { signed: { type: 'boolean', const: true } } })).toEqual({});
  });

  test('a draft goes on with what was typed, but what has been settled anew is as it is now, and what the form has no more is gone', () => {
    expect(resumed(REVIEW, { outcome: 'no', reason: '没有烤箱', version: 2, former: 'x' })).toEqual({
      outcome: 'no',
      reason: '没有烤箱',
      version: 3,
      risky: false,
      items: [{ item: 'egg' }, { item: 'milk' }],
    });
  });
});

describe('what is sent', () => {
  test('neither hidden fields nor empty ones, nor rows that nobody touched; text without blanks around it', () => {
    const value = {
      outcome: 'yes',
      reason: 'typed while it was a no',
      version: 3,
      risky: false,
      items: [{ item: 'egg' }, { item: 'milk' }],
      sheet: { risks: ' 易碎 ', lines: ['', undefined] },
    };
    expect(answerOf(REVIEW, value)).toEqual({ outcome: 'yes', version: 3, risky: false, sheet: { risks: '易碎', lines: [] } });
  });

  test('of rows that somebody touched all of them, that the shop may say what is missing', () => {
    const rows = [{ item: 'egg', status: 'in-stock' }, { item: 'milk' }];
    expect(answerOf(REVIEW, { outcome: 'yes', items: rows })).toEqual({ outcome: 'yes', items: rows });
  });
});

describe('what is wrong', () => {
  test('what is required and blank, by pointer, into open groups', () => {
    expect([...missing(REVIEW, { outcome: 'no', reason: '', sheet: {} }, '必填')]).toEqual([
      ['/reason', '必填'],
      ['/sheet/risks', '必填'],
    ]);
  });

  test('the shop’s words stand at the fields they are about; of two for one field the first', () => {
    const errors = ['/answer/reason', '/answer/items/1/status', '/answer/reason', '/answer'].map((pointer, n) => ({
      pointer,
      code: 'x',
      params: {},
      detail: `detail ${n}`,
    }));
    expect([...refusedFields({ errors })]).toEqual([
      ['/reason', 'detail 0'],
      ['/items/1/status', 'detail 1'],
      ['', 'detail 3'],
    ]);
  });
});

describe('money', () => {
  test.each([
    ['86.4', 8640],
    ['¥1,200', 120_000],
    ['0.29', 29],
    ['１', undefined],
    ['8.005', undefined],
    ['', undefined],
    ['-3', undefined],
    ['288。5', 28_850],
    ['1.', 100],
  ])('%s yuan are %p fen', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  test('every amount is shown as it would be typed', () => {
    for (let fen = 0; fen < 30_000; fen += 7) expect(fenOf(yuanOf(fen))).toBe(fen);
  });
});
