import type { OrderFacts } from '../orders/order.messages';
import type { OrderRecord } from '../orders/order-read.repository';
import type { Services } from '../orders/services';
import { agenda, type AgendaFacts, type Moment } from './agenda.rules';
import type { BakeryRules } from './rulebook.rules';

type Compressed = AgendaFacts['compressed'];

const agendaFacts = (order: OrderRecord, facts: OrderFacts, compressed: Compressed): AgendaFacts => ({
  intakeAt: order.intakeAt,
  // The review and the wait for the deposit lie behind every order that can still be changed, the follow-up before it.
  reviewAt: null,
  feasibleAt: null,
  acceptedAt: order.acceptedAt,
  plannedStartAt: order.plannedStartAt,
  deliveryAt: facts.deliveryAt,
  deliveredAt: order.deliveredAt,
  followUpTriedAt: null,
  decoration: facts.decoration,
  courier: facts.method === 'courier',
  compressed,
});

/** The agenda of a bakery's order on file, for the facts that it has or may come to have. */
export async function agendaOnFile(services: Services, order: OrderRecord, rules: BakeryRules): Promise<(facts: OrderFacts) => Moment[]> {
  const calendar = await services.calendars.calendarOf(order.storeId);
  const compressed = ((await services.tasks.lastChoices(order.processId, 'feasibility-review'))?.['compressed'] ?? null) as Compressed;
  return (facts) => agenda(agendaFacts(order, facts, compressed), rules, calendar);
}
