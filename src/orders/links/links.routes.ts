import {
  AlternativeChoice,
  DesignApproval,
  DetailsConfirmation,
  LinkCancellation,
  LinkChange,
  LinkChangeAccepted,
  LinkCheck,
  Rating,
} from './links.schema';
import { Refusal } from '../../base/refusals';
import type { ChangeRecord } from '../change.repository';
import type { OrderRecord } from '../order-read.repository';
import { actWithText, ask, keepText } from '../../process/act';
import { spendAct } from '../../platform/links/link-access';
import { assertCorrectable, assertKnowsCustomer, correctedParts } from './link-correction';
import { pricedByShop } from './link-prices';
import { isAnsweredSo, isChosen, isConfirmed, isRatedSo, pendingWish } from './link-repeats';
import { linkedOrder } from './order-link';
import { requestChange, tryChange, type Wish } from '../request-change';
import { cancellationSaid, changeSaid } from './link-checks';
import { designOf } from './link-design';
import { cancellationOf } from './link-status';
import type { Call, Route } from '../../platform/http/route';
import { route } from '../permissions';
import type { Services } from '../services';
import { readable } from '../../process/views';
import { ACCEPTED, LINK_ACT_REFUSALS, LinkAccepted, namingNobody } from '../../process/links/link-acts';
import { THUMBNAIL_TYPE } from '../../platform/http/picture';
import { missing } from '../../process/photos/pictures';
import { complete } from '../../process/tasks/tasks.routes';

const ACT_REFUSALS = ['no-such-order', ...LINK_ACT_REFUSALS] as const;

/** What customers do by link. */
export const linkRoutes = (services: Services): Route[] => actsByLink(services).map(namingNobody);

// eslint-disable-next-line max-lines-per-function -- a table: one row for each thing that a link may do
function actsByLink(services: Services): Route[] {
  const orderBy = ({ link }: Call) => linkedOrder(services, link);
  const spend = (call: Call, { storeId }: OrderRecord): Promise<void> => spendAct(services, call, storeId);
  const askFor = async (call: Call, order: OrderRecord, wish: Wish): Promise<ChangeRecord> => {
    await spend(call, order);
    return requestChange(services, call, order, wish);
  };
  return [
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
          await spend(call, order);
          await services.desk.confirmDetails(order.number, call.key, { by: call.by, confirmed });
          return ACCEPTED;
        }
        await spend(call, order);
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
      check: LinkCheck,
      refusals: [...ACT_REFUSALS, 'change-window-closed', 'too-many-open-changes', 'preview-stale'],
      async handle(call) {
        const order = await orderBy(call);
        const { patch, reason } = call.body;
        const wish = { patch: pricedByShop(order, patch), reason };
        if (call.check) return { status: 200, body: changeSaid(await tryChange(services, call, order, wish), call.language) };
        const { id, preview, previewHash } = (await pendingWish(services, order, wish.patch)) ?? (await askFor(call, order, wish));
        // What the shop has spent so far is not the customer's to see.
        const shown = { ...(readable(preview, new Map()) as Record<string, unknown>) };
        delete shown['costsFen'];
        return { status: 201, body: { id, state: 'pending', preview: shown, previewHash } };
      },
    }),
    route({
      key: 'POST /links/{token}/cancellation',
      summary: 'Ask for a cancellation, which the store manager decides (BAK-40)',
      tag: 'links',
      body: LinkCancellation,
      status: 200,
      answer: LinkAccepted,
      check: LinkCheck,
      refusals: ACT_REFUSALS,
      async handle(call) {
        const order = await orderBy(call);
        if (!call.check) {
          if (cancellationOf(order, await services.tasks.listOpen(order.number)) === 'asked') return ACCEPTED;
          await spend(call, order);
        }
        await actWithText(services, call, order, { reason: call.body.reason }, (said, desk) =>
          desk.cancel(order.number, call.key, { ...said, cause: 'customer' }),
        );
        return call.check ? { status: 200, body: cancellationSaid(order, call.language) } : ACCEPTED;
      },
    }),
    pictureRoute(services, orderBy),
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
        await spend(call, order);
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
        await spend(call, order);
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
        await spend(call, order);
        await actWithText(services, call, order, comment === undefined ? null : { comment }, (said, desk) =>
          desk.rate(order.number, call.key, { ...said, score }),
        );
        return ACCEPTED;
      },
    }),
  ];
}

/** BAK-25. The picture of the design: of the order's photos the one that its customer is asked about, or has confirmed. */
const pictureRoute = (services: Services, orderBy: (call: Call) => Promise<OrderRecord>): Route =>
  route({
    key: 'GET /links/{token}/photos/{id}',
    summary: 'The picture of the design that the link shows (BAK-25)',
    tag: 'links',
    status: 200,
    answerType: 'image/*',
    refusals: ['no-such-order', 'no-such-photo', 'unsupported-media-type'],
    async handle(call) {
      const { id } = call.params;
      const photo = (await designOf(services, await orderBy(call))) === id ? await services.photoRows.find(id) : null;
      if (!photo) throw missing();
      return { status: 200, body: await services.pictures.thumbnail(photo, LINK_WIDTH), type: THUMBNAIL_TYPE };
    },
  });
/** Pixels that a telephone's screen shows at the most. */
const LINK_WIDTH = 1280;
