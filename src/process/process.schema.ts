import { z } from 'zod';
import { FreeText, requiring } from '../base/common.schema';
import type { PROCESS_TASKS } from './process.tasks';
import { REPAIR_ACTIONS, repairActionsOf } from './repairs.rules';
import { listed } from './tasks/bound-options';
import type { FormsFor } from './tasks/form';

/** The forms of `PROCESS_TASKS`. */
export const PROCESS_FORMS = {
  repair: {
    schema: requiring(
      z.strictObject({
        action: z.enum(REPAIR_ACTIONS).meta({ description: 'One of `context.actions`' }),
        reason: FreeText.optional(),
      }),
      { when: { action: ['give-up', 'write-off'] }, then: ['reason'], rule: 'BAK-41' },
    ),
    bind: (_services, { context }, reader) => ({ action: { among: listed('actions', repairActionsOf(context), reader) } }),
  },
} satisfies FormsFor<typeof PROCESS_TASKS>;
