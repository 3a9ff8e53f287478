import { z } from 'zod';
import { AGES, LAST_DAY } from './receivables.rules';

/** BAK-32. GET /receivables. */
export const ReceivablesView = z
  .strictObject({
    owedFen: z.int().meta({ description: 'What customers owe for orders that are open, in fen' }),
    ages: z
      .array(
        z.strictObject({
          age: z.enum(AGES).meta({
            description: `Counted from the hand-over, or from the promise where there was none yet: \`upcoming\` is not due, \`week\` up to ${LAST_DAY.week} days of the store, \`month\` up to ${LAST_DAY.month}`,
          }),
          orders: z.int(),
          owedFen: z.int(),
        }),
      )
      .meta({ description: 'Every age once, the youngest first' }),
  })
  .meta({ id: 'Receivables' });
