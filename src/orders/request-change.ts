import type { z } from 'zod';
import type { ChangePatch } from './order-acts.schema';
import type { ChangeRecord, Preview } from './change.repository';
import type { OrderRecord } from './order-read.repository';
import { changesNothing } from './changes.rules';
import { kindOfOrder } from './define.order-kind';
import { Refusal } from '../base/refusals';
import { actWithText, ask, keepText } from '../process/act';
import { assertFits, roomAfter, withRoom } from './change-room';
import { factsAfter, previewOf } from './change-preview';
import { faultsOf } from './intake';
import type { Call } from '../platform/http/route';
import type { Services } from './services';
import { invalid } from '../platform/http/zod-problem';

/** A change as somebody asks for it. */
export interface Wish {
  readonly patch: z.output<typeof ChangePatch>;
  readonly reason: string;
  /** The open shortage that makes it necessary (BAK-60). */
  readonly exceptionId?: string | undefined;
}

/** A change that the records have nothing against, and what it would do. */
type Weighed = Awaited<ReturnType<typeof previewOf>> & { readonly changeId: string };

/** BAK-36, BAK-37. Judges a change by what is on file and previews it. A repeat is not judged again: its change is what it was. */
async function weigh(services: Services, call: Call, order: OrderRecord, wish: Wish): Promise<Weighed> {
  const changeId = call.idFor('change');
  const known = await services.changes.find(changeId);
  const calendar = await services.calendars.calendarOf(order.storeId);
  const clock = { now: call.now, calendar, aheadDays: services.settings.orderAheadDays };
  const faults = known ? [] : faultsOf(kindOfOrder(order.kind), wish.patch, clock, '/patch');
  if (!known && changesNothing(wish.patch, order)) faults.push({ pointer: '/patch', code: 'changes-nothing', rule: 'BAK-36' });
  if (faults.length > 0) throw invalid(faults);
  if (!known && wish.exceptionId !== undefined) await assertSwap(services, order, wish.patch, wish.exceptionId);
  const previewed = await previewOf(services, order, wish.patch);
  const room = await roomAfter(services, order, previewed.facts, call.now);
  if (!known) assertFits(room, '/patch/deliveryAt');
  return { changeId, ...withRoom(previewed, room) };
}

/** What the order is asked. */
const actOf = ({ changeId, facts, previewHash, basis, preview }: Weighed, { exceptionId }: Wish) => ({
  changeId,
  facts,
  previewHash,
  basis,
  allergensAdded: preview.allergensAdded,
  needsFeasibility: preview.needsFeasibility,
  ...(exceptionId === undefined ? {} : { exceptionId }),
});

/** BAK-36, BAK-37. Previews the change and asks the order whether it would take it; keeps nothing. */
export async function tryChange(services: Services, call: Call, order: OrderRecord, wish: Wish): Promise<Preview> {
  const weighed = await weigh(services, call, order, wish);
  await actWithText(services, call, order, { reason: wish.reason }, (said, desk) =>
    desk.requestChange(order.number, call.key, { ...said, ...actOf(weighed, wish) }),
  );
  return weighed;
}

/** BAK-36, BAK-37. Previews the change, keeps it as a draft, and asks the order; a refusal leaves nothing. */
export async function requestChange(services: Services, call: Call, order: OrderRecord, wish: Wish): Promise<ChangeRecord> {
  const weighed = await weigh(services, call, order, wish);
  const { changeId, facts, preview, previewHash, basis } = weighed;
  const text = await keepText(services, call, order, { reason: wish.reason });
  const isNew = await services.changes.addDraft({
    id: changeId,
    orderNumber: order.number,
    patch: wish.patch,
    facts,
    preview: { ...preview },
    previewHash,
    basis,
    textId: text?.textId ?? null,
    requestedBy: call.by,
    requestedAt: call.now,
  });
  await ask([...(text ? [text] : []), { isNew, undo: () => services.changes.removeDraft(changeId) }], () =>
    services.desk.requestChange(order.number, call.key, {
      by: call.by,
      ...(text ? { textId: text.textId } : {}),
      ...actOf(weighed, wish),
    }),
  );
  const change = await services.changes.find(changeId);
  if (!change) throw new Error('a change went away');
  return change;
}

/**
 * BAK-60. Only an open shortage of this very order exempts a change from the window, and only the swap it offers. What the order decides by
 * it judges again itself; recipient, address and size are words it does not know.
 */
async function assertSwap(services: Services, order: OrderRecord, patch: Wish['patch'], exceptionId: string): Promise<void> {
  const exception = await services.exceptions.find(exceptionId);
  if (exception?.orderNumber !== order.number)
    throw new Refusal(
      'no-such-exception',
      { code: 'no-exception-of-order' },
      {
        errors: [{ pointer: '/exceptionId', code: 'not-an-exception-of-this-order' }],
      },
    );
  if (exception.type !== 'ingredient-shortage') throw invalid([{ pointer: '/exceptionId', code: 'not-a-shortage', rule: 'BAK-60' }]);
  if (exception.state !== 'open')
    throw new Refusal(
      'not-in-this-state',
      { code: 'shortage-settled' },
      {
        rule: 'BAK-60',
        errors: [{ pointer: '/exceptionId', code: 'not-open' }],
      },
    );
  const { occasion, urgency, deliveryAt, totalFen } = factsAfter(order, patch);
  const { method } = order.delivery;
  const before = { ...order, method, totalFen: order.money.totalFen };
  const after = { lines: patch.lines ?? order.lines, occasion, urgency, method, deliveryAt, totalFen };
  const faults = kindOfOrder(order.kind).swapFaults(before, after);
  if (patch.delivery) faults.push({ pointer: '/patch/delivery', code: 'no-part-of-swap', rule: 'BAK-60' });
  if (faults.length > 0) throw invalid(faults);
}
