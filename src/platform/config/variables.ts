import { z } from 'zod';

/** One environment variable. `must` completes the sentence "NAME must be …"; a secret's value is never repeated in a message. */
interface Variable<S extends z.ZodType> {
  readonly name: string;
  readonly schema: S;
  readonly must: string;
  readonly means: string;
  /** Used when the variable is not set, or empty. */
  readonly fallback?: string;
  readonly secret?: true;
}

const variable = <S extends z.ZodType>(row: Variable<S>): Variable<S> => row;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535));
const A_PORT = 'a port number from 0 to 65535 (0 picks a free one)';

const urlOf = (...protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(URL.canParse(text) ? new URL(text).protocol.replace(':', '') : ''));
/** A mail server has a host: one that is left out would be taken for this machine. */
const mailUrl = urlOf('smtp', 'smtps').refine((text) => URL.canParse(text) && new URL(text).hostname !== '');
const webUrl = urlOf('http', 'https').transform((text) => text.replace(/\/+$/, ''));
const A_WEB_URL = 'an http:// or https:// address';

const switchOf = z.enum(['on', 'off']).transform((text) => text === 'on');
const hostAndPort = z.string().regex(/^[^\s/]+:\d{1,5}$/);

/**
 * Every variable that Levain reads, in the order of the manual: the field of `Config`, the name, the check, the default and the meaning.
 * The documents and `.env.example` are held to this table by a test.
 */
