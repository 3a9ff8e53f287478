import { Client, Connection } from '@temporalio/client';

/** A client that connects when first used and by itself again after an outage. */
export function createTemporalClient({ address, namespace }: { readonly address: string; readonly namespace: string }): Client {
  return new Client({ connection: Connection.lazy({ address }), namespace });
}
