import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/local-shop/project';

const PROGRAM = join(PROJECT_ROOT, 'dist', 'src', 'main', 'program.js');
/** A program that takes a while to let go of everything. */
const SLOW = `require(${JSON.stringify(PROGRAM)}).runProgram(async () => ({ ready: {}, stop: () => new Promise((done) => setTimeout(done, 500)) }))`;

async function running(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', `${SLOW}; setInterval(() => undefined, 1000)`], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
const exitOf = async (child: ChildProcess): Promise<number | null> => ((await once(child, 'exit')) as [number | null])[0];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a program of ours', () => {
  test('lets go in order when it is asked to and its leash is cut, whichever it hears of first', async () => {
    const signalFirst = await running();
    signalFirst.kill('SIGTERM');
    signalFirst.stdin?.end();
    expect(await exitOf(signalFirst)).toBe(0);
    const leashFirst = await running();
    leashFirst.stdin?.end();
    await pause(100);
    leashFirst.kill('SIGTERM');
    expect(await exitOf(leashFirst)).toBe(0);
  });

  test('ends at once at the second signal', async () => {
    const child = await running();
    child.kill('SIGTERM');
    await pause(100);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(1);
  });
});
