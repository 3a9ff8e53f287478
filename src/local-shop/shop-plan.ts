import type { Config } from '../platform/config/config';
import { urlOf } from '../platform/config/public-url';
import { keepSecret, type Home } from './home';
import type { PortName, Ports } from './ports';
import { EMBEDDED_NAMESPACE } from './temporal';

/** The ports that parts of ours will listen on; a part that the configuration names elsewhere (api.md 6) needs none. */
export const neededPorts = (config: Config): PortName[] => [
  'api',
  'metrics',
  ...(config.databaseUrl ? [] : (['postgres'] as const)),
  ...(config.temporalAddress ? [] : (['temporal', 'temporalUi'] as const)),
  ...(config.smtpUrl ? [] : (['smtp', 'catcher'] as const)),
];

/** Everything the parts, and the tools beside them, need to know of each other. */
export interface Addresses {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Temporal UI; null when Temporal is not ours and nobody said where its UI is. */
  readonly uiUrl: string | null;
  /** The inbox page of the mail catcher; null when `SMTP_URL` was given. */
  readonly catcherUrl: string | null;
  readonly smtpUrl: string;
  readonly metricsUrls: { readonly api: string; readonly worker: string };
}

export function addressesOf(config: Config, ports: Ports, embeddedDatabaseUrl: string): Addresses {
  return {
    apiUrl: urlOf(config.host, ports.api),
    databaseUrl: config.databaseUrl ?? embeddedDatabaseUrl,
    temporalAddress: config.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    temporalNamespace: config.temporalAddress ? config.temporalNamespace : EMBEDDED_NAMESPACE,
    uiUrl: config.temporalUiUrl ?? (config.temporalAddress ? null : `http://127.0.0.1:${ports.temporalUi}`),
    catcherUrl: config.smtpUrl ? null : `http://127.0.0.1:${ports.catcher}`,
    smtpUrl: config.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    metricsUrls: {
      api: `${urlOf(config.host, ports.metrics)}/metrics`,
      worker: `${urlOf(config.host, ports.workerMetrics)}/metrics`,
    },
  };
}

/** The embedded Temporal speaks neither TLS nor keys, whatever the environment holds for another one. */
const PLAIN = { TEMPORAL_TLS: 'off', TEMPORAL_API_KEY: '', TEMPORAL_TLS_CA: '', TEMPORAL_TLS_CERT: '', TEMPORAL_TLS_KEY: '' };

/** What our programs read: the caller's environment, with every address, port and secret filled in. */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  config: Config,
  home: Home,
  addresses: Addresses,
  ports: Ports,
): NodeJS.ProcessEnv {
  const sms = config.smsGatewayUrl ?? (addresses.catcherUrl ? `${addresses.catcherUrl}/sms` : null);
  return {
    ...env,
    DATABASE_URL: addresses.databaseUrl,
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    TEMPORAL_NAMESPACE: addresses.temporalNamespace,
    ...(!config.temporalAddress && PLAIN),
    ...(addresses.uiUrl && { TEMPORAL_UI_URL: addresses.uiUrl }),
    SMTP_URL: addresses.smtpUrl,
    ...(sms && { SMS_GATEWAY_URL: sms }),
    SMTP_PORT: String(ports.smtp),
    CATCHER_PORT: String(ports.catcher),
    PORT: String(ports.api),
    METRICS_PORT: String(ports.metrics),
    LEVAIN_HOME: home.dir,
    LEVAIN_SECRET: config.secret ?? keepSecret(home.secret),
    LEVAIN_CLOCK_RATE: String(config.clockRate),
    LEVAIN_DEMO: (config.demo ?? !config.databaseUrl) ? 'on' : 'off', // a database of our own making is nobody's shop yet
  };
}

/** The catcher shows everybody's letters, and our parts look for it on this machine: `HOST` does not move it. */
export const catcherEnvironment = (childEnv: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...childEnv, HOST: '127.0.0.1' });
