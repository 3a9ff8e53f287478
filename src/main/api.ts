import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createApp } from './app';
import { DEFAULT_LIMITS } from '../platform/http/deps';
import { KEY_LIFE_MS } from '../platform/http/idempotency';
import { REDACTED } from '../platform/http/log';
import { metricsServer, showFeedLag, showTroubles } from '../platform/http/metrics';
import { readConfig } from '../platform/config/config';
import { publicUrlOf } from '../platform/config/public-url';
import { createActsUnderWay } from '../process/record/acts-under-way.repository';
import { createDb, type Db } from '../platform/db/client';
import { hasDemoStaff } from '../demo/demo-shop';
import { createIdempotency } from '../platform/db/idempotency.repository';
import { createRecorder } from '../process/record/recorder';
import { createSessions } from '../platform/people/session.repository';
import { createSignIns } from '../platform/people/sign-in.repository';
import { shopClock } from '../platform/db/settings.repository';
import { countTroubles } from '../orders/watch.repository';
import { createDiskPhotoStore } from '../platform/files/photo-store';
import { createTemporalClient } from '../platform/temporal/connect';
import { createOrderDesk } from '../orders/order-desk';
import { createSupplierDesk } from '../purchasing/supplier-desk';
import { createApiServer } from './api-server';
import { untilItAnswers } from './patience';
import { runProgram, type Running } from './program';
import type { Deps } from '../process/services';
import { createFeedReads } from '../process/feed/feed.repository';
import { sweepFeed } from '../process/feed/sweep';
import { doorOf } from './temporal-door';
import { levainVersion } from './version';

/** Real milliseconds that requests under way get to finish when the API stops; a slow act takes ten seconds. */
const FINISH_MS = 15_000;
const SWEEP_EVERY_MS = 3_600_000;
/** The console, built beside us. */
const CONSOLE = join(__dirname, '../../web');

/** The API: HTTP from outside, Postgres and Temporal behind. The chaos harness gives it a recorder of its own. */
export async function startApi(recorder: typeof createRecorder = createRecorder): Promise<Running> {
  const config = readConfig(process.env, ['databaseUrl', 'temporalAddress', 'secret']);
  // Standard output belongs to the line that says we are ready.
  const log = pino({ level: config.logLevel, redact: { paths: REDACTED, censor: '…' } }, pino.destination(2));
  const db = createDb(config.databaseUrl);
  const clock = await untilItAnswers('Postgres', () => shopClock(db, config.clockRate));
  if (config.nodeEnv === 'production' && (await hasDemoStaff(db))) {
    await db.$disconnect();
    throw new Error(
      'This database holds the demo shop’s people, whose password everybody knows: NODE_ENV=production does not run with them.',
    );
  }
  const client = createTemporalClient({ ...doorOf(config), namespace: config.temporalNamespace, secret: config.secret });
  const registry = new Registry();
  showTroubles(registry, () => countTroubles(db));
  showFeedLag(registry, () => createFeedReads(db).lagMs());
  const metrics = metricsServer(registry);
  const server = createApiServer(config.trustProxy);
  const metricsPort = await listen(metrics, config.metricsPort, config.host);
  const port = await listen(server, config.port, config.host);
  const stopping = new AbortController();
  const deps: Deps = {
    db,
    stopping: stopping.signal,
    desk: { ...createOrderDesk(client, { recorder: recorder(db), acts: createActsUnderWay(db) }), ...createSupplierDesk(client) },
    photos: createDiskPhotoStore(config.home),
    clock,
    realNow: Date.now,
    log,
    metrics: registry,
    settings: {
      version: levainVersion(),
      publicUrl: publicUrlOf(config, port),
      secret: config.secret,
      temporalUiUrl: config.temporalUiUrl ?? null,
      temporalNamespace: config.temporalNamespace,
      trustProxy: config.trustProxy,
      orderAheadDays: config.orderAheadDays,
      limits: DEFAULT_LIMITS,
    },
  };
  const app = createApp(deps, CONSOLE);
  server.on('request', (req, res) => void app(req, res));
  const sweeping = setInterval(() => void sweep(db).catch(() => log.warn('old keys and sessions could not be swept')), SWEEP_EVERY_MS);

  return {
    ready: { port, metrics: metricsPort },
    async stop() {
      clearInterval(sweeping);
      stopping.abort();
      await Promise.all([close(server), close(metrics)]);
      await client.connection.close();
      await db.$disconnect();
    },
  };
}

/** Old first answers and ended sessions are of no use, and who signed in is told for so long. */
async function sweep(db: Db): Promise<void> {
  const now = Date.now();
  await createIdempotency(db).sweep(now - KEY_LIFE_MS);
  await createSessions(db).sweep(now);
  await createSignIns(db).sweep(now);
  await sweepFeed(db, now);
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; PORT and METRICS_PORT move the API’s ports.`) : error),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** Takes nothing new, lets what is under way finish, and cuts off what does not. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), FINISH_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

if (require.main === module) void runProgram(startApi);
