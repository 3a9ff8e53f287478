import { createServer, type AddressInfo, type Server } from 'node:net';
import { openConnection } from '../../../src/platform/temporal/connect';

/** Long enough for the transport to dial a second and a third time, if it were left open. */
const WATCHED_MS = 5_000;
/** One dial is already arranged when we give up. */
const ARRANGED = 1;

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

describe('a connection to Temporal', () => {
  test('that was not had in time is given up: nobody dials on behind it', async () => {
    const nobody = createServer();
    const port = await listening(nobody, 0);
    await closed(nobody);
    await expect(openConnection({ address: `127.0.0.1:${port}` }, 300)).rejects.toThrow(/connect/i);

    let calls = 0;
    const late = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    await listening(late, port);
    await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
    await closed(late);
    expect(calls).toBeLessThanOrEqual(ARRANGED);
  });
});
