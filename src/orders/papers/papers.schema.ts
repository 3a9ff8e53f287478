import { z } from 'zod';

const Missing = z.strictObject({
  pointer: z.string().meta({ description: 'Where it should stand', examples: ['/order/makingDoneAt', '/shop/complaintPhone'] }),
  code: z.string().meta({ description: 'For programs' }),
  detail: z.string().meta({ description: "In the caller's language" }),
  rule: z.string().nullable(),
});

const PaperView = z
  .strictObject({
    paper: z.string().meta({ description: 'Its name below `/orders/{number}/papers/`', examples: ['receipt'] }),
    title: z.string().meta({ description: "What it is called, in the caller's language" }),
    language: z.enum(['zh', 'en']).meta({ description: 'In which it is printed unless another is asked for' }),
    byLink: z.boolean().meta({ description: 'Whether the customer can have it by link' }),
    missing: z.array(Missing).meta({ description: 'What has to stand on it and is not there; empty: it can be printed' }),
  })
  .meta({ id: 'OrderPaper', description: 'Something that is printed of an order' });
export type PaperView = z.output<typeof PaperView>;

/** GET /orders/{number}/papers. */
export const Papers = z.strictObject({ items: z.array(PaperView) }).meta({ id: 'OrderPapers' });

/** In which language a paper is wanted. */
export const PaperQuery = z.strictObject({
  language: z.enum(['zh', 'en']).optional().meta({ description: 'Left out: what customers read in theirs, all else in the caller’s' }),
});
