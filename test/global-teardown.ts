import { stopServer } from './support/test-server';

/** Stops the run's PostgreSQL and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await stopServer();
}
