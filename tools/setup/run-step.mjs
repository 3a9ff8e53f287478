import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

const QUIET_MS = 1_000;
const STILL_MS = 10_000;
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/** Runs `work` and shows its name once it takes over a second, then every ten seconds that it still runs. `note` adds a line of its own. */
export async function showing(name, say, work) {
  const since = Date.now();
  let shown = false;
  const show = (line) => {
    shown = true;
    say(line);
  };
  const first = setTimeout(() => show(`${name} …`), QUIET_MS);
  const still = setInterval(() => show(`${name} … ${seconds(since)}`), STILL_MS);
  try {
    await work((line) => show(`${name}: ${line}`));
    if (shown) say(`${name}: done in ${seconds(since)}`);
  } catch (error) {
    throw new Error(`${name} failed after ${seconds(since)}:\n${error.message}`, { cause: error });
  } finally {
    clearTimeout(first);
    clearInterval(still);
  }
}

const running = new Set();

/** Ends the programs that are running now. */
export const endPrograms = () => running.forEach((child) => child.kill());

/** Runs a program in the project's folder, keeping its output for the case that it fails. */
export const command = (program, args, env = process.env) =>
  new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-8_000)));
    child.once('error', (error) => reject(new Error(`${program} could not be started (${error.code})`)));
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new Error(said.trim() || `${program} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
