import {
  AlternativeChoice,
  DesignApproval,
  DetailsConfirmation,
  LinkAccepted,
  LinkChange,
  LinkChangeAccepted,
  LinkView,
  Rating,
  SupplierReply,
} from './links.schema';
import { Refusal } from '../../base/refusals';
import type { LinkScope } from '../../platform/links/link';
import type { ChangeRecord } from '../change.repository';
import type { OrderRecord } from '../order-read.repository';
import { actWithText, ask, keepText } from '../../process/act';
import { spendAct } from '../../platform/links/link-access';
import { assertCorrectable, assertKnowsCustomer, correctedParts } from './link-correction';
import { pricedByShop } from './link-prices';
import { assertPromise } from '../instant-checks';
import { isAnsweredSo, isChosen, isConfirmed, isRatedSo, pendingWish } from './link-repeats';
import { linkStatus } from './link-status';
import { requestChange, type Wish } from '../request-change';
import type { Call, Route } from '../../platform/http/route';
import { route } from '../permissions';
import { orderOf, type Services } from '../services';
import { readable } from '../../process/views';
import { complete } from '../../process/tasks/tasks.routes';

const ACT_REFUSALS = ['no-such-order', 'not-in-this-state', 'already-answered', 'act-budget-spent', 'busy', 'unavailable'] as const;
const ACCEPTED = { status: 200, body: { accepted: true } } as const;

/** @throws {Refusal} `no-such-link` for a link that was given for something else. */
function linkTo<S extends LinkScope['scope']>(call: Call, scope: S): Extract<LinkScope, { scope: S }> {
  if (call.link.scope !== scope) throw new Refusal('no-such-link', { code: 'link-for-something-else' });
  return call.link as Extract<LinkScope, { scope: S }>;
}

/** What a customer or supplier hears of an act that came too late: no word of who was first, for that may be a member of staff. */
function plainly(error: unknown): never {
  if (error instanceof Refusal && error.code === 'already-answered')
    throw new Refusal(error.code, { code: 'answered-already' }, error.more.rule ? { rule: error.more.rule } : {});
  throw error;
}
/** A route whose refusals name nobody. */
const namingNobody = (open: Route): Route => ({ ...open, handle: (call) => open.handle(call).catch(plainly) });

/** What customers and suppliers do by link: GET shows, POST acts. */
export const linkRoutes = (services: Services): Route[] => actsByLink(services).map(namingNobody);

