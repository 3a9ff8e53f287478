import { z } from 'zod';
import { InstantOut } from '../../base/common.schema';

const fault = {
  code: z.string().meta({ description: '`other` is prose that has no code' }),
  params: z.record(z.string(), z.unknown()),
};

/** RFC 9457, as every refusal is answered. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ examples: ['/problems/not-in-this-state'] }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    fault: z.strictObject(fault).meta({ description: 'What `detail` says, for programs' }),
    instance: z.string(),
    requestId: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string(),
          ...fault,
          detail: z.string(),
          rule: z.string().optional(),
        }),
      )
      .optional(),
    rule: z.string().optional(),
    answered: z
      .strictObject({
        by: z.strictObject({ id: z.string(), name: z.string() }),
        at: InstantOut,
        choices: z.record(z.string(), z.unknown()),
      })
      .optional()
      .meta({ description: 'Of `already-answered`: the first answer' }),
    alternatives: z.array(InstantOut).optional().meta({
      description: 'Of `day-full`: promises, or in a review planned starts, that would fit, earliest first; empty when nothing near does',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem; the codes are listed in docs/problems.md' });
export type Problem = z.infer<typeof Problem>;
