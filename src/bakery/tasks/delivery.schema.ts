import { proof } from '../proof.schema';
import { z } from 'zod';
import { Day, distinct, Fen, filledBy, FreeText, Name, requiring, Word } from '../../base/common.schema';
import { localDay } from '../../base/calendar';
import type { FieldError } from '../../base/faults';
import { PAYMENT_METHODS } from '../../base/money';
import { ROLES } from '../../base/roles';
import { orderOf, orderServices } from '../../orders/services';
import type { Services } from '../../process/services';
import { defineForm, type FormsFor } from '../../process/tasks/form';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import type { ContextOf } from '../../process/tasks/tasks.rules';
import { dispatchFaults, handOverFaults } from '../signee';
import { FOLLOW_UP_METHODS, type DELIVERY_TASKS } from './delivery.tasks';
import { ORDER_NUMBER_LENGTH } from './steps.rules';

const remarks = FreeText.optional();
const OrderNumber = z
  .string()
  .max(ORDER_NUMBER_LENGTH)
  .meta({ rule: 'BAK-69', description: 'Re-typed from the box', ui: filledBy('order-number') });

const DispatchCheck = requiring(
  z.strictObject({
    vehicle: z.literal(true).meta({ rule: 'BAK-70' }),
    route: z.literal(true).meta({ rule: 'BAK-70' }),
    vest: z.literal(true).meta({ rule: 'BAK-73' }),
    weather: z.enum(['fair', 'severe']),
    backupPlan: z.enum(['earlier-departure', 'other-vehicle', 'other-route', 'pick-up']).optional(),
    orderNumber: OrderNumber,
    signee: Name.meta({ freeText: true, rule: 'BAK-69', description: 'Who is to sign, typed from the box and compared with the order' }),
  }),
  { when: { weather: ['severe'] }, then: ['backupPlan'], rule: 'BAK-71' },
);

const HandOver = requiring(
  z.strictObject({
    signee: Name.meta({ freeText: true, rule: 'BAK-75', description: 'Who signed; compared with the order (BAK-69)' }),
    signeeIsOther: z.boolean().optional().meta({ rule: 'BAK-69', description: 'Somebody else than expected signed' }),
    otherReason: FreeText.optional().meta({ freeText: true, rule: 'BAK-69', description: 'Why somebody else signed' }),
    photoId: proof('hand-over'),
    signatureId: proof('signature'),
    remarks,
  }),
  { when: { signeeIsOther: [true] }, then: ['otherReason'], rule: 'BAK-69' },
);

const FollowUpVisit = requiring(
  z.strictObject({
    reached: z.boolean(),
    method: z
      .enum(FOLLOW_UP_METHODS)
      .meta({ rule: 'AFT-89', description: 'How it was tried; the last attempt is made by another than the earlier ones' }),
    satisfaction: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .meta({ rule: 'AFT-90', ui: filledBy('rating') }),
    remarks,
    suggestion: FreeText.optional().meta({ freeText: true, rule: 'AFT-91' }),
    department: z.enum(ROLES).optional().meta({ rule: 'AFT-91', description: 'Whose people are told of the suggestion' }),
  }),
  { when: { reached: [true] }, then: ['satisfaction'], rule: 'AFT-90' },
  { when: { suggestion: 'given' }, then: ['department'], rule: 'AFT-91' },
);

/** The forms of `DELIVERY_TASKS`. */
export const DELIVERY_FORMS = {
  'packing-checklist': defineForm(
    z.strictObject({
      lines: distinct(z.array(Word).max(50)).meta({ description: 'Every line of the order’s packing list, ticked' }),
      orderNumber: OrderNumber,
      productionDate: Day.optional().meta({ rule: 'BAK-63' }),
      labelPhotoId: proof('fragile-label').optional(),
      remarks,
    }),
    {
      check: (services, task, { productionDate }) => cardFaults(services, task, productionDate),
      async bind(services, task, { language }) {
        const { lines } = task.context as ContextOf<'packing-checklist'>;
        const made = await dayMade(services, task);
        return {
          lines: { among: lines.map((line) => ({ const: line.id, title: line[language] })) },
          ...(made !== null && { productionDate: { first: made } }),
        };
      },
    },
  ),
  'dispatch-check': defineForm(DispatchCheck, {
    check: async (services, { aboutOrder }, answer) => dispatchFaults(await orderOf(orderServices(services), aboutOrder, null), answer),
  }),
  'hand-over': defineForm(HandOver, {
    check: async (services, { aboutOrder }, answer) => handOverFaults(await orderOf(orderServices(services), aboutOrder, null), answer),
  }),
  'settle-balance': defineForm(
    z.strictObject({ amountFen: Fen.meta({ rule: 'BAK-77' }), method: z.enum(PAYMENT_METHODS), reference: FreeText.optional() }),
    {
      bind: (_services, { context }) => ({ amountFen: { first: (context as ContextOf<'settle-balance'>).outstandingFen } }),
    },
  ),
  'follow-up-visit': defineForm(FollowUpVisit),
} satisfies FormsFor<typeof DELIVERY_TASKS>;

/** BAK-63. The store's day on which making finished; null while it has not. */
async function dayMade(services: Services, { aboutOrder }: TaskRecord): Promise<string | null> {
  const { storeId, makingDoneAt } = await orderOf(orderServices(services), aboutOrder, null);
  return makingDoneAt === null ? null : localDay(await services.calendars.calendarOf(storeId), makingDoneAt);
}

/** BAK-63. The production date on the quality card is the day on which making finished. */
async function cardFaults(services: Services, task: TaskRecord, productionDate: string | undefined): Promise<FieldError[]> {
  if (productionDate === undefined) return [];
  const made = await dayMade(services, task);
  if (made === productionDate) return [];
  const fault = made === null ? ({ code: 'making-unfinished' } as const) : ({ code: 'not-the-day-made', params: { day: made } } as const);
  return [{ pointer: '/answer/productionDate', ...fault, rule: 'BAK-63' }];
}
