import type { RefreshPreview } from './order.messages';
import { Refusal } from '../base/refusals';
import { deskFor } from '../process/act';
import { previewOf } from './change-preview';
import { roomAfter, withRoom } from './change-room';
import { sha256 } from '../platform/http/crypto';
import type { Call } from '../platform/http/route';
import type { Services as ProcessServices } from '../process/services';
import { orderOf, orderServices, type Services } from './services';

/**
 * BAK-37. Decides a change; when its preview has become stale, a fresh one takes its place and the decider is asked to look again.
 * @throws {Refusal} `preview-stale` with the fresh preview's hash; whatever else the decision is refused for.
 */
export async function refreshingStale(
  services: ProcessServices,
  call: Call,
  orderNumber: string,
  changeId: string,
  decide: () => Promise<unknown>,
  standingIn: Pick<RefreshPreview, 'deputyFor'> = {},
): Promise<void> {
  try {
    await decide();
  } catch (error) {
    throw error instanceof Refusal && error.code === 'preview-stale'
      ? await refresh(orderServices(services), call, orderNumber, changeId, standingIn)
      : error;
  }
}

async function refresh(
  services: Services,
  call: Call,
  orderNumber: string,
  changeId: string,
  standingIn: Pick<RefreshPreview, 'deputyFor'>,
): Promise<Refusal> {
  const order = await orderOf(services, orderNumber, null);
  const change = await services.changes.find(changeId);
  if (!change) return new Refusal('no-such-change', { code: 'no-change-of-order' });
  const previewed = await previewOf(services, order, change.patch);
  const fresh = withRoom(previewed, await roomAfter(services, order, previewed.facts, call.now));
  if (fresh.previewHash !== change.previewHash) {
    // Named by its preview: several deciders who find the old one stale refresh it once.
    const key = sha256(`${changeId}/${fresh.previewHash}`);
    const { facts, basis, previewHash, preview } = fresh;
    const { allergensAdded, needsFeasibility } = preview;
    await deskFor(services, call).refreshPreview(order.number, key, {
      by: call.by,
      ...standingIn,
      changeId,
      previewHash,
      basis,
      facts,
      allergensAdded,
      needsFeasibility,
    });
    if (!call.check) await services.changes.putPreview(changeId, fresh);
  }
  return new Refusal(
    'preview-stale',
    { code: 'preview-changed', params: { order: order.number, previewHash: fresh.previewHash } },
    {
      rule: 'BAK-37',
      errors: [{ pointer: '/previewHash', code: 'preview-now', params: { previewHash: fresh.previewHash } }],
    },
  );
}
