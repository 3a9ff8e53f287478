import { agendaOnFile } from '../../src/bakery/agenda-on-file';
import { defaultCalendar } from '../../src/base/calendar';
import type { OrderRecord } from '../../src/orders/order-read.repository';
import { bakeryRules } from '../../src/bakery/rulebook.rules';
import type { Services } from '../../src/orders/services';

const at = (hour: string): number => Date.parse(`2026-12-${hour}:00:00+08:00`);
const CAKE = { deliveryAt: at('08T15'), decoration: true, method: 'pickup' } as OrderRecord['facts'];
const ORDER = { processId: 'order/1', storeId: 's', acceptedAt: at('01T10'), plannedStartAt: null, deliveredAt: null } as OrderRecord;

/** When the decoration of the cake is due, by what its last review chose. */
async function decorationDue(choices: object | null, rules = bakeryRules()): Promise<number | undefined> {
  const services = {
    calendars: { calendarOf: () => Promise.resolve(defaultCalendar()) },
    tasks: { lastChoices: (_process: string, kind: string) => Promise.resolve(kind === 'feasibility-review' ? choices : null) },
  } as unknown as Services;
  const momentsFor = await agendaOnFile(services, ORDER, rules);
  return momentsFor(CAKE).find(({ name }) => name === 'decoration-due')?.at;
}

test('BAK-52 the decoration of an order on file is due a day before its delivery', async () => {
  expect(await decorationDue(null)).toBe(at('07T15'));
  expect(await decorationDue({ outcome: 'feasible' })).toBe(at('07T15'));
});

test('BAK-24 of a rush order it is due when its review said', async () => {
  expect(await decorationDue({ compressed: { materialsDueAt: at('02T10'), decorationDueAt: at('08T11') } })).toBe(at('08T11'));
});

test('BAK-37 it is that of the numbers stamped on the order, whatever the rulebook in force says', async () => {
  const stamped = { ...bakeryRules(), decorationBefore: { unit: 'hours', n: 30 } } as ReturnType<typeof bakeryRules>;
  expect(await decorationDue(null, stamped)).toBe(at('07T09'));
});
