import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { NativeConnection } from '@temporalio/worker';
import { readConfig } from '../../src/platform/config/config';
import { doorOf } from '../../src/main/temporal-door';
import { createTemporalClient, type TemporalDoor } from '../../src/platform/temporal/connect';
import { startDevServer, type DevServer } from '../support/dev-server';

const file = (name: string): string => join(__dirname, '..', 'support', 'tls', name);
const OURS = { TEMPORAL_TLS_CA: file('ca.pem'), TEMPORAL_TLS_CERT: file('client.pem'), TEMPORAL_TLS_KEY: file('client.key') };

let server: DevServer;
let door: Server;
beforeAll(async () => {
  server = await startDevServer();
  const [host, port] = server.address.split(':') as [string, string];
  // a Temporal that wants TLS and knows its clients by their certificates, as Temporal Cloud does
  const keys = { cert: readFileSync(file('server.pem')), key: readFileSync(file('server.key')), ca: readFileSync(file('ca.pem')) };
  door = createServer({ ...keys, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] }, (caller) => {
    const inside = connect(Number(port), host);
    caller.on('error', () => inside.destroy());
    inside.on('error', () => caller.destroy());
    caller.pipe(inside).pipe(caller);
  });
  door.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(async () => {
  door.close();
  await server.close();
}, 60_000);

const doorBy = (variables: Record<string, string>): TemporalDoor => {
  const TEMPORAL_ADDRESS = `localhost:${(door.address() as AddressInfo).port}`;
  return doorOf(readConfig({ TEMPORAL_ADDRESS, ...variables }, ['temporalAddress']));
};
const ask = async (by: TemporalDoor): Promise<unknown> => {
  const { connection } = createTemporalClient({ ...by, namespace: server.namespace });
  try {
    return await connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.describeNamespace({ namespace: server.namespace }),
    );
  } finally {
    await connection.close();
  }
};

describe('a Temporal that wants TLS', () => {
  test('is spoken to by API and worker with our certificate', async () => {
    const by = doorBy(OURS);
    expect(await ask(by)).toMatchObject({ namespaceInfo: { name: server.namespace } });
    const worker = await NativeConnection.connect(by);
    await worker.close();
  });

  test('is not spoken to in plain, by strangers, or where the authority is not known', async () => {
    await expect(ask(doorBy({}))).rejects.toThrow();
    await expect(ask(doorBy({ TEMPORAL_TLS_CA: OURS.TEMPORAL_TLS_CA }))).rejects.toThrow();
    await expect(ask(doorBy({ TEMPORAL_TLS: 'on' }))).rejects.toThrow();
  });
});

test('an API key is never sent without TLS, and half a certificate is no certificate', () => {
  expect(doorBy({ TEMPORAL_API_KEY: 'k' })).toMatchObject({ tls: {}, apiKey: 'k' });
  expect(doorBy({ TEMPORAL_TLS: 'on' })).toMatchObject({ tls: {} });
  expect(doorBy({}).tls).toBeUndefined();
  expect(() => doorBy({ TEMPORAL_TLS_CERT: OURS.TEMPORAL_TLS_CERT })).toThrow(/TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together/);
  expect(() => doorBy({ TEMPORAL_TLS_CA: '/nowhere/ca.pem' })).toThrow(/^TEMPORAL_TLS_CA cannot be read/);
});
