import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { identityOf, isGoneWithin, isStill } from './process-identity';
import { StartProblem } from './start-problem';
import type { Warden } from './warden-client';

export const PART_NAMES = ['postgres', 'temporal', 'catcher', 'worker', 'api'] as const;
/** In the order of starting; they are stopped the other way round. */
export type PartName = (typeof PART_NAMES)[number];

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** How one part is run. */
export interface PartSpec {
  readonly name: PartName;
  readonly logFile: string;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  /** How long it may take to stop, and to start. */
  readonly graceMs: number;
  readonly startMs: number;
  /** Asked before every start, so it may also tidy up after a crash. */
  command(): Promise<Command>;
  /** `'ready-line'`: our own programs say `{"ready":…}` on stdout. Otherwise a question asked until it no longer throws. */
  readonly serves: 'ready-line' | (() => Promise<void>);
}

/** One process of the shop: it can be started, stopped and, in tests, killed. */
export interface Part {
  readonly name: PartName;
  readonly running: boolean;
  readonly pid: number | null;
  /** Resolves when it serves. @throws {StartProblem} with its last log lines when it does not. */
  start(): Promise<void>;
  /** Asks it to stop, and kills it after its grace (two seconds in a `hurry`). Nothing when it is not running. */
  stop(hurry?: boolean): Promise<void>;
  /** SIGKILL, as a crash would. It stays down until `start()`. */
  kill9(): Promise<void>;
  lastLines(count: number): string[];
}

const HURRY_MS = 2_000;
const ASK_EVERY_MS = 100;

/** @param onDeath told when the part ends by itself after it had served. */
// eslint-disable-next-line max-lines-per-function -- its functions share what only they may change
export function createPart(spec: PartSpec, warden: Warden, onDeath: (part: Part) => void): Part {
  let child: ChildProcess | null = null;
  let exited: Promise<void> = Promise.resolve();
  let served = false;
  let wanted = false;

  async function start(): Promise<void> {
    if (child) return;
    await endPredecessor(spec);
    const command = await spec.command();
    const log = openSync(spec.logFile, 'a', 0o600);
    const started = spawned(spec, command, log);
    child = started;
    wanted = true;
    served = false;
    const readyLine = spec.serves === 'ready-line' ? listen(started, log) : null;
    exited = new Promise((resolve) => {
      const end = (): void => {
        if (child !== started) return;
        child = null;
        closeSync(log);
        if (started.pid) {
          forgetPid(spec, started.pid);
          warden.forget(started.pid);
        }
        resolve();
        if (wanted && served) onDeath(part);
      };
      started.once('error', end).once('exit', end);
    });
    if (started.pid) {
      warden.watch(started.pid, spec.stopSignal, spec.graceMs);
      notePid(spec, started.pid);
    }
    await untilItServes(started, readyLine);
    served = true;
  }

  async function untilItServes(started: ChildProcess, readyLine: Promise<void> | null): Promise<void> {
    const limit = after(spec.startMs);
    const died = exited.then(() => 'died' as const);
    const serves = (readyLine ?? ask(spec.serves as () => Promise<void>, () => child === started)).then(() => 'serves' as const);
    const outcome = await Promise.race([serves, died, limit.promise]);
    limit.cancel();
    if (outcome === 'serves') return;
    await kill9();
    const what = outcome === 'died' ? 'ended while starting' : `did not serve within ${spec.startMs / 1000} s`;
    throw new StartProblem(`The ${spec.name} ${what}. Its last words (${spec.logFile}):\n${lastLines(spec, 8).join('\n')}`);
  }

  async function stop(hurry = false): Promise<void> {
    wanted = false;
    if (!child) return;
    const pid = child.pid;
    child.kill(spec.stopSignal);
    child.stdin?.end();
    const limit = after(hurry ? Math.min(HURRY_MS, spec.graceMs) : spec.graceMs);
    const outcome = await Promise.race([exited, limit.promise]);
    limit.cancel();
    if (outcome === 'late') await kill9();
    if (pid) sweep(pid);
  }

  async function kill9(): Promise<void> {
    wanted = false;
    child?.kill('SIGKILL');
    await exited;
  }

  const part: Part = {
    name: spec.name,
    get running() {
      return child !== null && served;
    },
    get pid() {
      return child?.pid ?? null;
    },
    start,
    stop,
    kill9,
    lastLines: (count) => lastLines(spec, count),
  };
  return part;
}

/** A process group of its own: Ctrl-C in the terminal reaches us only, and we stop the parts in order. */
function spawned({ serves }: PartSpec, { file, args, env, cwd, uid, gid }: Command, log: number): ChildProcess {
  const ours = serves === 'ready-line';
  return spawn(file, args, { env, cwd, uid, gid, detached: true, stdio: [ours ? 'pipe' : 'ignore', ours ? 'pipe' : log, log] });
}

const lastLines = ({ logFile }: PartSpec, count: number): string[] => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count);

const pidFileOf = (spec: PartSpec): string => `${spec.logFile}.pid`;

interface NotedPid {
  readonly pid: number;
  readonly identity: string | null;
}
const notedPid = (spec: PartSpec): NotedPid | null =>
  existsSync(pidFileOf(spec)) ? (JSON.parse(readFileSync(pidFileOf(spec), 'utf8')) as NotedPid) : null;
const notePid = (spec: PartSpec, pid: number): void => writeFileSync(pidFileOf(spec), JSON.stringify({ pid, identity: identityOf(pid) }));
/** Its successor may have noted itself meanwhile. */
function forgetPid(spec: PartSpec, pid: number): void {
  if (notedPid(spec)?.pid === pid) rmSync(pidFileOf(spec), { force: true });
}

/** When we and the warden were both killed, a part may still run and hold the data: two on one file would spoil it. */
async function endPredecessor(spec: PartSpec): Promise<void> {
  const noted = notedPid(spec);
  if (!noted) return;
  const { pid, identity } = noted;
  if (identity === null || !isStill(pid, identity)) return; // without an identity it might be anybody's process
  process.kill(pid, spec.stopSignal);
  if (await isGoneWithin(pid, spec.graceMs)) return;
  process.kill(pid, 'SIGKILL');
  await isGoneWithin(pid, spec.graceMs);
}

/** Waits for `{"ready":…}`; whatever else the child prints goes to its log. */
function listen(child: ChildProcess, log: number): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: child.stdout! });
    lines.on('line', (line) => {
      if (line.startsWith('{"ready"')) resolve();
      else if (child.exitCode === null && child.signalCode === null) writeSync(log, `${line}\n`);
    });
    child.stdin?.on('error', () => undefined); // the child may be gone before we close its leash
  });
}

async function ask(question: () => Promise<void>, stillAsked: () => boolean): Promise<void> {
  while (stillAsked()) {
    try {
      return await question();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }
  await new Promise(() => undefined); // nobody waits for this answer any more: the exit has won
}

function after(ms: number): { promise: Promise<'late'>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

/** Whatever a part started itself lives in its process group and must not outlive it. */
function sweep(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // nobody is left in it
  }
}
