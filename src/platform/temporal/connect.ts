import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import { sealing } from './seal';

/** How a Temporal frontend is reached; client and worker connections take the same. */
export interface TemporalDoor extends Pick<ConnectionOptions, 'tls'> {
  readonly address: string;
  readonly apiKey?: string;
}

/** A client that connects when first used and by itself again after an outage; with the API's secret its acts are the API's. */
export function createTemporalClient({
  namespace,
  secret,
  ...door
}: TemporalDoor & { readonly namespace: string; readonly secret?: string }): Client {
  const signed = secret === undefined ? {} : { dataConverter: { payloadCodecs: [sealing(secret)] } };
  return new Client({ connection: Connection.lazy(door), namespace, ...signed });
}

/**
 * A connection that answers now; whoever asks closes it.
 * @param withinMs real milliseconds for the attempt.
 * @throws the transport's error when nothing answers; the attempt is closed then, for left open it would dial on for ever.
 */
export async function openConnection(door: TemporalDoor, withinMs: number): Promise<Connection> {
  const connection = Connection.lazy({ ...door, connectTimeout: withinMs });
  try {
    await connection.ensureConnected();
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
