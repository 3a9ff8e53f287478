import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, staff, type Order } from '../support/bakery';
import { runsOf } from '../support/rest';

// An order never needs to, but one that has heard very much goes on in another run. Each life here is lived twice: by an order that stays in one
// run, and by one that is continued after every act that leaves it at rest. Nobody may tell them apart.

const bakery = bakeryOfThisFile();
type Life = (order: Order) => Promise<void>;

const consultant = staff('sales-consultant');
const bakes = staff('production-supervisor');

/** The design is rejected, the review says no at first, the prepayment is chased, and a dearer cake waits for its decision. */
const ofManyQuestions: Life = async (order) => {
  await order.complete('confirm-design', { outcome: 'rejected', draftPhotoId: await order.photo('design-draft', consultant) });
  await order.waitHours(25); // the customer is reminded of draft 2
  await order.complete('confirm-design', { outcome: 'approved', draftPhotoId: await order.photo('design-draft', consultant) });
  await order.complete('feasibility-review', { outcome: 'not-feasible' });
  await order.complete('offer-alternative', { outcome: 'review-again' });
  await order.isFeasible();
  await order.settled();
  await order.pays(4_000);
};

/** Half of the prepayment comes, the rest is reminded of, chased, promised, and chased again. */
const ofLateMoney: Life = async (order) => {
  await order.isFeasible();
  await order.settled();
  await order.pays(4_000);
  await order.waitUntil(order.moment('deposit-remind') + HOUR_MS);
  await order.pays(1_000);
  await order.waitUntil(order.moment('deposit-hand-over') + HOUR_MS);
  await order.complete('chase-deposit', { outcome: 'will-pay' });
  await order.waitHours(25);
  await order.task('chase-deposit');
  await order.costs('waste', 1);
  await order.pays((await order.view()).money.depositFen - 5_000);
  await order.task('materials-settled');
};

/** A change waits while the materials come in, is approved with a new allergen, and its prepayment and its sheet are asked for once more. */
const ofOneChange: Life = async (order) => {
  await order.isAccepted();
  const change = await order.asksForChange({ totalFen: 38_800 }, { allergensAdded: ['nuts'], needsFeasibility: true });
  await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] }, bakes);
  await order.waitHours(3); // the store manager is reminded
  await order.decides(change, 'approve');
  await order.costs('waste', 1);
  await order.complete('acknowledge-allergen', { acknowledged: false });
  await order.complete('acknowledge-allergen', { acknowledged: true });
  await order.waitHours(25); // the customer is reminded of what is missing of the prepayment
  await order.isFeasible();
  await order.signs();
  await order.costs('waste', 1);
  await order.complete('materials-complete', { complete: true });
  await order.pays((await order.view()).money.depositFen - 8_640);
  await order.task('making-done');
};

/** Nobody does anything: the change window is reminded of and closes, the warm reminder goes out, and nobody answers it. */
const ofWaiting: Life = async (order) => {
  await order.isAccepted();
  for (const moment of ['change-window-remind', 'change-window-ends', 'warm-reminder', 'planned-start']) {
    await order.costs('waste', 1);
    await order.waitUntil(order.moment(moment) + HOUR_MS);
  }
  await order.complete('telephone-customer', { reached: true });
};

/** In production a problem waits for its owner, a second for the store manager, and a third for the committee. */
const ofThreeProblems: Life = async (order) => {
  await order.isMaking();
  await order.photo('baking');
  for (const problem of ['other', 'process-problem', 'food-safety'] as const) {
    await order.waitHours(0.2); // of two clocks that ring in the same millisecond either may be first
    await order.reports(problem);
  }
  await order.complete('committee-vote', { vote: 'release' }, staff('food-safety-committee', 'one'));
  await order.waitHours(5); // each of them is late
  await order.complete('answer-exception', { outcome: 'resolved' });
  await order.complete('escalated', { decision: 'continue' });
  await order.complete('committee-vote', { vote: 'release' }, staff('food-safety-committee', 'two'));
  await order.waitHours(24); // another production day
  await order.photo('piping');
  await order.makes();
  await order.decorates();
  await order.passesFinalCheck('fail');
  await order.complete('escalated', { decision: 'continue' });
  await order.passesFinalCheck();
  await order.packs();
};

