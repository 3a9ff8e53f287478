import { houseLetters, type HouseLetter } from '../support/house';
import { letterOf } from '../../src/process/outbox/register.letters';
import { createLetters } from '../../workflows/process/letters';

type Facts = Readonly<Record<string, unknown>>;

const MOVES = ['making', 'packing', 'ready', 'out-for-delivery', 'delivered', 'cancelled', 'declined'];
const PLAIN =
  'order.changed order.replaced order.overdue order.accepted order.rated payment.received refund.paid price.allowed change-window.closed ' +
  'design.confirmed design.rejected details.confirmed details.unanswered delivery.backup-plan';
const OF_A_TASK = ['done', 'withdrawn', 'moved', 'assigned', 'breached', 'paused', 'raised'];
const OF_A_SUPPLIER = ['promised', 'refused', 'no-answer', 'withdrawn', 'failed'];

/** What may go on record while a letter lies unsent: of what it speaks of, and of another one. */
const FACTS: Readonly<Record<string, readonly [event: string, data: Facts]>> = {
  ...Object.fromEntries(MOVES.map((to) => [to, ['order.moved', { to }]])),
  ...Object.fromEntries(PLAIN.split(' ').map((event) => [event, [event, {}]])),
  'plan as before': ['plan.made', { moved: false }],
  'plan moved': ['plan.made', { moved: true }],
  ...Object.fromEntries(
    ['delivery-problem', 'severe-weather', 'process-difficulty'].map((type) => [
      `reported ${type}`,
      ['exception.reported', { type, exception: 'f' }],
    ]),
  ),
  'its exception closed': ['exception.closed', { exception: 'e' }],
  'another exception closed': ['exception.closed', { exception: 'f' }],
  'its alternative chosen': ['alternative.chosen', { exception: 'e' }],
  'another alternative chosen': ['alternative.chosen', { exception: 'f' }],
  'its vote over': ['committee.decided', { exception: 'e', round: 1 }],
  'an earlier vote over': ['committee.decided', { exception: 'e', round: 0 }],
  'another vote over': ['committee.decided', { exception: 'f', round: 1 }],
  ...Object.fromEntries(OF_A_TASK.map((what) => [`its task ${what}`, [`task.${what}`, { task: 't', kind: 'k' }]])),
  ...Object.fromEntries(OF_A_TASK.map((what) => [`another task ${what}`, [`task.${what}`, { task: 'u', kind: 'k' }]])),
  'a task of its kind opened': ['task.opened', { task: 'u', kind: 'k' }],
  'a task of another kind opened': ['task.opened', { task: 'u', kind: 'l' }],
  ...Object.fromEntries(OF_A_SUPPLIER.map((what) => [`its supplier ${what}`, [`supplier.${what}`, { exception: 'e', supplier: 's' }]])),
  ...Object.fromEntries(OF_A_SUPPLIER.map((what) => [`another supplier ${what}`, [`supplier.${what}`, { exception: 'e', supplier: 'r' }]])),
  ...Object.fromEntries(
    OF_A_SUPPLIER.map((what) => [`its supplier ${what} for another`, [`supplier.${what}`, { exception: 'f', supplier: 's' }]]),
  ),
};

/** What becomes of an unsent letter, one fact each: it falls, is written anew, or stays. */
function fates(template: HouseLetter, facts: Facts): { readonly falls: string[]; readonly anew: string[] } {
  const fateOf = (fact: string): 'falls' | 'anew' | 'stays' => {
    let id = 0;
    const letters = createLetters(
      () => String((id += 1)),
      () => 0,
    );
    letters.write({ id: 'n', to: 'customer', template, facts, urgent: false, createdAt: 0 });
    letters.take();
    letters.hear(...FACTS[fact]!);
    const { notices, withdrawals } = letters.take();
    return notices.length > 0 ? 'anew' : withdrawals.some((one) => one.template === template) ? 'falls' : 'stays';
  };
  const all = Object.keys(FACTS).map((fact) => ({ fact, fate: fateOf(fact) }));
  const those = (fate: string): string[] => all.filter((one) => one.fate === fate).map(({ fact }) => fact);
  return { falls: those('falls').sort(), anew: those('anew').sort() };
}

interface Unsent {
  readonly rules: string;
  /** For whom it is made, with its boxes. */
  readonly made: string;
  readonly facts?: Facts;
  readonly falls?: readonly string[];
  readonly anew?: readonly string[];
}

