import fc from 'fast-check';
import { agenda, type AgendaFacts } from '../../src/bakery/agenda.rules';
import { defaultCalendar } from '../../src/base/calendar';
import { changeBasis, changesNothing, previewChange, type Basis, type ChangeQuestion } from '../../src/orders/changes.rules';
import { factsFromLines } from '../../src/bakery/order-lines.rules';
import { ORDER_STATES } from '../../src/orders/order-state.rules';
import { bakeryRules } from '../../src/bakery/rulebook.rules';
import { HOUR_MS } from '../../src/base/rule';

const rules = bakeryRules();
const deliveryAt = Date.parse('2026-12-08T15:00:00+08:00');
const line = { product: 'birthday-cake', quantity: 1, unitPriceFen: 28_800, requirements: ['none'], allergens: ['egg', 'milk'] };
const version = (own: { lines?: (typeof line)[]; deliveryAt?: number } = {}) =>
  factsFromLines({ lines: [line], occasion: 'birthday', urgency: 'normal', complex: false, deliveryAt, method: 'courier', ...own });

const ask = (own: Partial<ChangeQuestion> = {}): ChangeQuestion => ({
  before: version(),
  after: version(),
  momentsBefore: [],
  momentsAfter: [],
  state: 'materials',
  costsFen: 1_200,
  receivedFen: 8_640,
  depositShare: rules.depositShare,
  recipeChanged: false,
  ...own,
});
const momentsOf = (own: Partial<AgendaFacts>) =>
  agenda(
    {
      intakeAt: 0,
      reviewAt: null,
      feasibleAt: null,
      acceptedAt: Date.parse('2026-12-01T10:00:00+08:00'),
      plannedStartAt: null,
      deliveryAt,
      deliveredAt: null,
      followUpTriedAt: null,
      decoration: true,
      courier: true,
      compressed: null,
      ...own,
    },
    rules,
    defaultCalendar(),
  );

describe('the preview of a change', () => {
  test('of nothing is nothing', () => {
    expect(previewChange(ask())).toEqual({
      priceDiffFen: 0,
      allergensAdded: [],
      allergensRemoved: [],
      movedMoments: [],
      needsFeasibility: false,
      costsFen: 1_200,
      materialsChanged: false,
    });
  });

  test('BAK-37 shows the price difference and the cost already incurred', () => {
    const dearer = previewChange(ask({ after: version({ lines: [{ ...line, unitPriceFen: 30_000 }] }) }));
    expect(dearer).toMatchObject({ priceDiffFen: 1_200, costsFen: 1_200, needsFeasibility: false, materialsChanged: false });
    const cheaper = previewChange(ask({ after: version({ lines: [{ ...line, unitPriceFen: 20_000 }] }) }));
    expect(cheaper.priceDiffFen).toBe(-8_800);
  });

  test.each([
    ['a later hour', { deliveryAt: deliveryAt + HOUR_MS }, false],
    ['another product', { lines: [{ ...line, product: 'mousse-cake' }] }, true],
    ['a second cake', { lines: [{ ...line, quantity: 2 }] }, true],
    ['another requirement', { lines: [{ ...line, requirements: ['low-sugar'] }] }, true],
    ['another allergen', { lines: [{ ...line, allergens: ['egg', 'milk', 'nuts'] }] }, true],
  ])('BAK-38 feasibility is asked again for %s', (_, own, materialsChanged) => {
    expect(previewChange(ask({ after: version(own) }))).toMatchObject({ needsFeasibility: true, materialsChanged });
  });

  test('BAK-38 another flavour or size asks again too, though the facts do not hold it', () => {
    expect(previewChange(ask({ recipeChanged: true }))).toMatchObject({ needsFeasibility: true, materialsChanged: true });
  });

  test('allergens added and removed are named once each', () => {
    const after = version({
      lines: [
        { ...line, allergens: ['nuts', 'egg'] },
        { ...line, allergens: ['nuts'] },
      ],
    });
    expect(previewChange(ask({ after }))).toMatchObject({ allergensAdded: ['nuts'], allergensRemoved: ['milk'] });
  });

  test('the moments that move are named with both instants, as are those that come and go', () => {
    const later = previewChange(
      ask({
        after: version({ deliveryAt: deliveryAt + 24 * HOUR_MS }),
        momentsBefore: momentsOf({}),
        momentsAfter: momentsOf({ deliveryAt: deliveryAt + 24 * HOUR_MS }),
      }),
    );
    expect(later.movedMoments.map(({ name }) => name)).toEqual([
      'decoration-remind',
      'decoration-due',
      'dispatch-remind',
      'dispatch-due',
      'delivery-promised',
    ]);
    expect(later.movedMoments.at(-1)).toEqual({ name: 'delivery-promised', from: deliveryAt, to: deliveryAt + 24 * HOUR_MS });
    const pickup = previewChange(ask({ momentsBefore: momentsOf({}), momentsAfter: momentsOf({ courier: false }) }));
    expect(pickup.movedMoments).toContainEqual({ name: 'dispatch-due', from: deliveryAt - HOUR_MS, to: null });
  });

  describe('BAK-31 a raised total is topped up to 30 % before making has started', () => {
    const dearer = version({ lines: [{ ...line, unitPriceFen: 40_000 }] }); // 30 % is 12 000

    test('by what is missing, and not at all when enough was paid', () => {
      expect(previewChange(ask({ after: dearer })).depositTopUpFen).toBe(12_000 - 8_640);
      expect(previewChange(ask({ after: dearer, receivedFen: 11_999 })).depositTopUpFen).toBe(1);
      expect(previewChange(ask({ after: dearer, receivedFen: 12_000 }))).not.toHaveProperty('depositTopUpFen');
    });

    test('once making has started the difference joins the balance', () => {
      expect(previewChange(ask({ after: dearer, state: 'making' }))).not.toHaveProperty('depositTopUpFen');
      expect(previewChange(ask({ after: dearer, state: 'decoration' }))).not.toHaveProperty('depositTopUpFen');
    });

    test('a lowered total never asks for more', () => {
      const cheaper = version({ lines: [{ ...line, unitPriceFen: 20_000 }] });
      expect(previewChange(ask({ after: cheaper, receivedFen: 0 }))).not.toHaveProperty('depositTopUpFen');
    });
  });

  test('equal questions give equal texts, so a hash of the preview means something; the order of lines and tags does not count', () => {
    const one = version({
      lines: [
        { ...line, allergens: ['egg', 'milk', 'nuts'] },
        { ...line, product: 'cookie-box' },
      ],
    });
    const other = version({
      lines: [
        { ...line, product: 'cookie-box' },
        { ...line, allergens: ['nuts', 'milk', 'egg'] },
      ],
    });
    expect(JSON.stringify(previewChange(ask({ after: one })))).toBe(JSON.stringify(previewChange(ask({ after: other }))));
    expect(previewChange(ask({ before: one, after: other })).materialsChanged).toBe(false);
  });
});

