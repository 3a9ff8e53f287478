import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import type { Config } from '../platform/config/config';
import { VARIABLES } from '../platform/config/variables';
import { StartProblem } from './start-problem';

/** Every port of a shop: the field of the configuration that moves it, and what listens there. */
export const PORTS = {
  api: { field: 'port', what: 'the API' },
  postgres: { field: 'postgresPort', what: 'the embedded Postgres' },
  temporal: { field: 'temporalPort', what: 'the embedded Temporal server' },
  temporalUi: { field: 'temporalUiPort', what: 'Temporal UI' },
  smtp: { field: 'smtpPort', what: 'the mail catcher (SMTP)' },
  catcher: { field: 'catcherPort', what: "the mail catcher's inbox page" },
  metrics: { field: 'metricsPort', what: "the API's metrics" },
} as const satisfies Record<string, { field: keyof Config; what: string }>;

export type PortName = keyof typeof PORTS;
/** The worker's metrics have no variable of their own: the next free port after the API's, or any. */
export type Ports = Readonly<Record<PortName | 'workerMetrics', number>>;

export const variableOf = (name: PortName): string => VARIABLES[PORTS[name].field].name;

/** Tries to listen: the port that was got, or null when it is taken (or not allowed). */
export function tryPort(port: number, host = '127.0.0.1'): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(null))
      .listen({ port, host, exclusive: true }, () => {
        const { port: got } = server.address() as AddressInfo;
        server.close(() => resolve(got));
      });
  });
}

/** The sentence for a taken port; it names the variable that moves it. */
export const takenSentence = (name: PortName, port: number): string =>
  `Port ${port} (${PORTS[name].what}) is taken: stop what uses it, or set ${variableOf(name)} to another port (0 picks a free one).`;

/**
 * The ports of the parts that will be started, free at this moment. The others keep what the configuration says.
 * @throws {StartProblem} for a taken port, or two parts on one port.
 */
export async function choosePorts(config: Config, needed: readonly PortName[]): Promise<Ports> {
  const asked = (name: PortName): number => config[PORTS[name].field];
  const chosen: Partial<Record<PortName, number>> = {};
  // what was named goes first, so that a free pick never takes it
  const names = (Object.keys(PORTS) as PortName[]).sort((a, b) => Number(asked(a) === 0) - Number(asked(b) === 0));
  for (const name of names) {
    if (!needed.includes(name)) {
      chosen[name] = asked(name);
      continue;
    }
    const twin = needed.find((other) => asked(name) !== 0 && chosen[other] === asked(name));
    if (twin) throw new StartProblem(`${variableOf(twin)} and ${variableOf(name)} are both ${asked(name)}: give each its own port.`);
    const got = await pick(asked(name), new Set(Object.values(chosen)), name === 'api' ? config.host : undefined);
    if (got === null) throw new StartProblem(takenSentence(name, asked(name)));
    chosen[name] = got;
  }
  const ports = chosen as Record<PortName, number>;
  const others = new Set(Object.values(ports));
  const next = others.has(ports.metrics + 1) || ports.metrics === 65_535 ? null : await tryPort(ports.metrics + 1);
  return { ...ports, workerMetrics: next ?? (await pick(0, others))! };
}

/** Below the ports that systems give to outgoing connections, one of which could take what was free a moment ago. */
const [FIRST_PICKED, LAST_PICKED] = [20_000, 32_000];

/** Enough for a crowded machine; where nothing can be listened to at all, it has to end. */
const MOST_PICKS = 200;

/** The port that was asked for, null when it is taken; for 0 a free one that is none of the others. */
const pick = (asked: number, others: ReadonlySet<number>, host?: string): Promise<number | null> =>
  asked === 0 ? freePort(others, host) : tryPort(asked, host);

/** A free port that is none of the others, or null where none can be had. */
export async function freePort(others: ReadonlySet<number> = new Set(), host?: string): Promise<number | null> {
  for (let picks = 0; picks < MOST_PICKS; picks += 1) {
    const port = randomInt(FIRST_PICKED, LAST_PICKED);
    if (!others.has(port) && (await tryPort(port, host)) !== null) return port;
  }
  return null;
}
