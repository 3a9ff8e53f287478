import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get, Agent } from 'node:http';
import { join } from 'node:path';
import type { Client } from 'pg';
import { DEMO_STORE_ID } from '../../src/demo/demo-shop';
import { PROJECT_ROOT } from '../../src/local-shop/project';
import { percentile } from '../stats';
import type { FeedProgram } from './feed-program';

/** How often something happens while all listen, and real ms between two. */
const ACTS = 20;
const BETWEEN_MS = 500;

/** What so many open streams cost one process, and how soon an act is heard on them. */
export interface StreamFigures {
  readonly moreMegabytes: number;
  readonly heardP99Ms: number;
}

/** What a program says next. */
const said = async <T>(program: ChildProcess): Promise<T> => ((await once(program, 'message')) as [T])[0];

/** What it has in use, once what is not needed was thrown away. */
async function bytesOf(program: ChildProcess): Promise<number> {
  program.send('memory');
  return (await said<{ bytes: number }>(program)).bytes;
}

/** Opens so many streams on one API process, has things happen, and closes them. */
export async function measureStreams(databaseUrl: string, db: Client, streams: number): Promise<StreamFigures> {
  const program = fork(join(PROJECT_ROOT, 'dist', 'bench', 'pages', 'feed-program.js'), [databaseUrl], { execArgv: ['--expose-gc'] });
  try {
    const { url, token } = await said<FeedProgram>(program);
    const before = await bytesOf(program);
    const heardMs: number[] = [];
    let happenedAt = 0;
    const agent = new Agent({ keepAlive: true, maxSockets: streams });
    await Promise.all(
      Array.from({ length: streams }, () =>
        listen(`${url}/api/v1/feed`, { token, agent }, () => heardMs.push(performance.now() - happenedAt)),
      ),
    );
    for (let n = 0; n < ACTS; n++) {
      happenedAt = performance.now();
      await db.query(
        `INSERT INTO feed (store_id, process_id, about_order, revision, state, kinds, tasks) VALUES ($1, 'order/1', '1', $2, 'making', '{task.done}', '{}')`,
        [DEMO_STORE_ID, n],
      );
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
    const after = await bytesOf(program);
    agent.destroy();
    return { moreMegabytes: (after - before) / 1_000_000, heardP99Ms: percentile(heardMs, 99) };
  } finally {
    program.kill();
  }
}

/** Opens a stream; resolves with its first event, and calls `heard` for every change. */
const listen = (url: string, { token, agent }: { readonly token: string; readonly agent: Agent }, heard: () => void): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { Authorization: `Bearer ${token}` } }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('event: hello')) resolve();
        if (text.includes('event: change')) heard();
      });
    }).on('error', reject);
  });