export const VARIABLES = {
  nodeEnv: variable({
    name: 'NODE_ENV',
    schema: z.enum(['development', 'test', 'production']),
    must: 'development, test or production',
    fallback: 'development',
    means: 'production refuses a fast shop clock, demo staff, a missing or guessable secret and a public address without https',
  }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    must: 'trace, debug, info, warn, error, fatal or silent',
    fallback: 'info',
    means: 'how much the processes log',
  }),
  port: variable({ name: 'PORT', schema: port, must: A_PORT, fallback: '3000', means: 'API and customer pages' }),
  host: variable({
    name: 'HOST',
    schema: z.string().regex(/^[^\s/]+$/),
    must: 'a host name or an IP address',
    fallback: '127.0.0.1',
    means: 'interface that PORT and METRICS_PORT are bound to',
  }),
  trustProxy: variable({
    name: 'TRUST_PROXY',
    schema: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
    must: 'a number of proxies from 0 to 99',
    fallback: '0',
    means: 'proxies in front of the API whose X-Forwarded-For is believed; behind one that is not counted all callers share one rate limit',
  }),
  metricsPort: variable({ name: 'METRICS_PORT', schema: port, must: A_PORT, fallback: '9464', means: 'Prometheus metrics of the process' }),
  publicUrl: variable({
    name: 'LEVAIN_PUBLIC_URL',
    schema: webUrl.optional(),
    must: A_WEB_URL,
    means: 'address that mailed links begin with; without it http://HOST:PORT, or 127.0.0.1 for a HOST of all interfaces',
  }),
  databaseUrl: variable({
    name: 'DATABASE_URL',
    schema: urlOf('postgres', 'postgresql').optional(),
    must: 'an address such as postgresql://user:password@host:5432/levain',
    means: 'Postgres 15 or newer; without it npm start runs an embedded one',
    secret: true,
  }),
  postgresPort: variable({ name: 'POSTGRES_PORT', schema: port, must: A_PORT, fallback: '5433', means: 'the embedded Postgres' }),
  temporalAddress: variable({
    name: 'TEMPORAL_ADDRESS',
    schema: hostAndPort.optional(),
    must: 'host:port',
    means: 'Temporal frontend; without it npm start runs an embedded dev server',
  }),
  temporalNamespace: variable({
    name: 'TEMPORAL_NAMESPACE',
    schema: z.string().regex(/^\S+$/),
    must: 'a namespace, without spaces',
    fallback: 'default',
    means: 'Temporal namespace of the orders',
  }),
  temporalApiKey: variable({
    name: 'TEMPORAL_API_KEY',
    schema: z.string().min(1).optional(),
    must: 'the key of a Temporal Cloud service account',
    means: 'API key sent to TEMPORAL_ADDRESS; with it TLS is spoken',
    secret: true,
  }),
  temporalTls: variable({
    name: 'TEMPORAL_TLS',
    schema: switchOf,
    must: 'on or off',
    fallback: 'off',
    means: 'speak TLS to TEMPORAL_ADDRESS',
  }),
  temporalTlsCa: variable({
    name: 'TEMPORAL_TLS_CA',
    schema: z.string().optional(),
    must: 'the path of a PEM file',
    means: 'authority that signed the certificate of TEMPORAL_ADDRESS, when no public one did; with it TLS is spoken',
  }),
  temporalTlsCert: variable({
    name: 'TEMPORAL_TLS_CERT',
    schema: z.string().optional(),
    must: 'the path of a PEM file',
    means: 'our own certificate for a Temporal that asks for one, with TEMPORAL_TLS_KEY; with it TLS is spoken',
  }),
  temporalTlsKey: variable({
    name: 'TEMPORAL_TLS_KEY',
    schema: z.string().optional(),
    must: 'the path of a PEM file',
    means: 'private key of TEMPORAL_TLS_CERT',
  }),
  temporalPort: variable({ name: 'TEMPORAL_PORT', schema: port, must: A_PORT, fallback: '7233', means: 'the embedded Temporal server' }),
  temporalUiPort: variable({
    name: 'TEMPORAL_UI_PORT',
    schema: port,
    must: A_PORT,
    fallback: '8233',
    means: 'UI of the embedded Temporal server',
  }),
  temporalUiUrl: variable({
    name: 'TEMPORAL_UI_URL',
    schema: webUrl.optional(),
    must: A_WEB_URL,
    means: 'Temporal UI that answers and pages link to',
  }),
  temporalSignals: variable({
    name: 'TEMPORAL_SIGNALS',
    schema: switchOf,
    must: 'on or off',
    fallback: 'on',
    means: 'the door from Temporal UI and CLI: signals approve, reject, cancel',
  }),
  workerMaxCached: variable({
    name: 'WORKER_MAX_CACHED',
    schema: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .pipe(z.int().min(1))
      .optional(),
    must: 'a whole number of at least 1',
    means: 'orders a worker keeps in memory; without it sized from the memory there is',
  }),
  smtpUrl: variable({
    name: 'SMTP_URL',
    schema: mailUrl.optional(),
    must: 'an smtp:// or smtps:// address with a host',
    means: 'mail server; without it npm start runs a mail catcher',
    secret: true,
  }),
  smtpPort: variable({ name: 'SMTP_PORT', schema: port, must: A_PORT, fallback: '1025', means: 'SMTP of the mail catcher' }),
  catcherPort: variable({ name: 'CATCHER_PORT', schema: port, must: A_PORT, fallback: '8025', means: 'inbox page of the mail catcher' }),
  mailFrom: variable({
    name: 'MAIL_FROM',
    schema: z.string().regex(/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/),
    must: 'a mail address, alone or as Name <address>',
    fallback: 'Levain <orders@levain.example>',
    means: 'sender of letters',
  }),
  smsGatewayUrl: variable({
    name: 'SMS_GATEWAY_URL',
    schema: webUrl.optional(),
    must: A_WEB_URL,
    means: 'gateway that takes text messages; without it they show in the mail catcher',
  }),
  smsGatewayToken: variable({
    name: 'SMS_GATEWAY_TOKEN',
    schema: z.string().optional(),
    must: 'a text',
    means: 'bearer token for the gateway',
    secret: true,
  }),
  home: variable({
    name: 'LEVAIN_HOME',
    schema: z.string(),
    must: 'a folder',
    fallback: '.levain',
    means: 'data, logs and files of the shop',
  }),
  secret: variable({
    name: 'LEVAIN_SECRET',
    schema: z.string().min(32).optional(),
    must: 'at least 32 characters',
    means: 'key that signs links; npm start keeps a generated one under LEVAIN_HOME, production must name it',
    secret: true,
  }),
  demo: variable({
    name: 'LEVAIN_DEMO',
    schema: switchOf.optional(),
    must: 'on or off',
    means: 'load the demo shop, whose passwords everybody knows; without it only npm start with its embedded Postgres loads it',
  }),
  clockRate: variable({
    name: 'LEVAIN_CLOCK_RATE',
    schema: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().positive().max(1_000_000)),
    must: 'a number above 0, such as 1 or 7200',
    fallback: '1',
    means: 'shop seconds per real second; 1 in production',
  }),
  orderAheadDays: variable({
    name: 'LEVAIN_ORDER_AHEAD_DAYS',
    schema: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(3_650)),
    must: 'a number of days from 1 to 3650',
    fallback: '731',
    means: 'how far ahead a delivery may be promised when an order is taken or changed, in days of 24 hours; 731 are two years',
  }),
  temporalCliPath: variable({
    name: 'TEMPORAL_CLI_PATH',
    schema: z.string().optional(),
    must: 'a file',
    means: 'Temporal CLI to use, in place of the one that is looked for',
  }),
  temporalTestServerPath: variable({
    name: 'TEMPORAL_TEST_SERVER_PATH',
    schema: z.string().optional(),
    must: 'a file',
    means: 'time-skipping test server to use (tests only)',
  }),
} as const;

/** Names of all variables above. */
export const VARIABLE_NAMES: readonly string[] = Object.values(VARIABLES).map(({ name }) => name);
