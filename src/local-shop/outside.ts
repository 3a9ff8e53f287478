import { connect } from 'node:net';
import type { Connection } from '@temporalio/client';
import { Client } from 'pg';
import { openConnection, type TemporalDoor } from '../platform/temporal/connect';
import { reasonOf, StartProblem } from './start-problem';

/** Parts that the environment names instead of the embedded ones. Each is greeted before anything is started. */
const GREETING_MS = 5_000;
const OLDEST_POSTGRES = 15;

/** Shows an address without its password. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:***@');
}

/** @throws {StartProblem} when `DATABASE_URL` cannot be used. */
export async function greetDatabase(url: string): Promise<void> {
  const shown = `DATABASE_URL (${withoutPassword(url)})`;
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new StartProblem(`${shown} is no Postgres address: write postgresql://user:password@host:port/database.`);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: GREETING_MS });
  client.on('error', () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    version = Math.floor(Number(rows[0]?.version) / 10_000);
  } catch (error) {
    throw new StartProblem(
      `${shown} cannot be reached: ${reasonOf(error)}. Start that Postgres, correct DATABASE_URL, or unset it to use the embedded one.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < OLDEST_POSTGRES) throw new StartProblem(`${shown} is Postgres ${version}: Levain needs ${OLDEST_POSTGRES} or newer.`);
}

/**
 * @param use what to do with the namespace while we are connected.
 * @throws {StartProblem} when `TEMPORAL_ADDRESS` cannot be used.
 */
export async function greetTemporal(
  door: TemporalDoor,
  namespace: string,
  use: (connection: Connection) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const shown = `TEMPORAL_ADDRESS (${door.address})`;
  let connection: Connection;
  try {
    connection = await openConnection(door, GREETING_MS);
  } catch (error) {
    throw new StartProblem(
      `${shown} cannot be reached: ${reasonOf(error)}. Start that Temporal, correct TEMPORAL_ADDRESS, or unset it to use the embedded one.`,
    );
  }
  try {
    await connection.withDeadline(Date.now() + GREETING_MS, async () => {
      await connection.workflowService.describeNamespace({ namespace });
      await use(connection);
    });
  } catch (error) {
    throw new StartProblem(
      `${shown} does not give us namespace "${namespace}" with our search attributes: ${reasonOf(error)}. Check TEMPORAL_NAMESPACE; docs/operations.md lists the attributes.`,
    );
  } finally {
    await connection.close();
  }
}

/** @throws {StartProblem} when nothing listens at `SMTP_URL`, whose form the configuration has checked. */
export async function greetSmtp(url: string): Promise<void> {
  const shown = `SMTP_URL (${withoutPassword(url)})`;
  const { protocol, hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 587), timeout: GREETING_MS });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve()).once('error', reject);
      socket.once('timeout', () => reject(new Error('no answer')));
    });
  } catch (error) {
    throw new StartProblem(
      `${shown} cannot be reached: ${reasonOf(error)}. Start that mail server, correct SMTP_URL, or unset it to use the embedded catcher.`,
    );
  } finally {
    socket.destroy();
  }
}
