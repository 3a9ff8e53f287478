import { readConfig } from '../platform/config/config';
import { createTemporalClient } from '../platform/temporal/connect';
import { ensureSearchAttributes } from '../local-shop/temporal-namespace';
import { untilItAnswers } from './patience';
import { runJob } from './program';
import { doorOf } from './temporal-door';

/** Registers the orders' search attributes in the namespace of `TEMPORAL_ADDRESS`. Repeating it changes nothing. */
async function main(): Promise<string> {
  const config = readConfig(process.env, ['temporalAddress']);
  const { temporalNamespace } = config;
  const { connection } = createTemporalClient({ ...doorOf(config), namespace: temporalNamespace });
  await untilItAnswers('Temporal', () => ensureSearchAttributes(connection, temporalNamespace));
  await connection.close();
  return `The search attributes of namespace ${temporalNamespace} are registered.`;
}

if (require.main === module) void runJob(main);
