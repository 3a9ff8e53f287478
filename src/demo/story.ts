import { HOUR_MS } from '../base/rule';
import { customerLink, supplierPromises, type Mailbox } from './mailbox';
import type { People, ShownOrder } from './people';
import { aCakeFor, steps, wholeHour } from './steps';

export interface StoryOptions {
  /** Where the letters are; null when the shop sends real mail, and then the links come from the API. */
  readonly catcherUrl: string | null;
  readonly say: (line: string) => void;
}

/** Shop hours from intake to the promised delivery: enough for a shortage, a change and a day of decoration. */
const LEAD_HOURS = 46;

/** One order whose story is told: its people, its number, what they do in turn, and where the letters are. */
interface Telling {
  readonly people: People;
  readonly number: string;
  readonly step: ReturnType<typeof steps>;
  readonly say: (line: string) => void;
  readonly mailbox: Mailbox;
  readonly deliveryAt: number;
}

/** One order's whole life as its people live it, with a change, a shortage and a late task on the way. Every line names its rule. */
export async function tellStory(people: People, { catcherUrl, say }: StoryOptions): Promise<ShownOrder> {
  const intakeAt = await people.now();
  const deliveryAt = wholeHour(intakeAt + LEAD_HOURS * HOUR_MS);
  const { number } = await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt), { as: 'sales-consultant' });
  say(`BAK-15 … BAK-24  the sales consultant takes order ${number}, promised for ${new Date(deliveryAt).toISOString()}`);
  const mailbox = { catcherUrl, people, order: number };
  const telling: Telling = { people, number, step: steps(people, number), say, mailbox, deliveryAt };
  await becomesAccepted(telling);
  const link = await customerLink(mailbox);
  await people.shop.post(`/links/${link}/details-confirmation`, { confirmed: true });
  say('BAK-45           the customer confirms the delivery details by the link');
  await isChanged(telling);
  await survivesAShortage(telling);
  await isMade(telling);
  return reachesItsCustomer(telling, link);
}

/** The review comes late, and the prepayment accepts the order. */
async function becomesAccepted({ people, number, step, say, deliveryAt }: Telling): Promise<void> {
  await people.task(number, 'feasibility-review', (task) => task.rung > 0);
  say('BAK-27, BAK-03   four hours pass without a review: it is late, and the store manager hears of it');
  await step.feasible(deliveryAt - 30 * HOUR_MS, 'store-manager');
  say('BAK-27 … BAK-30  the store manager reviews it himself: feasible, planned, each step has a named person');

  const { money } = await people.until(number, (order) => order.state === 'awaiting-deposit');
  await step.pays(money.depositFen);
  await people.until(number, (order) => order.state === 'materials');
  say(
    `BAK-31, BAK-35   the prepayment of ¥${(money.depositFen / 100).toFixed(2)} is in: accepted; the confirmation letter goes out (BAK-33)`,
  );
}

async function isChanged({ people, number, step, say, deliveryAt }: Telling): Promise<void> {
  const wanted = wholeHour(deliveryAt + 2 * HOUR_MS);
  const change = await people.shop.post<{ id: string; previewHash: string }>(
    `/orders/${number}/changes`,
    { patch: { deliveryAt: new Date(wanted).toISOString() }, reason: '顾客改时间' },
    { as: 'sales-consultant' },
  );
  say('BAK-36           inside the 72 hours the customer asks for delivery two hours later');
  await people.shop.post(
    `/orders/${number}/changes/${change.id}/decision`,
    { decision: 'approve', reason: '产能允许', previewHash: change.previewHash },
    { as: 'store-manager' },
  );
  await people.until(number, (order) => order.version === 2);
  say('BAK-37, BAK-38   the store manager approves: version 2, the plan moves, the task sheet is void');
  await step.feasible(deliveryAt - 28 * HOUR_MS);
  say('BAK-38           the date changed, so the supervisor reviews feasibility again');
}

async function survivesAShortage({ people, number, say, mailbox }: Telling): Promise<void> {
  const exception = await people.shop.post<{ id: string }>(
    `/orders/${number}/exceptions`,
    {
      type: 'ingredient-shortage',
      item: 'imported-chocolate',
      foundAt: new Date(await people.now()).toISOString(),
      description: '进口巧克力不足',
    },
    { as: 'baker' },
  );
  say('BAK-58           the baker reports a shortage of imported chocolate');
  await supplierPromises(mailbox, 3);
  await people.until(number, (order) => !order.overlays.includes('exception-open'));
  say(`BAK-59, BAK-60   a backup supplier promises it by its link; exception ${exception.id} is closed`);
}

async function isMade({ step, say }: Telling): Promise<void> {
  await step.materials();
  await step.signs();
  say('BAK-44, 47, 48   materials are settled and complete, the baker signs the task sheet of version 2');
  await step.makes();
  say('BAK-49, BAK-50   made, with a photo of each key step');
  await step.decorates();
  say('BAK-52           decorated, completion photo kept');
  await step.passes();
  say('BAK-51           the check after decoration is passed');
}

/** Packed, handed over, paid, rated and visited. */
async function reachesItsCustomer({ people, number, step, say }: Telling, link: string): Promise<ShownOrder> {
  await step.packs();
  say('BAK-62 … BAK-69  packed line by line, the “fragile” label photographed');
  await step.departs();
  say('BAK-69, 70, 73   number and signee compared, vehicle, route and vest ticked; the cake is on its way');
  await step.handsOver();
  say('BAK-75           handed over with signature and photo');
  await step.settles();
  say('BAK-77           the balance is settled');
  await people.shop.post(`/links/${link}/rating`, { score: 5, comment: '非常好吃' });
  say('BAK-82           the customer gives five points');

  const { followUpAt } = await people.until(number, (order) => order.followUpAt !== null);
  say(`AFT-88           the visit is due on day 13: ${followUpAt}; the shop's clock runs …`);
  await step.visits();
  const closed = await people.until(number, (order) => order.state === 'closed');
  say('AFT-88 … AFT-91  customer service has visited; nothing is open, the order is closed (BAK-02)');
  return closed;
}
