import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clearHome, homeOf } from '../../src/local-shop/home';
import { PORTS, variableOf, type PortName } from '../../src/local-shop/ports';
import { isAlive, isGoneWithin } from '../../src/local-shop/process-identity';
import { readRunFile, type RunFile } from '../../src/local-shop/run-file';

const PROJECT = join(__dirname, '..', '..');
const START = `require(${JSON.stringify(join(PROJECT, 'dist', 'src', 'main', 'embedded.js'))}).runShop(process.argv.slice(1), process.env).then((code) => process.exit(code))`;
const FREE_PORTS = Object.fromEntries((Object.keys(PORTS) as PortName[]).map((name) => [variableOf(name), '0']));

/** Real milliseconds that a shop may take on a busy machine: to come up, and to end. */
const UP_MS = 150_000;
const END_MS = 100_000;

const home = homeOf({ LEVAIN_HOME: mkdtempSync(join(tmpdir(), 'levain-start-')) });
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) {
    child.kill('SIGTERM');
    if (child.pid) await isGoneWithin(child.pid, 60_000);
  }
  clearHome(home);
  rmSync(home.dir, { recursive: true, force: true });
});

interface Start {
  readonly child: ChildProcess;
  /** Its exit code. */
  ended(): Promise<number | null>;
  output(): string;
}

/** What `npm start` runs after its set-up. */
function start(env: NodeJS.ProcessEnv = {}, args: string[] = []): Start {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(LEVAIN_|TEMPORAL_ADDRESS|DATABASE_URL|SMTP_URL|NODE_ENV)/.test(name),
  );
  const child = spawn(process.execPath, ['-e', START, '--', ...args], {
    cwd: PROJECT,
    env: { ...Object.fromEntries(inherited), ...FREE_PORTS, LEVAIN_HOME: home.dir, ...env },
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const limit = (): string => `Process ${child.pid} ${isAlive(child.pid!) ? 'lives on' : 'has gone and nobody told'}:\n${output}`;
  return { child, ended: () => within(END_MS, exit, limit), output: () => output };
}

async function ready({ child, output }: Start): Promise<RunFile> {
  for (const limit = Date.now() + UP_MS; ;) {
    const run = readRunFile(home.run);
    if (run && output().includes('Levain is ready.')) return run;
    const over = child.exitCode !== null || child.signalCode !== null;
    if (over || Date.now() > limit) throw new Error(`The shop did not come up:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What hangs says how far it had come, instead of using up the test's time. */
async function within<T>(limitMs: number, promise: Promise<T>, story: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(story())), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const partsOf = (run: RunFile): number[] => Object.values(run.parts);
const livingOf = (run: RunFile): number[] => partsOf(run).filter(isAlive);
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;
async function query(run: RunFile, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: run.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('npm start', () => {
  test('brings up a whole shop, stops it without a trace, and finds its data again', async () => {
    const first = start();
    const run = await ready(first);
    expect(livingOf(run)).toHaveLength(5);
    expect(await statusOf(`${run.apiUrl}/readyz`)).toBe(200);
    expect(await statusOf(run.uiUrl!)).toBe(200);
    expect(await statusOf(`${run.catcherUrl}/messages`)).toBe(200);
    for (const address of [run.apiUrl, run.uiUrl, run.catcherUrl]) expect(first.output()).toContain(address);
    expect(first.output()).toMatch(/Demo logins[\s\S]*store-manager/);
    await query(run, `INSERT INTO settings (key, value) VALUES ('kept', '"yes"')`);

    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/already running on LEVAIN_HOME .*process \d+/);

    first.child.kill('SIGINT');
    expect(await first.ended()).toBe(0);
    expect(livingOf(run)).toEqual([]);
    expect(readRunFile(home.run)).toBeNull();

    const third = start();
    const again = await ready(third);
    expect(await query(again, `SELECT value FROM settings WHERE key = 'kept'`)).toEqual([{ value: 'yes' }]);
    third.child.kill('SIGTERM');
    expect(await third.ended()).toBe(0);
    expect(livingOf(again)).toEqual([]);

    const fresh = start({}, ['--fresh']);
    expect(await query(await ready(fresh), `SELECT value FROM settings WHERE key = 'kept'`)).toEqual([]);
    fresh.child.kill('SIGINT');
    expect(await fresh.ended()).toBe(0);
  }, 300_000);

  test('a part that is killed comes back, and even a killed start leaves no process', async () => {
    const shop = start();
    const run = await ready(shop);
    process.kill(run.parts['temporal']!, 'SIGKILL');
    await until(() => shop.output().includes('The temporal is back.'));
    const now = readRunFile(home.run)!;
    expect(now.parts['temporal']).not.toBe(run.parts['temporal']);
    expect(livingOf(now)).toHaveLength(5);

    shop.child.kill('SIGKILL');
    for (const pid of partsOf(now)) expect(await isGoneWithin(pid, 60_000)).toBe(true);
  }, 240_000);

  test.each([
    ['DATABASE_URL', 'postgresql://nobody@127.0.0.1:9/none'],
    ['TEMPORAL_ADDRESS', '127.0.0.1:9'],
  ])(
    '%s names a part that cannot be reached: one sentence, exit code 1, nothing left',
    async (variable, value) => {
      const shop = start({ [variable]: value });
      expect(await shop.ended()).toBe(1);
      expect(shop.output()).toMatch(new RegExp(`${variable} \\(.*\\) cannot be reached.*unset it`));
      expect(readRunFile(home.run)).toBeNull();
    },
    120_000,
  );

  test('a mail server that is away stops nobody: the shop comes up, says so, and takes orders', async () => {
    const shop = start({ SMTP_URL: 'smtp://127.0.0.1:9' });
    const run = await ready(shop);
    expect(shop.output()).toMatch(/SMTP_URL \(smtp:\/\/127\.0\.0\.1:9\) cannot be reached.* its letters wait/);
    expect(await statusOf(`${run.apiUrl}/readyz`)).toBe(200);
    shop.child.kill('SIGINT');
    expect(await shop.ended()).toBe(0);
  }, 240_000);

  test('the shop’s database account is no superuser and has no right over the server', async () => {
    const shop = start();
    const run = await ready(shop);
    expect(
      await query(run, 'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false }]);
    await expect(query(run, 'SET session_replication_role = replica')).rejects.toThrow(/permission denied/);
    shop.child.kill('SIGINT');
    expect(await shop.ended()).toBe(0);
  }, 240_000);

  test('a misspelt variable and an unknown option are told before anything is started', async () => {
    const misspelt = start({ LEVAIN_CLOCKRATE: '60' });
    expect(await misspelt.ended()).toBe(1);
    expect(misspelt.output()).toBe('LEVAIN_CLOCKRATE is not a variable of Levain: did you mean LEVAIN_CLOCK_RATE?\n');
    const option = start({}, ['--frsh']);
    expect(await option.ended()).toBe(1);
    expect(option.output()).toMatch(/does not know --frsh/);
  }, 60_000);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
