import './chapters';
import { readFileSync } from 'node:fs';
import { anchorKey, checkAnchors, readAnchors } from '../process/record/anchors';
import { createDb, type Db } from '../platform/db/client';
import { verifyTimeline } from '../process/record/timeline';
import { homeOf } from '../local-shop/home';
import { readRunFile } from '../local-shop/run-file';

/** Looks at the chains alone: of one order, or where the file of anchors cannot be had. */
const WITHOUT_ANCHORS = '--no-anchors';

/**
 * `npm run verify [order] [--no-anchors]`: checks the hash chains of one order's timeline or of all, in the database of `DATABASE_URL` or of the
 * shop that runs from `LEVAIN_HOME`, and, when all are checked, the anchors in `LEVAIN_HOME` by `LEVAIN_SECRET` or the shop's own. Answers the exit
 * code: 0 when everything holds, 1 when something does not, or nothing could be checked.
 */
export async function verify(args: readonly string[], env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<number> {
  const url = env['DATABASE_URL'] || readRunFile(homeOf(env).run)?.databaseUrl;
  if (!url) {
    say('There is no database to check: set DATABASE_URL, or start the shop with npm start.');
    return 1;
  }
  const [order] = args.filter((arg) => arg !== WITHOUT_ANCHORS);
  const db = createDb(url, 1);
  try {
    const chains = await verifyChains(db, order, say);
    if (order !== undefined || args.includes(WITHOUT_ANCHORS)) return chains ? 0 : 1;
    return (await verifyAnchors(db, env, say)) && chains ? 0 : 1;
  } catch (error) {
    say(`The timeline could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await db.$disconnect();
  }
}

async function verifyChains(db: Db, order: string | undefined, say: (line: string) => void): Promise<boolean> {
  let [checked, events, broken] = [0, 0, 0];
  for await (const finding of verifyTimeline(db, order)) {
    checked += 1;
    if (finding.ok) events += finding.events;
    else {
      broken += 1;
      say(`${finding.process}: the chain breaks at ${finding.seq}: ${finding.why}.`);
    }
  }
  if (order !== undefined && checked === 0) {
    say(`There is no order ${order}.`);
    return false;
  }
  say(
    broken > 0
      ? `${broken} of ${checked} processes have a broken timeline.`
      : `${checked} processes, ${events} rows that hold: every chain is whole.`,
  );
  return broken === 0;
}

/** A chain that was computed anew, or cut with its head moved, is whole; only the anchors tell. */
async function verifyAnchors(db: Db, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<boolean> {
  const home = homeOf(env);
  const secret = env['LEVAIN_SECRET'] || secretIn(home.secret);
  const { anchors } = await readAnchors(home.anchors);
  if (secret === null || anchors.length === 0) {
    if ((await db.timelineEvent.count({ take: 1 })) === 0) return true;
    const missing = anchors.length === 0 ? `there are no anchors at ${home.anchors}` : 'LEVAIN_SECRET is not set';
    say(`Whether a chain was computed anew or cut cannot be said: ${missing} (${WITHOUT_ANCHORS} leaves them out).`);
    return false;
  }
  const { heads, faults } = await checkAnchors(db, home.anchors, anchorKey(secret));
  for (const { process, why } of faults) say(`${process || 'The anchors'}: ${why}.`);
  say(faults.length > 0 ? `${faults.length} anchors do not hold.` : `${heads} anchored heads hold, the last of ${anchors.at(-1)?.at}.`);
  return faults.length === 0;
}

function secretIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

if (require.main === module) {
  void verify(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`)).then((code) => {
    process.exitCode = code;
  });
}
