import { z } from 'zod';
import { InstantOrNull } from '../base/common.schema';
import { ROLES } from '../base/roles';
import { STAFF_ACT_NAMES, STAFF_ACTS } from './staff-acts.rules';

/** Something that the caller may do with an order, and what they fill in for it. */
const StaffActView = z
  .strictObject({
    act: z.enum(STAFF_ACT_NAMES),
    title: z.string().meta({ description: "What it is called, in the caller's language" }),
    rule: z.string().meta({ description: 'The rule that it serves', examples: ['BAK-36'] }),
    route: z.enum(Object.values(STAFF_ACTS)).meta({ description: 'The route that takes it' }),
    check: z.boolean().meta({ description: 'Whether `?check=1` of that route says what it would do' }),
    decidedBy: z.enum(ROLES).nullable().meta({ description: 'Whose decision it then waits for; null: it is done by the caller’s word' }),
    until: InstantOrNull.meta({ description: 'When the order stops taking it (BAK-36); null: nobody can say that beforehand' }),
    form: z
      .record(z.string(), z.unknown())
      .meta({ description: "JSON Schema of the body, worded and bound as a task's form is: what stands there and what can be chosen" }),
  })
  .meta({ id: 'StaffAct' });

/** GET /orders/{number}/acts. */
export const StaffActs = z.strictObject({ items: z.array(StaffActView) }).meta({ id: 'StaffActs' });
export type StaffActs = z.output<typeof StaffActs>;
