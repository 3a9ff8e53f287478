import { createDb } from '../../src/platform/db/client';
import { startReadingApi } from '../lists/api';

// A process of its own that serves the feed, so that what it takes is its alone: told the address of a database, it says where it listens, and how
// much memory it has whenever it is asked.

/** What it says to whoever started it. */
export interface FeedProgram {
  readonly url: string;
  readonly token: string;
}

async function main(databaseUrl: string): Promise<void> {
  const { url, token } = await startReadingApi(createDb(databaseUrl), null);
  process.on('message', () => {
    global.gc?.();
    const { heapUsed, external } = process.memoryUsage(); // the resident set goes up and down with what was never given back
    process.send?.({ bytes: heapUsed + external });
  });
  process.send?.({ url, token } satisfies FeedProgram);
}

void main(process.argv[2] ?? '');
