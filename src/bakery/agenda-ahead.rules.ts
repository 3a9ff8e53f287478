import type { Calendar } from '../base/calendar';
import type { OrderFacts } from '../orders/order.messages';
import { agenda, type Moment } from './agenda.rules';
import type { BakeryRules } from './rulebook.rules';

/**
 * The agenda of an order that is taken now. Its review is opened at once, unless a design has to be confirmed first (BAK-25); when making starts is
 * for the review to say (BAK-29), so nothing that hangs on it is foreseen.
 */
export const agendaAhead =
  ({ facts, takenAt }: { readonly facts: OrderFacts; readonly takenAt: number }, rules: BakeryRules, calendar: Calendar) =>
  (acceptedAt: number | null): Moment[] =>
    agenda(
      {
        intakeAt: takenAt,
        reviewAt: facts.complex ? null : takenAt,
        feasibleAt: null,
        acceptedAt,
        plannedStartAt: null,
        deliveryAt: facts.deliveryAt,
        deliveredAt: null,
        followUpTriedAt: null,
        decoration: facts.decoration,
        courier: facts.method === 'courier',
        compressed: null,
      },
      rules,
      calendar,
    );
