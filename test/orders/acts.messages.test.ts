import fc from 'fast-check';
import { assertAffordable, assertMay, readAct, updatesOf, type ActName } from '../../src/process/acts.messages';
import type { Actor } from '../../src/base/actor';
import { Refusal } from '../../src/base/refusals';
import { ROLES, type Role } from '../../src/base/roles';
import { readChoices, taskKinds } from '../../src/process/tasks/tasks.rules';

const AT = Date.parse('2026-12-01T02:00:00Z');
const LARGEST = 2_147_483_647;
const staff = (...roles: Role[]): Actor => ({ kind: 'staff', id: 'somebody', roles, via: 'http' });
const by = staff('store-manager');
const facts = {
  lines: [{ product: 'birthday-cake', quantity: 1, unitPriceFen: 28_800, requirements: ['none'], allergens: ['egg'] }],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: AT,
  method: 'courier',
  decoration: true,
  fragile: true,
  highRisk: false,
  totalFen: 28_800,
};
const preview = { by, changeId: 'c', facts, previewHash: 'h', basis: 'v1', allergensAdded: ['egg'], needsFeasibility: true };

/** One sound message of each act. */
const SOUND: { readonly [N in ActName]: Record<string, unknown> } = {
  completeTask: { by, taskId: 't', choices: { done: true }, deputyFor: [{ id: 'other', roles: ['baker'] }] },
  assignTask: { by, taskId: 't', to: null },
  requestChange: preview,
  refreshPreview: preview,
  decideChange: { by, changeId: 'c', decision: 'approve', previewHash: 'h' },
  confirmDetails: { by, confirmed: true, correctionId: 'x' },
  cancel: { by, cause: 'store', textId: 'x' },
  recordPayment: { by, paymentId: 'p', amountFen: LARGEST, method: 'cash', receivedAt: AT },
  recordCost: { by, costId: 'k', cost: 'labour', amountFen: 1 },
  reportException: { by, exceptionId: 'e', type: 'other', foundAt: AT, item: 'egg' },
  chooseAlternative: { by: { kind: 'customer', via: 'link' }, exceptionId: 'e', option: null },
  addPhoto: { by, photoId: 'f', step: 'baking', takenAt: AT },
  rate: { by, score: 4.5 },
};
const NAMES = Object.keys(SOUND) as ActName[];

const pointersOf = (read: () => unknown): string[] => {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('invalid-request');
    return (error.more.errors ?? []).map(({ pointer }) => pointer);
  }
  return [];
};

describe('what arrives as an act', () => {
  test.each(NAMES)('%s is read as it was sent', (name) => expect(readAct(name, SOUND[name])).toEqual(SOUND[name]));

  test.each(NAMES)(
    'BAK-04 %s: whatever is sent instead of it, or of one of its fields, is refused or read, and nothing else is thrown',
    (name) => {
      const fields = Object.keys(SOUND[name]);
      const nearly = fc
        .tuple(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), fc.anything()))
        .map(([field, x]) => ({ ...SOUND[name], [field]: x }));
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), fc.anything(), nearly), (sent) => {
          const wrong = pointersOf(() => readAct(name, sent));
          if (wrong.length === 0) expect(Object.keys(sent as object).every((field) => fields.includes(field))).toBe(true);
        }),
      );
    },
  );

  test.each(NAMES)('%s: a field that is missing is named', (name) => {
    const may = ['textId', 'deputyFor', 'previewHash', 'correctionId', 'item'];
    const must = Object.keys(SOUND[name]).filter((field) => !may.includes(field));
    const needed = name === 'requestChange' || name === 'refreshPreview' ? [...must, 'previewHash'] : must;
    expect(pointersOf(() => readAct(name, {})).sort()).toEqual(needed.map((field) => `/${field}`).sort());
  });

  const payment = (own: object) => () => readAct('recordPayment', { ...SOUND.recordPayment, ...own });
  test.each<[string, () => unknown, string[]]>([
    ['a negative payment', payment({ amountFen: -5 }), ['/amountFen']],
    ['a payment of nothing', payment({ amountFen: 0 }), ['/amountFen']],
    ['half a fen', payment({ amountFen: 1.5 }), ['/amountFen']],
    ['no number', payment({ amountFen: NaN }), ['/amountFen']],
    ['an amount as text', payment({ amountFen: '100' }), ['/amountFen']],
    ['more than a record holds', payment({ amountFen: LARGEST + 1 }), ['/amountFen']],
    ['a way to pay that is none', payment({ method: 'shells' }), ['/method']],
    ['the year 1999', payment({ receivedAt: Date.parse('1999-12-31T23:59:59Z') }), ['/receivedAt']],
    ['the year 0000', payment({ receivedAt: Date.parse('0000-01-01T00:00:00Z') }), ['/receivedAt']],
    ['an instant beyond dates', payment({ receivedAt: 8.64e15 + 1 }), ['/receivedAt']],
    ['nobody', payment({ by: null }), ['/by']],
    ['roles that are no list', payment({ by: { ...by, roles: 'finance' } }), ['/by/roles']],
    ['a role that is none', payment({ by: { ...by, roles: ['king'] } }), ['/by/roles/0']],
    ['staff without a role', payment({ by: { kind: 'staff', id: 'x', via: 'http' } }), ['/by']],
    ['staff without an id', payment({ by: { kind: 'staff', roles: ['finance'], via: 'http' } }), ['/by']],
    ['an id of 129 characters', payment({ paymentId: 'x'.repeat(129) }), ['/paymentId']],
    ['a field nobody knows', payment({ more: 1 }), ['']],
    [
      'a prototype',
      () => readAct('recordPayment', JSON.parse('{"__proto__":{"amountFen":5}}')),
      ['', '/by', '/paymentId', '/amountFen', '/method', '/receivedAt'],
    ],
    ['a rating between the halves', () => readAct('rate', { ...SOUND.rate, score: 4.2 }), ['/score']],
    ['a rating above five', () => readAct('rate', { ...SOUND.rate, score: 5.5 }), ['/score']],
    [
      'ten thousand lines',
      () => readAct('requestChange', { ...preview, facts: { ...facts, lines: Array(10_000).fill(1) } }),
      ['/facts/lines'],
    ],
  ])('BAK-04 %s is refused by its pointer', (_what, read, pointers) => {
    expect(new Set(pointersOf(read))).toEqual(new Set(pointers));
  });

  test('a refusal repeats nothing of what was sent', () => {
    const sent = { by: { kind: '王小明', id: '13800138000 ', via: 'x', 南京西路: 1 }, paymentId: '王小明 ' };
    try {
      readAct('recordPayment', sent);
    } catch (error) {
      expect(JSON.stringify([error, (error as Error).message])).not.toMatch(/王小明|138|南京/);
      return;
    }
    throw new Error('it was read');
  });

  test.each(taskKinds())('BAK-04 the answer of %s is read whole or refused, whatever it is', (kind) => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (sent) => void pointersOf(() => readChoices(kind, sent))));
    expect(pointersOf(() => readChoices(kind, null))).toContain('/answer');
    expect(pointersOf(() => readChoices(kind, { nobody: 'asked' }))).toContain('/answer');
  });
});