test('BAK-37 a preview is stale exactly when something that it rests on moved', () => {
  const small = fc.integer({ min: 0, max: 3 });
  const basis: fc.Arbitrary<Basis> = fc.record({
    version: small,
    planVersion: small,
    state: fc.constantFrom(...ORDER_STATES),
    costsFen: small,
    deliveryAt: small,
    totalFen: small,
  });
  fc.assert(
    fc.property(basis, basis, (a, b) => {
      const same = JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
      expect(changeBasis(a) === changeBasis(b)).toBe(same);
    }),
  );
});

describe('BAK-36 a change that changes nothing is none', () => {
  const person = { name: '王小明', phone: '13800138000' };
  const order = {
    lines: [
      { ...line, flavour: '草莓', size: '8-inch' },
      { ...line, product: 'cookie-box' },
    ],
    occasion: 'birthday',
    urgency: 'normal',
    deliveryAt,
    delivery: { method: 'pickup', recipient: person },
    customer: person,
  };
  const [cake, box] = order.lines as [(typeof order.lines)[0], (typeof order.lines)[0]];

  test.each<[string, Parameters<typeof changesNothing>[0]]>([
    ['the same occasion', { occasion: 'birthday' }],
    ['every part as it is', { ...order }],
    ['its lines in another order', { lines: [box, cake] }],
    ['its allergens in another order', { lines: [{ ...cake, allergens: ['milk', 'egg'] }, box] }],
    ['a field that is not given', { lines: [cake, { ...box, flavour: undefined }] }],
    ['the customer met by name, or as a matter of course', { delivery: { method: 'pickup' } as object }],
  ])('%s', (_what, patch) => {
    expect(changesNothing(patch, order)).toBe(true);
  });

  test.each<[string, Parameters<typeof changesNothing>[0]]>([
    ['another occasion beside the same urgency', { occasion: 'wedding', urgency: 'normal' }],
    ['another hour', { deliveryAt: deliveryAt + HOUR_MS }],
    ['another flavour', { lines: [{ ...cake, flavour: '抹茶' }, box] }],
    ['one line less', { lines: [cake] }],
    ['one line twice', { lines: [cake, cake] }],
    ['an allergen more', { lines: [{ ...cake, allergens: ['egg', 'milk', 'soy'] }, box] }],
    ['another price', { lines: [{ ...cake, unitPriceFen: 1 }, box] }],
    ['somebody else at the door', { delivery: { method: 'pickup', recipient: { name: '李华', phone: '13900139000' } } as object }],
  ])('but %s is one', (_what, patch) => {
    expect(changesNothing(patch, order)).toBe(false);
  });
});
