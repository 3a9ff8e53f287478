import { readFileSync } from 'node:fs';
import { ConfigError, type Config } from '../platform/config/config';
import type { TemporalDoor } from '../platform/temporal/connect';

type DoorConfig = Pick<Config, 'temporalApiKey' | 'temporalTls' | 'temporalTlsCa' | 'temporalTlsCert' | 'temporalTlsKey'>;

/**
 * The door that the configuration describes: plain, with TLS, or with an API key, which is never sent without TLS.
 * @throws {ConfigError} when a certificate's file cannot be read, or a certificate comes without its key.
 */
export function doorOf(config: DoorConfig & { readonly temporalAddress: string }): TemporalDoor {
  const { temporalAddress: address, temporalApiKey: apiKey, temporalTls, temporalTlsCa, temporalTlsCert, temporalTlsKey } = config;
  if (Boolean(temporalTlsCert) !== Boolean(temporalTlsKey)) throw new ConfigError(['TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together.']);
  if (!temporalTls && !apiKey && !temporalTlsCa && !temporalTlsCert) return { address };
  return {
    address,
    tls: {
      ...(temporalTlsCa && { serverRootCACertificate: pem('TEMPORAL_TLS_CA', temporalTlsCa) }),
      ...(temporalTlsCert &&
        temporalTlsKey && {
          clientCertPair: { crt: pem('TEMPORAL_TLS_CERT', temporalTlsCert), key: pem('TEMPORAL_TLS_KEY', temporalTlsKey) },
        }),
    },
    ...(apiKey && { apiKey }),
  };
}

function pem(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ConfigError([`${variable} cannot be read: ${error instanceof Error ? error.message : String(error)}.`]);
  }
}