const OVER = ['its task done', 'its task withdrawn', 'its task moved'];
const NO_ORDER = ['cancelled', 'declined'];
const TROUBLE = ['reported delivery-problem', 'reported severe-weather'];
const E = { exception: 'e' };
const THEIRS = OF_A_SUPPLIER.map((what) => `its supplier ${what}`);

/** By hand, from what each letter tells its reader. */
const UNSENT: { readonly [T in HouseLetter]: Unsent } = {
  'task-opened': { rules: '', made: 'staff: task work', facts: { task: 't' }, falls: [...OVER, 'its task assigned'] },
  'task-reminder': {
    rules: '',
    made: 'staff, urgent: task work',
    facts: { task: 't' },
    falls: [...OVER, 'its task assigned', 'its task breached', 'its task paused'],
  },
  'task-late': { rules: '', made: 'staff, urgent: task work', facts: { task: 't', kind: 'k' }, falls: OVER },
  'design-waiting': { rules: 'BAK-25', made: 'customer: goods', falls: ['design.confirmed', 'design.rejected', ...NO_ORDER] },
  'deposit-due': {
    rules: 'BAK-31',
    made: 'customer: goods amounts delivery',
    falls: ['payment.received', 'order.accepted', 'order.changed', ...NO_ORDER],
  },
  'confirmation-letter': {
    rules: 'BAK-33 BAK-34',
    made: 'customer, urgent: goods schedule delivery amounts refunds',
    falls: ['order.changed', 'plan moved', 'delivered', ...NO_ORDER],
    anew: ['payment.received', 'refund.paid', 'change-window.closed'],
  },
  'change-window-closing': {
    rules: 'BAK-36',
    made: 'customer: goods delivery',
    falls: ['change-window.closed', 'delivered', ...NO_ORDER],
    anew: ['order.changed'],
  },
  'order-changed': {
    rules: 'BAK-38',
    made: 'customer: changes goods delivery amounts',
    falls: ['order.changed', 'delivered', ...NO_ORDER],
    anew: ['payment.received', 'refund.paid'],
  },
  'change-refused': { rules: 'BAK-37', made: 'customer: ', falls: ['order.changed', 'delivered', ...NO_ORDER] },
  'warm-reminder': {
    rules: 'BAK-45',
    made: 'customer: delivery goods',
    falls: ['details.confirmed', 'details.unanswered', 'plan moved', 'making', 'delivered', ...NO_ORDER],
    anew: ['order.changed'],
  },
  'details-corrected': { rules: 'BAK-45', made: 'customer, urgent: delivery', falls: ['delivered', ...NO_ORDER] },
  'making-started': {
    rules: 'BAK-08',
    made: 'customer: delivery',
    falls: ['packing', 'ready', 'out-for-delivery', 'delivered', ...TROUBLE, ...NO_ORDER],
    anew: ['order.changed', 'order.overdue'],
  },
  'order-ready': {
    rules: 'BAK-08 BAK-71',
    made: 'customer: delivery',
    falls: ['out-for-delivery', 'delivered', 'delivery.backup-plan', 'order.replaced', ...TROUBLE, ...NO_ORDER],
    anew: ['order.overdue'],
  },
  'out-for-delivery': {
    rules: 'BAK-08',
    made: 'customer, urgent: delivery',
    falls: ['delivered', 'order.replaced', ...TROUBLE, ...NO_ORDER],
    anew: ['order.overdue'],
  },
  'order-delivered': { rules: 'BAK-08', made: 'customer: amounts', anew: ['payment.received', 'refund.paid', 'price.allowed'] },
  'order-delayed': {
    rules: 'BAK-39 BAK-71 BAK-72 BAK-76',
    made: 'customer, urgent: delivery',
    falls: ['order.changed', 'order.replaced', 'delivered', ...NO_ORDER],
  },
  'order-cancelled': { rules: 'BAK-39 BAK-40 BAK-41', made: 'customer, urgent: calculation', anew: ['refund.paid'] },
  'order-declined': { rules: 'BAK-27', made: 'customer: ', anew: ['refund.paid'] },
  'refund-paid': { rules: 'BAK-39', made: 'customer: ' },
  'price-allowed': { rules: 'BAK-76', made: 'customer: amounts', anew: ['payment.received', 'refund.paid'] },
  alternatives: {
    rules: 'BAK-60',
    made: 'customer, urgent: its-own goods',
    facts: E,
    falls: ['its alternative chosen', 'its exception closed', ...NO_ORDER],
  },
  'exception-reported': {
    rules: 'BAK-58 BAK-39 BAK-61 BAK-71 BAK-72 BAK-76',
    made: 'staff, urgent: exception work',
    facts: { ...E, type: 'delivery-problem' },
    falls: ['its exception closed'],
  },
  'committee-called': {
    rules: 'BAK-81',
    made: 'staff, urgent: exception work',
    facts: { ...E, round: 1 },
    falls: ['its exception closed', 'its vote over'],
  },
  'supplier-request': { rules: 'BAK-59', made: 'supplier, urgent: ', facts: { exceptionId: 'e', supplierId: 's' }, falls: THEIRS },
  'supplier-withdrawn': { rules: 'BAK-59', made: 'supplier, urgent: ' },
  'rating-invitation': { rules: 'BAK-82', made: 'customer: ', falls: ['order.rated'] },
  suggestion: { rules: 'AFT-91', made: 'staff: its-own work' },
};

