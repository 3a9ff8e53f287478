import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPart, type Part, type PartSpec } from '../../src/local-shop/part';
import { isAlive, isGoneWithin } from '../../src/local-shop/process-identity';
import { nextRestart, supervise } from '../../src/local-shop/supervision';
import type { Warden } from '../../src/local-shop/warden-client';

const noWarden: Warden = { watch: () => undefined, forget: () => undefined, dismiss: () => Promise.resolve() };
const READY = `console.log('warming up'); console.log('{"ready":{}}'); process.stdin.resume();`;
/** Ends when its leash is cut, as our programs do. */
const OBEDIENT = `${READY} process.on('SIGTERM', () => process.exit(0)); process.stdin.on('end', () => process.exit(0));`;
const STUBBORN = `${READY} process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000);`;

let folder: string;
const parts: Part[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'levain-part-'));
});
afterEach(async () => {
  for (const part of parts.splice(0)) await part.kill9();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function partOf(script: string, more: Partial<PartSpec> = {}, onDeath: (part: Part) => void = () => undefined): Part {
  const spec: PartSpec = {
    name: 'api',
    logFile: join(folder, `${parts.length}-${expect.getState().currentTestName?.replaceAll(/\W+/g, '-').slice(-60)}.log`),
    stopSignal: 'SIGTERM',
    graceMs: 5_000,
    startMs: 10_000,
    command: () => Promise.resolve({ file: process.execPath, args: ['-e', script], env: process.env }),
    serves: 'ready-line',
    ...more,
  };
  const part = createPart(spec, noWarden, onDeath);
  parts.push(part);
  return part;
}

describe('a part of the shop', () => {
  test('is running once it has said so, and gone once it was stopped', async () => {
    const part = partOf(OBEDIENT);
    expect(part.running).toBe(false);
    await part.start();
    const { pid } = part;
    expect(part.running && isAlive(pid!)).toBe(true);
    await part.stop();
    expect(part.running || isAlive(pid!)).toBe(false);
  });

  test('what it prints besides goes to its log', async () => {
    const part = partOf(OBEDIENT);
    await part.start();
    expect(part.lastLines(5)).toEqual(['warming up']);
  });

  test('one that does not listen is killed after its grace', async () => {
    const part = partOf(STUBBORN, { graceMs: 200 });
    await part.start();
    const pid = part.pid!;
    await part.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('one that ends while starting is told with its last words', async () => {
    const part = partOf(`console.error('no flour in the house'); process.exit(3)`);
    await expect(part.start()).rejects.toThrow(/The api ended while starting[\s\S]*no flour in the house/);
    expect(part.running).toBe(false);
  });

  test('one that never serves is given up and leaves no process', async () => {
    const part = partOf(`setInterval(() => undefined, 1000)`, { startMs: 300 });
    await expect(part.start()).rejects.toThrow(/did not serve within 0\.3 s/);
    expect(part.pid).toBeNull();
  });

  test('a program that does not exist is told like one that ended', async () => {
    const part = partOf('', { command: () => Promise.resolve({ file: join(folder, 'nothing'), args: [], env: {} }) });
    await expect(part.start()).rejects.toThrow(/The api ended while starting/);
  });

  test('started twice it is one process', async () => {
    const part = partOf(OBEDIENT);
    await part.start();
    const { pid } = part;
    await part.start();
    expect(part.pid).toBe(pid);
  });

  test('a predecessor that outlived us is stopped before the new one starts', async () => {
    const logFile = join(folder, 'predecessor.log');
    const first = partOf(OBEDIENT, { logFile });
    await first.start();
    const pid = first.pid!;
    const second = partOf(OBEDIENT, { logFile });
    await second.start();
    expect(isAlive(pid)).toBe(false);
    expect(JSON.parse(readFileSync(`${logFile}.pid`, 'utf8'))).toMatchObject({ pid: second.pid });
  });

  test('what it had started itself does not outlive it', async () => {
    const part = partOf(`const child = require('child_process').spawn('sleep', ['600']); console.error('child ' + child.pid); ${OBEDIENT}`);
    await part.start();
    const child = Number(/child (\d+)/.exec(part.lastLines(3).join('\n'))?.[1]);
    await part.stop();
    expect(await isGoneWithin(child, 2_000)).toBe(true);
  });
});

describe('a part that ends by itself', () => {
  test('is told of once; one that was stopped or killed by us is not', async () => {
    const deaths: Part[] = [];
    const part = partOf(OBEDIENT, {}, (dead) => deaths.push(dead));
    await part.start();
    await part.stop();
    await part.start();
    await part.kill9();
    expect(deaths).toEqual([]);
    await part.start();
    process.kill(part.pid!, 'SIGKILL');
    await until(() => deaths.length > 0);
    expect(deaths).toEqual([part]);
  });

  test('is started again, and the console says so', async () => {
    const said: string[] = [];
    let backs = 0;
    const supervision = supervise(
      (line) => said.push(line),
      () => backs++,
      () => said.push('gave up'),
    );
    const part = partOf(OBEDIENT, {}, supervision.onDeath);
    await part.start();
    process.kill(part.pid!, 'SIGKILL');
    await until(() => backs === 1);
    supervision.end();
    expect(part.running).toBe(true);
    expect(said).toEqual(['The api has ended by itself; it is started again in 0.5 s (its log says why).', 'The api is back.']);
  });

  test('is not started again once the shop stops', () => {
    const said: string[] = [];
    const supervision = supervise(
      (line) => said.push(line),
      () => said.push('back'),
      () => said.push('gave up'),
    );
    supervision.end();
    supervision.onDeath(partOf(OBEDIENT));
    expect(said).toEqual([]);
  });

  test('waits grow, and after six deaths within a minute the shop gives up', () => {
    const now = 1_000_000;
    const waits = [1, 2, 3, 4, 5, 6].map((count) => nextRestart(Array<number>(count).fill(now), now));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, null]);
  });

  test('deaths of more than a minute ago are forgiven', () => {
    const now = 1_000_000;
    expect(nextRestart([...Array<number>(9).fill(now - 60_000), now], now)).toBe(500);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
