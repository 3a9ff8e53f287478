import { Refusal } from '../base/refusals';
import { assertPromise } from '../orders/instant-checks';
import type { Services } from '../orders/services';
import type { Route } from '../platform/http/route';
import { spendAct } from '../platform/links/link-access';
import { ACCEPTED, LINK_ACT_REFUSALS, LinkAccepted, namingNobody } from '../process/links/link-acts';
import { route } from './permissions';
import { questionBehind } from './question-status';
import { SupplierReply } from './question.schema';

/** What suppliers do by link. */
export const questionRoutes = (services: Services): Route[] => [
  namingNobody(
    route({
      key: 'POST /links/{token}/supplier-answer',
      summary: 'A supplier’s answer (BAK-59)',
      tag: 'links',
      body: SupplierReply,
      status: 200,
      answer: LinkAccepted,
      refusals: LINK_ACT_REFUSALS,
      async handle(call) {
        const asked = await questionBehind(services, call.link);
        if (!asked) throw new Refusal('no-such-link', { code: 'link-for-something-else' });
        const { exceptionId, supplierId, order } = asked;
        const { available } = call.body;
        const promisedAt = available ? (call.body.promisedAt ?? null) : null;
        const contact = await services.exceptions.contact(exceptionId, supplierId);
        // The same answer said again is no other answer: the first may have been lost on its way back.
        if (contact?.result === (available ? 'promised' : 'refused') && contact.promisedAt === promisedAt) return ACCEPTED;
        assertPromise('/promisedAt', promisedAt, call.now);
        if (contact && contact.result !== 'asked') throw new Refusal('already-answered', { code: 'answered-already' }, { rule: 'BAK-59' });
        await spendAct(services, call, order.storeId);
        await services.desk.answerSupplier(exceptionId, { supplierId, available, promisedAt });
        return ACCEPTED;
      },
    }),
  ),
];
