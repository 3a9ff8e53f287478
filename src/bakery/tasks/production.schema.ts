import { proof } from '../proof.schema';
import { z } from 'zod';
import { distinct, filledBy, FreeText, requiring, Word } from '../../base/common.schema';
import { MOST } from '../../base/read';
import { defineForm, type FormsFor } from '../../process/tasks/form';
import { orderOf, orderServices } from '../../orders/services';
import { listed } from '../../process/tasks/bound-options';
import type { ContextOf } from '../../process/tasks/tasks.rules';
import { INGREDIENTS, KEY_STEP_IDS, productIngredients, productKeySteps } from '../products.rules';
import type { PRODUCTION_TASKS } from './production.tasks';
import { MOST_LINES } from './steps.rules';

const remarks = FreeText.optional();

/** The forms of `PRODUCTION_TASKS`. */
export const PRODUCTION_FORMS = {
  'materials-settled': defineForm(
    z.strictObject({
      lines: distinct(
        z
          .array(z.strictObject({ item: Word.meta({ ui: filledBy('ingredient') }), source: z.enum(['stock', 'purchase']) }))
          .min(1)
          .max(MOST_LINES),
        ({ item, source }) => `${item} from ${source}`,
      ),
      remarks,
    }),
    {
      /** BAK-48. What the products are usually made of; whatever else there is can be added. */
      async bind(services, { aboutOrder }, reader) {
        const { lines } = await orderOf(orderServices(services), aboutOrder, null);
        return {
          lines: { first: productIngredients(lines).map((item) => ({ item })) },
          'lines/[]/item': { among: listed('item', Object.keys(INGREDIENTS), reader) },
        };
      },
    },
  ),
  'materials-complete': defineForm(z.strictObject({ complete: z.literal(true), remarks })),
  'sign-task-sheet': defineForm(
    z.strictObject({
      signed: z.literal(true),
      version: z.int().min(0).max(MOST).meta({ rule: 'BAK-44', description: 'The version of the order whose task sheet is signed' }),
    }),
    { bind: (_services, { context }) => ({ version: { only: (context as ContextOf<'sign-task-sheet'>).version } }) },
  ),
  'telephone-customer': defineForm(z.strictObject({ reached: z.boolean(), remarks })),
  'making-done': defineForm(z.strictObject({ done: z.literal(true), remarks })),
  'daily-photos': defineForm(
    requiring(
      z.strictObject({
        worked: z.boolean(),
        steps: z
          .array(z.enum(KEY_STEP_IDS))
          .min(1)
          .max(KEY_STEP_IDS.length)
          .optional()
          .meta({ rule: 'BAK-49', description: 'The key steps worked on this day, each with a photo uploaded that day' }),
        reason: FreeText.optional().meta({ description: 'Why there was no work' }),
        remarks,
      }),
      { when: { worked: [true] }, then: ['steps'], rule: 'BAK-49' },
      { when: { worked: [false] }, then: ['reason'], rule: 'BAK-49' },
    ),
    {
      async bind(services, { aboutOrder }, reader) {
        const { lines } = await orderOf(orderServices(services), aboutOrder, null);
        return { steps: { among: listed('steps', productKeySteps(lines), reader) } };
      },
    },
  ),
  'quality-check': defineForm(
    requiring(z.strictObject({ result: z.enum(['pass', 'fail', 'not-sampled']), notes: FreeText.optional() }), {
      when: { result: ['fail', 'not-sampled'] },
      then: ['notes'],
      rule: 'BAK-51',
    }),
  ),
  'decoration-done': defineForm(z.strictObject({ photoId: proof('decoration'), remarks })),
} satisfies FormsFor<typeof PRODUCTION_TASKS>;
