import { z } from 'zod';
import { LANGUAGES } from './facts';

const LetterView = z
  .strictObject({
    name: z.string(),
    title: z.string().meta({ description: 'What it is called, in the caller’s language' }),
    recipient: z.enum(['customer', 'staff', 'supplier']),
    channels: z.array(z.enum(['email', 'sms'])).meta({ description: 'The ways it goes; `sms` where the recipient has no other' }),
    rules: z.array(z.string()).meta({ description: 'The clauses that want it' }),
    urgent: z.boolean().meta({ description: 'It does not wait for the end of the quiet hours' }),
  })
  .meta({ id: 'Letter' });

/** GET /letters. */
export const LetterList = z.strictObject({ items: z.array(LetterView) }).meta({ id: 'LetterList' });
export type LetterList = z.output<typeof LetterList>;

/** GET /letters/{name}/preview. */
export const PreviewQuery = z.strictObject({
  language: z.enum(LANGUAGES).default('zh-CN').meta({ description: 'The language of its reader' }),
});

/** A letter as it would read, with invented facts. */
export const LetterPreview = z
  .strictObject({
    subject: z.string(),
    text: z.string().meta({ description: 'The letter without its layout' }),
    sms: z.string().nullable().meta({ description: 'The short message; null: none goes' }),
  })
  .meta({ id: 'LetterPreview' });