const madeFor = (template: HouseLetter): string => {
  const { recipient, urgent, cards } = letterOf(template);
  return `${recipient}${urgent ? ', urgent' : ''}: ${cards.map((card) => (typeof card === 'string' ? card : 'its-own')).join(' ')}`;
};

// the letters of tasks have no clause of their own: they serve BAK-03 and BAK-08
test.each(houseLetters().map((template): [string, HouseLetter] => [UNSENT[template].rules || 'BAK-03 BAK-08', template]))(
  '%s %s: for whom it is made, and which later fact makes it untrue while it lies unsent',
  (_, template) => {
    const { rules, made, facts = {}, falls = [], anew = [] } = UNSENT[template];
    expect([(letterOf(template).rules ?? []).join(' '), madeFor(template)]).toEqual([rules, made]);
    if (letterOf(template).life.byOthers) return; // what is written elsewhere is withdrawn unseen: see below
    expect(fates(template, facts)).toEqual({ falls: [...falls].sort(), anew: [...anew].sort() });
  },
);

test('BAK-59 a request to a supplier falls with that supplier’s answer for that shortage, though another workflow wrote it', () => {
  const hearing = (fact: string): unknown => {
    const letters = createLetters(
      () => 'id',
      () => 0,
    );
    letters.hear(...FACTS[fact]!);
    return letters.take().withdrawals.map(({ template, facts }) => [template, facts]);
  };
  for (const fact of THEIRS) expect(hearing(fact)).toEqual([['supplier-request', { exceptionId: 'e', supplierId: 's' }]]);
  expect(hearing('delivered')).toEqual([]);
});

describe('BAK-03 that something is late', () => {
  const late = (own: Facts): readonly string[] => fates('task-late', { task: 't', kind: 'k', ...own }).falls;

  test('is no news any more to whose it was once it is somebody else’s, or has climbed on', () => {
    expect(late({ yours: true })).toEqual([...OVER, 'its task assigned', 'its task raised'].sort());
  });

  test('is no news any more of a step that has not begun once it begins, the order changes or ends, or is delivered', () => {
    expect(late({ notBegun: true })).toEqual([...OVER, 'a task of its kind opened', 'order.changed', 'delivered', ...NO_ORDER].sort());
  });
});

test('BAK-39 that the promised hour has passed is no news of an order that is delivered, ended or promised anew', () => {
  expect(fates('exception-reported', { type: 'overdue' }).falls).toEqual(['delivered', 'order.changed', ...NO_ORDER].sort());
});

test('BAK-39 BAK-71 the weather that the dispatch check found is no news once the order is delivered or ended', () => {
  expect(fates('exception-reported', { type: 'severe-weather', step: 'dispatch-check' }).falls).toEqual(['delivered', ...NO_ORDER].sort());
});

test.each(['order-cancelled', 'order-declined', 'price-allowed'] as const)(
  'BAK-27 BAK-39 BAK-76 %s, written anew after the refund, says that it is paid',
  (template) => {
    const letters = createLetters(
      () => 'id',
      () => 0,
    );
    letters.write({ id: 'n', to: 'customer', template, facts: {}, urgent: false, createdAt: 0 });
    letters.take();
    letters.hear('refund.paid', {});
    expect(letters.take().notices).toMatchObject([{ template, facts: { paid: true } }]);
  },
);
