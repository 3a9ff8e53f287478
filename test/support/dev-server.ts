import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeOf, openHome } from '../../src/local-shop/home';
import { createPart, type Part } from '../../src/local-shop/part';
import { freePort } from '../../src/local-shop/ports';
import { EMBEDDED_NAMESPACE, temporalPart } from '../../src/local-shop/temporal';
import { startWarden } from '../../src/local-shop/warden-client';
import { resolveTemporal } from '../../tools/temporal-servers.mjs';

/** A real Temporal dev server with a data file of its own: it may be killed and started again on the same data. */
export interface DevServer {
  readonly address: string;
  readonly namespace: string;
  readonly part: Part;
  /** Stops it and deletes its data. */
  close(): Promise<void>;
}

export async function startDevServer(): Promise<DevServer> {
  const home = homeOf({ LEVAIN_HOME: mkdtempSync(join(tmpdir(), 'levain-temporal-')) });
  openHome(home);
  const port = (await freePort())!;
  const uiPort = (await freePort(new Set([port])))!;
  const { cli } = await resolveTemporal();
  const warden = startWarden();
  const part = createPart(temporalPart(home, cli, port, uiPort), warden, () => undefined);
  await part.start();
  return {
    address: `127.0.0.1:${port}`,
    namespace: EMBEDDED_NAMESPACE,
    part,
    async close() {
      await part.stop();
      await warden.dismiss();
      rmSync(home.dir, { recursive: true, force: true });
    },
  };
}
