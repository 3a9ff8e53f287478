import { Client, Connection, type ConnectionOptions } from '@temporalio/client';

/** How a Temporal frontend is reached; client and worker connections take the same. */
export interface TemporalDoor extends Pick<ConnectionOptions, 'tls'> {
  readonly address: string;
  readonly apiKey?: string;
}

/** A client that connects when first used and by itself again after an outage. */
export function createTemporalClient({ namespace, ...door }: TemporalDoor & { readonly namespace: string }): Client {
  return new Client({ connection: Connection.lazy(door), namespace });
}
