import { NativeConnection } from '@temporalio/worker';
import { createTemporalClient } from '../../src/platform/temporal/connect';
import { SECRET, Watches } from '../process/night-watch.support';
import { startDevServer, type DevServer } from '../support/dev-server';

// What a real server does with acts that meet the change of runs; what the process does is shown in test/process/continuation.test.ts.

let server: DevServer;
let connection: NativeConnection;
let watches: Watches;
beforeAll(async () => {
  server = await startDevServer();
  connection = await NativeConnection.connect({ address: server.address });
  const { address, namespace } = server;
  watches = await Watches.open({ client: createTemporalClient({ address, namespace, secret: SECRET }), connection, namespace });
}, 120_000);
afterAll(async () => {
  await watches.close();
  await connection.close();
  await server.close();
}, 60_000);

test('of many acts that come at once while a process changes runs, each is decided once, its caller hears so, and whoever asks meanwhile is answered', async () => {
  const watch = await watches.begins({ afterActs: 5 }, Date.now());
  const { id } = await watch.task('gate');
  const everybody = Array.from({ length: 80 }, (_, n) => `person-${n}`);
  const people = [...everybody];
  const lane = async (): Promise<void> => {
    for (let to = people.shift(); to; to = people.shift()) await watch.hands(id, to);
  };
  let looks = 0;
  const reads = async (): Promise<void> => {
    while (people.length > 0) looks += Array.isArray(await watch.unwritten()) ? 1 : 0;
  };
  await Promise.all([...Array.from({ length: 8 }, lane), reads()]);
  expect(looks).toBeGreaterThan(5);
  const heard = (await watch.timeline()).flatMap(({ kind, data }) => (kind === 'task.assigned' ? [(data as { to: string }).to] : []));
  expect(heard.sort()).toEqual(everybody.sort());
  expect(await watch.verified()).toMatchObject({ ok: true });
  expect(await watch.runs()).toBeGreaterThan(4);
}, 90_000);

test('a process that Temporal was asked to cancel, and that does not end for that, goes on in another run like any other', async () => {
  const watch = await watches.begins({ afterActs: 1 }, Date.now());
  const { id } = await watch.task('gate');
  await watch.handle.cancel();
  await watch.hands(id, 'a');
  await watch.hands(id, 'b');
  await watch.answers(id);
  expect(await watch.ends()).toBe(0);
  expect(await watch.kinds()).toContain('gate.mended');
}, 60_000);
