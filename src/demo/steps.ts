import { packingLines } from '../bakery/packing.rules';
import { HOUR_MS } from '../base/rule';
import type { People } from './people';

/** The next whole hour at or after an instant (BAK-22). */
export const wholeHour = (at: number): number => Math.ceil(at / HOUR_MS) * HOUR_MS;
const iso = (at: number): string => new Date(at).toISOString();

/** Who receives it, and signs (BAK-69, BAK-75). */
const SIGNEE = '林志强';

/** What a customer asks for in scripted runs: a birthday cake by courier. */
export const aCakeFor = (deliveryAt: number, own: object = {}): object => ({
  kind: 'bakery',
  channel: 'counter',
  customer: { name: '陈晓燕', phone: '13800138000', email: 'chen.xiaoyan@customer.levain.invalid', language: 'zh-CN' },
  lines: [
    {
      product: 'birthday-cake',
      quantity: 1,
      flavour: '草莓鲜奶',
      size: '8-inch',
      unitPriceFen: 28_800,
      requirements: ['low-sugar'],
      allergens: ['egg', 'milk', 'gluten'],
      note: '写「生日快乐，小满」',
    },
  ],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: iso(deliveryAt),
  delivery: { method: 'courier', address: '上海市徐汇区康平路 18 弄 3 号 602 室', recipient: { name: SIGNEE, phone: '13900139000' } },
  needsChecked: true,
  ...own,
});

/** Staff ids by step, for the feasibility review (BAK-09, BAK-29). */
export const assigneesOf = ({ ids }: People): object => ({
  materials: ids['production-supervisor'],
  making: ids['baker'],
  'quality-check': ids['qc-inspector'],
  decoration: ids['baker'],
  packing: ids['packer'],
  delivery: ids['delivery-staff'],
});

/** Everyday steps of an order, each done by its own person through the inbox. */
export const steps = (people: People, order: string) => {
  const step = everydaySteps(people, order);
  /** Everything between the signed task sheet and the customer's door. */
  const fromMakingToTheDoor = async (): Promise<void> => {
    await step.makes();
    await step.decorates();
    await step.passes();
    await step.packs();
    await step.departs();
  };
  return {
    ...step,
    fromMakingToTheDoor,
    /** And into the customer's hands. */
    async fromMakingToHandOver(): Promise<void> {
      await fromMakingToTheDoor();
      await step.handsOver();
    },
  };
};

const everydaySteps = (people: People, order: string) => ({
  ...kitchenSteps(people, order),
  ...doorSteps(people, order),
});

/** From the review to the last check. */
const kitchenSteps = (people: People, order: string) => ({
  feasible: (plannedStartAt: number, login = 'production-supervisor') =>
    people.answers(login, order, 'feasibility-review', {
      outcome: 'feasible',
      plannedStartAt: iso(plannedStartAt),
      assignees: assigneesOf(people),
      ingredients: [{ item: 'fresh-cream', status: 'in-stock' }],
    }),
  async pays(amountFen: number): Promise<void> {
    await people.shop.post(`/orders/${order}/payments`, { amountFen, method: 'wechat' }, { as: 'finance' });
  },
  async materials(): Promise<void> {
    await people.answers('production-supervisor', order, 'materials-settled', { lines: [{ item: 'fresh-cream', source: 'stock' }] });
    await people.answers('production-supervisor', order, 'materials-complete', { complete: true });
  },
  /** BAK-44: of the version in force. */
  async signs(): Promise<void> {
    const { version } = await people.order(order);
    await people.answers('baker', order, 'sign-task-sheet', { signed: true, version }, (task) => task.context['version'] === version);
  },
  async makes(): Promise<void> {
    await people.photographs('baker', order, 'baking');
    await people.photographs('baker', order, 'piping');
    await people.answers('baker', order, 'making-done', { done: true });
  },
  async decorates(): Promise<void> {
    const photoId = await people.photographs('baker', order, 'decoration');
    await people.answers('baker', order, 'decoration-done', { photoId });
  },
  passes: () =>
    people.answers(
      'qc-inspector',
      order,
      'quality-check',
      { result: 'pass', notes: '外观、口味、温度合格' },
      (task) => task.context['final'] === true,
    ),
});

/** From the packing to the visit, with what is paid last. */
const doorSteps = (people: People, order: string) => ({
  async packs(): Promise<void> {
    await people.answers('packer', order, 'packing-checklist', {
      lines: packingLines({ fragile: true, occasion: 'birthday' }).map((line) => line.id),
      orderNumber: order,
      labelPhotoId: await people.photographs('packer', order, 'fragile-label'),
    });
  },
  departs: () =>
    people.answers('delivery-staff', order, 'dispatch-check', {
      vehicle: true,
      route: true,
      vest: true,
      weather: 'fair',
      orderNumber: order,
      signee: SIGNEE,
    }),
  async handsOver(): Promise<void> {
    const photoId = await people.photographs('delivery-staff', order, 'hand-over');
    const signatureId = await people.photographs('delivery-staff', order, 'signature');
    await people.answers('delivery-staff', order, 'hand-over', { signee: SIGNEE, photoId, signatureId });
  },
  async settles(): Promise<void> {
    const { money } = await people.order(order);
    if (money.outstandingFen > 0) {
      await people.answers('finance', order, 'settle-balance', { amountFen: money.outstandingFen, method: 'wechat' });
    }
  },
  visits: () =>
    people.answers('customer-service', order, 'follow-up-visit', {
      reached: true,
      method: 'telephone',
      satisfaction: 5,
      remarks: '顾客很满意，建议增加低糖口味',
    }),
});
