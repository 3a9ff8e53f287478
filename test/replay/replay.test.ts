import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from '../support/time-skipping';

const HISTORIES = join(__dirname, 'histories');
const files = readdirSync(HISTORIES).map((name) => join(HISTORIES, name));
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
const MINUTE = 60_000;

const dir = mkdtempSync(join(tmpdir(), 'levain-replay-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Bundles stories and answers the file. */
async function bundled(name: string, workflowsPath: string): Promise<string> {
  const file = join(dir, `${name}.js`);
  writeFileSync(file, (await bundleOf(workflowsPath)).code);
  return file;
}

/** Replays every recorded history in a process of its own, whose host is in `zone`; the last line it prints is the outcome. */
function replay(bundle: string, zone: string): { zone: string; replayed: number; failed: string[] } {
  const said = execFileSync(process.execPath, [join(__dirname, 'replay-here.cjs'), bundle, ...files], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as { zone: string; replayed: number; failed: string[] };
}

describe('the replay gate: orders that run already go on under the stories of this checkout', () => {
  test('at least ten different stages and endings are recorded', () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  test(
    'every recorded history replays, wherever the host is',
    async () => {
      const today = await bundled('today', require.resolve('../../workflows'));
      for (const zone of ZONES) expect(replay(today, zone)).toEqual({ zone, replayed: files.length, failed: [] });
    },
    2 * MINUTE,
  );

  test(
    'it bites: a story changed without a patch replays none of them',
    async () => {
      const mutant = await bundled('mutant', require.resolve('./mutant'));
      const { replayed, failed } = replay(mutant, 'UTC');
      expect(replayed).toBe(0);
      expect(failed).toHaveLength(files.length);
      expect(failed[0]).toMatch(/DeterminismViolation|Nondeterminism|TMPRL1100/i);
    },
    2 * MINUTE,
  );
});