/** Nobody has what is missing, the customer does not answer, and the order is cancelled for our cause. */
const ofAShortage: Life = async (order) => {
  await order.isMaking();
  await order.waitHours(0.5);
  const shortage = await order.reports('ingredient-shortage', { item: 'strawberry' });
  await order.task('escalated');
  await order.costs('labour', 500);
  await order.waitHours(13); // no reply to the alternatives
  await order.chooses(shortage, null);
  await order.costs('labour', 500);
  await order.complete('cancellation-decision', { decision: 'approve' });
  await order.settled();
  const { context } = await order.task('refund');
  await order.complete('refund', { amountFen: context['refundFen'] as number, method: 'cash' });
  await order.handle.result();
};

/** Delivered, settled late, visited in vain, reached at last, and rated after it has closed. */
const ofItsEnd: Life = async (order) => {
  await order.isDelivered();
  await order.waitHours(3); // invited to rate
  await order.pays(1_000);
  await order.waitHours(24);
  await order.pays((await order.view()).money.outstandingFen);
  await order.waitUntil(order.moment('follow-up') + HOUR_MS);
  await order.complete('follow-up-visit', { reached: false, method: 'telephone' });
  await order.settled();
  await order.waitUntil(order.moment('follow-up-retry') + HOUR_MS);
  await order.complete('follow-up-visit', { reached: true, satisfaction: 5, method: 'telephone' });
  await order.until('the end', () => (order.book.snapshot?.state === 'closed' ? true : undefined));
};

const LIVES: readonly (readonly [string, Life, Parameters<typeof bakery.places>[0]])[] = [
  ['of many questions', ofManyQuestions, { facts: { complex: true }, deliverInDays: 14, lifeDays: 8 }],
  ['of late money', ofLateMoney, { deliverInDays: 14, lifeDays: 8 }],
  ['of one change', ofOneChange, { deliverInDays: 8 }],
  ['of waiting', ofWaiting, { deliverInDays: 8, lifeDays: 9 }],
  ['of three problems', ofThreeProblems, {}],
  ['of a shortage', ofAShortage, {}],
  ['of its end', ofItsEnd, { lifeDays: 24 }],
];

/** In how many runs each is lived at least: an act that finds the order between two steps continues none. */
const FEWEST_RUNS = 4;

/** What there is to see of an order, without the ids that differ from one to the other. */
async function seenOf(order: Order): Promise<object> {
  await order.settled();
  const { book } = order;
  return {
    timeline: book.timeline.map(({ kind, ruleId, actor }) => `${kind} ${ruleId} ${actor.id ?? actor.kind}`),
    letters: book.outbox.map(({ template, to }) => `${template} ${to}`),
    tasks: [...book.tasks.values()].map(({ id, kind, assignee, state, rung }) => [
      id.replace(order.number, ''),
      kind,
      assignee,
      state,
      rung,
    ]),
    state: book.snapshot?.state,
    overlays: book.snapshot?.overlays,
    money: book.snapshot?.money,
    moments: book.snapshot?.moments.map(({ name }) => name).sort(),
  };
}

describe('an order that goes on in another run', () => {
  test.each(LIVES)(
    'lives a life %s as one that never does',
    async (_name, life, placed) => {
      const plain = await bakery.places(placed);
      await life(plain);
      const seen = await seenOf(plain);
      const continued = await bakery.places({ ...placed, continueAfterActs: 1 });
      await life(continued);
      expect(await seenOf(continued)).toEqual(seen);
      expect(await runsOf(plain.handle.client, plain.handle.workflowId)).toBe(1);
      expect(await runsOf(continued.handle.client, continued.handle.workflowId)).toBeGreaterThanOrEqual(FEWEST_RUNS);
      const own = continued.book.batches.filter(({ process }) => process.kind === 'order');
      expect(own.map(({ revision }) => revision)).toEqual(own.map((_batch, n) => n + 1));
    },
    90_000,
  );
});
