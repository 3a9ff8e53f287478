import type { Client } from '@temporalio/client';
import { shopTime, type ShopClock } from '../base/clock';
import { launchOrder, launchPostOffice, launchRepair } from '../orders/launch';
import { markLaunched, orderInputOf, unlaunched } from '../orders/launch.repository';
import { endedSince, standingOf } from '../orders/loss';
import { batchesAfter, outcomeOf } from '../orders/gateway';
import { tellFoundAlive } from '../orders/order-teller';
import { runWatch } from '../orders/watch';
import { createOrderWatch, repairInputOf, withdrawRepair } from '../orders/watch.repository';
import type { Db } from '../platform/db/client';
import { runStarter } from '../platform/temporal/starter';
import type { RecordAlarm, Recorder } from '../process/ports.messages';
import { createActsUnderWay } from '../process/record/acts-under-way.repository';
import { createLanding } from '../process/record/landing';
import { runSweeper } from '../process/record/sweeper';
import { runAnchoring } from './anchoring';
import { createCalendars } from '../platform/db/calendar.repository';
import { runFreezing } from '../orders/reports/freezing';
import { createOwedOrders } from './owed-orders';

/** Orders younger than this (real ms) are still being launched by their intake. */
const INTAKE_GRACE_MS = 3_000;

/** With what a worker looks after what nobody asks for. */
export interface Upkeep {
  readonly db: Db;
  readonly client: Client;
  readonly clock: ShopClock;
  readonly recorder: Recorder;
  readonly recordAlarm: RecordAlarm;
  /** Where the anchors are written, and what they are signed with. */
  readonly home: string;
  readonly secret: string;
  readonly log: (message: string, error?: unknown) => void;
}

/**
 * What runs beside a worker's workflows until it stops: launches what intake could not, finds lost orders, writes what an API left
 * unwritten, freezes the figures of months that are over, and anchors the timelines.
 */
export async function runUpkeep(upkeep: Upkeep, stopping: AbortSignal): Promise<void> {
  const { db, home, secret, log } = upkeep;
  const anchoring = runAnchoring({ db, home, secret, log }, stopping);
  await Promise.all([start(upkeep, stopping), watch(upkeep, stopping), sweep(upkeep, stopping), freeze(upkeep, stopping)]);
  await anchoring;
}

const start = ({ db, client, clock, log }: Upkeep, stopping: AbortSignal): Promise<void> =>
  runStarter(
    {
      owed: createOwedOrders({
        numbers: (limit) => unlaunched(db, INTAKE_GRACE_MS, limit),
        inputOf: (number) => orderInputOf(db, number, clock),
        log,
      }),
      launch: (input) => launchOrder(client, input),
      launched: (number) => markLaunched(db, number),
      log,
    },
    stopping,
  );

const watch = ({ db, client, clock, log }: Upkeep, stopping: AbortSignal): Promise<void> =>
  runWatch(
    {
      ended: (sinceMs) => endedSince(client, sinceMs),
      lossOf: async (number) => (await standingOf(client, number)).loss,
      record: createOrderWatch(db),
      openRepair: async (number, how) => launchRepair(client, await repairInputOf(db, number, how, clock)),
      async closeRepair(number) {
        if (!(await tellFoundAlive(client, number))) await withdrawRepair(db, number, shopTime(clock, Date.now()));
      },
      keep: () => launchPostOffice(client),
      now: Date.now,
      log,
    },
    stopping,
  );

const sweep = ({ db, client, recorder, recordAlarm, log }: Upkeep, stopping: AbortSignal): Promise<void> =>
  runSweeper(
    {
      acts: createActsUnderWay(db),
      outcomeOf: outcomeOf(client),
      land: createLanding({ recorder, batchesAfter: batchesAfter(client) }),
      alarm: recordAlarm,
      now: Date.now,
      log,
    },
    stopping,
  );

function freeze({ db, clock, log }: Upkeep, stopping: AbortSignal): Promise<void> {
  const now = (): number => shopTime(clock, Date.now());
  return runFreezing({ db, calendars: createCalendars(db, now), now, log }, stopping);
}
