import { z } from 'zod';
import { Id, InstantOrNull, InstantOut, page, PageQuery, Sentence } from '../../base/common.schema';
import { says } from '../../base/says';
import { DELAY_CAUSES } from './delay-causes.rules';
import { ListedOrder } from '../order-list.schema';
import { COUNTED, DETAIL_UNITS, DETAILS, FIGURE_UNITS, FIGURES, STANDINGS } from './reports.rules';

/** A month of the store's calendar. */
const MonthName = z
  .string()
  .regex(/^2[01]\d\d-(0[1-9]|1[0-2])$/, says('not-a-month'))
  .meta({ description: 'A month of the store, in the years 2000 to 2199', examples: ['2026-12'] });
const MonthOut = z.string().meta({ description: 'A month of the store', examples: ['2026-12'] });

const month = MonthName.optional().meta({ description: 'The month; this one when it is left out' });
const person = Id.optional().meta({ description: 'Only of the orders that this person took; left out, of all of the store' });

export const FigureName = z.strictObject({ figure: z.enum(FIGURES) });
export const CountedFigureName = z.strictObject({ figure: z.enum(COUNTED) });

/** GET /reports/{figure}. */
export const ReportQuery = z.strictObject({ month, person });
/** GET /reports/{figure}/orders. */
export const EvidenceQuery = z.strictObject({
  ...PageQuery,
  month,
  person,
  part: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, says('not-an-id'))
    .optional()
    .meta({ description: 'Only what falls into this part' }),
});

/** What a figure is, in the reader's words. */
const described = {
  figure: z.enum(FIGURES),
  title: z.string(),
  definition: z.string().meta({ description: 'How it is calculated' }),
  rule: z.string().meta({ examples: ['BAK-84'] }),
  unit: z.enum(FIGURE_UNITS).meta({ description: 'Of the value: `percent`, `points` of five, `score` of a hundred, or a bare `count`' }),
  standard: z.number().nullable().meta({ description: 'What it is to reach; null: the regulation does not say' }),
};

/** GET /reports. */
export const FigurePage = page(z.strictObject(described).meta({ id: 'Figure' }), 'FigurePage');

const Value = z
  .number()
  .nullable()
  .meta({ description: 'In the unit of its figure, with two decimals; null: there is nothing to measure' });

/** BAK-84…87. GET /reports/{figure}: a figure of one month. */
export const ReportView = z
  .strictObject({
    ...described,
    month: MonthOut,
    monthBefore: MonthOut,
    monthAfter: MonthOut.nullable().meta({ description: 'Null: it has not begun' }),
    person: z
      .strictObject({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Who took the orders; null: the whole store' }),
    frozenAt: InstantOrNull.meta({ description: 'When it was frozen: it does not change any more; null: it is counted as of now' }),
    value: Value,
    met: z.boolean().nullable().meta({ description: 'Whether it reaches the standard; null: nobody can say' }),
    details: z
      .array(
        z.strictObject({
          detail: z.enum(DETAILS),
          title: z.string(),
          unit: z.enum([...new Set(Object.values(DETAIL_UNITS))]).meta({ description: 'A number of things, or milliseconds' }),
          value: z.number().nullable(),
        }),
      )
      .meta({ description: 'Further numbers that belong to it' }),
    parts: z
      .array(
        z.strictObject({
          part: z.string(),
          title: z.string(),
          standing: z.enum(STANDINGS).meta({
            description: 'What it says of the figure: `excluded` is left out of it, and of what is `open` nobody can say yet how it counts',
          }),
          cell: z
            .strictObject({ row: z.string(), column: z.string() })
            .nullable()
            .meta({ description: 'Where it stands, if the parts make a table of two dimensions' }),
          rows: z.int().meta({ description: 'How many' }),
          orders: z.string().meta({ description: 'The address of what is behind it, below `/api/v1`' }),
        }),
      )
      .meta({ description: 'The parts into which what is behind it falls, each thing into one' }),
    components: z
      .array(
        z.strictObject({
          figure: z.enum(COUNTED),
          title: z.string(),
          value: Value,
          standard: z.number().nullable(),
          weight: z.number().meta({ description: 'In per cent' }),
          points: z.number().nullable().meta({ description: 'Of a hundred in all' }),
        }),
      )
      .meta({ description: 'BAK-87. What the composite is made of; empty for the others' }),
    people: z
      .array(z.strictObject({ id: z.string(), name: z.string(), value: Value }))
      .meta({ description: 'Everybody who took an order behind it, the best first; empty for one person' }),
    trend: z
      .array(z.strictObject({ month: MonthOut, value: Value }))
      .meta({ description: 'The frozen months of the year before it, and it itself, the earliest first' }),
  })
  .meta({ id: 'Report' });
export type ReportView = z.output<typeof ReportView>;

/** To whom a delay was put down, and by whom. */
const DelayCauseView = z
  .strictObject({
    cause: z.enum(DELAY_CAUSES),
    note: z.string(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    at: InstantOut,
  })
  .meta({ id: 'DelayCause' });

/** Something behind a figure, with a row of the order it belongs to. */
const EvidenceView = z
  .strictObject({
    id: z.string(),
    order: z.string(),
    at: InstantOut.meta({ description: 'By which it belongs to the month: the promise, the rating, the report' }),
    part: z.string(),
    value: z
      .number()
      .nullable()
      .meta({ description: 'Points of a rating; else milliseconds: after the promise, or until the first response' }),
    what: z.string().nullable().meta({ description: 'The kind of exception, stage or step, in words; null where it has none' }),
    isDelay: z.boolean().meta({ description: 'The order was late: `POST /orders/{number}/delay-cause` says to whom that is put down' }),
    delayCause: DelayCauseView.nullable(),
    about: ListedOrder.meta({ description: 'The order, as a row of `GET /orders`' }),
  })
  .meta({ id: 'Evidence' });
export const EvidencePage = page(EvidenceView, 'EvidencePage');

/** POST /orders/{number}/delay-cause. */
export const NewDelayCause = z
  .strictObject({
    cause: z.enum(DELAY_CAUSES).meta({ description: '`customer`: the delay is left out of the rate, and listed' }),
    note: Sentence.meta({ description: 'Why; kept with it' }),
  })
  .meta({ id: 'NewDelayCause' });
export const CodedDelay = DelayCauseView.extend({
  order: z.string(),
  counts: z.boolean().meta({ description: 'False: the month of the promise is frozen, and its figures stay as they are' }),
}).meta({ id: 'CodedDelay' });
