import { logFileOf } from '../../src/local-shop/home';
import { createPart, type Part } from '../../src/local-shop/part';
import { choosePorts } from '../../src/local-shop/ports';
import { programPart } from '../../src/local-shop/programs';
import { childEnvironment } from '../../src/local-shop/shop-plan';
import { startWarden } from '../../src/local-shop/warden-client';
import { urlOf } from '../../src/platform/config/public-url';
import type { OwnShop } from '../own-shop';

/** Another API of a shop: it serves the same people from the same database, on ports of its own. */
export interface SecondApi {
  readonly part: Part;
  readonly url: string;
  stop(): Promise<void>;
}

/** @param file its program; the product's without it. */
export async function startSecondApi(shop: OwnShop, file: string | undefined, onDeath: () => void): Promise<SecondApi> {
  const { home, config, env } = shop;
  const ports = await choosePorts(config, ['api', 'metrics']);
  const warden = startWarden();
  const spec = programPart(home, 'api', childEnvironment(env, config, home, shop, ports), file);
  const part = createPart({ ...spec, logFile: logFileOf(home, 'second-api') }, warden, onDeath);
  const stop = async (): Promise<void> => {
    await part.stop();
    await warden.dismiss();
  };
  await part.start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { part, url: urlOf(config.host, ports.api), stop };
}
