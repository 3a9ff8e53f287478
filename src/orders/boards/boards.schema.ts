import { z } from 'zod';
import { Day, InstantOrNull, InstantOut } from '../../base/common.schema';
import { ROLES } from '../../base/roles';
import { TaskView } from '../../process/tasks/task-view.schema';
import { ActorView } from '../../process/record/timeline.schema';
import { benchesThatAre } from '../define.order-kind';
import { DeliveryView, LineView, ORDER_KINDS } from '../order.schema';
import { PaperQuery } from '../papers/papers.schema';
import { ORDER_STATES, OVERLAYS } from '../order-state.rules';
import { DONE_SHOWN_MS, LATENESS, MOST_DONE, MOST_IN_COLUMN, MOST_ON_BOARD, STAGE_COLUMN_IDS } from './boards.rules';

/** What hangs on the walls of a shop: a day's work, read whole. */

const more = z.boolean().meta({ description: `There are more orders than the ${MOST_ON_BOARD} that a board holds` });
const date = Day.optional().meta({ description: 'A day of the store’s calendar; left out, today' });
const OnDate = z.string().meta({ description: 'The store’s day, `YYYY-MM-DD`' });
const Person = z.strictObject({ id: z.string(), name: z.string() });
const Lines = z.array(LineView.omit({ unitPriceFen: true }));
export type BoardLines = z.infer<typeof Lines>;

/** What a step is, where it stands on a board. */
const BoardTask = TaskView.pick({
  id: true,
  kind: true,
  title: true,
  order: true,
  role: true,
  assignee: true,
  dueAt: true,
  breachedAt: true,
  may: true,
}).meta({ id: 'BoardTask' });
export type BoardTask = z.infer<typeof BoardTask>;

const BoardDone = z
  .strictObject({ id: z.string(), title: z.string(), order: z.string(), at: InstantOut, by: ActorView.nullable() })
  .meta({ id: 'BoardDone', description: 'A step that was answered, when and by whom' });
export type BoardDone = z.infer<typeof BoardDone>;

const order = {
  number: z.string(),
  kind: z.enum(ORDER_KINDS),
  state: z.enum(ORDER_STATES),
  overlays: z.array(z.enum(OVERLAYS)),
  version: z.int(),
  title: z.string().meta({ description: "What is ordered, in one line of the caller's language" }),
  deliveryAt: InstantOut.meta({ description: 'Promised to the customer' }),
  method: DeliveryView.shape.method,
  highRisk: z.boolean().meta({ description: 'It has a tracking sheet (BAK-30)' }),
  allergens: z.array(z.string()).meta({ description: 'Of all lines, each once (BAK-21)' }),
  requirements: z.array(z.string()).meta({ description: 'What its lines must be, each once; `none` is left out (BAK-21)' }),
};
const BoardOrder = z.strictObject(order);
export type BoardOrder = z.infer<typeof BoardOrder>;

const Pieces = z
  .strictObject({ product: z.string(), size: z.string().nullable(), quantity: z.int() })
  .meta({ id: 'Pieces', description: 'How many of one product in one size' });
const totals = z.array(Pieces).meta({ description: 'Of all orders on the board, the most of one thing first' });

/** In place of a bench: those of the caller. */
export const MINE = 'mine';
/** Chapters bring their benches after this file is loaded. */
const KitchenBench = z.lazy(() => z.enum([MINE, ...benchesThatAre({ away: false }).keys()]));

/** GET /boards/kitchen. */
export const KitchenQuery = z.strictObject({
  date,
  bench: KitchenBench.optional().meta({
    description: `Only what is worked at this bench; \`${MINE}\` for those at which a step of the caller’s roles is worked, and for all where there is none. Left out, all of the kitchen`,
  }),
});
const Tile = z
  .strictObject({
    ...order,
    lines: Lines,
    tasks: z.array(BoardTask).meta({ description: 'Its open steps at these benches, the next due first' }),
    was: z.strictObject({ version: z.int(), deliveryAt: InstantOut, lines: Lines }).nullable().meta({
      description: 'What was signed for last, where the order has changed since and nobody has signed for that (BAK-44); else null',
    }),
  })
  .meta({ id: 'KitchenTile' });
