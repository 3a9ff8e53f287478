import './chapters';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { readConfig, type Config, type ConfigWith } from '../platform/config/config';
import { publicUrlOf } from '../platform/config/public-url';
import { createCalendars } from '../platform/db/calendar.repository';
import { createDb, type Db } from '../platform/db/client';
import { createRecordAlarm } from '../process/record/record-alarm';
import { createRecorder } from '../process/record/recorder';
import { takeUpOrder } from '../orders/resume.repository';
import { shopClock } from '../platform/db/settings.repository';
import { createStaffDirectory } from '../platform/people/staff-directory';
import { createOrderWatch } from '../orders/watch.repository';
import { shopTime, type ShopClock } from '../base/clock';
import { createPostOffice } from '../process/outbox/post-office';
import { createSmsChannel } from '../process/outbox/sms.channel';
import { createSmtpChannel } from '../process/outbox/smtp.channel';
import type { RecordAlarm, Recorder } from '../process/ports.messages';
import { createSuppliers } from '../purchasing/suppliers';
import { createTemporalClient } from '../platform/temporal/connect';
import { launchPostOffice } from '../orders/launch';
import { createOrderTeller } from '../orders/order-teller';
import { createRestarter } from '../orders/restart';
import { workerOptions } from '../platform/temporal/worker';
import { untilItAnswers } from './patience';
import { runProgram, type Running } from './program';
import { doorOf } from './temporal-door';
import { runUpkeep } from './upkeep';

/** What a worker writes and sends with. The chaos harness proves its oracle with a worker whose own are broken. */
export interface WorkerTools {
  readonly recorder: typeof createRecorder;
  readonly mailer: typeof createSmtpChannel;
}
const TOOLS: WorkerTools = { recorder: createRecorder, mailer: createSmtpChannel };

const NEEDED = ['databaseUrl', 'temporalAddress', 'smtpUrl', 'secret'] as const;

/** Temporal's own metrics, on the port of ours. */
const telemetry = ({ host, metricsPort }: Pick<Config, 'host' | 'metricsPort'>) => ({
  metrics: {
    prometheus: {
      bindAddress: `${host}:${metricsPort}`,
      countersTotalSuffix: true,
      unitSuffix: true,
      useSecondsForDurations: true,
    },
  },
  logging: { forward: {}, filter: 'WARN' as const },
});

/** What the activities of this worker stand on. */
interface Means {
  readonly config: ConfigWith<(typeof NEEDED)[number]>;
  readonly db: Db;
  readonly client: Client;
  readonly clock: ShopClock;
  readonly recorder: Recorder;
  readonly recordAlarm: RecordAlarm;
  readonly mailer: WorkerTools['mailer'];
  readonly stopping: AbortSignal;
}

const activitiesWith = ({ config, db, client, clock, recorder, recordAlarm, mailer, stopping }: Means) =>
  createActivities({
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
      mailer: mailer({ url: config.smtpUrl, from: config.mailFrom }),
      texter: config.smsGatewayUrl ? createSmsChannel({ url: config.smsGatewayUrl, token: config.smsGatewayToken }) : null,
      clock,
      baseUrl: publicUrlOf(config),
      linkSecret: config.secret,
    }),
    teller: createOrderTeller(client),
    stopping,
  });

/** The worker: serves the orders' workflows and activities, launches what intake could not, and keeps the post office open. */
export async function startWorker(tools: WorkerTools = TOOLS): Promise<Running> {
  const config = readConfig(process.env, NEEDED);
  Runtime.install({ telemetryOptions: telemetry(config) });
  const door = doorOf(config);
  const db = createDb(config.databaseUrl);
  const clock = await untilItAnswers('Postgres', () => shopClock(db, config.clockRate));
  const connection = await untilItAnswers('Temporal', () => NativeConnection.connect(door));
  const client = createTemporalClient({ ...door, namespace: config.temporalNamespace });
  const stopping = new AbortController();
  const recorder = tools.recorder(db);
  const recordAlarm = createRecordAlarm(db, () => shopTime(clock, Date.now()));
  const means = { db, client, clock, recorder, recordAlarm };

  const worker = await Worker.create(
    workerOptions({
      connection,
      namespace: config.temporalNamespace,
      codePath: join(__dirname, '../../workflow-bundle.js'),
      maxCached: config.workerMaxCached,
      secrets: [config.secret],
      activities: activitiesWith({ ...means, config, mailer: tools.mailer, stopping: stopping.signal }),
    }),
  );
  const running = worker.run();
  const log = (message: string, error?: unknown): void => console.error(message, error instanceof Error ? error.message : '');
  const upkeep = runUpkeep({ ...means, home: config.home, secret: config.secret, log }, stopping.signal);
  await untilItAnswers('Temporal', () => launchPostOffice(client));

  return {
    ready: { taskQueue: 'orders', metrics: config.metricsPort },
    async stop() {
      stopping.abort();
      worker.shutdown();
      await Promise.all([running, upkeep]);
      await connection.close();
      await client.connection.close();
      await db.$disconnect();
    },
  };
}

if (require.main === module) void runProgram(startWorker);