function actsByLink(services: Services): Route[] {
  const spend = async (call: Call): Promise<void> => spendAct(services, call, (await orderOf(services, call.link.order, null)).storeId);
  const orderBy = (call: Call) => orderOf(services, linkTo(call, 'customer').order, null);
  const askFor = async (call: Call, order: OrderRecord, wish: Wish): Promise<ChangeRecord> => {
    await spend(call);
    return requestChange(services, call, order, wish);
  };
  return [
    route({
      key: 'GET /links/{token}',
      summary: 'What the link is about',
      tag: 'links',
      status: 200,
      answer: LinkView,
      refusals: ['no-such-order'],
      handle: async (call) => ({ status: 200, body: await linkStatus(services, call.link, call.now) }),
    }),
    route({
      key: 'POST /links/{token}/details-confirmation',
      summary: 'Confirm or correct the delivery details (BAK-45)',
      tag: 'links',
      body: DetailsConfirmation,
      status: 200,
      answer: LinkAccepted,
      refusals: [...ACT_REFUSALS, 'not-allowed'],
      async handle(call) {
        const order = await orderBy(call);
        const { confirmed, correction, phoneLastFour } = call.body;
        if (!correction) {
          if (await isConfirmed(services, order)) return ACCEPTED;
          await spend(call);
          await services.desk.confirmDetails(order.number, call.key, { by: call.by, confirmed });
          return ACCEPTED;
        }
        await spend(call);
        await assertKnowsCustomer(services, call, order, phoneLastFour ?? '');
        const corrected = correctedParts(order, correction);
        if (corrected.length === 0) return ACCEPTED;
        assertCorrectable(order, correction);
        const text = await keepText(services, call, order, correction, 'correction');
        await ask(text ? [text] : [], () =>
          services.desk.confirmDetails(order.number, call.key, {
            by: call.by,
            confirmed,
            corrected,
            ...(text ? { correctionId: text.textId } : {}),
          }),
        );
        return ACCEPTED;
      },
    }),
    route({
      key: 'POST /links/{token}/changes',
      summary: 'Ask for a change (BAK-36)',
      tag: 'links',
      body: LinkChange,
      status: 201,
      answer: LinkChangeAccepted,
      refusals: [...ACT_REFUSALS, 'change-window-closed', 'too-many-open-changes', 'preview-stale'],
      async handle(call) {
        const order = await orderBy(call);
        const { patch, reason } = call.body;
        const wish = { patch: pricedByShop(order, patch), reason };
        const { id, preview, previewHash } = (await pendingWish(services, order, wish.patch)) ?? (await askFor(call, order, wish));
        // What the shop has spent so far is not the customer's to see.
        const shown = { ...(readable(preview, new Map()) as Record<string, unknown>) };
        delete shown['costsFen'];
        return { status: 201, body: { id, state: 'pending', preview: shown, previewHash } };
      },
    }),
    route({
      key: 'POST /links/{token}/design-approval',
      summary: 'Approve or reject the design draft (BAK-25)',
      tag: 'links',
      body: DesignApproval,
      status: 200,
      answer: LinkAccepted,
      refusals: ACT_REFUSALS,
      async handle(call) {
        const order = await orderBy(call);
        // An answered one, too: whether this is the same answer again, only the order can tell.
        const task = await services.tasks.latest(order.processId, 'confirm-design');
        if (!task) throw new Refusal('not-in-this-state', { code: 'nothing-to-approve' }, { rule: 'BAK-25' });
        if (await isAnsweredSo(services, task, call.body)) return ACCEPTED;
        await spend(call);
        await complete(services, call, task, call.body);
        return ACCEPTED;
      },
    }),
    route({
      key: 'POST /links/{token}/alternative',
      summary: 'Choose an alternative, or refuse them all (BAK-60)',
      tag: 'links',
      body: AlternativeChoice,
      status: 200,
      answer: LinkAccepted,
      refusals: [...ACT_REFUSALS, 'no-such-exception'],
      async handle(call) {
        const order = await orderBy(call);
        if (await isChosen(services, order, call.body.exceptionId, call.body.option)) return ACCEPTED;
        await spend(call);
        await services.desk.chooseAlternative(order.number, call.key, { by: call.by, ...call.body });
        return ACCEPTED;
      },
    }),
    route({
      key: 'POST /links/{token}/rating',
      summary: 'Rate the order (BAK-82)',
      tag: 'links',
      body: Rating,
      status: 200,
      answer: LinkAccepted,
      refusals: ACT_REFUSALS,
      async handle(call) {
        const order = await orderBy(call);
        const { score, comment } = call.body;
        if (await isRatedSo(services, order, score, comment)) return ACCEPTED;
        await spend(call);
        await actWithText(services, call, order, comment === undefined ? null : { comment }, (said) =>
          services.desk.rate(order.number, call.key, { ...said, score }),
        );
        return ACCEPTED;
      },
    }),
    route({
      key: 'POST /links/{token}/supplier-answer',
      summary: 'A supplier’s answer (BAK-59)',
      tag: 'links',
      body: SupplierReply,
      status: 200,
      answer: LinkAccepted,
      refusals: ACT_REFUSALS,
      async handle(call) {
        const { exceptionId, supplierId } = linkTo(call, 'supplier');
        const { available } = call.body;
        const promisedAt = available ? (call.body.promisedAt ?? null) : null;
        const asked = await services.exceptions.contact(exceptionId, supplierId);
        // The same answer said again is no other answer: the first may have been lost on its way back.
        if (asked?.result === (available ? 'promised' : 'refused') && asked.promisedAt === promisedAt) return ACCEPTED;
        assertPromise('/promisedAt', promisedAt, call.now);
        if (asked && asked.result !== 'asked') throw new Refusal('already-answered', { code: 'answered-already' }, { rule: 'BAK-59' });
        await spend(call);
        await services.desk.answerSupplier(exceptionId, { supplierId, available, promisedAt });
        return ACCEPTED;
      },
    }),
  ];
}
