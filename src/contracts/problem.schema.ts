import { z } from 'zod';

/** RFC 9457, as every refusal is answered. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ examples: ['/problems/not-in-this-state'] }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
    rule: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem; the codes are listed in docs/problems.md' });
export type Problem = z.infer<typeof Problem>;