/** BAK-04, by hand from the catalogue: who does what, and the rule that the act serves. Tasks say for themselves whose they are. */
const MAY: { readonly [N in ActName]: readonly [rule: string, who: readonly (Role | 'customer')[]] } = {
  completeTask: ['BAK-25', [...ROLES, 'customer']], // the customer confirms the design by link
  assignTask: ['BAK-09', ROLES],
  requestChange: ['BAK-36', ['sales-consultant', 'customer']],
  refreshPreview: ['BAK-37', ROLES],
  decideChange: ['BAK-37', ['store-manager']],
  confirmDetails: ['BAK-45', ['customer']],
  cancel: ['BAK-39', ['sales-consultant', 'store-manager', 'customer']],
  recordPayment: ['BAK-32', ['finance', 'sales-consultant']],
  recordCost: ['BAK-41', ['production-supervisor', 'finance']],
  reportException: ['BAK-58', ROLES],
  chooseAlternative: ['BAK-60', ['customer']],
  addPhoto: ['BAK-50', ROLES], // whose step it shows: PHOTO_ROLES
  rate: ['BAK-82', ['customer']],
};

test.each(NAMES.map((name) => [MAY[name][0], name] as const))('BAK-04 %s %s is for those whom the catalogue names', (_, name) => {
  const [, who] = MAY[name];
  const may = (actor: Actor): boolean => {
    try {
      assertMay(name, actor);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-allowed', more: { rule: 'BAK-04' } });
      return false;
    }
  };
  expect(ROLES.filter((role) => may(staff(role)))).toEqual(ROLES.filter((role) => who.includes(role)));
  expect(may({ kind: 'customer', via: 'link' })).toBe(who.includes('customer'));
  for (const kind of ['supplier', 'system'] as const) expect(may({ kind, via: 'link' })).toBe(false);
});

describe('BAK-02 a run’s budget', () => {
  const taken = (name: ActName, who: Actor, spent: object): boolean => {
    try {
      assertAffordable(name, who, { acts: 0, events: 0, bytes: 0, ...spent });
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'act-budget-spent' });
      return false;
    }
  };
  const manager = staff('store-manager');

  test.each<[number, ActName[]]>([
    [1_499, NAMES],
    [1_500, ['completeTask', 'assignTask', 'refreshPreview', 'decideChange', 'cancel', 'recordPayment', 'reportException', 'addPhoto']],
    [1_800, ['completeTask', 'decideChange', 'cancel', 'recordPayment', 'addPhoto']],
    [1_950, ['completeTask', 'decideChange', 'cancel']],
    [1_999, ['completeTask', 'decideChange', 'cancel']],
  ])('after %d acts the manager still does these', (acts, still) => {
    expect(NAMES.filter((name) => taken(name, manager, { acts }))).toEqual(still);
  });

  test('a long history counts like many acts: 38,400 events or 37.5 MB are three quarters', () => {
    expect([taken('rate', manager, { events: 38_399 }), taken('rate', manager, { events: 38_400 })]).toEqual([true, false]);
    expect([taken('rate', manager, { bytes: 39_321_599 }), taken('rate', manager, { bytes: 39_321_600 })]).toEqual([true, false]);
  });

  test('who acts by link spends what can be spared', () => {
    expect(taken('completeTask', { kind: 'customer', via: 'link' }, { acts: 1_500 })).toBe(false);
  });

  test('BAK-39 who only asks for the cancellation that the store manager decides spends what can be spared', () => {
    expect(taken('cancel', staff('sales-consultant'), { acts: 1_500 })).toBe(false);
    expect(taken('cancel', staff('sales-consultant', 'store-manager'), { acts: 1_500 })).toBe(true);
  });
});

test('every act has a name of its own at Temporal’s door', () => {
  const updates = NAMES.flatMap((name) => updatesOf(name));
  expect(NAMES).toHaveLength(13);
  expect(new Set(updates).size).toBe(updates.length);
});
