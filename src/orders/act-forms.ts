import { iso } from '../platform/http/iso';
import { catalogueLists, type CatalogueEntry } from '../process/catalogue/register';
import type { Bindings, BoundFor, Option } from '../process/tasks/form';
import { kindOfOrder } from './define.order-kind';
import type { OrderRecord } from './order-read.repository';
import type { Services } from './services';
import type { StaffAct } from './staff-acts.rules';

/** What is known of the form of an act before anybody fills it in, by path below it. */
type Binding = (services: Services, order: OrderRecord, reader: BoundFor) => Bindings | Promise<Bindings>;

/** Entries of a list of the catalogue, as somebody chooses among them. */
const among = (list: string, { language }: Pick<BoundFor, 'language'>, isMeant: (entry: CatalogueEntry) => boolean = () => true) => ({
  among: (catalogueLists()[list] ?? []).filter(isMeant).map((entry): Option => ({ const: entry.id, title: entry[language] })),
});

/** What stands in the form of each act to begin with, and what can be chosen there. */
export const ACT_BINDINGS: Readonly<Record<StaffAct, Binding>> = {
  requestChange: changeBindings,
  reportException: (_services, _order, reader) => ({
    foundAt: { first: iso(reader.now) },
    item: among('ingredients', reader),
  }),
  recordPayment: (_services, { money }) => ({ amountFen: { first: nextPayment(money) } }),
  recordCost: () => ({}),
  cancel: () => ({}),
};

/** BAK-31. What the customer pays next: what the prepayment still lacks, and after it the balance. */
function nextPayment({ depositFen, receivedFen, refundedFen, outstandingFen }: OrderRecord['money']): number {
  const lacking = depositFen - (receivedFen - refundedFen);
  return lacking > 0 ? lacking : outstandingFen;
}

/** BAK-36. The parts of the order as they are, of which the customer wants some to be different. */
async function changeBindings(services: Services, order: OrderRecord, reader: BoundFor): Promise<Bindings> {
  const { lines, occasion, urgency, deliveryAt, delivery } = order;
  const { products } = kindOfOrder(order.kind);
  return {
    'patch/lines': { first: lines },
    'patch/lines/[]': { also: { allOf: partsOfProducts(order, reader) } },
    'patch/lines/[]/product': among('products', reader, ({ id }) => id in products),
    'patch/lines/[]/requirements': among('requirements', reader),
    'patch/lines/[]/allergens': among('allergens', reader),
    'patch/occasion': { first: occasion, ...among('occasions', reader) },
    'patch/urgency': { first: urgency, ...among('urgencies', reader) },
    'patch/deliveryAt': { first: iso(deliveryAt) },
    'patch/delivery': { first: delivery, also: { allOf: [COURIER_NEEDS] } },
    'patch/delivery/method': among('deliveryMethods', reader),
    exceptionId: { among: await openShortages(services, order, reader) },
  };
}

/** BAK-23. What is asked for only of an order that is brought. */
const COURIER_NEEDS = {
  if: { properties: { method: { const: 'courier' } }, required: ['method'] },
  then: { required: ['address', 'recipient'] },
};

/** BAK-23. What a product must have said of it, and the sizes that it is made in. */
function partsOfProducts({ kind }: OrderRecord, reader: BoundFor): object[] {
  const sizes = among('sizes', reader).among;
  return Object.entries(kindOfOrder(kind).products).map(([id, product]) => ({
    if: { properties: { product: { const: id } }, required: ['product'] },
    then: {
      required: [...(product.sizeRequired ? ['size'] : []), ...(product.flavourRequired ? ['flavour'] : [])],
      properties: { size: { oneOf: sizes.filter((size) => product.sizes.includes(size.const)), ui: { widget: 'buttons' } } },
    },
  }));
}

/** BAK-60. The shortages of the order that are not settled: a change by one of them is let through when the window is closed. */
async function openShortages({ exceptions }: Services, { number }: OrderRecord, { language }: BoundFor): Promise<Option[]> {
  const names = catalogueLists()['ingredients'] ?? [];
  const all = await exceptions.list(number, MOST_SHORTAGES);
  return all.flatMap(({ id, type, state, item }) =>
    type === 'ingredient-shortage' && state === 'open'
      ? [{ const: id, title: names.find((entry) => entry.id === item)?.[language] ?? id }]
      : [],
  );
}
const MOST_SHORTAGES = 200;
