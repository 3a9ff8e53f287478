import type { z } from 'zod';
import type { ChangePatch } from './order-acts.schema';
import type { OrderFacts } from './order.messages';
import type { Preview } from './change.repository';
import type { OrderRecord } from './order-read.repository';
import { changeBasis, previewChange, type ChangePreview } from './changes.rules';
import { kindOfOrder, numbersOf } from './define.order-kind';
import { recipeDiffers } from './lines.rules';
import { sha256 } from '../platform/http/crypto';
import type { Services } from './services';

type Patch = z.output<typeof ChangePatch>;

/** The facts of the order as the change would have it. */
export function factsAfter(order: OrderRecord, patch: Patch): OrderFacts {
  return kindOfOrder(order.kind).factsOf({
    lines: patch.lines ?? order.lines,
    occasion: patch.occasion ?? order.occasion,
    urgency: patch.urgency ?? order.urgency,
    complex: order.complex,
    deliveryAt: patch.deliveryAt ?? order.deliveryAt,
    method: patch.delivery?.method ?? order.delivery.method,
  });
}

/** The private part of a change that no figure shows: named, so that the manager sees that it changes. */
const wordsChanged = (order: OrderRecord, patch: Patch): string[] =>
  Object.keys(patch).filter((part) => JSON.stringify(patch[part as keyof Patch]) !== JSON.stringify(order[part as keyof OrderRecord]));

/** BAK-37. What approving the patch would do to the order as it is now, by the numbers stamped on it; the hash names exactly this preview of this patch. */
export async function previewOf(
  services: Services,
  order: OrderRecord,
  patch: Patch,
): Promise<Preview & { readonly preview: ChangePreview & { readonly changes: readonly string[] } }> {
  const rules = numbersOf(order.kind, order.rulesVersion);
  const momentsFor = await kindOfOrder(order.kind).agendaOf(services, order, rules);
  const facts = factsAfter(order, patch);
  const preview = {
    ...previewChange({
      before: order.facts,
      after: facts,
      momentsBefore: momentsFor(order.facts),
      momentsAfter: momentsFor(facts),
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
