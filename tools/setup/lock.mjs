import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProject } from './project.mjs';

const LOCK = inProject('.cache', 'setup', 'lock');
const LOOK_AGAIN_MS = 250;

/** Runs `work` when no other set-up of this clone is running: two that start together would build over each other. */
export async function inTurn(say, work) {
  for (let waited = false; !take(); waited = true) {
    if (!waited) say('another set-up of this clone is running; waiting for it');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take() {
  mkdirSync(dirname(LOCK), { recursive: true });
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(ownerOf())) rmSync(LOCK, { force: true }); // its owner was killed
    return false;
  }
}

function ownerOf() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0; // released a moment ago
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
