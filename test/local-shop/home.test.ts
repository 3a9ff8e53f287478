import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearHome, homeOf, keepSecret, openHome, type Home } from '../../src/local-shop/home';
import { holderOf, takeLock } from '../../src/local-shop/lock';
import { readRunFile, removeRunFile, writeRunFile, type RunFile } from '../../src/local-shop/run-file';
import { identityOf } from '../../src/local-shop/process-identity';

let dir: string;
let home: Home;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'levain-home-'));
  home = homeOf({ LEVAIN_HOME: dir });
  openHome(home);
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});
/** A process that has ended: its id belongs to nobody. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('the home of a shop', () => {
  test('is .levain in the project unless LEVAIN_HOME says otherwise', () => {
    expect(homeOf({}).dir).toMatch(/[\\/]\.levain$/);
    expect(home.dir).toBe(dir);
  });

  test('a home that cannot be a folder is refused with the name of its variable', () => {
    writeFileSync(join(dir, 'file'), '');
    expect(() => openHome(homeOf({ LEVAIN_HOME: join(dir, 'file') }))).toThrow(/^LEVAIN_HOME \(.*\) cannot be written/);
  });

  test('--fresh deletes the data of the parts, also where a link leads, and nothing else in the folder', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'levain-data-'));
    symlinkSync(elsewhere, home.postgres);
    writeFileSync(join(home.files, 'photo'), '');
    writeFileSync(join(home.temporal, 'temporal.db'), '');
    mkdirSync(join(dir, 'holiday-pictures'));
    clearHome(home);
    expect(readdirSync(dir)).toEqual(['holiday-pictures']);
    expect(existsSync(elsewhere)).toBe(false);
  });

  test('its secret is made once, is long, and only its owner reads it', () => {
    const first = keepSecret(home.secret);
    expect(keepSecret(home.secret)).toBe(first);
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(statSync(home.secret).mode & 0o777).toBe(0o600);
  });
});

describe('one shop per home', () => {
  test('a second start is refused and told which process runs there', () => {
    const release = takeLock(home.lock, dir);
    expect(() => takeLock(home.lock, dir)).toThrow(new RegExp(`already running on LEVAIN_HOME .*process ${process.pid}`));
    release();
    expect(holderOf(home.lock)).toBeNull();
  });

  test('a lock whose process is gone is taken over', () => {
    writeFileSync(home.lock, JSON.stringify({ pid: deadPid(), identity: null }));
    const release = takeLock(home.lock, dir);
    expect(holderOf(home.lock)?.pid).toBe(process.pid);
    release();
  });

  test('a lock whose process id now belongs to another process is taken over', () => {
    writeFileSync(home.lock, JSON.stringify({ pid: process.ppid, identity: 'an earlier boot/1' }));
    takeLock(home.lock, dir)();
    expect(existsSync(home.lock)).toBe(false);
  });

  test('a lock that cannot be read is taken over', () => {
    writeFileSync(home.lock, 'half a li');
    takeLock(home.lock, dir)();
    expect(existsSync(home.lock)).toBe(false);
  });

  test('the lock names the life of the process, not only its number', () => {
    const release = takeLock(home.lock, dir);
    expect(holderOf(home.lock)).toEqual({ pid: process.pid, identity: identityOf(process.pid) });
    release();
  });
});

describe('run.json', () => {
  const run = { pid: process.pid, apiUrl: 'http://127.0.0.1:3000', databaseUrl: 'postgresql://levain:pw@127.0.0.1/levain' } as RunFile;

  test('is read back as it was written, and only its owner reads it', () => {
    writeRunFile(home.run, run);
    expect(readRunFile(home.run)).toEqual(run);
    expect(statSync(home.run).mode & 0o777).toBe(0o600);
  });

  test('of a shop that was killed does not count', () => {
    writeRunFile(home.run, { ...run, pid: deadPid() });
    expect(readRunFile(home.run)).toBeNull();
  });

  test('is gone when the shop has stopped', () => {
    writeRunFile(home.run, run);
    removeRunFile(home.run);
    expect(readRunFile(home.run)).toBeNull();
  });
});
