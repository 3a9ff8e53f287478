import { z } from 'zod';
import { says } from './says';
import { instantFault } from './instants';
import { oneLine, someLines } from './text.schema';
import { MOST } from './read';

/**
 * An instant with an offset, of the years in which every part of the house can count; parsed to epoch milliseconds. What it may mean in
 * its place (a delivery, a past fact, a promise) is judged beside the order and the shop's clock, in `src/orders/instant-checks.ts`.
 */
export const Instant = z.iso
  .datetime({ offset: true, error: says('not-an-instant') })
  .transform((text) => Date.parse(text))
  .refine((at) => instantFault(at) === null, says('out-of-years'))
  .meta({ description: 'ISO 8601 with an offset, in the years 2000 to 2199' });

/** A day of the calendar, of the same years. */
export const Day = z.iso
  .date(says('not-a-date'))
  .refine((day) => instantFault(Date.parse(day)) === null, says('out-of-years'))
  .meta({ description: 'A date, in the years 2000 to 2199' });

/** An instant in an answer: UTC. */
export const InstantOut = z.iso.datetime().meta({ description: 'UTC instant of shop time' });
export const InstantOrNull = InstantOut.nullable();

const Span = z.strictObject({ n: z.int(), unit: z.enum(['hours', 'minutes', 'calendar-days', 'working-hours', 'working-days']) });
/** Why a deadline is when it is, as data; `because` says the same in the caller's language. */
export const ReasonView = z
  .strictObject({
    rule: z.string(),
    base: z.string().meta({ description: 'What it is counted from, or who set it' }),
    baseAt: InstantOut.optional(),
    add: Span.optional(),
    before: Span.optional(),
    time: z.string().optional().meta({ description: 'Time of the store’s day: of the day before the base, or before it on `day`' }),
    day: z.string().optional(),
    missedAt: InstantOut.optional().meta({ description: 'Had passed already, so that it is done at once' }),
    movedFrom: InstantOut.optional().meta({ description: 'The store is closed then' }),
    pausedMs: z.int().optional().meta({ description: 'The clock stood so long, ms: it is due so much later' }),
    assumedYear: z.int().optional().meta({ description: 'The year whose holidays are not known yet' }),
  })
  .meta({ id: 'Reason' });

/** How a field is filled in, for a console that draws its form: no rule hangs on it. `photoStep` is what a photo shows. */
export const filledBy = (widget: string, photoStep?: string) => ({ widget, ...(photoStep !== undefined && { photoStep }) });

/** An amount in fen (0.01 CNY), bounded by what the records hold. */
export const Fen = z
  .int()
  .min(0)
  .max(MOST)
  .meta({ description: 'Amount in fen, 0.01 CNY', ui: filledBy('money') });
export const PositiveFen = z
  .int()
  .min(1)
  .max(MOST)
  .meta({ description: 'Amount in fen, 0.01 CNY', ui: filledBy('money') });

/** BAK-40. What the store manager gives back of an order cancelled for a cause of neither side. */
export const DecidedRefund = Fen.meta({
  rule: 'BAK-40',
  description: 'Given back where the cause is neither side’s, fen: from 0 to what was received and not refunded yet. Left out, all of it',
});

/** A word of a list: a catalogue id, a tag, a step. */
export const Word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, says('not-an-id'));

/** A row's id as the service gives them out. */
export const Id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\x21-\x7e]*$/, says('not-an-id'));

/** The id of the photo that a rule demands of a step; `en` is what it shows. A signature is such a photo, drawn. */
export const photoOf = (step: string, { ruleId, en }: { readonly ruleId: string; readonly en: string }) =>
  Id.meta({
    rule: ruleId,
    description: `Id of a photo of this order, step ${step}: ${en}`,
    ui: filledBy(step === 'signature' ? 'signature' : 'photo', step),
  });

/** Words a person wrote: never empty, bounded. */
export const Sentence = someLines(2000);
/** Free text of an answer: kept beside the order, never in the workflow. */
export const FreeText = Sentence.meta({ freeText: true });
/** A name of a person or a thing. */
export const Name = oneLine(120);
/** Where something is to be brought. */
export const Address = oneLine(500);

/** A list in which nothing is said twice, told apart by `of`; the second of two is pointed at. */
export const distinct = <T extends z.ZodType>(list: z.ZodArray<T>, of: (item: z.output<T>) => unknown = (item) => item, field?: string) =>
  list.superRefine((items, context) => {
    const said = items.map(of);
    said.forEach((item, n) => {
      if (said.indexOf(item) === n) return;
      context.addIssue({ code: 'custom', path: field === undefined ? [n] : [n, field], message: says('given-twice') });
    });
  });

/** A filter of a list, or something it is asked to do: `true`, `false`, or left out. */
export const yesOrNo = z.enum(['true', 'false']).optional();

/** A filter of a list that may be repeated: any of the values serves. One value comes as itself. */
export const repeated = <T extends z.ZodType>(value: T) =>
  z.preprocess((given) => (Array.isArray(given) ? (given as unknown) : [given]), distinct(z.array(value)));

/** A page of a list. `next` is an opaque cursor, null at the end. */
export const page = <T extends z.ZodType>(item: T, id: string) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() }).meta({ id });

export const PageQuery = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, says('not-a-page-size'))
    .transform(Number)
    .pipe(z.int().max(200, says('not-a-page-size')))
    .default(50),
  cursor: z.string().max(600).optional(),
};

/** `then` fields become required when every field of `when` has one of its values, or is given at all. `rule` is the clause that wants them. */
export interface Requirement {
  readonly when: Readonly<Record<string, readonly (string | boolean)[] | 'given'>>;
  readonly then: readonly string[];
  readonly rule: string;
}

const holds = (value: unknown, among: readonly (string | boolean)[] | 'given'): boolean =>
  among === 'given' ? value !== undefined : among.includes(value as string | boolean);

/** Adds conditional requirements to an object, both to its parsing and, as `if`/`then`, to its JSON Schema. */
export function requiring<T extends z.ZodObject>(shape: T, ...requirements: readonly Requirement[]): T {
  return shape
    .superRefine((value, context) => {
      const given = value as Readonly<Record<string, unknown>>;
      for (const { when, then, rule } of requirements) {
        if (!Object.entries(when).every(([field, among]) => holds(given[field], among))) continue;
        for (const field of then) {
          if (given[field] !== undefined) continue;
          context.addIssue({ code: 'custom', path: [field], message: says('required'), params: { rule } });
        }
      }
    })
    .meta({
      allOf: requirements.map(({ when, then }) => ({
        if: {
          properties: Object.fromEntries(Object.entries(when).map(([field, among]) => [field, among === 'given' ? {} : { enum: among }])),
          required: Object.keys(when),
        },
        then: { required: then },
      })),
    });
}

/** True when the two types are the same: holds a schema to the contract's type at compile time. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const same = <A, B>(_proof: Same<A, B>): void => undefined;
