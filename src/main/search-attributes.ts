import { readConfig } from '../platform/config/config';
import { createTemporalClient } from '../platform/temporal/connect';
import { ensureSearchAttributes } from '../local-shop/temporal-namespace';
import { untilItAnswers } from './patience';
import { doorOf } from './temporal-door';

/** Registers the orders' search attributes in the namespace of `TEMPORAL_ADDRESS`: answers the exit code. Repeating it changes nothing. */
async function main(env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const config = readConfig(env, ['temporalAddress']);
    const { temporalNamespace } = config;
    const { connection } = createTemporalClient({ ...doorOf(config), namespace: temporalNamespace });
    await untilItAnswers('Temporal', () => ensureSearchAttributes(connection, temporalNamespace));
    await connection.close();
    console.log(`The search attributes of namespace ${temporalNamespace} are registered.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

if (require.main === module) void main(process.env).then((code) => (process.exitCode = code));
