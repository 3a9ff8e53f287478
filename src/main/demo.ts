import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../demo/demo-shop';
import { homeOf } from '../local-shop/home';
import { readRunFile, type RunFile } from '../local-shop/run-file';
import { StartProblem } from '../local-shop/start-problem';
import { startDemoShop } from '../demo/demo-shop-process';
import { createPeople } from '../demo/people';
import { createShopClient } from '../demo/shop-client';
import { tellStory } from '../demo/story';

/** A shop slower than this cannot show thirteen days in three minutes. */
const SLOWEST_RATE = 7_200;
/** Of the demo’s own shop: fifteen days in under two minutes. */
const OWN_RATE = 12_000;

/**
 * `npm run demo`: one order from intake to its closed follow-up, through HTTP alone, on the running shop when its clock is fast enough, else
 * on one of its own that is gone afterwards. Answers the exit code.
 */
export async function demo(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<number> {
  const running = readRunFile(homeOf(env).run);
  if (running && running.clockRate >= SLOWEST_RATE) {
    say(`On the running shop ${running.apiUrl}, whose clock runs ${running.clockRate} times as fast.`);
    return tell(running, say);
  }
  say(
    `${running ? 'The running shop keeps the world’s time' : 'No shop is running'}: the demo starts one of its own, ${OWN_RATE} times as fast.`,
  );
  const dir = mkdtempSync(join(tmpdir(), 'levain-demo-'));
  try {
    const shop = await startDemoShop(dir, OWN_RATE, env, say);
    try {
      return await tell(shop.run, say);
    } finally {
      await shop.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function tell(run: RunFile, say: (line: string) => void): Promise<number> {
  say(`Watch it in the console, ${run.apiUrl}/orders: sign in as store-manager, password ${DEMO_PASSWORD}.`);
  const people = await createPeople(createShopClient(run.apiUrl, DEMO_PASSWORD));
  const { number, workflow } = await tellStory(people, { catcherUrl: run.catcherUrl, say });
  say('');
  say(`Order ${number} is closed: ${run.apiUrl}/orders/${number}. Its life in Temporal UI: ${workflow.url}`);
  return 0;
}

if (require.main === module) {
  const started = Date.now();
  const say = (line: string): void =>
    console.log(line === '' ? '' : `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  demo(process.env, say).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof StartProblem ? error.message : error);
      process.exit(1);
    },
  );
}
