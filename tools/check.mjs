// npm run check, and .ci/run: the set-up, the tests, then every other check, in this order, up to the first that fails.
// The last line counts the tests from jest's own report.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inProject } from './setup/project.mjs';

const REPORT = inProject('.cache', 'jest-report.json');

const npm = (...args) => ['npm', ['run', '--silent', ...args]];
const CHECKS = [
  ['Tests (npm test)', ['npm', ['test', '--', '--ci']]],
  ['The rules in another time zone', npm('test:zone')],
  ['Lock file complete', npm('lock:check')],
  ['One protobufjs for the whole SDK', npm('lock:protobufjs')],
  ['Migrations are those of the schema', npm('db:check')],
  ['Format', npm('format:check')],
  ['Lint', npm('lint')],
  ['Types', npm('typecheck')],
  ['Boundaries between floors', npm('boundaries')],
  ['Unused code and packages', npm('knip')],
  ['Build', npm('build')],
  ['Size of the console', npm('bench:console')],
  // figures to look at, no verdict: the machine has a say in them
  ['Times of the console', npm('bench:pages', '--', '--orders', '3000', '--times', '2', '--rows', '500')],
  ['Trace of the rules', npm('trace')],
  // drawn with a fixed seed, so that CI repeats itself; docs/spec/bite.md says how all are judged
  ['Bite, a sample of twenty', npm('bite', '--', '--sample', '20', '--seed', '20')],
  // last, because it is the longest; a fixed seed, so that CI repeats itself
  ['Chaos, two minutes', npm('chaos', '--', '--minutes', '2', '--seed', '20', '--orders-per-minute', '22', '--rate', '12000')],
];

rmSync(REPORT, { force: true });
process.exitCode = CHECKS.every(([name, [command, args]]) => passes(name, command, args)) ? 0 : 1;
console.log(counted());

function passes(name, command, args) {
  console.log(`\n── ${name}`);
  const since = Date.now();
  const { status } = spawnSync(command, args, { cwd: inProject(), stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - since) / 1000)} s`);
  return status === 0;
}

/** A suite that could not even be loaded counts as a failure. */
function counted() {
  if (!existsSync(REPORT)) return '0 passed, 0 failed';
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(REPORT, 'utf8'));
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}
