import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a client may take, and how many may be there at once. Times in real milliseconds. */
export interface ServerLimits {
  /** From the first byte of a request to the end of its headers: they are a few hundred bytes. */
  readonly headersMs: number;
  /** From the first byte to the last of its body: 15 MB from a telephone with 1 Mbit/s. Whoever has sent half by then keeps the half, and the socket goes. */
  readonly requestMs: number;
  /** Without a byte in either direction: an act takes ten seconds at most, and a reader who does not read is none. */
  readonly silenceMs: number;
  /** How often the three are looked at. */
  readonly checkEveryMs: number;
  /** Sockets at once: each costs a file and some memory, and a process has a thousand or more files. */
  readonly connections: number;
  /** Of them from one address: a shop full of telephones behind one router, and not one machine that takes all. */
  readonly connectionsPerAddress: number;
}
export const SERVER_LIMITS: ServerLimits = {
  headersMs: 15_000,
  requestMs: 120_000,
  silenceMs: 120_000,
  checkEveryMs: 5_000,
  connections: 900,
  connectionsPerAddress: 200,
};

/** An address of this machine: one of our own programs, or a proxy that speaks for everybody. */
const isOurs = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address);

/**
 * The API's server: half-sent requests end in 408, and one connection too many is closed unheard. `trustProxy` counts the proxies in front:
 * behind one every connection is the proxy's, so that only the proxy can tell addresses apart.
 */
export function createApiServer(trustProxy: number, limits: ServerLimits = SERVER_LIMITS): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkEveryMs,
  });
  server.setTimeout(limits.silenceMs);
  server.maxConnections = limits.connections;
  if (trustProxy === 0) server.prependListener('connection', perAddress(limits.connectionsPerAddress));
  return server;
}

/** Closes a connection whose address has its share already; those of this machine are not counted. */
export function perAddress(most: number): (socket: Socket) => void {
  const open = new Map<string, number>();
  return (socket) => {
    const { remoteAddress = '' } = socket;
    if (isOurs(remoteAddress)) return;
    const others = open.get(remoteAddress) ?? 0;
    if (others >= most) return void socket.destroy();
    open.set(remoteAddress, others + 1);
    socket.once('close', () => {
      const left = (open.get(remoteAddress) ?? 1) - 1;
      if (left > 0) open.set(remoteAddress, left);
      else open.delete(remoteAddress);
    });
  };
}
