import { createDb } from '../db/client';
import { verifyTimeline } from '../db/timeline';
import { homeOf } from './embedded/home';
import { readRunFile } from './embedded/run-file';

/**
 * `npm run verify [order]`: checks the hash chains of one order's timeline or of all, in the database of `DATABASE_URL` or of the shop
 * that runs from `LEVAIN_HOME`. Answers the exit code: 0 when every chain holds, 1 when one is broken or nothing could be checked.
 */
export async function verify(args: readonly string[], env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<number> {
  const url = env['DATABASE_URL'] || readRunFile(homeOf(env).run)?.databaseUrl;
  if (!url) {
    say('There is no database to check: set DATABASE_URL, or start the shop with npm start.');
    return 1;
  }
  const [order] = args;
  const db = createDb(url, 1);
  let [checked, events, broken] = [0, 0, 0];
  try {
    for await (const finding of verifyTimeline(db, order)) {
      checked += 1;
      if (finding.ok) events += finding.events;
      else {
        broken += 1;
        say(`${finding.order}: the chain breaks at ${finding.seq}: ${finding.why}.`);
      }
    }
  } catch (error) {
    say(`The timeline could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await db.$disconnect();
  }
  if (order !== undefined && checked === 0) {
    say(`There is no order ${order}.`);
    return 1;
  }
  say(
    broken > 0
      ? `${broken} of ${checked} orders have a broken timeline.`
      : `${checked} orders, ${events} rows that hold: every chain is whole.`,
  );
  return broken > 0 ? 1 : 0;
}

if (require.main === module) {
  void verify(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`)).then((code) => {
    process.exitCode = code;
  });
}
