import { z } from 'zod';
import { DecidedRefund, Fen, FreeText, requiring } from '../../base/common.schema';
import type { FieldError } from '../../base/faults';
import { PAYMENT_METHODS } from '../../base/money';
import { assertFits, roomAfter } from '../../orders/change-room';
import { orderOf, orderServices } from '../../orders/services';
import { refreshingStale } from '../../orders/stale-preview';
import type { Services } from '../../process/services';
import { standingIn } from '../../process/tasks/answerer';
import { defineForm, type FormsFor } from '../../process/tasks/form';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import type { ContextOf } from '../../process/tasks/tasks.rules';
import type { CHANGE_TASKS } from './changes.tasks';

const reason = FreeText.optional();
const rejected = (rule: string) => ({ when: { decision: ['reject'] }, then: ['reason'], rule });

const CancellationDecision = requiring(
  z.strictObject({
    decision: z.enum(['approve', 'reject']),
    cause: z.enum(['store', 'customer', 'neither']).optional(),
    refundFen: DecidedRefund.optional(),
    reason,
  }),
  rejected('BAK-40'),
  { when: { cause: ['neither'] }, then: ['reason'], rule: 'BAK-40' },
  { when: { refundFen: 'given' }, then: ['reason'], rule: 'BAK-40' },
);

/** The forms of `CHANGE_TASKS`. */
export const CHANGE_FORMS = {
  'change-decision': defineForm(
    requiring(
      z.strictObject({ decision: z.enum(['approve', 'reject']), previewHash: z.string().max(128).optional(), reason }),
      rejected('BAK-37'),
    ),
    {
      check: async (services, task, { decision }, now) => {
        if (decision === 'approve') await assertDecidedFits(services, task, now);
        return [];
      },
      bind: (_services, { context }) => ({ previewHash: { only: (context as ContextOf<'change-decision'>).previewHash } }),
      async around(services, { call, task, deputyFor }, answerIt) {
        const { change } = task.context;
        if (typeof change !== 'string' || task.aboutOrder === null) return answerIt();
        await refreshingStale(services, call, task.aboutOrder, change, answerIt, standingIn(deputyFor));
      },
    },
  ),
  'acknowledge-allergen': defineForm(z.strictObject({ acknowledged: z.boolean(), remarks: FreeText.optional() })),
  'cancellation-decision': defineForm(CancellationDecision, {
    check: (_services, task, answer) => Promise.resolve(causeFaults(task, answer)),
    bind: (_services, { context }) => ({ cause: { first: (context as ContextOf<'cancellation-decision'>).cause } }),
  }),
  refund: defineForm(z.strictObject({ amountFen: Fen, method: z.enum(PAYMENT_METHODS), reference: FreeText.optional() }), {
    bind: (_services, { context }) => ({ amountFen: { first: (context as ContextOf<'refund'>).refundFen } }),
  }),
} satisfies FormsFor<typeof CHANGE_TASKS>;

/** BAK-29. Between request and decision others may have taken the day. @throws {Refusal} `day-full`. */
async function assertDecidedFits(services: Services, { state, context, aboutOrder }: TaskRecord, now: number): Promise<void> {
  const own = orderServices(services);
  const { change: id } = context as ContextOf<'change-decision'>;
  const change = state === 'open' ? await own.changes.find(id) : null;
  if (change) assertFits(await roomAfter(own, await orderOf(own, aboutOrder, null), change.facts, now), '/answer/decision');
}

/** BAK-40. A cause that fits neither side is decided with a reason, whether the answer names it or the request did. */
function causeFaults(
  { context }: TaskRecord,
  { decision, cause = (context as ContextOf<'cancellation-decision'>).cause, reason }: z.output<typeof CancellationDecision>,
): FieldError[] {
  if (decision !== 'approve' || cause !== 'neither' || reason !== undefined) return [];
  return [{ pointer: '/answer/reason', code: 'reason-for-neither', rule: 'BAK-40' }];
}
