import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createApiServer, perAddress, SERVER_LIMITS } from '../../src/main/api-server';

let server: Server;
const sockets: Socket[] = [];

/** Listens with limits small enough to meet them. */
async function listens(limits: Partial<typeof SERVER_LIMITS>): Promise<void> {
  server = createApiServer(0, { ...SERVER_LIMITS, checkEveryMs: 20, ...limits });
  server.on('request', (req, res) => req.resume().on('end', () => res.end('done')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}
async function dials(): Promise<{ socket: Socket; heard: () => string; closed: Promise<unknown> }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let answer = '';
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString())).on('error', () => undefined);
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  return { socket, heard: () => answer, closed };
}
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const HEAD = 'POST / HTTP/1.1\r\nHost: shop.test\r\n';
const WHOLE = `${HEAD}Content-Length: 2\r\nConnection: close\r\n\r\n{}`;

describe('a request that never ends is ended', () => {
  test.each([
    ['with half its headers', { headersMs: 100, requestMs: 60_000 }, HEAD],
    ['with half its body', { headersMs: 100, requestMs: 200 }, `${HEAD}Content-Length: 100\r\n\r\nhalf`],
    ['in chunks without a last one', { headersMs: 100, requestMs: 200 }, `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`],
  ])('%s', async (_what, limits, sent) => {
    await listens(limits);
    const { socket, heard, closed } = await dials();
    socket.write(sent);
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('and so is a connection that says nothing', async () => {
    await listens({ silenceMs: 100 });
    const { heard, closed } = await dials();
    await closed;
    expect(heard()).toBe('');
  });

  test('while a whole one is answered', async () => {
    await listens({ headersMs: 100, requestMs: 200 });
    const { socket, heard, closed } = await dials();
    socket.write(WHOLE);
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test('one connection too many is closed unheard, and there is room again when another leaves', async () => {
  await listens({ connections: 2 });
  const first = await dials();
  await dials();
  const third = await dials();
  await third.closed;
  expect(third.heard()).toBe('');
  first.socket.destroy();
  await first.closed;
  while ((await new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))) > 1)
    await new Promise(setImmediate);
  const fourth = await dials();
  fourth.socket.write(WHOLE);
  await fourth.closed;
  expect(fourth.heard()).toMatch(/^HTTP\/1\.1 200 /);
});

describe('one address has its share of the connections', () => {
  class Dialled extends EventEmitter {
    isOpen = true;
    constructor(readonly remoteAddress: string) {
      super();
    }
    destroy(): void {
      this.isOpen = false;
      this.emit('close');
    }
  }
  const caller =
    (most: number) =>
    (join = perAddress(most)) =>
    (address: string): Dialled => {
      const socket = new Dialled(address);
      join(socket as unknown as Socket);
      return socket;
    };
  beforeEach(() => listens({}));

  test('and no more, until one of its own leaves', () => {
    const call = caller(2)();
    const [first, second, third] = [call('192.0.2.7'), call('192.0.2.7'), call('192.0.2.7')];
    expect([first.isOpen, second.isOpen, third.isOpen, call('192.0.2.8').isOpen]).toEqual([true, true, false, true]);
    first.destroy();
    expect([call('192.0.2.7').isOpen, call('192.0.2.7').isOpen]).toEqual([true, false]);
  });

  test('but this machine’s own, our programs and a proxy, are not counted', () => {
    const call = caller(1)();
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect([call(address).isOpen, call(address).isOpen, call(address).isOpen]).toEqual([true, true, true]);
  });

  test('and behind a proxy that is counted none is told apart by its socket', () => {
    const counted = createApiServer(0).listenerCount('connection');
    expect(createApiServer(1).listenerCount('connection')).toBe(counted - 1);
  });
});
