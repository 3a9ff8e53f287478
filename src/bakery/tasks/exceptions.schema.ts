import { z } from 'zod';
import { filledBy, FreeText, Id, Instant, PositiveFen, requiring } from '../../base/common.schema';
import { answerInstants, judgeDelivery, judgePromise } from '../../orders/instant-checks';
import { DeliveryHour } from '../../orders/order.schema';
import { defineForm, type FormsFor } from '../../process/tasks/form';
import type { ContextOf } from '../../process/tasks/tasks.rules';
import { suppliersOf } from '../../purchasing/supplier.repository';
import type { EXCEPTION_TASKS } from './exceptions.tasks';

const reason = FreeText.optional();
const remarks = FreeText.optional();

/** The forms of `EXCEPTION_TASKS`. */
export const EXCEPTION_FORMS = {
  'answer-exception': defineForm(
    requiring(
      z.strictObject({
        outcome: z.enum(['resolved', 'accept', 'replace', 'partial-refund', 'refuse', 'escalate']),
        refundFen: PositiveFen.optional(),
        replacementAt: DeliveryHour.optional().meta({
          rule: 'BAK-76',
          description: 'The whole hour at which the customer gets the replacement',
        }),
        remarks,
      }),
      { when: { outcome: ['partial-refund'] }, then: ['refundFen'], rule: 'BAK-76' },
      { when: { outcome: ['replace'] }, then: ['replacementAt'], rule: 'BAK-76' },
    ),
    {
      check: (services, task, { replacementAt }, now) =>
        answerInstants(services, task, () =>
          judgeDelivery('/answer/replacementAt', replacementAt, now, services.settings.orderAheadDays, 'BAK-76'),
        ),
    },
  ),
  'contact-supplier': defineForm(
    requiring(
      z.strictObject({
        result: z.enum(['promised', 'refused']),
        supplier: Id.meta({ ui: filledBy('supplier') }),
        promisedAt: Instant.optional(),
        remarks,
      }),
      {
        when: { result: ['promised'] },
        then: ['promisedAt'],
        rule: 'BAK-59',
      },
    ),
    {
      check: (services, task, { promisedAt }, now) =>
        answerInstants(services, task, () => judgePromise('/answer/promisedAt', promisedAt, now)),
      async bind({ db }, { storeId, context }) {
        const { item } = context as ContextOf<'contact-supplier'>;
        const suppliers = await suppliersOf(db, storeId, item);
        return { supplier: { among: suppliers.map(({ id, name }) => ({ const: id, title: name })) } };
      },
    },
  ),
  escalated: defineForm(z.strictObject({ decision: z.enum(['continue', 'rework', 'change', 'cancel']), reason })),
  'committee-vote': defineForm(z.strictObject({ vote: z.enum(['release', 'hold', 'destroy']), reason })),
} satisfies FormsFor<typeof EXCEPTION_TASKS>;
