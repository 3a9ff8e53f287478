import './chapters';
import { join } from 'node:path';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { readConfig } from '../platform/config/config';
import { publicUrlOf } from '../platform/config/public-url';
import { createActsUnderWay } from '../process/record/acts-under-way.repository';
import { createCalendars } from '../platform/db/calendar.repository';
import { createDb } from '../platform/db/client';
import { markLaunched, orderInputOf, unlaunched } from '../orders/launch.repository';
import { createRecordAlarm } from '../process/record/record-alarm';
import { createRecorder } from '../process/record/recorder';
import { takeUpOrder } from '../orders/resume.repository';
import { shopClock } from '../platform/db/settings.repository';
import { createStaffDirectory } from '../platform/people/staff-directory';
import { createOrderWatch, repairInputOf, withdrawRepair } from '../orders/watch.repository';
import { shopTime } from '../base/clock';
import { createPostOffice } from '../process/outbox/post-office';
import { createSmsChannel } from '../process/outbox/sms.channel';
import { createSmtpChannel } from '../process/outbox/smtp.channel';
import { createSuppliers } from '../purchasing/suppliers';
import { createTemporalClient } from '../platform/temporal/connect';
import { createLanding } from '../process/record/landing';
import { launchOrder, launchPostOffice, launchRepair } from '../orders/launch';
import { batchesAfter, outcomeOf } from '../orders/order-desk';
import { endedSince, standingOf } from '../orders/loss';
import { createOrderTeller, tellFoundAlive } from '../orders/order-teller';
import { createRestarter } from '../orders/restart';
import { runStarter } from '../platform/temporal/starter';
import { runSweeper } from '../process/record/sweeper';
import { runWatch } from '../orders/watch';
import { workerOptions } from '../platform/temporal/worker';
import { runAnchoring } from './anchoring';
import { createOwedOrders } from './owed-orders';
import { untilItAnswers } from './patience';
import { runProgram, type Running } from './program';
import { doorOf } from './temporal-door';

/** Orders younger than this (real ms) are still being launched by their intake. */
const INTAKE_GRACE_MS = 3_000;

/** What a worker writes and sends with. The chaos harness proves its oracle with a worker whose own are broken. */
export interface WorkerTools {
  readonly recorder: typeof createRecorder;
  readonly mailer: typeof createSmtpChannel;
}
const TOOLS: WorkerTools = { recorder: createRecorder, mailer: createSmtpChannel };

/** The worker: serves the orders' workflows and activities, launches what intake could not, and keeps the post office open. */
export async function startWorker(tools: WorkerTools = TOOLS): Promise<Running> {
  const config = readConfig(process.env, ['databaseUrl', 'temporalAddress', 'smtpUrl', 'secret']);
  Runtime.install({
    telemetryOptions: {
      metrics: {
        prometheus: {
          bindAddress: `${config.host}:${config.metricsPort}`,
          countersTotalSuffix: true,
          unitSuffix: true,
          useSecondsForDurations: true,
        },
      },
      logging: { forward: {}, filter: 'WARN' },
    },
  });
  const door = doorOf(config);
  const db = createDb(config.databaseUrl);
  const clock = await untilItAnswers('Postgres', () => shopClock(db, config.clockRate));
  const connection = await untilItAnswers('Temporal', () => NativeConnection.connect(door));
  const client = createTemporalClient({ ...door, namespace: config.temporalNamespace });
  const stopping = new AbortController();
  const recorder = tools.recorder(db);
  const recordAlarm = createRecordAlarm(db, () => shopTime(clock, Date.now()));

  const worker = await Worker.create(
    workerOptions({
      connection,
      namespace: config.temporalNamespace,
      codePath: join(__dirname, '../../workflow-bundle.js'),
      maxCached: config.workerMaxCached,
      secrets: [config.secret],
      activities: createActivities({
        recorder,
        restarter: createRestarter({
          client,
          takeUp: (request) => takeUpOrder(db, request, clock),
          found: (number) => createOrderWatch(db).find(number),
        }),
        recordAlarm,
        calendars: createCalendars(db),
        staff: createStaffDirectory(db),
        signalsAllowed: config.temporalSignals,
        suppliers: createSuppliers({ db, clock }),
        post: createPostOffice({
          db,
          mailer: tools.mailer({ url: config.smtpUrl, from: config.mailFrom }),
          texter: config.smsGatewayUrl ? createSmsChannel({ url: config.smsGatewayUrl, token: config.smsGatewayToken }) : null,
          clock,
          baseUrl: publicUrlOf(config),
          linkSecret: config.secret,
        }),
        teller: createOrderTeller(client),
        stopping: stopping.signal,
      }),
    }),
  );
  const running = worker.run();
  const log = (message: string, error?: unknown): void => console.error(message, error instanceof Error ? error.message : '');
  const starter = runStarter(
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
    stopping.signal,
  );
  const anchoring = runAnchoring({ db, home: config.home, secret: config.secret, log }, stopping.signal);
  const shopNow = (): number => shopTime(clock, Date.now());
  const watch = runWatch(
    {
      ended: (sinceMs) => endedSince(client, sinceMs),
      lossOf: async (number) => (await standingOf(client, number)).loss,
      record: createOrderWatch(db),
      openRepair: async (number, how) => launchRepair(client, await repairInputOf(db, number, how, clock)),
      async closeRepair(number) {
        if (!(await tellFoundAlive(client, number))) await withdrawRepair(db, number, shopNow());
      },
      keep: () => launchPostOffice(client),
      now: Date.now,
      log,
    },
    stopping.signal,
  );
  const sweeper = runSweeper(
    {
      acts: createActsUnderWay(db),
      outcomeOf: outcomeOf(client),
      land: createLanding({ recorder, batchesAfter: batchesAfter(client) }),
      alarm: recordAlarm,
      now: Date.now,
      log,
    },
    stopping.signal,
  );
  await untilItAnswers('Temporal', () => launchPostOffice(client));

  return {
    ready: { taskQueue: 'orders', metrics: config.metricsPort },
    async stop() {
      stopping.abort();
      worker.shutdown();
      await Promise.all([running, starter, watch, sweeper]);
      await anchoring;
      await connection.close();
      await client.connection.close();
      await db.$disconnect();
    },
  };
}

if (require.main === module) void runProgram(startWorker);