export type Tile = z.infer<typeof Tile>;
export const KitchenBoard = z
  .strictObject({
    date: OnDate,
    benches: z
      .array(z.strictObject({ id: z.string(), title: z.string(), mine: z.boolean() }))
      .meta({ description: 'Every bench of the kitchen; `mine` says that a step of the caller’s roles is worked there' }),
    tiles: z.array(Tile).meta({
      description:
        'Orders with an open step at these benches that are promised or whose step is due by the end of the day, the next promise first',
    }),
    more,
    totals,
    done: z.array(BoardDone).meta({
      description: `What was done at these benches in the last ${DONE_SHOWN_MS / 60_000} minutes, the latest first; at most ${MOST_DONE}`,
    }),
  })
  .meta({ id: 'KitchenBoard' });
export type KitchenBoard = z.infer<typeof KitchenBoard>;

/** GET /boards/day, GET /boards/deliveries. */
export const DateQuery = z.strictObject({ date });
/** GET /boards/day/paper. */
export const BriefQuery = z.strictObject({ date, ...PaperQuery.shape });

const Stop = z
  .strictObject({
    ...order,
    late: z
      .enum(LATENESS)
      .nullable()
      .meta({ description: 'What has passed while it is not handed over: the promise, or the hour at which it was to leave' }),
    leaveBy: InstantOrNull.meta({
      description: 'When it is to leave by its plan; null for what nobody carries, or while there is no plan',
    }),
    deliveredAt: InstantOrNull,
    owedFen: z.int().meta({ description: 'What is still to be paid, fen' }),
    recipient: z.strictObject({ name: z.string(), phone: z.string() }).nullable().meta({
      description: 'The telephone is whole for whoever may answer one of its open steps here, and masked for everybody else',
    }),
    address: z.string().nullable().meta({ description: 'For whoever may answer one of its open steps here; null for everybody else' }),
    driver: Person.nullable().meta({ description: 'Who has its next step in hand' }),
    tasks: z.array(BoardTask).meta({ description: 'Its open steps outside the kitchen' }),
    done: z.array(BoardDone).meta({ description: 'Those that were answered, the first one first' }),
  })
  .meta({ id: 'DeliveryStop' });
export type Stop = z.infer<typeof Stop>;
export const DeliveryBoard = z
  .strictObject({
    date: OnDate,
    stops: z
      .array(Stop)
      .meta({ description: 'What is promised on the day and neither declined nor cancelled: what is late first, then the next promise' }),
    more,
  })
  .meta({ id: 'DeliveryBoard' });
export type DeliveryBoard = z.infer<typeof DeliveryBoard>;

const TrackingSheet = z
  .strictObject({ risks: z.string(), mitigations: z.string(), owner: Person.nullable(), checkpoints: z.array(z.string()) })
  .meta({ id: 'TrackingSheet', description: 'What is watched of a high-risk order (BAK-30)' });
const BriefOrder = z
  .strictObject({ ...order, trackingSheet: TrackingSheet.nullable(), late: z.enum(LATENESS).nullable() })
  .meta({ id: 'BriefOrder' });
export const DayBoard = z
  .strictObject({
    date: OnDate,
    orders: z
      .array(BriefOrder)
      .meta({ description: 'What is promised on the day and neither declined nor cancelled, the next promise first' }),
    more,
    totals,
    late: z.array(BoardTask).meta({ description: `Steps of the store that are late by now, whatever the day; at most ${MOST_DONE}` }),
    away: z
      .array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), deputy: Person.nullable() }))
      .meta({ description: 'Who is away on the day, and who stands in for them' }),
  })
  .meta({ id: 'DayBoard', description: 'What a production morning meeting needs (BAK-42, BAK-43)' });
export type DayBoard = z.infer<typeof DayBoard>;

const Card = BoardOrder.omit({ allergens: true, requirements: true })
  .extend({ late: z.enum(LATENESS).nullable() })
  .meta({ id: 'StageCard' });
export const StageBoard = z
  .strictObject({
    columns: z.array(
      z.strictObject({
        id: z.enum(STAGE_COLUMN_IDS),
        title: z.string(),
        total: z.int().meta({ description: 'How many stand here' }),
        orders: z.array(Card).meta({ description: `The next promise first; at most ${MOST_IN_COLUMN}` }),
      }),
    ),
  })
  .meta({ id: 'StageBoard', description: 'Where every order stands that has not arrived' });
export type StageBoard = z.infer<typeof StageBoard>;
