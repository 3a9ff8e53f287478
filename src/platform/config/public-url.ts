import type { Config } from './config';

/** Addresses that are listened on and mean every interface; nobody can be called there. */
const EVERYWHERE = ['0.0.0.0', '::'];

/** The address at which this machine reaches what listens on `host` and `port`. */
export function urlOf(host: string, port: number): string {
  if (EVERYWHERE.includes(host)) return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What links in letters begin with. `port` is the one the API listens on, which is another than configured when that is 0. */
export const publicUrlOf = (config: Pick<Config, 'publicUrl' | 'host' | 'port'>, port = config.port): string =>
  config.publicUrl ?? urlOf(config.host, port);
