import { z } from 'zod';

const Clause = z.strictObject({
  name: z.string().meta({ description: 'Its name in the program', examples: ['changeWindow'] }),
  zh: z.string(),
  en: z.string(),
  value: z.string().meta({ description: 'Its number with its unit, in the caller’s language', examples: ['72 h'] }),
  unit: z.string().meta({ description: '`hours`, `minutes`, `calendar-days`, `time-of-day`, `percent`, `count`, …', examples: ['hours'] }),
  source: z.enum(['regulation', 'reading']).meta({ description: 'Whether the regulation says the number, or its reading here' }),
});

/** GET /rulebook. */
export const RulebookView = z
  .strictObject({
    books: z.array(
      z.strictObject({
        kind: z.string().meta({ description: 'The kind of order that lives by it' }),
        version: z.string().meta({ description: 'In force: new orders carry its numbers to their end' }),
        rules: z
          .array(z.strictObject({ id: z.string().meta({ examples: ['BAK-36'] }), clauses: z.array(Clause) }))
          .meta({ description: 'By rule, in the order of the regulation' }),
        held: z
          .array(z.strictObject({ version: z.string(), orders: z.int() }))
          .meta({ description: 'How many open orders of the store carry which version, this one and others, whose numbers may be others' }),
      }),
    ),
  })
  .meta({ id: 'Rulebook' });
export type RulebookView = z.output<typeof RulebookView>;
