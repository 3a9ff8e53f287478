import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createDb, type Db } from '../../../src/platform/db/client';
import { testDatabase } from '../../support/database';

/** "terminating connection due to administrator command", as a stopping Postgres writes it: severity, code, message, each ended by NUL. */
const FIELDS = Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');
const LENGTH = Buffer.alloc(4);
LENGTH.writeUInt32BE(FIELDS.length + 4);
const TERMINATED = Buffer.concat([Buffer.from('E'), LENGTH, FIELDS]);
/** ReadyForQuery, outside a transaction: the end of every answer. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

let own: Awaited<ReturnType<typeof testDatabase>>;
let between: Server;
let db: Db;
/** Postgres is stopped in the very moment in which it has given its next answer. */
let stopsAfterAnswer = false;
beforeAll(async () => {
  own = await testDatabase();
  const server = new URL(own.url);
  const url = new URL(own.url);
  between = createServer((caller) => {
    const postgres = connect(Number(server.port), server.hostname);
    const quiet = (socket: Socket): unknown => socket.on('error', () => undefined);
    quiet(caller);
    quiet(postgres);
    caller.pipe(postgres);
    caller.on('close', () => postgres.destroy());
    postgres.on('close', () => caller.destroy());
    postgres.on('data', (answer: Buffer) => {
      if (!stopsAfterAnswer || !answer.subarray(-READY.length).equals(READY)) return void caller.write(answer);
      stopsAfterAnswer = false;
      caller.end(Buffer.concat([answer, TERMINATED]), () => postgres.destroy());
    });
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  url.port = String((between.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  db = createDb(url.href, 1);
}, 60_000);
afterAll(async () => {
  await db.$disconnect();
  between.close();
  await own.close();
});

test('a connection that breaks as it changes hands fails its next user and nothing else; the process goes on', async () => {
  await db.$queryRaw`SELECT 1`;
  stopsAfterAnswer = true;
  // the one connection is busy when the transaction begins to wait for it
  const answered = db.$queryRaw`SELECT 2 AS n FROM pg_sleep(0.2)`.then((rows) => rows);
  const waited = db.$transaction((tx) => tx.$queryRaw`SELECT 3`);
  const broken = await expect(waited).rejects.toThrow();
  expect(await answered).toEqual([{ n: 2 }]);
  await broken;
  expect(await db.$queryRaw`SELECT 4 AS n`).toEqual([{ n: 4 }]);
});
