import { tmpdir } from 'node:os';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { REAL_TIME } from '../../src/base/clock';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { createApp } from '../../src/main/app';
import type { Db } from '../../src/platform/db/client';
import { createDiskPhotoStore } from '../../src/platform/files/photo-store';
import { DEFAULT_LIMITS } from '../../src/platform/http/deps';
import type { Desk } from '../../src/process/ports.messages';
import type { Deps } from '../../src/process/services';

/** An API that reads: the product's own, over HTTP, with nothing behind it but Postgres. */
export interface ReadingApi {
  readonly url: string;
  /** The session that it asks with. */
  readonly token: string;
  /** Asks as the sales consultant of the demo shop; answers the body and how long it took, real ms. @throws for anything but 200. */
  ask(path: string): Promise<{ readonly body: { readonly items: readonly unknown[]; readonly next: string | null }; readonly ms: number }>;
  stop(): Promise<void>;
}

/** @param consoleDir where the console was built, if it is to be served. */
export async function startReadingApi(db: Db, consoleDir: string | null): Promise<ReadingApi> {
  const stopping = new AbortController();
  const deps: Deps = {
    db,
    desk: {} as Desk, // nobody acts
    clock: REAL_TIME,
    realNow: Date.now,
    photos: createDiskPhotoStore(tmpdir()),
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    stopping: stopping.signal,
    settings: {
      version: 'bench',
      publicUrl: 'http://127.0.0.1',
      secret: 'of this bench alone',
      temporalUiUrl: null,
      temporalNamespace: 'default',
      trustProxy: 0,
      orderAheadDays: 731,
      limits: DEFAULT_LIMITS,
    },
  };
  const server = createApp(deps, consoleDir).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const base = `${url}/api/v1`;
  const signedIn = await fetch(`${base}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login: 'sales-consultant', password: DEMO_PASSWORD }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  return {
    url,
    token,
    async ask(path) {
      const from = performance.now();
      const answer = await fetch(base + path, { headers: { Authorization: `Bearer ${token}` } });
      const body = (await answer.json()) as { items: unknown[]; next: string | null };
      const ms = performance.now() - from;
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return { body, ms };
    },
    async stop() {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
