import type { z } from 'zod';
import type { ChangePatch } from './order-acts.schema';
import type { OrderFacts } from './order.messages';
import type { Preview } from './change.repository';
import type { OrderRecord } from './order-read.repository';
import { agenda, type AgendaFacts } from '../bakery/agenda.rules';
import { changeBasis, previewChange, type ChangePreview } from './changes.rules';
import { factsFromLines, recipeDiffers } from '../bakery/order-lines.rules';
import { bakeryRules } from '../bakery/rulebook.rules';
import { sha256 } from '../platform/http/crypto';
import type { Services } from './services';

type Patch = z.output<typeof ChangePatch>;
type Compressed = AgendaFacts['compressed'];

/** The facts of the order as the change would have it. */
export function factsAfter(order: OrderRecord, patch: Patch): OrderFacts {
  return factsFromLines({
    lines: patch.lines ?? order.lines,
    occasion: patch.occasion ?? order.occasion,
    urgency: patch.urgency ?? order.urgency,
    complex: order.complex,
    deliveryAt: patch.deliveryAt ?? order.deliveryAt,
    method: patch.delivery?.method ?? order.delivery.method,
  });
}

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

/** The private part of a change that no figure shows: named, so that the manager sees that it changes. */
const wordsChanged = (order: OrderRecord, patch: Patch): string[] =>
  Object.keys(patch).filter((part) => JSON.stringify(patch[part as keyof Patch]) !== JSON.stringify(order[part as keyof OrderRecord]));

/** BAK-37. What approving the patch would do to the order as it is now; the hash names exactly this preview of this patch. */
export async function previewOf(
  services: Services,
  order: OrderRecord,
  patch: Patch,
): Promise<Preview & { readonly preview: ChangePreview & { readonly changes: readonly string[] } }> {
  const calendar = await services.calendars.calendarOf(order.storeId);
  const rules = bakeryRules();
  const facts = factsAfter(order, patch);
  const compressed = ((await services.tasks.lastChoices(order.processId, 'feasibility-review'))?.['compressed'] ?? null) as Compressed;
  const preview = {
    ...previewChange({
      before: order.facts,
      after: facts,
      momentsBefore: agenda(agendaFacts(order, order.facts, compressed), rules, calendar),
      momentsAfter: agenda(agendaFacts(order, facts, compressed), rules, calendar),
      state: order.state,
      costsFen: order.costsFen,
      receivedFen: order.money.receivedFen - order.money.refundedFen,
      depositShare: rules.depositShare,
      recipeChanged: patch.lines !== undefined && recipeDiffers(order.lines, patch.lines),
    }),
    changes: wordsChanged(order, patch),
  };
  const { version, planVersion, state, costsFen, deliveryAt } = order;
  const basis = changeBasis({ version, planVersion, state, costsFen, deliveryAt, totalFen: order.money.totalFen });
  return { facts, preview, basis, previewHash: sha256(JSON.stringify([basis, preview, patch])) };
}
